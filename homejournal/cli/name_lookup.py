"""Who and what is named on the command line: by name, however it is written, or by id."""

import unicodedata
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from homejournal.domain.errors import AmbiguousNameError, RecordMissingError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.limits import check_stretch
from homejournal.domain.names import all_names, routines_of
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine, Strategy

Named = TypeVar("Named", Child, TeamMember, Strategy, Routine, Helper)
PRIVATE = "private"
"""What is said in the place of a flag: such notes are a kind of their own."""
_NONE: Mapping[UUID, str] = MappingProxyType({})


def filter_asked(asked: Namespace, family: Family) -> EntryFilter:
    """Return the filter that the command line asks for.

    Strategies and routines are searched among those of the child. Raises RecordMissingError and
    AmbiguousNameError.
    """
    child, shown = child_asked(asked, family).id, all_names(family)
    strategies = {strategy.id: strategy for strategy in family.strategies_of(child)}
    routines = {routine.id: routine for routine in routines_of(family.routines.values(), child)}
    return EntryFilter(
        child=child,
        start=asked.start,
        end=asked.end,
        strategy=_id_of(asked.strategy, strategies, shown),
        suggested_by=_id_of(asked.by, family.team, shown),
        routine=_id_of(asked.routine, routines, shown),
        helper=_id_of(asked.helper, family.helpers, shown),
        written_by=_id_of(asked.written_by, family.helpers, shown),
    )


def entries_asked(asked: Namespace, family: Family) -> EntryFilter | None:
    """Return which entries a file is of, None for all; of an only child it needs no name.

    Raises as `child_asked` does.
    """
    if asked.start and asked.end:
        check_stretch(asked.start, asked.end)
    said = (asked.start, asked.end, asked.strategy, asked.by, asked.routine, asked.helper)
    more = (asked.written_by, asked.flag, asked.photos)
    if asked.child is None and not any((*said, *more)):
        return None
    if asked.child is None and len(family.children) == 1:
        asked.child = str(next(iter(family.children)))
    wanted = filter_asked(asked, family)
    private = asked.flag == PRIVATE
    flag = Flag(asked.flag) if asked.flag and not private else None
    return replace(wanted, flag=flag, private=private, photos=asked.photos)


def child_asked(asked: Namespace, family: Family) -> Child:
    """Return the child who is asked about. Raises RecordMissingError and AmbiguousNameError."""
    return named(asked.child or "", family.children, all_names(family))


def strategies_asked(asked: Namespace, family: Family, child: UUID) -> frozenset[UUID]:
    """Return the strategies of a child that are named, or none. Raises as `child_asked` does."""
    mine, shown = (
        {strategy.id: strategy for strategy in family.strategies_of(child)},
        all_names(family),
    )
    return frozenset(named(name, mine, shown).id for name in asked.strategy or ())


def person_asked(asked: Namespace, family: Family) -> UUID | None:
    """Return the professional who is named, or None. Raises as `child_asked` does."""
    return _id_of(asked.person, family.team, all_names(family))


def _id_of(said: str | None, known: Mapping[UUID, Named], shown: Mapping[UUID, str]) -> UUID | None:
    return None if said is None else named(said, known, shown).id


def named(said: str, known: Mapping[UUID, Named], shown: Mapping[UUID, str] = _NONE) -> Named:
    """Return the record with this id or name; a full name works too.

    So does a name with its distinguishing number: "Pause and wait (2)". Raises RecordMissingError
    and AmbiguousNameError.
    """
    by_id = [child for id_, child in known.items() if str(id_) == said.strip().lower()]
    found = by_id or [child for child in known.values() if _alike(said) in _names_of(child)]
    found = found or [child for child in known.values() if _alike(said) == _shown(child, shown)]
    if not found:
        raise RecordMissingError(said, sorted({child.name for child in known.values()}))
    if len(found) > 1:
        raise AmbiguousNameError(said, sorted(str(child.id) for child in found))
    return found[0]


def _shown(one: Child | TeamMember | Strategy | Routine | Helper, shown: Mapping[UUID, str]) -> str:
    return _alike(shown.get(one.id, one.name))


def _names_of(one: Child | TeamMember | Strategy | Routine | Helper) -> set[str]:
    name = _alike(one.name)
    surname = one.surname if isinstance(one, Child) else None
    return {name, f"{name} {_alike(surname)}"} if surname else {name}


def _alike(name: str) -> str:
    """Return a name as it compares: an accent is one however a keyboard or a file made it."""
    return unicodedata.normalize("NFC", name.strip()).casefold()
