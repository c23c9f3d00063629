"""The words of what a chart shows: its one sentence, with n, in the family's plain language.

Whatever is a middle is called one: "some help (9 ratings)" alone would sound like nine times.
"""

from collections.abc import Callable, Mapping

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import Grouping
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.domain.sentences import look_back as told
from homejournal.domain.sentences import phases
from homejournal.texts.labels import amount, did_it_on, level, took_of
from homejournal.texts.sentences.more_detail import MORE_WORDS, Words
from homejournal.texts.wording import Wording


def short_said(wording: Wording, one: told.InShort) -> str:
    """Return what a stretch or a group comes to, without how many: "some help", "took 3 of 5"."""
    if one.kind is RatingKind.NONE:
        return _days(wording, one)
    if one.took is not None and one.of is not None:
        return took_of(wording, one.took, one.of)
    if one.low is None or one.high is None:
        return _no_middle(wording, one)
    if not levels_of(one.kind):
        return amount(wording, one.low, one.unit)
    said = level(wording, one.kind, int(one.low))
    if one.low == one.high:
        return said
    return wording.text(
        "between {low} and {high}", low=said, high=level(wording, one.kind, int(one.high))
    )


def _no_middle(wording: Wording, one: told.InShort) -> str:
    if one.n:
        return wording.text("too few to sum up")
    if one.at_least:
        return wording.text("only days with a time not written")
    return wording.text("no rating of this kind")


def _days(wording: Wording, one: told.InShort) -> str:
    if one.planned == 0:
        return wording.text("no planned days")
    if one.planned and one.not_written:
        return _days_from_to(
            told.DaysFromTo(one.days, one.days + one.not_written, one.planned), wording
        )
    return did_it_on(wording, one.days, one.planned)


def how_many(wording: Wording, one: told.InShort) -> str:
    """Return of how many ratings that is: "9 ratings", "3 ratings so far"; nothing for days."""
    if one.kind is RatingKind.NONE or not one.n:
        return ""
    if not levels_of(one.kind):
        return _written_down(told.WrittenDown(one.n, one.of_days), wording)
    if one.so_far:
        return wording.count("{n} rating so far", "{n} ratings so far", one.n)
    return wording.count("{n} rating", "{n} ratings", one.n)


def _written_down(one: told.WrittenDown, wording: Wording) -> str:
    if one.of_days:
        return wording.count("on {n} day", "on {n} days", one.n)
    return wording.count("written down {n} time", "written down {n} times", one.n)


def _with_n(wording: Wording, one: told.InShort) -> str:
    said, count = short_said(wording, one), how_many(wording, one)
    return wording.text("{what} ({count})", what=said, count=count) if count else said


def _group_said(wording: Wording, one: told.InShort) -> str:
    said = _with_n(wording, one)
    if one.low is None:
        return said
    if one.least is None or one.most is None or one.least == one.most:
        return wording.text("middle value {median}", median=said)
    return wording.text(
        "middle value {median}, from {low} to {high}",
        median=said,
        low=wording.number(one.least),
        high=wording.number(one.most),
    )


def _most_often(one: told.MostOften, wording: Wording) -> str:
    levels = wording.list_of([level(wording, one.kind, value) for value in one.levels])
    times = wording.number(one.times)
    if len(one.levels) > 1:
        return wording.count(
            "most often: {levels}, each {times} of {n} rating",
            "most often: {levels}, each {times} of {n} ratings",
            one.of,
            levels=levels,
            times=times,
        )
    return wording.count(
        "most often: {levels}, {times} of {n} rating",
        "most often: {levels}, {times} of {n} ratings",
        one.of,
        levels=levels,
        times=times,
    )


_SUMS: Mapping[Span, Callable[[Wording, str, str], str]] = {
    Span.WEEK: lambda w, a, b: w.text(
        "from {low} to {high} written down in a full week", low=a, high=b
    ),
    Span.MONTH: lambda w, a, b: w.text(
        "from {low} to {high} written down in a full month", low=a, high=b
    ),
    Span.YEAR: lambda w, a, b: w.text(
        "from {low} to {high} written down in a full year", low=a, high=b
    ),
}
_SAME_SUMS: Mapping[Span, Callable[[Wording, str], str]] = {
    Span.WEEK: lambda w, each: w.text("{amount} written down in each full week", amount=each),
    Span.MONTH: lambda w, each: w.text("{amount} written down in each full month", amount=each),
    Span.YEAR: lambda w, each: w.text("{amount} written down in each full year", amount=each),
}


