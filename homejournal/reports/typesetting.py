"""Making PDFs that screen readers can read and archives can keep, and pictures, with Typst."""

import json
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, TypeVar, cast

from homejournal.domain.limits import read_json
from homejournal.domain.papers.sheet_layout import Spot
from homejournal.domain.sentences.values import Replaced
from homejournal.reports.unbroken_dates import with_unbroken_dates
from homejournal.resources import resource
from homejournal.texts.sentences import say
from homejournal.texts.wording import wording_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import typst


PLACEHOLDER = "◻"
"""Drawn by the bundled Noto Emoji."""
# Latin, Cyrillic, general punctuation and the Arabic letters: drawn by the bundled fonts.
_COMMON = re.compile(
    "[\t\n\r -~\u00a0-\u017f\u0400-\u045f\u0620-\u064a\u2010-\u2027\u2066-\u2069]*"
)
_NEVER_DRAWN = re.compile("[\u200b-\u200f\u2060\ufe0e\ufe0f]")
_NAMED = re.compile(r'(?:text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")

Words = TypeVar("Words")


def fonts_cover(text: str, fonts: Path) -> bool:
    """Whether the fonts of a folder draw every character of the text."""
    if _COMMON.fullmatch(text):
        return True
    signs = {ord(sign) for sign in _NEVER_DRAWN.sub("", text) if not sign.isspace()}
    return signs <= _drawn_by(fonts)


@lru_cache(maxsize=2)
def _drawn_by(fonts: Path) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    files = fonts.glob("*-Regular.ttf")
    return frozenset(code for file in files for code in FT2Font(str(file)).get_charmap())


def missing_characters(message: str) -> tuple[str, ...]:
    """Return the characters that a refusal of Typst names, each once."""
    texts = (_ESCAPED.sub(_unescape, found) for found in _NAMED.findall(message))
    signs = dict.fromkeys(sign for text in texts for sign in text)
    return tuple(sign for sign in signs if sign != PLACEHOLDER and not sign.isspace())


def with_placeholders(fields: Words, signs: tuple[str, ...]) -> Words:
    """Return the same fields with the placeholder for each of the signs."""
    changed: object = fields
    if isinstance(fields, str):
        changed = fields.translate({ord(sign): PLACEHOLDER for sign in signs})
    elif isinstance(fields, list):
        changed = [with_placeholders(field, signs) for field in fields]
    elif isinstance(fields, dict):
        changed = {name: with_placeholders(one, signs) for name, one in fields.items()}
    return cast("Words", changed)


def all_text(fields: object) -> str:
    """Return all the text of the fields in one."""
    if isinstance(fields, str):
        return fields
    if isinstance(fields, dict):
        return "".join(map(all_text, fields.values()))
    return "".join(map(all_text, fields)) if isinstance(fields, list) else ""


def _unescape(match: re.Match[str]) -> str:
    code, plain = match.groups()
    if code:
        return chr(int(code, 16))
    return {"n": "\n", "t": "\t", "r": "\r"}.get(plain, plain)


ACCESSIBLE: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""PDF/UA-1 (ISO 14289-1) for screen readers, PDF/A-2a (ISO 19005-2) for keeping."""
PRINT_PPI = 300.0
PREVIEW_PPI = 96.0
SMALL_PRINT = "small_print"
"""The field in which a document says which characters had to be replaced."""

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PagePdf:
    """A page as PDF; which characters had to be replaced, and whether it conforms to PDF/UA-1."""

    pdf: bytes
    replaced: tuple[str, ...] = ()
    accessible: bool = True


class LineOnSheet(NamedTuple):
    """Where a line is: its sheet, from 0, and how far from the left and top, in millimeters."""

    key: str
    sheet: int
    left: float
    top: float
    right: float
    bottom: float


class Pictured(NamedTuple):
    """The sheets of a paper as PNG pictures, and the lines on them that have a key."""

    sheets: tuple[bytes, ...]
    lines: tuple[LineOnSheet, ...] = ()
    covered: bool = True
    """Whether the fonts here draw every character, so that a PDF replaces none."""


Corner = tuple[str, int, float, float]
"""The key of a line, a sheet from 1, and how far from its left and top, in millimeters."""
_FOOT = 1000.0
"""Below every sheet: so far down goes a line that has its end on another one."""


class InWords(ABC):
    """What is printed, as plain words, in one language or two.

    `pictures` has SVG texts by the names that the fields use. Charts take their time: where there
    are `charts`, they are drawn before the fields are made.
    """

    template: ClassVar[str]
    charts = 0

    def __init__(self, language: str, second_language: str | None = None) -> None:
        wanted = dict.fromkeys((language, second_language or language))
        self.wordings = [wording_of(one) for one in wanted]
        self.wording = self.wordings[0]
        self.pictures: dict[str, str] = {}

    def draw(self) -> "Iterator[int]":
        """Draw the charts, one in each step; yield how many there are by then."""
        yield from ()

    @abstractmethod
    def fields(self) -> Fields:
        """Return everything that the template shows."""


class Typesetter:
    """Prints words by their templates; keep one, for it holds the fonts.

    The same words give the same bytes. Nothing is read but the bundled templates and the fonts,
    and system fonts only for characters that the bundled ones do not draw.
    """

    def __init__(self, fonts: Path | None = None) -> None:
        self._fonts = fonts or resource("fonts")
        self._faces: dict[bool, typst.Fonts] = {}
        self._compilers: dict[tuple[str, bool], typst.Compiler] = {}
        # Typst refuses a second thread while it compiles: that one waits for its turn.
        self._turn = Lock()

    def warm_up(self, template: str) -> None:
        """Load the fonts of a template."""
        self._compiler(template, system_fonts=False)

    def pdf(self, words: InWords) -> PagePdf:
        """Return a PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the small print says which.
        """
        fields = words.fields()
        replaced: tuple[str, ...] = ()
        made = self._accessible(fields, words)
        while not isinstance(made, bytes) and not set(made) <= set(replaced):
            replaced = tuple(dict.fromkeys((*replaced, *made)))
            fields = _replaced(words, replaced)
            made = self._accessible(fields, words)
        if isinstance(made, bytes):
            return PagePdf(made, replaced)
        with self._turn:
            plain = self._compiler(words.template, system_fonts=True).compile(
                sys_inputs=_inputs(fields, words), format="pdf"
            )
        return PagePdf(cast("bytes", plain), replaced, accessible=False)

    def pictures(self, words: InWords, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each sheet as a PNG picture with so many pixels an inch, at most 300."""
        return self.pictures_and_lines(words, ppi).sheets

    def pictures_and_lines(self, words: InWords, ppi: float = PREVIEW_PPI) -> "Pictured":
        """Return the same pictures, and where each line is of which the template marks the corners.

        Typst itself answers that of the very layout that it drew.
        """
        fields = words.fields()
        covered = fonts_cover(all_text(fields), self._fonts)
        compiler = next(self._compilers_for(fields, words.template))
        ppi = min(ppi, PRINT_PPI)
        inputs = {**_inputs(fields, words), "ppi": str(ppi)}
        with self._turn:
            made = compiler.compile(sys_inputs=inputs, format="png", ppi=ppi)
            (corners,) = read_json(compiler.query("<lines>", field="value")) or ([],)
        sheets = tuple(made) if isinstance(made, list) else (cast("bytes", made),)
        return Pictured(sheets, tuple(_lines_between(corners)), covered)

    def spots(self, words: InWords, replaced: tuple[str, ...] = ()) -> tuple[Spot, ...]:
        """Return where each thing is that the template marks as a spot, in the order of the pages.

        It is asked of the same words with the same characters replaced, as they are printed.
        """
        fields = _replaced(words, replaced) if replaced else words.fields()
        compiler = next(self._compilers_for(fields, words.template))
        with self._turn:
            compiler.compile(sys_inputs=_inputs(fields, words), format="pdf")
            (spots,) = read_json(compiler.query("<spots>", field="value"))
        return tuple(
            Spot(spot["page"], tuple(spot["key"]), tuple(map(_hundredths, spot["box"])))
            for spot in spots
        )

    def _accessible(self, fields: Fields, words: InWords) -> bytes | tuple[str, ...]:
        """Return the PDF, or the characters on account of which Typst refused it."""
        import typst

        signs: tuple[str, ...] = ()
        inputs = _inputs(fields, words)
        for compiler in self._compilers_for(fields, words.template):
            try:
                with self._turn:
                    made = compiler.compile(
                        sys_inputs=inputs, format="pdf", pdf_standards=[*ACCESSIBLE]
                    )
            except typst.TypstError as refusal:
                signs = missing_characters(refusal.diagnostic)
            else:
                return cast("bytes", made)
        return signs

    def _compilers_for(self, fields: Fields, template: str) -> "Iterator[typst.Compiler]":
        if fonts_cover(all_text(fields), self._fonts):
            yield self._compiler(template, system_fonts=False)
        yield self._compiler(template, system_fonts=True)

    def _compiler(self, template: str, *, system_fonts: bool) -> "typst.Compiler":
        import typst

        if (template, system_fonts) not in self._compilers:
            if system_fonts not in self._faces:
                self._faces[system_fonts] = typst.Fonts(
                    include_system_fonts=system_fonts, font_paths=[str(self._fonts)]
                )
            file = resource("typst", template)
            # Typst may read below its root: there is nothing there but the templates.
            self._compilers[template, system_fonts] = typst.Compiler(
                input=file, root=file.parent, font_paths=self._faces[system_fonts]
            )
        return self._compilers[template, system_fonts]


def _hundredths(millimeters: float) -> Decimal:
    return Decimal(str(round(millimeters, 2)))


def _inputs(fields: Fields, words: InWords) -> dict[str, str]:
    told = with_unbroken_dates(fields, tuple(words.wordings))
    return {"data": json.dumps(told, ensure_ascii=False), **words.pictures}


def _lines_between(corners: "Sequence[Corner]") -> "Iterator[LineOnSheet]":
    """Yield the lines whose first and last corners these are; one line may hold others.

    A line that goes on over sheets has a part on each of them.
    """
    begun: dict[str, Corner] = {}
    for corner in corners:
        key, last, *_ = corner
        if key not in begun:
            begun[key] = corner
            continue
        _, first, *one = begun.pop(key)
        left, right = sorted((one[0], corner[2]))
        for sheet in range(first, last + 1):
            top = one[1] if sheet == first else 0.0
            bottom = corner[3] if sheet == last else _FOOT
            yield LineOnSheet(key, sheet - 1, left, top, right, bottom)


def _replaced(words: InWords, signs: tuple[str, ...]) -> Fields:
    """Return the words with the characters replaced, and the line that says so."""
    fields = with_placeholders(words.fields(), signs)
    fields[SMALL_PRINT] += [say(wording, Replaced(signs)) for wording in words.wordings]
    return fields
