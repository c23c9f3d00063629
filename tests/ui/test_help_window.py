"""The help opens at the page that was asked for and loads nothing but its own text."""

import pytest
from PySide6.QtCore import QUrl

from homejournal.texts.help_pages import TOPICS, help_page
from homejournal.texts.wording import wording_of
from homejournal.ui.help_window import HelpWindow


@pytest.fixture
def window(qtbot):
    window = HelpWindow(wording_of("en"), "numbers", None)
    qtbot.addWidget(window)
    window.show()
    return window


def test_it_opens_at_the_topic_that_was_asked_for(window):
    assert window.topics.currentItem().text() == help_page("en", "numbers").title
    assert help_page("en", "numbers").title in window.page.toPlainText()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_shown_in_every_language(qtbot, language, topic):
    window = HelpWindow(wording_of(language), topic, None)
    qtbot.addWidget(window)
    assert window.page.toPlainText().startswith(help_page(language, topic).title)


def test_an_unknown_topic_shows_the_first(window):
    window.open_topic("nothing")
    assert window.topics.currentRow() == 0


def test_a_link_to_another_page_opens_it_and_no_other_link_leads_anywhere(window):
    window.page.anchorClicked.emit(QUrl("privacy.md"))
    assert window.topics.currentItem().text() == help_page("en", "privacy").title
    window.page.anchorClicked.emit(QUrl("https://example.org/elsewhere"))
    assert window.topics.currentItem().text() == help_page("en", "privacy").title


def test_no_picture_or_file_is_loaded_for_a_page(window):
    assert window.page.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_a_language_without_a_page_gets_the_english_one():
    assert help_page("xx", "today") == help_page("en", "today")