def _sums(one: told.SumsFromTo, wording: Wording) -> str:
    high = amount(wording, one.high, one.unit)
    if one.low == one.high:
        return _SAME_SUMS[one.span](wording, high)
    return _SUMS[one.span](wording, wording.number(one.low), wording.number(one.high))


def _lowest_highest(one: told.LowestHighest, wording: Wording) -> str:
    high = amount(wording, one.high, one.unit)
    if one.low == one.high:
        return wording.text("always {amount}", amount=high)
    return wording.text("from {low} to {high}", low=wording.number(one.low), high=high)


def _in_the_middle(one: told.InTheMiddle, wording: Wording) -> str:
    return wording.text("middle value: {level}", level=_with_n(wording, one.short))


def _by_plan(one: phases.MiddleByPlan, wording: Wording) -> str:
    first, *others = (_part(wording, part) for part in one.parts)
    return wording.text("; ").join((wording.text("middle value, {part}", part=first), *others))


def _part(wording: Wording, one: phases.PartInShort) -> str:
    days = wording.between(one.start, one.end)
    return wording.text("{when}: {what}", when=days, what=_with_n(wording, one.short))


def _since_change(one: phases.MiddleSince, wording: Wording) -> str:
    changed = wording.count("the plan changed {n} time", "the plan changed {n} times", one.changes)
    since = wording.text(
        "middle value since {since}: {what}",
        since=wording.day(one.since),
        what=_with_n(wording, one.short),
    )
    return wording.text("; ").join((changed, since))


def _apart(one: phases.RatedApart, wording: Wording) -> str:
    days = wording.list_of([wording.between(*stretch) for stretch in one.stretches])
    return wording.text("other ratings, not in this chart: {days}", days=days)


def _too_few_in_each(one: phases.TooFewInEach, wording: Wording) -> str:
    return wording.count(
        "{n} rating: too few to sum up before and after the plan changed",
        "{n} ratings: too few to sum up before and after the plan changed",
        one.n,
    )


def _days_from_to(one: told.DaysFromTo, wording: Wording) -> str:
    return wording.count(
        "did it on {low} to {high} of {n} planned day",
        "did it on {low} to {high} of {n} planned days",
        one.of,
        low=wording.number(one.low),
        high=wording.number(one.high),
    )


def _before_and_since(one: told.BeforeAndSince, wording: Wording) -> str:
    before = wording.text(
        "before the visit on {day}: {what}",
        day=wording.day(one.visit),
        what=_group_said(wording, one.before),
    )
    since = wording.text("since then: {what}", what=_group_said(wording, one.since))
    return wording.line_of((before, since))


def _side_by_side(one: told.SideBySide, wording: Wording) -> str:
    by_slot = one.grouping is Grouping.SLOT
    unnamed = wording.text("another time") if by_slot else wording.text("other")
    return wording.line_of(
        wording.text(
            "{when}: {what}",
            when=wording.own(group.name) or unnamed,
            what=_group_said(wording, group.short),
        )
        for group in one.groups
    )


def _each_bar(one: told.EachBarIs, wording: Wording) -> str:
    if one.span is Span.MONTH:
        return wording.text("each bar is a month, as there are many weeks")
    return wording.text("each bar is a year, as there are many months")


WORDS: Mapping[type, Words] = {
    told.TheDays: lambda one, w: w.between(one.start, one.end),
    told.MostOften: _most_often,
    told.NothingRated: lambda _, w: w.text("these days have no rating of this kind"),
    told.AllLeftOut: lambda _, w: w.text("all planned days were left out"),
    told.OnlyExtra: lambda _, w: w.text("only used on days it wasn’t planned"),
    told.NothingFits: lambda _, w: w.text("nothing written down for these days fits the filter"),
    told.SumsFromTo: _sums,
    told.LowestHighest: _lowest_highest,
    told.WrittenDown: _written_down,
    told.InTheMiddle: _in_the_middle,
    phases.MiddleByPlan: _by_plan,
    phases.MiddleSince: _since_change,
    phases.RatedApart: _apart,
    phases.TooFewInEach: _too_few_in_each,
    told.DaysFromTo: _days_from_to,
    told.BeforeAndSince: _before_and_since,
    told.SideBySide: _side_by_side,
    told.EachBarIs: _each_bar,
    **MORE_WORDS,
}
"""The words of each sentence of looking back; `say` asks here."""
