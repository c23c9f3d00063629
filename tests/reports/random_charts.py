"""Any chart there can be, for Hypothesis: also empty, huge, crowded and in any letters."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import (
    Bar,
    BarSeries,
    Dot,
    DotSeries,
    Group,
    Grouping,
    GroupSeries,
    LifeMark,
    PathPoint,
    PhaseMiddle,
    Shape,
    Side,
)
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, levels_of
from homejournal.reports.charts.style import ChartLook

LETTERS = "aWgé $%_{}^\\<&\"'·ñ中نضع\u200f😀\n"
own_words = st.text(LETTERS, max_size=40) | st.sampled_from(["قليلًا " * 40, "Mmmmmmm " * 25])
numbers = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2)
plain_numbers = st.integers(0, 90).map(Decimal)
counts = st.integers(0, 30) | st.integers(0, 10**12)
starts = st.dates(date(1990, 1, 1), date(2100, 1, 1))
SHAPES = {
    RatingKind.HELP: (Shape.LEVELS,),
    RatingKind.WENT: (Shape.LEVELS,),
    RatingKind.NUMBER: (Shape.SUMS, Shape.MIDDLES),
    RatingKind.TRIES: (Shape.TRIES,),
    RatingKind.NONE: (Shape.DAYS,),
}


@st.composite
def bars(draw, kind, start, end):
    low, median, high = sorted(draw(st.lists(plain_numbers | numbers, min_size=3, max_size=3)))
    took, of = sorted(draw(st.tuples(counts, counts)))
    told = draw(st.booleans())
    state = draw(st.sampled_from(["written", "left_out", "unplanned", "begun", "nothing"]))
    return Bar(
        start=start, end=end, partial=draw(st.booleans()), written=state == "written",
        left_out=state == "left_out", unplanned=state == "unplanned",
        begun=state == "begun",
        days=draw(st.integers(0, 366)), n=draw(st.integers(0, 5000)),
        levels=tuple(draw(st.integers(0, 40)) for _ in levels_of(kind)),
        sum=median if told else None, median=median if told else None,
        low=low if told else None, high=high if told else None,
        took=took if told else None, of=of if told else None,
    )  # fmt: skip


@st.composite
def marks(draw, first, days):
    places = st.integers(-5, days + 5)
    changes = sorted(draw(st.sets(places, max_size=14)))
    life = tuple(
        LifeMark(
            start=first + timedelta(days=at), end=first + timedelta(days=at + length),
            words=words, reason=reason,
        )
        for at, length, words, reason in draw(
            st.lists(
                st.tuples(places, st.integers(0, 9), own_words,
                          st.none() | st.sampled_from(LeftOutReason)),
                max_size=14,
            )
        )
    )  # fmt: skip
    return {"changes": tuple(first + timedelta(days=at) for at in changes), "life": life}


@st.composite
def phases(draw, kind, first, days):
    cuts = sorted(draw(st.sets(st.integers(0, days), max_size=3)))
    made = []
    for start, upto in zip([0, *cuts], [*cuts, days], strict=True):
        end = max(start, upto - 1)
        if levels_of(kind):
            one = st.integers(1, len(levels_of(kind)))
            middle = draw(st.none() | one | st.just((1, 2)))
        else:
            middle = draw(st.none() | plain_numbers)
        ends = draw(st.none() | st.tuples(plain_numbers, plain_numbers).map(sorted))
        made.append(
            PhaseMiddle(
                start=first + timedelta(days=start), end=first + timedelta(days=end),
                n=9, middle=middle, so_far=draw(st.booleans()),
                aim=Aim(low=ends[0], high=draw(st.sampled_from([None, ends[1]]))) if ends else None,
            )
        )  # fmt: skip
    return tuple(made)


@st.composite
def bar_charts(draw):
    kind = draw(st.sampled_from(RatingKind))
    span = draw(st.sampled_from(Span))
    length = {Span.WEEK: 7, Span.MONTH: 30, Span.YEAR: 365}[span]
    first = draw(starts)
    count = draw(st.integers(0, 30))
    made = tuple(
        draw(bars(kind, first + timedelta(days=length * at),
                  first + timedelta(days=length * (at + 1) - 1)))
        for at in range(count)
    )  # fmt: skip
    return BarSeries(
        shape=draw(st.sampled_from(SHAPES[kind])), kind=kind, bars=made, span=span,
        unit=draw(st.none() | own_words), better=draw(st.none() | st.sampled_from(Better)),
        phases=draw(phases(kind, first, max(1, length * count))),
        **draw(marks(first, length * count)),
    )  # fmt: skip


@st.composite
def dot_charts(draw):
    kind = draw(st.sampled_from([RatingKind.HELP, RatingKind.WENT, RatingKind.NUMBER,
                                 RatingKind.TRIES]))  # fmt: skip
    first = draw(starts)
    days = draw(st.integers(1, 14) | st.integers(1, 120) | st.integers(1, 11_000))
    placed = draw(st.lists(st.tuples(st.integers(0, days - 1), st.integers(1, 60)), max_size=30))
    made = []
    for place, times in sorted(placed):
        day = first + timedelta(days=place)
        if levels_of(kind):
            dot = Dot(day=day, value=Decimal(draw(st.sampled_from(levels_of(kind)))), times=times)
        elif kind is RatingKind.TRIES:
            took, of = sorted(draw(st.tuples(counts, counts)))
            dot = Dot(day=day, value=Decimal(took), of=Decimal(of), times=times)
        else:
            # Few values, since words meet where many dots are at the top or the bottom.
            value = draw(st.sampled_from([0, 9]).map(Decimal) | plain_numbers | numbers)
            dot = Dot(day=day, value=value, times=times)
        made.append(dot)
    path = tuple(PathPoint(day=dot.day, value=dot.value) for dot in made[:6])
    joined = kind is RatingKind.NUMBER and len(path) > 1
    return DotSeries(
        kind=kind, start=first, end=first + timedelta(days=days - 1), dots=tuple(made),
        paths=(path,) if joined else (), unit=draw(st.none() | own_words),
        better=draw(st.none() | st.sampled_from(Better)), phases=draw(phases(kind, first, days)),
        **draw(marks(first, days)),
    )  # fmt: skip


@st.composite
def crowded_edges(draw):
    """Charts with words where the plot ends: often at the top and the bottom, under many marks."""
    first, days = draw(starts), draw(st.integers(1, 9))
    placed = st.tuples(st.integers(0, days - 1), st.sampled_from([0, 9]), st.integers(2, 60))
    made = sorted(draw(st.lists(placed, min_size=1, max_size=9)))
    return DotSeries(
        kind=RatingKind.NUMBER, start=first, end=first + timedelta(days=days - 1),
        dots=tuple(
            Dot(day=first + timedelta(days=at), value=Decimal(value), times=times)
            for at, value, times in made
        ),
        unit=draw(st.none() | own_words), phases=draw(phases(RatingKind.NUMBER, first, days)),
        **draw(marks(first, days)),
    )  # fmt: skip


@st.composite
def group_charts(draw):
    kind = draw(st.sampled_from(RatingKind))
    grouping = draw(st.sampled_from(Grouping))
    start = draw(starts)
    sides = list(Side) if grouping is Grouping.VISIT else [None] * draw(st.integers(0, 12))
    made = tuple(
        Group(bar=draw(bars(kind, start, start + timedelta(days=20))), side=side,
              name="" if side else draw(own_words))
        for side in sides
    )  # fmt: skip
    return GroupSeries(
        grouping=grouping, shape=SHAPES[kind][-1], kind=kind, groups=made,
        unit=draw(st.none() | own_words), better=draw(st.none() | st.sampled_from(Better)),
    )  # fmt: skip


charts = bar_charts() | dot_charts() | crowded_edges() | group_charts()
languages = st.sampled_from(["en", "es", "ar"])
any_looks = st.builds(
    ChartLook,
    size=st.tuples(st.floats(0, 12), st.floats(0, 6)),
    dark=st.booleans(),
    text=st.floats(0.5, 3),
    legend=st.booleans(),
)
usual_looks = st.builds(
    ChartLook,
    size=st.tuples(st.floats(3.2, 12), st.floats(2.4, 6)),
    text=st.floats(0.9, 1.25),
    dpi=st.sampled_from([72, 100, 200]),
) | st.builds(
    ChartLook,
    size=st.tuples(st.floats(3, 12), st.floats(3, 12)),
    text=st.floats(1, 2),
    dpi=st.integers(72, 200),
)
drawings = st.tuples(charts, usual_looks, languages)
