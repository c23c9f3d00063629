"""The words of every sentence about the numbers. No cause, no judgment, no per cent, no mean.

A sentence is a class in `domain/sentences/values.py` and an entry in `_WORDS` here.
Whatever is a middle is called one: "some help (9 ratings)" alone would sound like nine times.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import Grouping
from homejournal.domain.records.rating_scales import Better, RatingKind, levels_of
from homejournal.domain.sentences import values as told
from homejournal.texts.display_names import suggested_when
from homejournal.texts.labels import (
    aim_said,
    amount,
    did_it_on,
    how_often,
    level,
    person_with_discipline,
    rating_kind,
    reason,
    took_of,
)
from homejournal.texts.wording import Wording

Words = Callable[[Wording, Any], str]
_MANY_TRIES = 30
"""Tries from which nobody would call them few."""


def say(wording: Wording, sentence: told.Sentence) -> str:
    """Return a sentence in this language, without a full stop; its first letter as inside a line.

    Raises TypeError for a value that is no sentence.
    """
    words = _WORDS.get(type(sentence))
    if words is None:
        message = f"no words for {type(sentence).__name__} in {wording.language}"
        raise TypeError(message)
    return words(wording, sentence)


def _ups_and_downs(wording: Wording, one: told.UpsAndDowns) -> str:
    if not one.signal:
        return _both_signs(wording, one)
    signs = []
    if one.longest > one.longest_allowed:
        signs.append(
            wording.count(
                "{n} in a row is on one side of the middle",
                "{n} in a row are on one side of the middle",
                one.longest,
            )
        )
    if one.crossings < one.fewest_allowed:
        signs.append(_crossings(wording, one.crossings))
    signs_said = wording.list_of(signs)
    if one.weekly:
        return wording.text(
            "probably not just ups and downs of the weeks: {signs}", signs=signs_said
        )
    return wording.text("probably not just ups and downs: {signs}", signs=signs_said)


def _both_signs(wording: Wording, one: told.UpsAndDowns) -> str:
    """Return what was counted and nothing more: that nothing changed is never said."""
    row, crossed = wording.number(one.longest), wording.number(one.crossings)
    if one.weekly:
        return wording.text(
            "weeks in a row on one side of the middle: {row} at most; the middle crossed:"
            " {crossed}",
            row=row,
            crossed=crossed,
        )
    return wording.text(
        "numbers in a row on one side of the middle: {row} at most; the middle crossed: {crossed}",
        row=row,
        crossed=crossed,
    )


def _crossings(wording: Wording, crossings: int) -> str:
    if not crossings:
        return wording.text("they never cross the middle")
    return wording.count(
        "they cross the middle only {n} time", "they cross the middle only {n} times", crossings
    )


def _one_session(wording: Wording, one: told.OneSession) -> str:
    values = {
        "took": wording.number(one.took),
        "of": wording.number(one.of),
        "day": wording.day(one.day),
        "low": wording.number(one.low),
        "high": wording.number(one.high),
    }
    if one.of < _MANY_TRIES:
        return wording.text(
            "{took} of {of} on {day}. With so few tries the true rate could be anywhere from"
            " about {low} to {high} of 100",
            **values,
        )
    if one.low == one.high:
        return wording.text(
            "{took} of {of} on {day}. The true rate is about {low} of 100", **values
        )
    return wording.text(
        "{took} of {of} on {day}. The true rate could be anywhere from about {low} to {high}"
        " of 100",
        **values,
    )


def _later_is_better(wording: Wording, one: told.LaterIsBetter) -> str:
    values = {
        "day": wording.day(one.visit),
        "better": wording.number(one.better),
        "same": wording.number(one.same),
    }
    if not one.same:
        return wording.text(
            "each rating from before the visit on {day} makes a pair with each one since."
            " In about {better} of 10 pairs the later one was better",
            **values,
        )
    return wording.text(
        "each rating from before the visit on {day} makes a pair with each one since."
        " In about {better} of 10 pairs the later one was better, and in about {same} of 10"
        " the same",
        **values,
    )


def _needs_values(wording: Wording, one: told.NeedsValues) -> str:
    return wording.count(
        "{needed} numbers above or below the middle are needed; there is {n} so far",
        "{needed} numbers above or below the middle are needed; there are {n} so far",
        one.there,
        needed=wording.number(one.needed),
    )


def _needs_both_sides(wording: Wording, one: told.NeedsBothSides) -> str:
    return wording.text(
        "{needed} ratings before the visit and {needed} since it are needed;"
        " there are {before} and {since} so far",
        needed=wording.number(one.needed),
        before=wording.number(one.before),
        since=wording.number(one.since),
    )


def _needs_tries(wording: Wording, one: told.NeedsTries) -> str:
    return wording.count(
        "{n} try in one session is needed, such as one play time",
        "{n} tries in one session are needed, such as one play time",
        one.needed,
    )


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
            wording, told.DaysFromTo(one.days, one.days + one.not_written, one.planned)
        )
    return did_it_on(wording, one.days, one.planned)


def how_many(wording: Wording, one: told.InShort) -> str:
    """Return of how many ratings that is: "9 ratings", "3 ratings so far"; nothing for days."""
    if one.kind is RatingKind.NONE or not one.n:
        return ""
    if not levels_of(one.kind):
        return _written_down(wording, told.WrittenDown(one.n, one.of_days))
    if one.so_far:
        return wording.count("{n} rating so far", "{n} ratings so far", one.n)
    return wording.count("{n} rating", "{n} ratings", one.n)


def _written_down(wording: Wording, one: told.WrittenDown) -> str:
    if one.of_days:
        return wording.count("on {n} day", "on {n} days", one.n)
    return wording.count("written down {n} time", "written down {n} times", one.n)


def _with_count(wording: Wording, one: told.InShort) -> str:
    said, count = short_said(wording, one), how_many(wording, one)
    return wording.text("{what} ({count})", what=said, count=count) if count else said


def _group_said(wording: Wording, one: told.InShort) -> str:
    said = _with_count(wording, one)
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


def _most_often(wording: Wording, one: told.MostOften) -> str:
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


def _sums_from_to(wording: Wording, one: told.SumsFromTo) -> str:
    high = amount(wording, one.high, one.unit)
    if one.low == one.high:
        return _SAME_SUMS[one.span](wording, high)
    return _SUMS[one.span](wording, wording.number(one.low), wording.number(one.high))


def _lowest_highest(wording: Wording, one: told.LowestHighest) -> str:
    high = amount(wording, one.high, one.unit)
    if one.low == one.high:
        return wording.text("always {amount}", amount=high)
    return wording.text("from {low} to {high}", low=wording.number(one.low), high=high)


def _in_the_middle(wording: Wording, one: told.InTheMiddle) -> str:
    return wording.text("middle value: {level}", level=_with_count(wording, one.short))


def _middle_by_plan(wording: Wording, one: told.MiddleByPlan) -> str:
    first, *others = (_part(wording, part) for part in one.parts)
    return wording.text("; ").join((wording.text("middle value, {part}", part=first), *others))


def _part(wording: Wording, one: told.PartInShort) -> str:
    days = wording.between(one.start, one.end)
    return wording.text("{when}: {what}", when=days, what=_with_count(wording, one.short))


def _middle_since(wording: Wording, one: told.MiddleSince) -> str:
    changed = wording.count("the plan changed {n} time", "the plan changed {n} times", one.changes)
    since = wording.text(
        "middle value since {since}: {what}",
        since=wording.day(one.since),
        what=_with_count(wording, one.short),
    )
    return wording.text("; ").join((changed, since))


def _rated_apart(wording: Wording, one: told.RatedApart) -> str:
    days = wording.list_of([wording.between(*stretch) for stretch in one.stretches])
    return wording.text("other ratings, not in this chart: {days}", days=days)


def _too_few_in_each(wording: Wording, one: told.TooFewInEach) -> str:
    return wording.count(
        "{n} rating: too few to sum up before and after the plan changed",
        "{n} ratings: too few to sum up before and after the plan changed",
        one.n,
    )


def _days_from_to(wording: Wording, one: told.DaysFromTo) -> str:
    return wording.count(
        "did it on {low} of {n} planned day ({blank} not written, so {low} to {high})",
        "did it on {low} of {n} planned days ({blank} not written, so {low} to {high})",
        one.of,
        low=wording.number(one.low),
        high=wording.number(one.high),
        blank=wording.number(one.high - one.low),
    )


def _before_and_since(wording: Wording, one: told.BeforeAndSince) -> str:
    before = wording.text(
        "before the visit on {day}: {what}",
        day=wording.day(one.visit),
        what=_group_said(wording, one.before),
    )
    since = wording.text("since then: {what}", what=_group_said(wording, one.since))
    return wording.line_of((before, since))


_VERDICTS: Mapping[told.Verdict, Callable[[Wording, str], str]] = {
    told.Verdict.LESS_HELP: lambda w, day: w.text("less help than before {day}", day=day),
    told.Verdict.MORE_HELP: lambda w, day: w.text("more help than before {day}", day=day),
    told.Verdict.MORE_OFTEN: lambda w, day: w.text("more often than before {day}", day=day),
}


_THAN_IN: Mapping[told.Verdict, Callable[[Wording, str], str]] = {
    told.Verdict.LESS_HELP: lambda w, days: w.text(
        "less help than in the days before ({days})", days=days
    ),
    told.Verdict.MORE_HELP: lambda w, days: w.text(
        "more help than in the days before ({days})", days=days
    ),
    told.Verdict.MORE_OFTEN: lambda w, days: w.text(
        "more often than in the days before ({days})", days=days
    ),
}


def verdict_said(wording: Wording, verdict: told.Verdict, one: told.ThanBefore) -> str:
    """Return the verdict alone, with the days with which it compares and a change of the plan."""
    changed = one.plan_changed
    if one.start is not None:
        said = _THAN_IN[verdict](wording, _days_before(wording, one))
    else:
        said = _VERDICTS[verdict](wording, wording.day(one.day))
        if changed == one.day:
            return wording.text("{verdict}, the day the plan changed", verdict=said)
    if changed is None:
        return said
    day = wording.short_day(changed)
    return wording.text("{verdict}, and the plan changed on {day}", verdict=said, day=day)


def _days_before(wording: Wording, one: told.ThanBefore) -> str:
    return wording.between(one.start or one.day, one.day - timedelta(days=1))


def _than_before(wording: Wording, one: told.ThanBefore) -> str:
    before, since = _how_many_of_each(wording, one.before), _how_many_of_each(wording, one.since)
    if one.verdict is None:
        return wording.text("{since}; {before}", since=since, before=before_said(wording, one))
    return wording.text(
        "{verdict}: {before} before; {since} since",
        verdict=verdict_said(wording, one.verdict, one),
        before=before,
        since=since,
    )


def before_said(wording: Wording, one: told.ThanBefore) -> str:
    """Return how it was in the days before, without what is told elsewhere of the days since."""
    said = wording.text(
        "in the days before ({days}): {before}",
        days=_days_before(wording, one),
        before=_how_many_of_each(wording, one.before),
    )
    if one.plan_changed is None:
        return said
    day = wording.short_day(one.plan_changed)
    return wording.text("{told}; the plan changed on {day}", told=said, day=day)


def _how_many_of_each(wording: Wording, one: told.InShort) -> str:
    """Return one side: how many of each level, so that nobody takes all for the one in the middle.

    What was kept before the levels were told has the one in the middle.
    """
    if not one.counts:
        return _with_count(wording, one)
    return say(wording, told.LevelCounts(one.kind, one.counts))


def _side_by_side(wording: Wording, one: told.SideBySide) -> str:
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


def _each_bar_is(wording: Wording, one: told.EachBarIs) -> str:
    if one.span is Span.MONTH:
        return wording.text("each bar is a month, as there are many weeks")
    return wording.text("each bar is a year, as there are many months")


def _number_sum(wording: Wording, one: told.NumberSum) -> str:
    total = amount(wording, one.total, one.unit)
    if one.at_least:
        return wording.text("at least {amount}, added up over the days", amount=total)
    return wording.text("{amount}, added up over the days", amount=total)


def _number_summary(wording: Wording, one: told.NumberSummary) -> str:
    median = amount(wording, one.median, one.unit)
    if one.low == one.high:
        return _all_numbers_alike(wording, one, median)
    low, high = wording.number(one.low), wording.number(one.high)
    if one.of_days:
        return wording.count(
            "from {low} to {high}, half of the days {median} or less, on {n} day",
            "from {low} to {high}, half of the days {median} or less, on {n} days",
            one.n,
            median=median,
            low=low,
            high=high,
        )
    return wording.count(
        "from {low} to {high}, half of the times {median} or less, written down {n} time",
        "from {low} to {high}, half of the times {median} or less, written down {n} times",
        one.n,
        median=median,
        low=low,
        high=high,
    )


def _all_numbers_alike(wording: Wording, one: told.NumberSummary, amount: str) -> str:
    if one.of_days:
        return wording.count(
            "{amount}, on {n} day", "always {amount}, on {n} days", one.n, amount=amount
        )
    return wording.count(
        "{amount}, written down {n} time",
        "always {amount}, written down {n} times",
        one.n,
        amount=amount,
    )


def _at_least(wording: Wording, one: told.AtLeast) -> str:
    return wording.count(
        "{n} day says only “at least”: a time is not written, so it is not in the middle value",
        "{n} days say only “at least”: a time is not written, so they are not in the middle value",
        one.days,
    )


def _direction(wording: Wording, one: told.Direction) -> str:
    if one.better is Better.LESS:
        return wording.text("here less is better")
    return wording.text("here more is better")


def _in_aim(wording: Wording, one: told.InAim) -> str:
    times, aim = wording.number(one.times), aim_said(wording, one.aim, one.unit)
    if one.aim.high is None and one.aim.low is not None:
        return _reached_aim(wording, one, times, aim)
    if one.of_days:
        return wording.count(
            "{times} of {n} day within our aim ({aim})",
            "{times} of {n} days within our aim ({aim})",
            one.of,
            times=times,
            aim=aim,
        )
    return wording.count(
        "{times} of {n} within our aim ({aim})",
        "{times} of {n} within our aim ({aim})",
        one.of,
        times=times,
        aim=aim,
    )


def _reached_aim(wording: Wording, one: told.InAim, times: str, aim: str) -> str:
    if one.of_days:
        return wording.count(
            "met our aim on {times} of {n} day ({aim})",
            "met our aim on {times} of {n} days ({aim})",
            one.of,
            times=times,
            aim=aim,
        )
    return wording.count(
        "met our aim {times} of {n} time ({aim})",
        "met our aim {times} of {n} times ({aim})",
        one.of,
        times=times,
        aim=aim,
    )


def tries_of(wording: Wording, one: told.TriesOf, before: Sequence[str] = ("", "")) -> str:
    """Return how many were taken of how many; `before` stands before each of the two numbers."""
    if not one.of:
        return wording.count(
            "nothing was offered, written down {n} time",
            "nothing was offered, written down {n} times",
            one.n,
        )
    return wording.count(
        "took {took} of {of} offered, written down {n} time",
        "took {took} of {of} offered, written down {n} times",
        one.n,
        took=before[0] + wording.number(one.took),
        of=before[1] + wording.number(one.of),
    )


def _joined(wording: Wording, line: told.Joined) -> str:
    return wording.line_of(say(wording, part) for part in line.parts)


def _did_it_on(wording: Wording, one: told.DidItOn) -> str:
    return did_it_on(wording, one.days, one.planned)


def _left_out(wording: Wording, one: told.LeftOut) -> str:
    if not one.by:
        return wording.count("{n} left out", "{n} left out", one.days)
    if len(one.by) == 1:
        reasons = reason(wording, one.by[0][0])
    else:
        pairs = ((reason(wording, why), wording.number(days)) for why, days in one.by)
        named = (wording.text("{reason} {number}", reason=why, number=n) for why, n in pairs)
        reasons = wording.text(", ").join(named)
    return wording.count(
        "{n} left out ({reasons})", "{n} left out ({reasons})", one.days, reasons=reasons
    )


def _day_range(wording: Wording, one: told.DayRange) -> str:
    return wording.count(
        "{low} to {high} of {of}, depending on the day with nothing written",
        "{low} to {high} of {of}, depending on the days with nothing written",
        one.high - one.low,
        low=wording.number(one.low),
        high=wording.number(one.high),
        of=wording.number(one.of),
    )


def _times_of(wording: Wording, one: told.TimesOf) -> str:
    return wording.count(
        "counting each time: {times} of {n} planned",
        "counting each time: {times} of {n} planned",
        one.planned,
        times=wording.number(one.times),
    )


def _plan_met(wording: Wording, one: told.PlanMet) -> str:
    if one.unsure:
        return wording.count(
            "plan met in {weeks} of {n} full week"
            " (days not written in {unsure}, so {weeks} to {most})",
            "plan met in {weeks} of {n} full weeks"
            " (days not written in {unsure}, so {weeks} to {most})",
            one.of,
            weeks=wording.number(one.weeks),
            unsure=wording.number(one.unsure),
            most=wording.number(one.weeks + one.unsure),
        )
    return wording.count(
        "plan met in {weeks} of {n} full week",
        "plan met in {weeks} of {n} full weeks",
        one.of,
        weeks=wording.number(one.weeks),
    )


def _level_counts(wording: Wording, one: told.LevelCounts) -> str:
    return wording.line_of(
        level_count(wording, one, value, how_many) for value, how_many in one.counts
    )


def level_count(wording: Wording, counts: told.LevelCounts, value: int, how_many: int) -> str:
    """Return one level with how often it was rated: "some help 12"."""
    word = level(wording, counts.kind, value, counts.words)
    return wording.text("{level} {number}", level=word, number=wording.number(how_many))


def _middle_level(wording: Wording, one: told.MiddleLevel) -> str:
    low, high = level(wording, one.kind, one.low), level(wording, one.kind, one.high)
    if one.low != one.high:
        # Translators: two of the rating words, as in "between some help and a little help"
        low = wording.text("between {low} and {high}", low=low, high=high)
    if one.so_far:
        return wording.text("middle value so far: {level}", level=low)
    return wording.text("middle value: {level}", level=low)


def _other_ratings(wording: Wording, one: told.OtherRatings) -> str:
    return wording.count(
        "{n} rated in another way ({kind})",
        "{n} rated in another way ({kind})",
        one.n,
        kind=rating_kind(wording, one.kind),
    )


def _unsettled_versions(wording: Wording, one: told.UnsettledVersions) -> str:
    return wording.count(
        "{n} time has two versions: counted once, its rating left out",
        "{n} times have two versions: each counted once, its rating left out",
        one.times,
    )


def _age_in_months(wording: Wording, one: told.AgeInMonths) -> str:
    age = wording.count("{n} month", "{n} months", one.months)
    if one.corrected is None:
        return age
    return wording.text(
        "{age} (corrected age {corrected})",
        age=age,
        corrected=wording.count("{n} month", "{n} months", one.corrected),
    )


def _suggested_by(wording: Wording, one: told.SuggestedBy) -> str:
    who = person_with_discipline(wording, one.name, one.discipline)
    return suggested_when(wording, who, one.since, one.visit)


def _planned(wording: Wording, one: told.Planned) -> str:
    slots = {slot.casefold() for slot in one.often.slots}
    other = (name for name in one.routines if name.casefold() not in slots)
    routines = wording.text(", ").join(wording.own(name) for name in other)
    return wording.line_of((how_often(wording, one.often), routines))


def _replaced(wording: Wording, one: told.Replaced) -> str:
    signs = ", ".join(f"U+{ord(sign[0]):04X}" for sign in one.characters)
    return wording.count(
        "{n} character cannot be drawn here and is shown as ◻: {signs}",
        "{n} characters cannot be drawn here and are shown as ◻: {signs}",
        len(one.characters),
        signs=signs,
    )


def _plan_part(wording: Wording, one: told.PlanPart) -> str:
    said = wording.line_of(say(wording, part) for part in one.told)
    return wording.text("{when}: {what}", when=wording.between(one.start, one.end), what=said)


def _days_by_plan(wording: Wording, one: told.DaysByPlan) -> str:
    return wording.text("; ").join(_plan_part(wording, part) for part in one.parts)


def _days_since(wording: Wording, one: told.DaysSince) -> str:
    changed = wording.count(
        "the kind of plan changed {n} time", "the kind of plan changed {n} times", one.changes
    )
    return wording.text("; ").join((changed, _plan_part(wording, one.last)))


_WORDS: Mapping[type, Words] = {
    told.NotToday: lambda w, one: w.count("{n} not today", "{n} not today", one.days),
    told.NotWritten: lambda w, one: w.count("{n} not written", "{n} not written", one.days),
    told.TimesNotToday: lambda w, one: w.count(
        "{n} time not today", "{n} times not today", one.times
    ),
    told.TimesNotWritten: lambda w, one: w.count(
        "{n} time not written", "{n} times not written", one.times
    ),
    told.ExtraTimes: lambda w, one: w.count("{n} extra time", "{n} extra times", one.times),
    told.OutsideTimes: lambda w, one: w.count(
        "{n} time outside the plan", "{n} times outside the plan", one.times
    ),
    told.ToldNotToday: lambda w, one: w.count(
        "{n} time told as not today", "{n} times told as not today", one.days
    ),
    told.ExtraDays: lambda w, one: w.count("{n} extra day", "{n} extra days", one.days),
    told.TooFewToSumUp: lambda w, one: w.count(
        "{n} rating: too few to sum up", "{n} ratings: too few to sum up", one.n
    ),
    told.Unrated: lambda w, one: w.count("{n} not rated", "{n} not rated", one.times),
    told.WrittenLater: lambda w, one: w.count("{n} written later", "{n} written later", one.times),
    told.NotesAsWritten: lambda w, _: w.text("The family's notes are left as they were written."),
    told.NothingWritten: lambda w, _: w.text("nothing is written down for these days"),
    told.Joined: _joined,
    told.DidItOn: _did_it_on,
    told.LeftOut: _left_out,
    told.DayRange: _day_range,
    told.TimesOf: _times_of,
    told.PlanMet: _plan_met,
    told.LevelCounts: _level_counts,
    told.MiddleLevel: _middle_level,
    told.OtherRatings: _other_ratings,
    told.UnsettledVersions: _unsettled_versions,
    told.AgeInMonths: _age_in_months,
    told.SuggestedBy: _suggested_by,
    told.Planned: _planned,
    told.Replaced: _replaced,
    told.PlanPart: _plan_part,
    told.DaysByPlan: _days_by_plan,
    told.DaysSince: _days_since,
    told.NumberSum: _number_sum,
    told.NumberSummary: _number_summary,
    told.AtLeast: _at_least,
    told.Direction: _direction,
    told.InAim: _in_aim,
    told.TriesOf: tries_of,
    told.TheDays: lambda w, one: w.between(one.start, one.end),
    told.MostOften: _most_often,
    told.NothingRated: lambda w, _: w.text("these days have no rating of this kind"),
    told.AllLeftOut: lambda w, _: w.text("all planned days were left out"),
    told.OnlyExtra: lambda w, _: w.text("only used on days it wasn’t planned"),
    told.NothingFits: lambda w, _: w.text("nothing written down for these days fits the filter"),
    told.SumsFromTo: _sums_from_to,
    told.LowestHighest: _lowest_highest,
    told.WrittenDown: _written_down,
    told.InTheMiddle: _in_the_middle,
    told.MiddleByPlan: _middle_by_plan,
    told.MiddleSince: _middle_since,
    told.RatedApart: _rated_apart,
    told.TooFewInEach: _too_few_in_each,
    told.DaysFromTo: _days_from_to,
    told.BeforeAndSince: _before_and_since,
    told.MostDays: lambda w, _: w.text("did it on most planned days"),
    told.ThanBefore: _than_before,
    told.SideBySide: _side_by_side,
    told.EachBarIs: _each_bar_is,
    told.UpsAndDowns: _ups_and_downs,
    told.OneSession: _one_session,
    told.LaterIsBetter: _later_is_better,
    told.NeedsValues: _needs_values,
    told.NeedsBothSides: _needs_both_sides,
    told.NeedsTries: _needs_tries,
    told.NeedsVisit: lambda w, _: w.text("a visit in these days, with days before it, is needed"),
    told.NeedsDirection: lambda w, _: w.text(
        "this needs a plan that says if more or less is better"
    ),
    told.RatedInTwoWays: lambda w, _: w.text(
        "before and since the visit it was rated in two ways, so there are no pairs"
    ),
    told.OnlyWithoutFilter: lambda w, _: w.text("this is told only where no filter is on"),
}
"""The words of each sentence: a line here, or a function where a line is too short."""
