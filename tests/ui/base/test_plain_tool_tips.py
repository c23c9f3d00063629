"""A tool tip shows what was typed and loads nothing."""

import pytest
from PySide6.QtGui import Qt, QTextDocument

from homejournal.ui.widgets.wrapping_labels import plain

MARKUP = ("<b>Mia</b>", "<img src='file:///etc/hostname'>", "a <i>b</i> & c")


@pytest.mark.parametrize("words", MARKUP)
def test_markup_is_shown_as_it_was_typed(words):
    document = QTextDocument()
    document.setHtml(plain(words))
    assert Qt.mightBeRichText(plain(words))
    assert document.toPlainText() == words


@pytest.mark.parametrize("words", ["Mia & Ana", "2 < 3", "", "a\nb"])
def test_other_words_stay_as_they_are(words):
    assert plain(words) == words
