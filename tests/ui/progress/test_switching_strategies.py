"""Switching strategies flickers nowhere, leaves nothing behind, and never loses the keyboard."""

import gc
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from homejournal.domain.records.record import Kind
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.button import Pill

NAMES = ("Two choices", "To bed", "New bite", "Barefoot", "All of Maya")


def parts(page):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    return Counter(type(one).__name__ for one in page.findChildren(QObject))


def switch(page, name):
    box = page.filter.strategy
    box.setCurrentIndex(box.findText(name))
    QApplication.processEvents()


def test_two_hundred_switches_leave_nothing_behind(progress, settled, every):
    for table in (progress.body.one.chart.panel.table, progress.body.all.rows.table):
        table.button.setChecked(True)
    for name in NAMES:
        switch(progress, name)
        settled(progress)
    before = parts(progress)
    for _ in range(40 // every):
        for name in NAMES:
            switch(progress, name)
    settled(progress)
    assert parts(progress) - before == Counter()


def test_a_switch_keeps_every_widget_and_the_old_picture_until_the_new_one_is_there(
    progress, settled
):
    switch(progress, "Two choices")
    settled(progress)
    view = progress.body.one.chart.panel.view
    switch(progress, "New bite")
    settled(progress)
    had, picture = set(progress.body.one.findChildren(QWidget)), view.shown
    seen = []
    switch(progress, "Two choices")
    view.parent().drawn.connect(lambda: seen.append(view.shown))
    while not seen:
        assert view.isVisible()
        assert not view.pixmap().isNull()
        QApplication.processEvents()
    assert seen[0] is not picture
    gone = had - set(progress.body.one.findChildren(QWidget))
    assert {type(one).__name__ for one in gone} <= {
        "_Entry",
        "QLabel",
        "RowLabel",
        "_Moment",
        "WrapLabel",
        "FlowRow",
        "QPushButton",
    }


def test_an_empty_page_in_between_keeps_the_parts(progress, hands, settled, choose):
    had = set(progress.body.all.rows.rows)
    choose(progress, "Routine", "Play")
    progress.filter.show_all()
    settled(progress)
    assert set(progress.body.all.rows.rows) == had


@pytest.mark.parametrize("inside", ["slots", "chart", "around", "more"])
def test_the_keyboard_stays_on_the_page_when_its_card_goes(progress, settled, inside):
    switch(progress, "Two choices")
    settled(progress)
    held = {
        "slots": progress.body.one.slots.panel.table.button,
        "chart": progress.body.one.chart.panel.view,
        "around": progress.body.one.around.panel.copy,
        "more": progress.body.one.more.open,
    }[inside]
    hands_on = held
    hands_on.setFocus()
    progress.filter.choose(None)
    progress.refresh()
    settled(progress)
    assert QApplication.focusWidget() is progress.filter.bar.add


def test_the_keyboard_is_not_taken_from_a_part_that_stays(progress, settled):
    switch(progress, "Two choices")
    settled(progress)
    progress.body.one.chart.panel.copy.setFocus()
    progress.heard(frozenset({Kind.PRACTICE}))
    settled(progress)
    assert progress.body.one.chart.panel.copy.hasFocus()


def test_the_keyboard_outside_the_page_is_left_alone(progress, settled):
    nav = progress.window().frame.nav.button("progress")
    nav.setFocus()
    progress.filter.choose(None)
    progress.refresh()
    settled(progress)
    assert nav.hasFocus()


@pytest.mark.parametrize("name", NAMES)
def test_every_part_that_the_keyboard_reaches_has_a_name(progress, settled, hands, name):
    switch(progress, name)
    hands.click(hands.named(progress, Pill, "Own dates…"))
    progress.body.one.more.open.setChecked(True)
    progress.body.one.chart.panel.table.button.setChecked(True)
    settled(progress)
    nameless = [
        widget
        for widget in progress.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (getattr(widget, "text", None) or str)())
        and not isinstance(widget.parent(), type(progress.periods.first.field))
        and widget.focusProxy() is None
    ]
    assert nameless == []


def test_tab_reaches_every_part_in_the_order_of_reading(progress, settled, hands):
    hands.click(hands.named(progress, Pill, "Everything"))
    switch(progress, "Two choices")
    settled(progress)
    progress.filter.strategy.setFocus()
    seen = []
    for _ in range(60):
        hands.press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if not progress.isAncestorOf(now):
            break
        seen.append(now)
    one = progress.body.one
    order = [
        progress.filter.bar.add,
        one.head.how.button,
        one.chart.panel.view,
        one.chart.panel.table.button,
        one.around.panel.view,
        one.slots.panel.view,
        one.more.open,
    ]
    assert [seen.index(part) for part in order] == sorted(seen.index(part) for part in order)


def test_in_a_narrow_window_and_in_large_letters_nothing_is_wider_than_the_page(
    progress, settled, qapp
):
    apply_theme(qapp, Scheme.LIGHT, 200)
    progress.window().resize(800, 640)
    for name in ("Two choices", "All of Maya"):
        switch(progress, name)
        settled(progress)
        room = progress._scroll.viewport().width()
        assert progress._scroll.widget().width() <= room
        labels = [label for label in progress.body.findChildren(QLabel) if label.isVisible()]
        assert labels
        assert all(
            label.mapTo(progress, label.rect().topRight()).x() <= room + 1 for label in labels
        )
