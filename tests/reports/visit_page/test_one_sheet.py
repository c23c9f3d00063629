"""How a page fills its sheets, and that its foot is one line in each language."""

import io
from dataclasses import replace

import pypdf
import pytest

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.reports.paper_to_pdf import Printer
from homejournal.services.opening import create_example
from tests.journals import DEVICE, Clock
from tests.reports.page_families import three_months
from tests.reports.papers.test_packs import a_pack

pytestmark = pytest.mark.unmeasured


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


def sheets(printer, material, our_words="", **told):
    material = replace(material, **told)
    ticks = replace(default_ticks(material), our_words=our_words)
    made = printer.pdf(build_page(material, ticks))
    told = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(made.pdf)).pages]
    return [sheet.replace("\N{NO-BREAK SPACE}", " ") for sheet in told]


@pytest.mark.usually(paper=[Paper.LETTER])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("language", "box"), [("en", "Between visits"), ("es", "Entre visitas")])
def test_no_second_sheet_holds_little_but_the_two_boxes(printer, example, language, box, paper):
    for lines in range(0, 24, 3):
        told = {"language": language, "paper": paper, "strategies": example.strategies[:3]}
        made = sheets(printer, replace(example, **told), "We wait for her to look. " * 3 * lines)
        assert box in made[-1]
        assert len(made) == 1 or len(made[-1].split()) > 90, lines


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_usual_page_of_the_example_family_takes_one_sheet(printer, example, language, paper):
    assert len(sheets(printer, example, language=language, paper=paper)) == 1


@pytest.mark.parametrize("language", ["es", "ar"])
def test_the_page_of_the_example_family_takes_one_sheet_in_its_own_language(
    printer, tmp_path, language
):
    example = example_in(language, tmp_path / "example")
    for paper in Paper:
        assert len(sheets(printer, example, language=language, paper=paper)) == 1


def test_what_needs_two_sheets_leaves_room_between_its_parts_and_fills_both(printer):
    told = sheets(printer, three_months(), language="es", second_language="en")
    assert len(told) == 2
    assert min(len(sheet.split()) for sheet in told) > 150


def test_the_foot_stays_on_one_line(printer, example):
    first = sheets(printer, example, language="es")[0]
    (foot,) = [line for line in first.splitlines() if "impreso el" in line]
    assert foot.startswith("Familia de ejemplo")
    assert "de 2026" in foot.partition("impreso el")[2]


def test_each_language_has_its_own_line_in_the_foot(printer, example):
    first = sheets(printer, example, language="es", second_language="en")[0]
    lines = first.splitlines()
    assert len([line for line in lines if line.startswith("Familia de ejemplo · ")]) == 1
    (spanish,) = [line for line in lines if "impreso el" in line]
    assert "de 2026" in spanish.partition("impreso el")[2]
    assert any(line.endswith("printed on March 10, 2026") for line in lines)


def test_the_foot_of_a_pack_stays_on_one_line():
    made = a_pack(language="es", example=True, written_by=("Grandma Rosa", "Mom", "Dad"))
    told = pypdf.PdfReader(io.BytesIO(Printer().pdf(made).pdf)).pages[0].extract_text()
    (foot,) = [line for line in told.splitlines() if "impreso el" in line]
    assert foot.startswith("Familia de ejemplo")
    assert "de 2026" in foot.partition("impreso el")[2]
