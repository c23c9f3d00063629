"""Two versions of one thing side by side, in words."""

from collections.abc import Sequence

from homejournal.domain.journal.timeline import Entry
from homejournal.domain.journal.versions import (
    TOLD_FIELDS,
    Past,
    PastVersion,
    PossibleDuplicate,
    TwoVersions,
    differing,
)
from homejournal.domain.names import strategy_shown
from homejournal.domain.records.family import Family
from homejournal.domain.records.record import Record
from homejournal.domain.records.revisions import FROM_FILE
from homejournal.texts.display_names import name_said
from homejournal.texts.journal import bin as deleted
from homejournal.texts.journal import history
from homejournal.texts.journal.history import part_lines
from homejournal.texts.wording import Wording


def what_it_is(wording: Wording, family: Family, two: TwoVersions) -> str:
    """Return in one line what stands in two versions."""
    return deleted.line(wording, family, two.records[0])


def whose(wording: Wording, name: str | None, device: str, *, here: bool) -> str:
    """Return whose version it is: by the name of a home or computer, or as far as it is known."""
    if here:
        return wording.text("Version of this computer")
    if device == FROM_FILE:
        return wording.text("Version from a file")
    if name is None:
        return wording.text("Version of another computer")
    return wording.text("Version of “{name}”", name=wording.own(name))


def version_lines(
    wording: Wording, family: Family, record: Record, others: Sequence[Record]
) -> list[tuple[str, bool]]:
    """Return what a version says, field by field, and whether the versions differ in it."""
    changed = {name for other in others for name in differing(record, other)}
    told: list[tuple[str, bool]] = []
    if isinstance(record, Entry):
        shown = tuple(one for one in TOLD_FIELDS[type(record)] if one in changed)
        version = PastVersion(what=Past.CHANGED, at=None, device="", record=record, changed=shown)
        told = history.lines(wording, family, version)
        changed -= set(shown)
    told += [(line, True) for line in part_lines(wording, family, record, changed)]
    if not any(differs for _, differs in told):
        told.append((wording.text("They differ in something that is not shown here."), True))
    return told


def possible_duplicate_hint(wording: Wording, family: Family, pair: PossibleDuplicate) -> str:
    """Return the hint that two people may have noted one event."""
    known = pair.one.strategy in family.strategies
    people = (name_said(wording, family, practice.helper) for practice in (pair.one, pair.other))
    return wording.text(
        "{people} both noted “{strategy}” on {day}, close to the same time. Was it one event?",
        people=wording.list_of([name for name in people if name]),
        strategy=wording.own(strategy_shown(family, pair.one.strategy)) if known else "",
        day=wording.day(pair.one.day),
    )
