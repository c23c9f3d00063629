"""Making PDFs that screen readers can read and archives can keep, and pictures, with Typst."""

import json
import re
import tempfile
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, cast

from homejournal.domain.sentences.values import Replaced
from homejournal.resources import resource
from homejournal.texts.sentences import say
from homejournal.texts.wording import wording_of

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        # Typst refuses a second thread while it compiles: that one waits for its turn.
        self._turn = Lock()

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
            plain = self._system.compile(**self._inputs(fields, words), format="pdf")
        return PagePdf(cast("bytes", plain), replaced, accessible=False)

    def pictures(self, words: InWords, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each sheet as a PNG picture with so many pixels an inch, at most 300."""
        fields = words.fields()
        compiler = next(self._compilers_for(fields))
        inputs = self._inputs(fields, words)
        with self._turn:
            made = compiler.compile(**inputs, format="png", ppi=min(ppi, PRINT_PPI))
        return tuple(made) if isinstance(made, list) else (cast("bytes", made),)

    def _accessible(self, fields: Fields, words: InWords) -> bytes | tuple[str, ...]:
        """Return the PDF, or the characters on account of which Typst refused it."""
        import typst

        signs: tuple[str, ...] = ()
        inputs = self._inputs(fields, words)
        for compiler in self._compilers_for(fields):
            try:
                with self._turn:
                    made = compiler.compile(**inputs, format="pdf", pdf_standards=[*ACCESSIBLE])
            except typst.TypstError as refusal:
                signs = missing_characters(refusal.diagnostic)
            else:
                return cast("bytes", made)
        return signs

    def _compilers_for(self, fields: Fields) -> "Iterator[typst.Compiler]":
        if fonts_cover(all_text(fields), self._fonts):
            yield self._bundled
        yield self._system

    def _inputs(self, fields: Fields, words: InWords) -> Fields:
        inputs = {"data": json.dumps(fields, ensure_ascii=False), **words.pictures}
        return {"input": _template(words.template), "sys_inputs": inputs}

    @cached_property
    def _bundled(self) -> "typst.Compiler":
        return self._compiler(ignore_system_fonts=True)

    @cached_property
    def _system(self) -> "typst.Compiler":
        return self._compiler(ignore_system_fonts=False)

    def _compiler(self, *, ignore_system_fonts: bool) -> "typst.Compiler":
        import typst

        # Typst may read below its root; a folder that is gone again lets a page read no file.
        with tempfile.TemporaryDirectory(prefix="homejournal-") as gone:
            return typst.Compiler(
                root=gone,
                font_paths=[str(self._fonts)],
                ignore_system_fonts=ignore_system_fonts,
            )


@cache
def _template(name: str) -> bytes:
    return resource("typst", name).read_bytes()


def _replaced(words: InWords, signs: tuple[str, ...]) -> Fields:
    """Return the words with the characters replaced, and the line that says so."""
    fields = with_placeholders(words.fields(), signs)
    fields[SMALL_PRINT] += [say(wording, Replaced(signs)) for wording in words.wordings]
    return fields
