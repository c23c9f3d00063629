"""Weeks for the fridge, the grid of routines, the recovery sheet, as fields for templates."""

import io
from collections.abc import Sequence
from uuid import UUID

from typing_extensions import override

from homejournal.domain.papers.printed_sheets import (
    FridgeRow,
    FridgeSheet,
    FridgeStrategy,
    FridgeWeek,
    RoutineGrid,
    in_short,
)
from homejournal.domain.records.practices import MarkKind
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


class FridgeWords(InWords):
    """Turns a sheet into words in large type; there are no pictures on it.

    A week that is too much for one page takes more of them.
    """

    template = "fridge_sheet.typ"

    def __init__(self, sheet: FridgeSheet) -> None:
        super().__init__(sheet.language)
        self.sheet = sheet

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
                "Tick a box each time. Beside it you can write who it was."
                " Leaving some empty is fine."
            ),
            "lead_strokes": wording.text("Where there is a line, make one stroke for each time."),
            "sick": wording.text("Sick or away? Write it on that day."),
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
            "strategies": [self._strategy(strategy) for strategy in week.strategies],
        }

    def _strategy(self, one: FridgeStrategy) -> Fields:
        """Return a strategy: `apart` has its times below each other, `beside` side by side."""
        wording = self.wording
        routines = wording.text(", ").join(wording.own(name) for name in one.routines)
        often = capitalized(labels.how_often(wording, one.often))
        apart = [self._part([row], strokes=one.strokes) for row in one.rows]
        return {
            "name": own(one.name),
            "line": own(in_short(wording.line_of((routines, often)))),
            "how": own(one.how),
            "strokes": one.strokes,
            "apart": apart,
            "beside": [self._part(one.rows, strokes=one.strokes)] if _narrow(one) else apart,
        }

    def _part(self, rows: "Sequence[FridgeRow]", *, strokes: bool) -> Fields:
        """Return a line for each word; on each day it says for each time whether it has a box."""
        days = list(zip(*(row.days for row in rows), strict=True))
        plans = dict.fromkeys(plan for times in days for plan in times if plan)
        said = {plan: self._rated(plan, strokes=strokes) for plan in plans}
        not_today = ("box", labels.mark(self.wording, MarkKind.NOT_TODAY))
        lines = dict.fromkeys(line for found in said.values() for line in found)
        return {
            "label": own((rows[0].slot or self._place(rows[0])) if len(rows) == 1 else ""),
            "lines": [
                {
                    "mark": mark,
                    "words": own(line),
                    "days": [
                        [
                            plan is not None and (mark, line) in (*said[plan], not_today)
                            for plan in times
                        ]
                        for times in days
                    ],
                }
                for mark, line in (*lines, not_today)
            ],
        }

    def _place(self, row: FridgeRow) -> str:
        if row.place is None:
            return ""
        return self.wording.text("Time {n}", n=self.wording.number(row.place))

    def _rated(self, plan: RatingPlan, *, strokes: bool) -> list[tuple[str, str]]:
        """Return each line of a rating: how it is filled in, and its words."""
        wording, mark = self.wording, "strokes" if strokes else "box"
        match plan.kind:
            case RatingKind.HELP | RatingKind.WENT:
                levels = levels_of(plan.kind)
                return [(mark, labels.level(wording, plan.kind, level)) for level in levels]
            case RatingKind.NUMBER:
                unit = in_short(plan.unit or "", _UNIT)
                return [("number", unit or labels.rating_kind(wording, plan.kind))]
            case RatingKind.TRIES:
                return [("tries", wording.text("took {took} of {of}", took=_BLANK, of=_BLANK))]
            case _:
                return [(mark, wording.text("did it"))]


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
        self.pictures[_CODE] = code_svg(sheet.groups)

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


def code_svg(groups: Sequence[str]) -> str:
    """Return the letters as a QR code (ISO/IEC 18004) that a smudge does not spoil."""
    import segno

    drawn = io.BytesIO()
    segno.make("-".join(groups), error="q", micro=False).save(drawn, kind="svg", border=2)
    return drawn.getvalue().decode()
