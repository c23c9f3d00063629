"""Brings back from every copy that is kept, and kills the program while it makes copies."""

from dataclasses import replace
from pathlib import Path

from homejournal.domain.errors import JournalError
from homejournal.services.before_opening import copies_in
from homejournal.services.opening import create_journal
from homejournal.services.safe.copies.restoring import CopyToRestore
from homejournal.storage.file.disk import Rest
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.journal import verified_copies as making_copies
from homejournal.storage.journal.verified_copies import read_whole
from torture.children import tell
from torture.forking import Forked
from torture.frame import Result, Scale
from torture.story import DEVICE, KEY, Standing, Story, begin, clock, opened, standing_in

PROMISE = "Every copy that is kept brings back all that it held"
TRIED = "copies brought back, and kills while one is made"
_BETWEEN = 9


def run(scale: Scale) -> Result:
    result = Result(0, 0, 0)
    for key, copies in (
        (None, scale.times(full=40, quick=8, usual=4)),
        (KEY, scale.times(full=20, quick=4, usual=2)),
    ):
        result += _drill(scale, key, copies)
        if result.lost and scale.mutant:
            return result
    return result + _kills(scale)


def _drill(scale: Scale, key: Key | None, copies: int) -> Result:
    """Make copies of a journal that grows; bring back each that the rule keeps."""
    name = "plain" if key is None else "encrypted"
    folder, story = scale.folder / name, Story(scale.seed)
    begin(folder, key)
    journal = opened(folder, key)
    held: dict[int, Standing] = {}
    for _ in range(copies):
        for _ in range(_BETWEEN):
            story.tell(journal)
        held[journal.safe.backups.make().seq] = standing_in(journal)
    kept = journal.safe.backups.here()
    journal.close()
    wrong = []
    for copy in kept:
        fresh = create_journal(
            scale.folder / f"{name}-{copy.seq}", clock=clock, device=DEVICE, key=key
        )
        try:
            restoring = fresh.safe.backups.restoring
            back = CopyToRestore(copy.path, restoring.look(copy.path, key), deleted=False, key=key)
            restoring.bring_back(restoring.preparing(back)())
            there = standing_in(fresh)
            same = there == replace(held[copy.seq], drafts=there.drafts)
            if not same or not fresh.files.check().is_sound:
                wrong.append(f"{name}, copy {copy.seq} does not bring back what it held")
        except JournalError as error:
            wrong.append(f"{name}, copy {copy.seq}: {type(error).__name__}")
        finally:
            fresh.close()
        if wrong and scale.mutant:
            break
    return Result(len(kept), len(kept) - len(wrong), len(wrong), tuple(wrong))


def _kills(scale: Scale) -> Result:
    """Kill the program at moments by chance; whatever counts as a copy then must read whole."""
    folder, chance, wrong = scale.folder / "killed", scale.random("kills"), list[str]()
    begin(folder)
    journal = opened(folder)
    story = Story(scale.seed)
    for _ in range(_BETWEEN * 3):
        story.tell(journal)
    journal.close()
    times = scale.times(full=200, quick=8, usual=4)
    for number in range(times):
        child = Forked(lambda: _copy_for_ever(folder))
        child.hear(2.0, lines=1)
        child.hear(chance.random() * 0.05)
        child.kill()
        wrong += [f"kill {number}: {half_copy}" for half_copy in _half_copies(folder)]
        for copy in copies_in(folder)[2:]:
            copy.path.unlink()
    return Result(times, times - len(wrong), len(wrong), tuple(wrong))


def _copy_for_ever(folder: Path) -> None:
    journal = opened(folder)
    while True:
        journal.safe.backups.make()
        tell("made")


def _half_copies(folder: Path) -> list[str]:
    found = []
    for copy in copies_in(folder):
        try:
            read_whole(copy.path, None)
        except JournalError as error:
            found.append(f"{copy.path.name} is no whole copy: {type(error).__name__}")
    return found


def _count_unread() -> None:
    """Let a copy count that was cut short and never read."""
    whole = making_copies.copy_pages

    def cut(source: Path, target: Path, key: Key | None, rest: Rest) -> int:
        least = whole(source, target, key, rest)
        with target.open("rb+") as file:
            file.truncate(target.stat().st_size * 2 // 3)
        return least

    def unread(*_told: object, **_more: object) -> int:
        return 0

    making_copies.copy_pages = cut
    making_copies.read_whole = unread


MUTANTS = {"a_copy_counts_unread": _count_unread}
