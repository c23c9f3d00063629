"""The one sentence, and what helped: asked for on the Visit page, and kept while it is typed."""

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind
from tests.ui.visits.page.visit_pages import note, page, ready, settled

__all__ = ["page", "ready"]


def test_the_one_sentence_stands_on_the_page_while_it_is_typed_and_is_kept(
    page, hands, ready, qtbot
):
    page.choices.words.edit("our_words").setFocus()
    hands.press("He asks for more!")
    assert page.shown.our_words == "He asks for more!"
    page.keep_typing()
    assert "He asks for more!" in ready.journal.drafts.kept().values()
    window = page.window()
    window.set_language("es")
    QApplication.processEvents()
    assert window.page.choices.words.edit("our_words").text() == "He asks for more!"


def helped_field(page, house, name="Sign more"):
    page.choices.show_list(shown=True)
    field = page.choices.ticks.helped()[house.ids[name]]
    page.choices.ensureWidgetVisible(field)
    QApplication.processEvents()
    return field


def helped_on(page, name="Sign more"):
    return next(strategy.helped for strategy in page.shown.strategies if strategy.name == name)


def test_what_helped_is_asked_for_and_stands_under_its_strategy(page, hands, ready, qtbot):
    field = helped_field(page, ready)
    assert not field.edit.isVisible()
    hands.click(field.add)
    assert not field.add.isVisible()
    assert field.edit.hasFocus()
    assert field.edit.accessibleName().endswith("Sign more")
    hands.press("Two spoons helped.")
    assert (helped_on(page), helped_on(page, "Two choices")) == ("Two spoons helped.", "")
    settled(page, qtbot)
    assert "Two spoons helped." in page.preview.accessibleDescription()


def test_what_helped_is_kept_while_the_page_is_prepared(page, hands, ready):
    field = helped_field(page, ready)
    hands.click(field.add)
    hands.press("Two spoons")
    note(ready, "She clapped", flags=(Flag.CELEBRATION,))
    page.heard(frozenset({Kind.NOTE}))
    assert helped_field(page, ready).edit.text() == "Two spoons"
    page.keep_typing()
    window = page.window()
    window.set_language("es")
    QApplication.processEvents()
    assert helped_field(window.page, ready).edit.text() == "Two spoons"
    assert helped_on(window.page) == "Two spoons"
    helped_field(window.page, ready).edit.set_text("")
    window.page.keep_typing()
    assert "Two spoons" not in ready.journal.drafts.kept().values()


def test_what_helped_is_not_on_the_page_without_its_strategy(page, hands, ready):
    field = helped_field(page, ready)
    hands.click(field.add)
    hands.press("Two spoons")
    row = page.choices.ticks.rows()[f"strategy:{ready.ids['Sign more']}"]
    row.box.toggle()
    assert not field.isVisible()
    assert "Two spoons" not in str(page.shown)
    row.box.toggle()
    assert helped_on(page) == "Two spoons"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a" * 2001, "This is too long; at most 2,000 letters fit. Until then it is not on the"),
        ("a\x01b", "This holds a character that cannot be written down."),
    ],
)
def test_what_cannot_stand_on_the_page_is_said_under_its_field(page, hands, ready, words, said):
    field = helped_field(page, ready)
    hands.click(field.add)
    field.edit.set_text(words)
    assert any(text.startswith(said) for text in hands.texts(field))
    assert (field.edit.text(), helped_on(page)) == (words, "")
    field.edit.set_text("a" * 2000)
    assert not any(text.startswith(said) for text in hands.texts(field))
    assert helped_on(page) == "a" * 2000


STRANGE = ["a" * 10_000, "👩‍👧 سعيد", "<b>bold</b> & $x^2$ #let x = 1", "\u202eevil\u202c"]


@pytest.mark.parametrize("words", STRANGE, ids=["long", "signs", "markup", "turned"])
def test_strange_words_stand_on_the_page_as_they_were_typed(page, qtbot, words):
    page.choices.words.edit("our_words").set_text(words)
    assert page.shown.our_words == words
    settled(page, qtbot)
    assert not page.head.trouble.isVisible()
    assert page.preview._sheets
