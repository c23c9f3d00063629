"""Who carries a folder elsewhere: told by names, by marks, by the system's list of mounts."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from homejournal.domain.sharing.cloud_folders import (
    Carrier,
    carrier_by_marks,
    carrier_by_mounts,
    carrier_by_name,
)

MOUNTS = """\
42 40 0:37 / /home/ana/Our\\040disk/local rw - ext4 /dev/vdb1 rw
22 27 0:20 / /proc rw,nosuid - proc proc rw
27 1 253:1 / / rw,relatime - ext4 /dev/vda1 rw
40 27 0:35 / /home/ana/Our\\040disk rw - cifs //nas/family rw
41 27 0:36 / /mnt/stick rw - vfat /dev/sdb1 rw
broken line
43 27 - nfs
"""


@pytest.mark.parametrize(
    ("folder", "carrier"),
    [
        ("/home/ana/Dropbox/journal", Carrier.DROPBOX),
        ("/home/ana/Dropbox (Smith)/journal", Carrier.DROPBOX),
        ("/home/ana/OneDrive - Work/journal", Carrier.ONEDRIVE),
        ("/Users/ana/Library/Mobile Documents/x/journal", Carrier.ICLOUD),
        ("/home/ana/Nextcloud/journal", Carrier.NEXTCLOUD),
        ("/home/ana/ownCloud", Carrier.NEXTCLOUD),
        ("/home/ana/Google Drive/journal", Carrier.GOOGLE_DRIVE),
        ("/home/ana/.local/share/homejournal", None),
        ("/home/ana/dropbox-papers/journal", None),
    ],
)
def test_names_tell(folder, carrier):
    assert carrier_by_name(PurePosixPath(folder), {}) is carrier


def test_the_systems_variable_names_the_folder_of_onedrive(monkeypatch):
    folder = PurePosixPath("/home/ana/Cloud/journal")
    assert carrier_by_name(folder, {"OneDrive": "/home/ana/Cloud"}) is Carrier.ONEDRIVE
    assert carrier_by_name(folder, {"OneDriveConsumer": "/home/ana/Other", "OneDrive": ""}) is None
    assert carrier_by_name(PureWindowsPath(r"C:\Users\ana\Nextcloud\j"), {}) is Carrier.NEXTCLOUD


@pytest.mark.parametrize(
    ("found", "carrier"),
    [
        ({".stfolder", "a"}, Carrier.SYNCTHING),
        ({".dropbox.cache"}, Carrier.DROPBOX),
        ({".nextcloudsync.log"}, Carrier.NEXTCLOUD),
        ({"notes"}, None),
    ],
)
def test_marks_tell(found, carrier):
    assert carrier_by_marks(found) is carrier


@pytest.mark.parametrize(
    ("folder", "carrier"),
    [
        ("/home/ana/Our disk/journal", Carrier.NETWORK),
        ("/home/ana/Our disk/local/journal", None),
        ("/home/ana/journal", None),
        ("/mnt/stick/journal", None),
    ],
)
def test_mounts_tell_by_the_innermost_one(folder, carrier):
    assert carrier_by_mounts(PurePosixPath(folder), MOUNTS) is carrier


def test_without_a_list_nothing_is_told():
    assert carrier_by_mounts(PurePosixPath("/home/ana"), "") is None
