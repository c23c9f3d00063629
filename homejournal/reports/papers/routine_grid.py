"""The grid of routines and strategies as plain words, one field for each place in the template."""

from collections.abc import Sequence
from uuid import UUID

from typing_extensions import override

from homejournal.domain.papers.printed_sheets import RoutineGrid
from homejournal.reports.template_fields import Fields, own, paper_fields
from homejournal.reports.typesetting import InWords

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
            "title": text("Routines and strategies: {child}", child=grid.child),
            "child": own(grid.child),
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
