"""Qt's own words, dates and reading direction in the language of the window."""

from typing import cast

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from homejournal.texts import languages as known
from homejournal.texts.wording import languages, locale_of, wording_of
from homejournal.ui.base.key_names import call_keys
from homejournal.ui.base.qt_words import QtWords

_WORDS = "words"


def own_name(code: str) -> str:
    """Return what a language is called by those who speak it, or its code."""
    return known.language(code).own_name


def page_languages() -> list[tuple[tuple[str, str | None], str]]:
    """Return each language alone, and each with each other as the second one, with its name.

    A choice is a pair: a language, and the second one or None.
    """
    spoken = languages()
    single: list[tuple[tuple[str, str | None], str]] = [
        ((code, None), own_name(code)) for code in spoken
    ]
    pairs = [(one, other) for one in spoken for other in spoken if one != other]
    both = [((one, other), f"{own_name(one)} + {own_name(other)}") for one, other in pairs]
    return [*single, *both]


def choose_language(wanted: str | None) -> str:
    """Return the wanted language if it has a catalogue, else the system's, else English."""
    spoken = languages()
    for code in (wanted, *(name.replace("_", "-").split("-")[0] for name in _system())):
        if code in spoken:
            return code
    return spoken[0]


def speak(language: str) -> QLocale:
    """Let Qt's buttons, dates and direction follow a language; return its locale."""
    app = QApplication.instance()
    locale = locale_of(language)
    QLocale.setDefault(locale)
    if isinstance(app, QApplication):
        words = _words(app)
        app.removeTranslator(words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and words.load(f"qtbase_{language}", folder):
            app.installTranslator(words)
        call_keys(app, None if language == "en" else wording_of(language))
        mirrored = wording_of(language).direction == "rtl"
        app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
    return locale


def _words(app: QApplication) -> QTranslator:
    """Return Qt's own words; there is one translator, and it is found by its name.

    To look for one by its class, Qt for Python makes the classes of all that the application holds.
    """
    words = cast("QTranslator | None", app.findChild(QTranslator, _WORDS))
    if words is None:
        words = QtWords(app)
        words.setObjectName(_WORDS)
    return words


def _system() -> list[str]:
    return list(QLocale.system().uiLanguages())
