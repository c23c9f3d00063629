"""What is new is offered once after an update, and never at a first start."""

from PySide6.QtWidgets import QPushButton

from homejournal import __version__
from homejournal.ui.help import HelpWindow
from homejournal.ui.window.lifecycle import NewsNotice


def offers(window, hands):
    return [text for text in hands.texts(window) if "was updated" in text]


def test_a_first_start_offers_nothing(three, open_window, preferences, hands):
    window = open_window(three.journal, page="plan")
    window.lifecycle.warmed()
    assert offers(window, hands) == []
    assert preferences.remembered("version") == __version__


def test_after_an_update_it_is_offered_once_and_opens_the_help(
    three, open_window, preferences, hands
):
    preferences.remember("version", "0.0.9")
    window = open_window(three.journal, page="plan")
    window.lifecycle.warmed()
    assert offers(window, hands) == [f"homejournal was updated to {__version__}."]
    hands.click(hands.named(window, QPushButton, "See what’s new"))
    (shown,) = window.findChildren(HelpWindow)
    assert shown.page.toPlainText().startswith("What is new")
    assert offers(window, hands) == []
    NewsNotice(window)
    assert offers(window, hands) == []
