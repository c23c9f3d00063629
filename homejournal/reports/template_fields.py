"""What all templates take: language, direction, fonts, paper, day, and what a person wrote."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.papers.printed_sheets import Paper, PaperSize, SmallPaper
from homejournal.domain.records.children import Pronoun
from homejournal.texts.day_page import capitalized
from homejournal.texts.labels import child_said
from homejournal.texts.wording import Wording


def photo_svg(photo: PhotoOnPage) -> str:
    """Return an SVG text that holds the photo's JPEG and nothing else."""
    size = f'width="{photo.width}" height="{photo.height}"'
    box = f'viewBox="0 0 {photo.width} {photo.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>'
        f'<image {size} href="data:image/jpeg;base64,{photo.jpeg}"/></svg>'
    )


Fields = dict[str, Any]
_UNBROKEN = re.compile(r"[^\s\u200b]{32,}")
_BREAK_AFTER = 16
_TURNS = re.compile("[\u202a\u202b\u202d\u202e]")
"""Signs that turn what follows them; an isolate of Unicode keeps that to the words themselves."""


def own(written: str) -> Fields:
    """Return what a person wrote, whole, with its direction and with places to break a line."""
    text = written.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    text = text.replace("\ufeff", "").strip()
    strong = (unicodedata.bidirectional(letter) for letter in text)
    first = next((way for way in strong if way in {"L", "R", "AL"}), "L")
    if _TURNS.search(text):
        text = "\n".join(f"\u2068{line}\u2069" for line in text.split("\n"))
    return {"text": with_breaks(text, _UNBROKEN, _BREAK_AFTER), "rtl": first != "L"}


def child_field(wording: Wording, who: Pronoun, name: str) -> Fields:
    """Return what a paper calls a child where that stands alone: the name, or "Our child"."""
    return own(name or capitalized(child_said(wording, who)))


def with_breaks(text: str, unbroken: re.Pattern[str], after: int) -> str:
    """Return a text whose unbroken words may be parted after each so many letters."""

    def parted(found: re.Match[str]) -> str:
        letters = found.group()
        pieces = range(0, len(letters), after)
        return "\u200b".join(letters[start : start + after] for start in pieces)

    return unbroken.sub(parted, text)


_LATIN, _ARABIC, _SIGNS = "homejournal Sans", "homejournal Sans Arabic", "homejournal Emoji"
_OTHER_WAY = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"
"""The isolates of Unicode (UAX 9) that begin words of a known direction, and their end."""


def in_each(wordings: Sequence[Wording], words: Callable[[Wording], str]) -> list[str]:
    """Return words in each language of a sheet, the first one first; none if they are empty."""
    return nonempty_texts(wordings, [words(wording) for wording in wordings])


def nonempty_texts(wordings: Sequence[Wording], said: Sequence[str]) -> list[str]:
    """Return the texts of each language that are not empty."""
    told = zip(wordings, said, strict=True)
    return [apart(words, wording, wordings[0]) for wording, words in told if words]


def apart(words: str, wording: Wording, first: Wording) -> str:
    """Return words in one language of a sheet, kept apart where the first one runs the other way.

    Else their numbers and their full stop would change places.
    """
    if wording.direction == first.direction:
        return words
    return f"{_OTHER_WAY[wording.direction]}{words}{_END}"


_PAPERS: Mapping[PaperSize, str] = {
    Paper.LETTER: "us-letter",
    Paper.A4: "a4",
    SmallPaper.A5: "a5",
}


def paper_fields(wording: Wording, paper: PaperSize, printed: date) -> Fields:
    """Return the fields by the names that the templates use.

    The font of the language stands first: otherwise its lines would jump.
    """
    rtl = wording.direction == "rtl"
    return {
        "lang": wording.language,
        "dir": wording.direction,
        "fonts": [_ARABIC, _LATIN, _SIGNS] if rtl else [_LATIN, _ARABIC, _SIGNS],
        "paper": _PAPERS[paper],
        "printed": [printed.year, printed.month, printed.day],
    }
