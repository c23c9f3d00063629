"""A pack as a value: exactly what the family takes to a review, or hands over when a child leaves.

No field can hold a private note or anything unticked; names and texts stand in it, no references.
"""

from dataclasses import dataclass
from datetime import date

from homejournal.domain.charts.bar_series import BarSeries
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.looking_back.firsts import FirstTime
from homejournal.domain.packs.dates import ThirdBirthday
from homejournal.domain.plan.outcome_ladders import LadderTold
from homejournal.domain.records.ladders import Progress
from homejournal.domain.records.plan import Area, StepKind
from homejournal.domain.records.preparations import PackKind, PrepQuestion
from homejournal.domain.sentences.counts import AgeInMonths, Planned, SuggestedBy
from homejournal.domain.visit_page.page import (
    LifeOnPage,
    NoteOnPage,
    Paper,
    PersonOnPage,
    StretchOnPage,
)


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
    """One strategy: from whom, how often, what was written down, and what changed in the plan."""

    name: str
    suggested: SuggestedBy | None = None
    planned: Planned | None = None
    stretches: tuple[StretchOnPage, ...] = ()
    chart: BarSeries | None = None
    changes: tuple[StepInPack, ...] = ()


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
    celebrations: tuple[NoteOnPage, ...] = ()
    firsts: tuple[FirstTime, ...] = ()


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
    period: Period
    printed: date
    age: AgeInMonths | None = None
    written_by: tuple[str, ...] = ()
    team: tuple[PersonOnPage, ...] = ()
    birthday: ThirdBirthday | None = None
    ask_longer: bool = False
    """Whether the family asks if the child can stay in early intervention after the birthday."""
    meeting: date | None = None
    answers: tuple[tuple[PrepQuestion, str], ...] = ()
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
        return not any((*told, self.about, self.birthday, self.life, self.feelings))
