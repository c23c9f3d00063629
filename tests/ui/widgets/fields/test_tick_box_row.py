"""How a box to tick stands beside its words."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from homejournal.ui.theme import Scheme
from homejournal.ui.widgets.fields.choices import TickRow


@pytest.mark.parametrize("percent", [100, 200])
def test_words_stand_as_near_as_those_of_any_other_box(dress, qtbot, percent):
    dress(Scheme.LIGHT, percent)
    window = QWidget()
    qtbot.addWidget(window)
    row, box = TickRow("photos", "With photos", ""), QCheckBox("With photos")
    column = QVBoxLayout(window)
    column.addWidget(row)
    column.addWidget(box)
    window.show()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    words = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box)
    beside = row.findChild(QLabel)
    assert abs(beside.mapTo(row, beside.rect().topLeft()).x() - words.left()) <= 1
