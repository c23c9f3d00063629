"""What is typed at a visit: asked about before it is lost, kept, and said where it is missing."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit

from homejournal.domain.errors import DiskFullError
from homejournal.ui.visits.coming.agreement_dialog import AgreementDialog
from tests.ui.forms import dialog, field, no_dialog, press, type_in
from tests.ui.visits.coming.test_agreement_dialog import BETWEEN, Key, agreeing
from tests.ui.visits.coming.visiting import again

__all__ = ["agreeing"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [("Their name", "This is too long"), ("Another routine", "This is too long")],
)
def test_names_that_cannot_be_are_said(three, agreeing, hands, name, fault):
    agreeing(three)
    press(hands, "Add a strategy we agreed on")
    hands.press("Offer two")
    box = field(QComboBox, "Who suggested it?")
    box.setCurrentIndex(box.findText("Somebody new…"))
    press(hands, "How we do it, and more")
    field(QLineEdit, name).setText("D" * 9000)
    press(hands, "Save what we agreed")
    assert any(fault in text for text in hands.texts(dialog()))


@pytest.mark.usefixtures("drafts_at_once")
def test_escape_asks_before_words_are_lost_and_then_forgets_them(three, agreeing, hands, qtbot):
    page, _ = agreeing(three)
    type_in(hands, QPlainTextEdit, BETWEEN, "Wait at d")
    qtbot.waitUntil(lambda: three.journal.drafts.kept() != {})
    hands.press(Key.Key_Escape)
    assert any("not saved yet" in text for text in hands.texts(dialog()))
    hands.press("inner")
    hands.press(Key.Key_Escape)
    assert not no_dialog()
    hands.press(Key.Key_Escape)
    assert no_dialog()
    assert three.journal.drafts.kept() == {}
    assert page.window().isVisible()


def test_fields_that_opened_later_are_asked_about_too(three, agreeing, hands):
    agreeing(three)
    press(hands, "Add a strategy we agreed on")
    hands.press(Key.Key_Escape)
    hands.press("Offer")
    assert not any("not saved yet" in text for text in hands.texts(dialog()))


@pytest.mark.usefixtures("drafts_at_once")
def test_half_typed_words_are_kept_and_come_back(three, agreeing, hands, qtbot):
    page, visit = agreeing(three)
    type_in(hands, QPlainTextEdit, BETWEEN, "Wait at d")
    qtbot.waitUntil(lambda: three.journal.drafts.kept() != {})
    form = dialog()
    form._typed = form._snapshot()  # as if the program had ended: nobody closed it on purpose
    form.reject()
    press(hands, "What did we agree?", page)
    assert field(QPlainTextEdit, BETWEEN).toPlainText() == "Wait at d"
    assert any("this is what you typed last time" in text for text in hands.texts(dialog()))
    press(hands, "Cancel")
    assert no_dialog()
    assert three.journal.drafts.kept() == {f"agreed:{visit.id}:between": "Wait at d"}
    press(hands, "What did we agree?", page)
    press(hands, "Save what we agreed")
    assert three.journal.drafts.kept() == {}
    assert again(three, visit).agreed_between == "Wait at d"


def test_nothing_is_lost_where_the_disk_is_full(three, agreeing, hands, monkeypatch):
    _, visit = agreeing(three)
    edit = type_in(hands, QPlainTextEdit, BETWEEN, "Wait at dinner")

    def full(*_said, **_more):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.visits, "agree", full)
    press(hands, "Save what we agreed")
    assert any("full" in text for text in hands.texts(dialog()))
    assert edit.toPlainText() == "Wait at dinner"
    assert again(three, visit) == visit


def test_without_any_strategy_the_words_can_be_written(house, agreeing, hands):
    agreeing(house)
    assert "Strategy by strategy" not in hands.texts(dialog())
    assert isinstance(dialog(), AgreementDialog)
    press(hands, "Save what we agreed")
    assert no_dialog()


def test_what_is_still_missing_is_said_where_it_is_seen(three, agreeing, hands):
    agreeing(three)
    press(hands, "Add a strategy we agreed on")
    dialog().resize(560, 700)
    press(hands, "Save what we agreed")
    said = next(
        label
        for label in dialog().findChildren(QLabel)
        if label.text() == "Please write something here."
    )
    view = dialog()._scroll.viewport()
    assert view.rect().contains(QRect(said.mapTo(view, QPoint()), said.size()))
