"""Head and rows as pictures: on one axis, told apart after a fax, with a place for each mark."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image, ImageChops

from homejournal.domain.looking_back.chart_series import Shape
from homejournal.domain.looking_back.strategy_rows import Sign, strategy_rows
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import Often, StepKind
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, RatingPlan, levels_of
from homejournal.reports.chart_words.row_words import NoteMark
from homejournal.reports.charts.chart_frame import Rect
from homejournal.reports.charts.style import fill_of
from homejournal.reports.strategy_rows import pictures as rows_module
from homejournal.reports.strategy_rows.head import height_of_head
from homejournal.reports.strategy_rows.pictures import (
    head_on_paper,
    head_picture,
    head_svg,
    row_height,
    row_on_paper,
    row_picture,
    row_svg,
)
from homejournal.reports.strategy_rows.row_sheet import Outline, RowLook, RowSheet, filled
from homejournal.reports.strategy_rows.strip import draw_sign
from homejournal.texts.wording import wording_of
from tests.domain.looked_back import back_at_small
from tests.domain.small import ANY_3, NUMBER, Small
from tests.family import day, days
from tests.reports.fax import PPI, faxed
from tests.reports.sample_rows import LONG, QUARTER, YEARS, all_rows

EN, AR = wording_of("en"), wording_of("ar")
LOOK = RowLook(dpi=144)
SCREEN = RowLook(width=6.0, hatched=False)
ROWS = all_rows()
ALL = YEARS._replace(start=date(1990, 1, 1))
MEALS, CHANGED, MINUTES, TRIES, ANY, DAYS = range(6)


def pixels(picture):
    return Image.frombuffer("RGBA", (picture.width, picture.height), picture.rgba)


def color_at(picture, x, y):
    return pixels(picture).getpixel((round(x), round(y)))


def marks_of(picture, start):
    return [mark for mark in picture.marks if mark.start == start]


def middle(box):
    return box.x + box.width / 2, box.y + box.height / 2


@pytest.mark.usually(period=[days(2, 29), YEARS])
@pytest.mark.parametrize("period", [days(2, 29), QUARTER, LONG, YEARS])
@pytest.mark.parametrize("wording", [EN, AR])
def test_a_day_lies_at_the_same_place_in_the_head_and_in_every_row(period, wording):
    rows = all_rows(period)
    head = head_picture(rows, wording, LOOK)
    pictures = [row_picture(rows, at, wording, LOOK) for at in range(len(rows.rows))]

    assert {one.width for one in pictures} == {head.width}
    assert {one.stretches for one in pictures} == {head.stretches}
    for picture, row in zip(pictures, rows.rows, strict=True):
        assert picture.height == pytest.approx(row_height(row, LOOK) * 2, abs=1)


@pytest.mark.parametrize("lanes", [0, 1, 3])
def test_a_head_keeps_the_lines_that_it_is_asked_for(lanes):
    rows = all_rows()
    look = replace(LOOK, lanes=lanes)
    head = head_picture(rows, EN, look)
    assert head.height == pytest.approx(height_of_head(rows.axis, lanes, look) * 2, abs=1)
    # What has no line of its own is told by its mark all the same.
    assert len(head.marks) == len(head_picture(rows, EN, LOOK).marks)


def test_each_day_has_a_mark_with_its_words():
    picture = row_picture(ROWS, MEALS, EN, SCREEN)
    (monday, week) = marks_of(picture, day(2))

    assert monday.words == "Monday, March 2: breakfast: did it, dinner: did it"
    assert week.words.startswith("Week of March 2: a lot of help 5, some help 4; 9 ratings")
    assert marks_of(picture, day(5))[0].words == (
        "Thursday, March 5: breakfast: did it, dinner: not written"
    )


def test_what_was_done_outside_the_plan_says_so():
    picture = row_picture(ROWS, DAYS, EN, SCREEN)

    assert marks_of(picture, day(3))[0].words == "Tuesday, March 3: used anyway"


def test_dots_and_the_parts_of_a_week_have_marks():
    dots = [
        mark for mark in row_picture(ROWS, MINUTES, EN, SCREEN).marks if "minutes" in mark.words
    ]
    parts = [
        mark for mark in row_picture(ROWS, CHANGED, EN, SCREEN).marks if mark.start != mark.end
    ]

    assert len(dots) == len(ROWS.rows[MINUTES].chart.dots)
    assert [(mark.start, mark.end) for mark in parts][:3] == [
        days(2, 8),
        days(9, 11),
        days(12, 15),
    ]
    assert "the plan changed on March 12" in parts[2].words


def test_the_head_has_a_mark_for_visits_bands_and_events():
    words = [mark.words for mark in head_picture(ROWS, EN, SCREEN).marks]

    assert words == [
        "March 11 to March 12: left out: sick",
        "Monday, March 16: visit",
        "March 21: We moved",
    ]


def test_notes_stand_at_their_days_in_a_larger_picture():
    notes = (NoteMark(day(3), "She laughed"), NoteMark(day(40), "Later"))
    large = replace(SCREEN, ratings=150.0)
    picture = row_picture(ROWS, MEALS, EN, large, notes)

    assert [mark.words for mark in picture.marks if "laughed" in mark.words] == [
        "Tuesday, March 3: She laughed"
    ]
    assert not any("Later" in mark.words for mark in picture.marks)
    assert picture.height > row_picture(ROWS, MEALS, EN, SCREEN).height + 100


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ("35 12", ["10", "20", "30"]),
        ("7 1", ["2", "4", "6"]),
        ("0.4", ["0.1", "0.2", "0.3", "0.4"]),
    ],
)
def test_a_larger_picture_of_numbers_has_a_scale_and_the_middle_of_each_plan(values, lines):
    small = Small(values, kind=NUMBER)
    rows = strategy_rows([back_at_small(small)])

    def words(look, wording=EN):
        figure = rows_module._row(rows, 0, wording, look, ()).sheet.figure
        return [text.get_text() for text in figure.texts]

    large = replace(SCREEN, ratings=90.0)
    assert words(large)[: len(lines)] == lines
    assert any("middle value" in told for told in words(large))
    assert words(large, AR)
    assert not any("middle value" in told for told in words(SCREEN))


def test_a_plan_on_which_nothing_was_rated_has_no_middle_in_a_larger_picture():
    small = Small("35 12 . . . . .", kind=NUMBER)
    small.change(9, rating=RatingPlan(kind=NUMBER))
    rows = strategy_rows([back_at_small(small, days(2, 15))])
    figure = rows_module._row(rows, 0, EN, replace(SCREEN, ratings=90.0), ()).sheet.figure
    told = [text.get_text() for text in figure.texts]
    assert len([one for one in told if "middle value" in one]) == 1


def test_time_runs_from_the_right_where_reading_does():
    left, right = (row_picture(ROWS, MEALS, one, SCREEN) for one in (EN, AR))

    assert [mark.start for mark in left.marks] == [mark.start for mark in right.marks]
    for one, other in zip(left.marks, right.marks, strict=True):
        assert middle(one.box)[0] == pytest.approx(left.width - middle(other.box)[0], abs=1)
    for picture in (left, right):
        place = middle(marks_of(picture, day(6))[0].box)
        assert picture.day_at(place[0]) == day(6)
    assert right.day_at(-5) == day(29)
    assert right.day_at(10_000) == day(2)


def test_a_day_left_out_lies_on_a_band_only_where_the_mark_applies():
    ada, bea = Small("1 s s 1"), Small("1 1 s 1")
    rows = strategy_rows([back_at_small(ada), back_at_small(bea)])

    for at, on in ((0, True), (1, False)):
        picture = row_picture(rows, at, EN, SCREEN)
        box = marks_of(picture, day(3))[0].box
        ground = color_at(picture, box.x + 2, box.y + box.height + 6)
        assert (ground[3] > 0) is on


def test_a_change_of_the_plan_is_a_solid_line_in_its_row_alone():
    for at, solid in ((CHANGED, True), (MEALS, False)):
        picture = row_picture(ROWS, at, EN, SCREEN)
        x = round(marks_of(picture, day(12))[0].box.x)
        reds = [color_at(picture, x, y)[0] for y in range(picture.height)]
        assert (max(reds) < 150) is solid


def test_without_ratings_there_is_only_the_strip():
    row = ROWS.rows[DAYS]
    rated = strategy_rows([back_at_small(Small("y y"))]).rows[0]

    assert row_height(row, LOOK) == row_height(rated, LOOK) < 15
    assert row_height(ROWS.rows[TRIES], LOOK) > 50


def test_many_times_a_day_never_take_more_room_than_the_page_has():
    slots = tuple(map(str, range(30)))
    small = Small(often=Often(times=30, slots=slots))
    rows = strategy_rows([back_at_small(small)])

    assert row_height(rows.rows[0], LOOK) < 80
    assert row_picture(rows, 0, EN, LOOK).marks


def test_a_day_that_does_not_count_has_no_mark():
    rows = strategy_rows([back_at_small(Small("1 2"), today=4)])
    picture = row_picture(rows, 0, EN, SCREEN)

    assert [mark.start for mark in picture.marks if mark.start == mark.end] == [day(2), day(3)]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("hatched", [False, True])
def test_tints_alone_are_for_the_screen(dark, hatched):
    look = replace(SCREEN, dark=dark, hatched=hatched)
    picture = row_picture(ROWS, MEALS, EN, look)
    last = marks_of(picture, day(16))[-1]
    colors = pixels(picture).crop(
        tuple(round(one) for one in (
            last.box.x + last.box.width * 0.3, last.box.y + 2,
            last.box.x + last.box.width * 0.7, last.box.y + last.box.height - 2,
        ))
    ).getcolors(10_000)  # fmt: skip
    assert (len(colors) > 40) is hatched


def test_svg_is_the_same_each_time_and_names_no_letter():
    for make in (lambda: head_svg(ROWS, "en", LOOK), lambda: row_svg(ROWS, MEALS, "en", LOOK)):
        one = make()
        head_on_paper.cache_clear()
        row_on_paper.cache_clear()
        assert one == make()
        assert one.startswith("<?xml")
        assert "<text" not in one


def on_paper(draw, wide=0.6, high=0.6):
    """Draw on a white sheet, as a printer and then a fax see it."""
    figure = Figure(figsize=(wide, high), dpi=PPI * 4)
    sheet = RowSheet(ROWS.axis, EN, RowLook(width=wide), high * 72)
    draw(sheet)
    sheet.finish()
    figure = sheet.sheet.figure
    figure.patch.set_facecolor("white")
    figure.set_dpi(PPI * 4)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    file = io.BytesIO()
    image = Image.frombuffer("RGBA", canvas.get_width_height(), bytes(canvas.buffer_rgba()))
    image.convert("L").reduce(4).save(file, format="png")
    return faxed(file.getvalue())


def black(image):
    return image.histogram()[0] / (image.width * image.height)


@pytest.mark.parametrize("kind", [RatingKind.HELP, RatingKind.WENT])
@pytest.mark.parametrize("high", [6.0, 20.0])
def test_neighboring_levels_are_told_apart_after_a_fax(kind, high):
    def of(level):
        look = filled(fill_of(kind, level), "none", 0.0)
        return on_paper(lambda sheet: sheet.box(look, Rect(10.0, 10.0, 24.0, high)))

    shares = [black(of(level)) * 43.2 * 43.2 / (24 * high) for level in levels_of(kind)]
    assert all(after - before >= 0.1 for before, after in pairwise(shares)), shares


@pytest.mark.parametrize("wide", [6.6, 2.6])
def test_every_sign_is_another_one_after_a_fax(wide):
    faxes = {
        sign: on_paper(lambda sheet, sign=sign: draw_sign(sheet, sign, Rect(20, 20, wide, 6.6)))
        for sign in Sign
    }
    for one, other in combinations(faxes, 2):
        assert ImageChops.difference(faxes[one], faxes[other]).getbbox(), (one, other)


def test_where_no_day_is_planned_by_name_a_long_strip_draws_no_share():
    small = Small("1 1", often=ANY_3)
    small.change(4, StepKind.PAUSE)
    small.write("1", start=day(20))
    small.write("s s s s s s s", start=day(-12))
    rows = strategy_rows([back_at_small(small, LONG)])
    picture = row_picture(rows, 0, EN, SCREEN)

    said = [mark.words for mark in picture.marks if mark.words.startswith("Week")]
    assert said == [
        "Week of March 2, 2026: did it on 2 days",
        "Week of March 16, 2026: 1 time outside the plan",
    ]
    out = Small("s s s s s s s")
    (left, *_) = row_picture(strategy_rows([back_at_small(out, LONG)]), 0, EN, SCREEN).marks
    assert left.words == "Week of March 2, 2026: 7 left out"


def test_sums_go_below_zero_and_zero_is_a_line():
    small = Small("5 -3 0", kind=NUMBER).replan(RatingPlan(kind=NUMBER, better=Better.MORE))
    small.write("0", kind=NUMBER, start=day(-30))
    rows = strategy_rows([back_at_small(small, LONG)])
    picture = row_picture(rows, 0, EN, SCREEN)

    assert rows.rows[0].chart.shape is Shape.SUMS
    assert [mark.words.partition(": ")[2][:2] for mark in picture.marks if "time" in mark.words]
    dots = strategy_rows([back_at_small(small)])
    assert row_picture(dots, 0, EN, SCREEN).marks


def test_a_few_ratings_look_few():
    def height_of_first(told):
        rows = strategy_rows([back_at_small(Small(told, kind=RatingKind.HELP))])
        (bar, *_) = [
            mark.box
            for mark in row_picture(rows, 0, EN, SCREEN).marks
            if mark.words.startswith("Week of") or mark.start != mark.end
        ]
        return bar.height

    one, five, seven = map(height_of_first, ("1", "1 1 1 1 1", "1 1 1 1 1 1 1"))
    assert one < five / 2
    assert five == pytest.approx(seven, abs=2)


@pytest.mark.parametrize("low", [None, "0", "3"])
@pytest.mark.parametrize("high", [None, "5"])
def test_an_aim_may_be_open_at_an_end(low, high):
    aim = Aim(low=low and Decimal(low), high=high and Decimal(high))
    plan = RatingPlan(kind=NUMBER, aim=aim)
    rows = strategy_rows([back_at_small(Small("4 4", kind=NUMBER).replan(plan))])

    assert "Week of" not in row_picture(rows, 0, EN, SCREEN).marks[-1].words


@pytest.mark.usually(width=[0.2, 1.0])
@pytest.mark.parametrize("period", [days(2, 29), days(6, 29), LONG, YEARS, ALL])
@pytest.mark.parametrize("width", [0.2, 0.4, 1.0, 3.0])
def test_however_narrow_the_axis_is_it_names_a_day(period, width):
    head = head_picture(all_rows(period), EN, RowLook(width=width))

    assert any(head.rgba)


def test_numbers_never_lie_on_each_other():
    small = Small("1111111111 1111111111 2222222222", often=Often(times=10))
    small.change(3, how="Wait longer")
    small.change(4, how="Wait no longer")
    small.write("1 . . . . . . 1 . . . . . . 1", start=day(9))

    def numbers(period, width):
        rows = strategy_rows([back_at_small(small, period)])
        figure = rows_module._row(rows, 0, EN, RowLook(width=width), ()).sheet.figure
        return [text.get_text() for text in figure.texts]

    # The first one that has room says what they count.
    assert numbers(days(2, 5), 4.0) == ["10 rated", "10", "10"]
    # Among weeks two of three have room, and one where none has.
    assert numbers(days(2, 29), 2.0) == ["10", "10", "1 rated", "1", "1"]
    assert numbers(days(2, 5), 0.4) == ["10"]


def test_a_week_that_was_done_and_not_rated_leaves_what_is_counted_to_the_next_one():
    small = Small("y y")
    small.write("2 3", start=day(9))
    rows = strategy_rows([back_at_small(small, days(2, 15))])
    figure = rows_module._row(rows, 0, EN, RowLook(width=6.0), ()).sheet.figure

    assert [text.get_text() for text in figure.texts] == ["none rated", "2 rated"]


def test_nothing_taken_is_an_empty_bar():
    rows = strategy_rows([back_at_small(Small("0/3", kind=RatingKind.TRIES))])

    assert "took 0 of 3" in row_picture(rows, 0, EN, SCREEN).marks[-1].words


def test_a_number_over_a_bar_stays_readable_on_a_dotted_line():
    small = Small("1 1 1 1 1 1 1")
    small.child.add(
        LifeEvent(id=small.child.id("move"), child=small.child.child.id, day=day(5), words="Moved")
    )
    rows = strategy_rows([back_at_small(small)])
    figure = rows_module._row(rows, 0, EN, SCREEN, ()).sheet.figure

    assert len(figure.findobj(Rectangle)) == 2, "the ground of the figure, and that of the number"


def test_shapes_of_one_look_are_drawn_at_once():
    sheet = RowSheet(ROWS.axis, EN, LOOK, 40.0)
    for at in range(50):
        sheet.box(Outline("#000000"), Rect(at, 0.0, 1.0, 1.0))
    sheet.finish()

    assert len(sheet.sheet.figure.findobj(lambda one: hasattr(one, "get_paths"))) == 1
