"""Packs for a review and for the third birthday: what they are made from, and keeping the words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from homejournal.domain.days.periods import Period, written_part
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.names import on_paper
from homejournal.domain.packs.material import PackAsked, PackRead
from homejournal.domain.packs.pack import half_year_to
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import About
from homejournal.domain.records.media_and_papers import KeptPack
from homejournal.domain.records.notes import PackKind, Preparation, preparation_for
from homejournal.domain.records.record import Kind
from homejournal.services.days.days import Days, Feelings
from homejournal.services.days.strategy_numbers import Numbers, Written
from homejournal.services.papers.printed_sheets import Sheets
from homejournal.services.papers.visit_pages import Pages
from homejournal.services.plan import Outcomes
from homejournal.services.records.records import Records
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.domain.looking_back.look_back_values import StrategyWritten
    from homejournal.domain.records.notes import Note


class Packs:
    """What families take to a review, and hand over around the third birthday."""

    def __init__(
        self, session: Session, records: Records, numbers: Numbers, pages: Pages, sheets: Sheets
    ) -> None:
        self._session, self._records, self._numbers = session, records, numbers
        self._pages, self._sheets = pages, sheets

    def days(self, child: UUID, kind: PackKind, today: date) -> Period:
        """Return the days a pack tells of at first: half a year, or all that is written."""
        whole = self._sheets.book_days(child, today)
        if kind is PackKind.TRANSITION:
            return whole
        half = half_year_to(today)
        return Period(max(half.start, min(whole.start, today)), today)

    def reading(self, asked: PackAsked, today: date) -> "PackReading":
        """Return the reading of a pack, which is still to be gone through.

        Raises RecordMissingError for an unknown child.
        """
        written = Written(self._session, self._numbers)
        outcomes = Outcomes(self._session, self._records)
        feelings = Feelings(self._session, self._records)
        about = _newest(self._records.all_of(Kind.ABOUT, child=asked.child), asked.period.end)
        if asked.child not in self._session.family().children:
            raise RecordMissingError(str(asked.child))
        blank = PackRead(
            asked=asked,
            family=on_paper(self._session.family(), asked.child),
            printed=today,
            outcomes=outcomes.of(asked.child),
            feelings=feelings.of(asked.child),
            about=about,
            example=self._session.settings.example,
        )
        return PackReading(blank, Days(self._session), self._pages, written)

    def preparation(self, child: UUID, kind: PackKind, start: date) -> Preparation | None:
        """Return what was prepared for a pack that tells of the days from `start` on."""
        found = self._records.all_of(Kind.PREPARATION, child=child)
        return preparation_for(
            (preparation for preparation in found if isinstance(preparation, Preparation)),
            kind,
            start,
        )

    def keep(self, child: UUID, pack: Mapping[str, Any]) -> Change:
        """Keep a pack as it was handed over."""
        made = self._session.clock()
        return self._records.save(KeptPack(id=uuid4(), child=child, made=made, pack=pack))

    def kept(self, child: UUID) -> tuple[KeptPack, ...]:
        """Return the packs of a child that were kept, the newest first."""
        found = self._records.all_of(Kind.PACK, child=child)
        mine = (kept_pack for kept_pack in found if isinstance(kept_pack, KeptPack))
        return tuple(
            sorted(mine, key=lambda kept_pack: (kept_pack.made, kept_pack.id), reverse=True)
        )

    def prepare(
        self,
        asked: PackAsked,
        answers: Mapping[str, str],
        meeting: date | None,
        *,
        drafts: Iterable[str] = (),
    ) -> Change:
        """Keep the answers to the six questions and the day of the meeting, as one step.

        The unfinished texts of these places go in the same step.
        """
        known = self.preparation(asked.child, asked.kind, asked.period.start)
        today = self._session.today()
        plain = known or Preparation(id=uuid4(), child=asked.child, pack=asked.kind, day=today)
        written = {name: words.strip() for name, words in answers.items() if words.strip()}
        kept = replace(plain, answers=written, meeting=meeting)
        with self._session.step() as step:
            if kept != plain or (known is None and (written or meeting)):
                step.did(step.writer.put([replace(kept, day=today)]))
            for place in drafts:
                step.forget_draft(place)
        return step.change


class PackReading:
    """Reads in `parts` parts; each step of the iteration reads one. `read` has all of it then."""

    def __init__(self, blank: PackRead, days: Days, pages: Pages, written: Written) -> None:
        self._blank, self._days, self._pages, self._written = blank, days, pages, written
        self._strategies = blank.family.strategies_of(blank.asked.child)
        self._found: list[StrategyWritten] = []
        self._notes: tuple[Note, ...] = ()
        self._wrote: Mapping[UUID | None, frozenset[UUID]] = {}
        self._counted = blank.asked.period

    @property
    def parts(self) -> int:
        """Return how many parts there are to read."""
        return len(self._strategies) + 1

    def __iter__(self) -> Iterator[int]:
        """Yield after each part how many parts were read."""
        asked, today = self._blank.asked, self._blank.printed
        found = self._days.between(asked.child, *asked.period)
        self._notes = self._pages.with_strategies(found.notes)
        self._wrote = found.wrote_entries()
        self._counted = written_part(asked.period, found.last_written)
        yield 1
        for number, strategy in enumerate(self._strategies, start=2):
            wanted = EntryFilter(child=asked.child, **self._counted._asdict(), strategy=strategy.id)
            self._found += self._written.of_all(wanted, today)
            yield number

    @property
    def read(self) -> PackRead:
        """Return what was read so far."""
        return replace(
            self._blank,
            written=tuple(self._found),
            notes=self._notes,
            wrote=self._wrote,
            counted=self._counted if self._counted != self._blank.asked.period else None,
        )


def _newest(found: Iterable[object], end: date) -> About | None:
    written = [one for one in found if isinstance(one, About) and one.day <= end]
    return max(written, key=lambda about: (about.day, about.id), default=None)
