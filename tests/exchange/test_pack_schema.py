"""The schema for other programs says what stands in a pack."""

import json
from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope
from homejournal.domain.sharing.outgoing import Audience, Sender
from homejournal.exchange.pack_file import Invitation, Pack, plain_pack
from homejournal.exchange.revision_lines import Incoming
from homejournal.resources import resource
from schema import PACK_FILE, pack_schema, schema_bytes
from tests.exchange.test_journal_schema import faults_of_schema


def a_pack():
    made = Envelope(kind=Kind.MEDIA, record=uuid4(), device=str(uuid4()), at=None)
    revision = made.seal(bytes(16), b"{}")
    return Pack(
        sender=Sender(journal=uuid4(), device=uuid4(), home=uuid4(), through=date(2026, 3, 15)),
        audience=Audience.OWN,
        settings=JournalSettings(id=uuid4()),
        incoming=Incoming(revisions=(revision,)),
        purged=frozenset({revision.id}),
        private=frozenset({str(made.record)}),
        drafts={"note": "not yet"},
        media={"00" * 32: b"bytes"},
        invitation=Invitation(
            sharing=uuid4(),
            journal=uuid4(),
            audience=Audience.OWN,
            key=bytes(32),
            device=uuid4(),
            public=bytes(32),
        ),
    )


def test_the_stored_schema_is_the_one_that_the_code_makes():
    """Write it anew with `.venv/bin/python packaging/schema.py`."""
    assert resource(*PACK_FILE).read_bytes() == schema_bytes(pack_schema())


def test_every_line_of_a_pack_is_valid():
    schema = pack_schema()
    lines = plain_pack(a_pack()).splitlines()
    parts = ("Head", "Revision", "Purged", "Private", "Draft", "Media")
    assert len(lines) == len(parts)
    for name, line in zip(parts, lines, strict=True):
        assert list(faults_of_schema(json.loads(line), schema["$defs"][name], schema)) == []


@pytest.mark.parametrize(
    "line",
    [{"envelope": 5}, {"purged": "x"}, {"private": 5}, {"draft": "x"}, {"media": "00" * 32}, {}],
)
def test_what_the_reader_refuses_is_not_valid(line):
    schema = pack_schema()
    for part in schema["$defs"].values():
        assert list(faults_of_schema(line, part, schema))
