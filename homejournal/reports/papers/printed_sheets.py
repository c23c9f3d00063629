"""Weeks for the fridge, the grid of routines, the recovery sheet, as fields for templates."""

import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from typing_extensions import override

from homejournal.domain.papers.printed_sheets import (
    FridgeRow,
    FridgeSheet,
    FridgeStrategy,
    FridgeWeek,
    RoutineGrid,
    SheetCodes,
    in_short,
)
from homejournal.domain.papers.sheet_layout import CORNERS, FilledBy, PlaceFor, code_text, page_id
from homejournal.domain.records.plan import DAYS_OF_A_WEEK
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, levels_of
from homejournal.domain.safe.passwords import RecoverySheet
from homejournal.reports.template_fields import Fields, child_field, own, paper_fields
from homejournal.reports.typesetting import InWords
from homejournal.texts import labels
from homejournal.texts import passwords as said
from homejournal.texts.day_page import capitalized
from homejournal.texts.labels import child_said

_UNIT = 30
"""So many letters of a unit stand beside the places to fill in."""
_BOXES_BESIDE, _NUMBERS_BESIDE = 4, 2
"""So many boxes, or places for a number, a day's column of a page in portrait can hold."""
_BLANK = "__"
_ABSENT = ((PlaceFor.SICK, LeftOutReason.SICK), (PlaceFor.AWAY, LeftOutReason.AWAY))
"""What each day has a box for; in this order the template draws them."""


