"""About our child: what the family wrote of them over time, and what of it stands on one page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from homejournal.domain.days.periods import Age, age_on
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.names import name_on_paper
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.plan.plan_page import StrategyInPlan, plan_state
from homejournal.domain.records.children import About, Child, Pronoun
from homejournal.domain.records.family import Family, last_day
from homejournal.domain.records.plan import PlanStatus
from homejournal.domain.sentences.values import AgeInMonths, SuggestedBy

ABOUT_PARTS = ("strengths", "interests", "helps", "needs", "hard", "routines")
"""What the family can write of a child, in the order in which it is read."""

SURNAME, AGE, WORDS, COMMUNICATES, SUGGESTED, PHOTO = (
    "surname",
    "age",
    "words",
    "communicates",
    "suggested",
    "photo",
)
"""The other parts of the page that can be ticked; `suggested` is who suggested a strategy."""
ONLY_TICKED = frozenset({SURNAME, PHOTO})
"""These are on the page only where the family says so."""


def about_parts(written: About) -> Iterator[tuple[str, str]]:
    """Yield what the family wrote about the child, each part by the name of its field."""
    for part in ABOUT_PARTS:
        words = (getattr(written, part) or "").strip()
        if words:
            yield part, words


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutChild:
    """A child on a day, with all that the family wrote of them; `versions` newest first."""

    child: Child
    age: Age | None = None
    versions: tuple[About, ...] = ()

    @property
    def newest(self) -> About | None:
        """Return what the family wrote last."""
        return self.versions[0] if self.versions else None

    @property
    def empty(self) -> bool:
        """Return whether nothing is written but a name and dates."""
        said = any(tuple(about_parts(version)) for version in self.versions)
        return not (said or self.child.words or self.child.communicates)


def about_child(family: Family, child: UUID, found: Iterable[About], today: date) -> AboutChild:
    """Return a child with these versions; raises RecordMissingError for an unknown child."""
    if child not in family.children:
        raise RecordMissingError(str(child))
    known = family.children[child]
    versions = sorted(found, key=lambda about: (about.day, about.id), reverse=True)
    age = age_on(known.born, known.due, last_day(known, today))
    return AboutChild(child=known, age=age, versions=tuple(versions))


def version_to_save(
    told: AboutChild, texts: Mapping[str, str], today: date, new_id: UUID
) -> About | None:
    """Return the version that holds these texts from today on, or None if nothing is new.

    What was written on an earlier day stays as it was. What was written today is written over.
    """
    said = {part: texts.get(part, "").strip() or None for part in ABOUT_PARTS}
    newest = told.newest
    if newest is None and not any(said.values()):
        return None
    if newest is not None and all(getattr(newest, part) == said[part] for part in ABOUT_PARTS):
        return None
    if newest is not None and newest.day >= today:
        return replace(newest, **said)  # type: ignore[arg-type]
    return About(id=new_id, child=told.child.id, day=today, **said)


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutAsked:
    """The contents wanted on the page for somebody new: everything, or only these parts.

    What is `ONLY_TICKED` is printed only on request. `home_language` is what the family writes in.
    """

    child: UUID
    parts: frozenset[str] | None = None
    strategies: frozenset[UUID] | None = None
    language: str = "en"
    second_language: str | None = None
    home_language: str | None = None
    paper: Paper = Paper.LETTER

    def has(self, part: str) -> bool:
        """Return whether a part is wanted."""
        return part not in ONLY_TICKED if self.parts is None else part in self.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyInShort:
    """What is done now, in one line."""

    id: UUID
    name: str
    routines: tuple[str, ...] = ()
    suggested: SuggestedBy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutSheet:
    """All that stands on the page for somebody new; no field can hold a note.

    `parts` go by the names of `ABOUT_PARTS`; `written` is the day they were written on, and the
    `age` is of that day, or else of the day of print. What the family wrote stays as written where
    labels are in another language.
    """

    child: str
    pronoun: Pronoun = Pronoun.NEITHER
    printed: date
    surname: str = ""
    photo: PhotoOnPage | None = None
    age: AgeInMonths | None = None
    words: str = ""
    communicates: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    written: date | None = None
    strategies: tuple[StrategyInShort, ...] = ()
    language: str = "en"
    second_language: str | None = None
    paper: Paper = Paper.LETTER
    as_written: bool = False
    example: bool = False

    @property
    def empty(self) -> bool:
        """Return whether nothing but a name would stand on it."""
        return not (self.words or self.communicates or self.parts or self.strategies)

    @property
    def dated(self) -> date:
        """Return the day of which the page tells."""
        return self.written or self.printed


def parts_offered(told: AboutChild, strategies: Iterable[StrategyInPlan]) -> tuple[str, ...]:
    """Return which parts have something to show, in the order of the page."""
    child, newest = told.child, told.newest
    shown = {
        PHOTO: child.photo is not None,
        SURNAME: bool(child.surname) and bool(name_on_paper(child)),
        AGE: told.age is not None,
        WORDS: bool(child.words),
        COMMUNICATES: bool(child.communicates),
        **dict.fromkeys(dict(about_parts(newest)) if newest else (), True),
        SUGGESTED: any(_from_whom(strategy) for strategy in strategies),
    }
    return tuple(part for part, there in shown.items() if there)


def strategies_now(family: Family, child: UUID, today: date) -> tuple[StrategyInPlan, ...]:
    """Return what is planned on a day, in the order of the plan."""
    plan = plan_state(family, child, today)
    return tuple(strategy for strategy in plan.strategies if strategy.standing is PlanStatus.ACTIVE)


def about_sheet(
    told: AboutChild,
    strategies: Iterable[StrategyInPlan],
    asked: AboutAsked,
    today: date,
    *,
    example: bool = False,
) -> AboutSheet:
    """Return the page as it is asked for, but for the photo, which whoever reads files adds."""
    child, newest = told.child, told.newest
    written = tuple(about_parts(newest)) if newest else ()
    parts = tuple((part, words) for part, words in written if asked.has(part))
    languages = {asked.language, asked.second_language or asked.language}
    written_on = newest.day if newest and parts else None
    age = age_on(child.born, child.due, last_day(child, written_on or today))
    return AboutSheet(
        child=name_on_paper(child),
        pronoun=child.pronoun,
        printed=today,
        surname=_surname(child) if asked.has(SURNAME) else "",
        age=AgeInMonths(*age) if age and asked.has(AGE) else None,
        words=(child.words or "").strip() if asked.has(WORDS) else "",
        communicates=child.communicates if asked.has(COMMUNICATES) else (),
        parts=parts,
        written=written_on,
        strategies=tuple(
            _in_short(strategy, asked)
            for strategy in strategies
            if asked.strategies is None or strategy.strategy.id in asked.strategies
        ),
        language=asked.language,
        second_language=asked.second_language,
        paper=asked.paper,
        as_written=languages != {asked.home_language or asked.language},
        example=example,
    )


def _surname(child: Child) -> str:
    """Return the last name; where a paper says "our child" it has none."""
    return (child.surname or "") if name_on_paper(child) else ""


def _in_short(one: StrategyInPlan, asked: AboutAsked) -> StrategyInShort:
    return StrategyInShort(
        id=one.strategy.id,
        name=one.name,
        routines=tuple(routine.name for routine in one.routines),
        suggested=_from_whom(one) if asked.has(SUGGESTED) else None,
    )


def _from_whom(one: StrategyInPlan) -> SuggestedBy | None:
    """Return who suggested a strategy; since when matters little to whoever meets the child."""
    told = one.suggested
    return SuggestedBy(told.name, told.discipline) if told and told.name else None
