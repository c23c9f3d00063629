"""A week for the fridge as plain words, one field for each place in the template."""

from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.domain.papers.printed_sheets import (
    FridgeRow,
    FridgeSheet,
    FridgeStrategy,
    FridgeWeek,
    in_short,
)
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, levels_of
from homejournal.reports.template_fields import Fields, own, paper_fields
from homejournal.reports.typesetting import InWords
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized

if TYPE_CHECKING:
    from collections.abc import Sequence

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
            "title": wording.text("Our week: {child}, {dates}", child=sheet.child, dates=dates),
            "child": own(sheet.child),
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
