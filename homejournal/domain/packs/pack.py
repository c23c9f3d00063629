"""A pack as a value: exactly what the family takes to a review, or hands over when a child leaves.

No field can hold a private note or anything unticked; names and texts stand in it, no references.
The days that packs speak of: half a year, the third birthday, and ninety days before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import BarSeries
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.looking_back.strategy_rows import SharedAxis, StrategyRow, StrategyRows
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.plan.outcomes import LadderTold
from homejournal.domain.records.children import Child, Pronoun
from homejournal.domain.records.family import is_put_away
from homejournal.domain.records.ladders_and_feelings import Progress
from homejournal.domain.records.notes import PackKind, PrepQuestion
from homejournal.domain.records.people import Way
from homejournal.domain.records.plan import Area, StepKind
from homejournal.domain.records.record import added
from homejournal.domain.sentences.values import AgeInMonths, Planned, Single, SuggestedBy
from homejournal.domain.visit_page.page import LifeOnPage, NoteOnPage, StretchOnPage

REVIEW_MONTHS = 6
"""The plan is reviewed every six months (34 CFR 303.342(b))."""
CONFERENCE_DAYS = 90
"""The transition conference comes at least so many days before (34 CFR 303.209(c))."""
LEAVING_AGE = 3
_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class ThirdBirthday:
    """The third birthday, the last day for the conference, and the day of the meeting, if known."""

    birthday: date
    conference_by: date
    meeting: date | None = None


def half_year_to(day: date) -> Period:
    """Return the six months that end with a day: to June 28 they begin on December 29."""
    months = day.year * _MONTHS_OF_A_YEAR + day.month - 1 - REVIEW_MONTHS
    year, month = divmod(months, _MONTHS_OF_A_YEAR)
    if year < date.min.year:
        return Period(date.min, day)
    return Period(_day_in(year, month + 1, day.day) + timedelta(days=1), day)


def third_birthday(born: date | None, meeting: date | None = None) -> ThirdBirthday | None:
    """Return the days around the third birthday; None if no birthday is known.

    Of a child born on February 29 it is the first of March, as ages count everywhere.
    """
    if born is None or born.year + LEAVING_AGE > date.max.year:
        return None
    year = born.year + LEAVING_AGE
    try:
        birthday = born.replace(year=year)
    except ValueError:
        birthday = date(year, 3, 1)
    return ThirdBirthday(birthday, birthday - timedelta(days=CONFERENCE_DAYS), meeting)


def coming_third_birthday(child: Child, meeting: date | None = None) -> ThirdBirthday | None:
    """Return the days around a child's third birthday; none if the journal is put away."""
    return None if is_put_away(child) else third_birthday(child.born, meeting)


