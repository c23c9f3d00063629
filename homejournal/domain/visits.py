"""Visits: coming and past, what was agreed at them, the team around a child, and messages to it.

People stand in the order of their names and in no other: nobody is ranked, and nothing is counted.
A message is made of fixed sentences and two names, and so it can hold nothing else: no note, no
rating, no surname, no other child.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import Contact, TeamMember, Way
from homejournal.domain.records.plan import PlanStep, StepKind, Strategy, in_order
from homejournal.domain.records.record import Record, StrategyId
from homejournal.domain.records.visits import Asked, Visit


class Decision(StrEnum):
    """What becomes of a strategy."""

    KEEP = "keep"
    CHANGE = "change"
    PAUSE = "pause"
    RESTART = "restart"
    FINISH = "finish"


_STEP_OF = {
    Decision.CHANGE: StepKind.CHANGE,
    Decision.PAUSE: StepKind.PAUSE,
    Decision.RESTART: StepKind.RESTART,
    Decision.FINISH: StepKind.FINISH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyAgreed:
    """The decision on one strategy; `step` has the new words, frequency and rating.

    To keep a strategy takes no step; everything else does, with a change saying what is new.
    """

    strategy: StrategyId
    decision: Decision = Decision.KEEP
    step: PlanStep | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """All that was agreed at a visit: the two halves in words, each strategy, and new ones.

    `beside` are new records that the steps name: routines, people, outcomes. `from_day` is the
    first day of what was agreed, by default the day of the visit.
    """

    between: str | None = None
    next_visit: str | None = None
    strategies: tuple[StrategyAgreed, ...] = ()
    started: tuple[tuple[Strategy, PlanStep], ...] = ()
    beside: tuple[Record, ...] = ()
    from_day: date | None = None


def visit_agreed(visit: Visit, agreement: Agreement) -> Visit:
    """Return the visit as held, with what was agreed."""
    return replace(
        visit,
        held=True,
        agreed_between=agreement.between or None,
        agreed_next=agreement.next_visit or None,
    )


def steps_agreed(visit: Visit, agreement: Agreement) -> tuple[PlanStep, ...]:
    """Return the plan steps that begin at the visit, those of new strategies among them.

    Raises InvalidValueError if a decision has no step, or one of another strategy.
    """
    from_day = agreement.from_day or visit.day
    steps = [
        _step_of(strategy)
        for strategy in agreement.strategies
        if strategy.decision is not Decision.KEEP
    ]
    steps += [step for _, step in agreement.started]
    return tuple(replace(step, from_day=from_day, visit=visit.id) for step in steps)


def _step_of(agreed: StrategyAgreed) -> PlanStep:
    step = agreed.step
    if step is None or step.strategy != agreed.strategy:
        raise InvalidValueError("strategies", Reason.DOES_NOT_FIT)
    return replace(step, step=_STEP_OF[agreed.decision])


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTold:
    """A visit; who comes, what was asked, which plan steps were agreed on, what was handed over.

    `asked` stand in the order of their arrival, `steps` by their days, `pages` newest first. A step
    that was agreed on there may begin on another day.
    """

    visit: Visit
    people: tuple[TeamMember, ...] = ()
    asked: tuple[Asked, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitList:
    """The coming visits, soonest first, the past ones, newest first, and what is still open."""

    coming: tuple[VisitTold, ...] = ()
    past: tuple[VisitTold, ...] = ()
    questions: tuple[Note, ...] = ()
    """The family's questions that wait for an answer, oldest first."""

    loose_pages: tuple[Page, ...] = ()
    """Pages that were handed over without a visit, newest first."""

    @property
    def next(self) -> VisitTold | None:
        """Return the visit that comes next."""
        return self.coming[0] if self.coming else None

    @property
    def later(self) -> tuple[VisitTold, ...]:
        """Return the visits that come after the next one."""
        return self.coming[1:]

    @property
    def to_answer(self) -> tuple[tuple[VisitTold, Asked], ...]:
        """Return what was asked at any visit and waits for an answer, oldest visit first.

        What was asked for the next visit stays with it, answered or not.
        """
        return tuple(
            (told, asked)
            for told in (*reversed(self.past), *self.coming)
            for asked in told.asked
            if asked.answered is None or told is self.next
        )

    def to_agree_on(self, today: date) -> VisitTold | None:
        """Return the last visit, if it was a few days ago and nothing is agreed of it yet."""
        last = self.past[0] if self.past else None
        if last is None or (today - last.visit.day).days > _FRESH_DAYS or has_agreed(last):
            return None
        return last

    @property
    def last_page(self) -> Page | None:
        """Return the page that was handed over last."""
        pages = [page for visit in (*self.coming, *self.past) for page in visit.pages]
        return max([*pages, *self.loose_pages], key=lambda page: page.made, default=None)

    def visit_before(self, told: VisitTold) -> Visit | None:
        """Return the last past visit by one of the visitors, or by anybody if none is named."""
        people = set(told.visit.people)
        alike = (
            visit.visit for visit in self.past if not people or people & set(visit.visit.people)
        )
        return next(alike, None)

    def last_page_before(self, told: VisitTold) -> Page | None:
        """Return the last page handed over before a visit: to a visitor, or else to anybody."""
        people = set(told.visit.people)
        alike = [visit for visit in self.past if people & set(visit.visit.people) and visit.pages]
        pages = [page for visit in alike for page in visit.pages]
        last = max(pages, key=lambda page: page.made, default=self.last_page)
        return None if last in told.pages else last


_FRESH_DAYS = 14


def has_agreed(told: VisitTold) -> bool:
    """Say whether anything was agreed on at a visit."""
    return bool(told.visit.agreed_between or told.visit.agreed_next or told.steps)


