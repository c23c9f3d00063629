"""Files made to do harm: names that lead elsewhere, bombs, links, pipes, tables that are none.

All of it is done under strace, so that no file can be made outside the folder unseen.
"""

import json
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import sqlcipher3

from homejournal.domain.errors import JournalError
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange import media_files, pack_file
from homejournal.exchange.journal_csv import packed, unpacked
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.records.attachments import read_media_file
from homejournal.services.safe.transfer.sealed_files import pack_of, read_pack_file
from homejournal.storage.records.readable_revisions import read_genuine_contents
from torture import children
from torture.bombs import bombs, pictures
from torture.doors import fill
from torture.forking import Forked
from torture.frame import Result, Scale, nothing_tried
from torture.story import CHILD, begin, opened
from torture.system_calls import calls_in, is_here, recording

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal

PROMISE = "A file made to do harm reaches nothing outside the journal"
TRIED = "harmful files, and all files that were made meanwhile"
_LONGEST, _MOST_MIB = 10.0, 300
_MAKING = (
    "openat",
    "creat",
    "mkdir",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
)
NAMES = (
    *("../outside", "../../outside", "/tmp/outside", "C:\\outside", "\\\\server\\share\\outside"),
    *("CON", "NUL.txt", "aux", "a/../../outside", "outside\x00.txt", "~/outside", ".", "..", ""),
    *("\u202egpj.exe", "x" * 5000, "a\nb", "file:///etc/passwd", "http://tracker.example/x.png"),
)
Case = tuple[str, Callable[[], object]]


def run(scale: Scale) -> Result:
    if not is_here():
        return nothing_tried("strace is not installed")
    record = scale.folder / "calls.txt"
    before = recording(record, _MAKING)
    often = scale.times(full=1, quick=6)
    with children.start(
        scale, "try_all", scale.folder, often, scale.mutant, before=before
    ) as program:
        said, _ = program.communicate()
    told = [json.loads(line) for line in said.decode().splitlines()]
    wrong = [f"{name}: {what}" for name, what in told if what]
    if program.returncode or not told:
        wrong.append(f"the program broke off with {program.returncode}")
    wrong += _made_elsewhere(record, scale.folder)
    tried = len(told)
    return Result(tried, max(0, tried - len(wrong)), len(wrong), tuple(wrong[:10]))


def try_all(folder: str, every: str, planted: str = "") -> None:
    """Try harmful files in a program that is watched, each in a copy of it; all names, or some."""
    place = Path(folder) / "journal"
    begin(place)
    with closing(opened(place)) as journal:
        fill(journal)
        plain = plain_pack(pack_of(journal.safe.pack_files.wish(Audience.OWN)))
        file = journal.files.export_json()
    names = NAMES[:: int(every)]
    chosen = _few if planted else _cases
    for name, act in chosen(Path(folder), plain, file, names):
        begins = time.monotonic()
        program = Forked(partial(_act, act))
        said = program.hear(_LONGEST, lines=1)
        program.kill()
        took = time.monotonic() - begins
        what = said[-1] if said else "it broke off"
        if took > _LONGEST:
            what = f"it took {took:.0f} s"
        children.tell(json.dumps([name, "" if what == "fine" else what]))


def _act(act: Callable[[], object]) -> None:
    before = _most_mebibytes()
    try:
        act()
    except (JournalError, OSError):
        pass
    except BaseException as error:  # noqa: BLE001 (any other is a finding)
        children.tell(f"{type(error).__name__}: {str(error)[:200]}")
        return
    more = _most_mebibytes() - before
    children.tell("fine" if more < _MOST_MIB else f"it took {more} MiB")


def _few(folder: Path, plain: bytes, file: bytes, names: Sequence[str]) -> Iterator[Case]:
    """Give what is enough to catch a planted fault."""
    yield from _named(folder, plain, file, names)
    yield from pictures()


def _cases(folder: Path, plain: bytes, file: bytes, names: Sequence[str]) -> Iterator[Case]:
    yield from _named(folder, plain, file, names)
    yield from bombs(plain)
    yield from pictures()
    yield from _no_files(folder)
    yield from _tables(folder)


def _named(folder: Path, plain: bytes, file: bytes, names: Sequence[str]) -> Iterator[Case]:
    """Names where a path could be meant: of a picture, its hash, a person, a plan."""
    for number, name in enumerate(names):
        for field in ("name", "sha256", "type"):
            media = {"name": "a.pdf", "sha256": "0" * 64, "type": "application/pdf", field: name}
            record = {"id": str(UUID(int=9)), "strategy": str(UUID(int=8)), **media}
            told = json.loads(file)
            told["media"] = [record]
            told["strategies"][0]["id"] = str(UUID(int=8))
            yield f"a picture whose {field} is {name!r}", partial(_import, folder, told, number)
        line = json.dumps({"media": name, "data": "AAAA"}).encode()
        yield f"a pack with a file {name!r}", partial(read_plain_pack, plain + line + b"\n")
        yield f"tables with a file {name!r}", partial(unpacked, packed({name: b"name,value"}))
        told = {"format": "homejournal-plan", "schema": 1, "name": name, "strategies": []}
        yield f"a plan named {name!r}", partial(_plan, folder, told)


def _import(folder: Path, told: object, number: int) -> None:
    with _a_journal(folder / f"named-{number}") as journal:
        journal.files.import_json(json.dumps(told).encode())
        for media in journal.media.of_strategies([UUID(int=8)]).get(UUID(int=8), ()):
            journal.media.read(media)


