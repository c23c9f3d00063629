"""Which days, months and years are named under a chart: as many as can be read."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import Bar
from homejournal.reports.charts.axes import name_middle
from homejournal.reports.charts.chart_frame import Sheet
from homejournal.reports.charts.lettering import width_of

_GAP = 0.7
"""Between two names, in sizes of the letters."""
_DAY_STEPS = (1, 2, 7, 14, 28)
_MONTH_STEPS = (1, 2, 3, 4, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 500)
_DAYS_BY_NAME = 120
_MONTHS = 12


class AxisName(NamedTuple):
    """A name under the axis, at its place."""

    place: float
    words: str


def names_of_bars(bars: Sequence[Bar], span: Span, sheet: Sheet) -> list[AxisName]:
    """Return the axis names of weeks, months or years, once the plot's sides are set.

    A bar that covers only a part has a star at its name; without room for it, the bar is dashed.
    """
    return first_that_fits(_CHOICES[span](bars, sheet), sheet)


def names_of_days(start: date, end: date, sheet: Sheet) -> list[AxisName]:
    """Return the names under days; the sides of the plot have to be settled."""
    return first_that_fits(_day_choices(start, end, sheet), sheet)


def lines_of(names: Iterable[AxisName]) -> int:
    """Return how many lines the names take."""
    return max((named.words.count("\n") + 1 for named in names), default=1)


def first_that_fits(choices: Iterable[list[AxisName]], sheet: Sheet) -> list[AxisName]:
    """Return the first of the lists in which no name touches the next, else a single name.

    The names are in order from the left.
    """
    first: list[AxisName] = []
    for names in choices:
        first = first or names
        if names and _fits(names, sheet):
            return names
    return first[:1]


def _fits(names: list[AxisName], sheet: Sheet) -> bool:
    size = sheet.letters
    halves = [width_of(named.words, size) / 2 for named in names]
    middles = [name_middle(sheet, *named) for named in names]
    return all(
        after - before >= half + next_half + _GAP * size
        for before, after, half, next_half in zip(
            middles, middles[1:], halves, halves[1:], strict=False
        )
    )


def _weeks(bars: Sequence[Bar], sheet: Sheet) -> Iterable[list[AxisName]]:
    names = [sheet.wording.short_day(bar.start) + "*" * bar.partial for bar in bars]
    for step in range(1, max(len(bars), 1) + 1):
        places = range(0, len(bars), step)
        yield _with_years(sheet, [(place, names[place], bars[place].start) for place in places])


def _months(bars: Sequence[Bar], sheet: Sheet) -> Iterable[list[AxisName]]:
    for step in _MONTH_STEPS:
        shown = [at for at in enumerate(bars) if not (at[1].start.month - 1) % step]
        yield _with_years(
            sheet,
            [
                (place, sheet.wording.short_month(bar.start) + "*" * bar.partial, bar.start)
                for place, bar in shown
            ],
            always=True,
        )
    starts = [(place, bar) for place, bar in enumerate(bars) if bar.start.month == 1]
    yield from _years_in_steps(starts, sheet)


def _years(bars: Sequence[Bar], sheet: Sheet) -> Iterable[list[AxisName]]:
    yield from _years_in_steps(list(enumerate(bars)), sheet)


def _years_in_steps(at: list[tuple[int, Bar]], sheet: Sheet) -> Iterable[list[AxisName]]:
    name = sheet.wording.year
    for step in _YEAR_STEPS:
        yield [
            AxisName(place, name(bar.start) + "*" * bar.partial)
            for place, bar in at
            if not bar.start.year % step
        ]


def _with_years(
    sheet: Sheet, names: Sequence[tuple[int, str, date]], *, always: bool = False
) -> list[AxisName]:
    """Write the year under the first name, and under the first one of each new year."""
    if sheet.look.small and not always:
        return [AxisName(place, words) for place, words, _ in names]
    years = [None, *(day.year for _, _, day in names)]
    return [
        AxisName(place, words if day.year == before else f"{words}\n{sheet.wording.year(day)}")
        for (place, words, day), before in zip(names, years, strict=False)
    ]


def _day_choices(start: date, end: date, sheet: Sheet) -> Iterable[list[AxisName]]:
    wording = sheet.wording
    count = (end - start).days + 1
    if count <= _DAYS_BY_NAME:
        for step in _DAY_STEPS:
            days = [(place, start + timedelta(days=place)) for place in range(0, count, step)]
            yield _with_years(sheet, [(place, wording.short_day(day), day) for place, day in days])
    for step in _MONTH_STEPS:
        firsts = [day for day in _firsts_of_months(start, end) if not (day.month - 1) % step]
        names = [((day - start).days, wording.short_month(day), day) for day in firsts]
        yield _with_years(sheet, names, always=True)
    for step in _YEAR_STEPS:
        years = range(start.year, end.year + 1)
        firsts = [date(year, 1, 1) for year in years if not year % step]
        yield [AxisName((day - start).days, wording.year(day)) for day in firsts if day >= start]


def _firsts_of_months(start: date, end: date) -> list[date]:
    number = start.year * _MONTHS + start.month - 1 + (start.day > 1)
    last = end.year * _MONTHS + end.month - 1
    return [date(one // _MONTHS, one % _MONTHS + 1, 1) for one in range(number, last + 1)]


_CHOICES: dict[Span, Callable[[Sequence[Bar], Sheet], Iterable[list[AxisName]]]] = {
    Span.WEEK: _weeks,
    Span.MONTH: _months,
    Span.YEAR: _years,
}
