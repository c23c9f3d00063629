"""Every page and dialog in every language, and in one that is 40 % longer than English.

The screens are those that pictures are made of, so a new one with a picture is looked at too.
"""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from homejournal.texts import wording
from homejournal.ui.theme import Scheme, apply_theme
from tests.ui.pseudo import CODE, Pseudo, pseudo
from tests.ui.test_whole_window import cut, nameless

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
from picture_scenes import EMPTY, FIRST_START, FULL, go_to, leave

LONG = [(CODE, 150)]
SPOKEN = [(language, percent) for language in wording.languages() for percent in (100, 200)]
SMALL = (1024, 640)
FOUND_IN_EVERY_LANGUAGE = {"English", "Dana", "pointing", "signs", "sounds"}
"""What a language calls itself, and names and words of the example family."""


@pytest.fixture
def long_language(monkeypatch, tmp_path):
    """Let the program know the language that is made here, as if it had a catalogue."""
    folder, real, made = tmp_path / "tongues", wording.resource, wording.gettext.translation
    for code in (*wording.languages()[1:], CODE):
        file = folder / code / "LC_MESSAGES" / f"{wording.DOMAIN}.po"
        file.parent.mkdir(parents=True)
        file.touch()

    def resource(*parts):
        return folder if parts == ("translations",) else real(*parts)

    def translation(domain, _folder, languages, **more):
        if languages == [CODE]:
            return Pseudo()
        return made(domain, str(real("translations")), languages, **more)

    monkeypatch.setattr(wording, "resource", resource)
    monkeypatch.setattr(wording.gettext, "translation", translation)
    wording.wording_of.cache_clear()
    yield
    wording.wording_of.cache_clear()


@pytest.fixture
def walk(open_window, qapp, qtbot):
    """Go to each scene in a small window; yield its name and what is shown of it."""

    def walked(journal, scenes, language, percent):
        window = open_window(journal, language)
        apply_theme(qapp, Scheme.LIGHT, percent)
        window.resize(*SMALL)

        def settle():
            for _ in range(3):
                qtbot.waitUntil(lambda: not window.is_busy, timeout=30_000)
                for _ in range(4):
                    QApplication.processEvents()

        settle()
        for scene in scenes:
            if scene in FIRST_START:
                window.page._go(FIRST_START.index(scene))
                settle()
                shown = window
            else:
                shown = go_to(scene, window, settle)
            yield scene.name, shown
            leave(window)
            settle()

    return walked


def faults(shown):
    """Return what is cut, has no name or scrolls sideways, and what is larger than its room."""
    whole = shown.window()
    large = whole.width() > SMALL[0] or whole.height() > SMALL[1]
    size = [f"{whole.width()}x{whole.height()}"] if large else []
    return [*cut(shown), *nameless(shown), *size, *sideways(shown)]


def sideways(shown):
    """Return what has to be scrolled sideways; a table or a chart may, and has no such area."""
    areas = (one for one in shown.findChildren(QScrollArea) if one.isVisible())
    wide = (one for one in areas if one.horizontalScrollBar().maximum())
    return [f"{type(one).__name__} scrolls sideways" for one in wide]


def words_of(shown):
    """Yield all that can be read or heard in a window or dialog."""
    for one in shown.findChildren(QWidget):
        if not one.isVisible():
            continue
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QGroupBox):
            yield one.title()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        elif isinstance(one, QLineEdit | QPlainTextEdit):
            yield one.placeholderText()
    yield shown.window().windowTitle()


def still_english(shown, language):
    """Return the texts that the catalogue says otherwise in this language."""
    spoken = wording.wording_of(language if language != CODE else "en")
    said = set(words_of(shown)) - FOUND_IN_EVERY_LANGUAGE - {""}
    return sorted(one for one in said if spoken.text(one) != one)


def test_the_long_language_keeps_values_keys_and_dates():
    assert pseudo("&Save {n} days").startswith("[&Sávé {n} dáýš ")
    assert pseudo("MMMM d, yyyy") == "MMMM d, yyyy"
    assert len(pseudo("A week for the fridge")) >= 1.4 * len("A week for the fridge")


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("language", "percent"), LONG + SPOKEN)
def test_nothing_is_cut_in_any_page_or_dialog(long_language, example, walk, language, percent):
    shown = walk(example, FULL, language, percent)
    found = {name: faults(one) + still_english(one, language) for name, one in shown}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("language", "percent"), LONG + SPOKEN)
def test_nothing_is_cut_where_nothing_is_written_yet(long_language, house, walk, language, percent):
    shown = walk(house.journal, EMPTY, language, percent)
    found = {name: faults(one) + still_english(one, language) for name, one in shown}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("language", "percent"), LONG + SPOKEN)
def test_nothing_is_cut_at_the_first_start(long_language, empty_journal, walk, language, percent):
    shown = walk(empty_journal, FIRST_START, language, percent)
    found = {name: faults(one) + still_english(one, language) for name, one in shown}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