def _plan(folder: Path, told: object) -> None:
    with _a_journal(folder / "plans") as journal:
        journal.plan_files.preview(json.dumps(told).encode(), CHILD)


def _a_journal(folder: Path) -> "AbstractContextManager[FamilyJournal]":
    if not folder.exists():
        begin(folder)
    return closing(opened(folder))


def _no_files(folder: Path) -> Iterator[Case]:
    """Give what is no file, or one without an end, wherever a file is read."""
    made = folder / "no files"
    made.mkdir()
    os.mkfifo(made / "pipe")
    (made / "zero").symlink_to("/dev/zero")
    (made / "folder").mkdir()
    with (made / "huge").open("wb") as file:
        file.truncate(40 << 30)
    (made / "secret").symlink_to("/etc/shadow")
    for path in sorted(made.iterdir()):
        yield f"{path.name} as a picture", partial(read_media_file, path)
        yield f"{path.name} as a pack", partial(read_pack_file, path, "words")
        yield f"{path.name} as a copy of a journal", partial(read_genuine_contents, path)
        yield f"{path.name} beside a journal", partial(_beside, folder, path)


def _beside(folder: Path, path: Path) -> None:
    """Lay it beside a journal under the names by which copies are found."""
    with _a_journal(folder / "beside") as journal:
        for name in ("journal (conflicted copy).hj", "journal.sync-conflict-20260101-120000-A.hj"):
            link = journal.folder / name
            link.unlink(missing_ok=True)
            link.symlink_to(path)
            for found in journal.safe.copies.found():
                journal.safe.copies.look_into(found)


def _tables(folder: Path) -> Iterator[Case]:
    """Journals whose tables are questions without an end, or do something when they are read."""
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS "
    names = {
        "revision": "seq, x AS id, x AS envelope, x AS salt, x AS fields",
        "head": "record, x AS kind, x AS rev",
        "meta": "name, x AS value",
        "draft": "place, x AS text",
    }
    for number, (table, columns) in enumerate(names.items()):
        view = f"CREATE VIEW {table} AS {endless}{columns} FROM n"
        change = (f"DROP TABLE {table}", view)
        yield f"{table} is a question without an end", partial(_tampered, folder, number, change)
    writes = "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM revision; END"
    yield "a trigger that deletes", partial(_tampered, folder, 90, (writes,))
    for column in ("envelope", "fields"):
        huge = f"UPDATE revision SET {column} = zeroblob(200000000) WHERE seq = 2"  # noqa: S608
        yield f"{column} of 200 MB", partial(_gathered, folder, column, huge)


def _gathered(folder: Path, column: str, change: str) -> None:
    read_genuine_contents(_changed(folder / f"huge-{column}", (change,)) / "journal.hj")


def _changed(place: Path, changes: tuple[str, ...]) -> Path:
    """Change a journal by force in another program, which takes its memory with it."""
    begin(place)

    def change() -> None:
        file = sqlcipher3.connect(place / "journal.hj", isolation_level=None)
        for one in changes:
            file.execute(one)
        file.close()

    Forked(change).wait()
    return place


def _tampered(folder: Path, number: int, changes: tuple[str, ...]) -> None:
    """Change a journal by force, then read it as a copy and open it as one's own."""
    place = _changed(folder / f"tampered-{number}", changes)
    for read in (partial(read_genuine_contents, place / "journal.hj"), partial(_read, place)):
        try:
            read()
        except JournalError:
            continue


def _read(place: Path) -> None:
    with closing(opened(place)) as journal:
        journal.safe.checkup.is_sound_at_a_glance()
        journal.family()
        journal.drafts.kept()


def _made_elsewhere(record: Path, folder: Path) -> list[str]:
    """Return the files that were made, renamed or linked outside the folder."""
    found = set()
    for call in calls_in(record):
        if call.name == "openat" and not re.search(
            "O_CREAT|O_WRONLY|O_RDWR|O_TRUNC", call.given[2]
        ):
            continue
        paths = [call.path(at) for at in range(len(call.given)) if '"' in call.given[at]]
        if call.name == "symlink":  # where it leads to is not made
            paths = paths[1:]
        found |= {path for path in paths if not path.is_relative_to(folder)}
    harmless = {Path("/dev/null")}
    return [f"made or changed outside: {path}" for path in sorted(found - harmless)]


def _most_mebibytes() -> int:
    """Return the most memory that this process ever held."""
    told = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(told[1]) >> 10 if told else 0


def _write_files_of_packs() -> None:
    """Lay what a pack holds into a folder, under the names that it has."""
    take = pack_file._Told._take_media  # noqa: SLF001

    def laid(self: "pack_file._Told", place: str, told: dict[str, str]) -> None:
        path = Path.cwd() / told["media"].replace("\0", "")
        if path.parent.is_dir() and not path.is_dir() and len(path.name) < 200:
            path.write_bytes(b"")
            path.unlink()
        take(self, place, told)

    pack_file._Told._take_media = laid  # type: ignore[method-assign] # noqa: SLF001


def _draw_any_picture() -> None:
    """Draw a picture of whatever size."""
    media_files._refuse_too_many = lambda pixels, form: None  # noqa: ARG005, SLF001


MUTANTS = {"a_pack_is_unpacked": _write_files_of_packs, "any_size_is_drawn": _draw_any_picture}
