"""Every number is read back out of what is said, in each language, and held to a naive count.

The families have all kinds of plans and changes between kinds, two homes, pauses, marks of all
kinds. What must be said of a stretch follows from the product's rules, not from the code.
"""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import Period
from homejournal.domain.days.ratings import ENOUGH
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    by_visit,
    dots_in,
    look_back,
)
from homejournal.domain.sentences import values
from homejournal.domain.sentences.allowed_sentences import days_headline, tell_ratings, times_told
from homejournal.domain.sentences.headlines import headline
from homejournal.texts.sentences import say
from homejournal.texts.wording import languages, wording_of
from tests.domain.brute_look_back import BruteLookBack
from tests.domain.brute_ratings import ratings, ratings_of_days
from tests.domain.looked import parts
from tests.domain.looking_back.test_looking_back_twice import brute
from tests.domain.random_families import ROUTINES, SLOTS, Counted, families
from tests.texts.reading import (
    LEVELS,
    clause,
    days_in,
    in_figures,
    read_days,
    read_groups,
    read_middles,
    read_within,
)

pytestmark = pytest.mark.unmeasured

ONE = timedelta(days=1)
many = settings(max_examples=120, deadline=None)


def truth_of(counter: BruteLookBack, stretch: Period) -> dict:
    """What has to be said of the days of a stretch, clause by clause, and nothing else."""
    block = counter.counted(*stretch)
    if block["planned"] is None:
        return days_of_a_week(block)
    said = {}
    known = block["planned"] and block["not_written"] != block["planned"]
    most = block["did_it"] + block["not_written"]
    if known and block["not_written"]:
        open_days = (block["not_written"], block["did_it"], most)
        said["did_from_to"] = (block["did_it"], block["planned"], *open_days)
    elif known:
        said["did_of"] = (block["did_it"], block["planned"])
    told_apart = () if "did_from_to" in said else ("not_written",)
    for name in ("not_today", *told_apart, "left_out"):
        if block[name]:
            said[name] = (block[name],)
    if block["not_written"] and not known:
        said["between"] = (block["did_it"], most, block["planned"])
    if not (block["planned"] or block["left_out"]):
        return times_of(block) or {"nothing": ()}
    return said


def days_of_a_week(block) -> dict:
    said = {}
    if block["did_it"] or not block["times"]:
        said["did"] = (block["did_it"],)
    if block["weeks_judged"]:
        met, judged, unsure = (block[n] for n in ("plan_met", "weeks_judged", "weeks_unsure"))
        if unsure:
            said["plan_perhaps_met"] = (met, judged, unsure, met, met + unsure)
        else:
            said["plan_met"] = (met, judged)
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


