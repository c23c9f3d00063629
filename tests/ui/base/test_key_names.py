"""Keys have one name everywhere in a language: in menus, in the list of keys, and in the help."""

import pytest
from PySide6.QtGui import QKeySequence

from homejournal.texts.wording import languages, wording_of
from homejournal.ui.base.language import use_language
from homejournal.ui.window.commands import key_commands

NATIVE = QKeySequence.SequenceFormat.NativeText
LIKE = {
    "en": ("Ctrl+Shift+V", "Ctrl+9", "Delete"),
    "es": ("Ctrl+Mayús+V", "Ctrl+9", "Supr"),
    "ar": ("Ctrl+Shift+V", "Ctrl+9", "Delete"),
}


@pytest.fixture(params=languages())
def language(request, dressed):
    use_language(request.param)
    return request.param


def test_a_menu_calls_its_keys_as_the_help_does(language):
    shown = [QKeySequence(keys).toString(NATIVE) for keys in ("Ctrl+Shift+V", "Ctrl+9")]
    assert tuple(shown) == LIKE[language][:2]


def test_the_list_of_keys_calls_the_key_as_it_stands_on_the_keyboard(language):
    lines = key_commands(wording_of(language), ())
    names = {line.keys.strip("\u2066\u2069") for line in lines}
    assert LIKE[language][2] in names


def test_qt_keeps_its_other_words(dressed):
    use_language("es")
    shown = QKeySequence("Alt+Left").toString(NATIVE)
    use_language("en")
    assert (shown, QKeySequence("Alt+Left").toString(NATIVE)) == ("Alt+Izquierda", "Alt+Left")
