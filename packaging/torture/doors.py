"""The doors through which files come in, each with a sound file to begin with.

Each door is walked through as the program does; it raises what a family is told, or takes the file.
"""

import hashlib
import io
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from unittest import mock
from uuid import UUID

from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.people import Home
from homejournal.domain.records.visits import Visit
from homejournal.domain.sharing.outgoing import Audience
from homejournal.domain.sharing.table_import import DayOrder, Meaning, TablePlan, read_table
from homejournal.domain.today.week_cells import Answer
from homejournal.exchange import batch_file
from homejournal.exchange.batch_file import Batch, BatchFault, Signer, read_batch, write_batch
from homejournal.exchange.journal_csv import packed, tables_of, unpacked
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.exchange.tables import read_kept_table
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.safe.sharing.batches import MEDIA
from homejournal.services.safe.sharing.shared_media import MediaSeen, SharedMedia
from homejournal.services.safe.transfer.sealed_files import pack_of
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.keys_file import Costs, keys_bytes, new_key, new_slots, read_keys
from homejournal.storage.media.media_folder import MediaFolder, MediaSeal
from homejournal.storage.records.readable_revisions import read_genuine_contents
from torture import sheet_doors
from torture.mutating import spoiled, spoiled_json
from torture.story import CHILD, FIRST_DAY, NOW, STRATEGY, Story, begin, opened

Spoil = Callable[[bytes, Random], bytes]
_SHARING, _KEY = UUID(int=77), bytes(range(32))


class RefusedError(Exception):
    """A file is put aside without a word, as a sharing folder does with what is not whole."""


@dataclass(frozen=True, slots=True)
class Door:
    """One way in: its name, sound files, what is done with one, and the ways to spoil it."""

    name: str
    sound: tuple[bytes, ...]
    walk: Callable[[bytes], object]
    spoil: tuple[Spoil, ...]


def doors(journal: FamilyJournal, folder: Path) -> tuple[Door, ...]:
    """Return the doors of an open journal; `folder` is for what must lie on a disk."""
    file, beside = journal.files.export_json(), folder / "other"
    journals, pictures = _journals(beside), sound_pictures()
    tables = packed(tables_of(file))
    plan = journal.plan_files.export(list(journal.family().strategies), "A plan")
    pack = plain_pack(pack_of(journal.safe.pack_files.wish(Audience.OWN)))
    both = (spoiled, spoiled_json)
    return (
        Door("a journal's file", (file,), journal.files.import_json, both),
        Door("tables of a journal", (tables,), journal.files.import_json, (spoiled, _in_tables)),
        Door("a table kept before", _KEPT, partial(_read_kept, journal), (spoiled,)),
        Door("a plan file", (plan,), partial(_take_plan, journal), both),
        Door("what a pack holds", (pack,), partial(_take_pack, journal), (_line, spoiled)),
        Door("a batch of a sharing folder", _batches(pack), _read_batch, (spoiled, _inside)),
        Door("a journal of SQLite", journals, partial(_gather, beside), (_page,)),
        Door("a picture", pictures, kept_file, (spoiled, _page)),
        _photo_door(folder / "shared", pictures[0]),
        Door("a photo of a week", (sheet_doors.photo(),), read_week, (spoiled, _page)),
        Door("locked keys", (_keys(),), partial(_read_keys, beside), both),
    )


_ROWS = (
    b"Day,Strategy,How it went,Words\r\n3/2/2026,Pause and wait,2,he looked\r\n"
    b'3/3/2026,Pause and wait,some help,"two, lines\r\nof words"\r\n'
)
_KEPT = (
    _ROWS,
    "Tag;Notiz;Minuten\n02.03.2026;schön;10\n".encode("cp1252"),
    "Day\tNote\n2026-03-02\tmañana\n".encode("utf-16"),
)


def _read_kept(journal: FamilyJournal, data: bytes) -> None:
    """Read a table as a family does that says for each column what it is, by chance."""
    table = read_kept_table(data)
    chance = Random(len(data))  # noqa: S311
    plan = TablePlan(
        child=CHILD,
        meanings=[chance.choice(list(Meaning)) for _ in table.names],
        order=chance.choice(list(DayOrder)),
        letters={"y": Answer.DID_IT},
        strategy=STRATEGY,
    )
    read_table(table.rows, plan, journal.family(), NOW)


def _in_tables(data: bytes, chance: Random) -> bytes:
    """Spoil one of the tables in a zip file, or lose, rename or double it."""
    files = unpacked(data)
    name = chance.choice(sorted(files))
    match chance.randrange(6):
        case 0:
            del files[name]
        case 1:
            files[chance.choice(("../x.csv", "notes.csv", "journal.csv"))] = files[name]
        case _:
            files[name] = spoiled(files[name], chance)
    return packed(files)


def read_week(data: bytes) -> None:
    """Read a photo of a week. Raises RefusedError where no page of it is read."""
    if not sheet_doors.read_spoiled(data):
        raise RefusedError


def fill(journal: FamilyJournal) -> None:
    """Write a few records of many kinds, and some days."""
    story = Story(5)
    while story.done < 12:
        story.tell(journal)
    home = Home(id=UUID(int=70), name="With Ana")
    journal.records.save(
        home,
        PrivateNote(id=UUID(int=71), child=CHILD, day=FIRST_DAY, text="I was so tired"),
        Visit(id=UUID(int=72), child=CHILD, day=FIRST_DAY),
        Media(
            id=UUID(int=73),
            sha256="0" * 64,
            name="ours.jpg",
            type="image/jpeg",
            private_note=UUID(int=71),
        ),
    )
    journal.records.delete(UUID(int=73))  # a pack for our own computers tells of it


