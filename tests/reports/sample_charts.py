"""Charts of every kind for the tests of drawing: ordinary ones, and the hardest there are."""

from datetime import date, timedelta
from decimal import Decimal

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import (
    Bar,
    BarSeries,
    Chart,
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
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind

MONDAY = date(2026, 3, 2)
ARABIC = " ".join(["نضع الكوب الأزرق على الطاولة ثم ننتظر قليلًا حتى يطلبه بنفسه"] * 4)
LONG = "Bath, teeth, pajamas and the long story about the very small red tractor"


def number(value) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def a_bar(start, end, **told) -> Bar:
    plain = {"partial": False, "written": True, "left_out": False, "days": 0, "n": 0}
    for name in ("sum", "median", "low", "high"):
        if name in told:
            told[name] = number(told[name])
    return Bar(start=start, end=end, **(plain | told))


def a_week(place, **told) -> Bar:
    start = MONDAY + timedelta(weeks=place)
    return a_bar(start, start + timedelta(days=6), **told)


def a_month(place, first=date(2016, 1, 1), **told) -> Bar:
    month = first.year * 12 + first.month - 1 + place
    start, after = (date(one // 12, one % 12 + 1, 1) for one in (month, month + 1))
    return a_bar(start, after - timedelta(days=1), **told)


def a_year(year, **told) -> Bar:
    return a_bar(date(year, 1, 1), date(year, 12, 31), **told)


def bars(shape, kind, *weeks, **told) -> BarSeries:
    made = tuple(a_week(place, **week) for place, week in enumerate(weeks))
    return BarSeries(shape=shape, kind=kind, bars=made, **told)


def life(start, end=None, words="", reason=None) -> LifeMark:
    return LifeMark(start=start, end=end or start, words=words, reason=reason)


def day(place) -> date:
    return MONDAY + timedelta(days=place)


GAP = {"written": False}
OUT = {"written": False, "left_out": True}
FREE = {"written": False, "unplanned": True, "planned": 0}
MARKED = {
    "changes": (day(30),),
    "life": (
        life(day(16), day(20), reason=LeftOutReason.SICK),
        life(day(52), words="Grandma moved in with us"),
    ),
}


def levels(**told) -> BarSeries:
    weeks = [(5, 4, 0, 0), (4, 4, 1, 0), None, (3, 3, 2, 0), OUT, (1, 3, 4, 1), (1, 2, 5, 2),
             (0, 1, 4, 4), (0, 0, 0, 3)]  # fmt: skip
    made = [
        GAP if week is None else week if isinstance(week, dict)
        else {"levels": week, "n": sum(week), "days": 4}
        for week in weeks
    ]  # fmt: skip
    made[0]["partial"] = made[-1]["partial"] = True
    return bars(Shape.LEVELS, RatingKind.HELP, *made, **(MARKED | told))


def went() -> BarSeries:
    weeks = [{"levels": (place % 4, 2, place % 3), "n": 5} for place in range(12)]
    return bars(Shape.LEVELS, RatingKind.WENT, *weeks)


def sums(**told) -> BarSeries:
    given = [3, 0, 14, None, 22, "17.5", 30, 25]
    weeks = [GAP if one is None else {"sum": one, "n": 3} for one in given]
    plain = {"unit": "words", "better": Better.MORE}
    return bars(Shape.SUMS, RatingKind.NUMBER, *weeks, **(plain | MARKED | told))


def middles(**told) -> BarSeries:
    given = [(45, 30, 60), (40, 25, 50), (42, 20, 55), None, (30, 20, 40), (25, 10, 30),
             (20, 5, 35)]  # fmt: skip
    weeks = [
        GAP if one is None else {"median": one[0], "low": one[1], "high": one[2], "n": 5}
        for one in given
    ]
    weeks[0]["partial"] = True
    plain = {
        "unit": "minutes",
        "better": Better.LESS,
        "phases": (
            PhaseMiddle(start=day(0), end=day(29), n=9, middle=Decimal(42)),
            PhaseMiddle(start=day(30), end=day(48), n=8, middle=Decimal(25),
                        aim=Aim(low=None, high=Decimal(15))),
        ),
    }  # fmt: skip
    return bars(Shape.MIDDLES, RatingKind.NUMBER, *weeks, **(plain | MARKED | told))


def tries(**told) -> BarSeries:
    given = [(6, 18), (0, 3), (8, 20), None, (15, 24), (12, 12), (110, 123)]
    weeks = [GAP if one is None else {"took": one[0], "of": one[1], "n": 4} for one in given]
    return bars(Shape.TRIES, RatingKind.TRIES, *weeks, better=Better.MORE, **(MARKED | told))


def days(**told) -> BarSeries:
    weeks = [{"days": many, "n": 0} for many in (5, 2, 0, 7, 6, 3)]
    weeks[-1]["partial"] = True
    return bars(Shape.DAYS, RatingKind.NONE, *weeks, **(MARKED | told))


def months(count=120) -> BarSeries:
    made = tuple(
        a_month(place, levels=(9 - place * 9 // count, 5, place * 9 // count, 2), n=16,
                partial=place == count - 1)
        if place % 16 else a_month(place, **GAP)
        for place in range(count)
    )  # fmt: skip
    changes = tuple(date(2016 + at, 5, 11) for at in range(0, count // 12, 3))
    happened = tuple(
        life(date(2016 + at // 3, 1 + at % 12, 4), words="A cold") for at in range(count // 4)
    )
    return BarSeries(shape=Shape.LEVELS, kind=RatingKind.HELP, bars=made, span=Span.MONTH,
                     changes=changes, life=happened)  # fmt: skip


def years(first=1997, last=2026) -> BarSeries:
    made = tuple(a_year(one, sum=(one % 7) * 100_000, n=9) for one in range(first, last + 1))
    return BarSeries(shape=Shape.SUMS, kind=RatingKind.NUMBER, bars=made, span=Span.YEAR,
                     unit="minutes")  # fmt: skip


def level_dots(count=84, **told) -> DotSeries:
    grown = [1 + place * 4 // count + (place % 5 - 2) // 2 for place in range(count)]
    made = tuple(
        Dot(day=day(place), value=Decimal(min(4, max(1, grown[place]))),
            times=1 + (place % 9 == 4))
        for place in range(count) if place % 7 not in {5, 6} and not 16 <= place <= 20
    )  # fmt: skip
    phases = (
        PhaseMiddle(start=day(0), end=day(29), n=16, middle=(1, 2)),
        PhaseMiddle(start=day(30), end=day(count - 1), n=30, middle=3),
    )
    plain = {"phases": phases} | MARKED
    return DotSeries(kind=RatingKind.HELP, start=day(0), end=day(count - 1), dots=made,
                     **(plain | told))  # fmt: skip


def number_dots(**told) -> DotSeries:
    values = [45, 50, 40, None, 38, 42, 45, 30, None, None, 33, 28, 30, 25, 20, 0, 22, 18, 15, 20]
    made = [(place, number(one)) for place, one in enumerate(values) if one is not None]
    paths, path = [], []
    for place, one in enumerate(values):
        if one is None or place == 10:
            paths.append(tuple(path))
            path = []
        if one is not None:
            path.append(PathPoint(day=day(place), value=number(one)))
    paths.append(tuple(path))
    plain = {
        "unit": "minutes", "better": Better.LESS, "changes": (day(10),),
        "life": (life(day(3), reason=LeftOutReason.AWAY),),
        "phases": (
            PhaseMiddle(start=day(0), end=day(9), n=7, middle=Decimal(42)),
            PhaseMiddle(start=day(10), end=day(19), n=10, middle=Decimal(21),
                        aim=Aim(low=Decimal(5), high=Decimal(15))),
        ),
    }  # fmt: skip
    return DotSeries(
        kind=RatingKind.NUMBER, start=day(0), end=day(19),
        dots=tuple(Dot(day=day(place), value=one) for place, one in made),
        paths=tuple(one for one in paths if len(one) > 1), **(plain | told),
    )  # fmt: skip


def try_dots(**told) -> DotSeries:
    given = [(0, 1, 5), (0, 3, 5), (1, 2, 4), (2, 0, 6), (5, 3, 5), (6, 4, 5), (8, 5, 5), (9, 7, 8)]
    made = tuple(Dot(day=day(at), value=Decimal(took), of=Decimal(of)) for at, took, of in given)
    return DotSeries(kind=RatingKind.TRIES, start=day(0), end=day(13), dots=made,
                     better=Better.MORE, **told)  # fmt: skip


def ten_years() -> DotSeries:
    first, last = date(2016, 1, 1), date(2025, 12, 31)
    made = tuple(
        Dot(day=first + timedelta(days=at), value=Decimal(1 + (at * 7 + at // 900) % 4))
        for at in range((last - first).days + 1) if at % 11
    )  # fmt: skip
    return DotSeries(kind=RatingKind.HELP, start=first, end=last, dots=made,
                     changes=(date(2018, 6, 4), date(2021, 9, 1)))  # fmt: skip


def thirty_years() -> DotSeries:
    first, last = date(1996, 3, 7), date(2026, 3, 6)
    made = tuple(
        Dot(day=first + timedelta(days=at), value=Decimal((at * 13) % 57))
        for at in range(0, (last - first).days + 1, 3)
    )
    return DotSeries(kind=RatingKind.NUMBER, start=first, end=last, dots=made, unit="minutes")


def one_day(many=5_000) -> DotSeries:
    made = tuple(Dot(day=MONDAY, value=Decimal(one), times=many // 4) for one in (1, 2, 3, 4))
    return DotSeries(kind=RatingKind.HELP, start=MONDAY, end=MONDAY, dots=made)


def many_numbers_on_a_day(many=5_000) -> DotSeries:
    made = tuple(Dot(day=day(1), value=Decimal(one)) for one in range(many))
    return DotSeries(kind=RatingKind.NUMBER, start=day(0), end=day(2), dots=made, unit="$_{x}^% $")


def before_and_since() -> GroupSeries:
    return GroupSeries(
        grouping=Grouping.VISIT, shape=Shape.LEVELS, kind=RatingKind.HELP,
        groups=(
            Group(bar=a_bar(day(-60), day(9), levels=(9, 8, 2, 0), n=19, planned=50),
                  side=Side.BEFORE),
            Group(bar=a_bar(day(10), day(60), levels=(1, 4, 12, 6), n=23, planned=36),
                  side=Side.SINCE),
        ),
    )  # fmt: skip


def by_routine(count=5, **told) -> GroupSeries:
    names = ["Breakfast", "Bath", LONG, ARABIC, "", "$x^2$ 50 %", "Car"]
    groups = tuple(
        Group(bar=a_bar(day(0), day(60), median=20 + 2 * at, low=2 * at, high=60 + at, n=5 + at),
              name=names[at % len(names)])
        for at in range(count)
    )  # fmt: skip
    plain = {"shape": Shape.MIDDLES, "kind": RatingKind.NUMBER, "unit": "minutes",
             "better": Better.LESS}  # fmt: skip
    return GroupSeries(grouping=Grouping.ROUTINE, groups=groups, **(plain | told))


def by_slot() -> GroupSeries:
    groups = tuple(
        Group(bar=a_bar(day(0), day(60), took=took, of=of, n=9), name=name)
        for took, of, name in [(0, 12, "Morning"), (30, 44, "Lunch"), (7, 7, "Dinner")]
    )
    return GroupSeries(grouping=Grouping.SLOT, shape=Shape.TRIES, kind=RatingKind.TRIES,
                       groups=groups)  # fmt: skip


def huge() -> BarSeries:
    given = [10**12, 0, 5 * 10**11, "0.0000001", -(10**11), "123456.78"]
    weeks = [{"sum": one, "n": 1} for one in given]
    marked = {"changes": (day(8),), "life": (life(day(9), words=ARABIC), life(day(9), day(12)))}
    return bars(Shape.SUMS, RatingKind.NUMBER, *weeks, unit="$_{" + ARABIC, **marked)


def crowded() -> BarSeries:
    """Half a year of weeks, all wide numbers, with labels at almost each of them."""
    weeks = [{"took": 90 + at, "of": 1000 + at, "n": 9, "partial": at % 2 == 0} for at in range(27)]
    marks = {
        "changes": tuple(day(9 * at) for at in range(4)),
        "life": tuple(life(day(14 * at + 3), day(14 * at + 5), words=LONG) for at in range(8)),
    }
    return bars(Shape.TRIES, RatingKind.TRIES, *weeks, **marks)


ALL: dict[str, Chart] = {
    "levels": levels(),
    "went": went(),
    "sums": sums(),
    "middles": middles(),
    "tries": tries(),
    "days": days(),
    "months": months(),
    "years": years(),
    "level dots": level_dots(),
    "number dots": number_dots(),
    "try dots": try_dots(),
    "ten years": ten_years(),
    "thirty years": thirty_years(),
    "one day": one_day(),
    "many on a day": many_numbers_on_a_day(),
    "before and since": before_and_since(),
    "by routine": by_routine(),
    "by slot": by_slot(),
    "many routines": by_routine(16, shape=Shape.MIDDLES),
    "huge": huge(),
    "crowded": crowded(),
}
