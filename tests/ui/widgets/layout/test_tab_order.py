"""Tab goes as one reads, also through parts that lead to something inside them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.focus import tab_as_read


class Leading(QWidget):
    """Leads to one of its fields; what it holds stands in a part of its own."""

    def __init__(self, fields, leads_to):
        super().__init__()
        inner = QWidget()
        in_column(*fields, inside=inner)
        in_column(QLabel("Title"), inner, inside=self)
        self.setFocusProxy(fields[leads_to])


def through(window, fields):
    window.show()
    window.activateWindow()
    fields[0].setFocus()
    passed = []
    for _ in fields:
        passed.append(window.focusWidget())
        tab_as_read(window)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    return passed, window.focusWidget()


def test_what_is_read_before_the_part_that_is_led_to_is_not_left_out(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    fields = [QLineEdit(str(number)) for number in range(4)]
    in_column(fields[0], Leading(fields[1:3], 1), fields[3], inside=window)
    assert through(window, fields) == (fields, fields[0])


def test_a_part_that_leads_to_one_that_leads_on_is_passed_once(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    fields = [QLineEdit(str(number)) for number in range(3)]
    inner = Leading([fields[1]], 0)
    outer = Leading([inner], 0)
    in_column(fields[0], outer, fields[2], inside=window)
    assert through(window, fields) == (fields, fields[0])
