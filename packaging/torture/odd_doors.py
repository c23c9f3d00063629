"""The doors again, each with files that are odd inside: rightly sealed, signed, summed and packed.

`doors.py` spoils sound files; here they are made by the grammar of `grammar.py`, with real keys.
"""

import hashlib
import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock
from uuid import UUID

from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import content_hash
from homejournal.domain.sharing.outgoing import Audience, SharingEntry
from homejournal.exchange import batch_file
from homejournal.exchange.batch_file import Batch, Signer, write_batch
from homejournal.exchange.journal_csv import unpacked
from homejournal.exchange.media_files import kept_file
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.safe.sharing.sync_run import run
from homejournal.storage.file.connection import connect
from torture.doors import RefusedError, doors, read_week
from torture.grammar import archive, as_bytes, fields, json_text, odd, table, value
from torture.grammar_pictures import picture
from torture.odd_keys import keys, read_sealed, remember, remembered, sealed
from torture.sheet_doors import odd_week, read_by
from torture.story import FIRST_DAY

Sound = list[tuple[Kind, dict[str, Any]]]
_STRANGER, _SOUND = UUID(int=90), UUID(int=91)
_SIGNERS = {_STRANGER: Signer(bytes(31) + b"1"), _SOUND: Signer(bytes(31) + b"2")}


@dataclass(frozen=True, slots=True)
class OddDoor:
    """One way in: its name, what makes a file, what is done with it, and its share of all files."""

    name: str
    make: Callable[[Random], bytes]
    walk: Callable[[bytes], object]
    share: int


def odd_doors(journal: FamilyJournal, folder: Path) -> tuple[OddDoor, ...]:
    """Return the doors of an open journal; `folder` is for what must lie on a disk."""
    known = {one.name: one for one in doors(journal, folder)}
    sound = {name: one.sound[0] for name, one in known.items()}
    records = _records(json.loads(sound["a journal's file"]))
    files = unpacked(sound["tables of a journal"])
    shared = _Folder(journal, folder / "cloud")

    def door(name: str, make: Callable[[Random], bytes], share: int) -> OddDoor:
        return OddDoor(name, make, known[name].walk, share)

    return (
        door("a journal's file", partial(_file, json.loads(sound["a journal's file"])), 8),
        door("tables of a journal", partial(archive, files), 8),
        door("a table kept before", partial(table, known["a table kept before"].sound[0]), 8),
        door("a plan file", partial(_file, json.loads(sound["a plan file"])), 10),
        door("what a pack holds", partial(_pack, sound["what a pack holds"], records), 14),
        OddDoor("a sharing folder", partial(shared.batch, records), shared.look, 20),
        door("a journal of SQLite", partial(_journal, sound["a journal of SQLite"], records), 2),
        OddDoor("a picture", picture, kept_file, 8),
        OddDoor("a sealed pack", sealed, read_sealed, 6),
        door("locked keys", partial(keys, json.loads(sound["locked keys"])), 8),
        OddDoor("what this computer remembers", remembered, partial(remember, folder), 8),
        OddDoor("a picture read as a week", picture, read_week, 1),
        OddDoor("where the boxes of a week are", odd_week, _read_by, 1),
    )


def _read_by(data: bytes) -> None:
    if not read_by(data):
        raise RefusedError


def _file(told: Any, chance: Random) -> bytes:  # noqa: ANN401 (any JSON)
    return as_bytes(json_text(odd(told, chance)))


def _records(told: dict[str, Any]) -> Sound:
    """Return the kinds and fields of all that a journal's file tells."""
    return [
        (kind, {name: said for name, said in one.items() if name not in {"id", "rev"}})
        for kind, entry in KINDS.items()
        for one in told.get(entry.list_name, ())
    ]


def _revision(records: Sound, chance: Random) -> dict[str, Any]:
    """Return a revision as a line: genuine, whatever stands in its envelope and fields."""
    kind, made = fields(records, chance)
    data, salt = made.encode("utf-8", "replace"), chance.randbytes(16)
    told: dict[str, Any] = {
        "at": chance.choice((None, "2026-03-10T20:30:00+00:00")),
        "content": content_hash(salt, data),
        "device": chance.choice((str(_STRANGER), "file")),
        "kind": kind,
        "op": "put" if chance.random() < 0.9 else "delete",
        "parents": [],
        "record": str(UUID(int=chance.randrange(60, 2_000))),
        "schema": 1 if chance.random() < 0.95 else chance.choice((2, 2**52)),
    }
    if chance.random() < 0.08:
        told = {**told, chance.choice((*told, "more")): value(chance)}
    line = {"envelope": json_text(told)}
    if chance.random() < 0.9:
        line |= {"salt": salt.hex(), "fields": data.decode()}
    return line if chance.random() < 0.95 else {**line, chance.choice((*line, "x")): value(chance)}


