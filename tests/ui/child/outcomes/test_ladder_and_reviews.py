"""Outcomes, ladders and reviews, as a person uses them on the page of outcomes."""

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
from homejournal.domain.records.plan import Area, Outcome
from homejournal.domain.records.visits import Visit
from homejournal.texts.wording import wording_of
from homejournal.ui.child.outcomes.outcome_dialogs import (
    LadderDialog,
    LadderRatingDialog,
    OutcomeDialog,
    ReviewDialog,
)
from homejournal.ui.child.outcomes.page import LadderView
from homejournal.ui.widgets.button import MoreButton, Pill
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from tests.ui.conftest import SUNDAY
from tests.ui.forms import dialog, press, type_in, undo_by_keys
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


def choose(page, words):
    """Choose behind the three dots of the only card."""
    (more,) = page.cards[0].findChildren(MoreButton)
    next(line for line in more.lines if line.text() == words).trigger()
    QApplication.processEvents()


def told(house):
    (found,) = house.journal.outcomes.of(house.child.id)
    return found


def write(hands, label, words):
    edit = hands.named(dialog(), QPlainTextEdit, label)
    edit.setFocus()
    hands.press(words)


def test_a_ladder_is_written_and_taken_back(asks, open_outcomes, hands):
    page = open_outcomes(asks)
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


def test_the_words_of_a_ladder_can_be_corrected(with_ladder, open_outcomes, hands):
    page = open_outcomes(with_ladder)
    choose(page, "Change the ladder…")
    assert isinstance(dialog(), LadderDialog)
    assert nameless(dialog()) == []
    write(hands, "+1: a little more than we hope for", "Signs")
    press(hands, "Save")
    (found,) = told(with_ladder).ladders
    assert (found.ladder.id, found.ladder.levels["1"]) == (with_ladder.ladder.id, "Signs")


def test_a_sentence_that_is_too_long_is_said(with_ladder, open_outcomes, hands):
    page = open_outcomes(with_ladder)
    choose(page, "Change the ladder…")
    dialog().edits[1].set_text("a" * 3000)
    press(hands, "Save")
    assert any("too long" in words for words in hands.texts(dialog()))
    dialog().reject()
    dialog().reject()


def test_it_is_rated_at_a_visit_by_its_sentence_and_never_beforehand(
    with_ladder, open_outcomes, hands
):
    page = open_outcomes(with_ladder)
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
    press(hands, "All dates", page)
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


def test_without_a_visit_a_sentence_says_what_to_do(with_ladder, open_outcomes, hands):
    with_ladder.journal.records.delete(with_ladder.visit.id)
    page = open_outcomes(with_ladder)
    press(hands, "Rate it at a visit…", page)
    hands.click(hands.named(dialog(), Pill, "0: Points"))
    press(hands, "Save")
    words = "A ladder is rated at a visit. Write the visit down on the Visits page first."
    assert words in hands.texts(dialog())
    dialog().reject()
    dialog().reject()


def test_a_step_and_a_whole_ladder_are_removed_and_come_back(with_ladder, open_outcomes, hands):
    rating = LadderRating(id=uuid4(), ladder=with_ladder.ladder.id, day=SUNDAY, level=1)
    with_ladder.journal.records.save(rating)
    page = open_outcomes(with_ladder)
    press(hands, "All dates", page)
    assert "March 22, 2026 · +1: a little more than we hope for" in hands.texts(page)
    press(hands, "Remove", page)
    assert told(with_ladder).ladders[0].ratings == ()
    undo_by_keys(page, hands)
    choose(page, "Remove the ladder")
    assert told(with_ladder).ladders == ()
    undo_by_keys(page, hands)
    assert told(with_ladder).ladders == (RatedLadder(ladder=with_ladder.ladder, ratings=(rating,)),)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [("A great deal of progress", Progress.A_GREAT_DEAL), ("Starting", Progress.STARTING)],
)
def test_what_a_review_said_is_written_in_its_own_words(asks, open_outcomes, hands, chosen, words):
    page = open_outcomes(asks)
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
    said = f"Review: March 15, 2026, at the visit · {chosen.lower()}"
    assert said in hands.texts(page)
    press(hands, "All dates", page)
    press(hands, "Remove", page)
    assert told(asks).reviews == ()
    undo_by_keys(page, hands)
    assert told(asks).reviews == (review,)


def test_a_review_without_a_visit_is_corrected_in_its_form(asks, open_outcomes, hands):
    review = OutcomeReview(
        id=uuid4(), outcome=asks.outcome.id, day=date(2026, 1, 5), words=Progress.YES
    )
    asks.journal.records.save(review)
    page = open_outcomes(asks)
    assert "Review: January 5, 2026 · yes" in hands.texts(page)
    ReviewDialog(page.desk, asks.outcome, review, page).ask()
    assert (dialog().yes.choice(), dialog().day.day()) == (Progress.YES, review.day)
    hands.click(hands.named(dialog(), Pill, "Some progress"))
    press(hands, "Save")
    assert told(asks).reviews[0].words is Progress.SOME


def test_a_journal_that_is_only_read_offers_nothing_to_write(with_ladder, open_outcomes, hands):
    page = open_outcomes(with_ladder)
    page.window().journal._store.write = False
    page.refresh()
    QApplication.processEvents()
    assert not {"Rate it at a visit…", "Write a ladder…", "Add an outcome"} & set(hands.texts(page))
    page.window().journal._store.write = True


def test_an_outcome_is_written_corrected_and_closed(three, open_outcomes, hands):
    page = open_outcomes(three)
    assert "No outcomes yet" in hands.texts(page)
    press(hands, "Add an outcome", page)
    type_in(hands, QPlainTextEdit, "What do you hope for?", "She eats with us")
    press(hands, "Adaptive")
    press(hands, "Save")
    (outcome,) = three.journal.family().outcomes.values()
    assert (outcome.text, outcome.areas) == ("She eats with us", (Area.ADAPTIVE,))
    choose(page, "Close the outcome…")
    press(hands, "Save")
    assert next(iter(three.journal.family().outcomes.values())).closed == three.journal.today()
    assert not page.cards[0].isVisible()
    press(hands, "Closed outcomes (1)", page)
    assert any("closed on March 22, 2026" in text for text in hands.texts(page))


def test_an_outcome_that_closed_before_it_began_is_refused(three, open_outcomes, hands):
    page = open_outcomes(three)
    OutcomeDialog(page.desk, three.child.id, None, page).ask()
    form = dialog()
    form.text.set_text("She eats with us")
    form.since.set_day(date(2026, 3, 1))
    form.closed.set_day(date(2026, 2, 1))
    press(hands, "Save")
    assert "It was closed before it began. Change one of the two days." in hands.texts(form)
    assert three.journal.family().outcomes == {}


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
