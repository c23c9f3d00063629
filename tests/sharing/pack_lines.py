"""Two homes, the lines of their packs, and what a pack may hold besides."""

import hashlib
import io
import json
from dataclasses import replace
from uuid import uuid4

import pytest
from PIL import Image

from homejournal.domain.errors import ImportFaultsError
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.safe.transfer.sealed_files import pack_of

WORDS = "apple lamp meadow seven"


@pytest.fixture
def mom(computers):
    made = computers.new("mom")
    made.safe.homes.name_ours("With Mom")
    return made


@pytest.fixture
def dad(computers):
    made = computers.new("dad")
    made.safe.homes.name_ours("With Dad")
    return made


def lines(computer, audience=Audience.OTHER_HOME, **said):
    return plain_pack(pack_of(computer.safe.pack_files.wish(audience, **said))).split(b"\n")


def refused(data: bytes) -> list[str]:
    with pytest.raises(ImportFaultsError) as refusal:
        read_plain_pack(data)
    return [fault.what for fault in refusal.value.faults]


def with_line(computer, *more: object) -> bytes:
    told = lines(computer)
    return b"\n".join([*told[:-1], *(json.dumps(one).encode() for one in more), b""])


def jpeg(shade: int = 80) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 120, shade)).save(out, "PNG")
    return out.getvalue()


def purge(computer, *records):
    from homejournal.storage.journal.deleting import purge as carry_out
    from homejournal.storage.journal.deleting import puts_of

    session = computer.journal._session
    with session.step() as step:
        known = step.writer.standing([record.id for record in records])
        ids = {one for stored in known.values() for one in puts_of(stored)}
        carry_out(session.store, step.connection, ids)


def newer_revision(kind: str = "dream", fields: bytes = b'{"text":"of the sea"}', **more: object):
    """Return a revision as a homejournal of years to come may write it."""
    plain = Envelope(kind=Kind.NOTE, record=uuid4(), device=str(uuid4()), at=None).seal(
        bytes(16), fields
    )
    told = {**json.loads(plain.envelope), "kind": kind, **more}
    envelope = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    return replace(plain, id=hashlib.sha256(envelope).digest(), envelope=envelope)
