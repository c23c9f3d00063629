"""Ladders, reviews and how it is for the family, as a person uses them on the Plan page."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit

from homejournal.domain.plan.outcomes import LadderStep, LadderTold, RatedLadder
from homejournal.domain.records.ladders_and_feelings import (
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
)
from homejournal.domain.records.plan import Outcome
from homejournal.domain.records.visits import Visit
from homejournal.texts.wording import wording_of
from homejournal.ui.child.plan.outcome_dialogs import (
    LadderDialog,
    LadderRatingDialog,
    ReviewDialog,
)
from homejournal.ui.child.plan.outcome_view import LadderView, OutcomeParts
from homejournal.ui.widgets.buttons.button import Pill
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from tests.ui.conftest import SUNDAY
from tests.ui.forms import dialog, press, undo_by_keys
from tests.ui.whole_window.test_every_page import nameless

LEVELS = {"-2": "Cries", "-1": "Looks", "0": "Points", "2": "Asks with words"}
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asks(house):
    """An outcome with a strategy, and a visit a week ago."""
    outcome = Outcome(id=uuid4(), child=house.child.id, text="Maya asks for more")
    visit = Visit(id=uuid4(), child=house.child.id, day=SUNDAY - timedelta(days=7))
    house.journal.records.save(outcome, visit)
    house.plan("Wait", routine="Bath")
    house.outcome, house.visit = outcome, visit
    return house


@pytest.fixture
def with_ladder(asks):
    asks.ladder = Ladder(id=uuid4(), outcome=asks.outcome.id, levels=LEVELS)
    asks.journal.records.save(asks.ladder)
    return asks


def shown(page, kind):
    """Return the part of that kind that is shown now; an older one may wait to be deleted."""
    return next(one for one in page.findChildren(kind) if one.isVisible())


def told(house):
    (found,) = house.journal.outcomes.of(house.child.id)
    return found


def write(hands, label, words):
    edit = hands.named(dialog(), QPlainTextEdit, label)
    edit.setFocus()
    hands.press(words)


def test_a_ladder_is_written_and_taken_back(asks, open_plan, hands):
    page = open_plan(asks)
    press(hands, "Write a ladder…", page)
    for label, words in (
        ("−2: much less than we hope for", "Cries"),
        ("−1: a little less than we hope for", "Looks"),
        ("0: what we hope for", "Points"),
    ):
        write(hands, label, words)
    press(hands, "Save")
    assert (
        "Please write what you hope for (0), and a sentence above it and one below it."
        in hands.texts(dialog())
    )
    write(hands, "+1: a little more than we hope for", "Asks")
    press(hands, "Save")
    assert told(asks).ladders[0].ladder.levels == {
        "-2": "Cries",
        "-1": "Looks",
        "0": "Points",
        "1": "Asks",
    }
    view = shown(page, LadderView)
    assert view.accessibleDescription() == "A ladder of five levels. Nothing is rated yet."
    assert "Write a ladder…" not in hands.texts(page)
    undo_by_keys(page, hands)
    assert told(asks).ladders == ()


def test_the_words_of_a_ladder_can_be_corrected(with_ladder, open_plan, hands):
    page = open_plan(with_ladder)
    press(hands, "Change the ladder…", page)
    assert isinstance(dialog(), LadderDialog)
    assert nameless(dialog()) == []
    write(hands, "+1: a little more than we hope for", "Signs")
    press(hands, "Save")
    (found,) = told(with_ladder).ladders
    assert (found.ladder.id, found.ladder.levels["1"]) == (with_ladder.ladder.id, "Signs")


def test_a_sentence_that_is_too_long_is_said(with_ladder, open_plan, hands):
    page = open_plan(with_ladder)
    press(hands, "Change the ladder…", page)
    dialog().edits[1].set_text("a" * 3000)
    press(hands, "Save")
    assert any("too long" in words for words in hands.texts(dialog()))
    dialog().reject()
    dialog().reject()


def test_it_is_rated_at_a_visit_by_its_sentence_and_never_beforehand(with_ladder, open_plan, hands):
    page = open_plan(with_ladder)
    press(hands, "Rate it at a visit…", page)
    form = dialog()
    assert isinstance(form, LadderRatingDialog)
    assert nameless(form) == []
    assert form.level.choice() is None
    assert [pill.words for pill in form.level.pills] == [
        "+2: Asks with words",
        "0: Points",
        "−1: Looks",
        "−2: Cries",
    ]
    press(hands, "Save", form)
    assert "Choose the sentence that fits." in hands.texts(form)
    hands.click(hands.named(form, Pill, "−1: Looks"))
    press(hands, "Save", form)
    (rating,) = told(with_ladder).ladders[0].ratings
    assert (rating.level, rating.day, rating.visit) == (
        -1,
        with_ladder.visit.day,
        with_ladder.visit.id,
    )
    assert "March 15, 2026 · −1: Looks" in hands.texts(page)
    assert "March 15, 2026 · −1: Looks" in shown(page, LadderView).accessibleDescription()
    page.grab()
    press(hands, "Rate it at a visit…", page)
    assert dialog().level.choice() == -1
    hands.click(hands.named(dialog(), Pill, "0: Points"))
    press(hands, "Save")
    (again,) = told(with_ladder).ladders[0].ratings
    assert (again.id, again.level) == (rating.id, 0)
    undo_by_keys(page, hands)
    assert told(with_ladder).ladders[0].ratings == (rating,)


def test_without_a_visit_a_sentence_says_what_to_do(with_ladder, open_plan, hands):
    with_ladder.journal.records.delete(with_ladder.visit.id)
    page = open_plan(with_ladder)
    press(hands, "Rate it at a visit…", page)
    hands.click(hands.named(dialog(), Pill, "0: Points"))
    press(hands, "Save")
    words = "A ladder is rated at a visit. Write the visit down on the Visits page first."
    assert words in hands.texts(dialog())
    dialog().reject()
    dialog().reject()


def test_a_step_and_a_whole_ladder_are_removed_and_come_back(with_ladder, open_plan, hands):
    rating = LadderRating(id=uuid4(), ladder=with_ladder.ladder.id, day=SUNDAY, level=1)
    with_ladder.journal.records.save(rating)
    page = open_plan(with_ladder)
    assert "March 22, 2026 · +1: a little more than we hope for" in hands.texts(page)
    parts = shown(page, OutcomeParts)
    press(hands, "Remove", parts)
    assert told(with_ladder).ladders[0].ratings == ()
    undo_by_keys(page, hands)
    press(hands, "Remove the ladder", shown(page, OutcomeParts))
    assert told(with_ladder).ladders == ()
    undo_by_keys(page, hands)
    assert told(with_ladder).ladders == (RatedLadder(ladder=with_ladder.ladder, ratings=(rating,)),)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [("A great deal of progress", Progress.A_GREAT_DEAL), ("Starting", Progress.STARTING)],
)
def test_what_a_review_said_is_written_in_its_own_words(asks, open_plan, hands, chosen, words):
    page = open_plan(asks)
    press(hands, "What the review said…", page)
    form = dialog()
    assert nameless(form) == []
    press(hands, "Save", form)
    assert "Choose the words of the review." in hands.texts(form)
    hands.click(hands.named(form, Pill, "Reached"))
    hands.click(hands.named(form, Pill, "Not yet"))
    assert form.how_far.choice() is None
    hands.click(hands.named(form, Pill, "No progress"))
    assert form.yes.choice() is None
    hands.click(hands.named(form, Pill, chosen))
    box = hands.named(form, QComboBox, "At which visit?")
    box.setCurrentIndex(1)
    assert form.day.day() == asks.visit.day
    press(hands, "Save", form)
    (review,) = told(asks).reviews
    assert (review.words, review.day, review.visit) == (words, asks.visit.day, asks.visit.id)
    said = f"March 15, 2026, at the visit · {chosen.lower()}"
    assert said in hands.texts(page)
    press(hands, "Remove", shown(page, OutcomeParts))
    assert told(asks).reviews == ()
    undo_by_keys(page, hands)
    assert told(asks).reviews == (review,)


def test_a_review_without_a_visit_is_corrected_in_its_form(asks, open_plan, hands):
    review = OutcomeReview(
        id=uuid4(), outcome=asks.outcome.id, day=date(2026, 1, 5), words=Progress.YES
    )
    asks.journal.records.save(review)
    page = open_plan(asks)
    assert "January 5, 2026 · yes" in hands.texts(page)
    ReviewDialog(page.desk, asks.outcome, review, page).ask()
    assert (dialog().yes.choice(), dialog().day.day()) == (Progress.YES, review.day)
    hands.click(hands.named(dialog(), Pill, "Some progress"))
    press(hands, "Save")
    assert told(asks).reviews[0].words is Progress.SOME


def test_a_journal_that_is_only_read_offers_nothing_to_write(with_ladder, open_plan, hands):
    page = open_plan(with_ladder)
    page.window().journal._store.write = False
    page.refresh()
    QApplication.processEvents()
    assert not {"Rate it at a visit…", "Write a ladder…", "How is it for us?"} & set(
        hands.texts(page)
    )
    page.window().journal._store.write = True


# --- how it is for the family --------------------------------------------------------------------


@pytest.mark.parametrize("many", [2, 6])
def test_in_a_narrow_window_the_sentences_keep_their_room_and_the_dots_stand_under_them(
    qtbot, many
):
    steps = [LadderStep(day=date(2026, 3, 1 + day), level=0) for day in range(many)]
    rungs = [(level, f"A sentence for the level {level}") for level in (2, 1, 0, -1, -2)]
    view = LadderView(wording_of("en"), LadderTold(tuple(rungs), tuple(steps)))
    column = ScrollColumn(edge=0)
    qtbot.addWidget(column)
    column.add(view)
    seen = {}
    for width in (900, 230):
        column.resize(width, 900)
        column.show()
        QApplication.processEvents()
        words = next(
            label for label in view.findChildren(QLabel) if label.text().endswith("level 2")
        )
        days = [label for label in view.findChildren(QLabel) if label.text().startswith("Mar")]
        seen[width] = [one.text() for one in days if one.isVisible()]
        assert words.width() > 140
        assert all(one.geometry().right() < width for one in days if one.isVisible())
    assert len(seen[900]) == many
    assert seen[230] == seen[900][-3:]
