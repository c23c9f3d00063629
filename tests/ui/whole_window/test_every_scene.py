"""Every page and dialog in every language, and in one that is 40 % longer than English.

The screens are those that pictures are made of, so a new one with a picture is looked at too; what
has no picture is in `rare_windows.py`. They are gone through once for each language and text size,
and all that must hold is asked there.
"""

from functools import partial

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from homejournal.texts import wording
from homejournal.ui.theme import Scheme, apply_theme
from picture_scenes import EMPTY, FIRST_START, FULL, go_to, leave
from tests.ui.pseudo import CODE, Pseudo, pseudo
from tests.ui.resting import unrest
from tests.ui.tab_order import against_reading
from tests.ui.waiting import settle_window
from tests.ui.whole_window.rare_windows import RARE, Rare, windows_of_ours
from tests.ui.whole_window.test_every_page import cut, nameless
from tests.ui.whole_window.test_targets import small

pytestmark = pytest.mark.painted  # what never comes to rest is painted without end

AGAIN, WITH_ALL = pytest.mark.unmeasured, pytest.mark.with_all
EACH_TIME = [
    ("en", 100),
    pytest.param("ar", 200, marks=AGAIN),
    pytest.param(CODE, 150, marks=AGAIN),
]
"""What shows most: the usual words, the largest from the right, and the longest."""
THE_OTHERS = [
    pytest.param(language, percent, marks=[AGAIN, WITH_ALL])
    for language in wording.languages()
    for percent in (100, 200)
    if (language, percent) not in {("en", 100), ("ar", 200)}
]
HALF = {"ar": FULL[::2], CODE: FULL[1::2]}
"""In a usual run each scene is seen in the usual words, and in one of the two that show most."""
SMALL = (1024, 640)
QUIET_MS = 60
"""Longer than two steps of an animation; looked for once, as the same window waits for it."""
FOUND_IN_EVERY_LANGUAGE = {"English", "Dana", "pointing", "signs", "sounds"}
"""What a language calls itself, and names and words of the example family."""
FOUND_IN_NONE = {"Monday", "Sunday", "Today"}
"""What Qt calls days, and the title of a help page: in the language made here they are English."""


@pytest.fixture
def long_language(monkeypatch, tmp_path):
    """Let the program know the language that is made here, as if it had a catalogue."""
    folder, real, made = tmp_path / "tongues", wording.resource, wording.gettext.translation
    for code in (*wording.languages()[1:], CODE):
        file = folder / code / "LC_MESSAGES" / f"{wording.DOMAIN}.mo"
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
    _forget_languages()
    yield
    _forget_languages()


def _forget_languages():
    wording.languages.cache_clear()
    wording.wording_of.cache_clear()


@pytest.fixture
def faults_of_all(open_window, qapp, qtbot, hands):
    """Go to each scene in a small window; return what is wrong with those that have faults.

    The kinds of all windows that were seen on the way go into `seen`.
    """

    def walked(journal, scenes, language, percent, seen=frozenset()):
        window = open_window(journal, language)
        apply_theme(qapp, Scheme.LIGHT, percent)
        window.resize(*SMALL)
        settle = partial(settle_window, window, qtbot)
        settle()
        wrong = {}
        for scene in scenes:
            shown = step_to(scene, window, settle)
            seen |= {type(one) for one in QApplication.topLevelWidgets() if one.isVisible()}
            tab = against_reading(shown, hands) if isinstance(shown, QDialog) else []
            quiet = QUIET_MS if (language, percent) == ("en", 100) else 0
            said = [*faults(shown), *still_english(shown, language), *tab, *unrest(quiet)]
            if said:
                wrong[scene.name] = said
            leave(window)
            settle()
        return wrong

    return walked


def step_to(scene, window, settle):
    """Go to a scene, which may be a step of the first start, and return what is shown of it."""
    if scene not in FIRST_START:
        return go_to(scene, window, settle)
    window.page._go(min(FIRST_START.index(scene), 1))
    if scene is FIRST_START[-1]:
        window.page.strategy_form.more.click()
    settle()
    return window


def faults(shown):
    """Return what is cut, nameless, small to press, scrolls sideways, or has no room."""
    whole = shown.window()
    large = whole.width() > SMALL[0] or whole.height() > SMALL[1]
    size = [f"{whole.width()}x{whole.height()}"] if large else []
    return [*cut(shown), *nameless(shown), *small(whole), *size, *sideways(shown)]


def sideways(shown):
    """Return what has to be scrolled sideways; a table or a chart may, and has no such area."""
    areas = (
        scroll_area for scroll_area in shown.findChildren(QScrollArea) if scroll_area.isVisible()
    )
    wide = (one for one in areas if one.horizontalScrollBar().maximum())
    return [f"{type(one).__name__} scrolls sideways" for one in wide]


def words_of(shown):
    """Yield all that can be read or heard in a window or dialog."""
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
    yield shown.window().windowTitle()


def still_english(shown, language):
    """Return the texts that the catalogue says otherwise in this language.

    What is made here has no catalogue; in it, what Spanish says otherwise is English as well.
    """
    spoken = wording.wording_of(language if language != CODE else "es")
    known = FOUND_IN_EVERY_LANGUAGE | (FOUND_IN_NONE if language == CODE else set())
    said = set(words_of(shown)) - known - {""}
    return sorted(one for one in said if spoken.text(one) != one)


def test_the_long_language_keeps_values_keys_and_dates():
    assert pseudo("&Save {n} days").startswith("[&Sávé {n} dáýš ")
    assert pseudo("MMMM d, yyyy") == "MMMM d, yyyy"
    assert len(pseudo("A week for the fridge")) >= 1.4 * len("A week for the fridge")


@pytest.mark.measured
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("language", "percent"), EACH_TIME + THE_OTHERS)
def test_every_page_and_dialog_is_in_order(
    long_language, example, faults_of_all, language, percent, every
):
    seen = set()
    scenes = FULL if every == 1 else HALF.get(language, FULL)
    assert faults_of_all(example, scenes, language, percent, seen) == {}
    assert scenes is not FULL or windows_of_ours() - seen == RARE


@pytest.mark.parametrize(("language", "percent"), EACH_TIME + THE_OTHERS)
def test_so_is_each_window_of_which_no_picture_is_made(
    long_language, example, open_window, qapp, qtbot, hands, language, percent
):
    window, wrong, kinds = open_window(example, language), {}, set()
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(*SMALL)
    for shown in Rare(window).all():
        opens = (getattr(shown, name, None) for name in ("ask", "open", "show"))
        next(filter(None, opens))()
        settle_window(window, qtbot)
        tab = against_reading(shown, hands) if isinstance(shown, QDialog) else []
        said = [*faults(shown), *still_english(shown, language), *tab]
        if said or not shown.isVisible():
            wrong[type(shown).__name__] = said
        kinds.add(type(shown))
        shown.close()
        shown.deleteLater()
    assert (wrong, kinds) == ({}, RARE)


@pytest.mark.parametrize(("language", "percent"), EACH_TIME + THE_OTHERS)
def test_so_is_a_page_where_nothing_is_written_yet(
    long_language, house, faults_of_all, language, percent
):
    assert faults_of_all(house.journal, EMPTY, language, percent) == {}


@pytest.mark.parametrize(("language", "percent"), EACH_TIME + THE_OTHERS)
def test_so_is_each_step_of_the_first_start(
    long_language, empty_journal, faults_of_all, language, percent
):
    assert faults_of_all(empty_journal, FIRST_START, language, percent) == {}
