"""What a visit page can be made from: everything of one child and period, but nothing private.

Each line has a key by which it is ticked, the same each time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.looking_back.look_back_values import (
    First,
    FirstTime,
    LookBack,
    PhaseNumbers,
)
from homejournal.domain.looking_back.strategy_rows import StrategyRows, strategy_rows
from homejournal.domain.names import Names
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.plan.outcomes import OutcomeRecords, RatedLadder
from homejournal.domain.records.children import Child, LifeEvent
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import (
    PlanStep,
    Routine,
    StepInForce,
    Strategy,
    step_of_day,
)
from homejournal.domain.records.rating_scales import ON_OWN, RatingKind, RatingPlan
from homejournal.domain.records.record import TeamMemberId
from homejournal.domain.records.visits import Asked, AskedAt, Visit
from homejournal.domain.sentences.plain_summary import Told, plain_summary, with_help_before
from homejournal.domain.sentences.values import Sentence, Single
from homejournal.domain.visit_page.page import NoteOnPage, PhotoMaterial, VisitPage
from homejournal.domain.visits import in_time


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyMaterial:
    """A strategy with its plan steps, oldest first, the child's visits, its numbers and its charts.

    The charts have a mark for everything in the child's life; what is unticked leaves them when a
    page is made.
    """

    strategy: Strategy
    steps: tuple[PlanStep, ...]
    in_force: tuple[StepInForce, ...]
    """The same steps as they were in force, each with what it takes up from those before it."""
    total: Block
    visits: tuple[Visit, ...] = ()
    first_on_own: First | None = None
    """The first time on own of all times, where it was in the period and not on the first day."""
    phases: tuple[PhaseNumbers, ...] = ()
    """The numbers between the changes of the plan."""
    rows: StrategyRows | None = None
    """Its row on the dates that all strategies share, or None where no day counts yet."""
    summary: tuple[Single, ...] = ()
    """What can be said of it plainly, before the numbers."""
    wrote: frozenset[UUID] = frozenset()
    """The helpers who wrote the entries that its numbers count."""

    @property
    def speaks(self) -> bool:
        """Whether the period says anything of it: planned, done or left out on some day."""
        total = self.total
        planned_by_the_week = total.planned is None
        return bool(total.planned or total.times or total.left_out or planned_by_the_week)

    @property
    def is_written(self) -> bool:
        """Whether anything is written of the period: done, not today or left out on some day."""
        total = self.total
        return bool(total.times or total.not_today or total.left_out or total.told_not_today)

    def step_on(self, day: date) -> StepInForce | None:
        """Return the step in force on the day, with what it takes up from those before it."""
        return step_of_day(self.in_force, day)

    def rating_on(self, day: date) -> RatingPlan | None:
        """Return how practices are rated on the day."""
        step = self.step_on(day)
        return step.rating if step else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMaterial:
    """All that may be offered for a page of one child; `for_whom` empty means the whole team.

    `visit` is the visit the page is for, `last_visit` the one before of those who read it, and
    `last_visits` are the last ones of each professional. `asked` is all that professionals asked.
    """

    child: Child
    period: Period
    printed: date
    strategies: tuple[StrategyMaterial, ...] = ()
    notes: tuple[Note, ...] = ()
    questions: tuple[Note, ...] = ()
    """The family's questions that wait for an answer, of whatever day: they carry over."""
    photos: tuple[PhotoMaterial, ...] = ()
    life_events: tuple[LifeEvent, ...] = ()
    team: tuple[TeamMember, ...] = ()
    helpers: tuple[Helper, ...] = ()
    routines: tuple[Routine, ...] = ()
    visit: Visit | None = None
    last_visit: Visit | None = None
    last_visits: tuple[Visit, ...] = ()
    asked: tuple[AskedAt, ...] = ()
    outcomes: tuple[OutcomeRecords, ...] = ()
    for_whom: tuple[TeamMemberId, ...] = ()
    others: Names = frozenset()
    language: str = "en"
    second_language: str | None = None
    home_language: str | None = None
    """The language the family's own window speaks, where it is known."""
    paper: Paper = Paper.LETTER
    example: bool = False

    def theirs(self) -> tuple[StrategyMaterial, ...]:
        """Return the strategies of those whom the page is for, in the family's order.

        Who suggested nothing, as somebody who coordinates, reads of all, as the whole team does.
        """
        mine = (
            strategy
            for strategy in self.strategies
            if strategy.strategy.suggested_by in self.for_whom
        )
        return tuple(mine) or self.strategies

    def shown(self) -> tuple[StrategyMaterial, ...]:
        """Return what can be told to them: their strategies, and beside them the family's own."""
        theirs = self.theirs()
        return tuple(
            strategy
            for strategy in self.strategies
            if strategy in theirs or strategy.strategy.suggested_by is None
        )

    def beside(self) -> frozenset[UUID]:
        """Return the family's own strategies beside theirs: told only where the family ticks it."""
        theirs = {strategy.strategy.id for strategy in self.theirs()}
        return frozenset(strategy.strategy.id for strategy in self.shown()) - theirs

    def their_outcomes(self) -> tuple[OutcomeRecords, ...]:
        """Return the outcomes that their strategies serve, or all; none that closed before."""
        served = {strategy.strategy.outcome for strategy in self.theirs()}
        start = self.period.start
        return tuple(
            outcome
            for outcome in self.outcomes
            if (not self.for_whom or outcome.outcome.id in served)
            and (outcome.outcome.closed is None or outcome.outcome.closed >= start)
        )

    def visits_before(self) -> tuple[Visit, ...]:
        """Return the last visit of each of those whom the page is for, newest first."""
        each = {visit.id: visit for visit in (self.last_visit, *self.last_visits) if visit}
        found = tuple(sorted(each.values(), key=in_time, reverse=True))
        return tuple(visit for visit in found if self._is_last_of_theirs(visit, found))

    def _is_last_of_theirs(self, visit: Visit, known: Sequence[Visit]) -> bool:
        if visit == self.last_visit or not self.for_whom:
            return True
        return not set(came_last(visit, known)).isdisjoint(self.for_whom)

    def asked_before(self) -> tuple[AskedAt, ...]:
        """Return what those whom the page is for asked, newest first.

        It is all that is open, and what was asked at a last visit or later, or answered since.
        """
        mine = [
            question
            for question in self.asked
            if self._is_theirs(question) and self._is_new(question)
        ]
        return tuple(sorted(mine, key=lambda question: in_time(question.visit))[::-1])

    def _is_theirs(self, one: AskedAt) -> bool:
        askers = (one.asked.asked_by,) if one.asked.asked_by else one.visit.people
        return not self.for_whom or not set(askers).isdisjoint(self.for_whom)

    def _is_new(self, one: AskedAt) -> bool:
        answered, last = one.asked.answered, self.last_visit
        if answered is None or last is None or one.visit.day >= last.day:
            return True
        # The day on which the page is made may come after its period.
        inside = self.period.start <= answered <= self.period.end or answered == self.printed
        return inside or one.visit in self.visits_before()

    def life_in_period(self) -> tuple[LifeEvent, ...]:
        """Return what happened in the family's life in the period, oldest first."""
        inside = (e for e in self.life_events if self.period.start <= e.day <= self.period.end)
        return tuple(sorted(inside, key=lambda event: event.day))

    def notes_in_period(self) -> tuple[Note, ...]:
        """Return the notes of the period, newest first: about what is shown, and free ones."""
        return self._newest_first(self._notes_inside())

    def _notes_inside(self) -> Iterator[Note]:
        return (n for n in self.notes if self.period.start <= n.day <= self.period.end)

    def notes_about(self, strategy: UUID) -> tuple[Note, ...]:
        """Return the notes of the period about one strategy, newest first."""
        return self._newest_first(n for n in self._notes_inside() if n.strategy == strategy)

    def photos_in_period(self) -> tuple[PhotoMaterial, ...]:
        """Return the photos of the period, oldest first: of what is shown, and of moments."""
        shown = {strategy.strategy.id for strategy in self.shown()}
        inside = (
            photo
            for photo in self.photos
            if self.period.start <= photo.shown.day <= self.period.end
            and (photo.strategy is None or photo.strategy in shown or not self.for_whom)
        )
        return tuple(sorted(inside, key=lambda photo: photo.shown.day))

    def flagged(self, flag: Flag) -> tuple[Note, ...]:
        """Return the notes of the period with a flag, newest first, and every open question."""
        inside = self._newest_first(n for n in self._notes_inside() if flag in n.flags)
        if flag is not Flag.QUESTION:
            return inside
        known = {note.id for note in inside}
        waiting = (note for note in self.questions if note.id not in known)
        return self._newest_first((*inside, *waiting))

    def _newest_first(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        shown = {strategy.strategy.id for strategy in self.shown()}
        mine = [
            note
            for note in notes
            if note.strategy is None or note.strategy in shown or not self.for_whom
        ]
        mine.sort(key=lambda note: (str(note.written or ""), str(note.id)))
        return tuple(sorted(mine, key=lambda note: note.day)[::-1])

    def person(self, who: UUID | None) -> TeamMember | None:
        return next((person for person in self.team if person.id == who), None)

    def helper_name(self, who: UUID | None) -> str | None:
        return next((helper.name for helper in self.helpers if helper.id == who), None)

    def routine_names(self, which: Iterable[UUID]) -> tuple[str, ...]:
        """Return the family's names for routines."""
        names = {routine.id: routine.name for routine in self.routines}
        return tuple(names[one] for one in which if one in names)


def came_last(visit: Visit, visits: Iterable[Visit]) -> tuple[TeamMemberId, ...]:
    """Return who came to a visit and to none of the later ones: with others it is agreed anew."""
    later = (one for one in visits if in_time(one) > in_time(visit))
    came = {who for one in later for who in one.people}
    return tuple(who for who in visit.people if who not in came)


class PagePart(StrEnum):
    """The parts of a page, in the order in which they stand there."""

    HEAD = "head"
    CELEBRATIONS = "celebrations"
    CONCERNS = "concerns"
    QUESTIONS = "questions"
    AGREED = "agreed"
    ASKED = "asked"
    STRATEGY = "strategy"
    LIFE = "life"
    UNTIL_NEXT_TIME = "until_next_time"
    SECOND_PAGE = "second_page"


class Line(StrEnum):
    """The lines that have no words of their own until a language says them."""

    SURNAME = "surname"
    AGE = "age"
    WRITTEN_BY = "written_by"
    FOR_WHOM = "for_whom"
    VISITORS = "visitors"
    WHAT = "what"
    SUGGESTED = "suggested"
    PLANNED = "planned"
    SUMMARY = "summary"
    DAYS = "days"
    TIMES = "times"
    RATINGS = "ratings"
    REMARKS = "remarks"
    EARLIER = "earlier"
    CHANGED = "changed"
    CHART = "chart"
    BOXES = "boxes"
    SECOND_PAGE = "second_page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One line or note that can be ticked.

    `says` is what the family wrote, a sentence, or the name of a line; `strategy` the strategy
    under which it stands, `note` the note itself, `by` who asked or agreed, and `answer` our answer
    to a question. `by_default` is what the first preview shows.
    Without what `needs` names it is not on the page, ticked or not.
    """

    key: str
    part: PagePart
    says: str | Sentence | FirstTime | Line
    by_default: bool = True
    day: date | None = None
    strategy: UUID | None = None
    needs: str = ""
    note: UUID | None = None
    by: tuple[str, ...] = ()
    answer: str = ""
    about_reader: bool = False
    about_sibling: bool = False
    """Whether it names somebody who will read the page, or another child of the family."""
    waits: bool = False
    """Whether it is not ticked at first only because the page would be long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """What the family ticked, by the keys of the offers, and what it typed for this page."""

    keys: frozenset[str] = frozenset()
    our_words: str = ""
    thanks: str = ""
    reach_us: str = ""
    helped: Mapping[UUID, str] = field(default_factory=dict)
    """What helped and what got in the way, by strategy."""
    shortened: Mapping[UUID, str] = field(default_factory=dict)
    """What stands on this page alone in the place of a long note, by note."""

    def has(self, key: str) -> bool:
        """Whether a line or note is ticked."""
        return key in self.keys

    def with_key(self, key: str, *, ticked: bool) -> "Ticks":
        """Return the same ticks with one line or note ticked or unticked."""
        return replace(self, keys=self.keys | {key} if ticked else self.keys - {key})


SECOND_PAGE_KEY = "second"
_LARGE = "second:chart:"
_LADDER = "second:ladder:"
_PHOTO = "second:photo:"


def agreed_key(material: PageMaterial, visit: Visit, half: str) -> str:
    """Return the key of a half of what was agreed: `agreed` or `agreed_next` of the last visit."""
    last = material.last_visit
    return half if last and last.id == visit.id else f"{half}:{visit.id}"


def asked_key(asked: Asked) -> str:
    """Return the key of what a professional asked, with the family's answer."""
    return f"asked:{asked.id}"


def flag_key(note: Note, flag: Flag) -> str:
    """Return the key of a note under one of its flags."""
    return f"{flag}:{note.id}"


def quote_key(note: Note) -> str:
    """Return the key of a note as a quote under its strategy."""
    return f"quote:{note.id}"


def dated_key(note: Note) -> str:
    """Return the key of a note among the notes by date."""
    return f"second:note:{note.id}"


def first_key(one: StrategyMaterial) -> str:
    """Return the key of a strategy's first time on own."""
    return f"first:{one.strategy.id}"


def life_key(event: LifeEvent) -> str:
    """Return the key of something in the family's life."""
    return f"life:{event.id}"


def strategy_key(one: StrategyMaterial, line: Line | None = None) -> str:
    """Return the key of a strategy, or of one of its lines."""
    return f"strategy:{one.strategy.id}" + (f":{line}" if line else "")


def large_key(one: StrategyMaterial) -> str:
    """Return the key of a strategy's larger chart."""
    return f"{_LARGE}{one.strategy.id}"


def is_large_key(key: str) -> bool:
    """Whether a key is that of a larger chart."""
    return key.startswith(_LARGE)


def photo_key(photo: PhotoMaterial) -> str:
    return f"{_PHOTO}{photo.media}"


def is_photo_key(key: str) -> bool:
    return key.startswith(_PHOTO)


def ladder_key(rated: RatedLadder) -> str:
    """Return the key of the ladder of an outcome."""
    return f"{_LADDER}{rated.ladder.id}"


def is_ladder_key(key: str) -> bool:
    return key.startswith(_LADDER)


def notes_on(page: VisitPage) -> Iterator[NoteOnPage]:
    """Yield every note that stands anywhere on a page."""
    yield from (*page.celebrations, *page.concerns, *page.questions)
    for strategy in page.strategies:
        yield from strategy.quotes
    if page.second:
        yield from page.second.notes


def writers_of(material: PageMaterial, page: VisitPage) -> tuple[str, ...]:
    """Return who wrote the notes on a page, and the entries that its numbers and charts count."""
    of_notes = {note.by for note in notes_on(page)}
    told = _counted(page)
    of_entries = {
        who
        for strategy in material.strategies
        if strategy.strategy.id in told
        for who in strategy.wrote
    }
    named = (
        helper.name
        for helper in material.helpers
        if helper.id in of_entries or helper.name in of_notes
    )
    return tuple(dict.fromkeys(named))


def _counted(page: VisitPage) -> set[UUID]:
    """Return the strategies of which the page shows any number, row or chart."""
    larger = {chart.strategy for chart in page.second.charts} if page.second else set()
    return {
        strategy.id
        for strategy in page.strategies
        if strategy.stretches
        or strategy.summary
        or strategy.name in larger
        or page.row_of(strategy.id) is not None
    }


_ON_OWN = (RatingKind.HELP, ON_OWN)


def strategy_materials(
    backs: Sequence[LookBack],
    people: Mapping[UUID, str] | None = None,
    before: Mapping[UUID, Told] | None = None,
) -> Iterator[StrategyMaterial]:
    """Yield what a page can tell of strategies of one child, all on the same dates.

    `people` names who came to the visits; `before` are days before, by strategy.
    """
    earlier = before or {}
    if not backs:
        return
    rows = strategy_rows(backs, people=people)
    for back, row in zip(backs, rows.rows, strict=True):
        firsts = (first for first in back.written.firsts if (first.kind, first.level) == _ON_OWN)
        yield StrategyMaterial(
            visits=back.written.visits,
            strategy=back.written.strategy,
            steps=back.written.steps,
            in_force=back.counted.in_force,
            total=back.total,
            first_on_own=next((first.first for first in firsts), None),
            phases=back.phases,
            rows=StrategyRows(axis=rows.axis, rows=(row,)) if row.total.counted else None,
            summary=with_help_before(
                plain_summary(back), back, earlier.get(back.written.strategy.id)
            ),
        )
