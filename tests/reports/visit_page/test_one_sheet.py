"""How a page fills its sheets, and that its foot is one line in each language."""

import io
from dataclasses import replace

import numpy as np
import pypdf
import pytest
from PIL import Image

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, large_key
from homejournal.services.opening import create_example
from tests.journals import DEVICE, Clock
from tests.reports.page_families import mateo
from tests.reports.papers.test_packs import a_pack
from tests.reports.pdf_checks import sheets_of, written_alone

pytestmark = pytest.mark.unmeasured

HOLE, FAINT = 0.25, 240
"""So much of a sheet's height may be without any ink in one place."""


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    return example_in("en", tmp_path_factory.mktemp("journals") / "example")


def example_in(language, folder):
    journal = create_example(folder, clock=Clock(), device=DEVICE, language=language)
    (child,) = journal.family().children
    today = journal.today()
    days = journal.pages.since_last_visit(child, today)
    material = journal.pages.material(child, days, today)
    journal.close()
    return material


def words_on(printer, material, **told):
    """The words of each sheet in their lines."""
    material = replace(material, **told)
    made = printer.pdf(build_page(material, default_ticks(material)))
    read = pypdf.PdfReader(io.BytesIO(written_alone(made.pdf))).pages
    return [sheet.extract_text().replace("\N{NO-BREAK SPACE}", " ") for sheet in read]


def laid_out(printer, material, our_words="", **told):
    """The pictures of the sheets and where the lines are, which take Typst one layout."""
    material = replace(material, **told)
    ticks = replace(default_ticks(material), our_words=our_words)
    return printer.pictures_and_lines(build_page(material, ticks), 50.0)


def holes(pictured):
    """The highest part of each sheet without any ink, as a share of its height."""
    for picture in pictured.sheets:
        sheet = np.asarray(Image.open(io.BytesIO(picture)).convert("L"))
        inked = np.flatnonzero((sheet < FAINT).any(axis=1))
        yield np.diff(inked).max() / sheet.shape[0]


@pytest.mark.usually(paper=[Paper.LETTER])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sheet_is_begun_for_a_few_lines(printer, example, language, paper):
    for lines in range(0, 24, 3):
        told = {"language": language, "paper": paper, "strategies": example.strategies[:3]}
        made = laid_out(printer, example, "We wait for her to look. " * 3 * lines, **told)
        (boxes,) = [one for one in made.lines if one.key == "boxes"]
        assert boxes.sheet == len(made.sheets) - 1
        assert max(holes(made)) < HOLE, lines


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
def test_one_strategy_of_the_example_family_takes_one_sheet(printer, example, language, paper):
    told = {"language": language, "paper": paper, "strategies": example.strategies[:1]}
    assert len(laid_out(printer, example, **told).sheets) == 1


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_page_of_the_example_family_takes_two_sheets_in_its_own_language(
    printer, tmp_path, language
):
    example = example_in(language, tmp_path / "example")
    for paper in Paper:
        made = laid_out(printer, example, language=language, paper=paper)
        assert len(made.sheets) == 2
        assert max(holes(made)) < HOLE


@pytest.mark.parametrize("reach_us", ["", "Text us", "Text is best: 555 0134. " * 14])
def test_boxes_keep_their_height_and_stay_on_their_sheet(printer, example, every, reach_us):
    words = "We wait for her to look. "
    for lines in range(0, 60, 3 * every):
        ticks = replace(default_ticks(example), our_words=words * lines, reach_us=reach_us)
        page = build_page(example, ticks)
        (boxes,) = [
            one for one in printer.pictures_and_lines(page, 20.0).lines if one.key == "boxes"
        ]
        assert boxes.bottom - boxes.top > 30, lines
        assert 14 <= boxes.top < boxes.bottom < 279.4 - 12


