"""What is genuine in any file that says it is a journal, and in files that only pretend."""

import hashlib
import sqlite3
from contextlib import closing
from itertools import cycle
from random import Random
from uuid import uuid4

import pytest
import sqlcipher3

from homejournal.domain.errors import (
    JournalDamagedError,
    NotAJournalError,
    OtherKeyError,
    PasswordNeededError,
)
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope, Op, content_hash
from homejournal.services.opening import create_journal
from homejournal.storage.file import damaged_file
from homejournal.storage.file.damaged_file import carve, reads_as_ours, revision_of
from homejournal.storage.records import readable_revisions
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.damages import PAGE, damaged
from tests.journals import DEVICE, Clock, note, revisions
from tests.services.copied import a_family, of_the_future

KEY = bytes(range(48))


@pytest.fixture
def file(journal):
    """A closed journal's file, in which one note goes over several pages."""
    notes = a_family(journal)
    long = " ".join(f"word {number}" for number in range(4000))
    journal.records.save(note(notes[0].child, long))
    made = revisions(journal)
    path = journal.folder / "journal.hj"
    journal.close()
    return path, made


def test_the_file_itself_stays_as_it_is(file):
    path, made = file
    before = path.read_bytes(), sorted(one.name for one in path.parent.iterdir())
    assert list(read_genuine_contents(path).revisions) == made
    assert (path.read_bytes(), sorted(one.name for one in path.parent.iterdir())) == before


