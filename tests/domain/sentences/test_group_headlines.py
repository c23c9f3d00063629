"""The sentence over what stands side by side: around a visit, by routine, by time of day."""

from homejournal.domain.looking_back.chart_series import Grouping, GroupSeries, Shape
from homejournal.domain.looking_back.make_look_back import by_routine, by_slot, by_visit
from homejournal.domain.records.plan import Often, StepKind
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan
from homejournal.domain.sentences import values
from homejournal.domain.sentences.headlines import headline
from tests.domain.looked import Looked, parts
from tests.family import day

HELP, NUMBER = RatingKind.HELP, RatingKind.NUMBER
TRIES, NONE = RatingKind.TRIES, RatingKind.NONE
MINUTES = RatingPlan(kind=NUMBER, unit="minutes", better=Better.LESS)


def around(looked, visit=4, **frame):
    back = looked.back(visit=visit, **frame)
    return parts(headline(by_visit(back, back.visits[0])))


def test_before_and_since_a_visit_are_two_middles_and_which_way_is_better():
    found, direction = around(Looked("40 20 10 12", MINUTES))
    assert (found.visit, found.before.low, found.before.n) == (day(4), 30, 2)
    assert (found.since.low, found.since.n) == (11, 2)
    assert direction == values.Direction(Better.LESS)
    (levels,) = around(Looked("1 1 2 2 2 2 2", kind=HELP))
    assert (levels.before.low, levels.since.low, levels.since.high) == (None, 2, 2)


def test_of_counts_the_two_sides_tell_their_middles_and_never_sums():
    """Sums over unequal days would look like less, though each day is like the others."""
    counts = RatingPlan(kind=NUMBER, unit="words", better=Better.MORE)
    back = Looked("5 4 6 5 5 5 5 6 4", counts).back(visit=8, last=11)
    series = by_visit(back, back.visits[0])

    assert series.shape is Shape.MIDDLES
    found, _ = parts(headline(series))
    told = [(one.low, one.n, one.least, one.most) for one in (found.before, found.since)]
    assert told == [(5, 6, 4, 6), (5, 3, 4, 6)]


def test_before_and_since_a_visit_tries_and_days_are_told_as_they_are():
    (found,) = around(Looked("1/2 . 3/4 3/3", kind=TRIES))
    assert [(one.took, one.of) for one in (found.before, found.since)] == [(1, 2), (6, 7)]
    (found,) = around(Looked("y . y n", kind=NONE), last=5)
    assert [(one.days, one.planned, one.not_written) for one in (found.before, found.since)] == [
        (1, 2, 1),
        (1, 2, 0),
    ]


def test_around_a_visit_nothing_is_told_of_nothing():
    assert around(Looked("y y y", kind=HELP)) == (values.NothingRated(),)
    assert around(Looked(kind=HELP)) == (values.NothingWritten(),)
    assert around(Looked(kind=NONE)) == (values.NothingWritten(),)
    assert around(Looked("s " * 4, kind=NONE), last=5) == (values.AllLeftOut(),)
    only = Looked("y y y", kind=NONE)
    only.change(2, StepKind.PAUSE)
    assert around(only, visit=3) == (values.OnlyExtra(),)


def test_routines_and_times_of_the_day_stand_side_by_side_in_the_familys_order():
    slots = ("breakfast", "dinner")
    looked = Looked(kind=HELP, often=Often(times=2, slots=slots))
    routine = looked.child.routine("bath")
    looked.write("1 1 1 1 1", slots=("dinner",), routine=routine.id)
    looked.write("2 2 2 2 2", slots=("breakfast",), routine=looked.child.routine("meal").id)
    back = looked.back()
    found = headline(by_slot(back))
    assert (found.grouping, [group.name for group in found.groups]) == (Grouping.SLOT, [*slots])
    assert [group.short.low for group in found.groups] == [2, 1]
    assert {group.name for group in headline(by_routine(back)).groups} == {"bath", "meal"}


def test_groups_of_numbers_say_which_way_is_better_and_no_groups_say_nothing():
    looked = Looked(rating=MINUTES, often=Often(times=2, slots=("a", "b")))
    for slot in ("a", "b"):
        looked.write("3 3 3 3 3", kind=NUMBER, slots=(slot,))
    assert parts(headline(by_slot(looked.back())))[1] == values.Direction(Better.LESS)
    none = GroupSeries(grouping=Grouping.ROUTINE, shape=by_slot(looked.back()).shape, kind=NUMBER,
                       groups=())  # fmt: skip
    assert headline(none) == values.NothingWritten()
