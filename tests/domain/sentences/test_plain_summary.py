"""The plain sentence of a strategy: most days, less help, more often, or nothing of it."""

import pytest
from hypothesis import given, settings

from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.records.plan import Often, Weekday
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.sentences.plain_summary import plain_summary, with_help_before
from homejournal.domain.sentences.values import InShort, MostDays, ThanBefore, Verdict
from tests.domain.looked_back import back_at_small
from tests.domain.random_families import Counted
from tests.domain.random_families import families as random_families
from tests.domain.small import ANY_3, HELP, NUMBER, TWICE, WENT, Small
from tests.family import day, days

TWO_WEEKS = days(2, 15)
EASIER = "1 1 1 2 1 1 1 | 3 3 3 3 4 3 3"


def said(small: Small, period=TWO_WEEKS):
    return plain_summary(back_at_small(small, period, today=16))


def visited(text: str, often=None, kind=HELP) -> Small:
    small = Small(text, often=often, kind=kind)
    small.child.visit(day(9))
    return small


def changed(text: str, **said) -> Small:
    small = Small(text)
    small.change(9, how="Wait longer", **said)
    return small


def verdicts(told):
    return [(one.verdict, one.day) for one in told if isinstance(one, ThanBefore)]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("1 1 1 1 . . . 1 1 1 1 . . .", True),
        ("1 1 1 1 . . . 1 1 1 . . . .", False),
        ("1 1 1 1 1 1 1 1 n n n n n n", True),
        ("1 1 s s s s s s s s s s s .", True),
        ("s s s s s s s s s s s s s s", False),
    ],
)
def test_most_days_is_over_half_of_the_planned_ones_with_none_given_away(text, most):
    assert (MostDays() in said(Small(text))) is most


def test_where_no_days_are_planned_by_name_nobody_says_most_days():
    assert said(Small("1 1 1 1 1 1 1 1 1 1 1 1 1 1", often=ANY_3)) == ()


def test_less_help_stands_at_a_change_of_the_plan_and_at_a_visit():
    for small, change in ((changed(EASIER), day(9)), (visited(EASIER), None)):
        (_, told) = said(small)

        assert told.plan_changed == change
        assert (told.verdict, told.day) == (Verdict.LESS_HELP, day(9))
        assert told.before == InShort(kind=HELP, n=7, low=1, high=1, counts=((1, 6), (2, 1)))
        assert told.since == InShort(kind=HELP, n=7, low=3, high=3, counts=((3, 6), (4, 1)))


def test_more_help_is_said_just_as_plainly():
    assert verdicts(said(visited("4 4 3 4 4 4 4 | 1 2 2 2 2 1 2"))) == [(Verdict.MORE_HELP, day(9))]


@pytest.mark.parametrize(
    "text",
    [
        "1 1 1 1 . . . | 3 3 3 3 3 3 3",  # four ratings before
        "1 1 1 1 1 1 1 | 3 3 3 3 . . .",  # four since
        "1 1 1 2 2 2 . | 2 2 2 3 3 3 .",  # between 1 and 2, between 2 and 3
        "2 2 2 2 2 2 2 | 2 2 2 2 2 2 2",
    ],
)
def test_no_verdict_stands_where_middles_touch_or_ratings_are_few(text):
    assert verdicts(said(visited(text))) == []


def test_the_change_of_the_plan_goes_before_visits_and_newer_visits_before_older():
    small = changed(EASIER)
    small.child.visit(day(11))
    assert verdicts(said(small)) == [(Verdict.LESS_HELP, day(9))]

    small = visited(EASIER)
    small.child.visit(day(10))
    assert verdicts(said(small)) == [(Verdict.LESS_HELP, day(10))]


def test_ratings_of_two_kinds_are_never_compared():
    small = changed("1 1 1 1 1 1 1", rating=RatingPlan(kind=WENT))
    small.write("3 3 3 3 3 3 3", kind=WENT, start=day(9))

    assert verdicts(said(small)) == []


@pytest.mark.parametrize(("kind", "text"), [(WENT, EASIER.replace("4", "3")), (NUMBER, EASIER)])
def test_of_other_ratings_both_sides_are_told_elsewhere(kind, text):
    assert verdicts(said(visited(text, kind=kind))) == []


