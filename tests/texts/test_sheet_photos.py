"""What is said of photos of filled-in weeks: what is read, stays, is asked, and was refused."""

from datetime import timedelta

import pytest

from homejournal.domain.papers.sheet_marks import Doubt, PhotoFault
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.today.sheet_photo import PhotosShown, photo_page
from homejournal.texts import sheet_photos as said
from homejournal.texts.wording import languages, wording_of
from tests.domain.papers.test_week_sheet import MONDAY, NOAH, WENT, step
from tests.domain.today.test_sheet_photo import (
    BEGUN,
    ONE,
    PAUSE,
    SLOTS,
    choice,
    did,
    ill,
    kept,
    mark,
    places,
    read,
    row,
    written,
)

EN = wording_of("en")
NAMES = {NOAH.id: "Noah", PAUSE.id: "Pause and wait"}


def lines(page):
    return [line for _, of_day in said.page_lines(EN, page, NAMES) for line in of_day]


def page_of(*choices, days=(), of=ONE, steps=(BEGUN,), **about):
    return photo_page(read(of, *choices, days=days), written(*steps, **about))


@pytest.mark.parametrize("language", languages())
def test_every_doubt_and_every_refusal_has_words_of_its_own(language):
    wording = wording_of(language)
    for words in (
        [said.doubt_said(wording, doubt) for doubt in Doubt],
        [said.fault_said(wording, fault) for fault in PhotoFault],
    ):
        assert all(words)
        assert len({*words}) == len(words)


def test_a_page_is_told_day_by_day_under_its_child_and_its_week():
    page = page_of(choice(places(day=1), 1), choice(places(), 4), days=[choice(ill())])
    assert said.page_title(EN, page, NAMES) == "Noah · March 23 to March 29, 2026"
    assert [*said.page_lines(EN, page, NAMES)] == [
        ("Monday, March 23", ["Pause and wait: not today"]),
        ("Tuesday, March 24", ["Pause and wait: some help"]),
    ]


def test_a_time_of_the_day_is_named():
    of = step(PAUSE, rating=WENT, often=SLOTS)
    page = page_of(choice(places("went"), 0), of=kept(row(of, "dinner")), steps=(of,))
    assert lines(page) == ["Pause and wait · Dinner: hard"]


@pytest.mark.parametrize(
    ("about", "line"),
    [
        ({"practices": [did(2)]}, "Pause and wait: some help (written already)"),
        ({"practices": [did(4)]}, "Pause and wait: some help (stays as written: 4, on own)"),
        ({"today": MONDAY - timedelta(days=1)}, "Pause and wait: some help (still to come)"),
    ],
)
def test_what_is_written_or_still_to_come_is_told_beside_what_is_read(about, line):
    assert lines(page_of(choice(places(), 1), **about)) == [line]


def test_what_is_not_clear_is_told_with_what_may_be_meant():
    doubtful = page_of(
        choice(places(), doubt=Doubt.TWO, likely=(1, 0)),
        choice(places(day=1), doubt=Doubt.LINE),
        days=[choice(ill(), doubt=Doubt.FAINT, likely=(0,))],
    )
    both = "more than one place is marked"
    assert lines(doubtful) == [
        f"Pause and wait: please look ({both}; perhaps some help, a lot of help)",
        "All strategies: please look (very faint; perhaps sick)",
        "Pause and wait: please look (a line through the day)",
    ]


def test_sick_and_away_of_a_day_that_is_left_out_already():
    away = mark(MarkKind.LEFT_OUT, None, reason=LeftOutReason.AWAY)
    assert lines(page_of(days=[choice(ill(), 0)], marks=[away])) == [
        "All strategies: sick (stays as written: away)"
    ]


def test_a_page_without_a_mark_and_one_of_another_plan_are_remarked_on():
    blank = page_of(choice(places()))
    later = page_of(choice(places(), 1), steps=(step(PAUSE, rating=WENT),))
    assert said.page_remarks(EN, page_of(choice(places(), 1))) == ()
    assert "No mark is seen" in said.page_remarks(EN, blank)[0]
    assert "read as it was printed" in said.page_remarks(EN, later)[0]


def test_a_page_of_which_much_is_hidden_is_better_taken_again():
    hidden = [choice(places(day=day), doubt=Doubt.HIDDEN) for day in range(4)]
    assert said.page_remarks(EN, page_of(*hidden[:3])) == ()
    (remark,) = said.page_remarks(EN, page_of(*hidden))
    assert remark.startswith("Part of the sheet is missing in the photo.")


def test_the_day_from_which_the_plan_changed_is_named():
    later = step(PAUSE, MONDAY.day + 1, StepKind.CHANGE, rating=WENT)
    page = page_of(choice(places(day=2), 1), steps=(BEGUN, later))
    (remark,) = said.page_remarks(EN, page)
    assert remark.startswith(
        "This sheet was printed before the plan changed from Tuesday, March 24 on."
    )


def test_how_much_is_saved_and_how_much_is_left_to_answer():
    new = page_of(choice(places(), 1), choice(places(day=1), doubt=Doubt.SPECK))
    old = page_of(choice(places(), 1), practices=[did(2)])
    both = PhotosShown(pages=(new, old))
    asked = "1 place is not clear. Look at the sheet, and type it in."
    assert said.summary(EN, both, saved=True) == ("1 answer is saved.", asked)
    assert said.summary(EN, both, saved=False) == ("1 answer can be saved.", asked)
    nothing = PhotosShown(pages=(old,))
    assert said.summary(EN, nothing, saved=True) == ("There is nothing new to save.",)
    assert said.summary(EN, PhotosShown(), saved=True) == ()


def test_where_the_boxes_are_is_told_with_a_word_of_care():
    told = said.crops_written(EN, "/home/kim/boxes", 2)
    assert told.startswith("The boxes of 2 pages are in /home/kim/boxes. Open each picture")
