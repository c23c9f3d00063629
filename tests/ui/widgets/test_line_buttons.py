"""The words of a line of a day, where they have little room."""

import pytest
from PySide6.QtCore import Qt

from homejournal.ui.theme import px
from homejournal.ui.widgets.line_buttons import SecondLine


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_who_did_it_is_read_to_the_end_below_how_it_went(qtbot, direction):
    pictures = []
    for name in ("Grandma Rosa", "Grandma Rose"):
        line = SecondLine("Dinner")
        qtbot.addWidget(line)
        line.setLayoutDirection(Qt.LayoutDirection[direction])
        line.show_words(f"✓ A little help · {name}", "", "ok")
        line.resize(px(150), line.sizeHint().height())
        pictures.append(line.grab().toImage())
    assert pictures[0] != pictures[1]
