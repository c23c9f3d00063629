"""Names: told apart where they are alike, on paper, in a short choice, and of another child.

The window, paper and the command line ask here alone, so that the same strategy has the same
number wherever it stands: "Pause and wait (2)". Papers and calendars hold names alone, also once
they are kept, and are in any language. So what tells names apart stands in the name itself.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from homejournal.domain.records.children import Child, ShownName
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine, Strategy
from homejournal.domain.records.visits import Visit
from homejournal.domain.text_rules import with_number


@dataclass(frozen=True, slots=True)
class HelperName:
    """A name, with the number that tells it from another one like it; usually there is none."""

    name: str
    number: int | None = None


def helper_names(helpers: Iterable[Helper]) -> Mapping[UUID, HelperName]:
    """Return the names by their ids; those equal but for case and accents get numbers.

    Give everybody, also who is no longer on the list, so that a number never changes its person.
    """
    listed = tuple(helpers)
    alike = Counter(_key(helper.name) for helper in listed)
    given: Counter[str] = Counter()
    found = {}
    for helper in listed:
        key = _key(helper.name)
        given[key] += 1
        found[helper.id] = HelperName(helper.name, given[key] if alike[key] > 1 else None)
    return found


_NUMBER = re.compile(r" \(\d+\)$")


@dataclass(frozen=True, slots=True)
class ChildName:
    """A child's name with what tells it from another one like it; usually nothing needs to."""

    name: str
    born: date | None = None
    number: int | None = None


def distinct_child_names(children: Iterable[Child]) -> Mapping[UUID, ChildName]:
    """Return the children's names by their ids.

    Names that are equal but for case and accents get the birthday; those that are alike even then
    get numbers, in the order in which the children came.
    """
    listed = tuple(children)
    alike = Counter(search_form(child.name) for child in listed)
    same_day = Counter((search_form(child.name), child.born) for child in listed)
    given: Counter[tuple[str, date | None]] = Counter()
    found = {}
    for child in listed:
        born, key = None, (search_form(child.name), child.born)
        number = None
        if alike[key[0]] > 1:
            born = child.born
        if same_day[key] > 1:
            given[key] += 1
            number = given[key]
        found[child.id] = ChildName(child.name, born, number)
    return found


def name_outside(children: Mapping[UUID, Child], child: UUID) -> str:
    """Return a child's name for paper, calendars and file names.

    If names differ only in case and accents, which some systems ignore, all but the first get a
    number. So no sheet, file or birthday is taken for another child's.
    """
    name = children[child].name
    alike = [one for one, known in children.items() if search_form(known.name) == search_form(name)]
    place = alike.index(child) + 1
    return name if place == 1 else with_number(name, place)


def name_on_paper(child: Child) -> str:
    """Return what a paper calls a child; nothing where it says "our child" in its own language."""
    return child.name if child.shown_name is ShownName.NAME else ""


def with_surname(name: str, surname: str) -> str:
    """Return a name for paper with the surname, which goes before its number if it has one."""
    number = _NUMBER.search(name)
    end = number.start() if number else len(name)
    return f"{name[:end]} {surname}{name[end:]}" if surname else name


Named = TypeVar("Named", Helper, TeamMember, Strategy, Routine)


def with_distinct_names(family: Family, child: UUID) -> Family:
    """Return the family with numbers added to names that are alike.

    All strategies of the child count, in the order of the plan and also once they are finished, so
    that none changes its number from one day or page to the next. Names of the team are alike
    where people do the same, too: what they do stands beside most of their names. Of routines the
    child's own and those of all children count.

    Only for reading: nothing of it goes into the journal. Usually all names differ, and then it is
    the family that was given.
    """
    numbers, team = strategy_numbers(family, child), distinct_team(family.team)
    routines = distinct_routines(family.routines, child)
    if not numbers and team is family.team and routines is family.routines:
        return family
    strategies = with_numbers(family.strategies, numbers)
    return replace(family, strategies=strategies, team=team, routines=routines)


def strategy_numbers(family: Family, child: UUID) -> Mapping[UUID, int]:
    """Return the numbers of a child's strategies that are called like another one."""
    if _all_differ(
        [_key(strategy.name) for strategy in family.strategies.values() if strategy.child == child]
    ):
        return {}
    return numbers_of(
        {strategy.id: _key(strategy.name) for strategy in family.strategies_of(child)}
    )


