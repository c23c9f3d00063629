"""The dates along the lower edge of the head: as many as have room, in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from homejournal.domain.days.periods import Period, Span
from homejournal.domain.looking_back.strategy_rows import SharedAxis
from homejournal.reports.charts.lettering import width_of
from homejournal.reports.strategy_rows.row_sheet import RowSheet
from homejournal.texts.wording import Wording, wording_of

_APART = 0.6
"""Between two dates, in sizes of the letters."""
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
Names = tuple[tuple[date, str], ...]
"""The days of which the head tells the name."""


def dates_of(sheet: RowSheet, wording: Wording) -> Names:
    """Return the dates of the head in one of its languages, each with its first day."""
    axis, look = sheet.axis, sheet.look
    # Visits and events name no week: without them all rows of a page find the same names.
    bare = replace(axis, visits=(), bands=(), events=())
    return _fitting_names(bare, wording.language, sheet.width, look.letters)


@lru_cache(maxsize=32)
def _fitting_names(axis: SharedAxis, language: str, width: float, letters: float) -> Names:
    """Return the first list of names of which none touches the next or the end."""
    found: Names = ()
    for names in map(tuple, _choices(axis, wording_of(language))):
        found = names or found
        if names and _fits(axis, names, width, letters):
            return names
    return found[:1]


def _fits(axis: SharedAxis, names: Names, width: float, letters: float) -> bool:
    day_width = width / axis.days
    along = [((day - axis.period.start).days * day_width, words) for day, words in names]
    ends = [x + width_of(words, letters) for x, words in along]
    starts = [x for x, _ in along[1:]]
    gap = _APART * letters
    apart = all(end + gap <= start for end, start in zip(ends, starts, strict=False))
    return apart and ends[-1] <= width + 1.0


def _choices(axis: SharedAxis, wording: Wording) -> Iterator[list[tuple[date, str]]]:
    blocks = axis.blocks
    if axis.bars is Span.WEEK:
        for step in range(1, len(blocks) + 1):
            yield from _without_last(_weeks(blocks[::step], axis, wording))
            # A week that is cut may leave no room for the name of the next one.
            if step == 1 and len(blocks) > 1:
                yield from _without_last(_weeks(blocks[1:], axis, wording))
        return
    if axis.bars is Span.MONTH:
        for step in _MONTH_STEPS:
            shown = [one for one in blocks if not (one.start.month - 1) % step]
            yield from _without_last(_months(shown, wording))
    for every in _YEAR_STEPS:
        years = [one.start for one in blocks if one.start.month == 1 and not one.start.year % every]
        yield from _without_last([(day, wording.year(day)) for day in years])


def _without_last(names: list[tuple[date, str]]) -> Iterator[list[tuple[date, str]]]:
    """Yield the names, and them without the last: it may have no room before the end."""
    yield names
    if len(names) > 1:
        yield names[:-1]


def _weeks(blocks: Sequence[Period], axis: SharedAxis, wording: Wording) -> list[tuple[date, str]]:
    """Return the names of weeks, with their year where the axis goes through several."""
    years = axis.period.start.year != axis.period.end.year
    told, names = None, []
    for block in blocks:
        new = years and block.start.year != told
        name = wording.short_day_of_year if new else wording.short_day
        names.append((block.start, name(block.start)))
        told = block.start.year
    return names


def _months(blocks: Sequence[Period], wording: Wording) -> list[tuple[date, str]]:
    """Return the names of months; January, and the first one, is told by its year."""
    names: list[tuple[date, str]] = []
    for block in blocks:
        month = wording.short_month(block.start)
        is_january = block.start.month == 1
        year = wording.year(block.start)
        names.append((block.start, year if is_january else month if names else f"{month} {year}"))
    return names