class FridgeWords(InWords):
    """Turns a sheet into words in large type; there are no pictures on it.

    A week that is too much for one page takes more of them.
    """

    template = "fridge_sheet.typ"

    def __init__(self, sheet: FridgeSheet) -> None:
        super().__init__(sheet.language)
        self.sheet = sheet
        if sheet.codes:
            self.pictures |= {
                name: code_svg(said, border=0) for name, said in _codes(sheet, sheet.codes)
            }

    @override
    def fields(self) -> Fields:
        sheet, wording = self.sheet, self.wording
        first, last = sheet.weeks[0].period.start, sheet.weeks[-1].period.end
        dates = wording.between(first, last)
        return {
            **paper_fields(wording, sheet.paper, sheet.printed),
            "title": wording.text(
                "Our week: {child}, {dates}",
                child=child_said(wording, sheet.pronoun, sheet.child),
                dates=dates,
            ),
            "child": child_field(wording, sheet.pronoun, sheet.child),
            "lead": wording.text(
                "Tick one box each time. Wrong box? Scribble it out well and tick the right one."
                " Beside it you can write who it was. Leaving some empty is fine."
            ),
            "lead_strokes": wording.text("Where there is a line, make one stroke for each time."),
            "pen": wording.text("Please use a pen, not a pencil."),
            "absent": [
                {"what": str(what), "words": own(labels.reason(wording, reason))}
                for what, reason in _ABSENT
            ],
            "codes": sheet.codes is not None,
            "lead_beside": wording.text(
                "Boxes side by side are the times of one day, in their order."
            ),
            "of": wording.text("____ of ____").strip("_"),
            "notes": wording.text("What we want to remember:"),
            "page_of": wording.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
            "example": wording.text("Example family") if sheet.example else "",
            "nothing": wording.text("Nothing is planned for this week."),
            "weeks": [self._week(week) for week in sheet.weeks],
            "small_print": [],
        }

    def _week(self, week: FridgeWeek) -> Fields:
        wording = self.wording
        return {
            "dates": wording.between(*week.period),
            "days": [
                {"name": capitalized(wording.short_weekday(day)), "date": wording.short_day(day)}
                for day in week.days
            ],
            "strategies": [self._strategy(*one) for one in enumerate(week.strategies)],
        }

    def _strategy(self, number: int, one: FridgeStrategy) -> Fields:
        """Return a strategy: `apart` has its times below each other, `beside` side by side."""
        wording = self.wording
        slots = {slot.casefold() for slot in one.often.slots}
        named = [name for name in one.routines if name.casefold() not in slots]
        routines = wording.text(", ").join(map(wording.own, named))
        often = capitalized(labels.how_often(wording, one.often))
        rows = [*enumerate(one.rows)]
        apart = [self._part(number, [row], strokes=one.strokes) for row in rows]
        beside = [self._part(number, rows, strokes=one.strokes)] if _narrow(one) else apart
        return {
            "name": own(one.name),
            "line": own(in_short(wording.line_of((routines, often)))),
            "how": own(one.how),
            "strokes": one.strokes,
            "apart": apart,
            "beside": beside,
        }

    def _part(
        self, strategy: int, rows: "Sequence[tuple[int, FridgeRow]]", *, strokes: bool
    ) -> Fields:
        """Return a line for each word; on each day it has for each time the key of its place.

        Where there is nothing to tick or to fill in, the key is None.
        """
        plans = dict.fromkeys(plan for _, row in rows for plan in row.days if plan)
        said = {plan: self._rated(plan, strokes=strokes) for plan in plans}
        not_today = _Line(labels.mark(self.wording, MarkKind.NOT_TODAY), PlaceFor.NOT_TODAY)
        lines = dict.fromkeys(line for found in said.values() for line in found)
        (_, first), *others = rows
        return {
            "label": own("" if others else first.slot or self._place(first)),
            "lines": [
                {
                    "tries": line.what is PlaceFor.TRIES,
                    "words": own(line.words),
                    "days": [
                        [
                            [line.by, line.what, strategy, number, day, line.level]
                            if plan and line in (*said[plan], not_today)
                            else None
                            for number, row in rows
                            for plan in (row.days[day],)
                        ]
                        for day in range(DAYS_OF_A_WEEK)
                    ],
                }
                for line in (*lines, not_today)
            ],
        }

    def _place(self, row: FridgeRow) -> str:
        if row.place is None:
            return ""
        return self.wording.text("Time {n}", n=self.wording.number(row.place))

    def _rated(self, plan: RatingPlan, *, strokes: bool) -> "list[_Line]":
        """Return each line of a rating: its words, what it is for, and how it is filled in."""
        wording, by = self.wording, FilledBy.STROKES if strokes else FilledBy.TICK
        match plan.kind:
            case RatingKind.HELP | RatingKind.WENT:
                what, levels = PlaceFor(plan.kind), levels_of(plan.kind)
                words = {level: labels.level(wording, plan.kind, level) for level in levels}
                return [_Line(said, what, by, level) for level, said in words.items()]
            case RatingKind.NUMBER:
                unit = in_short(plan.unit or "", _UNIT) or labels.rating_kind(wording, plan.kind)
                return [_Line(unit, PlaceFor.NUMBER, FilledBy.WRITING)]
            case RatingKind.TRIES:
                took = wording.text("took {took} of {of}", took=_BLANK, of=_BLANK)
                return [_Line(took, PlaceFor.TRIES, FilledBy.WRITING)]
            case _:
                return [_Line(wording.text("did it"), PlaceFor.DID_IT, by)]


class _Line(NamedTuple):
    """A line of a row: its words, what it is for, how it is filled in, and of which level."""

    words: str
    what: PlaceFor
    by: FilledBy = FilledBy.TICK
    level: int | None = None


def _codes(sheet: FridgeSheet, codes: SheetCodes) -> Iterator[tuple[str, str]]:
    """Yield what the codes of as many pages say as there can be, by the names of the template.

    A page holds one time of one strategy at least.
    """
    for week, planned in enumerate(sheet.weeks):
        for number in range(1, 1 + sum(len(strategy.rows) for strategy in planned.strategies)):
            page = page_id(sheet, codes, week, number)
            for corner in CORNERS:
                yield f"code-{corner}-{week}-{number}", code_text(page, number, corner)


def _narrow(one: FridgeStrategy) -> bool:
    """Whether the times of a day can stand side by side, each in a part of the day's column."""
    kinds = {plan.kind for row in one.rows for plan in row.days if plan}
    if RatingKind.TRIES in kinds:
        return False
    most = _NUMBERS_BESIDE if RatingKind.NUMBER in kinds else _BOXES_BESIDE
    return 1 < len(one.rows) <= most


