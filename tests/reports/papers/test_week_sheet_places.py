"""The codes of a printed week, and where the typesetter says that each of its places is."""

import io
import json
import re
from collections import Counter
from datetime import UTC, datetime
from uuid import UUID

import numpy as np
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from homejournal.domain.papers.printed_sheets import FridgeRow, Paper, SheetCodes
from homejournal.domain.papers.sheet_layout import code_text, kept_sheets, page_id
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from tests.reports.fax import faxed
from tests.reports.papers.test_week_sheet import EVERY_KIND, PRINTER, a_plan, a_sheet, a_strategy
from tests.reports.papers.test_week_sheet_pages import STRATEGIES
from tests.reports.pdf_checks import PDF_A_2A, conforms, sheets_of, words_of

CODES = SheetCodes(child=UUID(int=1), chance=UUID(int=2))
STEP = UUID(int=3)
PPI = 200
DOTS = 21
"""Dots across a QR code of the smallest size."""


def coded(*strategies, **said):
    return a_sheet(*strategies, codes=CODES, **said)


def with_steps(strategy):
    """The same strategy, as it is made from a plan."""
    rows = [
        FridgeRow(days=row.days, slot=row.slot, place=row.place, steps=(STEP,) * 7)
        for row in strategy.rows
    ]
    return strategy.__class__(
        strategy=UUID(int=9), name=strategy.name, rows=tuple(rows), strokes=strategy.strokes
    )


def kept(sheet):
    return kept_sheets(sheet, PRINTER.spots(sheet), datetime(2026, 3, 22, tzinfo=UTC))


def drawn(sheet):
    return [np.array(Image.open(io.BytesIO(one)).convert("L")) for one in pictures(sheet)]


def pictures(sheet):
    return PRINTER.pictures(sheet, PPI)


def inked(picture, box):
    """How dark a box of a picture is on the average, from 0 to 1; the box is in millimeters."""
    left, top, width, height = (float(side) * PPI / 25.4 for side in box)
    part = picture[round(top) : round(top + height), round(left) : round(left + width)]
    return 1 - part.mean() / 255


def dots(picture, box):
    """The dots of a code in a picture, dark or not."""
    left, top, width, _ = (float(side) * PPI / 25.4 for side in box)
    middles = [(n + 0.5) * width / DOTS for n in range(DOTS)]
    return [[picture[int(top + y), int(left + x)] < 128 for x in middles] for y in middles]


def signs(code):
    return [[bool(dot) for dot in row] for row in segno.make(code, error="q", micro=False).matrix]


@pytest.mark.usually(paper=[Paper.LETTER])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_page_has_its_codes_in_opposite_corners_also_after_a_fax(language, paper):
    many = tuple(f"meal number {n}" for n in range(12))
    sheet = coded(with_steps(a_strategy("Wait", slots=many)), language=language, paper=paper)
    pages = kept(sheet)
    assert [page.page for page in pages] == list(range(1, len(pages) + 1))
    assert len(pages) > 1
    for page, picture in zip(pages, pictures(sheet), strict=True):
        whole = np.array(Image.open(io.BytesIO(picture)).convert("L"))
        fax = np.array(faxed(picture).resize(whole.shape[::-1], Image.Resampling.NEAREST))
        width, height = (float(side) for side in page.layout["paper"])
        for corner, box in page.layout["codes"].items():
            said = signs(code_text(page.id, page.page, corner))
            assert (len(said), dots(whole, box)) == (DOTS, said)
            wrong = np.sum(np.array(dots(fax, box)) != np.array(said))
            assert wrong <= 20, "more than the code mends by itself"
            left, top, side, _ = map(float, box)
            begins = (left < width / 2) == (language == "en")
            assert (begins, top < height / 2) == ((corner == "B"), corner == "A")
            assert side == pytest.approx(15, abs=0.1)


def test_a_code_tells_nothing_of_the_family():
    sheet = coded(with_steps(a_strategy("Wait")))
    code = code_text(page_id(sheet, CODES, 0, 1), 1, "A")
    assert re.fullmatch("HJ1A1[0-9A-Z]{11}", code)
    assert code == code_text(page_id(sheet, CODES, 0, 1), 1, "A")


@pytest.mark.usually(paper=[Paper.A4])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_box_is_where_it_is_said_to_be_and_empty(language, paper):
    kinds = [with_steps(a_strategy(kind, a_plan(kind), ("", "nap"))) for kind in RatingKind]
    sheet = coded(*kinds, language=language, paper=paper)
    (picture,), (page,) = drawn(sheet), kept(sheet)
    places = [(one[0], [float(side) for side in one[5:]]) for one in page.layout["places"]]
    for how, (left, top, width, height) in places:
        inside = (left + 0.6, top + 0.6, width - 1.2, height - 1.2)
        if how == "box":
            edges = [
                (left - 0.2, top + 0.5, 0.4, height - 1),
                (left + width - 0.2, top + 0.5, 0.4, height - 1),
                (left + 0.5, top - 0.2, width - 1, 0.4),
                (left + 0.5, top + height - 0.2, width - 1, 0.4),
            ]
            assert all(inked(picture, edge) > 0.7 for edge in edges), (how, left, top)
            assert inked(picture, inside) < 0.01
    assert len({tuple(box) for _, box in places}) == len(places)


