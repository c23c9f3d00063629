"""Writing down a day: did it, not today, left out; notes; and how routines felt in a week."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from datetime import time as time_of_day
from uuid import UUID, uuid4

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, Reason, RecordMissingError
from homejournal.domain.plan.outcomes import Feeling, feelings_of_same_week, newest_feelings_first
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.ladders_and_feelings import ConfidenceRating, RoutineRating
from homejournal.domain.records.media_and_papers import Media, kept_with
from homejournal.domain.records.notes import AnyNote, Note, PrivateNote
from homejournal.domain.records.people import Home
from homejournal.domain.records.plan import plan_asked, steps_in_force
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import Rating
from homejournal.domain.records.record import Kind, Record
from homejournal.services.records.records import Records
from homejournal.services.session import Session
from homejournal.storage.records.checked_reads import Body, read_days


class Feelings:
    """What the family says of itself; nothing reminds of it, and nobody is compared."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def of(self, child: UUID) -> tuple[Feeling, ...]:
        """Return all that was said around a child, the newest first."""
        kinds = (Kind.ROUTINE_RATING, Kind.CONFIDENCE_RATING)
        found = (record for kind in kinds for record in self._records.all_of(kind, child=child))
        return newest_feelings_first(
            feeling for feeling in found if isinstance(feeling, RoutineRating | ConfidenceRating)
        )

    def of_same_week(self, new: Sequence[Feeling]) -> tuple[Feeling, ...]:
        """Return what these would replace: what the same person said of the same in that week."""
        start = self._session.settings.week_start
        return tuple(
            old
            for feeling in new
            for old in feelings_of_same_week(self.of(feeling.child), feeling, start)
        )

    def save(self, new: Sequence[Feeling]) -> Change:
        """Save a feeling as one step; it replaces the one of the same week."""
        replaced = [feeling.id for feeling in self.of_same_week(new)]
        with self._session.step() as step:
            step.did(step.writer.put(new))
            step.did(step.writer.delete(replaced))
        return step.change


class Notes:
    """The family's own words."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(self, note: Note | PrivateNote, *, draft: str | None = None) -> Change:
        """Save a new note; the unfinished text of that place goes in the same step."""
        written = note.written or self._session.clock()
        with self._session.step() as step:
            step.did(step.writer.put([replace(note, written=written)]))
            step.forget_draft(draft)
        return step.change

    def write_together(
        self, notes: Iterable[Note | PrivateNote], *, drafts: Iterable[str] = ()
    ) -> Change:
        """Save new notes in one step, in which the unfinished texts of these places end."""
        now = self._session.clock()
        with self._session.step() as step:
            step.did(step.writer.put([replace(note, written=now) for note in notes]))
            step.end_drafts(drafts)
        return step.change

    def edit(
        self, before: Note | PrivateNote, after: Note | PrivateNote, *, draft: str | None = None
    ) -> Change:
        """Save a note again.

        A private note is a kind of its own, so making a note private deletes the note and adds a
        private one (`after` has an id of its own then); the way back is the same. Its photos go
        with it.
        """
        photos = self._photos_of(before) if after.id != before.id else []
        kept = replace(after, written=before.written or self._session.clock())
        with self._session.step() as step:
            step.did(step.writer.put([kept, *(kept_with(photo, after) for photo in photos)]))
            if after.id != before.id:
                step.did(step.writer.delete([before.id]))
            step.forget_draft(draft)
        return step.change

    def _photos_of(self, note: Note | PrivateNote) -> list[Media]:
        with self._session.asking() as queries:
            return queries.photos_on([note.id])


LONGEST_LEFT_OUT_DAYS = 366
MOST_LEFT_OUT_MARKS = 2_000
"""So many marks are written within a second, also over others; many children get fewer days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeTold:
    """What is told of a practice beside strategy and day; everything may be left unsaid."""

    rating: Rating | None = None
    slot: str | None = None
    time: time_of_day | None = None
    routine: UUID | None = None
    helper: UUID | None = None
    written_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkTold:
    """What is told of "not today" or "left out"; no strategy means all of the child's."""

    strategy: UUID | None = None
    slot: str | None = None
    reason: LeftOutReason | None = None
    words: str | None = None
    helper: UUID | None = None
    written_by: UUID | None = None


