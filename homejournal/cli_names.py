"""Who and what is named on the command line: by name, however it is written, or by id."""

import unicodedata
from argparse import Namespace
from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from homejournal.domain.children import Child
from homejournal.domain.errors import AmbiguousNameError, RecordMissingError
from homejournal.domain.family import Family
from homejournal.domain.numbers import Period
from homejournal.domain.people import Helper, TeamMember
from homejournal.domain.plan import Routine, Strategy
from homejournal.domain.progress_filter import ProgressFilter

Named = TypeVar("Named", Child, TeamMember, Strategy, Routine, Helper)


def filter_asked(asked: Namespace, family: Family) -> ProgressFilter:
    """Return what is to be looked back at.

    Strategies and routines are looked for among those of the child. Raises RecordMissingError and
    AmbiguousNameError.
    """
    child = named(asked.child, family.children).id
    strategies = {one.id: one for one in family.strategies_of(child)}
    routines = {id_: one for id_, one in family.routines.items() if one.child in {None, child}}
    return ProgressFilter(
        child=child,
        period=Period(asked.start, asked.end),
        strategy=_id_of(asked.strategy, strategies),
        suggested_by=_id_of(asked.by, family.team),
        routine=_id_of(asked.routine, routines),
        helper=_id_of(asked.helper, family.helpers),
    )


def _id_of(said: str | None, known: Mapping[UUID, Named]) -> UUID | None:
    return None if said is None else named(said, known).id


def named(said: str, known: Mapping[UUID, Named]) -> Named:
    """Return the one of those known whose id or name was said; a full name is understood too.

    Raises RecordMissingError and AmbiguousNameError.
    """
    by_id = [one for id_, one in known.items() if str(id_) == said.strip().lower()]
    found = by_id or [one for one in known.values() if _alike(said) in _names_of(one)]
    if not found:
        raise RecordMissingError(said, sorted({one.name for one in known.values()}))
    if len(found) > 1:
        raise AmbiguousNameError(said, sorted(str(one.id) for one in found))
    return found[0]


def _names_of(one: Child | TeamMember | Strategy | Routine | Helper) -> set[str]:
    name = _alike(one.name)
    surname = one.surname if isinstance(one, Child) else None
    return {name, f"{name} {_alike(surname)}"} if surname else {name}


def _alike(name: str) -> str:
    """Return a name as it compares: an accent is one however a keyboard or a file made it."""
    return unicodedata.normalize("NFC", name.strip()).casefold()
