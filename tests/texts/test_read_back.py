"""Every number is read back out of what is said, in each language, and held to a naive count.

The families have all kinds of plans and changes between kinds, two homes, pauses, marks of all
kinds. What must be said of a stretch follows from the product's rules, not from the code.
"""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain import look_back_sentences as looking
from homejournal.domain import number_sentences as numbers
from homejournal.domain import phase_sentences as phases
from homejournal.domain import sentences as told
from homejournal.domain.day_headlines import days_headline, times_told
from homejournal.domain.headlines import headline
from homejournal.domain.looking_back import bars_in, dots_in, look_back
from homejournal.domain.numbers import Period
from homejournal.texts.sentences import say
from homejournal.texts.wording import languages, wording_of
from tests.domain.brute_look_back import BruteLookBack
from tests.domain.looked import parts
from tests.domain.random_families import Counted, families
from tests.domain.test_looking_back_twice import brute
from tests.texts.reading import clause, in_figures, read_days, read_middles

ONE = timedelta(days=1)
many = settings(max_examples=120, deadline=None)


def truth_of(counter: BruteLookBack, stretch: Period) -> dict:
    """What has to be said of the days of a stretch, clause by clause, and nothing else."""
    block = counter.counted(*stretch)
    if block["planned"] is None:
        return days_of_a_week(block)
    said = {}
    known = block["planned"] and block["not_written"] != block["planned"]
    if known:
        said["did_of"] = (block["did_it"], block["planned"])
    for name in ("not_today", "not_written", "left_out"):
        if block[name]:
            said[name] = (block[name],)
    if block["not_written"]:
        most = block["did_it"] + block["not_written"]
        said["between"] = (block["did_it"], most, block["planned"])
    if not (block["planned"] or block["left_out"]):
        return times_of(block) or {"nothing": ()}
    return said


def days_of_a_week(block) -> dict:
    said = {}
    if block["did_it"] or not block["times"]:
        said["did"] = (block["did_it"],)
    if block["weeks_judged"]:
        said["plan_met"] = (block["plan_met"], block["weeks_judged"])
    for name in ("extra_days", "outside_times", "told_not_today", "left_out"):
        if block[name]:
            said[name] = (block[name],)
    written = block["times"] or block["not_today"] or block["left_out"]
    return said if written else {"nothing": ()}


def times_of(block) -> dict:
    """What has to be said of times: only where more than one a day is planned, and what is more."""
    said = {}
    if block["planned"] is None:
        return said
    if block["times_planned"] > block["planned"]:
        said["times_of"] = (block["times"] - block["extra"], block["times_planned"])
        for name in ("times_not_today", "times_not_written"):
            if block[name]:
                said[name] = (block[name],)
    for name in ("extra_times", "outside_times"):
        if block[name]:
            said[name] = (block[name],)
    return said


def kinds_in(counter: BruteLookBack, start, end) -> list[Period]:
    """The stretches of one kind of plan, from the first planned or written day to the last."""
    busy = counter.busy(start, end)
    cuts, before = [], None
    for day in counter.walk(busy[0], busy[-1]) if busy else []:
        kind = kind_on(counter, day)
        if not cuts or (kind and before and kind != before):
            cuts.append(day)
        before = kind or before
    ends = [*(day - ONE for day in cuts[1:]), *busy[-1:]]
    return [Period(*cut) for cut in zip(cuts, ends, strict=True)]


def kind_on(counter: BruteLookBack, day) -> str:
    step = counter.speaks(day)
    if step is None:
        return ""
    often = counter.said(step, "often")
    return often.kind.value if often else "times_a_day"


@pytest.mark.parametrize("language", languages())
def test_the_days_are_told_as_they_were_counted_and_no_part_is_left_out(language):
    wording = wording_of(language)

    @many
    @given(families())
    def read_back(family: Counted):
        counter = brute(family)
        start, end = family.frame.period
        end = min(end, family.frame.today)
        sentence = say(wording, days_headline(look_back(family.written())))
        read, changes = read_days(sentence, language)
        kinds = kinds_in(counter, start, end)
        whole = counter.counted(start, end)
        if not (whole["times"] or whole["not_today"] or whole["left_out"]):
            assert [part.said for part in read] == [{"nothing": ()}]
        elif len(kinds) < 2:
            assert [part.said for part in read] == [truth_of(counter, Period(start, end))]
        elif changes is None:
            assert [part.days for part in read] == kinds
            assert [part.said for part in read] == [truth_of(counter, cut) for cut in kinds]
        else:
            assert changes == len(kinds) - 1
            assert [(part.days, part.said) for part in read] == [
                (kinds[-1], truth_of(counter, kinds[-1]))
            ]

    read_back()


