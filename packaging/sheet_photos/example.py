"""The example family's filled week: what is ticked on it, and one photo of it in each language.

Its dates are left off the paper, as the example's days move to those on which somebody tries it.
"""

import io
import json
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from example_family.names import BED, LAST_DAY, TOY, WAIT
from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.papers.printed_sheets import FridgeAsked, FridgeSheet, Paper
from homejournal.domain.papers.sheet_layout import kept_sheets
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import write_journal_json
from homejournal.reports.paper_to_pdf import Printer
from homejournal.services.opening import create_journal, in_words, words_of_example
from homejournal.texts.wording import languages
from sheet_photos import hands
from sheet_photos.choosing import chance
from sheet_photos.filling import Filled
from sheet_photos.letters import written
from sheet_photos.mix import Hardness
from sheet_photos.paper import printed
from sheet_photos.pens import Pen, a_pen, inked, put
from sheet_photos.photos import Kinds, shot
from sheet_photos.sheets import DOTS, DOTS_A_MM, BlankSheet, Box, Choice

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "example"
MOST_BYTES = 300_000
_QUALITIES = range(86, 40, -2)
_CHANCE = UUID("5b0c2a52-6c0e-4b1d-9a0e-7d7f4a3b2c11")
_MADE = datetime(2026, 6, 21, 18, tzinfo=UTC)
_SEED = 11
_KINDS = Kinds(Hardness.EASY, "curled a little", "window", "sharp", "nothing", "12 MP")
_SIZE = (1620, 2160)
_SOFT = 0.65
"""Less grain of the sensor needs fewer bytes."""
_TICK = ((0.10, 0.48), (0.36, 0.88), (0.98, 0.02))
_TUE, _WED, _THU, _FRI, _SAT, _SUN = range(1, 7)


class _Ticked(NamedTuple):
    """A box that is ticked, of a strategy and its time of the day, on a day from 0 on."""

    strategy: UUID
    meal: int
    day: int
    level: int


BREAKFAST, DINNER = 0, 1
_WRITTEN_TOO = (
    _Ticked(TOY, 0, 0, 3),
    _Ticked(TOY, 0, _FRI, 3),
    _Ticked(TOY, 0, _SAT, 3),
    _Ticked(WAIT, BREAKFAST, 0, 3),
    _Ticked(WAIT, BREAKFAST, _FRI, 4),
    _Ticked(WAIT, DINNER, 0, 3),
    _Ticked(WAIT, DINNER, _TUE, 4),
    _Ticked(WAIT, DINNER, _WED, 3),
    _Ticked(WAIT, DINNER, _SAT, 4),
)
"""What the example family has typed in already."""
_DIFFERS = _Ticked(WAIT, BREAKFAST, _WED, 3)
"""Of which it has typed only that it was done."""
_NEW = (
    _Ticked(TOY, 0, _TUE, 2),
    _Ticked(TOY, 0, _THU, 3),
    _Ticked(WAIT, BREAKFAST, _THU, 3),
    _Ticked(WAIT, DINNER, _FRI, 3),
    _Ticked(WAIT, DINNER, _SUN, 4),
)
_PUT_RIGHT = (_Ticked(TOY, 0, _SUN, 1), _Ticked(TOY, 0, _SUN, 3))
"""Scribbled out, and what was meant."""
_SPECK = _Ticked(TOY, 0, _WED, 2)
_MINUTES = {_WED: "25", _SUN: "18"}


def make_files(folder: Path = FOLDER) -> None:
    """Write a photo and what the journal keeps of its page, for each language of the example."""
    for language in languages():
        sheet = example_sheet(language)
        told = json.dumps(sheet_told(sheet), ensure_ascii=False)
        (folder / f"sheet-{language}.json").write_text(f"{told}\n", encoding="utf-8")
        (folder / f"sheet-{language}.jpg").write_bytes(_photo(sheet))


def example_sheet(language: str) -> BlankSheet:
    """Return the page of the example's last week in a language, without its dates."""
    printer = Printer()
    week = _week(language)
    (kept,) = kept_sheets(week, printer.spots(week), _MADE)
    (png,) = printer.pictures(week, DOTS)
    sheet = BlankSheet(Image.open(io.BytesIO(png)).convert("L"), kept, language)
    return replace(sheet, picture=_without_dates(sheet))


def sheet_told(sheet: BlankSheet) -> object:
    """Return what the journal keeps of a page, as it stands in a journal's file."""
    file = JournalFile(
        settings=JournalSettings(id=_CHANCE), home=None, through=None, entries=(Entry(sheet.kept),)
    )
    return json.loads(write_journal_json(file))["sheets"]


