"""Spoils bits, pages and more of a journal's file: what is shown must be what was written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import JournalDamagedError, JournalError
from homejournal.domain.records import revisions
from homejournal.storage.journal import incoming, writer
from homejournal.storage.records import checked_reads, readable_revisions
from tests.damages import KINDS, damaged
from torture.frame import Result, Scale
from torture.story import KEY, Standing, Story, begin, opened, standing_in

PROMISE = "Changed bits are noticed and never shown as written"
TRIED = "damaged files, plain and encrypted"
_SAVES = 90
_MOSTLY_BITS = ("bit", "bit", "bit", "bit", *KINDS)
_ENCRYPTED_EACH = 4


def run(scale: Scale) -> Result:
    result = Result(0, 0, 0)
    for key in (None, KEY):
        name = "plain" if key is None else "encrypted"
        times = scale.times(full=1000, quick=100, usual=50)
        times = times if key is None else times // _ENCRYPTED_EACH
        result += _spoil(scale, scale.folder / name, key, times)
        if result.lost and scale.mutant:
            break
    return result


def _spoil(scale: Scale, folder: Path, key: bytes | None, times: int) -> Result:
    story = Story(scale.seed)
    begin(folder, key)
    journal = opened(folder, key)
    while story.done < _SAVES:
        story.tell(journal)
    journal.close()
    file = folder / "journal.hj"
    sound, chance = file.read_bytes(), scale.random(folder.name)
    verdicts, wrong = Counter[str](), list[str]()
    for number in range(times):
        kind = chance.choice(_MOSTLY_BITS)
        file.write_bytes(damaged(sound, kind, chance))
        verdict = _looked_at(folder, key, story.stands)
        verdicts[verdict if verdict in {"noticed", "without effect"} else "wrong"] += 1
        if verdicts["wrong"] > len(wrong):
            wrong.append(f"{folder.name}, damage {number} ({kind}): {verdict}")
            if scale.mutant:
                break
    told = f"{folder.name}: noticed {verdicts['noticed']}, no effect {verdicts['without effect']}"
    tried = sum(verdicts.values())
    return Result(tried, tried - len(wrong), len(wrong), (told, *wrong))


def _looked_at(folder: Path, key: bytes | None, written: Standing) -> str:
    """Return whether a damage is noticed, has no effect on what is shown, or what is wrong."""
    try:
        journal = opened(folder, key, write=False)
    except JournalError:
        return "noticed"
    try:
        if isinstance(why := journal.read_only_because, JournalDamagedError):
            raise why  # told before anything is shown; what is genuine reads on, as in a repair
        there = standing_in(journal)
        lied = _others(there.notes, written.notes) + _others(there.practices, written.practices)
        lied += _others(there.sheets, written.sheets)
        if lied:
            return f"{lied} entries are shown with other words than were written"
        same = there == replace(written, drafts=there.drafts)
        sound = journal.files.check().is_sound and not journal._store.damage.found  # noqa: SLF001
    except JournalError:
        return "noticed"
    except (LookupError, TypeError, ValueError) as error:
        return f"the program breaks off: {type(error).__name__}"
    finally:
        journal.close()
    if not sound:
        return "noticed"
    return "without effect" if same else "entries are gone, and the check finds nothing"


def _others(there: Mapping[UUID, object], written: Mapping[UUID, object]) -> int:
    return sum(written.get(one) != said for one, said in there.items())


def _compare_no_hash() -> None:
    """Take all bytes for those that were written."""

    def trusting(_revision: revisions.Revision) -> bool:
        return True

    for module in (incoming, checked_reads, readable_revisions, revisions, writer):
        if hasattr(module, "is_genuine"):
            setattr(module, "is_genuine", trusting)  # noqa: B010 (imported there, not made there)


MUTANTS = {"no_hash_is_compared": _compare_no_hash}
