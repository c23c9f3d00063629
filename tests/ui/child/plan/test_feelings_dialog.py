"""How a routine is for the family, in words that are kept for the family."""

from datetime import timedelta
from uuid import uuid4

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.ladders_and_feelings import ConfidenceRating, RoutineRating
from homejournal.ui.child.plan.feelings import FeelingDots
from homejournal.ui.widgets.wrapping_labels import WrapLabel
from tests.ui.child.outcomes.test_ladder_and_reviews import asks
from tests.ui.conftest import SUNDAY
from tests.ui.forms import choose_line, dialog, lines_of, press, undo_by_keys
from tests.ui.whole_window.test_every_page import nameless

__all__ = ["asks"]


def feelings(page, hands):
    press(hands, "How is it?", page.cards[0])
    return dialog()


def answer(hands, form, row, name):
    hands.click(next(pill for pill in list(form.rows.values())[row].pills if pill.words == name))


def test_how_it_is_is_said_in_words_and_kept_for_the_family(asks, open_plan, hands):
    page = open_plan(asks)
    form = feelings(page, hands)
    assert nameless(form) == []
    labels = hands.texts(form)
    assert "Bath · How does this routine feel for us?" in labels
    assert "How sure do I feel doing this?" in labels
    assert "Earlier" not in labels
    press(hands, "Save", form)
    assert "Choose an answer, or close this." in hands.texts(form)
    answer(hands, form, 0, "1 · very hard")
    answer(hands, form, 1, "4")
    form.who.set_value(asks.mom.id)
    press(hands, "Save", form)
    found = {type(feeling): feeling for feeling in asks.journal.feelings.of(asks.child.id)}
    assert (found[RoutineRating].level, found[RoutineRating].helper) == (1, asks.mom.id)
    assert (found[ConfidenceRating].level, found[ConfidenceRating].day) == (4, SUNDAY)
    form = feelings(page, hands)
    said = {
        "March 22, 2026 · Bath · 1 of 5, where 5 is very good · Mom",
        "March 22, 2026 · how sure · 4 of 5, where 5 is very sure · Mom",
    }
    assert said <= set(hands.texts(form))
    form.reject()


def test_a_second_answer_in_a_week_is_asked_about_first(asks, open_plan, hands):
    page = open_plan(asks)
    for name in ("2", "3"):
        form = feelings(page, hands)
        answer(hands, form, 0, name)
        press(hands, "Save", form)
    words = [text for text in hands.texts(form) if text.startswith("You already wrote this")]
    assert "for Bath this week" in words[0]
    assert [feeling.level for feeling in asks.journal.feelings.of(asks.child.id)] == [2]
    press(hands, "Save", form)
    assert [feeling.level for feeling in asks.journal.feelings.of(asks.child.id)] == [3]
    undo_by_keys(page, hands)
    assert [feeling.level for feeling in asks.journal.feelings.of(asks.child.id)] == [2]


def test_an_answer_can_be_removed(asks, open_plan, hands):
    page = open_plan(asks)
    form = feelings(page, hands)
    answer(hands, form, 1, "5 · very sure")
    press(hands, "Save", form)
    form = feelings(page, hands)
    press(hands, "Remove", form)
    assert asks.journal.feelings.of(asks.child.id) == ()
    assert "Earlier" not in hands.texts(form)
    form.reject()


def test_earlier_answers_that_wrap_stand_apart(asks, open_plan, hands):
    page = open_plan(asks)
    form = feelings(page, hands)
    answer(hands, form, 0, "2")
    answer(hands, form, 1, "3")
    press(hands, "Save", form)
    form = feelings(page, hands)
    form.resize(420, form.height())
    QApplication.processEvents()
    told = [one for one in form.findChildren(WrapLabel) if one.text().startswith("March 22")]
    one, other = sorted(told, key=lambda label: label.mapTo(form, QPoint()).y())
    assert one.height() > 1.5 * one.fontMetrics().height()
    under = one.mapTo(form, QPoint(0, one.heightForWidth(one.width()))).y()
    assert other.mapTo(form, QPoint()).y() >= under + 6
    form.reject()


def seen(page, hands):
    """Return what the first card says of how it is, in sight and to people who listen."""
    found = page.cards[0].findChildren(FeelingDots)
    dots = [one.accessibleName() for one in found if one.isVisible()]
    return [text for text in hands.texts(page.cards[0]) if " of 5 on " in text], dots


def test_the_last_answers_are_seen_on_the_card_over_time(asks, open_plan, hands):
    (routine,) = asks.journal.family().routines
    for weeks, level in ((2, 2), (1, 3), (0, 4)):
        day = SUNDAY - timedelta(weeks=weeks)
        asks.journal.feelings.save(
            [RoutineRating(id=uuid4(), child=asks.child.id, routine=routine, day=day, level=level)]
        )
    page = open_plan(asks)
    words = "Bath: 2 on March 8, 3 on March 15, 4 on March 22. 1 is very hard, 5 is very good."
    assert seen(page, hands) == (["Bath: 4 of 5 on March 22, 2026"], [words])


def test_whoever_does_not_want_to_be_asked_is_not_until_undo(asks, open_plan, hands):
    page = open_plan(asks)
    form = feelings(page, hands)
    answer(hands, form, 1, "5 · very sure")
    press(hands, "Save", form)
    assert seen(page, hands)[0] == ["How sure: 5 of 5 on March 22, 2026"]
    choose_line(page, "Do not ask how it is for us", about="")
    assert seen(page, hands) == ([], [])
    assert "How is it?" not in hands.texts(page.cards[0])
    undo_by_keys(page, hands)
    assert "How is it?" in hands.texts(page.cards[0])
    assert "Do not ask how it is for us" in lines_of(page, about="")