def _take_plan(journal: FamilyJournal, data: bytes) -> None:
    preview = journal.plan_files.preview(data, CHILD)
    journal.plan_files.take(preview, [item.record.id for item in preview.items])


def _take_pack(journal: FamilyJournal, data: bytes) -> None:
    pack = read_plain_pack(data)
    journal.safe.pack_files.preview(pack)
    journal.safe.pack_files.take_in(pack)


def _line(data: bytes, chance: Random) -> bytes:
    """Spoil the values of one line of a pack, or lose, double or move a line."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines) - 1)
    match chance.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(chance.randrange(len(lines)), lines[at])
        case 2:
            lines[at] = b"[" * chance.choice((1, 100_000))
        case _:
            lines[at] = spoiled_json(lines[at], chance)
    return b"\n".join(lines)


def _batches(pack: bytes) -> tuple[bytes, ...]:
    signer, told = Signer(bytes(range(32))), read_plain_pack(pack)
    batch = Batch(
        journal=_SHARING,
        device=UUID(int=78),
        number=1,
        public=signer.public,
        home=None,
        through=FIRST_DAY,
        incoming=told.incoming,
        private=told.private,
    )
    return (write_batch(batch, _KEY, signer),)


def _inside(data: bytes, chance: Random) -> bytes:
    """Return a batch that is sealed and signed well, though what is inside is spoiled."""
    batch = read_batch(data, _KEY, _SHARING)
    assert isinstance(batch, Batch)  # noqa: S101
    plain = batch_file._plain(batch)  # noqa: SLF001
    made = chance.choice((spoiled, spoiled_json))(plain, chance)
    with mock.patch.object(batch_file, "_plain", return_value=made):
        return write_batch(batch, _KEY, Signer(bytes(range(32))))


def _read_batch(data: bytes) -> None:
    if isinstance(read_batch(data, _KEY, _SHARING), BatchFault):
        raise RefusedError


def _journals(folder: Path) -> tuple[bytes, ...]:
    begin(folder)
    with closing(opened(folder)) as journal:
        fill(journal)
    return ((folder / "journal.hj").read_bytes(),)


def _gather(folder: Path, data: bytes) -> None:
    """Read a foreign file as a copy, a conflict copy and a journal to open are read."""
    file = folder / "journal.hj"
    file.write_bytes(data)
    read_genuine_contents(file)
    before = file.stat().st_mtime_ns
    with closing(opened(folder, write=False)) as journal:
        journal.safe.checkup.is_sound_at_a_glance()
        journal.files.check()
    assert file.stat().st_mtime_ns == before, "a foreign file was written to"  # noqa: S101


def _page(data: bytes, chance: Random) -> bytes:
    """Spoil a file of pages: bits, whole pages, its end, its header."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 30))):
        begin = chance.randrange(max(1, len(made) // 4096)) * 4096
        match chance.randrange(6):
            case 0:
                made[begin : begin + 4096] = bytes(4096)
            case 1:
                made[begin : begin + 4096] = chance.randbytes(4096)
            case 2:
                del made[chance.randrange(len(made) + 1) :]
            case 3:
                made[: chance.randrange(100)] = chance.randbytes(chance.randrange(100))
            case _ if made:
                made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def sound_pictures() -> tuple[bytes, ...]:
    from PIL import Image

    made = []
    for kind in ("JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP"):
        into = io.BytesIO()
        Image.effect_noise((60, 40), 90).convert("RGB").save(into, kind)
        made.append(into.getvalue())
    return tuple(made)


def _photo_door(folder: Path, photo: bytes) -> Door:
    """Return the door of a photo that a shared folder brings, sealed."""
    sha256, seal = hashlib.sha256(photo).hexdigest(), MediaSeal(_KEY)
    sealed = folder / str(UUID(int=78)) / MEDIA / seal.name(sha256)
    sealed.parent.mkdir(parents=True)
    ours = MediaFolder(JournalFolder(folder / "here"))

    def fetch(data: bytes) -> None:
        sealed.write_bytes(data)
        if not SharedMedia(ours, _KEY, folder / "own", MediaSeen()).fetch([sha256]).came:
            assert not ours.lying(), "what is not whole was kept"  # noqa: S101
            raise RefusedError
        assert ours.lying() == {sha256}, "another photo was kept"  # noqa: S101
        ours.drop(ours.lying())

    def inside(data: bytes, chance: Random) -> bytes:
        """Return a photo that is sealed well, though what is inside is spoiled."""
        return seal.seal(spoiled(seal.open(data, sha256), chance), sha256)

    sound = seal.seal(photo, sha256)
    return Door("a photo of a sharing folder", (sound,), fetch, (spoiled, _page, inside))


def _keys() -> bytes:
    return keys_bytes(new_slots(_SHARING, new_key(), "four quiet words here", Costs(8, 1, 1)))


def _read_keys(folder: Path, data: bytes) -> None:
    file = folder / "keys.json"
    file.write_bytes(data)
    read_keys(file)
    file.unlink()