def test_more_often_is_said_where_no_day_not_written_can_change_it():
    (told,) = said(visited("y n n n n n . | y y y y y y .", kind=RatingKind.NONE))

    assert (told.verdict, told.day) == (Verdict.MORE_OFTEN, day(9))
    assert (told.before.days, told.before.planned, told.before.not_written) == (1, 7, 1)
    assert (told.since.days, told.since.planned, told.since.not_written) == (6, 7, 1)


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("y n . . . . . | y y y y y y .", None),
        ("y y y n n n n | n n n y y n n", None),
        ("n n n n n n n | y y y y y y y", ANY_3),
        ("n n n n n n n | y y y y y y y", Often(weekdays=(Weekday.MON, Weekday.TUE))),
    ],
)
def test_more_often_is_not_said_where_ranges_touch_or_days_are_few(text, often):
    assert verdicts(said(visited(text, often=often, kind=RatingKind.NONE))) == []


def test_more_often_is_not_said_where_the_plan_itself_is_another():
    small = Small("y n n n n n n | y y y y y y y", kind=RatingKind.NONE)
    small.change(9, often=TWICE)

    assert verdicts(said(small)) == []


def with_week_before(small, *, period=None, told=None):
    """The summary of the second week where the first one is what stands before it."""
    period = period or days(9, 15)
    back = back_at_small(small, period, today=16)
    first = back_at_small(small, days(2, 8), today=16)
    before = (days(2, 8), first.numbers.total)
    return with_help_before(plain_summary(back) if told is None else told, back, before)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (EASIER, Verdict.LESS_HELP),
        ("4 4 4 4 4 4 4 | 1 1 1 1 1 1 1", Verdict.MORE_HELP),
        ("2 2 2 2 2 2 2 | 2 2 2 2 2 2 2", None),
        ("1 1 1 1 . . . | 3 3 3 3 3 3 3", None),  # four ratings before
    ],
)
def test_help_is_compared_with_the_days_before_and_else_both_sides_are_told(text, verdict):
    (*_, told) = with_week_before(Small(text))

    assert (told.verdict, told.start, told.day) == (verdict, day(2), day(9))
    assert told.before.n == 7 - text.count(".")
    assert told.since.n == 7


def test_without_help_before_both_sides_of_the_newest_visit_are_told():
    small = visited(". . . . . . . | 2 2 2 3 2 2 2")
    small.child.visit(day(12))

    (*_, told) = with_week_before(small)

    assert (told.verdict, told.start, told.day) == (None, day(9), day(12))
    assert (told.before.n, told.since.n) == (3, 4)


@pytest.mark.parametrize(
    ("at", "text"), [(9, EASIER), (5, EASIER), (9, "2 2 2 2 2 2 2 | 2 2 2 2 2 2 2")]
)
def test_whoever_is_told_both_sides_is_told_that_the_plan_changed_in_their_days(at, text):
    small = visited(text)
    small.change(at, how="Wait longer")
    (*_, told) = with_week_before(small)
    assert told.plan_changed == day(at)


def test_a_change_of_the_plan_on_other_days_is_none_between_both_sides():
    small = visited(EASIER)
    small.change(2, how="Wait longer")
    for told in (said(small)[-1], with_week_before(small)[-1]):
        assert (told.verdict, told.plan_changed) == (Verdict.LESS_HELP, None)


@pytest.mark.parametrize("kind", [WENT, NUMBER])
def test_of_other_ratings_there_is_nothing_to_say_of_help(kind):
    assert with_week_before(Small(EASIER.replace("4", "3"), kind=kind)) == (MostDays(),)


def test_what_tells_of_help_already_and_a_change_of_plan_tell_nothing_more():
    small = visited(EASIER)
    back = back_at_small(small, TWO_WEEKS, today=16)
    told = plain_summary(back)
    assert with_help_before(told, back, None) == told
    changing = changed("2 2 2 2 2 2 2 | 2 2 2 2 2 2 2")
    assert with_week_before(changing, period=TWO_WEEKS) == (MostDays(),)


@settings(max_examples=150, deadline=None)
@given(random_families())
def test_of_any_family_a_verdict_has_five_on_both_sides_and_middles_apart(family: Counted):
    back = look_back(family.written())
    for told in plain_summary(back):
        if isinstance(told, MostDays):
            total = back.total
            assert total.did_it > total.planned - total.did_it
        elif told.verdict is Verdict.MORE_OFTEN:
            before, since = told.before, told.since
            assert min(before.planned, since.planned) >= 5
            most = (before.days + before.not_written) / before.planned
            assert since.days / since.planned > most - 1e-9
        else:
            assert min(told.before.n, told.since.n) >= 5
            less = told.since.low > told.before.high
            assert less is (told.verdict is Verdict.LESS_HELP)
            assert less or told.since.high < told.before.low