def test_rests_are_taken_between(file, monkeypatch):
    path, made = file
    monkeypatch.setattr(readable_revisions, "_IN_ONE_GO", 4)
    rests = []
    read_genuine_contents(path, rest=lambda: rests.append(1))
    assert len(rests) == -(-len(made) // 4)


def test_carving_finds_every_row_also_those_of_many_pages(file):
    path, made = file
    found = read_genuine_contents(path, thorough=True)
    assert {revision.id for revision in found.revisions} == {one.id for one in made}
    rows = [one for one in carve(path) if hasattr(one, "columns")]
    assert {row.columns for row in rows} >= {
        (one.id, one.envelope, one.salt, one.fields) for one in made
    }


def test_carving_finds_entries_however_many_there_are(file):
    """Their records' numbers take more bytes in a large journal."""
    path, made = file
    numbers = cycle([0, 1, 100, 1_000, 100_000, 10**8, 10**12, 10**17])
    with closing(sqlcipher3.connect(path, isolation_level=None)) as opened:
        for one, number in zip(made, numbers, strict=False):
            opened.execute("UPDATE revision SET record = ? WHERE id = ?", (number, one.id))
    rows = {one.columns for one in carve(path) if hasattr(one, "columns")}
    assert rows >= {(one.id, one.envelope, one.salt, one.fields) for one in made}


def test_carving_finds_entries_of_every_length(journal):
    """How much of a row stands on its first page depends on its length, in turns of one page."""
    notes = a_family(journal)
    lengths = range(3600, 3600 + PAGE + 200, 97)
    journal.records.save(*(note(notes[0].child, "x" * length) for length in lengths))
    made = revisions(journal)
    journal.close()
    found = read_genuine_contents(journal.folder / "journal.hj", thorough=True)
    rows = [one.columns for one in carve(journal.folder / "journal.hj") if hasattr(one, "columns")]
    assert {(one.id, one.envelope, one.salt, one.fields) for one in made} <= set(rows)
    assert (list(found.revisions), found.not_genuine) == (made, 0)


def test_a_row_whose_pages_go_in_a_circle_is_none(file):
    """Else it is counted as one more entry that could not be read."""
    path, made = file
    raw, long = bytearray(path.read_bytes()), max(made, key=lambda one: len(one.fields or b""))
    begin = next(
        at
        for at in range(PAGE, len(raw), PAGE)
        if bytes(raw[at + 4 : at + 1000]) in long.fields and any(raw[at : at + 4])
    )
    raw[begin : begin + 4] = (begin // PAGE + 1).to_bytes(4)
    path.write_bytes(raw)
    rows = {one.columns[0] for one in carve(path) if hasattr(one, "columns")}
    assert {one.id for one in made} - rows == {long.id}


def test_a_file_without_its_first_page_is_not_whole(file):
    path, made = file
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    found = read_genuine_contents(path)
    assert ({one.id for one in found.revisions}, found.whole) == ({one.id for one in made}, False)


def test_only_the_journal_s_own_file_is_looked_through(file, monkeypatch):
    path, _ = file
    other = path.with_name("letter.hj")
    other.write_bytes(path.read_bytes())
    assert (reads_as_ours(path), reads_as_ours(other)) == (True, False)
    monkeypatch.setattr(damaged_file, "MOST_BYTES", 1000)
    assert not reads_as_ours(path)


def test_the_index_tells_what_is_gone(file):
    path, made = file
    raw = path.read_bytes()
    path.write_bytes(raw.replace(made[3].fields[:40], made[3].fields[:40].upper()))
    found = read_genuine_contents(path, thorough=True)
    assert (found.not_genuine, found.unread) == (1, {made[3].id})
    assert len(found.revisions) == len(made) - 1


@pytest.mark.parametrize("seed", range(12))
def test_garbage_is_never_taken_for_anything(file, seed):
    path, made = file
    chance = Random(seed)
    raw = damaged(path.read_bytes(), "garbage", chance)
    for _ in range(20):
        raw = damaged(raw, "bit", chance)
    path.write_bytes(raw)
    try:
        found = read_genuine_contents(path, thorough=True)
    except JournalDamagedError:
        return
    assert {revision.id for revision in found.revisions} <= {one.id for one in made}


def test_what_only_a_newer_homejournal_understands_is_gathered_apart(file):
    path, made = file
    future = of_the_future(made[0])
    with closing(sqlcipher3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO newer VALUES (?, ?, ?, ?)",
            (future.id, future.envelope, future.salt, future.fields),
        )
        connection.execute(
            "INSERT INTO revision SELECT max(seq) + 1, ?, 1, ?, ?, ? FROM revision",
            (future.id, future.envelope, future.salt, future.fields),
        )
    found = read_genuine_contents(path)
    assert (found.newer, list(found.revisions)) == ((future,), made)
    assert (found.not_genuine, found.whole) == (0, True)


def test_what_waits_is_not_lost_though_its_envelope_stands_under_a_number_of_another(file):
    """One changed bit in the number of a row, and the index still names the row by the old one."""
    path, _ = file
    told = Envelope(kind=Kind.NOTE, record=uuid4(), device="other", at=None, op=Op.DELETE)
    waiting = told.seal(b"salt" * 4, b'{"why":"a mistake"}')
    with closing(sqlcipher3.connect(path, isolation_level=None)) as opened:
        row = (waiting.id, waiting.envelope, waiting.salt, waiting.fields)
        opened.execute("INSERT INTO newer VALUES (?, ?, ?, ?)", row)
        (seq,) = opened.execute("SELECT max(seq) + 1 FROM revision").fetchone()
        opened.execute("INSERT INTO revision VALUES (?, ?, 1, ?, NULL, NULL)", (seq, *row[:2]))
    raw = bytearray(path.read_bytes())
    head = bytes((seq, 8, 0, 76))  # the number, and how the row says that an id follows
    at = next(
        at for at in range(len(raw)) if raw.startswith(head, at) and waiting.id in raw[at : at + 41]
    )
    raw[at] ^= 64
    path.write_bytes(raw)
    found = read_genuine_contents(path, thorough=True)
    assert (found.newer, found.revisions[-1]) == ((waiting,), waiting.without_content())
    assert found.unread == frozenset()


def test_a_page_of_cells_that_lead_nowhere_is_passed_over(tmp_path):
    page = bytearray(PAGE)
    page[0], page[3:5] = 0x0D, (5).to_bytes(2)
    cells = (
        b"\xff" * 9 + b"\x01" + b"\xff" * 8,  # longer than any file
        b"\x06\x01\x03\x0b\x01",  # a type that no column has
        b"\x90\x00\x01"
        + b"\x00" * 1800
        + b"\x00\x00\x00\x09",  # goes on to a page that is not there
        b"\x05\x01\x09\x00\x00",  # a head longer than the record
    )
    at = 200
    for number, cell in enumerate(cells):
        page[8 + 2 * number : 10 + 2 * number] = at.to_bytes(2)
        page[at : at + len(cell)] = cell
        at += len(cell) + 8
    page[16:18] = (PAGE - 1).to_bytes(2)
    file = tmp_path / "page"
    file.write_bytes(bytes(PAGE) + bytes(page) + b"half a page")
    assert list(carve(file)) == []


def test_a_damaged_plain_file_that_looks_encrypted_is_read_all_the_same(file):
    path, made = file
    path.write_bytes(damaged(path.read_bytes(), "first page", Random(1)))
    path.with_name("keys.json").write_text("left over", encoding="ascii")
    found = read_genuine_contents(path)
    assert ({revision.id for revision in found.revisions}, found.whole) == (
        {one.id for one in made},
        False,
    )


class TestPretending:
    def made(self, path, *statements):
        with closing(sqlite3.connect(path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)
        return path

    @pytest.mark.parametrize(
        "statement",
        [
            "CREATE TABLE letter(text)",
            "CREATE VIEW revision AS SELECT 1 seq, 2 id, 3 envelope, 4 salt, 5 fields",
            "CREATE TABLE revision(seq, id, envelope, salt)",
            "CREATE TABLE revision(seq, id, envelope, salt, fields, more AS (seq || id))",
        ],
    )
    def test_a_file_of_other_tables_is_no_journal(self, tmp_path, statement):
        path = self.made(tmp_path / "letter.hj", statement)
        with pytest.raises(NotAJournalError):
            read_genuine_contents(path)

    def test_a_setting_that_would_have_to_be_worked_out_is_in_no_journal(self, tmp_path):
        path = self.made(
            tmp_path / "bomb.hj",
            "CREATE TABLE revision(seq, id, envelope, salt, fields)",
            "CREATE TABLE meta(name, value AS (hex(zeroblob(400000000))))",
            "INSERT INTO meta(name) VALUES('id')",
        )
        with pytest.raises(NotAJournalError):
            read_genuine_contents(path)

    def test_rows_of_other_types_are_counted_and_left_out(self, tmp_path):
        path = self.made(
            tmp_path / "odd.hj",
            "CREATE TABLE revision(seq INTEGER PRIMARY KEY, id, envelope, salt, fields)",
            "INSERT INTO revision(id, envelope) VALUES ('text', 5)",
            "INSERT INTO revision(id, envelope, salt) VALUES (x'00', x'7b7d', x'01')",
            "INSERT INTO revision(id, envelope) VALUES (x'00', x'7b7d')",
        )
        found = read_genuine_contents(path)
        assert (found.revisions, found.not_genuine, found.journal_id) == ((), 3, None)

    def test_a_request_that_names_nothing_whole_is_none(self, tmp_path):
        path = self.made(
            tmp_path / "odd.hj",
            "CREATE TABLE revision(seq INTEGER PRIMARY KEY, id, envelope, salt, fields)",
            "CREATE TABLE purge_asked(id, home, declined)",
            "INSERT INTO purge_asked VALUES (zeroblob(32), zeroblob(16), 0)",
            "INSERT INTO purge_asked VALUES (zeroblob(31), zeroblob(16), 0)",
            "INSERT INTO purge_asked VALUES (zeroblob(32), zeroblob(15), 0)",
        )
        assert read_genuine_contents(path).asked == ((bytes(32), bytes(16), 0),)

    def test_a_file_larger_than_any_journal_is_not_opened(self, file, monkeypatch):
        path, made = file
        size = path.stat().st_size
        monkeypatch.setattr(readable_revisions, "MOST_BYTES", size)
        assert list(read_genuine_contents(path).revisions) == made
        monkeypatch.setattr(readable_revisions, "MOST_BYTES", size - 1)
        with pytest.raises(NotAJournalError):
            read_genuine_contents(path)

    def test_a_revision_longer_than_any_is_left_out(self, file, monkeypatch):
        _, made = file
        columns = (made[0].id, made[0].envelope, made[0].salt, made[0].fields)
        assert revision_of(columns) == made[0]
        monkeypatch.setattr(damaged_file, "MOST_OF_ONE", 10)
        assert revision_of(columns) is None

    def test_eight_megabytes_are_the_most_that_one_revision_has(self):
        for more, is_read in ((0, True), (1, False)):
            fields = bytes((8 << 20) + more)
            envelope = b'{"content":"%s"}' % content_hash(b"", fields).encode()
            told = revision_of((hashlib.sha256(envelope).digest(), envelope, b"", fields))
            assert (told is not None) == is_read


class TestLocked:
    @pytest.fixture
    def locked(self, tmp_path):
        journal = create_journal(tmp_path / "locked", clock=Clock(), device=DEVICE, key=KEY)
        a_family(journal)
        made = revisions(journal)
        journal.close()
        return journal.folder / "journal.hj", made

    def test_it_opens_with_its_key_alone(self, locked):
        path, made = locked
        assert list(read_genuine_contents(path, KEY).revisions) == made
        with pytest.raises(PasswordNeededError):
            read_genuine_contents(path)
        with pytest.raises(OtherKeyError):
            read_genuine_contents(path, bytes(48))

    def test_its_pages_are_opened_one_by_one(self, locked):
        path, made = locked
        path.write_bytes(damaged(path.read_bytes(), "first page", Random(1)))
        found = read_genuine_contents(path, KEY)
        assert {revision.id for revision in found.revisions} == {one.id for one in made}
        assert not found.settings

    def test_a_damaged_one_is_told_from_a_wrong_key(self, locked):
        path, _ = locked
        raw = path.read_bytes()
        path.write_bytes(bytes(PAGE) + raw[PAGE : 2 * PAGE])
        path.with_name("keys.json").write_text("{}", encoding="ascii")
        with pytest.raises(JournalDamagedError):
            read_genuine_contents(path, KEY)

    def test_what_is_damaged_is_not_told_behind_the_family_s_back(self, locked, capfd):
        """Started from a terminal, SQLCipher would fill it with a line for each bad page."""
        path, _ = locked
        path.write_bytes(damaged(path.read_bytes(), "garbage", Random(1)))
        with closing(sqlcipher3.connect(":memory:")) as any_other:
            any_other.execute("PRAGMA cipher_log_level = ERROR").fetchall()
        assert read_genuine_contents(path, KEY, thorough=True).revisions
        assert capfd.readouterr().err == ""