def is_coming(visit: Visit, today: date) -> bool:
    """Say whether a visit is still to come; one of today is until it was held."""
    return visit.day > today or (visit.day == today and not visit.held)


def in_time(visit: Visit) -> tuple[object, ...]:
    """Return what visits are sorted by: day, time of day (without one last), arrival."""
    return visit.day, visit.time is None, visit.time or 0, str(visit.id)


def is_pause_over(step: PlanStep, visits: Iterable[Visit], today: date) -> bool:
    """Return whether the day has come at which the family wanted to look at a pause again."""
    if step.step is not StepKind.PAUSE:
        return False
    if step.until_visit:
        return any(step.from_day < visit.day <= today for visit in visits)
    return step.until is not None and step.until <= today


def open_questions(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the questions nobody has ticked as answered, oldest first; they carry over."""
    waiting = [note for note in notes if Flag.QUESTION in note.flags and note.answered is None]
    return tuple(sorted(waiting, key=lambda note: (note.day, str(note.id))))


def steps_begun_at(visit: Visit, steps: Iterable[PlanStep]) -> tuple[PlanStep, ...]:
    """Return the plan steps that began at a visit, on its day."""
    return tuple(step for step in steps if step.visit == visit.id and step.from_day == visit.day)


def strategies_out_of_step(
    visit: Visit, day: date, steps: Mapping[StrategyId, Sequence[PlanStep]]
) -> tuple[StrategyId, ...]:
    """Return the strategies whose plan would no longer tell what happened, were a visit moved.

    That is where a step that began at the visit would pass another one of its strategy on the new
    day, or meet one of its own kind there.
    """
    return tuple(which for which, mine in steps.items() if _overtakes(visit, day, mine))


def _overtakes(visit: Visit, day: date, steps: Sequence[PlanStep]) -> bool:
    begun = steps_begun_at(visit, steps)
    moved = [replace(step, from_day=day) if step in begun else step for step in steps]
    before, after = ([step.id for step in in_order(each)] for each in (steps, moved))
    places = Counter((step.from_day, step.step) for step in moved)
    meets = any(places[day, step.step] > 1 for step in begun)
    return bool(begun) and (before != after or meets)


class Purpose(StrEnum):
    """What the family wants to meet for."""

    PLAN = "plan"
    QUESTIONS = "questions"
    CHANGED = "changed"
    LESS = "less"
    SOONER = "sooner"
    INTERPRETER = "interpreter"
    RIGHT = "right"
    """No purpose by itself: that a family may ask for a review at any time (34 CFR 303.342(b))."""


class Opening(StrEnum):
    """How a family may begin to tell how it goes."""

    USING = "using"
    PLACE = "place"
    NEWS = "news"


class Thanks(StrEnum):
    """What a family may thank for: something that was done, and not how good somebody is."""

    TIME = "time"
    LISTENING = "listening"
    SHOWING = "showing"
    ANSWERING = "answering"
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAsk:
    """Asking `person` for a meeting of the team about the plan of `child` (names, no surnames)."""

    person: str
    child: str
    purposes: tuple[Purpose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYou:
    """Thanking `person`, from the family of `child`."""

    person: str
    child: str
    openings: tuple[Opening, ...] = ()
    thanks: tuple[Thanks, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """A message to `person` whose sentences the family of `child` writes itself."""

    person: str
    child: str


Message = MeetingAsk | ThankYou | OwnWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message in words: a subject of one line, and the text."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """A person with what belongs to them; visits and strategies are those of one child."""

    person: TeamMember
    next_visit: Visit | None = None
    last_visit: Visit | None = None
    suggested: tuple[Strategy, ...] = ()
    contacts: tuple[Contact, ...] = ()
    """Newest first."""

    named: bool = False
    """Whether something else in the journal names the person, of whichever child."""

    shown: str | None = None
    """The name with its number, where another one of the team is called alike and does the same."""

    @property
    def name(self) -> str:
        """Return the name that is shown."""
        return self.shown or self.person.name


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamList:
    """Who is on the team now, and who left it; each part in the order of names."""

    here: tuple[PersonTold, ...] = ()
    left: tuple[PersonTold, ...] = ()

    @property
    def to_ask(self) -> TeamMember | None:
        """Return whom to ask for a meeting: the service coordinator, or else the first person."""
        people = [person.person for person in self.here]
        coordinators = [person for person in people if person.coordinator]
        return next(iter((*coordinators, *people)), None)


def has_left(person: TeamMember, today: date) -> bool:
    """Say whether a person has left the team; the day they left on is the first without them."""
    return person.left is not None and person.left <= today


def on_team(
    people: Iterable[TeamMember], day: date, *, named: Collection[UUID] = ()
) -> tuple[TeamMember, ...]:
    """Return who is on the team on a day, in the order given, and who is `named` in any case."""
    return tuple(person for person in people if person.id in named or not has_left(person, day))


def by_name(person: TeamMember) -> str:
    """Return what people are sorted by: their name without case and accents.

    Those of one name keep the order in which they came, and so that of their numbers.
    """
    plain = unicodedata.normalize("NFKD", person.name.strip().casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))


def ways_in_order(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Return the ways to reach a person, the preferred ones first, the others as they came."""
    return tuple(sorted(ways, key=lambda way: not way.preferred))


def visits_around(
    person: TeamMember, visits: Iterable[Visit], today: date
) -> tuple[Visit | None, Visit | None]:
    """Return the next and the last visit of a person among these, as far as there are any."""
    mine = sorted((visit for visit in visits if person.id in visit.people), key=in_time)
    coming = [visit for visit in mine if is_coming(visit, today)]
    past = [visit for visit in mine if not is_coming(visit, today)]
    return (coming[0] if coming else None), (past[-1] if past else None)