def test_each_planned_time_of_each_day_has_a_place_for_each_level_and_each_day_for_sick_and_away():
    plans = (a_plan(),) * 3 + (a_plan(RatingKind.WENT),) * 2 + (None,) * 2
    two = FridgeRow(days=plans, slot="nap", steps=(STEP,) * 7)
    changed = with_steps(a_strategy(rows=(two,)))
    every = [with_steps(a_strategy(kind, a_plan(kind))) for kind in RatingKind]
    strokes = with_steps(a_strategy("Often", strokes=True))
    (page,) = kept(coded(changed, *every, strokes))
    told = Counter((how, what, row, day, level) for how, what, row, day, level, *_ in told_of(page))
    wanted = Counter(
        ("box", what, None, day, None) for what in ("sick", "away") for day in range(7)
    )
    for day, plan in enumerate(plans):
        if plan:
            wanted.update(("box", str(plan.kind), 0, day, one) for one in levels_of(plan.kind))
            wanted["box", "not_today", 0, day, None] += 1
    for row, kind in enumerate(RatingKind, 1):
        wanted.update(one for day in range(7) for one in of_day(kind, row, day))
    last = len(RatingKind) + 1
    for day in range(7):
        wanted.update(("strokes", "help", last, day, one) for one in levels_of(RatingKind.HELP))
        wanted["box", "not_today", last, day, None] += 1
    assert told == wanted
    assert len(page.rows) == last + 1


def told_of(page):
    return page.layout["places"]


def of_day(kind, row, day):
    yield "box", "not_today", row, day, None
    match kind:
        case RatingKind.HELP | RatingKind.WENT:
            yield from (("box", str(kind), row, day, level) for level in levels_of(kind))
        case RatingKind.NUMBER | RatingKind.TRIES:
            yield "write", str(kind), row, day, None
        case _:
            yield "box", "did_it", row, day, None


@settings(max_examples=15, deadline=None)
@given(
    st.lists(STRATEGIES.map(with_steps), min_size=1, max_size=9),
    st.sampled_from(Paper),
    st.sampled_from(["en", "es", "ar"]),
)
def test_every_place_stands_on_paper_once_whatever_is_planned(strategies, paper, language):
    sheet = coded(*strategies, paper=paper, language=language)
    pages = kept(sheet)
    assert len(pages) == len(sheets_of(PRINTER.pdf(sheet).pdf))
    boxes = Counter()
    for page in pages:
        width, height = (float(side) for side in page.layout["paper"])
        assert set(page.layout["codes"]) == {"A", "B"}
        for *key, left, top, wide, high in told_of(page):
            boxes[key[1] if key[2] is None else "planned"] += 1
            assert float(left) >= 9.9
            assert float(top) > 9.9
            assert float(left) + float(wide) <= width - 9.9
            assert float(top) + float(high) <= height - 9.9
    planned = sum(
        len([*of_day(plan.kind, 0, 0)])
        for strategy in strategies
        for row in strategy.rows
        for plan in row.days
        if plan
    )
    assert boxes == {"sick": 7 * len(pages), "away": 7 * len(pages), "planned": planned}


def test_a_page_is_kept_in_a_few_thousand_letters():
    twice = [with_steps(a_strategy(f"S {n}", slots=("breakfast", "dinner"))) for n in range(5)]
    (page,) = kept(coded(*twice))
    assert len(told_of(page)) == 5 * 2 * 7 * 5 + 14
    assert len(json.dumps(page.layout)) < 30_000


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_sheet_with_codes_conforms_and_asks_for_a_pen(language):
    sheet = coded(*map(with_steps, EVERY_KIND), weeks=2, language=language)
    made = PRINTER.pdf(sheet)
    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []
    if language == "en":
        assert "Please use a pen, not a pencil." in words_of(made.pdf)


def test_without_codes_nothing_is_kept_and_nothing_is_said_of_a_pen():
    sheet = a_sheet(a_strategy())
    words = words_of(PRINTER.pdf(sheet).pdf)
    assert PRINTER.spots(sheet) == ()
    assert "Scribble it out well" in words
    assert "sick" in words
    assert "pencil" not in words


def test_a_week_without_a_plan_has_no_codes():
    sheet = coded(with_steps(a_strategy()), weeks=2)
    empty = sheet.weeks[1].__class__(period=sheet.weeks[1].period)
    sheet = sheet.__class__(
        **{name: getattr(sheet, name) for name in ("child", "printed", "codes")},
        weeks=(sheet.weeks[0], empty),
    )
    assert len(sheets_of(PRINTER.pdf(sheet).pdf)) == 2
    assert [page.week for page in kept(sheet)] == [sheet.weeks[0].period.start]


def test_where_characters_were_replaced_the_places_are_those_of_what_is_printed():
    sheet = coded(with_steps(a_strategy("Wait \ue000" * 12)))
    made = PRINTER.pdf(sheet)
    assert made.replaced == ("\ue000",)
    assert len(PRINTER.spots(sheet, made.replaced)) == len(PRINTER.spots(sheet))
