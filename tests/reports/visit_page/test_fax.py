"""Visit pages and packs come out of a fax machine so that they can be read."""

from dataclasses import replace

import pytest

from homejournal.domain.packs.pack import Pack
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.reports.paper_to_pdf import Printer
from tests.reports.fax import PPI, across, kept
from tests.reports.page_families import three_months
from tests.reports.papers.test_packs import a_history, a_pack

pytestmark = pytest.mark.unmeasured

READABLE = 0.7
"""So much of its black a line of small letters has to keep: with less, they fall apart."""


def without_charts(pack: Pack) -> Pack:
    """Return a pack with words alone, for bars are judged by their patterns."""
    return replace(
        pack,
        outcomes=tuple(
            replace(outcome, strategies=tuple(replace(s, chart=None) for s in outcome.strategies))
            for outcome in pack.outcomes
        ),
    )


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("second", [None, "es"])
@pytest.mark.parametrize("made", [a_pack, a_history])
def test_every_line_of_a_pack_can_be_read(made, second, paper):
    pack = without_charts(made("She waits and looks", second_language=second, paper=paper))
    for picture in Printer().pictures(pack, PPI):
        assert min(kept(picture)) >= READABLE


def test_the_lines_of_a_ladder_come_through():
    # A history tells of a ladder only where the child stands on it.
    pack = a_pack(outcomes=a_pack().outcomes[:1])
    pages = Printer().pictures(pack, PPI)
    assert sum(across(picture, 0.8) for picture in pages) == 6


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("second", [None, "es"])
def test_every_line_of_a_visit_page_can_be_read(second, paper):
    material = three_months(second_language=second, paper=paper)
    bare = tuple(replace(strategy, rows=None) for strategy in material.strategies)
    material = replace(material, strategies=bare)
    page = build_page(material, default_ticks(material))
    for picture in Printer().pictures(page, PPI):
        assert min(kept(picture)) >= READABLE


def test_the_two_boxes_of_a_visit_page_come_through():
    material = three_months()
    pages = Printer().pictures(build_page(material, default_ticks(material)), PPI)
    assert sum(across(picture, 0.7) for picture in pages) == 2
