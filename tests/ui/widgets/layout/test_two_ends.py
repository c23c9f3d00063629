"""Two parts of one line: a text that fits beside the other part stays in one line."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.ui.widgets.layout.boxes import TwoEnds
from homejournal.ui.widgets.wrapping_labels import WrapLabel

WORDS = "استُعملت في 3 أيام هذا الأسبوع · مخطّطة في أي 3 أيام"


@pytest.fixture
def line(qtbot):
    """A button, and a text at the end of its line."""
    text = WrapLabel("")
    made = TwoEnds(QPushButton("How"), text)
    qtbot.addWidget(made)
    made.resize(800, 40)
    made.show()
    text.setText(WORDS)
    QApplication.processEvents()
    return made, text


def test_a_text_that_fits_is_not_wrapped(line):
    _, text = line
    assert text.height() < 2 * text.fontMetrics().height()


def test_a_text_that_does_not_fit_goes_below_and_wraps(line):
    made, text = line
    made.resize(200, 200)
    QApplication.processEvents()
    assert text.y() > 0
    assert text.width() <= 200
    assert text.height() >= 2 * text.fontMetrics().height()