def test_boxes_shrink_before_they_go_on_to_a_sheet_and_never_go_alone(printer):
    material = mateo()
    found = {}
    for lines in range(8, 24):
        ticks = replace(default_ticks(material), our_words="We wait for him. " * 5 * lines)
        told = printer.pictures_and_lines(build_page(material, ticks), 20.0).lines
        (boxes,) = [one for one in told if one.key == "boxes"]
        assert any(one.sheet == boxes.sheet and one.key.startswith("strategy") for one in told)
        found.setdefault(boxes.sheet, []).append(boxes.bottom - boxes.top)
    assert len(found) == 2
    first, second = found.values()
    assert min(first) < 38
    assert all(high > 30 for high in first + second)


def test_boxes_are_no_higher_than_two_inches(printer, example):
    for many in (1, 2, 4):
        material = replace(example, strategies=example.strategies[:many])
        told = printer.pictures_and_lines(build_page(material, default_ticks(material)), 20.0).lines
        (boxes,) = [one for one in told if one.key == "boxes"]
        # Side by side, or one above the other with a gap between them.
        assert boxes.bottom - boxes.top < 2 * 2 * 25.4 + 5, many


def test_a_second_page_of_a_few_lines_stands_on_the_first_sheet(printer):
    material = mateo(notes=mateo().notes[4:])
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    for key in (large_key(material.strategies[0]),):
        ticks = ticks.with_key(key, ticked=False)
    made = printer.pdf(build_page(material, ticks))
    (sheet,) = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    words = sheet.extract_text()
    assert words.index("Charts and notes") < words.index("Until next time")


def test_the_foot_says_what_it_is_once_and_each_sheet_has_its_number(printer, example):
    first, last = [one.splitlines() for one in words_on(printer, example, language="es")]
    (what,) = [line for line in first if line.startswith("Familia de ejemplo · Escrito por")]
    assert "Grandma Rosa" in what
    (what,) = [line for line in last if "No es una evaluación" in line]
    assert what.startswith("Familia de ejemplo · No es una evaluación.")
    for at, sheet in enumerate((first, last), 1):
        (number,) = [line for line in sheet if "Impreso el" in line]
        assert number.endswith(f"Página {at} de 2")


def test_each_language_has_its_own_line_in_the_foot(printer, example):
    first, *_ = words_on(printer, example, language="es", second_language="en")
    assert [one for one in first.splitlines() if one.startswith("Familia de ejemplo · Escrito por")]
    assert [one for one in first.splitlines() if one.startswith("Example family · Written by")]
    assert "Printed on" in first
    assert "Impreso el" in first


def test_an_aim_its_direction_and_what_is_not_rated_are_told_in_both_languages(printer, example):
    read = words_on(printer, example, language="es", second_language="en")
    told = " ".join(" ".join(read).split())
    assert "dentro de nuestra meta (como máximo 20 minutos)" in told
    assert "within our aim (at most 20 minutes)" in told
    assert "aquí menos es mejor" in told
    assert "here less is better" in told
    # What Ben does is told in the language in which the family wrote it.
    assert "de Ben, physical therapist, desde" in told
    assert "from Ben, since" in told
    assert told.count("1 sin valoración") == told.count("1 not rated") == 1


@pytest.mark.parametrize("languages", [("en", "es"), ("es", "en")])
def test_two_languages_take_no_more_sheets_than_one(printer, example, languages):
    language, second = languages
    for paper in Paper:
        told = {"language": language, "second_language": second, "paper": paper}
        made = laid_out(printer, example, **told)
        assert len(made.sheets) == 2
        assert max(holes(made)) < HOLE


def test_the_foot_of_a_pack_is_whole_where_it_takes_two_lines(printer):
    made = a_pack(language="es", example=True, written_by=("Grandma Rosa", "Mom", "Dad"))
    words = sheets_of(printer.pdf(made).pdf)[0]
    assert "Familia de ejemplo" in words
    assert "impreso el 28 de junio de 2026" in words