MOST_COLUMNS = 6
"""More columns than this are too narrow for names; the table goes on below with the rest."""
_LEAST_EMPTY, _MOST_ROWS = 2, 9

_Side = Sequence[tuple[UUID, str]]


class GridWords(InWords):
    """Turns a grid into words; there are no pictures on it.

    Routines stand down the side, as on the planning sheets of the field. Where there are more
    strategies than fit beside each other, the strategies do.
    """

    template = "routine_grid.typ"

    def __init__(self, grid: RoutineGrid) -> None:
        super().__init__(grid.language)
        self.grid = grid

    @override
    def fields(self) -> Fields:
        grid, wording = self.grid, self.wording
        text = wording.text
        routines = [(routine.routine, routine.name) for routine in grid.routines]
        strategies = [(strategy.strategy, strategy.name) for strategy in grid.strategies]
        turned = len(strategies) > MOST_COLUMNS
        down, across = (strategies, routines) if turned else (routines, strategies)
        return {
            **paper_fields(wording, grid.paper, grid.day),
            "title": text(
                "Routines and strategies: {child}",
                child=child_said(wording, grid.pronoun, grid.child),
            ),
            "child": child_field(wording, grid.pronoun, grid.child),
            "day": wording.day(grid.day),
            "lead": text("A dot says in which part of the day a strategy lives."),
            "by_hand": text("The empty rows are for what you add by hand."),
            "corner": text("Strategy") if turned else text("Part of the day"),
            "tables": [self._table(down, part) for part in _parts(across)],
            "empty_rows": max(_LEAST_EMPTY, _MOST_ROWS - len(down)),
            "example": text("Example family") if grid.example else "",
            "small_print": [],
        }

    def _table(self, down: _Side, across: _Side) -> Fields:
        lives = {
            (strategy.strategy, each)
            for strategy in self.grid.strategies
            for each in strategy.routines
        }
        return {
            "columns": [own(name) for _, name in across],
            "rows": [
                {
                    "name": own(name),
                    "dots": [
                        (row, column) in lives or (column, row) in lives for column, _ in across
                    ],
                }
                for row, name in down
            ],
        }


def _parts(across: _Side) -> list[_Side]:
    """Return the columns in parts that fit beside each other; an empty grid has one of none."""
    starts = range(0, max(len(across), 1), MOST_COLUMNS)
    return [across[start : start + MOST_COLUMNS] for start in starts]


_CODE = "code"


class RecoveryWords(InWords):
    """Turns the sheet into words, for print in black and white."""

    template = "recovery_sheet.typ"

    def __init__(self, sheet: RecoverySheet) -> None:
        super().__init__(sheet.language)
        self.sheet = sheet
        self.pictures[_CODE] = code_svg("-".join(sheet.groups))

    @override
    def fields(self) -> Fields:
        sheet, wording = self.sheet, self.wording
        return {
            **paper_fields(wording, sheet.paper, sheet.printed),
            "title": said.sheet_title(wording),
            "whose": own(said.whose(wording, sheet.children)),
            "what": said.what_it_is(wording),
            "number": said.number_said(wording, sheet.number),
            "how_title": wording.text("How to use it"),
            "how": said.how_to_use(wording),
            "either": wording.text("or"),
            "keep_title": wording.text("Where to keep it"),
            "keep": said.where_to_keep(wording),
            "letters_title": wording.text("The letters"),
            "groups": [
                {"number": wording.number(number), "letters": letters}
                for number, letters in enumerate(sheet.groups, 1)
            ],
            "code": _CODE,
            "code_said": said.code_said(wording),
            "foot": wording.text("printed on {day}", day=wording.day(sheet.printed)),
            "small_print": [],
        }


@lru_cache(maxsize=64)
def code_svg(words: str, border: int = 2) -> str:
    """Return words as a QR code (ISO/IEC 18004) that a smudge does not spoil."""
    import segno

    drawn = io.BytesIO()
    segno.make(words, error="q", micro=False).save(drawn, kind="svg", border=border)
    return drawn.getvalue().decode()
