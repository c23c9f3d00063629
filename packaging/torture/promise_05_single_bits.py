"""Turns single bits of a plain journal, and compares all that the program then tells."""

import hashlib
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from homejournal.domain.errors import JournalError
from homejournal.services.family_journal import FamilyJournal
from homejournal.storage.journal import check as journal_check
from homejournal.storage.journal.file_digest import FileDigest, Proof
from tests.damages import PAGE
from torture.asking import all_told, small_family
from torture.frame import Result, Scale, Size
from torture.story import opened

PROMISE = "One changed bit changes no figure, list or search without a word"
TRIED = "single bits of plain journals"
_ANYWHERE = {Size.FULL: 10, Size.QUICK: 40, Size.USUAL: 40}
"""One bit of so many is of any byte; the others are of bytes that say something.

Most of a file is empty, and to see there that nothing is another takes longest.
"""
_BITS_OF_A_FAMILY = 10_000
_PLANTED = 2500
"""So many bits for a planted fault, which ends with the first that is silent."""
_BEGINNING = 16 * PAGE
"""Here all small tables begin; a planted fault is looked for in them half of the time."""
_TOLD, _SAME = "told", "without effect"


def run(scale: Scale) -> Result:
    verdicts = Counter[str]()
    bits = scale.times(full=100_000, quick=_PLANTED if scale.mutant else 1000, usual=80)
    for done in range(0, bits, _BITS_OF_A_FAMILY):
        verdicts += _of_one_family(scale, done, min(_BITS_OF_A_FAMILY, bits - done))
    told, same = verdicts.pop(_TOLD, 0), verdicts.pop(_SAME, 0)
    lost = verdicts.total()
    notes = (f"told {told}, without effect {same}", *verdicts)
    return Result(told + same + lost, told + same, lost, notes)


def _of_one_family(scale: Scale, done: int, bits: int) -> Counter[str]:
    """Turn so many bits of the journal of one family, each in the sound file; return what came."""
    folder = scale.folder / f"after {done}" / "journal"
    folder.parent.mkdir()
    words = small_family(folder, scale.random("family", done))
    journal = opened(folder)
    sound = all_told(journal, words)
    journal.close()
    files = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    chance, verdicts = scale.random("bits", done), Counter[str]()
    for _ in range(bits):
        data = files[folder / "journal.hj"]
        most = _BEGINNING if scale.mutant and chance.randrange(2) else len(data)
        bit = _bit_by_chance(data[:most], chance, _ANYWHERE[scale.size])
        _turned(folder, files, bit)
        verdict = _verdict(folder, words, sound)
        known = verdict in {_TOLD, _SAME}
        verdicts[verdict if known else f"bit {bit} of the family after {done}: {verdict}"] += 1
        if not known and scale.mutant:
            break
    return verdicts


def _bit_by_chance(data: bytes, chance: Random, anywhere: int) -> int:
    """Return a bit of any byte once in so many times, else of one that says something.

    All pages are alike to it, however full they are.
    """
    at = chance.randrange(len(data))
    if chance.randrange(anywhere):
        page = at - at % PAGE
        at = chance.choice([one for one in range(page, page + PAGE) if data[one]] or [at])
    return at * 8 + chance.randrange(8)


def _turned(folder: Path, files: dict[Path, bytes], bit: int) -> None:
    for file, data in files.items():
        file.write_bytes(data)
    journal = folder / "journal.hj"
    turned = bytearray(files[journal])
    turned[bit // 8] ^= 1 << bit % 8
    journal.write_bytes(turned)


def _verdict(folder: Path, words: frozenset[str], sound: dict[str, Any]) -> str:
    """Return whether damage is told or nothing is another, or what is shown without a word."""
    try:
        journal = opened(folder)
    except JournalError:
        return _TOLD
    except Exception as error:  # noqa: BLE001 (as below)
        return f"opening it breaks off: {type(error).__name__}"
    try:
        if _is_told(journal):
            return _TOLD
        there = all_told(journal, words)
        other = [name for name, told in sound.items() if there.get(name) != told]
        return _TOLD if _is_told(journal) else f"{other} differ" if other else _SAME
    except JournalError:
        return _TOLD
    except Exception as error:  # noqa: BLE001 (a family would be told of a fault of the program)
        return f"the program breaks off: {type(error).__name__}"
    finally:
        journal.close()


def _is_told(journal: FamilyJournal) -> bool:
    return journal.read_only_because is not None


def _one_table_is_not_compared() -> None:
    """Take any rows of entries for those that were written."""
    as_before = journal_check._differences  # noqa: SLF001

    def differences(connection: Any, table: Any, wanted: Any) -> int:  # noqa: ANN401
        return 0 if table.name == "practice" else as_before(connection, table, wanted)

    journal_check._differences = differences  # noqa: SLF001


def _one_column_is_not_compared() -> None:
    """Compare the rows of entries without the day on which they were written."""
    as_before = journal_check._differences  # noqa: SLF001

    def differences(connection: Any, table: Any, wanted: Any) -> int:  # noqa: ANN401
        if table.name != "practice":
            return as_before(connection, table, wanted)
        names = [column.name for column in table.columns if column.name != "written"]
        here = {tuple(row[name] for name in names) for row in _rows_of(connection, table)}
        return len(here ^ {tuple(row[name] for name in names) for row in wanted})

    journal_check._differences = differences  # noqa: SLF001


def _rows_of(connection: Any, table: Any) -> list[Any]:  # noqa: ANN401
    return list(connection.execute(table.select()).mappings())


def _nothing_is_checked() -> None:
    """Take a file for right that nothing vouches for."""

    def sound(_store: object) -> bool:
        return True

    setattr(journal_check, "is_sound", sound)  # noqa: B010 (asked for where it is used)


def _any_file_is_the_one() -> None:
    """Take any file for the one that was closed."""

    def look(self: Proof) -> bool:
        self.holds = True
        return True

    setattr(Proof, "look", look)  # noqa: B010


def _the_end_has_no_digest() -> None:
    """Vouch for the beginning of a file alone."""

    def digest(self: FileDigest) -> str:
        self._file.seek(0)
        return hashlib.sha256(self._file.read(self.size // 2)).hexdigest()

    setattr(FileDigest, "_digest", digest)  # noqa: B010


def _the_index_is_not_compared() -> None:
    """Take any search index for that of the notes."""

    def sound(_connection: object, _words: object) -> bool:
        return True

    setattr(journal_check, "index_is_sound", sound)  # noqa: B010


def _texts_are_not_compared() -> None:
    """Take any unfinished texts for those that were typed."""

    def changed(_bare: object, _settings: object) -> int:
        return 0

    setattr(journal_check, "changed_rows", changed)  # noqa: B010


MUTANTS = {
    "one_table_is_not_compared": _one_table_is_not_compared,
    "one_column_is_not_compared": _one_column_is_not_compared,
    "nothing_is_checked": _nothing_is_checked,
    "any_file_is_the_one_that_was_closed": _any_file_is_the_one,
    "the_end_of_the_file_has_no_digest": _the_end_has_no_digest,
    "the_search_index_is_not_compared": _the_index_is_not_compared,
    "unfinished_texts_are_not_compared": _texts_are_not_compared,
}
