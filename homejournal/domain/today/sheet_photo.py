"""A photo of a sheet beside what is written: what it proposes, what is asked, what stays.

A page is read by the plan that it was printed with: its own times of day, and the kind of rating
that its boxes say. Nothing that is written is changed unless a person says so, and what was left
blank says nothing.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from homejournal.domain.papers.sheet_layout import FilledBy, PlaceFor
from homejournal.domain.papers.sheet_marks import Doubt
from homejournal.domain.papers.sheet_places import Box, SheetPlace, places_of
from homejournal.domain.papers.sheet_reading import Area, ChoiceRead, PagePicture, PageRead
from homejournal.domain.records.family import DayRecords, Family
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.plan import Strategy, plan_asked, step_of_day, steps_in_force
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.today.strategy_cards import card_of_day
from homejournal.domain.today.week_cells import CellInput, is_same
from homejournal.domain.today.week_grid import CellPlace, RowKey, WeekCell, WeekGrid

Key = TypeVar("Key", bound=Hashable)
Said = TypeVar("Said", bound=Hashable)
_AROUND = 3.0
"""So many millimeters of paper are shown around what is asked about."""
_KINDS = {
    PlaceFor.HELP: RatingKind.HELP,
    PlaceFor.WENT: RatingKind.WENT,
    PlaceFor.NUMBER: RatingKind.NUMBER,
    PlaceFor.TRIES: RatingKind.TRIES,
    PlaceFor.DID_IT: RatingKind.NONE,
}
_REASONS = {PlaceFor.SICK: LeftOutReason.SICK, PlaceFor.AWAY: LeftOutReason.AWAY}


class CellState(StrEnum):
    """What is to be done about a cell of a photo."""

    BLANK = "blank"
    READ = "read"
    ASKED = "asked"
    SAME = "same"
    """It is written already."""
    DIFFERS = "differs"
    """Something else is written already, and stays unless a person says otherwise."""
    LATER = "later"
    """The day has not come yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoCell:
    """One time of a strategy on one day: what is written of it, and what the photo says.

    `cell.rating` is what the paper asks for. `read` is proposed; with `doubt` the person is asked,
    and `likely` may be meant. `choices` are all boxes of the paper from top to bottom, each with
    its own of `areas`. Where `typed` holds, a number, tries or strokes are written by hand.
    """

    cell: WeekCell
    choices: tuple[CellInput, ...]
    area: Area
    areas: tuple[Area, ...]
    read: CellInput | None = None
    doubt: Doubt | None = None
    likely: tuple[CellInput, ...] = ()
    typed: bool = False

    @property
    def state(self) -> CellState:
        """Return what is to be done about it."""
        if self.read is None and self.doubt is None:
            return CellState.BLANK
        if self.cell.later:
            return CellState.LATER
        if self.read is None:
            return CellState.ASKED
        if not self.cell.is_written:
            return CellState.READ
        return CellState.SAME if says(self.cell, self.read) else CellState.DIFFERS


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRow:
    """A row of the paper, with a cell for each day on which it has boxes."""

    key: RowKey
    strategy: Strategy
    cells: tuple[PhotoCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoDay:
    """Sick and away of a day; `written` is why the day is left out for all strategies already."""

    day: date
    area: Area
    later: bool = False
    read: LeftOutReason | None = None
    doubt: Doubt | None = None
    likely: tuple[LeftOutReason, ...] = ()
    written: frozenset[LeftOutReason] = frozenset()

    @property
    def state(self) -> CellState:
        """Return what is to be done about it."""
        if self.read is None and self.doubt is None:
            return CellState.BLANK
        if self.later:
            return CellState.LATER
        if self.read is None:
            return CellState.ASKED
        if not self.written:
            return CellState.READ
        return CellState.SAME if self.read in self.written else CellState.DIFFERS


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPage:
    """A page of a photo beside its week; `empty` if no mark was seen on it at all.

    `plan_changed` says that the plan of these days is not the one it was printed with, and
    `changed_from` from which day on, the newest of several; None where nothing is planned instead.
    """

    sheet: Sheet
    picture: PagePicture
    grid: WeekGrid
    rows: tuple[PhotoRow, ...]
    days: tuple[PhotoDay, ...]
    plan_changed: bool
    empty: bool
    changed_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotosShown:
    """Every page of the photos, each once."""

    pages: tuple[PhotoPage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAnswers:
    """What is to be written of a page: what cells say, and why days are left out for all."""

    sheet: UUID
    cells: Mapping[CellPlace, CellInput] = field(default_factory=dict)
    days: Mapping[date, LeftOutReason] = field(default_factory=dict)


def says(cell: WeekCell, read: CellInput) -> bool:
    """Return whether a cell says what was read of it; what else is told of it may be more."""
    ratings = tuple(practice.rating for practice in cell.practices)
    if read.times:
        return ratings == read.times
    return not ratings and is_same(cell.mark, read)


def proposed(page: PhotoPage) -> PageAnswers:
    """Return what a page says for sure and nobody wrote yet: what is saved unasked."""
    return PageAnswers(
        sheet=page.sheet.id,
        cells={
            one.cell.place: one.read
            for row in page.rows
            for one in row.cells
            if one.read is not None and one.state is CellState.READ
        },
        days={
            one.day: one.read
            for one in page.days
            if one.read is not None and one.state is CellState.READ
        },
    )


@dataclass(frozen=True, slots=True)
class WrittenWeek:
    """A child's family, what is written in the week, and the week as it is planned now."""

    family: Family
    records: DayRecords
    grid: WeekGrid
    today: date


def photo_page(read: PageRead, written: WrittenWeek) -> PhotoPage:
    """Return a page beside what is written. Strategies that are gone by now are left away."""
    keys = row_keys(read.sheet)
    choices = [
        (keys[choice.row], choice)
        for choice in read.choices
        if choice.row is not None and keys[choice.row].strategy in written.family.strategies
    ]
    cells: dict[RowKey, list[PhotoCell]] = {}
    changed, from_days = len(choices) < len(read.choices), set[date]()
    for key, choice in choices:
        day = _day(read.sheet, choice)
        cell = printed_cell(written, CellPlace(key, day), _kind(choice))
        cells.setdefault(cell.place.row, []).append(_cell(choice, cell, read.picture))
        step = step_of_day(steps_in_force(written.family.steps.get(key.strategy, ())), day)
        printed = read.sheet.rows[choice.row or 0].step
        changed = changed or not cell.planned or step is None or step.step.id != printed
        if step is not None and step.step.id != printed:
            from_days.add(step.start)
    return PhotoPage(
        sheet=read.sheet,
        picture=read.picture,
        grid=written.grid,
        rows=tuple(
            PhotoRow(
                key=key,
                strategy=written.family.strategies[key.strategy],
                cells=tuple(sorted(of_row, key=lambda one: one.cell.place.day)),
            )
            for key, of_row in cells.items()
        ),
        days=tuple(_photo_day(read, choice, written) for choice in read.days),
        plan_changed=changed,
        empty=read.empty,
        changed_from=max(from_days, default=None),
    )


def asked_where_pages_differ(pages: Sequence[PhotoPage]) -> tuple[PhotoPage, ...]:
    """Return pages of which what two say differently of one time or one day is asked about.

    A week may have been printed twice, and one sheet would be written over the other one.
    """
    cells = _differing(
        (one.cell.place, (one.cell.rating.kind, one.read))
        for page in pages
        for row in page.rows
        for one in row.cells
        if one.state is CellState.READ and one.read is not None
    )
    days = _differing(
        ((page.sheet.child, one.day), one.read)
        for page in pages
        for one in page.days
        if one.state is CellState.READ and one.read is not None
    )
    return tuple(
        replace(
            page,
            rows=tuple(
                replace(row, cells=tuple(_asked_cell(one, cells) for one in row.cells))
                for row in page.rows
            ),
            days=tuple(_asked_day(one, days.get((page.sheet.child, one.day))) for one in page.days),
        )
        for page in pages
    )


def asked_which_home(shown: PhotosShown) -> PhotosShown:
    """Return photos of which each new "away" is asked about: it may be the other home."""
    homes = (LeftOutReason.AWAY, LeftOutReason.OTHER_HOME)
    return PhotosShown(
        pages=tuple(
            replace(
                page,
                days=tuple(
                    replace(one, read=None, doubt=Doubt.WHICH_HOME, likely=homes)
                    if one.read is LeftOutReason.AWAY and one.state is CellState.READ
                    else one
                    for one in page.days
                ),
            )
            for page in shown.pages
        )
    )


def _differing(said: Iterable[tuple[Key, Said]]) -> Mapping[Key, tuple[Said, ...]]:
    """Return all that is said of those of which more than one thing is said."""
    found: dict[Key, dict[Said, None]] = {}
    for key, one in said:
        found.setdefault(key, {})[one] = None
    return {key: tuple(every) for key, every in found.items() if len(every) > 1}


def _asked_cell(
    cell: PhotoCell, differing: Mapping[CellPlace, tuple[tuple[RatingKind, CellInput], ...]]
) -> PhotoCell:
    said = differing.get(cell.cell.place)
    if not said or cell.state is not CellState.READ:
        return cell
    likely = tuple(dict.fromkeys(read for _, read in said))
    return replace(cell, read=None, doubt=Doubt.PHOTOS_DIFFER, likely=likely)


def _asked_day(day: PhotoDay, said: tuple[LeftOutReason, ...] | None) -> PhotoDay:
    if not said or day.state is not CellState.READ:
        return day
    return replace(day, read=None, doubt=Doubt.PHOTOS_DIFFER, likely=said)


def row_keys(sheet: Sheet) -> list[RowKey]:
    """Return which row of a week each row of a page is.

    Times without a name have a row for each: they are told apart by their order on the page.
    """
    nameless = Counter((row.strategy, row.step) for row in sheet.rows if row.slot is None)
    before: Counter[tuple[UUID, UUID]] = Counter()
    keys = []
    for row in sheet.rows:
        of = (row.strategy, row.step)
        several = row.slot is None and nameless[of] > 1
        before[of] += several
        keys.append(RowKey(row.strategy, row.slot, before[of] if several else None))
    return keys


def printed_kinds(sheet: Sheet, written: WrittenWeek) -> dict[CellPlace, RatingKind]:
    """Return what a page asks to rate in each of its cells, as `photo_page` names them.

    Raises InvalidValueError for a page whose places cannot be.
    """
    keys, kinds = row_keys(sheet), dict[CellPlace, RatingKind]()
    for place in places_of(sheet).places:
        if place.row is None or keys[place.row].strategy not in written.family.strategies:
            continue
        printed = CellPlace(keys[place.row], sheet.week + timedelta(days=place.day))
        planned = _planned_cell(written.grid, printed)
        where = planned.place if planned else printed
        kinds[where] = _KINDS.get(place.what) or kinds.get(where, RatingKind.NONE)
    return kinds


def printed_cell(written: WrittenWeek, place: CellPlace, kind: RatingKind) -> WeekCell:
    """Return the cell of a week for a time of a page, rated as the page asks.

    A time that the plan does not have any more is a cell of its own: what is written in it is
    extra, as it is on Today.
    """
    cell = _planned_cell(written.grid, place) or _extra_cell(written, place)
    same = cell.rating.kind is kind
    return replace(
        cell,
        rating=cell.rating if same else RatingPlan(kind=kind),
        planned=cell.planned and same,
    )


def _planned_cell(grid: WeekGrid, place: CellPlace) -> WeekCell | None:
    key, day = place
    cell = grid.cell(place)
    if cell is None and key.slot is None:
        # One time a day has no number, and is the first once there are several.
        other = RowKey(key.strategy, place=None if key.place else 1)
        cell = grid.cell(CellPlace(other, day))
    return cell


def _extra_cell(written: WrittenWeek, place: CellPlace) -> WeekCell:
    key, day = place
    strategy = written.family.strategies[key.strategy]
    plan = plan_asked(steps_in_force(written.family.steps.get(strategy.id, ())), day)
    records = DayRecords(
        practices=tuple(one for one in written.records.practices if one.day == day),
        marks=tuple(one for one in written.records.marks if one.day == day),
        notes=written.records.notes,
        private_notes=written.records.private_notes,
    )
    card = card_of_day(written.family, records, strategy, plan, day)
    here = tuple(time for time in card.times if time.slot == key.slot)
    return WeekCell(
        place=place,
        rating=plan.rating,
        planned=False,
        later=day > written.today,
        times=here,
        mark=next((time.mark for time in here if time.mark), None),
        marks=tuple(mark for mark in records.marks if mark.strategy in {strategy.id, None}),
        notes=tuple(note for time in here for note in time.notes),
        routines=card.routines,
        elsewhere=tuple(time for time in card.times if time not in here),
    )


def _cell(choice: ChoiceRead, cell: WeekCell, picture: PagePicture) -> PhotoCell:
    boxes = [place for place in choice.places if place.by is FilledBy.TICK]
    return PhotoCell(
        cell=cell,
        choices=tuple(map(_input, boxes)),
        area=picture.area(_around([place.box for place in choice.places]), _AROUND),
        areas=tuple(picture.area(place.box, _AROUND / 2) for place in boxes),
        read=_input(choice.ticked) if choice.ticked else None,
        doubt=choice.doubt,
        likely=tuple(map(_input, choice.likely)),
        typed=len(boxes) < len(choice.places),
    )


def _input(place: SheetPlace) -> CellInput:
    """Return what a tick in a box says."""
    if place.what is PlaceFor.NOT_TODAY:
        return CellInput(mark=MarkKind.NOT_TODAY)
    return CellInput(times=(place.level,))


def _kind(choice: ChoiceRead) -> RatingKind:
    """Return what the paper asks to rate."""
    kinds = (_KINDS.get(place.what) for place in choice.places)
    return next((kind for kind in kinds if kind), RatingKind.NONE)


def _photo_day(read: PageRead, choice: ChoiceRead, written: WrittenWeek) -> PhotoDay:
    day = _day(read.sheet, choice)
    marks = (mark for mark in written.records.marks if mark.day == day and mark.strategy is None)
    boxes = _around([place.box for place in choice.places])
    return PhotoDay(
        day=day,
        area=read.picture.area(boxes, _AROUND),
        later=day > written.today,
        read=_REASONS[choice.ticked.what] if choice.ticked else None,
        doubt=choice.doubt,
        likely=tuple(_REASONS[place.what] for place in choice.likely),
        written=frozenset(
            mark.reason or LeftOutReason.OTHER for mark in marks if mark.mark is MarkKind.LEFT_OUT
        ),
    )


def _day(sheet: Sheet, choice: ChoiceRead) -> date:
    return sheet.week + timedelta(days=choice.day)


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    low = max(box.top + box.height for box in boxes)
    return Box(left, top, right - left, low - top)
