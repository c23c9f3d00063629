"""How many sheets the first page of the fictional families takes, by paper and language."""

import io
from dataclasses import replace

import pypdf
import pytest

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.visit_page.builder import build_page, default_ticks
from tests.reports.scenario_pages import (
    FAMILIES,
    STRATEGIES,
    material_of,
    usual_notes,
    with_plans_of_others,
)

pytestmark = pytest.mark.unmeasured

PAPERS = pytest.mark.parametrize("paper", list(Paper))
LETTER_ALONE = pytest.mark.usually(paper=[Paper.LETTER])  # the lower of the two
OUR_WORDS = "We used this at every meal, and it is a calm time for us now."


@pytest.fixture(scope="module", params=FAMILIES, ids=lambda make: make.__name__)
def families(request):
    """A family with its own plans and notes, and the same with four plans and usual notes."""
    family = request.param()
    notes = tuple(usual_notes(family))
    own = material_of(family, family.records)
    four = material_of(family, [*with_plans_of_others(family), *notes])
    return own, four


def sheets(printer, material, **told):
    material = replace(material, home_language="en", **told)
    ticks = replace(default_ticks(material), our_words=OUR_WORDS, reach_us="text message")
    page = build_page(material, ticks)
    return page, len(pypdf.PdfReader(io.BytesIO(printer.pdf(page).pdf)).pages)


@LETTER_ALONE
@PAPERS
@pytest.mark.parametrize("language", ["en", "es"])
def test_four_strategies_and_usual_notes_take_two_sheets_at_most(
    printer, families, language, paper
):
    page, many = sheets(printer, families[1], language=language, paper=paper)
    assert len(page.strategies) == STRATEGIES
    assert min(map(len, (page.celebrations, page.concerns, page.questions))) == 3
    assert many <= 2


@LETTER_ALONE
@PAPERS
def test_a_family_s_own_page_takes_one_sheet(printer, families, paper):
    assert sheets(printer, families[0], paper=paper)[1] == 1


@LETTER_ALONE
@PAPERS
@pytest.mark.parametrize(("language", "second"), [("en", "es"), ("es", "en")])
def test_four_strategies_in_both_languages_take_three_sheets_at_most(
    printer, families, language, second, paper
):
    told = {"language": language, "second_language": second, "paper": paper}
    assert sheets(printer, families[1], **told)[1] <= 3
