"""One language for people: sentences and plurals from the catalogue, days and numbers by locale.

Also the names of keys, and names cut where there is little room.
"""

import gettext
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from datetime import time as time_of_day
from decimal import Decimal
from functools import cache, cached_property, lru_cache, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from homejournal.resources import resource
from homejournal.texts import languages as known

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from homejournal.domain.records.children import Pronoun

_Asked = ParamSpec("_Asked")
DOMAIN = "homejournal"
SOURCE_LANGUAGE = "en"
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_APART = re.compile(f"(?: \\(\\d+\\))?(?: – [^–]+)?{_END_ISOLATE}?$")
"""A number, and what is said of a child: "Ana (2)", "Ana – born May 4, 2024"."""
_TURNS = dict.fromkeys(("LRE", "LRO", "RLE", "RLO"), "turned")
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"} | _TURNS
"""The direction of a letter by its class in the algorithm; signs turn what follows them."""


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue; the source language stands first."""
    folders = sorted(resource("translations").glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (SOURCE_LANGUAGE, *dict.fromkeys(folder.parent.parent.name for folder in folders))


@lru_cache
def wording_of(language: str) -> "Wording":
    """Return the one wording of a language; without a catalogue it speaks US English."""
    return Wording(language)


def locale_of(language: str) -> "QLocale":
    """Return the locale in which a language's days and numbers are written."""
    from PySide6.QtCore import QLocale

    return QLocale(known.language(language).region)


class Said(str):
    """A text with what it was made of, so that it can be worded in another language later.

    Only what a wording says itself is one; joined by hand it is a plain string.
    """

    __slots__ = ("named", "parts", "way")
    way: Callable[..., str]
    parts: tuple[object, ...]
    named: Mapping[str, object]

    def in_language(self, wording: "Wording") -> str:
        """Return the same in another language; what a person wrote stays as it is."""
        # A part by its place is a word of the catalogue or a person's, or a list of texts.
        parts = (
            tuple(_in_language(wording, one) for one in part)
            if isinstance(part, tuple | list)
            else part
            for part in self.parts
        )
        named = {name: _in_language(wording, one) for name, one in self.named.items()}
        return self.way(wording, *parts, **named)


def _in_language(wording: "Wording", part: object) -> object:
    return part.in_language(wording) if isinstance(part, Said) else part


def _says(
    way: Callable[Concatenate["Wording", _Asked], str],
) -> Callable[Concatenate["Wording", _Asked], str]:
    """Let what a method of a wording says remember how it was made."""

    @wraps(way)
    def saying(self: "Wording", /, *parts: _Asked.args, **named: _Asked.kwargs) -> str:
        said = Said(way(self, *parts, **named))
        said.way, said.parts, said.named = saying, parts, named
        return said

    return saying


