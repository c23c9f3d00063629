"""Small pictures of charts whose marks lie where a test knows them, without Matplotlib."""

from datetime import date, timedelta

from homejournal.domain.numbers import Period
from homejournal.reports.chart_picture import Box, ChartMark, ChartPicture

WIDE, HIGH = 600, 300
FIRST = date(2026, 3, 2)
DAYS = 20
SHOWN = Period(FIRST, FIRST + timedelta(DAYS - 1))
WHOLE = Period(FIRST - timedelta(60), FIRST + timedelta(59))
PLOT = Box(50, 20, 500, 240)
"""Twenty-five pixels for each day."""


def day(place):
    return FIRST + timedelta(place)


def middle(place):
    """Return the x of a day's middle."""
    return PLOT.x + (place + 0.5) * PLOT.width / DAYS


def a_mark(place, words="", *, top=100.0, size=(10.0, 100.0)):
    box = Box(middle(place) - size[0] / 2, top, *size)
    return ChartMark(box=box, start=day(place), end=day(place), words=words or f"Day {place}")


def a_picture(marks=None, *, sharp=1, pixel=b"\x20\x60\xa0\xff", days=SHOWN):
    """Return a picture of twenty days with a mark on days 2, 7, 12 and 17, or with these marks."""
    if marks is None:
        marks = [a_mark(place) for place in (2, 7, 12, 17)]
    return ChartPicture(
        width=WIDE * sharp,
        height=HIGH * sharp,
        rgba=pixel * (WIDE * sharp * HIGH * sharp),
        plot=_sharp(PLOT, sharp),
        marks=tuple(
            ChartMark(box=_sharp(one.box, sharp), start=one.start, end=one.end, words=one.words)
            for one in marks
        ),
        stretches=((days.start, days.end, PLOT.x * sharp, (PLOT.x + PLOT.width) * sharp),),
    )


def _sharp(box, sharp):
    return Box(box.x * sharp, box.y * sharp, box.width * sharp, box.height * sharp)