def distinct_team(team: Mapping[UUID, TeamMember]) -> Mapping[UUID, TeamMember]:
    """Return the people of the team; those of one name who do the same have numbers."""
    who = {id_: _who(person) for id_, person in team.items()}
    return team if _all_differ(who.values()) else with_numbers(team, numbers_of(who))


def distinct_routines(
    routines: Mapping[UUID, Routine], child: UUID | None
) -> Mapping[UUID, Routine]:
    """Return the routines; a child's own and those of all children have numbers if alike.

    Without a child only those of all children are looked at.
    """
    mine = {routine.id: _key(routine.name) for routine in routines_of(routines.values(), child)}
    return routines if _all_differ(mine.values()) else with_numbers(routines, numbers_of(mine))


def all_distinct_routines(family: Family) -> Mapping[UUID, Routine]:
    """Return each routine as it is called among those of its child.

    One of all children has the number that it has for the first child who has one called alike.
    """
    known = family.routines
    found = dict(known)
    for child in reversed(
        [None, *dict.fromkeys(routine.child for routine in known.values() if routine.child)]
    ):
        found |= {
            id_: routine
            for id_, routine in distinct_routines(known, child).items()
            if routine is not known[id_]
        }
    return found


def routines_of(routines: Iterable[Routine], child: UUID | None) -> tuple[Routine, ...]:
    """Return the routines of a child, and those of all children."""
    return tuple(routine for routine in routines if routine.child in {None, child})


def strategy_shown(family: Family, strategy: UUID) -> str:
    """Return the name under which a strategy of the family is shown."""
    child = family.strategies[strategy].child
    return with_distinct_names(family, child).strategies[strategy].name


def numbers_of(keys: Mapping[UUID, Hashable]) -> Mapping[UUID, int]:
    """Return numbers for those whose keys are alike, in their order, and none for the others."""
    alike, given = Counter(keys.values()), Counter[Hashable]()
    found = {}
    for id_, key in keys.items():
        given[key] += 1
        if alike[key] > 1:
            found[id_] = given[key]
    return found


def with_numbers(
    records: Mapping[UUID, Named], numbers: Mapping[UUID, int]
) -> Mapping[UUID, Named]:
    """Return the records, with numbers in the names of those that have one."""
    told = {
        id_: replace(records[id_], name=with_number(records[id_].name, number))
        for id_, number in numbers.items()
    }
    return {id_: told.get(id_, helper) for id_, helper in records.items()}


def _all_differ(keys: Collection[Hashable]) -> bool:
    return len({*keys}) == len(keys)


def _who(person: TeamMember) -> tuple[str, str]:
    return _key(person.name), _key(person.discipline or "")


Names = frozenset[tuple[str, ...]]
"""Names as their words, without case and accents."""
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 2
_JOINED = "وفبلك"
"""Arabic writes "and", "with" or "for" as a letter before the name."""


def names_of_others(children: Iterable[Child], own: Child) -> Names:
    """Return the names of the other children: whole, and each part of them, nicknames too.

    A part that is also in the own child's name, as a surname mostly is, tells nothing.
    """
    mine = {_words(own.name), *_parts(own)}
    found: set[tuple[str, ...]] = set()
    for child in children:
        if child.id != own.id:
            found |= {_words(child.name), *_parts(child)}
    return frozenset(name for name in found - mine if name)


def names_any_of(words: str, names: Names) -> bool:
    """Return whether words name one of them, in whole words."""
    if not names:
        return False
    said = [{word, word[1:] if word[0] in _JOINED else word} for word in _words(words)]
    return any(
        all(part in said[at + place] for place, part in enumerate(name))
        for name in names
        for at in range(len(said) - len(name) + 1)
    )


def _parts(child: Child) -> set[tuple[str, ...]]:
    words = (*_words(child.name), *_words(child.surname or ""))
    return {(word,) for word in words if len(word) >= _LEAST_LETTERS}


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(search_form(text)))


def on_paper(family: Family, child: UUID) -> Family:
    """Return the family with the names that stand on a paper of one child."""
    return people_on_paper(with_distinct_names(family, child))


def people_on_paper(family: Family) -> Family:
    """Return the family with the names of children and people that stand on paper."""
    children = family.children
    named = {
        id_: replace(child, name=name_outside(children, id_)) for id_, child in children.items()
    }
    return replace(
        family,
        children=named,
        helpers=writers_on_paper(family.helpers),
        team=distinct_team(family.team),
    )


