"""What holds for the sentence over every chart of every family."""

from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.looking_back.make_look_back import bars_in, dots_in, look_back
from homejournal.domain.records.rating_scales import levels_of
from homejournal.domain.sentences import values as told
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.headlines import headline
from tests.domain.looked import parts
from tests.texts.everything_said import charts_of
from tests.texts.told_families import dense, sparse


@settings(max_examples=80, deadline=None)
@given(st.one_of(sparse(), dense()), st.booleans())
def test_a_middle_of_levels_is_told_of_five_ratings_or_on_screen_of_three_so_far(
    written, on_screen
):
    back = look_back(written)
    told_of = [parts(headline(chart, on_screen=on_screen)) for chart in charts_of(back)]
    for short in (short for line in told_of for part in line for short in shorts_in(part)):
        if levels_of(short.kind) and short.low is not None:
            assert short.n >= 5 or (on_screen and short.n >= 3)
            assert short.so_far == (short.n < 5)
            assert {short.low, short.high} <= {*levels_of(short.kind)}


def shorts_in(part):
    match part:
        case told.InTheMiddle(short) | told.MiddleSince(_, short):
            return [short]
        case told.MiddleByPlan(told_by_part):
            return [part.short for part in told_by_part]
        case told.BeforeAndSince(_, before, since):
            return [before, since]
        case told.SideBySide(_, groups):
            return [group.short for group in groups]
        case _:
            return []


@settings(max_examples=80, deadline=None)
@given(st.one_of(sparse(), dense()))
def test_while_a_day_is_not_written_no_headline_counts_days_without_a_range(written):
    back = look_back(written)
    block = back.total
    if block.not_written:
        heard = {type(part) for part in parts(days_headline(back))}
        ranges = {told.DaysFromTo, told.DayRange}
        assert len(ranges & heard) == 1 or heard == {told.NothingWritten}
        assert told.DidItOn not in heard
        for part in parts(headline(bars_in(back))):
            assert not isinstance(part, told.DidItOn) or part.planned is None


@settings(max_examples=80, deadline=None)
@given(st.one_of(sparse(), dense()))
def test_the_sums_in_the_headline_are_those_of_the_bars(written):
    series = bars_in(look_back(written))
    for part in parts(headline(series)):
        if isinstance(part, told.NumberSum):
            assert part.total == sum(bar.sum for bar in series.bars if bar.sum is not None)
        if isinstance(part, told.WrittenDown | told.TriesOf):
            assert part.n == sum(bar.n for bar in series.bars if bar.has(series.shape))
        if isinstance(part, told.MostOften):
            assert part.of == sum(bar.n for bar in series.bars)
            assert part.times * len(part.levels) <= part.of


@settings(max_examples=100, deadline=None)
@given(st.one_of(sparse(), dense()))
def test_a_middle_of_numbers_is_that_of_all_the_numbers_it_is_told_with(written):
    back = look_back(written)
    bars, dots = bars_in(back), dots_in(back)
    given_all = [dot.value for dot in dots.dots for _ in range(dot.times)]
    for part in (part for chart in (bars, dots) for part in parts(headline(chart))):
        if isinstance(part, told.NumberSummary):
            assert part.n == len(given_all)
            assert (part.low, part.high) == (min(given_all), max(given_all))
            assert part.median == median(given_all)