def told_of(family: Counted) -> tuple[BruteLookBack, date, date]:
    """A naive counter, and the first and last day that are told."""
    start, end = family.frame.period
    return brute(family), start, min(end, family.frame.today)


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
        counter, start, end = told_of(family)
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
        counter, start, end = told_of(family)
        said = [
            part
            for time in times_told(look_back(family.written()))
            for part in read_days(say(wording, time), language)[0]
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


WITHOUT_NUMBERS = (
    values.NothingRated,
    values.AllLeftOut,
    values.RatedApart,
    values.Direction,
    values.NothingWritten,
)
"""What says nothing of a number; the days of other ratings are held by other tests."""
MIDDLES = (values.InTheMiddle, values.MiddleByPlan, values.MiddleSince)


def truth_of_ratings(block) -> dict:
    """What each clause about ratings has to say, whichever of them is said."""
    known = block["n"] - block["at_least"]
    middle = (block["low"], block["high"], block["median"], known)
    alike = (block["low"],) if block["low"] == block["high"] else ()
    most = max((block["levels"] or {0: 0}).values(), default=0)
    return {
        "sum" if not block["at_least"] else "sum_at_least": (block["sum"],),
        "middle_of_days": middle,
        "middle_of_times": middle,
        "alike_on_days": (*alike, known),
        "alike_times": (*alike, known),
        "at_least": (block["at_least"],),
        "on_days": (block["n"],),
        "times": (block["n"],),
        "tries": (block["took"], block["of"], block["n"]),
        "low_high": (block["low"], block["high"]),
        "always": alike,
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
        said = parts(headline((dots_in if dots else bars_in)(back)))
        if not dots:
            reading.check_sums(said)
        for one in said:
            if isinstance(one, MIDDLES):
                reading.check_middles(say(wording_of(language), one))
            elif not isinstance(one, (*WITHOUT_NUMBERS, values.SumsFromTo)):
                reading.check_clause(say(wording_of(language), one))

    read_back()


@pytest.mark.parametrize("language", languages())
def test_the_ratings_of_a_stretch_are_told_as_they_were_counted(language):
    wording = wording_of(language)

    @many
    @given(families())
    def read_back(family: Counted):
        reading = Reading(family, language)
        if reading.asked is None:
            return
        back = look_back(family.written())
        block = back.counted.block(reading.stretch)
        said = [part for line in tell_ratings(block, back.rating) for part in parts(line)]
        reading.check_aims([one for one in said if isinstance(one, values.InAim)])
        for one in said:
            if isinstance(one, values.LevelCounts):
                reading.check_levels(say(wording, one))
            elif isinstance(one, values.MiddleLevel):
                ((middle,), _) = read_middles(say(wording, one), language)
                assert middle.middle == ends_of(block.median)
            elif not isinstance(one, (values.InAim, values.Direction)):
                reading.check_clause(say(wording, one))

    read_back()


@pytest.mark.parametrize("language", languages())
def test_both_sides_of_a_visit_are_told_as_they_were_counted(language):
    wording = wording_of(language)

    @many
    @given(families())
    def read_back(family: Counted):
        reading, back = Reading(family, language), look_back(family.written())
        for around in back.visits:
            day, (start, end) = around.visit.day, reading.stretch
            sides = [reading.block(start, day - ONE), reading.block(day, end)]
            line = parts(headline(by_visit(back, around)))
            found = [one for one in line if isinstance(one, values.BeforeAndSince)]
            assert bool(found) == reading.is_told(sides)
            for one in found:
                before, since = read_groups(say(wording, one), language)
                assert days_in(before.head, language) == [day]
                assert not days_in(since.head, language)
                reading.check_groups([before, since], sides)

    read_back()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("of_slots", [False, True])
def test_routines_and_times_of_the_day_are_told_as_they_were_counted(language, of_slots):
    wording = wording_of(language)

    @many
    @given(families())
    def read_back(family: Counted):
        reading = Reading(family, language)
        back = look_back(family.written())
        series = (by_slot if of_slots else by_routine)(back)
        names = SLOTS if of_slots else ("bath", "car")
        blocks = {name: reading.of_part(at, of_slots=of_slots) for at, name in enumerate(names)}
        enough = {name for name, block in blocks.items() if known_of(block) >= ENOUGH}
        assert {one.name for one in series.groups} == enough if series else len(enough) < 2
        for part in parts(headline(series)) if series else ():
            if isinstance(part, values.SideBySide):
                groups = read_groups(say(wording, part), language)
                assert {group.head for group in groups} == enough
                reading.check_groups(groups, [blocks[group.head] for group in groups])

    read_back()


class Reading:
    """Reads what is said of the ratings of a family, and compares it with the naive count."""

    def __init__(self, family: Counted, language: str):
        self.counter, *stretch = told_of(family)
        self.language, self.stretch = language, Period(*stretch)
        days = list(self.counter.days(*self.stretch))
        self.rating = self.counter.asked(days, self.stretch.end)
        self.asked = self.rating if days and self.rating.kind.value != "none" else None

    def check_clause(self, said):
        name, read = clause(in_figures(said, self.language), self.language)
        truth = truth_of_ratings(self.counter.block(*self.stretch, [], self.asked))
        assert read == pytest.approx(truth[name]), said
        of_days = self.asked.kind.value == "number" and self.asked.per.value == "day"
        assert not (of_days and name in {"times", "middle_of_times", "alike_times"}), said
        assert of_days or name not in {"on_days", "middle_of_days", "alike_on_days"}, said

    def block(self, start, end):
        return self.counter.block(start, end, [], self.rating)

    def check_sums(self, told):
        """What is added up in each full week, where several have a number."""
        found = [one for one in told if isinstance(one, values.SumsFromTo)]
        whole = [week for week in self.counter.weeks(*self.stretch) if self.is_whole(week)]
        sums = [self.block(*week)["sum"] for week in whole]
        sums = sorted(one for one in sums if one is not None)
        if self.rating.kind.value != "number" or self.rating.better not in {None, "more"}:
            sums = []
        assert len(found) == (len(sums) > 1)
        for one in found:
            said = in_figures(say(wording_of(self.language), one), self.language)
            ends = (sums[0], sums[-1]) if sums[0] != sums[-1] else (sums[0],)
            name = "sums" if len(ends) > 1 else "same_sums"
            assert clause(said, self.language) == (name, pytest.approx(ends)), said

    def is_whole(self, week):
        return len(list(self.counter.days(*week))) == 7

    def check_levels(self, said):
        """How many of each level, lowest first."""
        given = self.block(*self.stretch)["levels"]
        pieces = in_figures(said, self.language).split(" · ")
        words = LEVELS[self.language]
        assert [
            (re.fullmatch(f"(?:{words[at]}) (.*)", piece) or [])[1]
            for at, piece in enumerate(pieces)
        ] == [str(given.get(at, 0)) for at in range(1, len(pieces) + 1)], said

    def check_aims(self, told):
        """How many numbers are in the aim of the plan, which stands beside them."""
        aim = self.rating.aim
        ends = aim and (aim.low, aim.high)
        aims = self.block(*self.stretch)["aims"]
        truth = [tuple(each[1:]) for each in aims if (each[0]["low"], each[0]["high"]) == ends]
        assert len(told) == len(truth)
        for one, (inside, of) in zip(told, truth, strict=True):
            read = read_within(say(wording_of(self.language), one), self.language)
            assert (read.inside, read.of) == (inside, of)
            assert (read.low, read.high) == ends
            assert read.of_days == (self.rating.per.value == "day")

    def is_told(self, blocks):
        """Whether groups are told one by one: not where none has what is asked for."""
        if self.rating.kind.value != "none":
            return any(block["n"] for block in blocks)
        written = any(block["times"] or block["not_today"] for block in blocks)
        return written and not all(block["planned"] == 0 for block in blocks)

    def of_part(self, at, *, of_slots):
        """The ratings of one routine, or of one time of the day, as if there were no others."""
        days = list(self.counter.days(*self.stretch))
        measured = [d for d in days if not self.counter.is_of_other_measure(d, self.rating)]
        if of_slots:
            own = [(d, p) for d in days for p in self.counter.done(d) if p.slot == SLOTS[at]]
            own = [(day, one) for day, one in own if SLOTS[at] in self.named(day)]
        else:
            routine = ROUTINES[at]
            own = [(d, p) for d in days for p in self.counter.done(d) if p.routine == routine]
        aims = dict.fromkeys(measured)
        if self.rating.kind.value == "number" and self.rating.per.value == "day":
            return ratings_of_days(own, aims, set())
        return ratings(self.rating.kind.value, own, aims)

    def named(self, day):
        """The times of the day that the plan of a day names, also where nothing is planned."""
        step = self.counter.step(day)
        often = self.counter.said(step, "often") if step else None
        return often.slots if often and often.kind.value == "times_a_day" else ()

    def check_groups(self, groups, blocks):
        for group, block in zip(groups, blocks, strict=True):
            name, read = self.truth_of_group(block)
            assert group.said == (name, pytest.approx(read)), group

    def truth_of_group(self, block):
        """What has to be said of one of the things that stand side by side."""
        kind, known = self.rating.kind.value, known_of(block)
        if kind == "none":
            return days_of_group(block)
        if kind == "tries":
            return (
                ("took", (block["took"], block["of"], block["n"])) if known else ("no_rating", ())
            )
        if block["median"] is None:
            none = ("only_open", ()) if block["at_least"] else ("no_rating", ())
            return ("few", (known,)) if known else none
        low, high = block["low"], block["high"]
        ends = () if low is None or low == high else (low, high)
        return "middle", (*ends_of(block["median"]), known, *ends)

    def check_middles(self, said):
        middles, changes = read_middles(said, self.language)
        stretches = self.counter.stretches(*self.stretch)
        rated = [cut for cut in stretches if known_in(self.counter, cut, self.asked)]
        shown = stretches if len(rated) > 1 else [self.stretch]
        if changes is not None:
            assert (changes, middles[0].days) == (len(stretches) - 1, [shown[-1][0]])
            shown = shown[-1:]
        elif middles[0].days:
            assert [(middle.days[0], middle.days[-1]) for middle in middles] == shown
        for middle, cut in zip(middles, shown, strict=True):
            block = self.counter.block(*cut, [], self.asked)
            assert middle.n == known_in(self.counter, cut, self.asked), said
            assert middle.middle == pytest.approx(ends_of(block["median"])), said


def days_of_group(block):
    if block["planned"] is None:
        return "did", (block["did_it"],)
    if not block["planned"]:
        return "no_days", ()
    if block["not_written"]:
        most = block["did_it"] + block["not_written"]
        open_days = (block["not_written"], block["did_it"], most)
        return "did_from_to", (block["did_it"], block["planned"], *open_days)
    return "did_of", (block["did_it"], block["planned"])


def known_of(block) -> int:
    return block["n"] - block["at_least"]


def known_in(counter, cut, asked) -> int:
    return known_of(counter.block(*cut, [], asked))
