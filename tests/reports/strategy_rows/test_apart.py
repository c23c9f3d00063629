"""Words of heads and rows never lie on other words, on ticks or on the curve."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle

from homejournal.domain.looking_back.chart_series import DotSeries, LifeMark
from homejournal.domain.looking_back.strategy_rows import VisitTick, strategy_rows
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, RatingKind, RatingPlan
from homejournal.reports.strategy_rows.head import draw_head, head_of
from homejournal.reports.strategy_rows.pictures import _row
from homejournal.reports.strategy_rows.row_sheet import RowLook, RowSheet
from homejournal.texts.labels import aim_said
from homejournal.texts.wording import wording_of
from tests.domain.looked_back import back_at_small
from tests.domain.small import Small
from tests.family import day, days
from tests.reports.drawn import words_in
from tests.reports.sample_rows import all_rows

EN, AR = wording_of("en"), wording_of("ar")
PAPER, SCREEN = RowLook(width=4.0), RowLook(width=6.5, text=1.25)
NAMES = ("Dana", "Ben", "Carmen", "Maria Fernanda", "نور")
last = st.integers(0, 27)
visits = st.lists(st.tuples(last, st.sets(st.sampled_from(NAMES), max_size=3)), max_size=8)
events = st.lists(
    st.tuples(last, st.sampled_from(["We moved", "A baby sister", "m" * 60])), max_size=4
)
bands = st.lists(st.tuples(last, st.integers(0, 6), st.sampled_from(LeftOutReason)), max_size=4)


def with_head(axis, told):
    first = axis.period.start
    come, happened, away = told
    # Days left out are runs: none of them meets another.
    runs = []
    for at, long, why in sorted(away):
        if not runs or runs[-1][1] < at:
            runs.append((at, min(27, at + long), why))
    return replace(
        axis,
        visits=tuple(
            VisitTick(day=first + timedelta(days=at), people=tuple(sorted(who)))
            for at, who in sorted(come, key=lambda one: one[0])
        ),
        events=tuple(
            LifeMark(start=first + timedelta(days=at), end=first + timedelta(days=at), words=words)
            for at, words in sorted(happened)
        ),
        bands=tuple(
            LifeMark(start=first + timedelta(days=at), end=first + timedelta(days=end), reason=why)
            for at, end, why in runs
        ),
    )


@given(
    st.tuples(visits, events, bands), st.sampled_from([EN, AR]), st.sampled_from([PAPER, SCREEN])
)
def test_no_label_of_a_head_meets_another_or_a_date_and_no_tick_goes_through_one(
    told, wording, look
):
    axis = with_head(all_rows().axis, told)
    head = head_of(axis, wording, look)
    sheet = RowSheet(axis, wording, look, head.height)
    draw_head(sheet, head)
    words = words_in(sheet.sheet.figure)
    for one, other in combinations(words, 2):
        assert not one.meets(other, 0.5), (one, other)
    ticks = [line for lines in sheet.lines.values() for line in lines]
    for (x, foot), (_, top) in ticks:
        for one in words:
            inside = one.left + 1 < x < one.right - 1
            assert not (inside and foot + 1 < one.top and one.bottom < top - 1), (x, one)


def own_stem(sheet, label):
    """Return where the line of a mark stands, and the stripe of days left out."""
    if label.kind == "band":
        return None, sheet.span(label.start, label.end)
    if label.kind == "event":
        return sheet.x(label.start, 0.5), None
    edge = sheet.look.text  # a visit's line is as far from an edge as it is wide
    return min(max(sheet.x(label.start), edge), sheet.width - edge), None


def sharing(label, labels):
    """Return a label and those that have its number with it, in one place."""
    return [one for one in labels if one.place == label.place]


def touches_wrongly(sheet, label, other, labels):
    """Return whether a label would be taken for that of another mark."""
    left, right = label.place
    stem, stripe = own_stem(sheet, other)
    if stem is not None:
        return left < stem < right
    stems = [own_stem(sheet, one)[0] for one in sharing(label, labels) if label.explained]
    stands_on_it = any(mine is not None and stripe[0] <= mine <= stripe[1] for mine in stems)
    return left < stripe[1] and stripe[0] < right and not stands_on_it


@given(
    st.tuples(visits, events, bands),
    st.sampled_from([("en", ""), ("es", ""), ("ar", ""), ("en", "es"), ("ar", "en")]),
    st.floats(2.5, 7.0),
)
def test_each_mark_has_its_words_or_a_number_that_the_key_names_and_touches_no_other(
    told, languages, width
):
    axis, wording = with_head(all_rows().axis, told), wording_of(languages[0])
    look = RowLook(width=width, second_language=languages[1])
    head, sheet = head_of(axis, wording, look), RowSheet(axis, wording, look, 100.0)
    key = "    ".join(f" {line}" for line in head.key)
    together = wording.text("visits") in key
    assert len(head.labels) == len(axis.visits) + len(axis.events) + len(axis.bands)
    for label in head.labels:
        if label.kind == "visit" and together:
            assert label.place is None
            continue
        assert 0 <= label.place[0] < label.place[1] <= sheet.width + 0.01
        numbers = label.words.split(wording.text(", ")) if label.explained else []
        assert all(f" {number} " in key for number in numbers)
        assert "…" not in label.words
        of = sharing(label, head.labels)
        marks = [stripe or (stem, stem) for stem, stripe in (own_stem(sheet, one) for one in of)]
        assert label.place[0] - 3 < max(right for _, right in marks)
        assert min(left for left, _ in marks) < label.place[1] + 3
        for other in head.labels:
            shared = label.explained and other.place == label.place
            by_itself = other.kind == "visit" and together and label.explained
            if other is not label and not shared and not by_itself:
                assert not touches_wrongly(sheet, label, other, head.labels), (label, other)


values = st.lists(st.integers(0, 60), min_size=3, max_size=26)


@given(
    values,
    st.integers(0, 60),
    st.sampled_from([None, "minutes"]),
    st.sampled_from([EN, AR]),
    st.sampled_from([PAPER, SCREEN]),
)
def test_the_words_of_the_aim_meet_no_number_and_no_part_of_the_curve(
    values, aim, unit, wording, look
):
    plan = RatingPlan(kind=RatingKind.NUMBER, unit=unit, aim=Aim(high=Decimal(aim)))
    small = Small(" ".join(map(str, values)), kind=RatingKind.NUMBER).replan(plan)
    rows = strategy_rows([back_at_small(small, days(2, 29))])
    sheet = _row(rows, 0, wording, look, ())
    words = words_in(sheet.sheet.figure)
    told = [one for one in words if one.words in our_aim(plan, wording)]
    assert len(told) <= 1
    for one in told:
        assert not any(one.meets(other) for other in words if other is not one)
        for (left, low), (right, high) in curve(sheet):
            for part in range(51):
                x, y = left + (right - left) * part / 50, low + (high - low) * part / 50
                assert not (one.left < x < one.right and one.bottom < y < one.top)


def our_aim(plan, wording):
    said = [aim_said(wording, plan.aim, unit) for unit in (plan.unit, None)]
    return [*said, *(wording.text("our aim: {aim}", aim=one) for one in said)]


def curve(sheet):
    bar = sheet.sheet.ink.bar
    return [line for stroke, lines in sheet.lines.items() if stroke.color == bar for line in lines]


@pytest.mark.parametrize("look", [SCREEN, PAPER])
def test_where_there_is_room_the_aim_has_words(look):
    rows = all_rows()
    (at,) = [at for at, row in enumerate(rows.rows) if isinstance(row.chart, DotSeries)]
    figure = _row(rows, at, EN, look, ()).sheet.figure
    assert "our aim: at most 20 minutes" in [word.words for word in words_in(figure)]


@pytest.mark.parametrize("wording", [EN, wording_of("es"), AR])
@pytest.mark.parametrize("width", [1.2, 1.6, 2.0, 2.4, 4.0])
@pytest.mark.parametrize(("low", "high"), [(None, 20), (5, 20), (20, 20)])
def test_the_words_of_an_aim_are_whole_or_not_there_and_no_number_alone(wording, width, low, high):
    aim = Aim(low=None if low is None else Decimal(low), high=Decimal(high))
    plan = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", aim=aim)
    small = Small("3 5 4 6", kind=RatingKind.NUMBER).replan(plan)
    rows = strategy_rows([back_at_small(small, days(2, 29))])
    figure = _row(rows, 0, wording, replace(PAPER, width=width), ()).sheet.figure
    told = {word.words for word in words_in(figure)} - {wording.number(6), wording.number(3)}
    assert told <= set(our_aim(plan, wording)[0 if low != high else 2 :])
    assert bool(told) or width < 2


@pytest.mark.parametrize(
    ("aim", "foot", "grounds"),
    [
        (Aim(low=Decimal(30)), 15, 0),
        (Aim(low=Decimal(10)), 23, 0),
        (Aim(low=Decimal(7), high=Decimal(9)), 40, 1),
    ],
)
def test_a_number_stands_beside_the_line_of_the_aim_or_else_on_plain_ground(aim, foot, grounds):
    small = Small("3 8", kind=RatingKind.NUMBER).replan(RatingPlan(kind=RatingKind.NUMBER, aim=aim))
    rows = strategy_rows([back_at_small(small, days(2, 3))])
    figure = _row(rows, 0, EN, PAPER, ()).sheet.figure
    assert len([one for one in figure.findobj(Rectangle) if one.zorder > 3]) == grounds
    highest = next(word for word in words_in(figure) if word.words == "8")
    assert round(highest.bottom) == foot


@pytest.mark.parametrize(("width", "said"), [(4.0, ["7 rated", "none rated"]), (1.2, ["7"])])
def test_a_week_that_was_done_and_not_rated_has_no_zero(width, said):
    small = Small("1 2 2 3 4 2 2 | y y y y y . y")
    rows = strategy_rows([back_at_small(small, days(2, 29), 28)])
    figure = _row(rows, 0, EN, replace(PAPER, width=width), ()).sheet.figure
    assert [word.words for word in words_in(figure)] == said


def test_labels_of_the_head_stand_in_both_languages_and_name_people_once():
    told = ([(16, {"Ben"})], [(3, "We moved")], [(9, 1, LeftOutReason.SICK)])
    axis = with_head(all_rows().axis, told)
    head = head_of(axis, EN, replace(PAPER, width=6.0, second_language="es"))
    assert [label.words for label in head.labels] == [
        "We moved, Mar 5",
        "1",
        "visit · visita, Ben, Mar 18",
    ]
    assert head.key == ("1 sick · enfermedad, Mar 11–12",)


def test_dates_and_how_many_are_rated_stand_in_both_languages():
    rows, look = all_rows(), replace(PAPER, second_language="es")
    sheet = RowSheet(rows.axis, EN, look, head_of(rows.axis, EN, look).height)
    draw_head(sheet, head_of(rows.axis, EN, look))
    said = words_in(sheet.sheet.figure)
    (date,) = [word for word in said if word.words == "Mar 9"]
    (below,) = [word for word in said if word.words == "9 mar"]
    assert (below.left, below.top < date.bottom) == (pytest.approx(date.left, abs=1), True)
    assert any("visit · visita" in words for words in [word.words for word in said])
    rated = [word.words for word in words_in(_row(rows, 0, EN, look, ()).sheet.figure)]
    assert rated[0] == "9 rated"
    wide = replace(look, width=6.0)
    rated = [word.words for word in words_in(_row(rows, 0, EN, wide, ()).sheet.figure)]
    assert rated[0] == "9 rated · 9 valoradas"


def test_what_has_no_room_for_its_words_beside_the_other_marks_has_a_number():
    come = [(0, {"Lena"}), (15, {"Priya"})]
    told = (come, [(21, "Grandpa moved in with us.")], [(7, 2, LeftOutReason.SICK)])
    head = head_of(with_head(all_rows().axis, told), EN, PAPER)
    assert [label.words for label in head.labels] == ["1", "sick, Mar 9–11", "2", "3"]
    assert head.key == (
        "1 visit, Lena, Mar 2    2 visit, Priya, Mar 17    3 Grandpa moved in",
        "with us, Mar 23",
    )
    assert head.whole


def heads(width, *told, second=""):
    axis = with_head(all_rows(days(2, 29)).axis, told)
    return head_of(axis, EN, replace(PAPER, width=width, second_language=second))


def test_each_number_names_who_came_on_which_days():
    come = [(0, {"Dana"}), (6, {"Ben"}), (12, {"Dana"}), (20, set())]
    head = heads(4.0, come, [], [])
    assert [label.words for label in head.labels] == ["1", "2", "1", "visit, Mar 22"]
    assert head.key == ("1 visit, Dana, Mar 2, Mar 14    2 visit, Ben, Mar 8",)
    narrow = heads(1.5, come, [], [], second="es")
    assert [label.words for label in narrow.labels] == ["1", "2", "1", "3"]
    assert narrow.key == (
        "1 visit · visita, Dana,",
        "Mar 2, Mar 14    2 visit ·",
        "visita, Ben, Mar 8    3 visit",
        "· visita, Mar 22",
    )


def test_marks_that_stand_too_close_share_one_label():
    come, sick = [(9, {"Ben"}), (9, {"Dana"})], [(9, 0, LeftOutReason.SICK)]
    head = heads(3.0, come, [(9, "We moved. " * 20)], sick)
    assert {(label.words, label.place) for label in head.labels} == {
        ("1, 2, 3, 4", head.labels[0].place)
    }
    assert not head.whole


def test_marks_with_one_number_take_its_room_once_and_tell_each_day_once():
    one, three = (heads(3.0, [(0, set())] * many, [(0, "We moved")], []) for many in (1, 3))
    assert {(label.words, label.place) for label in three.labels} == {("1, 2", one.labels[0].place)}
    assert three.key == one.key == ("1 We moved, Mar 2    2 visit, Mar 2",)


def test_a_number_stands_on_its_stripe_beside_that_of_a_visit_in_it():
    head = heads(4.0, [(12, {"Dana"})], [], [(8, 8, LeftOutReason.AWAY)], second="es")
    assert [label.words for label in head.labels] == ["1", "2"]
    assert head.labels[0].place != head.labels[1].place


def test_many_visits_of_the_same_people_are_explained_once():
    head = heads(3.0, [(at, {"Dana"}) for at in range(0, 28, 2)], [], [])
    assert head.key == ("visits: Dana",)
    assert {label.words for label in head.labels} == {""}
    unknown = heads(1.0, [(at, set()) for at in range(0, 28, 2)], [], [], second="es")
    assert unknown.key == ("visits · visitas",)


def test_what_a_person_wrote_keeps_its_direction_on_each_line_of_the_key():
    told = ([(9, {"Ben"})], [(9, "Grandma Rosa stayed with us for two weeks in May")], [])
    head = head_of(with_head(all_rows().axis, told), AR, replace(PAPER, width=2.0))
    assert len(head.key) > 2
    for line in head.key:
        assert sum(map(line.count, "\u2066\u2067\u2068")) == line.count("\u2069")


def test_words_that_were_cut_end_their_direction_before_what_follows():
    told = (
        [(9, set())],
        [(8, "m" * 60)],
        [(9, 0, LeftOutReason.SICK), (10, 0, LeftOutReason.SICK)],
    )
    head = head_of(with_head(all_rows().axis, told), AR, replace(PAPER, width=2.5))
    assert head.key[0].endswith("…\u2069")
    assert not any("\u2068" in line for line in head.key[1:])


def test_days_of_two_months_or_years_are_told_whole():
    axis = replace(
        all_rows(days(2, 60)).axis,
        period=days(2, 60),
        visits=(),
        events=(),
        bands=(LifeMark(start=day(30), end=day(33), reason=LeftOutReason.AWAY),),
    )
    (label,) = head_of(axis, EN, PAPER).labels
    assert label.words == "away, Mar 30–Apr 2"
    (label,) = head_of(axis, wording_of("es"), PAPER).labels
    assert label.words == "fuera de casa, 30 mar–2 abr"
    years = strategy_rows([back_at_small(Small("1"), days(-300, 60))]).axis
    for end, words in ((12, "away, Mar 11–12"), (35, "away, Mar 11–Apr 4")):
        band = LifeMark(start=day(11), end=day(end), reason=LeftOutReason.AWAY)
        (label,) = head_of(replace(years, bands=(band,)), EN, PAPER).labels
        assert label.words == words
    band = LifeMark(start=day(-61), end=day(-58), reason=LeftOutReason.AWAY)
    (label,) = head_of(replace(years, bands=(band,)), EN, PAPER).labels
    assert label.words == "away, Dec 29–Jan 1"


@pytest.mark.parametrize(
    ("lanes", "words", "key"),
    [
        (0, {""}, ()),
        (1, {"", "visit, Dana, Mar 2", "sick, Mar 10–12"}, ()),
        (
            3,
            {"1", "2", "visit, Dana, Mar 2", "sick, Mar 10–12"},
            ("1 visit, Ben, Mar 18    2 visit, Carmen, Mar 22",),
        ),
    ],
)
def test_in_a_head_of_so_many_lines_there_are_no_numbers_without_a_key(lanes, words, key):
    come = [(0, {"Dana"}), (16, {"Ben"}), (20, {"Carmen"})]
    axis = with_head(all_rows().axis, (come, [], [(8, 2, LeftOutReason.SICK)]))
    head = head_of(axis, EN, replace(PAPER, lanes=lanes))
    assert {label.words for label in head.labels} == words
    assert head.key == key


def test_more_numbers_than_have_room_are_left_off():
    what = [(at, f"Something new {at}") for at in range(28)]
    head = heads(1.0, [], what, [])
    assert ({label.words for label in head.labels}, head.key, head.whole) == ({""}, (), False)


def test_where_there_is_no_room_at_all_the_aim_has_no_words():
    plan = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", aim=Aim(high=Decimal(20)))
    small = Small("19 21 " * 14, kind=RatingKind.NUMBER).replan(plan)
    rows = strategy_rows([back_at_small(small, days(2, 29))])
    said = [word.words for word in words_in(_row(rows, 0, EN, PAPER, ()).sheet.figure)]
    assert said == ["21", "19"]
