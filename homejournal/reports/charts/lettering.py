"""Letters in charts: how wide they are, where they are cut, and which of them can be drawn."""

import unicodedata
from decimal import Decimal
from functools import lru_cache

from homejournal.reports.charts.style import font
from homejournal.resources import resource
from homejournal.texts.wording import Wording

CUT = "…"
ISOLATES, END_OF_ISOLATE = "\u2066\u2067\u2068", "\u2069"
"""What begins and ends words that keep their own direction."""
LINE = 1.36
"""From one line of letters to the next, in sizes of the letters."""
_PLACEHOLDER = "◻"
_MEASURE = 100.0
_FROM_THE_RIGHT = {"R", "AL", "AN"}
_NEVER_DRAWN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF, 0xFE0F])
_TRILLION, _BILLION = Decimal(10**12), Decimal(10**9)
_MILLION, _TEN_THOUSAND = Decimal(10**6), Decimal(10**4)


def width_of(words: str, size: float) -> float:
    """Return how many points the longest line of the words takes."""
    return max((_line_width(line) for line in words.split("\n")), default=0.0) * size / _MEASURE


@lru_cache(maxsize=4096)
def _line_width(line: str) -> float:
    line = drawable(line)
    if any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in line):
        return _measured(line)
    # Kerning is a trifle, and each letter is measured only once.
    return sum(map(_letter_width, line))


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> float:
    return _measured(f"n{letter}n") - _measured("nn")


def _measured(words: str) -> float:
    from matplotlib.textpath import text_to_path

    width, _, _ = text_to_path.get_text_width_height_descent(words, font(_MEASURE), ismath=False)
    return float(width)


def shortened(words: str, room: float, size: float) -> str:
    """Return the words on one line, cut with an ellipsis where they are wider than the room.

    Returns nothing if not even a few letters would fit.
    """
    line = drawable(" ".join(words.split()))
    if width_of(line, size) <= room:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_of(_cut(line, middle), size) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return _cut(line, low) if low > 1 else ""


def _cut(line: str, length: int) -> str:
    while length and length < len(line) and unicodedata.combining(line[length]):
        length -= 1
    left = line[:length].rstrip(" .,;:…")
    open_yet = sum(map(left.count, ISOLATES)) - left.count(END_OF_ISOLATE)
    return left + CUT + END_OF_ISOLATE * open_yet


def wrapped(words: str, room: float, size: float, lines: int) -> str:
    """Return the words on at most so many lines, the last of them cut where it is too long."""
    left = drawable(" ".join(words.split())).split(" ")
    made: list[str] = []
    while left and len(made) < lines - 1:
        taken = 1
        while taken < len(left) and width_of(" ".join(left[: taken + 1]), size) <= room:
            taken += 1
        made.append(shortened(" ".join(left[:taken]), room, size))
        left = left[taken:]
    return "\n".join([*made, shortened(" ".join(left), room, size)] if left else made)


def drawable(words: str) -> str:
    """Return the words with a placeholder for each sign that no font at hand can draw."""
    if words.isascii() and words.isprintable():
        return words
    drawn = _signs_drawn()
    return "".join(
        sign if ord(sign) in drawn or sign == "\n" else _PLACEHOLDER
        for sign in words.translate(_NEVER_DRAWN)
    )


@lru_cache(maxsize=1)
def _signs_drawn() -> frozenset[int]:
    from matplotlib import get_data_path
    from matplotlib.ft2font import FT2Font

    files = [*resource("fonts").glob("Noto*-Regular.ttf")]
    codes = {code for file in files for code in FT2Font(str(file)).get_charmap()}
    codes |= set(FT2Font(f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf").get_charmap())
    return frozenset(codes | set(range(0x2066, 0x206A)))


def short_number(value: Decimal, wording: Wording) -> str:
    """Return a number in few letters: the whole of it stands in the sentence beside the chart.

    From 1 up to ten thousand it is as exact as in the table, to the second digit after the point.
    """
    size = abs(value)
    if size >= _BILLION:
        return _in_words(value, wording)
    if size >= _MILLION:
        return f"{wording.number(round(value / _MILLION, 1))}M"
    if size >= _TEN_THOUSAND:
        return f"{wording.number(Decimal(round(value / 1000)))}k"
    if size >= 1 or not value:
        return wording.number(round(value, 2))
    return wording.number(round(value, 1 - value.adjusted()))


def _in_words(value: Decimal, wording: Wording) -> str:
    if abs(value) >= _TRILLION:
        # Translators: a million millions, in as few letters as can be
        return wording.text("{number} trillion", number=wording.number(round(value / _TRILLION, 1)))
    # Translators: a thousand millions, in as few letters as can be
    return wording.text("{number} billion", number=wording.number(round(value / _BILLION, 1)))
