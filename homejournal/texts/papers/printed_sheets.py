"""What is said of the sheets that can be printed: the weeks for the fridge, the grid, the book."""

from homejournal.domain.papers.printed_sheets import FridgeSheet, FridgeWeek, RoutineGrid
from homejournal.texts import labels
from homejournal.texts.wording import Wording


def fridge_told(wording: Wording, sheet: FridgeSheet) -> str:
    """Return for a screen reader what stands on the weeks: their days and strategies."""
    return "\n".join(_week(wording, week) for week in sheet.weeks)


def _week(wording: Wording, week: FridgeWeek) -> str:
    dates = wording.between(*week.period)
    if not week.strategies:
        return wording.text("{dates}: nothing is planned", dates=dates)
    names = [
        f"{wording.own(strategy.name)} ({labels.how_often(wording, strategy.often)})"
        for strategy in week.strategies
    ]
    return wording.text("{dates}: {strategies}", dates=dates, strategies="; ".join(names))


def pages_needed(wording: Wording, weeks: int, pages: int) -> str:
    """Return that large letters need more than one page a week, or nothing if they do not."""
    if pages <= weeks:
        return ""
    return wording.count(
        "In large letters this takes {n} page. Choose fewer strategies for fewer pages.",
        "In large letters this takes {n} pages. Choose fewer strategies for fewer pages.",
        pages,
    )


def grid_told(wording: Wording, grid: RoutineGrid) -> str:
    """Return for a screen reader which strategies live in which part of the day."""
    lines = []
    for routine in grid.routines:
        found = [
            strategy.name for strategy in grid.strategies if routine.routine in strategy.routines
        ]
        names = wording.list_of([wording.own(name) for name in found])
        said = names or wording.text("no strategy yet")
        lines.append(
            wording.text(
                "{routine}: {strategies}", routine=wording.own(routine.name), strategies=said
            )
        )
    return "\n".join(lines)


def grid_cell(wording: Wording, strategy: str, routine: str, *, lives: bool) -> str:
    """Return what a cell of the grid says to a screen reader."""
    names = {"strategy": wording.own(strategy), "routine": wording.own(routine)}
    if lives:
        return wording.text("{strategy} lives in {routine}", **names)
    return wording.text("{strategy} is not in {routine}", **names)
