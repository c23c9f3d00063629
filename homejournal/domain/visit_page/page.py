"""A visit page as a value: exactly what the family lets a professional see, and nothing else.

No field can hold a private note, a rating of how sure somebody feels, or anything unticked. The
value is kept as it was handed over, so it carries names and texts, never references. While it is
prepared, a line also knows by which `key` it is ticked; that is no part of what the page says, is
never kept, and makes no two pages different.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import assert_never
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import BarSeries, Chart
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.looking_back.strategy_rows import StrategyRows
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.plan.outcomes import LadderTold
from homejournal.domain.records.children import Pronoun
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import added
from homejournal.domain.sentences.values import (
    AgeInMonths,
    Planned,
    Sentence,
    Single,
    SuggestedBy,
)

NO_KEY = ""


def _key() -> str:
    """Return the field for the key by which a line is ticked while its page is prepared."""
    key: str = field(default=NO_KEY, compare=False)
    return key


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOnPage:
    """A note as the family wrote it, by whom, and about which strategy.

    It is whole, unless the family itself `shortened` it for this page.
    """

    text: str
    day: date
    by: str | None = None
    about: str | None = None
    shortened: bool = False
    key: str = _key()


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchOnPage:
    """What is said of a stretch of days; the whole period, or one side of a change of plan."""

    start: date
    end: date
    sentences: tuple[Sentence, ...]
    plan: str = ""
    """What the plan said on these days, as the family wrote it, where that tells them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyOnPage:
    """One strategy: what, from whom, how often, what was written down, and the family's words."""

    id: UUID
    name: str
    what: str | None = None
    suggested: SuggestedBy | None = None
    planned: Planned | None = None
    stretches: tuple[StretchOnPage, ...] = ()
    summary: tuple[Single, ...] = added(())
    chart: BarSeries | None = None
    """Stands only on pages that were kept before there were rows."""
    quotes: tuple[NoteOnPage, ...] = ()
    helped: str = ""
    key: str = _key()


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeOnPage:
    """Something in the family's life: the dotted mark of a chart, explained."""

    day: date
    words: str
    key: str = _key()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOnPage:
    """A professional whom the page is for."""

    name: str
    discipline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedOnPage:
    """What was agreed at a visit before, for the days since and for the next one."""

    day: date
    people: tuple[str, ...] = ()
    agreed: str = ""
    agreed_next: str = ""
    key: str = _key()
    next_key: str = _key()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOnPage:
    """What a professional asked at a visit, and the family's answer; empty if it waits."""

    text: str
    day: date
    by: str = ""
    answer: str = ""
    key: str = _key()


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeChart:
    """The larger picture of one strategy: its row, with what it shows in one sentence."""

    strategy: str
    rows: StrategyRows | None = added(None)
    chart: Chart | None = added(None)
    """Stands only on pages that were kept before the larger picture was a row."""
    headline: Sentence | None = None
    key: str = _key()


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderOnPage:
    """The ladder of an outcome, as family and professional wrote it and rated on it at visits."""

    outcome: str
    ladder: LadderTold
    key: str = _key()


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondPage:
    """What the page behind the first one holds, where the family wants it."""

    charts: tuple[LargeChart, ...] = ()
    ladders: tuple[LadderOnPage, ...] = ()
    notes: tuple[NoteOnPage, ...] = ()
    """Notes by date, oldest first."""
    photos: tuple[PhotoOnPage, ...] = ()
    """Photos by date, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """All that stands on a visit page, in the order in which it is read.

    `printed` is the day the page was made. `second_language` adds every label and sentence in
    another language; what the family wrote stays as written.
    """

    child: str
    """The name on papers; nothing where the page says "our child"."""
    pronoun: Pronoun = added(Pronoun.NEITHER)
    """How the page speaks of a child without a name."""
    age: AgeInMonths | None = None
    period: Period
    printed: date
    visit_on: date | None = None
    written_by: tuple[str, ...] = ()
    for_whom: tuple[PersonOnPage, ...] = ()
    whole_team: bool = False
    """Whether the head says that the page is for everybody on the team."""
    language: str = "en"
    second_language: str | None = None
    paper: Paper = Paper.LETTER
    our_words: str = ""
    thanks: str = ""
    agreed: str = ""
    """What was agreed at the visit before, between visits."""
    agreed_on: date | None = added(None)
    """The day of that visit."""
    agreed_next: str = ""
    """What was agreed at the visit before for the visit that the page is for."""
    agreed_keys: tuple[str, str] = field(default=(NO_KEY, NO_KEY), compare=False)
    agreed_with: tuple[AgreedOnPage, ...] = ()
    """What was agreed with each professional, on a page for the whole team."""
    asked: tuple[AskedOnPage, ...] = ()
    celebrations: tuple[NoteOnPage, ...] = ()
    firsts: tuple[FirstTime, ...] = ()
    """First times in the period; they stand with the celebrations."""
    first_keys: tuple[str, ...] = field(default=(), compare=False)
    concerns: tuple[NoteOnPage, ...] = ()
    questions: tuple[NoteOnPage, ...] = ()
    strategies: tuple[StrategyOnPage, ...] = ()
    of_strategies: int = added(0)
    """How many strategies there are to tell of, where not all of them are on the page."""
    rows: StrategyRows | None = added(None)
    """The days and ratings of these strategies under one head, where they are ticked."""
    life: tuple[LifeOnPage, ...] = ()
    boxes: bool = True
    """The two empty boxes "until next time"."""
    reach_us: str = ""
    notes_as_written: bool = False
    """Whether a line says that the notes keep the language they were written in."""
    example: bool = False
    second: SecondPage | None = None

    def flagged(self, flag: Flag) -> tuple[NoteOnPage, ...]:
        """Return the notes of one flag."""
        match flag:
            case Flag.CELEBRATION:
                return self.celebrations
            case Flag.CONCERN:
                return self.concerns
            case Flag.QUESTION:
                return self.questions
            case _:
                assert_never(flag)

    def row_of(self, which: UUID) -> int | None:
        """Return which of the rows is that of a strategy, or None where it has none."""
        ids = [row.strategy for row in self.rows.rows] if self.rows else []
        return ids.index(which) if which in ids else None

    @property
    def has_notes(self) -> bool:
        """Whether anything stands on the page that stays in the language it was written in."""
        quoted = any(strategy.quotes for strategy in self.strategies)
        behind = self.second is not None and bool(self.second.notes or self.second.photos)
        return quoted or behind or bool(self.asked) or any(self.flagged(flag) for flag in Flag)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMaterial:
    """A photo of a practice or a note, never of a private one.

    `shown` is what the page says of it; the picture is in it only once it is ticked.
    """

    media: UUID
    shown: PhotoOnPage
    strategy: UUID | None = None
