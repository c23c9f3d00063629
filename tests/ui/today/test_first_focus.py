"""Where Today begins: at its title, and where the first key can be seen to mean something."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.ui.theme import Scheme, apply_theme
from tests.ui.waiting import settle_window

Key = Qt.Key


@pytest.fixture
def opened(three, open_window, qtbot):
    """Open Today in a window of a width and a height, with text of a size in per cent."""

    def at(size, percent):
        apply_theme(QApplication.instance(), Scheme.LIGHT, percent)
        window = open_window(three.journal)
        window.resize(*size)
        window.open_page("plan")
        window.open_page("today")
        settle_window(window, qtbot)
        return window.page

    yield at
    apply_theme(QApplication.instance(), Scheme.LIGHT)


def in_sight(page, words):
    """Say whether a label of the page is seen whole."""
    label = next(one for one in page.findChildren(QLabel) if one.text() == words)
    return label.visibleRegion().boundingRect() == label.rect()


@pytest.mark.parametrize(
    ("size", "percent"), [((1120, 780), 100), ((1024, 640), 100), ((1600, 760), 200)]
)
def test_the_title_and_the_name_of_the_first_card_are_in_sight(opened, size, percent):
    page = opened(size, percent)
    assert page.cards[0].hasFocus()
    assert in_sight(page, page.title)
    assert in_sight(page, page.cards[0].title())


def test_where_both_have_no_room_the_keys_act_on_what_is_seen(opened):
    page = opened((1280, 560), 200)
    assert page.cards[0].hasFocus()
    assert in_sight(page, page.cards[0].title())


def test_another_day_begins_at_its_title_too(opened, hands):
    page = opened((1120, 500), 100)
    hands.press(*[Key.Key_Down] * 2)
    QApplication.processEvents()
    assert not in_sight(page, page.title)
    hands.press(hands.alt("Left"))
    QApplication.processEvents()
    assert in_sight(page, page.title)
