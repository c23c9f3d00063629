"""The sheets that are filled in: the weeks of two dozen families, as the program prints them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

from PIL import Image

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.printed_sheets import (
    FridgeRow,
    FridgeSheet,
    FridgeStrategy,
    FridgeWeek,
    Paper,
    SheetCodes,
)
from homejournal.domain.papers.sheet_layout import kept_sheets
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.reports.paper_to_pdf import Printer
from sheet_photos.choosing import Chance, chance, happens, one_of, pick

SHEETS = 24
DOTS = 300
"""Dots an inch of the page on which is written."""
DOTS_A_MM = DOTS / 25.4

Box = tuple[float, float, float, float]
"""Left, top, width and height in millimeters."""
Answer = tuple[str, int | None]
"""What a place stands for, and its level."""


class Choice(NamedTuple):
    """The places of one time on one day, of which one is filled in; row None is the day itself."""

    row: int | None
    day: int
    boxes: dict[Answer, Box]
    writing: dict[str, Box]
    """What is written by hand: a number, tries, or strokes."""


@dataclass(frozen=True)
class BlankSheet:
    """A page as it comes out of the printer, in gray, and what the journal keeps of it."""

    picture: Image.Image
    kept: Sheet
    language: str

    @property
    def size(self) -> tuple[float, float]:
        """Return its width and height in millimeters."""
        width, height = map(float, self.kept.layout["paper"])
        return width, height

    def choices(self) -> list[Choice]:
        """Return every choice in the order of the page, days first."""
        found: dict[tuple[int | None, int], Choice] = {}
        for how, what, row, day, level, *box in self.kept.layout["places"]:
            choice = found.setdefault((row, day), Choice(row, day, {}, {}))
            left, top, width, height = map(float, box)
            if how == "box":
                choice.boxes[what, level] = (left, top, width, height)
            elif how == "strokes":
                choice.boxes.pop((what, level), None)
                choice.writing[f"strokes {what} {level}"] = (left, top, width, height)
            else:
                choice.writing[what] = (left, top, width, height)
        return [*found.values()]


_PRINTER = cache(Printer)
_STRATEGIES = {
    "en": ("Pause and wait", "Naming what we see", "Choices at snack", "Shoes on together",
           "Songs with gestures", "Brushing teeth", "Picture book", "Minutes at the table"),
    "es": ("Esperar y mirar", "Nombrar lo que vemos", "Elegir la merienda", "Ponerse los zapatos",
           "Canciones con gestos", "Cepillarse los dientes", "Leer un cuento", "En la mesa"),
    "ar": ("ننتظر وننظر", "نسمّي ما نراه", "يختار الوجبة", "نلبس الحذاء معًا",
           "أغانٍ بالحركات", "تنظيف الأسنان", "كتاب مصوّر", "دقائق على الطاولة"),
}  # fmt: skip
_HOW = {
    "en": "Look, count to five, then help as little as needed.",
    "es": "Mirar, contar hasta cinco y luego ayudar lo menos posible.",
    "ar": "ننظر ونعدّ إلى خمسة ثم نساعد بأقل ما يمكن.",
}
_CHILDREN = {"en": ("Noah", "Mia", "Leo"), "es": ("Lucía", "Mateo"), "ar": ("سلمى", "يوسف")}
_LANGUAGES = {"en": 60, "es": 22, "ar": 18}
_KINDS = {"help": 42, "went": 26, "none": 16, "number": 9, "tries": 7}
_TIMES = {"1": 62, "2": 20, "3": 10, "9": 8}
"""Nine times are counted by strokes."""


@cache
def sheet_value(number: int) -> FridgeSheet:
    """Return the sheet with this number, from 0 on, as the program is asked to print it."""
    by = chance(number, "sheet")
    language = pick(by, _LANGUAGES)
    start = date(2026, 1, 5 + 7 * (number % 3))
    days = Period(start, date.fromordinal(start.toordinal() + 6))
    names = by.permutation(_STRATEGIES[language])[: int(by.integers(1, 7))]
    strategies = tuple(
        _strategy(by, number * 100 + n, str(name), language) for n, name in enumerate(names)
    )
    return FridgeSheet(
        child=one_of(by, _CHILDREN[language]),
        printed=start,
        weeks=(FridgeWeek(period=days, strategies=strategies),),
        paper=one_of(by, [*Paper]),
        language=language,
        codes=SheetCodes(UUID(int=number + 1), UUID(int=int(by.integers(2**62)))),
    )


def _strategy(by: Chance, number: int, name: str, language: str) -> FridgeStrategy:
    plan = RatingPlan(kind=RatingKind(pick(by, _KINDS)))
    times = int(pick(by, _TIMES))
    if plan.kind in {RatingKind.NUMBER, RatingKind.TRIES}:
        times = 1
    strokes, rows = times > 4, 1 if times > 4 else times
    off = set(by.choice(7, 2, replace=False).tolist()) if happens(by, 0.2) else set()
    days = tuple(None if day in off else plan for day in range(7))
    step = UUID(int=10_000_000 + number)
    return FridgeStrategy(
        strategy=UUID(int=1_000_000 + number),
        name=name,
        rows=tuple(
            FridgeRow(days=days, place=n + 1 if rows > 1 else None, steps=(step,) * 7)
            for n in range(rows)
        ),
        often=Often(times=times),
        how=_HOW[language] if happens(by, 0.6) else "",
        strokes=strokes,
    )


@cache
def kept_pages(number: int) -> Sequence[Sheet]:
    """Return what the journal keeps of each page of a sheet."""
    sheet = sheet_value(number)
    return kept_sheets(sheet, _PRINTER().spots(sheet), datetime(2026, 1, 1, tzinfo=UTC))


@cache
def blank_pages(number: int) -> Sequence[BlankSheet]:
    """Return each page of a sheet with its picture."""
    sheet = sheet_value(number)
    pictures = _PRINTER().pictures(sheet, DOTS)
    return [
        BlankSheet(Image.open(io.BytesIO(png)).convert("L"), kept, sheet.language)
        for png, kept in zip(pictures, kept_pages(number), strict=True)
    ]
