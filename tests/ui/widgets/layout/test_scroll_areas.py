"""A column that is narrower than its window gives every text the height it needs."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel


def test_texts_get_the_height_of_the_width_they_are_shown_at(qtbot, dressed):
    column = ScrollColumn(widest=300)
    qtbot.addWidget(column)
    group = QWidget()
    lines = QVBoxLayout(group)
    labels = [WrapLabel("She looked at the cup and waited. " * 8) for _ in range(6)]
    for label in labels:
        lines.addWidget(label)
    column.add(group)
    column.resize(1200, 900)
    column.show()
    QApplication.processEvents()
    assert group.width() == px(300)
    assert all(one.height() >= one.heightForWidth(one.width()) for one in labels)


def test_what_is_wider_than_the_window_can_be_scrolled_to(qtbot, dressed):
    column, wide = ScrollColumn(), QWidget()
    qtbot.addWidget(column)
    wide.setMinimumWidth(800)
    column.add(wide)
    column.resize(500, 400)
    column.show()
    QApplication.processEvents()
    assert column.horizontalScrollBar().maximum() > 0
    column.resize(1200, 400)
    QApplication.processEvents()
    assert column.horizontalScrollBar().maximum() == 0


def test_a_part_that_is_asked_for_stands_first_or_is_seen_below_what_is_above_it(qtbot, dressed):
    column, parts = ScrollColumn(), [QWidget() for _ in range(6)]
    qtbot.addWidget(column)
    for part in parts:
        part.setFixedHeight(200)
    column.add(*parts)
    column.resize(500, 500)
    column.show()
    QApplication.processEvents()
    column.begin_at(parts[2])
    assert parts[2].visibleRegion().boundingRect() == parts[2].rect()
    assert parts[1].visibleRegion().isEmpty()
    column.begin_at(parts[1])
    assert column.verticalScrollBar().value() == 0