@pytest.mark.parametrize("language", languages())
def test_the_times_are_told_as_they_were_counted(language):
    wording = wording_of(language)

    @many
    @given(families())
    def read_back(family: Counted):
        counter = brute(family)
        start, end = family.frame.period
        end = min(end, family.frame.today)
        said = [
            part
            for one in times_told(look_back(family.written()))
            for part in read_days(say(wording, one), language)[0]
        ]
        kinds = kinds_in(counter, start, end)
        if len(kinds) < 2:
            truth = times_of(counter.counted(start, end)) if start <= end else {}
            assert [part.said for part in said] == ([truth] if truth else [])
        else:
            shown = kinds if len(kinds) <= 3 else kinds[-1:]
            expected = [(cut, times_of(counter.counted(*cut))) for cut in shown]
            assert [(p.days, p.said) for p in said] == [each for each in expected if each[1]]

    read_back()


# Ratings


OF_BARS = (
    looking.SumsFromTo,
    looking.LowestHighest,
    looking.EachBarIs,
    looking.NothingRated,
    looking.AllLeftOut,
    looking.TheDays,
    phases.RatedApart,
    numbers.Direction,
    told.NothingWritten,
)
"""What says nothing of a number, or only of those of the bars, which other tests hold to them."""
MIDDLES = (looking.InTheMiddle, phases.MiddleByPlan, phases.MiddleSince)


def truth_of_ratings(block) -> dict:
    """What each clause about ratings has to say, whichever of them is said."""
    known = block["n"] - block["at_least"]
    middle = (block["median"], block["low"], block["high"], known)
    most = max((block["levels"] or {0: 0}).values(), default=0)
    return {
        "sum" if not block["at_least"] else "sum_at_least": (block["sum"],),
        "middle_of_days": middle,
        "middle_of_times": middle,
        "alike_on_days": (block["median"], known),
        "alike_times": (block["median"], known),
        "at_least": (block["at_least"],),
        "on_days": (block["n"],),
        "times": (block["n"],),
        "tries": (block["took"], block["of"], block["n"]),
        "most_often": (most, block["n"]),
        "too_few": (block["n"],),
    }


def ends_of(middle) -> tuple:
    if middle is None:
        return ()
    return middle if isinstance(middle, tuple) else (middle,)


@pytest.mark.parametrize("language", languages())
def test_the_ratings_over_a_chart_are_told_as_they_were_counted(language):
    @many
    @given(families(), st.booleans())
    def read_back(family: Counted, dots):
        reading = Reading(family, language)
        if reading.asked is None:
            return
        back = look_back(family.written())
        for one in parts(headline((dots_in if dots else bars_in)(back))):
            if isinstance(one, MIDDLES):
                reading.check_middles(say(wording_of(language), one))
            elif not isinstance(one, OF_BARS):
                reading.check_clause(say(wording_of(language), one))

    read_back()


class Reading:
    """Reads what is said of the ratings of a family, and compares it with the naive count."""

    def __init__(self, family: Counted, language: str):
        self.counter, self.language = brute(family), language
        start, end = family.frame.period
        self.stretch = Period(start, min(end, family.frame.today))
        days = list(self.counter.days(*self.stretch))
        asked = self.counter.asked(days, self.stretch.end) if days else None
        self.asked = asked if asked and asked.kind.value != "none" else None

    def check_clause(self, said):
        name, read = clause(in_figures(said, self.language), self.language)
        truth = truth_of_ratings(self.counter.block(*self.stretch, [], self.asked))
        assert read == pytest.approx(truth[name]), said
        of_days = self.asked.kind.value == "number" and self.asked.per.value == "day"
        assert not (of_days and name in {"times", "middle_of_times", "alike_times"}), said
        assert of_days or name not in {"on_days", "middle_of_days", "alike_on_days"}, said

    def check_middles(self, said):
        middles, changes = read_middles(said, self.language)
        stretches = self.counter.stretches(*self.stretch)
        rated = [cut for cut in stretches if known_in(self.counter, cut, self.asked)]
        shown = stretches if len(rated) > 1 else [self.stretch]
        if changes is not None:
            assert (changes, middles[0].days) == (len(stretches) - 1, [shown[-1][0]])
            shown = shown[-1:]
        elif middles[0].days:
            assert [(one.days[0], one.days[-1]) for one in middles] == shown
        for one, cut in zip(middles, shown, strict=True):
            block = self.counter.block(*cut, [], self.asked)
            assert one.n == known_in(self.counter, cut, self.asked), said
            assert one.middle == pytest.approx(ends_of(block["median"])), said


def known_in(counter, cut, asked) -> int:
    block = counter.block(*cut, [], asked)
    return block["n"] - block["at_least"]