class Days:
    """The family's days."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def between(self, child: UUID, start: date, end: date) -> DayRecords:
        """Return what was written for a child from one day through another."""
        store = self._session.store
        with store.guarded_read() as bare:
            bodies = read_days(bare, store.damage, child, (start, end))
        found = [body.record for body in bodies]
        return DayRecords(
            practices=tuple(practice for practice in found if isinstance(practice, Practice)),
            marks=tuple(mark for mark in found if isinstance(mark, DayMark)),
            notes=tuple(note for note in found if isinstance(note, Note)),
            private_notes=tuple(
                private_note for private_note in found if isinstance(private_note, PrivateNote)
            ),
            two_versions=frozenset(one.record.id for one in bodies if one.versions > 1),
            from_homes=self._from_homes(bodies),
        )

    def _from_homes(self, bodies: Iterable[Body]) -> Mapping[UUID, Home]:
        """Return which practices another home wrote as they stand; told by the computers' homes."""
        homes = self._session.family().other_homes(self._session.settings.home)
        return {
            body.record.id: homes[body.device]
            for body in bodies
            if body.device in homes and isinstance(body.record, Practice)
        }

    def did_it(self, strategy: UUID, day: date, told: PracticeTold | None = None) -> Change:
        """Write down that a strategy was used once.

        What is rated follows the plan of that day. "Not today" of the same strategy, day and slot
        is taken away in the same step, since it no longer holds; who said that is who did it, where
        nobody else is told. Raises RecordMissingError for an
        unknown strategy and InvalidValueError for a rating that the plan does not ask for.
        """
        return self.did_it_together({strategy: told or PracticeTold()}, day)

    def did_it_together(self, told: Mapping[UUID, PracticeTold], day: date) -> Change:
        """Write down that several strategies, of one child or of several, were used once each.

        All of it is one step. Raises as `did_it` does; nothing is written then.
        """
        practices, outdated = [], []
        for strategy, said in told.items():
            new = self._new_practice(strategy, day, said)
            marks = self._not_today_marks(new)
            practices.append(replace(new, helper=new.helper or _person_of(marks)))
            outdated += [mark.id for mark in marks]
        with self._session.step() as step:
            step.did(step.writer.put(practices))
            step.did(step.writer.delete(outdated))
        return step.change

    def _new_practice(self, strategy: UUID, day: date, told: PracticeTold) -> Practice:
        family = self._session.family()
        if strategy not in family.strategies:
            raise RecordMissingError(str(strategy))
        plan = plan_asked(steps_in_force(family.steps.get(strategy, ())), day)
        return Practice(
            id=uuid4(),
            strategy=strategy,
            day=day,
            slot=told.slot,
            time=told.time,
            routine=told.routine,
            helper=told.helper,
            written_by=told.written_by,
            rating=told.rating,
            rating_kind=plan.rating.kind,
            written=self._session.clock(),
        )

    def edit(self, practice: Practice) -> Change:
        """Correct a practice; its first writing time stays.

        Raises RecordMissingError if it was deleted.
        """
        with self._session.asking() as queries:
            before = queries.one(practice.id)
        if not isinstance(before, Practice):
            raise RecordMissingError(str(practice.id))
        with self._session.step() as step:
            step.did(step.writer.put([replace(practice, written=before.written)]))
        return step.change

    def not_today(self, child: UUID, day: date, told: MarkTold | None = None) -> Change:
        """Write down "not today" for a strategy, one of its slots, or all of the child's."""
        return self.not_today_together({child: told or MarkTold()}, day)

    def not_today_together(self, told: Mapping[UUID, MarkTold], day: date) -> Change:
        """Write down "not today" for several children at once: a mark for each, all in one step."""
        return self.not_today_of([(child, day, said) for child, said in told.items()])

    def not_today_of(self, told: Iterable[tuple[UUID, date, MarkTold]]) -> Change:
        """Write down "not today" for each child, day and what is told of it, all in one step."""
        return self._write_marks(
            [self._new_mark(child, day, MarkKind.NOT_TODAY, said) for child, day, said in told]
        )

    def not_today_instead(self, practice: Practice, told: MarkTold, spare: Note) -> Change:
        """Write down "not today" for what was said to be done; its notes and photos stay.

        Notes hang on the strategy and the day from then on, photos on the first of them, or on
        `spare` where there is none. Raises RecordMissingError where the
        practice does not stand any more.
        """
        family = self._session.family()
        with self._session.asking() as queries:
            if queries.one(practice.id) is None or practice.strategy not in family.strategies:
                raise RecordMissingError(str(practice.id))
            photos = queries.photos_on([practice.id])
        child = family.strategies[practice.strategy].child
        of_day = self.between(child, practice.day, practice.day)
        hanging: tuple[AnyNote, ...] = (*of_day.notes, *of_day.private_notes)
        notes: list[AnyNote] = [
            replace(note, practice=None) for note in hanging if note.practice == practice.id
        ]
        kept: list[Record] = [*notes]
        if photos:
            keeper = notes[0] if notes else replace(spare, written=self._session.clock())
            kept = [keeper, *notes[1:], *(kept_with(photo, keeper) for photo in photos)]
        mark = self._new_mark(child, practice.day, MarkKind.NOT_TODAY, told)
        replaced = [one.id for one in self._same_places([mark])]
        with self._session.step() as step:
            step.did(step.writer.put([*kept, mark]))
            step.did(step.writer.delete([practice.id, *replaced]))
        return step.change

    def left_out(self, child: UUID, period: Period, told: MarkTold) -> Change:
        """Leave days out with a reason: one mark for each day, all in one step.

        Raises InvalidValueError when the dates are reversed or more than a year apart.
        """
        return self.left_out_together([child], period, told)

    def left_out_together(self, children: Sequence[UUID], period: Period, told: MarkTold) -> Change:
        """Leave days of several children out: one mark for each child and day, all in one step.

        Raises InvalidValueError when the dates are reversed, when there are more days than
        `most_left_out_days`, and for a strategy, which only one child can have.
        """
        length = (period.end - period.start).days + 1
        most = most_left_out_days(len(children))
        if length < 1:
            raise InvalidValueError("period", Reason.DATES_REVERSED)
        if length > most:
            raise InvalidValueError("period", Reason.OUT_OF_RANGE, most)
        if told.strategy is not None and len(children) > 1:
            raise InvalidValueError("strategy", Reason.DOES_NOT_FIT)
        told = told if told.reason else replace(told, reason=LeftOutReason.OTHER)
        days = [period.start + timedelta(days=ahead) for ahead in range(length)]
        return self._write_marks(
            [
                self._new_mark(child, day, MarkKind.LEFT_OUT, told)
                for child in children
                for day in days
            ]
        )

    def _new_mark(self, child: UUID, day: date, kind: MarkKind, told: MarkTold) -> DayMark:
        return DayMark(
            id=uuid4(),
            child=child,
            strategy=told.strategy,
            day=day,
            slot=told.slot,
            mark=kind,
            reason=told.reason,
            words=told.words,
            home=self._session.settings.home,
            helper=told.helper,
            written_by=told.written_by,
            written=self._session.clock(),
        )

    def _write_marks(self, marks: Sequence[DayMark]) -> Change:
        """Write marks in one step, each in the place of the own home's mark that stood there."""
        replaced = [mark.id for mark in self._same_places(marks)]
        with self._session.step() as step:
            step.did(step.writer.put(marks))
            step.did(step.writer.delete(replaced))
        return step.change

    def _not_today_marks(self, practice: Practice) -> list[DayMark]:
        child = self._session.family().strategies[practice.strategy].child
        marks = self.between(child, practice.day, practice.day).marks
        return [
            mark
            for mark in marks
            if mark.mark is MarkKind.NOT_TODAY
            and mark.strategy == practice.strategy
            and mark.slot in (None, practice.slot)
        ]

    def _same_places(self, new: Sequence[DayMark]) -> list[DayMark]:
        """Return the marks that stand where these go: same home, strategy, day and slot.

        Each child's days are read at once, since asking for every day by itself takes seconds.
        """
        places = {_place(mark) for mark in new}
        days_of: dict[UUID, list[date]] = {}
        for mark in new:
            days_of.setdefault(mark.child, []).append(mark.day)
        return [
            mark
            for child, days in days_of.items()
            for mark in self.between(child, min(days), max(days)).marks
            if _place(mark) in places
        ]


def most_left_out_days(children: int) -> int:
    """Return how many days so many children can be left out in one step."""
    return min(LONGEST_LEFT_OUT_DAYS, MOST_LEFT_OUT_MARKS // max(1, children))


def _person_of(marks: Iterable[DayMark]) -> UUID | None:
    return next((mark.helper for mark in marks if mark.helper is not None), None)


def _place(mark: DayMark) -> tuple[object, ...]:
    return mark.child, mark.day, mark.strategy, mark.slot, mark.home
