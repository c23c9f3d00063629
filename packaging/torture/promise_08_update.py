"""Kills the program with signal 9 while it brings an older journal to its present form."""

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.storage.file.connection import FILE_SCHEMA, connect, schema_of
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.journal import file_upgrade
from homejournal.storage.journal.store import Store
from homejournal.storage.migrations import migrate
from homejournal.storage.records.kind_numbers import PROJECTION
from homejournal.storage.records.readable_revisions import PurgeAsked, read_genuine_contents
from homejournal.storage.records.settings_and_drafts import write_meta
from torture.forking import Forked
from torture.frame import Result, Scale
from torture.looking import wrong_with
from torture.story import KEY, Story, begin, opened

PROMISE = "An update never leaves half a file"
TRIED = "kills while an old journal is brought to its new form"
_SAVES = 120
_YOUNGER = ("purged", "purge_asked", "newer")
"""The tables that came with schema 2."""
_TABLE_OF_SCHEMA_2 = (
    "CREATE TABLE purge_asked (id BLOB NOT NULL, home BLOB NOT NULL, "
    "declined INTEGER NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID, STRICT"
)
_WITHOUT_DIGESTS = "DELETE FROM meta WHERE name IN ('hashes', 'rows')"
"""Neither settings nor small tables had anything that vouches for them then."""
_ASKED_ONCE = (
    "DROP TABLE purge_asked",
    _TABLE_OF_SCHEMA_2,
    "INSERT INTO purge_asked SELECT id, x'00112233445566778899aabbccddeeff', seq % 2 FROM revision",
)
"""How schema 2 kept what another home asks to delete for good."""
_OF_SCHEMA_1 = (
    *(f"DROP TABLE {table}" for table in _YOUNGER),
    "PRAGMA user_version = 1",
    _WITHOUT_DIGESTS,
)
_OLD_PROJECTION = (
    "UPDATE meta SET value = '1' WHERE name = 'projection'",
    "ALTER TABLE practice DROP COLUMN versions",
)
_AS_BEFORE = {
    "projection": (*_OF_SCHEMA_1, *_OLD_PROJECTION),
    "tables": _OF_SCHEMA_1,
    "requests": (*_ASKED_ONCE, _WITHOUT_DIGESTS, "PRAGMA user_version = 2"),
}
_LASTING = {
    "journal.hj",
    "journal.lock",
    "proof.json",
    "backups",
    "keys.json",
    "reserve.bin",
    "media",
}


@dataclass(frozen=True, slots=True)
class _Old:
    """An old journal: its file, what was written in it, and how long its update takes."""

    file: Path
    key: Key | None
    story: Story
    seconds: float


def run(scale: Scale) -> Result:
    kinds = (
        ("projection", None),
        ("tables", None),
        ("tables", KEY),
        ("requests", None),
        ("requests", KEY),
    )
    old = [_old(scale, what, key) for what, key in kinds]
    kills, half, new, wrong = scale.times(full=500, quick=30, usual=5), 0, 0, list[str]()
    chance = scale.random("update")
    for number in range(kills):
        one = old[number % len(old)]
        folder = scale.folder / "journal"
        _put(one, folder)
        child = Forked(_open(folder, one.key))
        child.hear(chance.uniform(0, one.seconds * 1.6))
        child.kill()
        half_left = (folder / "journal.rebuilt").exists()
        half += half_left
        new += not half_left and _is_new(folder, one.key)
        if what := _wrong(folder, one):
            wrong.append(f"kill {number}: {what}")
            if len(wrong) == 5 or scale.mutant:
                break
    tried = number + 1
    told = f"{half} left a half new file beside the whole old one, {new} had the new one in place"
    return Result(tried, tried - len(wrong), len(wrong), (told, *wrong))


def _old(scale: Scale, what: str, key: Key | None) -> _Old:
    """Write a journal, and make it as one of before.

    Of schema 1 with its projection or its tables alone, or of schema 2 with its requests.
    """
    folder = scale.folder / f"{what}-{'sealed' if key else 'plain'}"
    begin(folder, key)
    story, journal = Story(scale.seed), opened(folder, key)
    while story.done < _SAVES:
        story.tell(journal)
    journal.close()
    with closing(connect(folder / "journal.hj", write=True, key=key)) as file:
        for statement in _AS_BEFORE[what]:
            file.execute(statement)
    timed = scale.folder / "timed"
    old = _Old(folder / "journal.hj", key, story, 0)
    _put(old, timed)
    _open(timed, key)()  # what loads once is loaded now
    _put(old, timed)
    start = time.monotonic()
    _open(timed, key)()
    return _Old(folder / "journal.hj", key, story, time.monotonic() - start)


def _put(old: _Old, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    shutil.copy(old.file, folder / "journal.hj")
    shutil.copytree(old.file.with_name("media"), folder / "media")


def _open(folder: Path, key: Key | None) -> Callable[[], None]:
    def work() -> None:
        opened(folder, key).close()

    return work


def _is_new(folder: Path, key: Key | None) -> bool:
    try:
        with closing(connect(folder / "journal.hj", write=False, key=key)) as file:
            return schema_of(file) == FILE_SCHEMA
    except JournalError:
        return False


def _wrong(folder: Path, old: _Old) -> str:
    """Return what is wrong with the journal at its next start, or with the copy from before."""
    what = wrong_with(folder, old.story, _SAVES, old.key)
    if what:
        return what
    if not _is_new(folder, old.key):
        return "the next start did not bring it to its new form"
    before = folder / "backups" / f"before-schema-{FILE_SCHEMA}.hj"
    was = _held(old.file, old.key)
    if not before.exists() or _held(before, old.key) != was:
        return "the copy from before is not whole"
    if _held(folder / "journal.hj", old.key) != was:
        return "revisions or requests are gone, or there are more"
    left = {path.name for path in folder.iterdir()} - _LASTING
    return f"files are left behind: {', '.join(sorted(left))}" if left else ""


def _held(file: Path, key: Key | None) -> tuple[set[bytes], set[PurgeAsked]]:
    found = read_genuine_contents(file, key)
    return {revision.id for revision in found.revisions}, set(found.asked)


def _in_place_without_a_transaction() -> None:
    """Change the journal's own file, each statement for itself, and say first that it is new."""

    def rebuild(folder: JournalFolder, key: Key | None = None) -> None:
        with closing(connect(folder.journal, write=True, key=key)) as file:
            file_upgrade._keep_before(folder, file, key)  # noqa: SLF001
            store = Store(folder, file, device=UUID(int=0), write=True, key=key)
            with store.engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                migrate(connection, folder.path)
                write_meta(connection, {"projection": str(PROJECTION)})
                file_upgrade._rebuild(store, connection)  # noqa: SLF001
        (folder.path / "journal.hj-journal").unlink(missing_ok=True)  # empty; only kills do harm

    file_upgrade.rebuild_on_a_copy = rebuild


def _written_over_the_old_file() -> None:
    """Write the new file over the old one, piece by piece, where it is to take its name at once."""

    def over(made: Path, target: Path) -> None:
        with target.open("r+b", buffering=0) as file, made.open("rb") as new:
            while piece := new.read(4096):
                file.write(piece)
                time.sleep(0.001)  # as a slow disk takes
                time.sleep(0.005)  # as on a slow disk
            file.truncate()
        made.unlink()

    setattr(file_upgrade, "put_in_place", over)  # noqa: B010


MUTANTS = {
    "in_place_without_a_transaction": _in_place_without_a_transaction,
    "written_over_the_old_file": _written_over_the_old_file,
}