def writers_on_paper(helpers: Mapping[UUID, Helper]) -> Mapping[UUID, Helper]:
    """Return those who write, with the numbers that the window gives them."""
    names = helper_names(helpers.values())
    return with_numbers(
        helpers,
        {id_: helper_name.number for id_, helper_name in names.items() if helper_name.number},
    )


def name_on_its_own(person: TeamMember, team: Iterable[TeamMember]) -> str:
    """Return a name for where nothing else says what the person does, unless two have the name."""
    alike = any(
        team_member != person and search_form(team_member.name) == search_form(person.name)
        for team_member in team
    )
    return f"{person.name} ({person.discipline})" if alike and person.discipline else person.name


def names_on_their_own(team: Mapping[UUID, TeamMember]) -> Mapping[UUID, str]:
    """Return the names of the team for where nothing else says what the people do."""
    numbered = distinct_team(team)
    return {
        id_: numbered[id_].name
        if numbered[id_] != person
        else name_on_its_own(person, team.values())
        for id_, person in team.items()
    }


def visitor_names(visit: Visit, team: Mapping[UUID, TeamMember]) -> tuple[str, ...]:
    """Return the names of those of the team who come to a visit, each told from the others."""
    names = names_on_their_own(team)
    return tuple(names[who] for who in visit.people if who in names)


def all_names(family: Family) -> Mapping[UUID, str]:
    """Return by id the names of children, people, routines and strategies for a table of all."""
    return {
        **{id_: name_outside(family.children, id_) for id_ in family.children},
        **{id_: helper.name for id_, helper in writers_on_paper(family.helpers).items()},
        **{id_: routine.name for id_, routine in all_distinct_routines(family).items()},
        **names_on_their_own(family.team),
        **{id_: strategy_shown(family, id_) for id_ in family.strategies},
    }


def says_the_name(words: str, name: str) -> bool:
    """Return whether words are a name once more, whatever number it has on paper."""
    said, name = words.strip().casefold(), name.strip().casefold()
    return re.fullmatch(rf"{re.escape(said)}( \(\d+\))?", name) is not None


T = TypeVar("T", bound=Hashable)

MOST_READY = 4
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")


def quick_choices(values: Sequence[T], wanted: Sequence[T | None] = ()) -> tuple[T, ...]:
    """Return the few values shown as buttons, in their own order: all of them up to four.

    Of more there are three, so that the way to the others has its room. What is wanted takes the
    last of these places; nothing is ordered by use.
    """
    if len(values) <= MOST_READY:
        return tuple(values)
    room = MOST_READY - 1
    needed = [one for one in dict.fromkeys(wanted) if one in values][:room]
    others = [one for one in values if one not in needed]
    chosen = {*others[: room - len(needed)], *needed}
    return tuple(one for one in values if one in chosen)


_ARTICLE = "ال"
_LEAST_LETTERS = 3


def search_form(text: str) -> str:
    """Return a text without case, accents and extra blanks, as people type it in a hurry.

    A keyboard has only one of the signs that stand for an apostrophe.
    """
    if text.isascii():  # as most names are
        return " ".join(text.casefold().split())
    parts = unicodedata.normalize("NFKD", text.casefold()).translate(_APOSTROPHES)
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(letters.casefold().split())  # what is written with other signs has case, too


_key = lru_cache(maxsize=2048)(search_form)
"""Each row of a list asks for the same names."""


def matches_typed(typed: str, name: str) -> bool:
    """Return whether each typed word begins a word of the name; an empty text matches all."""
    words = search_form(name).split()
    return all(any(_begins(word, part) for word in words) for part in search_form(typed).split())


def words_met(typed: str, name: str) -> int:
    """Return how many of the typed words a name has, or has with another ending.

    Words of one or two letters, such as "a" and "of", are in too many names to count.
    """
    words = search_form(name).split()
    parts = {part for part in search_form(typed).split() if len(part) >= _LEAST_LETTERS}
    return sum(any(_begins(word, part) or _ends_so(part, word) for word in words) for part in parts)


def _begins(word: str, typed: str) -> bool:
    """Return whether a word begins so, also after the article that Arabic writes before it."""
    return word.startswith((typed, _ARTICLE + typed))


def _ends_so(typed: str, word: str) -> bool:
    """Return whether what was typed is a word with one or two letters more: "goals" for "goal"."""
    word, typed = word.removeprefix(_ARTICLE), typed.removeprefix(_ARTICLE)
    return len(word) > _LEAST_LETTERS and typed.startswith(word) and len(typed) <= len(word) + 2
