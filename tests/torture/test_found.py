"""What trying to break the promises has found, held by a small case each."""

import pytest
import sqlcipher3

from homejournal.domain.errors import ImportFaultsError, JournalDamagedError, PackLockedError
from homejournal.exchange.journal_csv import packed
from homejournal.exchange.journal_json import read_journal
from homejournal.exchange.pack_file import read_pack
from homejournal.exchange.revision_lines import read_lines
from homejournal.services.opening import open_journal
from homejournal.storage.file.damaged_file import PAGE, carve
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.journals import DEVICE, Clock, a_journal, planned

LEAF = 0x0D
AT = 2000


def varint(number: int) -> bytes:
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(0x80 | number & 0x7F)
    return bytes(reversed(groups))


def page_with(cell: bytes) -> bytes:
    """Return a page of rows whose only cell has these bytes, with 0x55 all around."""
    page = bytearray(b"\x55" * PAGE)
    page[:8] = bytes((LEAF, 0, 0, 0, 1, 0, 0, 0))
    page[8:10] = AT.to_bytes(2)
    page[AT : AT + len(cell)] = cell
    return bytes(page)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(varint(900) + varint(1) + varint(800), id="a head as long as the row"),
        pytest.param(varint(1 << 40) + varint(1), id="a row longer than any file"),
        pytest.param(varint(1 << 16) + varint(1) + b"\x07\x00" + bytes(1000), id="no page follows"),
    ],
)
def test_garbage_in_a_page_is_not_followed(tmp_path, cell):
    (tmp_path / "file").write_bytes(bytes(PAGE) + page_with(cell))
    assert list(carve(tmp_path / "file")) == []


def test_a_row_that_goes_on_to_its_own_page_comes_to_an_end(tmp_path):
    size = 1 << 16
    most, least = PAGE - 35, (PAGE - 12) * 32 // 255 - 23
    fits = least + (size - least) % (PAGE - 4)
    local = fits if fits <= most else least
    head = varint(size) + varint(1)
    cell = head + b"\x07\x00".ljust(local, b"\0") + (2).to_bytes(4)
    (tmp_path / "file").write_bytes(bytes(PAGE) + page_with(cell))
    assert list(carve(tmp_path / "file")) == []


@pytest.mark.parametrize("told", [{"envelope": "\ud800"}, {"envelope": "{}", "salt": "0" * 32}])
def test_half_a_character_is_no_revision(told):
    if "salt" in told:
        told |= {"fields": "\udfff"}
    incoming, faults = read_lines([told])
    assert (incoming.revisions, incoming.newer) == ((), ())
    assert len(faults) == 1


def test_a_journal_with_a_view_is_not_read_as_one(tmp_path):
    """A view can be a question without an end."""
    journal = a_journal(tmp_path)
    planned(journal)
    journal.close()
    file = sqlcipher3.connect(journal.folder / "journal.hj", isolation_level=None)
    file.execute("CREATE VIEW endless AS SELECT 1")
    file.close()
    with pytest.raises(JournalDamagedError):
        open_journal(journal.folder, clock=Clock(), device=DEVICE)
    assert len(read_genuine_contents(journal.folder / "journal.hj").revisions) == 3, (
        "found page by page"
    )


def test_what_sqlite_says_of_bytes_that_are_no_letters_tells_of_damage(tmp_path):
    """The driver cannot read that sentence, and raises its own error instead."""
    journal = a_journal(tmp_path)
    planned(journal)
    journal.close()
    file = journal.folder / "journal.hj"
    whole = file.read_bytes()
    assert b"CREATE TABLE draft" in whole
    file.write_bytes(whole.replace(b"CREATE TABLE draft", b"CREATE \xa0ABLE draft"))
    with pytest.raises(JournalDamagedError):
        open_journal(journal.folder, clock=Clock(), device=DEVICE)
    assert len(read_genuine_contents(file).revisions) == 3, "found page by page"


def test_a_pack_that_asks_for_minutes_of_work_is_refused():
    sealed = b"age-encryption.org/v1\n-> scrypt uJEgeh7TCSH8ThXcfkCXzw %d\nSW+9Qb3e\n--- x\n"
    with pytest.raises(ImportFaultsError):
        read_pack(sealed % 21, "four quiet words here")
    with pytest.raises(PackLockedError):
        read_pack(sealed % 10, "four quiet words here")


def test_a_head_without_values_is_no_head():
    with pytest.raises(ImportFaultsError):
        read_journal(packed({"journal.csv": b"name,valve\r\nformat,homejournal\r\n"}), {}.get)
