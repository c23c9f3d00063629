"""Files that are no packs, spoiled ones and hostile ones: nothing of them is taken."""

import json
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from homejournal.domain.errors import (
    DiskError,
    FaultKind,
    ImportFaultsError,
    InvalidValueError,
    PackLockedError,
)
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange import pack_file
from homejournal.exchange.pack_file import (
    plain_pack,
    read_pack,
    read_plain_pack,
    write_pack,
)
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.transfer.sealed_files import pack_of, read_pack_file
from tests.journals import note, planned, revisions
from tests.sharing.pack_lines import WORDS, dad, lines, mom, newer_revision, refused, with_line

__all__ = ["dad", "mom"]


def test_a_file_that_is_none_is_told_as_such(tmp_path):
    for data in (b"", b"hello", b"PK\x03\x04" + bytes(100)):
        with pytest.raises(ImportFaultsError) as refusal:
            read_pack(data, WORDS)
        assert refusal.value.faults[0].what == FaultKind.NOT_A_PACK
    with pytest.raises(PackLockedError):  # sealed for a key, not with words
        read_pack(b"age-encryption.org/v1\n-> X25519 abc\n", WORDS)
    with pytest.raises(DiskError):
        read_pack_file(tmp_path, WORDS)


def test_too_large_a_file_is_not_even_opened():
    with pytest.raises(ImportFaultsError) as refusal:
        read_pack(b"age-encryption.org/v1\n" + bytes(97 << 20), WORDS)
    assert refusal.value.faults[0].what == FaultKind.TOO_LARGE


def test_nothing_too_large_is_written(mom, monkeypatch):
    planned(mom.journal)
    monkeypatch.setattr(pack_file, "MOST_BYTES", 500)
    with pytest.raises(ImportFaultsError) as refusal:
        write_pack(pack_of(mom.safe.pack_files.wish(Audience.OWN)), WORDS)
    assert refusal.value.faults[0].what == FaultKind.TOO_LARGE


def test_only_so_many_lines_are_read(monkeypatch):
    monkeypatch.setattr(pack_file, "MOST_LINES", 5)
    assert refused(b"{}\n" * 9) == [FaultKind.TOO_MANY_ROWS]


def test_a_line_longer_than_any_of_ours_is_not_read(mom, monkeypatch):
    """Reading it as JSON could take the computer's memory."""
    of, _ = planned(mom.journal)
    mom.journal.records.save(note(of, "x" * 5000))
    data = b"\n".join(lines(mom))
    assert pack_file.read_plain_pack(data).incoming.revisions
    monkeypatch.setattr(pack_file, "_LONGEST_LINE", 5000)
    assert FaultKind.NOT_JSON in refused(data)


def test_a_changed_word_inside_is_refused(mom):
    of, _ = planned(mom.journal)
    mom.journal.records.save(note(of, "He pointed"))
    data = b"\n".join(lines(mom))
    assert refused(data.replace(b"He pointed", b"He p0inted")) == [FaultKind.REVISION_DOES_NOT_FIT]


def test_a_file_that_is_cut_short_is_refused(mom):
    planned(mom.journal)
    data = b"\n".join(lines(mom))
    assert FaultKind.CUT_SHORT in refused(data[:-30])


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (["a list"], FaultKind.NOT_JSON),
        ({"strange": 1}, FaultKind.UNKNOWN_LIST),
        ({"media": "../../etc/passwd", "data": "AAAA"}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"media": "00", "data": 7}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"media": "00", "data": "not base64!"}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"purged": "all"}, FaultKind.NOT_AN_ID),
        ({"purged": ["../x"]}, FaultKind.NOT_AN_ID),
        ({"envelope": "{}"}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"envelope": 5}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"envelope": "{}", "path": "x"}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"envelope": "{}", "salt": "00"}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"envelope": "not JSON"}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"envelope": "[]"}, FaultKind.REVISION_DOES_NOT_FIT),
        ({"envelope": '{"at":1.5}'}, FaultKind.REVISION_DOES_NOT_FIT),
    ],
)
def test_a_line_that_does_not_fit_is_told(mom, line, what):
    assert refused(with_line(mom, line)) == [what]


