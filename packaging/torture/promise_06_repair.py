"""Repairs what was spoiled: with a copy all that it held is back, without one nearly all."""

import shutil
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.errors import JournalError
from homejournal.domain.safe.backups import Backup
from homejournal.domain.safe.copy_comparison import RestoredMedia
from homejournal.services.safe.repair.repair import Repair
from homejournal.storage import rebuilding
from homejournal.storage.journal import media_in_use as removal
from homejournal.storage.journal.media_in_use import named_surely
from homejournal.storage.journal.store import Store
from homejournal.storage.media import copies as repair_staging
from homejournal.storage.media.media_folder import MediaFolder
from tests.damages import KINDS, damaged
from torture.frame import Result, Scale
from torture.story import DEVICE, GONE, KEY, Story, begin, clock, opened, standing_in

if TYPE_CHECKING:
    from uuid import UUID

PROMISE = "A damaged journal is repaired, and the original is kept"
TRIED = "damaged files, with and without a copy"
_SAVES, _LATER = 150, 12
_LEAST = {"bit": 0.98, "page": 0.95, "garbage": 0.75, "head": 1.0, "first page": 0.98, "cut": 0.0}
"""Without any copy, of a small journal, of which garbage of 64 KiB is a large part."""
_EACH_ENCRYPTED = 4


def run(scale: Scale) -> Result:
    times = scale.times(full=1000, quick=21, usual=9)
    result = Result(0, 0, 0)
    for key, share in ((None, times), (KEY, times // _EACH_ENCRYPTED)):
        result += _Journal(scale, key).spoil(share)
        if result.lost and scale.mutant:
            break
    return result


@dataclass(frozen=True, slots=True)
class _Case:
    """How a file is damaged, what of its copies is left, and whether the hand-outs are."""

    kind: str
    with_copy: bool
    without_media: bool


class _Journal:
    """One journal with a copy of a day before, spoiled again and again."""

    def __init__(self, scale: Scale, key: bytes | None) -> None:
        self._scale, self._key = scale, key
        self._name = "plain" if key is None else "encrypted"
        self._folder = scale.folder / self._name
        story = Story(scale.seed)
        begin(self._folder, key)
        journal = opened(self._folder, key)
        self._ever: set[tuple[UUID, str]] = set()
        while story.done < _SAVES:
            story.tell(journal)
            self._ever.update(story.stands.notes.items())
        self._copied = standing_in(journal)
        journal.safe.backups.make()
        while story.done < _SAVES + _LATER:
            story.tell(journal)
            self._ever.update(story.stands.notes.items())
        self._stands = standing_in(journal)
        journal.close()
        self._sound = (self._folder / "journal.hj").read_bytes()
        self._shares: dict[str, list[float]] = defaultdict(list)

    def spoil(self, times: int) -> Result:
        chance, result = self._scale.random(self._name), Result(0, 0, 0)
        for number in range(times):
            kind = KINDS[number // 2 % len(KINDS)]
            case = _Case(kind, with_copy=number % 2 == 0, without_media=number % 4 == 0)
            wrong = self._one(damaged(self._sound, kind, chance), case)
            notes = (f"{self._name}, damage {number} ({kind}): {wrong}",) if wrong else ()
            result += Result(1, int(not wrong), int(bool(wrong)), notes)
            if wrong and self._scale.mutant:
                break
        means = (f"{kind} {sum(got) / len(got):.1%}" for kind, got in self._shares.items())
        told = f"{self._name} without a copy, of its notes: {', '.join(means)}"
        return result + Result(0, 0, 0, (told,))

    def _one(self, spoiled: bytes, case: _Case) -> str:
        """Return what is wrong after a repair, or ""."""
        folder = self._scale.folder / "spoiled"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._folder, folder)
        (folder / "journal.hj").write_bytes(spoiled)
        if not case.with_copy:
            shutil.rmtree(folder / "backups")
        if case.without_media:
            shutil.rmtree(folder / "media")
        repair = Repair(folder, device=DEVICE, clock=clock, key=self._key)
        try:
            report = repair.prepare(lambda _done, _of: True)
        except JournalError as error:
            may_be = not case.with_copy and not _LEAST[case.kind]
            return "" if may_be else f"refused: {type(error).__name__}"
        aside = report.quarantine
        if report.built and (aside is None or (aside / "journal.hj").read_bytes() != spoiled):
            return "the damaged file was not kept as it was"
        if (folder / "journal.hj").read_bytes() != spoiled:
            return "the damaged file was changed before anybody said yes"
        repair.finish(report)
        media = _files_in(folder)
        return self._looked_at(folder, case) or (
            "a hand-out went that no record names" if _files_in(folder) != media else ""
        )

    def _looked_at(self, folder: Path, case: _Case) -> str:
        try:
            journal = opened(folder, self._key)
            stands, sound = standing_in(journal), journal.files.check().is_sound
            journal.close()
        except JournalError as error:
            return f"it does not open: {type(error).__name__}"
        there = stands.notes
        if not sound:
            return "the check finds damage"
        gone = {one for one, bytes_ in stands.sheets.items() if bytes_ == GONE}
        if gone & self._copied.sheets.keys() if case.without_media else gone:
            return "the bytes of a hand-out are gone"
        if lied := [one for one in there.items() if one not in self._ever]:
            return f"{len(lied)} notes hold other words than were ever written"
        if case.with_copy:
            lost = [
                note
                for note in self._copied.notes
                if note in self._stands.notes and note not in there
            ]
            return f"{len(lost)} notes of the copy are gone" if lost else ""
        share = len(there.keys() & self._stands.notes.keys()) / len(self._stands.notes)
        self._shares[case.kind].append(share)
        return "" if share >= _LEAST[case.kind] else f"only {share:.1%} of the notes are there"


def _files_in(folder: Path) -> set[str]:
    return {path.name for path in (folder / "media").glob("*")}


def _ask_no_copy() -> None:
    """Repair from the damaged file alone."""

    def none(_self: Repair) -> list[Backup]:
        return []

    Repair.copies = none  # type: ignore[assignment,method-assign]


def _set_nothing_aside() -> None:
    """Keep no copy of the damaged file."""

    def nothing(*_told: object) -> None:
        return None

    rebuilding.set_aside = nothing  # type: ignore[assignment]


def _sweep() -> None:
    """Delete all bytes that nothing names whenever a journal is closed."""

    def sweep(store: Store) -> None:
        folder = MediaFolder(store.folder, store.key)
        named = {name for sha256 in named_surely(store) for name in folder.names(sha256)}
        folder.drop(folder.lying() - named)

    removal.drop_unused = sweep


def _bring_no_media() -> None:
    """Look for hand-outs in the copies, and leave them there."""

    def left(found: RestoredMedia, *_told: object) -> RestoredMedia:
        return found

    setattr(repair_staging, "bring", left)  # noqa: B010 (imported there, not made there)


MUTANTS = {
    "copies_are_not_asked": _ask_no_copy,
    "nothing_is_set_aside": _set_nothing_aside,
    "what_nothing_names_is_swept": _sweep,
    "no_hand_out_comes_back": _bring_no_media,
}