class Wording:
    """How the program speaks one language. Only literals go in, so that the catalogue is whole."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = gettext.translation(
            DOMAIN, str(resource("translations")), [language], fallback=True
        )

    @_says
    def text(self, literal: str, /, **values: str) -> str:
        """Return the text in this language, with the values put in where it names them."""
        said = self._catalogue.gettext(literal)
        return said.format(**values) if values else said

    @_says
    def text_about(self, pronoun: "Pronoun", literal: str, /, **values: str) -> str:
        """Return a text about a child in the form for her, for him, or for neither.

        A catalogue keeps the first two under the contexts "she" and "he"; where such a form is
        empty, the plain one suits everybody.
        """
        said = self._catalogue.pgettext(pronoun, literal)
        if said == literal:
            said = self._catalogue.gettext(literal)
        return said.format(**values) if values else said

    @_says
    def count(self, one: str, many: str, n: int, /, **values: str) -> str:
        """Return the plural form that n asks for; "{n}" is the number as people write it."""
        said = self._catalogue.ngettext(one, many, n)
        return said.format(n=self.number(n), **values)

    @cached_property
    def direction(self) -> str:
        """Return "rtl" for languages written from the right, else "ltr"."""
        from PySide6.QtCore import Qt

        rtl = self._locale.textDirection() == Qt.LayoutDirection.RightToLeft
        return "rtl" if rtl else "ltr"

    @_says
    def own(self, written: str) -> str:
        """Return what a person wrote, kept apart where its direction may differ from ours.

        The marks are the isolates of the Unicode bidirectional algorithm (UAX 9). Without them the
        parts of a phone number would change places after a word that is read from the right, and a
        sign of direction that somebody pasted would turn all that follows it.
        """
        ours = self.direction
        if ours == "ltr" and written.isascii():
            return written  # most of what is shown, and looking at each letter takes long
        ways = [_STRONG.get(unicodedata.bidirectional(letter)) for letter in written]
        differs = any(way is not None and way != ours for way in ways)
        if ours == "rtl" and not any(ways):
            differs = any(letter.isdigit() for letter in written)
        return f"{_ISOLATE}{written}{_END_ISOLATE}" if differs else written

    @_says
    def day(self, day: date) -> str:
        """Return a day with its year: "March 22, 2026"."""
        # Translators: a date as Qt's QLocale spells formats; d, MMMM and yyyy stay, words go in ''
        return self._dated(day, self.text("MMMM d, yyyy"))

    @_says
    def full_day(self, day: date) -> str:
        """Return a day with its weekday and year: "Sunday, March 22, 2026"."""
        # Translators: a date as Qt's QLocale spells formats; dddd, d, MMMM and yyyy stay
        return self._dated(day, self.text("dddd, MMMM d, yyyy"))

    @_says
    def day_of_year(self, day: date) -> str:
        """Return a day with its weekday, where the year is clear: "Sunday, March 22"."""
        # Translators: a date as Qt's QLocale spells formats; dddd, d and MMMM stay
        return self._dated(day, self.text("dddd, MMMM d"))

    @_says
    def short_day(self, day: date) -> str:
        """Return a day in few letters: "Mar 22"."""
        # Translators: a short date as Qt's QLocale spells formats; d and MMM stay
        return self._dated(day, self.text("MMM d"))

    @_says
    def short_day_of_year(self, day: date) -> str:
        """Return a day in few letters with its year: "Mar 22, 2026"."""
        # Translators: a short date as Qt's QLocale spells formats; d, MMM and yyyy stay
        return self._dated(day, self.text("MMM d, yyyy"))

    @_says
    def day_without_year(self, day: date) -> str:
        """Return a day with the whole name of its month: "March 22"."""
        # Translators: a date without its year as Qt's QLocale spells formats; d and MMMM stay
        return self._dated(day, self.text("MMMM d"))

    @_says
    def month(self, day: date) -> str:
        """Return the month and year of a day: "March 2026"."""
        # Translators: a month as Qt's QLocale spells formats; MMMM and yyyy stay
        return self._dated(day, self.text("MMMM yyyy"))

    def short_month(self, day: date) -> str:
        """Return the short name of the month, standing by itself: "Mar"."""
        from PySide6.QtCore import QLocale

        return self._locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)

    def month_alone(self, day: date) -> str:
        """Return the name of the month, standing by itself: "March"."""
        return self._locale.standaloneMonthName(day.month)

    def year(self, day: date) -> str:
        """Return the year: "2026"."""
        return self._dated(day, "yyyy")

    @_says
    def weekday(self, day: date) -> str:
        """Return the name of the weekday: "Sunday"."""
        return self._dated(day, "dddd")

    def short_weekday(self, day: date) -> str:
        """Return the short name of the weekday: "Sun"."""
        return self._dated(day, "ddd")

    @_says
    def time(self, moment: time_of_day) -> str:
        """Return a time of day as people write it: "7:30 PM"."""
        from PySide6.QtCore import QLocale, QTime

        clock = QTime(moment.hour, moment.minute)
        return self._locale.toString(clock, QLocale.FormatType.ShortFormat)

    @_says
    def number(self, value: Decimal | int) -> str:
        """Return a number with the separators of this language, without idle zeros."""
        plain = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
        if "." in plain:
            plain = plain.rstrip("0").rstrip(".")
        return "".join(self._signs.get(sign, sign) for sign in plain)

    @_says
    def list_of(self, things: Sequence[str]) -> str:
        """Return "a", "a and b" or "a, b and c"."""
        if len(things) < 2:
            return "".join(things)
        # Translators: the joint before the last thing of a list, as in "mom, dad and grandma"
        joined = self.text("{others} and {last}")
        # Translators: the joint between the other things of a list
        comma = self.text(", ")
        return joined.format(others=comma.join(things[:-1]), last=things[-1])

    @property
    def day_before_month(self) -> bool:
        """Return whether a day in numbers begins with its day: 22.3., and not 3/22."""
        from PySide6.QtCore import QLocale

        usual = self._locale.dateFormat(QLocale.FormatType.ShortFormat)
        return usual.index("d") < usual.index("M")

    @_says
    def between(self, start: date, end: date) -> str:
        """Return a stretch of days with both its ends: "March 2 to March 22, 2026"."""
        if start == end:
            return self.day(start)
        if start.year != end.year:
            return self.text("{start} to {end}", start=self.day(start), end=self.day(end))
        first = self.day_without_year(start)
        return self.text("{start} to {end}", start=first, end=self.day(end))

    def line_of(self, parts: Iterable[str]) -> str:
        """Return short statements on one line, parted by dots in the middle."""
        return self.joined(tuple(parts))

    @_says
    def joined(self, parts: tuple[str, ...]) -> str:
        """Return the line of these short statements."""
        return " · ".join(part for part in parts if part)

    def _dated(self, day: date, pattern: str) -> str:
        from PySide6.QtCore import QDate

        return self._locale.toString(QDate(day.year, day.month, day.day), pattern)

    @cached_property
    def _locale(self) -> "QLocale":
        return locale_of(self.language)

    @cached_property
    def _signs(self) -> dict[str, str]:
        zero = ord(self._locale.zeroDigit())
        signs = {str(digit): chr(zero + digit) for digit in range(10)}
        return signs | {
            ",": self._locale.groupSeparator(),
            ".": self._locale.decimalPoint(),
            "-": self._locale.negativeSign(),
        }


def key_names(wording: Wording) -> Mapping[str, str]:
    """Return the names of keys in shortcuts by those that Qt has for them.

    Qt's own Spanish says "Control+Mayúsculas", which stands on no keyboard, and not in our help.
    """
    # Translators: four keys, each as it stands on the keyboard, with + between them
    ctrl, shift, delete, enter = wording.text("Ctrl+Shift+Delete+Enter").split("+", 3)
    return {"Ctrl": ctrl, "Shift": shift, "Del": delete, "Return": enter, "Enter": enter}


def parted(name: str) -> tuple[str, str]:
    """Return a name in two parts: what may be cut, and what tells it from another one like it."""
    found = _APART.search(name)
    at = found.start() if found else len(name)
    return name[:at], name[at:]


def short_name(name: str, most: int = 24) -> str:
    """Return a name short enough for a button; screen readers get the whole name.

    Only the name itself is cut, never the part that tells two equal names apart.
    """
    called, apart = parted(name)
    if len(called) + len(apart) <= most:
        return name
    cut = called[: max(1, most - 1 - len(apart))].rstrip()
    if cut == called:
        return name
    is_open = _ISOLATE in cut and _END_ISOLATE not in cut + apart
    return f"{cut}…{_END_ISOLATE if is_open else ''}{apart}"
