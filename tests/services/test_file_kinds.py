"""What a file is, whatever it is called, and however strange it or its way there is."""

import os
import zipfile
from pathlib import Path

import pytest

from homejournal.exchange.read_and_save import JOURNAL
from homejournal.services.file_kinds import (
    FileKind,
    folder_of_journal,
    kind_of_file,
    may_be_ours,
    may_hold_journal,
)
from tests.exchange.plan_files import HANDWRITTEN, as_bytes
from tests.journals import Opened

PACK = b"age-encryption.org/v1\n-> scrypt abc 15\n"
EXPORT = b'\xef\xbb\xbf {\n "format": "homejournal",\n "schema": 1}'
MEBIBYTE = 1 << 20


@pytest.fixture
def journal(tmp_path):
    opened = Opened(tmp_path / "ours")
    yield opened.new()
    opened.close()


def zipped(name):
    path = Path(name)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.csv", "day,text\n")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("plan.hjplan", as_bytes(HANDWRITTEN), FileKind.PLAN),
        ("renamed by a phone.json", as_bytes(HANDWRITTEN), FileKind.PLAN),
        ("broken.HJPLAN", b"{", FileKind.PLAN),
        ("from-dana.hjpack", PACK, FileKind.PACK),
        ("from-dana (1)", PACK, FileKind.PACK),
        ("cut short.hjpack", b"", FileKind.PACK),
        ("00000012-20260322T190000Z.hj", b"locked", FileKind.COPY),
        ("copy.bak", b"SQLite format 3\0", FileKind.COPY),
        ("all.json", EXPORT, FileKind.EXPORT),
        ("large.json", b'{"a": "' + b"x" * 2 * MEBIBYTE + b'"}', FileKind.EXPORT),
        ("keys.json", b"{}", FileKind.KEYS),
        ("00000012-20260322T190000Z.keys.json", b"{}", FileKind.KEYS),
        ("other.json", b'{"format": "recipes"}', FileKind.OTHER),
        ("list.json", b"[1, 2]", FileKind.OTHER),
        ("days.csv", b"day,what\n", FileKind.TABLE),
        ("days.TSV", b"day\twhat\n", FileKind.TABLE),
        ("empty.csv", b"", FileKind.OTHER),
        ("photo.jpg", b"\xff\xd8\xff", FileKind.PICTURE),
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic", FileKind.PICTURE),
        ("clip.png", b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
        ("sent.webp", b"RIFF\0\0\0\0WEBP", FileKind.PICTURE),
        ("sound.wav", b"RIFF\0\0\0\0WAVE", FileKind.OTHER),
        ("program", b"\x7fELF", FileKind.OTHER),
        ("empty", b"", FileKind.OTHER),
        ("\u202enalp.hjplan", b"", FileKind.PLAN),
    ],
)
def test_a_file_is_known_by_what_it_holds_or_by_its_ending(tmp_path, name, data, kind):
    path = tmp_path / name
    path.write_bytes(data)
    assert kind_of_file(path) is kind


@pytest.mark.parametrize(
    ("name", "kind"), [("tables.zip", FileKind.EXPORT), ("workbook.xlsx", FileKind.OTHER)]
)
def test_tables_in_a_zip_file_come_back_and_a_workbook_does_not(tmp_path, name, kind):
    path = tmp_path / name
    path.write_bytes(zipped(tmp_path / "made.zip"))
    assert kind_of_file(path) is kind


def test_a_note_that_tells_of_a_plan_file_makes_no_plan_of_an_export(tmp_path):
    path = tmp_path / "all.json"
    path.write_text('{"format": "homejournal", "notes": ["\\"format\\": \\"homejournal-plan\\""]}')
    assert kind_of_file(path) is FileKind.EXPORT


def test_a_journal_is_known_by_its_folder_by_its_file_and_by_a_link(journal, tmp_path):
    link, other = tmp_path / "link", tmp_path / "other name.hj"
    link.symlink_to(journal.folder)
    other.symlink_to(journal.folder / "journal.hj")
    for path in (journal.folder, journal.folder / "journal.hj", link, other):
        assert kind_of_file(path) is FileKind.JOURNAL
        assert folder_of_journal(path).resolve() == journal.folder.resolve()
    assert kind_of_file(journal.safe.backups.make().path) is FileKind.COPY


def test_no_journal_and_no_copy_is_ever_opened_for_that(journal, monkeypatch):
    opened = []
    usual = Path.open

    def opens(path, *said):
        opened.append(path.suffix)
        return usual(path, *said)

    copy = journal.safe.backups.make().path
    monkeypatch.setattr(Path, "open", opens)
    kind_of_file(copy)
    kind_of_file(journal.folder / "journal.hj")
    assert JOURNAL not in opened


@pytest.mark.skipif(os.name != "posix", reason="pipes and links as on Linux and macOS")
def test_what_is_no_file_is_neither_waited_for_nor_followed_for_ever(tmp_path):
    os.mkfifo(tmp_path / "pipe.hjplan")
    (tmp_path / "circle.hjplan").symlink_to(tmp_path / "circle.hjplan")
    (tmp_path / "dangling.hjplan").symlink_to(tmp_path / "gone")
    (tmp_path / "folder.hjplan").mkdir()
    (tmp_path / "folder").mkdir()
    told = {path.name: kind_of_file(path) for path in tmp_path.iterdir()}
    assert told == {
        "pipe.hjplan": FileKind.OTHER,
        "circle.hjplan": FileKind.UNREADABLE,
        "dangling.hjplan": FileKind.UNREADABLE,
        "folder.hjplan": FileKind.OTHER,
        "folder": FileKind.OTHER,
    }


@pytest.mark.parametrize("name", ["gone.hjplan", "journal.hj", "a\0b", "x" * 5000, "gone/in/it"])
def test_what_is_not_there_is_told_and_never_raises(tmp_path, name):
    assert kind_of_file(tmp_path / name) is FileKind.UNREADABLE


def test_of_a_huge_file_only_the_beginning_is_read(tmp_path, monkeypatch):
    path = tmp_path / "huge.hjpack"
    with path.open("wb") as file:
        file.write(PACK)
        file.truncate(1 << 40)
    assert kind_of_file(path) is FileKind.PACK


def test_what_may_be_dropped_is_told_by_the_ending_or_by_a_journal_in_a_folder(journal, tmp_path):
    (tmp_path / "holiday").mkdir()
    told = ("plan.HJPLAN", "a.hjpack", "b.hj", "c.json", "d.zip", "e.csv")
    assert all(may_be_ours(Path(name)) for name in told)
    assert may_be_ours(journal.folder)
    assert not any(map(may_be_ours, (tmp_path / "holiday", tmp_path / "a.jpg", Path("x" * 5_000))))


def test_a_new_journal_never_comes_between_other_files(journal, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    free = (tmp_path / "new" / "one", tmp_path / "empty", journal.folder)
    assert all(map(may_hold_journal, free))
    assert not any(map(may_hold_journal, (tmp_path, tmp_path / "file", Path("x" * 5_000))))
