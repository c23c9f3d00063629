"""The window comes back as it was left: its page on the same day, and on a screen that is there."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from homejournal.domain.records.children import Child
from homejournal.services.opening import create_journal, open_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.window.lifecycle import KeepOnScreen, first_size, placed
from homejournal.ui.window.places import PLACES

Key = Qt.Key


@pytest.fixture
def again(three, open_window, tmp_path):
    """Close the window on a page, and return a call that opens it again."""

    def close_on(page, child=None):
        window = open_window(three.journal)
        if child is not None:
            window.show_child(child)
        window.open_page(page)
        window.close()

        def reopened(**how):
            journal = open_journal(tmp_path / "journal", clock=three.clock, device=uuid4())
            return open_window(journal, **how)

        return reopened

    return close_on


@pytest.mark.parametrize("page", ["progress", "settings", "week_grid"])
def test_the_page_that_was_open_comes_back_after_today_was_shown(again, page):
    window = again(page)(warm=False)
    assert window.page_name == "today"
    window.warmed()
    assert window.page_name == page


def test_the_next_day_begins_with_today(again, three):
    reopened = again("progress")
    three.clock.move(days=1)
    assert reopened().page_name == "today"


def test_nothing_moves_under_somebody_who_has_begun(again):
    window = again("progress")(warm=False)
    QTest.keyClick(window.windowHandle(), Key.Key_Down)
    window.warmed()
    assert window.page_name == "today"


def test_another_page_that_was_opened_meanwhile_stays(again):
    window = again("progress")(warm=False)
    window.open_page("plan")
    window.warmed()
    assert window.page_name == "plan"


def test_later_loading_never_moves_the_page(again):
    window = again("progress")()
    window.open_page("today")
    window.warmed()
    assert window.page_name == "today"


@pytest.mark.parametrize(
    "stored", ["nonsense", "2026-03-22 cellar", "2026-03-22 ", "2026-03-22 today"]
)
def test_a_strange_memory_means_today(three, open_window, preferences, stored):
    preferences.remember("page", stored)
    assert open_window(three.journal).page_name == "today"


def test_a_child_put_away_meanwhile_is_not_what_one_comes_back_to(again, three, tmp_path):
    leo = Child(id=uuid4(), name="Leo")
    three.journal.records.save(leo)
    reopened = again("progress", leo.id)
    other = open_journal(tmp_path / "journal", clock=three.clock, device=uuid4())
    other.records.save(replace(leo, put_away=three.clock().date()))
    other.close()
    window = reopened()
    assert window.page_name == "progress"
    assert window.page.child == three.child.id


def test_the_example_family_leaves_the_memory_alone(open_window, preferences, clock, tmp_path):
    preferences.remember("page", "2026-03-22 plan")
    journal = create_journal(tmp_path / "example", clock=clock, device=uuid4(), example=True)
    journal.records.save(Child(id=uuid4(), name="Noa"))
    window = open_window(journal)
    assert window.page_name == "today"
    window.close()
    assert preferences.remembered("page") == "2026-03-22 plan"


@pytest.mark.measured
def test_the_way_to_the_settings_stands_at_the_foot_in_every_language(three, open_window, hands):
    window = open_window(three.journal)
    hands.click(window.frame.nav.button("settings"))
    assert window.page_name == "settings"
    assert window.frame.nav.button("settings").is_current()
    window.set_language("es")
    assert window.page_name == "settings"
    window.open_page("settings")
    assert window.frame.nav.button("settings").is_current()


def test_a_window_whose_screen_is_gone_comes_into_sight(three, open_window, qtbot):
    window = open_window(three.journal)
    window.move(QPoint(20_000, 9_000))
    app = QGuiApplication.instance()
    app.screenRemoved.emit(window.screen())
    room = window.screen().availableGeometry()
    qtbot.waitUntil(lambda: room.contains(window.frameGeometry().topLeft()))
    assert window.frameGeometry().width() <= room.width()


def test_what_stands_over_the_window_comes_with_it(three, open_window, qtbot):
    window = open_window(three.journal)
    window.window_actions.do(Action.HELP)
    dialog = window.findChild(QDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.move(QPoint(20_000, 9_000))
    KeepOnScreen(window).look()
    assert window.screen().availableGeometry().contains(dialog.frameGeometry().topLeft())
    dialog.reject()


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((1920, 1040), (1120, 780)),
        ((1366, 728), (1120, 688)),
        ((1024, 768), (1024, 728)),
        ((320, 256), (320, 256)),
        ((800, 800), (1120, 780)),
    ],
)
def test_at_first_a_window_is_no_larger_than_its_screen(room, size):
    assert first_size(QSize(1120, 780), QSize(*room)) == QSize(*size)


def test_a_window_that_is_in_sight_stays_where_it_is(three, open_window):
    window = open_window(three.journal)
    window.move(30, 40)
    KeepOnScreen(window).look()
    assert window.frameGeometry().topLeft() == QPoint(30, 40)


_RECT = st.builds(
    QRect,
    st.integers(-9000, 9000),
    st.integers(-9000, 9000),
    st.integers(480, 4000),
    st.integers(360, 3000),
)


@given(frame=_RECT, screens=st.lists(_RECT, min_size=1, max_size=3))
def test_a_window_can_always_be_taken_hold_of(frame, screens):
    now = placed(frame, screens)
    edge = QRect(now.left(), now.top(), now.width(), 24)
    assert any(screen.intersects(edge) for screen in screens)
    assert now == frame or screens[0].contains(now)
    assert placed(now, screens) == now


def test_without_any_screen_nothing_moves():
    assert placed(QRect(5, 5, 600, 500), []) == QRect(5, 5, 600, 500)


@pytest.mark.parametrize(
    ("percent", "size"), [(100, (1120, 780)), (200, (1024, 560)), (100, (320, 400))]
)
def test_every_place_is_in_sight_and_the_settings_stand_at_the_foot(
    three, open_window, qapp, percent, size
):
    window = open_window(three.journal)
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(*size)
    qapp.processEvents()
    feet = []
    for place in PLACES:
        button = window.frame.nav.button(place.name)
        assert button.visibleRegion().boundingRect() == button.rect(), place.name
        feet.append(button.mapTo(window, button.rect().bottomLeft()).y())
    assert feet == sorted(feet)


def test_the_settings_never_scroll_away(three, open_window, qapp):
    window = open_window(three.journal)
    window.resize(320, 256)
    qapp.processEvents()
    button = window.frame.nav.button("settings")
    assert button.visibleRegion().boundingRect() == button.rect()