def test_lines_that_are_no_json_are_told(mom):
    told = lines(mom)
    assert refused(b"\n".join([*told[:-1], b"{", b"[" * 100_000, b""])) == [FaultKind.NOT_JSON] * 2


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"format": "homejournal"}, FaultKind.NOT_A_PACK),
        ({"schema": 99}, FaultKind.NEWER_SCHEMA),
        ({"schema": "1"}, FaultKind.UNKNOWN_SCHEMA),
        ({"more": 1}, FaultKind.UNKNOWN_FIELD),
        ({"audience": "everybody"}, FaultKind.NOT_A_CHOICE),
        ({"audience": 3}, FaultKind.NOT_A_CHOICE),
        ({"device": "../../up"}, FaultKind.NOT_AN_ID),
        ({"home": "C:\\home"}, FaultKind.NOT_AN_ID),
        ({"through": "2026-13-40"}, FaultKind.NOT_A_DAY),
        ({"through": "soon"}, FaultKind.NOT_A_DAY),
        ({"journal": 7}, FaultKind.NOT_AN_OBJECT),
        (
            {"journal": {"id": str(uuid4()), "day_end": "25:00", "week_start": "monday"}},
            FaultKind.NOT_A_CHOICE,
        ),
        ({"invitation": {"key": "00"}}, FaultKind.NOT_AN_OBJECT),
        (
            {
                "invitation": dict.fromkeys(("sharing", "journal", "device"), str(uuid4()))
                | {"key": "no", "public": "00" * 32}
            },
            FaultKind.WRONG,
        ),
    ],
)
def test_a_head_that_does_not_fit_is_told(mom, change, what):
    told = lines(mom)
    head = json.loads(told[0]) | change
    assert refused(b"\n".join([json.dumps(head).encode(), *told[1:]])) == [what]


def test_a_head_without_what_is_needed_is_told(mom):
    told = lines(mom)
    head = json.loads(told[0])
    del head["through"]
    assert refused(b"\n".join([json.dumps(head).encode(), *told[1:]])) == [FaultKind.MISSING_FIELD]
    assert refused(b"x" * 20_000 + b"\n") == [FaultKind.NOT_A_PACK]


def test_a_revision_of_another_kind_than_its_record_is_refused_whole(mom, dad):
    of, _ = planned(mom.journal)
    said = note(of)
    mom.journal.records.save(said)
    dad.take(mom.pack())
    other = computers_note_as_practice(dad, said.id)
    pack = mom.pack()
    bad = replace(pack, incoming=Incoming(revisions=(*pack.incoming.revisions, other)))
    before = len(revisions(dad.journal))
    with pytest.raises(InvalidValueError):
        dad.take(bad)
    assert len(revisions(dad.journal)) == before


def computers_note_as_practice(computer, record: UUID):
    fields = b'{"child":"%s","day":"2026-03-10","words":"x"}' % str(uuid4()).encode()
    made = Envelope(kind=Kind.LIFE_EVENT, record=record, device=str(uuid4()), at=None)
    return made.seal(bytes(16), fields)


@pytest.mark.parametrize(
    "fields",
    [
        b"{}",
        b"[]",
        b"nonsense",
        b'{"text":5}',
        b'{"child":"aaaaaaaa-0000-4000-8000-000000000001","day":"20260310","text":"x"}',
        b'{"child":"aaaaaaaa-0000-4000-8000-000000000001","day":"1773100800","text":"x"}',
        b'{"child":"aaaaaaaa-0000-4000-8000-000000000001","day":"1799999999","text":"x"}',
        b'{"child":"aaaaaaaa-0000-4000-8000-000000000001","day":"2026-03-10","text":"","at":"x"}',
        b'{"text":"x","child":"aaaaaaaa-0000-4000-8000-000000000001","day":"2026-03-10"}',
    ],
)
def test_genuine_bytes_that_tell_no_record_never_reach_the_journals_rows(mom, dad, fields):
    planned(mom.journal)
    strange = Envelope(kind=Kind.NOTE, record=uuid4(), device=str(uuid4()), at=None).seal(
        bytes(16), fields
    )
    pack = mom.pack()
    data = plain_pack(replace(pack, incoming=replace(pack.incoming, newer=(strange,))))
    told = read_plain_pack(data)
    assert told.incoming.newer == (strange,)
    dad.take(told)
    assert dad.journal.files.check().is_sound
    assert dad.journal.records.get(strange.told().record) is None


@pytest.mark.parametrize(
    "change",
    [{"op": "burn"}, {"schema": 3}, {"more": "yes"}, {"kind": "dream"}, {"op": "delete"}],
)
def test_envelopes_of_years_to_come_wait(change):
    from homejournal.exchange.revision_lines import split_readable

    strange = newer_revision(**{"kind": "note"} | change)
    assert split_readable([strange]).newer == (strange,)


@pytest.mark.parametrize(
    "change",
    [
        {"parents": "none"},
        {"parents": ["xyz"]},
        {"record": "x"},
        {"record": "AAAAAAAA-0000-4000-8000-000000000001"},
        {"device": "x"},
        {"at": "yesterday"},
        {"schema": "1"},
        {"kind": 3},
    ],
)
def test_an_envelope_out_of_form_is_no_revision(mom, change):
    strange = newer_revision(**change)
    line = {
        "envelope": strange.envelope.decode(),
        "salt": "00" * 16,
        "fields": strange.fields.decode(),
    }
    assert refused(with_line(mom, line)) == [FaultKind.REVISION_DOES_NOT_FIT]