def _pack(sound: bytes, records: Sound, chance: Random) -> bytes:
    head, *rest = sound.split(b"\n")[:-1]
    lines = chance.sample(rest, min(3, len(rest)))
    if chance.random() < 0.2:
        head = as_bytes(json_text(odd(json.loads(head), chance)))
    for _ in range(chance.choice((1, 2, 6))):
        lines.append(as_bytes(json_text(_line(records, chance))))
    return b"\n".join((head, *lines, b""))


def _line(records: Sound, chance: Random) -> dict[str, Any]:
    photo = chance.randbytes(9)
    return chance.choice(
        (
            _revision(records, chance),
            _revision(records, chance),
            {"purged": [hashlib.sha256(photo).hexdigest()]},
            {"purged": value(chance)},
            {"private": [value(chance)]},
            {"draft": chance.choice(("note:1", "page:x", value(chance))), "text": value(chance)},
            {"media": hashlib.sha256(photo).hexdigest(), "data": value(chance)},
            {"media": value(chance), "data": "eA=="},
        )
    )


class _Folder:
    """A sharing folder that holds a sound batch, and each odd one in its turn."""

    def __init__(self, journal: FamilyJournal, folder: Path) -> None:
        self._journal, self._settings = journal, folder / "settings"
        self._settings.mkdir(parents=True)
        self._shared = journal.safe.sharing.begin(Audience.OWN, folder, self._settings)
        self._place = folder / str(self._shared.journal)
        self._lay(_SOUND, _batch(self._shared, _SOUND, None))

    def batch(self, records: Sound, chance: Random) -> bytes:
        """Return a batch of a computer that has the key, sealed and signed."""
        told: dict[str, Any] = {
            "home": None,
            "through": "2026-03-10",
            "revisions": [_revision(records, chance) for _ in range(chance.choice((1, 1, 3)))],
            "purged": [],
        }
        if chance.random() < 0.3:
            more = chance.choice(("home", "through", "revisions", "purged", "private", "gone", "x"))
            told = {**told, more: value(chance)}
        return _batch(self._shared, _STRANGER, as_bytes(json_text(told)))

    def look(self, data: bytes) -> None:
        """Look into the folder as the window does; what is sound beside an odd one must be read."""
        sharing, path = self._journal.safe.sharing, self._lay(_STRANGER, data)
        shared = next(one for one in sharing.all() if one.id == self._shared.id)
        wish = sharing.wish(shared, self._settings, write=False)
        assert wish is not None  # noqa: S101
        known = sharing.folder_of(shared)
        for _change in sharing.take(run(wish, known)):
            pass
        assert _SOUND in known.batches.arrived(), "what lies beside it was not read"  # noqa: S101
        is_read = _STRANGER in known.batches.arrived()
        path.unlink()
        if not is_read:
            assert known.batches.unreadable_names, "it is not told"  # noqa: S101
            raise RefusedError

    def _lay(self, device: UUID, data: bytes) -> Path:
        path = self._place / str(device) / "00000001.hjb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path


def _batch(shared: SharingEntry, device: UUID, plain: bytes | None) -> bytes:
    batch = Batch(
        journal=shared.journal,
        device=device,
        number=1,
        public=_SIGNERS[device].public,
        home=None,
        through=FIRST_DAY,
    )
    made = batch_file._plain(batch) if plain is None else plain  # noqa: SLF001
    with mock.patch.object(batch_file, "_plain", return_value=made):
        return write_batch(batch, shared.key, _SIGNERS[device])


def _salt(told: object) -> bytes:
    try:
        return bytes.fromhex(str(told))
    except ValueError:
        return b""


_PUT = "UPDATE revision SET id = ?, envelope = ?, salt = ?, fields = ? WHERE seq = ?"


def _journal(sound: bytes, records: Sound, chance: Random) -> bytes:
    """Return a journal of SQLite with genuine revisions in it that tell odd things."""
    with TemporaryDirectory() as made:
        path = Path(made) / "journal.hj"
        path.write_bytes(sound)
        with closing(connect(path, write=True)) as opened:
            rows = opened.execute("SELECT seq FROM revision").fetchall()
            for (row,) in chance.sample(rows, min(3, len(rows))):
                line = _revision(records, chance)
                envelope = str(line["envelope"]).encode("utf-8", "replace")
                told = str(line.get("fields", "{}")).encode("utf-8", "replace")
                salt = _salt(line.get("salt"))
                opened.execute(_PUT, (hashlib.sha256(envelope).digest(), envelope, salt, told, row))
            opened.commit()
        return path.read_bytes()
