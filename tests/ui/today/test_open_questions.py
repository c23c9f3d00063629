"""The next visit and the team's questions on Today: calm, and only where there is something."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from tests.ui.forms import field, press
from tests.ui.visits.coming.visiting import DAY, TODAY, a_question, a_visit, again, somebody, undo


def today(open_window, house, **said):
    page = open_window(house.journal, **said).page
    QApplication.processEvents()
    return page


def card(page):
    return page.asked


def test_without_questions_nothing_is_there(three, open_window):
    assert not card(today(open_window, three)).isVisible()


def test_the_next_visit_is_one_line_with_who_when_and_what_to_bring(three, open_window, hands):
    dana = somebody(three, "Ana")
    a_visit(three, 2, time=time(9, 30), people=(dana.id,), bring="The cup")
    said = [text.replace("\u202f", " ") for text in hands.texts(today(open_window, three))]
    line = "Next visit: Tuesday, March 24, 2026 at 9:30 AM · Ana · Bring: The cup"
    assert line in said


def test_a_question_is_answered_on_today_and_gone_and_undo_brings_it_back(
    three, open_window, hands
):
    dana = somebody(three, "Ana")
    asked = a_question(three, a_visit(three, -2), asked_by=dana.id, open=False)
    page = today(open_window, three)
    assert "Ana asked on March 20, 2026" in hands.texts(card(page))
    press(hands, "Yes", card(page))
    assert again(three, asked).answer == "Yes"
    assert not card(page).isVisible()
    undo(page)
    assert card(page).isVisible()
    assert "Does she point?" in hands.texts(card(page))


def test_two_stand_at_a_time_the_oldest_first_and_the_rest_one_press_away(
    three, open_window, hands
):
    visits = [a_visit(three, -n) for n in (1, 5, 9)]
    asked = [a_question(three, visit, f"How {n}?") for n, visit in enumerate(visits)]
    page = today(open_window, three)
    assert [row.asked for row in card(page).rows] == [asked[2], asked[1]]
    hands.click(hands.named(card(page).rows[0], QPushButton, "Answer…"))
    hands.press("At dinner")
    hands.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert again(three, asked[2]).answer == "At dinner"
    assert [row.asked for row in card(page).rows] == [asked[1], asked[0]]
    assert hands.named(card(page).rows[0], QPushButton, "Answer…").hasFocus()
    undo(page)
    window = page.window()
    press(hands, "1 more question", card(page))
    assert window.page_name == "visits"


def test_a_letter_typed_as_an_answer_rates_nothing(three, open_window, hands):
    a_question(three, a_visit(three, -1))
    page = today(open_window, three)
    press(hands, "Answer…", card(page))
    assert field(QPlainTextEdit, "Your answer", card(page)).hasFocus()
    hands.press("1234t")
    assert three.day().practices == ()


def test_another_child_has_its_own_questions(three, open_window, hands):
    leo = replace(three.child, id=uuid4(), name="Leo")
    three.journal.records.save(leo)
    a_question(three, a_visit(three, -1))
    page = today(open_window, three)
    page.window().show_child(leo.id)
    assert not card(page).isVisible()
    page.window().show_child(three.child.id)
    assert card(page).isVisible()


def test_a_question_that_comes_while_today_is_open_is_shown(three, open_window, hands):
    page = today(open_window, three)
    visit = a_visit(three, -1)
    asked = replace(a_question(three, visit), text="Does she wave?")
    page.desk.editing.do("Asked", lambda: three.journal.records.save(asked))
    assert "Does she wave?" in hands.texts(card(page))


def test_before_everything_is_loaded_nothing_is_read(three, open_window):
    a_question(three, a_visit(three, -1))
    page = today(open_window, three, warm=False)
    assert card(page).rows == ()
    page.window().warmed()
    assert len(card(page).rows) == 1


def test_a_half_typed_answer_outlives_the_page_and_a_full_disk_holds_the_window(
    three, open_window, hands, monkeypatch
):
    asked = a_question(three, a_visit(three, -1))
    page = today(open_window, three)
    press(hands, "Answer…", card(page))
    field(QPlainTextEdit, "Your answer", card(page)).setPlainText("At the d")
    page.window().open_page("plan")
    assert three.journal.drafts.kept() == {f"asked:{asked.id}": "At the d"}
    page.window().open_page("today")

    def full(*_said):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.drafts, "keep", full)
    field(QPlainTextEdit, "Your answer", card(page)).setPlainText("At the dog")
    page.keep_typing()
    assert len(page.at_risk()) == 1
    monkeypatch.undo()
    page.keep_typing()
    assert page.at_risk() == frozenset()


def test_the_answer_of_the_other_page_is_followed(three, open_window, hands):
    asked = a_question(three, a_visit(three, -1 * DAY.days))
    page = today(open_window, three)
    page.desk.editing.do(
        "Answered", lambda: three.journal.visits.answer(asked, "At the dog", TODAY)
    )
    assert not card(page).isVisible()
    assert not [button for button in card(page).findChildren(QPushButton) if button.isVisible()]
