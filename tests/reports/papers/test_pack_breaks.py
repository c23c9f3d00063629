"""Where a pack breaks: no heading stands alone at the end of a sheet, and no dot begins a line."""

import io
from dataclasses import replace

import pypdf
import pytest

from homejournal.domain.packs.pack import OutcomeInPack
from homejournal.domain.sentences.values import DidItOn, Joined
from tests.reports.papers.test_packs import a_pack, an_outcome

pytestmark = pytest.mark.unmeasured

PLANNED = "From Dana, speech, since March 2, 2026"


def lines_of(pdf):
    """The lines of each sheet, without its foot."""
    sheets = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [
        [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
        for sheet in sheets
    ]


def an_outcome_without_a_chart(**said):
    (strategy,) = an_outcome().strategies
    bare = replace(strategy, chart=None, changes=(), stretches=strategy.stretches[:1])
    told = {"text": "Eli sleeps", "areas": an_outcome().areas, "strategies": (bare,)}
    return OutcomeInPack(celebrations=(), **told | said)


def test_what_says_how_it_is_planned_stays_with_what_was_counted(printer):
    seen = 0
    for lines in range(28, 44):
        answers = ((a_pack().answers[0][0], "\n".join(["She waited"] * lines)),)
        bare = {"celebrations": (), "life": (), "feelings": (), "meeting": None}
        pack = a_pack(answers=answers, outcomes=(an_outcome_without_a_chart(),), **bare)
        told = lines_of(printer.pdf(pack).pdf)
        seen += len(told) > 1
        for sheet in told:
            last = [line for line in sheet if "printed on" not in line and "Page " not in line][-1]
            assert not last.startswith((PLANNED, "He waited", "Eli sleeps", "Adaptive")), lines
    assert seen > 3


def test_the_dot_between_two_statements_stays_on_the_line_before(printer):
    (strategy,) = an_outcome().strategies
    (stretch, *_) = strategy.stretches
    for digits in range(1, 30):
        told = Joined((DidItOn(int("1" * digits)), *(DidItOn(10**n) for n in range(9))))
        narrow = replace(strategy, stretches=(replace(stretch, sentences=(told,)),))
        pack = a_pack(outcomes=(an_outcome(strategies=(narrow,)),))
        for sheet in lines_of(printer.pdf(pack).pdf):
            assert not [line for line in sheet if line.startswith("·")], digits