def _week(language: str) -> FridgeSheet:
    words = words_of_example(language)
    told = json.loads((FOLDER / "family.json").read_text(encoding="utf-8"))
    said = in_words(told, lambda text: words.get(text, text))
    with tempfile.TemporaryDirectory() as folder:
        journal = create_journal(
            Path(folder) / "journal", clock=lambda: _MADE, device=_CHANCE, example=True
        )
        journal.files.import_json(json.dumps(said).encode())
        (child,) = journal.family().children
        asked = FridgeAsked(
            child=child,
            day=LAST_DAY,
            paper=Paper.LETTER,
            language=language,
            chance=_CHANCE,
        )
        week = journal.sheets.fridge(asked, LAST_DAY)
        journal.close()
    return week


def _without_dates(sheet: BlankSheet) -> Image.Image:
    """Return the picture with white over the week's dates, and over the date of each day."""
    picture = sheet.picture.copy()
    draw = ImageDraw.Draw(picture)
    onward = -1 if sheet.language == "ar" else 1
    left, top, side, _ = map(float, sheet.kept.layout["codes"]["A"])
    near, far = (left - 2, left - 120) if onward > 0 else (left + side + 2, left + side + 120)
    _white(draw, (near, far), (top + 2.0, top + 9.3))
    sick = [choice.boxes["sick", None] for choice in sheet.choices() if choice.row is None]
    for x, y, wide, _ in sick:
        begin = x if onward > 0 else x + wide
        _white(draw, (begin - onward, begin + 20 * onward), (y - 6.9, y - 1.85))
    return picture


def _white(
    draw: ImageDraw.ImageDraw, across: tuple[float, float], down: tuple[float, float]
) -> None:
    (left, right), (top, low) = sorted(across), down
    draw.rectangle([side * DOTS_A_MM for side in (left, top, right, low)], fill=255)


def _photo(sheet: BlankSheet) -> bytes:
    """Return the photo as a messenger would send it: small, upright, and without a word on it."""
    page = Image.merge("RGB", [printed(sheet.picture, chance(_SEED, "print"))] * 3)
    _fill(sheet, page)
    photo = shot(sheet, Filled(page, (), frozenset()), _KINDS, _SEED)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(photo.data))).resize(
        _SIZE, Image.Resampling.LANCZOS
    )
    upright = upright.filter(ImageFilter.GaussianBlur(_SOFT))
    return next(file for file in map(partial(_jpeg, upright), _QUALITIES) if len(file) < MOST_BYTES)


def _jpeg(photo: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()


def _fill(sheet: BlankSheet, page: Image.Image) -> None:
    by = chance(_SEED, "filling")
    hand = replace(hands.a_hand(by), shape=_TICK, size=1.05, shakes=0.01, aims=0.03)
    pen = a_pen("blue ballpoint", by)

    def draw(strokes: hands.Strokes, with_pen: Pen = pen) -> None:
        paths = [hands.smooth(stroke, hand.shakes, by) for stroke in strokes]
        put(page, inked(paths, with_pen, by), with_pen)

    for ticked in (*_WRITTEN_TOO, _DIFFERS, *_NEW, _PUT_RIGHT[0], _PUT_RIGHT[1]):
        draw(hands.tick(_box(sheet, ticked), hand, by))
    draw(hands.scribble(_box(sheet, _PUT_RIGHT[0]), hand, by))
    left, top, side, _ = _box(sheet, _SPECK)
    draw(
        [np.array([[left + 0.4 * side, top + 0.5 * side], [left + 0.46 * side, top + 0.54 * side]])]
    )
    for day, minutes in _MINUTES.items():
        (place,) = _choice(sheet, BED, 0, day).writing.values()
        draw(written(by, minutes, place[0] + 4, place[1] + 0.4, place[3] * 0.8))


def _box(sheet: BlankSheet, ticked: _Ticked) -> Box:
    boxes = _choice(sheet, ticked.strategy, ticked.meal, ticked.day).boxes
    (found,) = [box for (_, level), box in boxes.items() if level == ticked.level]
    return found


def _choice(sheet: BlankSheet, strategy: UUID, meal: int, day: int) -> Choice:
    rows = [n for n, row in enumerate(sheet.kept.rows) if row.strategy == strategy]
    (found,) = [one for one in sheet.choices() if (one.row, one.day) == (rows[meal], day)]
    return found
