"""Pulls the plug of real file systems while the program saves and exports."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from homejournal.exchange import read_and_save as saving
from homejournal.storage.file import connection as driver
from torture.children import tell
from torture.forking import Forked
from torture.frame import Result, Scale, nothing_tried
from torture.images import FILE_SYSTEMS, Image, NotHereError, why_not
from torture.looking import wrong_with
from torture.story import Story, begin, opened

PROMISE = "… also on real file systems, and so does an export"
TRIED = "plugs pulled, of journals and of exports, on ext4 and xfs"
_ENOUGH = 3


@dataclass(slots=True)
class _Trial:
    """What stays from one pull of the plug to the next."""

    folder: Path
    chance: Random
    story: Story = field(default_factory=lambda: Story(1))
    exports: int = 0
    saved: int = 0


def run(scale: Scale) -> Result:
    result = Result(0, 0, 0)
    for kind in FILE_SYSTEMS:
        result += _on(kind, scale)
        if result.lost and scale.mutant:
            break
    return result


def _on(kind: str, scale: Scale) -> Result:
    if why := why_not(kind):
        return nothing_tried(why)
    image = Image(kind, scale.folder / f"{kind}.image", scale.folder / kind)
    times = scale.times(full=200, quick=6, usual=3)
    try:
        image.make()
        trial = _Trial(image.folder, scale.random(kind))
        return _pulled(image, trial, times, _journal) + _pulled(image, trial, times, _export)
    except NotHereError as error:
        return nothing_tried(str(error))
    finally:
        image.remove()


def _pulled(image: Image, trial: _Trial, times: int, act: Callable[[_Trial, Image], str]) -> Result:
    what = act.__name__.strip("_")
    wrong, before = list[str](), trial.saved
    tried = 0
    while tried < times and len(wrong) < _ENOUGH:
        tried += 1
        if found := act(trial, image):
            wrong.append(f"{image.kind}, {what}, plug {tried}: {found}")
    saved = f"{image.kind}, {what}: {trial.saved - before:,} acknowledged before {tried} plugs"
    return Result(tried, tried - len(wrong), len(wrong), (saved, *wrong))


def _journal(trial: _Trial, image: Image) -> str:
    """Pull the plug while a journal is saved in, and look what is there after a new start."""
    folder = trial.folder / f"journal-{trial.story.seed}"
    if not folder.exists():
        begin(folder)

    def save_for_ever() -> None:
        journal = opened(folder)
        while True:
            trial.story.tell(journal)
            tell("saved")

    before = trial.story.done
    surely, perhaps = _until_pulled(image, save_for_ever, trial.chance)
    trial.saved += surely
    found = ""
    # What was acknowledged while the plug was pulled may be there or not; nothing half may.
    for acknowledged in range(surely, perhaps + 1):
        looked = Story(trial.story.seed)
        found = wrong_with(folder, looked, before + acknowledged)
        if not found:
            trial.story = looked
            return ""
    trial.story = Story(trial.story.seed + 1)
    return found


def _export(trial: _Trial, image: Image) -> str:
    """Pull the plug while an export takes the place of the one before."""
    path, begins = trial.folder / "journal.json", trial.exports
    saving.safe_save(path, _content(begins))

    def export_for_ever() -> None:
        number = begins
        while True:
            number += 1
            saving.safe_save(path, _content(number))
            tell("exported")

    surely, perhaps = _until_pulled(image, export_for_ever, trial.chance)
    trial.saved += surely
    trial.exports = begins + perhaps + 2
    try:
        there = path.read_bytes()
    except OSError:
        return "the export is gone"
    number = int(there.partition(b" ")[0] or 0)
    if there != _content(number):
        return "half an export" if there else "the export is empty"
    return "" if number >= begins + surely else "an older export than the one acknowledged"


def _until_pulled(image: Image, work: Callable[[], None], chance: Random) -> tuple[int, int]:
    """Return how much was surely acknowledged before the plug was pulled, and how much perhaps."""
    program = Forked(work)
    surely = len(program.hear(chance.uniform(0.005, 0.2)))
    image.pull_the_plug()
    perhaps = len(program.kill())
    image.start_again()
    return surely, perhaps


def _content(number: int) -> bytes:
    body = b"%d " % number + b"a journal " * 20_000
    return body + hashlib.sha256(body).hexdigest().encode()


def _sync_less() -> None:
    """Sync as SQLite does by itself: a journal's end is not synced."""
    pragmas = [one.replace("= EXTRA", "= NORMAL") for one in driver._PRAGMAS]  # noqa: SLF001
    setattr(driver, "_PRAGMAS", tuple(pragmas))  # noqa: B010 (the type tells its length)


def _write_over() -> None:
    """Write an export over the one before."""

    def over(path: Path, data: bytes) -> None:
        path.write_bytes(data)

    saving.safe_save = over


MUTANTS = {"less_is_synced": _sync_less, "an_export_is_written_over": _write_over}
