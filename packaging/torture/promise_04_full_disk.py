"""Another program fills the disk, and then the family saves: the room that was held takes it.

On small disks of their own in memory, which only root may make.
"""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from random import Random

from homejournal.domain.errors import DiskFullError, JournalError
from homejournal.services.family_journal import FamilyJournal
from homejournal.storage.file.disk import Reserve
from torture.frame import Result, Scale, nothing_tried
from torture.looking import wrong_with
from torture.story import Story, begin, opened

PROMISE = "On a full disk the next save still goes in"
TRIED = "disks that another program filled up"
_SIZE = "28m"
_SAVES_BEFORE, _SAVES_AFTER = 6, 3
_PART = 64 * 1024


def run(scale: Scale) -> Result:
    if os.geteuid() != 0 or not shutil.which("mount"):
        return nothing_tried("only root may make small disks")
    result = Result(0, 0, 0)
    for number in range(scale.times(full=50, quick=5)):
        result += _one_disk(scale, number)
        if result.lost and scale.mutant:
            break
    return result


def _one_disk(scale: Scale, number: int) -> Result:
    disk = scale.folder / f"disk-{number}"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(disk)], check=False
    )
    if mounted.returncode:
        return nothing_tried("this computer makes no small disks")
    try:
        wrong = _fill_and_save(disk, scale.random(number))
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
    return Result(1, int(not wrong), int(bool(wrong)), (wrong,) if wrong else ())


def _fill_and_save(disk: Path, chance: Random) -> str:
    """Return what is wrong after the disk was filled and the family saved, or ""."""
    folder, story = disk / "journal", Story(chance.randrange(1 << 30))
    begin(folder)
    journal = opened(folder)
    journal.safe.reserve.hold()
    for _ in range(_SAVES_BEFORE):
        story.tell(journal)
    _fill(disk / "filler")
    saved = story.done
    try:
        for _ in range(_SAVES_AFTER):
            _saved_at_the_second_try(story, journal)
            saved = story.done
    except JournalError as error:
        return f"save {saved + 1} was refused: {type(error).__name__}"
    finally:
        journal.close()
    return wrong_with(folder, story, saved)


def _saved_at_the_second_try(story: Story, journal: FamilyJournal) -> None:
    """Save as the window does: where the disk refuses, once more."""
    try:
        story.tell(journal)
    except DiskFullError:
        story.tell(journal)


def _fill(filler: Path) -> None:
    for size in (_PART, 4096, 512):
        with suppress(OSError), filler.open("ab", buffering=0) as file:
            while file.write(bytes(size)) == size:
                pass


def _give_nothing() -> None:
    """Keep the room for ever."""

    def keep(_self: Reserve) -> None:
        return None

    Reserve.give = Reserve.give_if_needed = keep  # type: ignore[assignment,method-assign]


MUTANTS = {"the_room_is_never_given": _give_nothing}
