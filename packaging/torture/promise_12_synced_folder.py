"""A journal's folder that a sync program carries: copies of an idle file, and conflict copies."""

import shutil

from homejournal.domain.errors import JournalError
from homejournal.services.opening import open_journal
from homejournal.services.safe.transfer import conflict_copies
from torture.frame import Result, Scale
from torture.story import DEVICE, Standing, Story, begin, clock, opened, standing_in

PROMISE = "A copy made while nobody writes is whole, and a conflict copy is found and joined"
TRIED = "copies of an idle journal, and conflict copies by each name"
NAMES = (
    "journal (Papa's conflicted copy 2026-03-10).hj",
    "journal (case conflict).hj",
    "journal.sync-conflict-20260310-101010-ABC4567.hj",
    "journal (SFConflict papa@example.org 2026-03-10-10-10-10).hj",
    "journal-PAPAS-PC.hj",
    "journal (1).hj",
    "journal 2.hj",
    "journal copy.hj",
    "journal - Copy (2).hj",
    "Copy of journal.hj",
)


def run(scale: Scale) -> Result:
    result = _idle(scale)
    for number, name in enumerate(NAMES):
        if result.lost and scale.mutant:
            return result
        result += _conflict(scale, name, number)
    return result


def _idle(scale: Scale) -> Result:
    """Copy the main file alone after every few saves; each copy must be whole."""
    folder, story = scale.folder / "idle", Story(scale.seed)
    begin(folder)
    wrong = []
    times = scale.times(full=500, quick=30, usual=15)
    for number in range(times):
        journal = opened(folder)
        for _ in range(3):
            story.tell(journal)
        stands = standing_in(journal)
        beside = sorted(path.name for path in folder.iterdir() if "journal.hj-" in path.name)
        copy = scale.folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        shutil.copy(folder / "journal.hj", copy / "journal.hj")
        journal.close()
        there = open_journal(copy, clock=clock, device=DEVICE, write=False)
        try:
            if _differs(standing_in(there), stands) or not there.files.check().is_sound:
                wrong.append(f"copy {number} is not whole (beside it lay: {beside})")
        finally:
            there.close()
    return Result(times, times - len(wrong), len(wrong), tuple(wrong[:5]))


def _conflict(scale: Scale, name: str, number: int) -> Result:
    """Write on both sides, lay one's file beside the other's, and let it be found and joined."""
    here, there = (scale.folder / f"{side}{number}" for side in ("here", "there"))
    begin(here)
    shutil.copytree(here, there)
    stories = (Story(scale.seed), Story(scale.seed + 1 + number))
    stands = []
    for folder, story in zip((here, there), stories, strict=True):
        journal = opened(folder)
        for _ in range(8):
            story.tell(journal)
        stands.append(standing_in(journal))
        journal.close()
    shutil.copy(there / "journal.hj", here / name)
    journal = opened(here)
    try:
        found = journal.safe.copies.found()
        journal.safe.copies.join([journal.safe.copies.look_into(path) for path in found])
        now = standing_in(journal)
        missing = {**stands[0].notes, **stands[1].notes}.keys() - now.notes.keys()
        if missing or (here / name).exists() or not journal.files.check().is_sound:
            return Result(1, 0, 1, (f"{name}: {len(missing)} notes are not here",))
    except JournalError as error:
        return Result(1, 0, 1, (f"{name}: {type(error).__name__}",))
    finally:
        journal.close()
    return Result(1, 1, 0)


def _differs(one: Standing, other: Standing) -> bool:
    return (one.notes, one.practices) != (other.notes, other.practices)


def _names_unknown() -> None:
    """Look for one kind of name alone."""

    def one_kind(name: str) -> bool:
        return "conflicted copy" in name

    setattr(conflict_copies, "is_copy_of_journal", one_kind)  # noqa: B010


def _newest_copy_alone() -> None:
    """Take over nothing of a copy: as if the file beside were only older."""
    plain = conflict_copies.ConflictCopies.look_into

    def empty(self: conflict_copies.ConflictCopies, path: object) -> object:
        from dataclasses import replace

        from homejournal.exchange.revision_lines import Incoming

        return replace(plain(self, path), incoming=Incoming())  # type: ignore[arg-type]

    conflict_copies.ConflictCopies.look_into = empty  # type: ignore[assignment, method-assign]


MUTANTS = {"names_unknown": _names_unknown, "nothing_of_a_copy": _newest_copy_alone}