def _day_in(year: int, month: int, day: int) -> date:
    """Return a day of a month, or its last one where it has no such day."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def asked_in(kind: PackKind) -> tuple[PrepQuestion, ...]:
    """Return what a family is asked for a pack; a history begins with what matters most."""
    return (PrepQuestion.PRIORITIES,) if kind is PackKind.TRANSITION else tuple(PrepQuestion)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInPack:
    """A professional with what they do, and how to reach them where that is ticked."""

    name: str
    discipline: str | None = None
    role: str | None = added(None)
    coordinator: bool = added(False)  # noqa: FBT003 - the value of a field
    ways: tuple[Way, ...] = added(())


@dataclass(frozen=True, slots=True)
class ReviewInPack:
    """What was said about an outcome, and when."""

    day: date
    words: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class StepInPack:
    """What happened to a strategy from a day on, with its new words where there are any."""

    step: StepKind
    day: date
    at_visit: bool = False
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyInPack:
    """One strategy: from whom, how often, what was written down, and what changed in the plan.

    Packs that were kept before there were rows have a `chart`.
    """

    name: str
    suggested: SuggestedBy | None = None
    planned: Planned | None = None
    stretches: tuple[StretchOnPage, ...] = ()
    chart: BarSeries | None = None
    row: StrategyRow | None = added(None)
    changes: tuple[StepInPack, ...] = ()
    summary: tuple[Single, ...] = added(())
    """What changed, in plain words."""


_REACHED = frozenset({Progress.REACHED, Progress.YES})


def is_reached(reviews: Sequence[Progress]) -> bool:
    """Whether the last of these words of reviews is that it was reached."""
    return bool(reviews) and reviews[-1] in _REACHED


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeInPack:
    """An outcome with its ladder, review words and strategies; without words for those with none.

    Celebrations and firsts stand under the outcome whose strategies they are about.
    """

    text: str = ""
    areas: tuple[Area, ...] = ()
    since: date | None = None
    closed: date | None = None
    ladders: tuple[LadderTold, ...] = ()
    reviews: tuple[ReviewInPack, ...] = ()
    strategies: tuple[StrategyInPack, ...] = ()
    axis: SharedAxis | None = added(None)
    """The dates of the rows of its strategies."""
    celebrations: tuple[NoteOnPage, ...] = ()
    firsts: tuple[FirstTime, ...] = ()
    waits: bool = added(default=False)
    """Whether nobody has looked yet where it stands."""

    @property
    def rows(self) -> StrategyRows | None:
        """Return the rows of its strategies under their one head, or None if there are none."""
        rows = tuple(one.row for one in self.strategies if one.row)
        return StrategyRows(axis=self.axis, rows=rows) if self.axis and rows else None

    @property
    def reached(self) -> bool:
        """Whether the last review said so; the program itself never says it."""
        return is_reached([one.words for one in self.reviews])


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingInPack:
    """How a routine was for one person, or how sure a strategy felt: days and levels.

    It never holds what two people said. Without a name in `by` it was said for the family.
    """

    name: str
    sure: bool
    """Whether it is about how sure somebody feels, and not about a routine."""
    said: tuple[tuple[date, int], ...]
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutInPack:
    """What the family wrote about the child on a day; each part by the name of its field."""

    day: date
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """All that stands in a pack, in the order in which it is read; `printed` is the day of it.

    `second_language` adds labels and sentences in another language; what the family wrote stays as
    written.
    """

    kind: PackKind
    child: str
    pronoun: Pronoun = added(Pronoun.NEITHER)
    period: Period
    written_until: date | None = added(None)
    """The last day that is counted, where the family stopped writing before the period ends."""
    printed: date
    age: AgeInMonths | None = None
    written_by: tuple[str, ...] = ()
    team: tuple[PersonInPack, ...] = ()
    birthday: ThirdBirthday | None = None
    ask_longer: bool = False
    """Whether the family asks if the child can stay in early intervention after the birthday."""
    meeting: date | None = None
    answers: tuple[tuple[PrepQuestion, str], ...] = ()
    words: str = added("")
    """How the family likes to talk about the child."""
    communicates: tuple[str, ...] = added(())
    about: AboutInPack | None = None
    outcomes: tuple[OutcomeInPack, ...] = ()
    celebrations: tuple[NoteOnPage, ...] = ()
    """Those that are about no strategy."""
    concerns: tuple[NoteOnPage, ...] = ()
    questions: tuple[NoteOnPage, ...] = ()
    """The family's questions that wait for an answer."""
    life: tuple[LifeOnPage, ...] = ()
    feelings: tuple[FeelingInPack, ...] = ()
    paper: Paper = Paper.LETTER
    language: str = "en"
    second_language: str | None = None
    notes_as_written: bool = False
    """Whether a line says that the family's words keep the language they were written in."""
    example: bool = False

    @property
    def empty(self) -> bool:
        """Return whether there is nothing to read in it but its head."""
        told = (self.answers, self.outcomes, self.celebrations, self.concerns, self.questions)
        about = (self.about, self.words, self.communicates, self.team)
        return not any((*told, *about, self.life, self.feelings))
