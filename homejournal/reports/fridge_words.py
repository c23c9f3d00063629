"""A week for the fridge as plain words, one field for each place in the template."""

from typing import TYPE_CHECKING

from homejournal.domain.fridge_sheet import (
    FridgeRow,
    FridgeSheet,
    FridgeStrategy,
    FridgeWeek,
    in_short,
)
from homejournal.domain.practices import MarkKind
from homejournal.domain.ratings import RatingKind, RatingPlan, levels_of
from homejournal.reports.own_words import Fields, own
from homejournal.reports.paper_words import paper_fields
from homejournal.texts import words
from homejournal.texts.today import capital
from homejournal.texts.wording import Wording, wording_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_UNIT = 30
"""So many letters of a unit stand under a line to fill in."""


class FridgeWords:
    """Turns a sheet into words; there are no pictures on it."""

    def __init__(self, sheet: FridgeSheet) -> None:
        self.sheet = sheet
        self.wording = wording_of(sheet.language)
        self.wordings: Sequence[Wording] = (self.wording,)
        self.pictures: Mapping[str, str] = {}

    def fields(self) -> Fields:
        """Return everything that the template shows."""
        sheet, wording = self.sheet, self.wording
        first, last = sheet.weeks[0].period.start, sheet.weeks[-1].period.end
        dates = wording.between(first, last)
        return {
            **paper_fields(wording, sheet.paper, sheet.printed),
            "title": wording.text("Our week: {child}, {dates}", child=sheet.child, dates=dates),
            "child": own(sheet.child),
            "lead": wording.text("Tick a box each time. Leaving some empty is fine."),
            "lead_strokes": wording.text("Where there is a line, make one stroke for each time."),
            "sick": wording.text("Sick or away? Write it on that day."),
            "who": wording.text("who"),
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
            "strokes": any(one.strokes for one in week.strategies),
            "days": [
                {"name": capital(wording.short_weekday(day)), "date": wording.short_day(day)}
                for day in week.days
            ],
            "strategies": [self._strategy(one) for one in week.strategies],
        }

    def _strategy(self, one: FridgeStrategy) -> Fields:
        wording = self.wording
        routines = wording.text(", ").join(wording.own(name) for name in one.routines)
        often = capital(words.how_often(wording, one.often))
        return {
            "name": own(one.name),
            "line": own(in_short(wording.line_of((routines, often)))),
            "how": own(one.how),
            "rows": [self._row(row, strokes=one.strokes) for row in one.rows],
        }

    def _row(self, row: FridgeRow, *, strokes: bool) -> Fields:
        """Return the cells of the days as places in the list of those that differ."""
        plans = list(dict.fromkeys(plan for plan in row.days if plan))
        return {
            "label": own(row.slot or self._place(row)),
            "cells": [self._cell(plan, strokes=strokes) for plan in plans],
            "days": [plans.index(plan) if plan else -1 for plan in row.days],
        }

    def _place(self, row: FridgeRow) -> str:
        if row.place is None:
            return ""
        return self.wording.text("Time {n}", n=self.wording.number(row.place))

    def _cell(self, plan: RatingPlan, *, strokes: bool) -> list[Fields]:
        """Return what can be ticked or filled in on a day; `mark` says with what."""
        mark = "line" if strokes else "box"
        return [
            *self._rated(plan, mark),
            {"mark": "box", "words": own(words.mark(self.wording, MarkKind.NOT_TODAY))},
        ]

    def _rated(self, plan: RatingPlan, mark: str) -> list[Fields]:
        wording = self.wording
        match plan.kind:
            case RatingKind.HELP | RatingKind.WENT:
                levels = levels_of(plan.kind)
                said = [words.level(wording, plan.kind, level) for level in levels]
                return [{"mark": mark, "words": own(one)} for one in said]
            case RatingKind.NUMBER:
                return [{"mark": "number", "words": own(in_short(plan.unit or "", _UNIT))}]
            case RatingKind.TRIES:
                # Translators: two blanks to fill in by hand, as in "took 3 of 5"
                return [{"mark": "none", "words": own(wording.text("____ of ____"))}]
            case _:
                return [{"mark": mark, "words": own(wording.text("did it"))}]
