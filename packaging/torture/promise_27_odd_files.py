"""Makes files that keep every outer form and are odd inside, a million of them for all doors.

They are rightly sealed, signed, summed and packed, as by somebody who has the key or by a program
that went wrong. A file is taken or refused in words; it costs itself alone, two seconds at most.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from homejournal.domain import limits
from homejournal.domain.sharing import outgoing
from homejournal.exchange import batch_file
from homejournal.exchange.batch_file import Batch, BatchFault
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.safe.sharing import batches as shared_batches
from homejournal.storage.records import projection
from torture.doors import fill
from torture.frame import Result, Scale
from torture.odd_doors import OddDoor, odd_doors
from torture.story import begin, opened
from torture.walking import REFUSED, TAKEN, mebibytes, there, walked

PROMISE = "A file from outside costs itself only, whatever it holds"
TRIED = "files that are whole outside and odd inside, at every door"
_MOST_MIB = 500
_AT_ONCE = 400
"""So many files come into one journal; then it is looked through, and a new one begins."""
_ENOUGH = 10


def run(scale: Scale) -> Result:
    files = scale.times(full=1_000_000, quick=400, usual=80)
    result, begins = Result(0, 0, 0), mebibytes()
    counts, chance = Counter[str](), scale.random("order")
    for number in range(0, files, _AT_ONCE):
        with _journal(scale, number) as journal:
            known = odd_doors(journal, scale.folder / str(number) / "beside")
            order = chance.choices(
                known, [odd_door.share for odd_door in known], k=min(_AT_ONCE, files - number)
            )
            for at, door in enumerate(order, start=number):
                result += _one(scale, journal, door, at, counts)
            result += _looked_through(journal, number)
        shutil.rmtree(scale.folder / str(number))
        if result.lost >= _ENOUGH or (result.lost and scale.mutant):
            break
    more = mebibytes() - begins
    if more > _MOST_MIB:
        result += Result(1, 0, 1, (f"it took {more} MiB of memory",))
    told = ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))
    return result + Result(0, 0, 0, (told, f"memory {more} MiB more"))


@contextmanager
def _journal(scale: Scale, number: int) -> Iterator[FamilyJournal]:
    folder = scale.folder / str(number)
    begin(folder / "journal")
    journal = opened(folder / "journal")
    try:
        fill(journal)
        yield journal
    finally:
        journal.close()


def _one(
    scale: Scale, journal: FamilyJournal, door: OddDoor, at: int, counts: Counter[str]
) -> Result:
    data = door.make(scale.random(door.name, at))
    before = there(journal)
    verdict = walked(door.walk, data)
    counts[f"{door.name}: {verdict if verdict in {TAKEN, REFUSED} else 'wrong'}"] += 1
    if verdict == REFUSED and there(journal) != before:
        verdict = "refused, and yet something was written"
    if verdict in {TAKEN, REFUSED}:
        return Result(1, 1, 0)
    if not scale.mutant:
        (Path("/tmp") / f"torture-odd-{door.name.replace(' ', '-')}-{at}").write_bytes(data)
    return Result(1, 0, 1, (f"{door.name}, file {at}: {verdict}",))


def _looked_through(journal: FamilyJournal, number: int) -> Result:
    """Look whether all that a family sees can be shown with what came in."""
    try:
        is_sound = journal.files.check().is_sound
        journal.files.export_json()
        for child in journal.family().children:
            journal.days.between(child, date(2026, 2, 1), date(2026, 4, 1))
    except Exception as error:  # noqa: BLE001 (any is a finding)
        return Result(
            1, 0, 1, (f"after {number + _AT_ONCE} files: {type(error).__name__}: {error}",)
        )
    return Result(
        1, int(is_sound), int(not is_sound), () if is_sound else ("the check finds damage",)
    )


def _any_depth() -> None:
    """Read JSON as deep as it comes, and let what that breaks reach whoever looks at a folder."""
    limits.DEEPEST = 1_000_000

    def unguarded(data: bytes, key: bytes, _journal: object) -> Batch | BatchFault:
        head = batch_file.head_of(data)
        assert not isinstance(head, BatchFault)  # noqa: S101
        plain = batch_file._opened(data, key, head.public)  # noqa: SLF001
        return batch_file._told_in(head, plain or b"")  # noqa: SLF001

    setattr(shared_batches, "read_batch", unguarded)  # noqa: B010


def _unknown_fields() -> None:
    """Make rows of fields that the kind of a record does not know."""
    setattr(projection, "known_fields", lambda _, told: told)  # noqa: B010


def _photos_trusted() -> None:
    """Take for granted that what is said of a photo is an object."""
    setattr(outgoing, "read_object", limits.read_json)  # noqa: B010


MUTANTS = {
    "any_depth_is_read": _any_depth,
    "rows_of_unknown_fields": _unknown_fields,
    "what_photos_say_is_trusted": _photos_trusted,
}
