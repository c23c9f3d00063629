"""A journal in a folder that a cloud carries, found by what lies around it."""

from pathlib import Path

import pytest

from homejournal.domain.sharing.cloud_folders import Carrier
from homejournal.services.safe.copies.second_place import carrier_of, lie_on_one_stick, volume_of


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "mounts"


def test_marks_in_a_parent_count(tmp_path, nowhere):
    folder = tmp_path / "shared" / "journal"
    folder.mkdir(parents=True)
    assert carrier_of(folder, nowhere) is None
    (tmp_path / "shared" / ".stfolder").mkdir()
    assert carrier_of(folder, nowhere) is Carrier.SYNCTHING


def test_a_link_is_followed(tmp_path, nowhere):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "journal").symlink_to(tmp_path / "Dropbox")
    assert carrier_of(tmp_path / "journal", nowhere) is Carrier.DROPBOX


def test_the_systems_list_of_mounts_is_read(tmp_path, nowhere):
    nowhere.write_text(f"40 27 0:35 / {tmp_path} rw - nfs4 nas:/home rw\n", encoding="ascii")
    assert carrier_of(tmp_path, nowhere) is Carrier.NETWORK


def test_what_cannot_be_looked_at_is_no_cloud(tmp_path, nowhere):
    nowhere.mkdir()
    assert carrier_of(tmp_path, nowhere) is None


def test_the_journal_tells_it(journal):
    assert journal.safe.carrier is None


class TestOnOneStick:
    HOME, STICK = Path("/home/anna"), Path("/media/anna/STICK")

    def asked(self, file, folder):
        def volume(path):
            if path.is_relative_to("/nowhere"):
                return None
            return 2 if path.is_relative_to("/media") else 1

        return lie_on_one_stick(Path(file), Path(folder), (self.HOME, Path("/")), volume)

    def test_elsewhere_on_the_stick_of_a_folder_it_does(self):
        assert self.asked(self.STICK / "papers" / "sheet.pdf", self.STICK / "copies")

    def test_on_the_computers_own_disk_nothing_does(self):
        assert not self.asked(self.HOME / "sheet.pdf", self.HOME / "Dropbox" / "copies")

    def test_elsewhere_it_does_not(self):
        assert not self.asked(self.HOME / "sheet.pdf", self.STICK)
        assert not self.asked("/nowhere/sheet.pdf", "/nowhere")

    def test_what_is_still_to_be_saved_lies_on_the_disk_of_its_folder(self, tmp_path):
        assert volume_of(tmp_path / "new" / "sheet.pdf") == tmp_path.stat().st_dev
        assert volume_of(Path("nowhere") / ("a" * 300)) == Path().stat().st_dev
