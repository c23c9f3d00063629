"""The language of the window as Qt has it: its words, names of keys, dates, weeks, direction."""

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from homejournal.texts import languages as known
from homejournal.texts.wording import Wording, key_names, languages, locale_of, wording_of

if TYPE_CHECKING:
    from homejournal.domain.days.periods import WeekStart


_DIALOG = "QFileDialog"
_KNOWN_AS = {
    (_DIALOG, "&Look in:"): "Look in:",
    (_DIALOG, "Files of &type:"): "Files of type:",
    ("QAbstractFileIconProvider", "Folder"): "Folder",
    ("QAbstractFileIconProvider", "%1 File"): "%1 File",
    ("QAbstractFileIconProvider", "File"): "File",
    ("QAbstractFileIconProvider", "Drive"): "Drive",
}
"""Words of the window that asks for a file, under which its catalogues still hold them.

Qt 6.11 asks for these in another form, or for another class, and showed them in English.
"""


_KEYS, _WORDS = "keys", "words"
"""Under these names the application holds the two translators."""


class QtWords(QTranslator):
    """Qt's catalogue of one language."""

    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str | None:
        known = _KNOWN_AS.get((context, source))
        said = super().translate(context, source, disambiguation, n)
        if not said and known:
            said = super().translate(_DIALOG, known)
        # Nothing is what Qt takes for "ask the next one".
        return said or None


class KeyNames(QTranslator):
    """Names keys in a language of ours; Qt asks it before its own words."""

    def __init__(self, app: "QApplication", wording: "Wording") -> None:
        super().__init__(app)
        self.setObjectName(_KEYS)
        self._names = key_names(wording)

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str | None:
        # Nothing is what Qt takes for "ask the next one".
        return self._names.get(source) if context == "QShortcut" else None


def name_keys(app: "QApplication", wording: "Wording | None") -> None:
    """Call the keys as a language does, or as Qt does without being asked."""
    before = cast("QTranslator | None", app.findChild(QTranslator, _KEYS))
    if before is not None:
        app.removeTranslator(before)
        before.setObjectName("")
        before.deleteLater()
    if wording is not None:
        app.installTranslator(KeyNames(app, wording))


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
    pairs = [(first, other) for first in spoken for other in spoken if first != other]
    both = [((first, other), f"{own_name(first)} + {own_name(other)}") for first, other in pairs]
    return [*single, *both]


def choose_language(wanted: str | None) -> str:
    """Return the wanted language if it has a catalogue, else the system's, else English."""
    spoken = languages()
    for code in (wanted, *(name.replace("_", "-").split("-")[0] for name in _system())):
        if code in spoken:
            return code
    return spoken[0]


def use_language(language: str) -> QLocale:
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
        name_keys(app, None if language == "en" else wording_of(language))
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


_WEEKS_BEGIN = "weeks_begin"


def to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def from_qt(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def set_week_start(window: QWidget, start: "WeekStart") -> None:
    """Let every calendar in a window and its dialogs begin its weeks as the journal does."""
    window.setProperty(_WEEKS_BEGIN, start.value)


def first_weekday(part: QWidget) -> Qt.DayOfWeek:
    """Return the day on which weeks begin where a part is, else the usual one of its language."""
    from homejournal.domain.days.periods import WeekStart  # not needed before the first paint

    holder: QWidget | None = part
    while holder is not None:
        match holder.property(_WEEKS_BEGIN):
            case WeekStart.MONDAY.value:
                return Qt.DayOfWeek.Monday
            case WeekStart.SUNDAY.value:
                return Qt.DayOfWeek.Sunday
        holder = holder.parentWidget()
    return part.locale().firstDayOfWeek()
