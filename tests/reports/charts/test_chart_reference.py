"""Charts look as they did when somebody last looked at them.

``python3 packaging/dev.py references`` keeps the new looks after a change that is meant.
"""

from dataclasses import replace

import pytest
from PIL import Image

from tests.reports import reference
from tests.reports.reference import FOLDER, PICTURES, TOLERANCE, difference, drawn, farthest

pytestmark = pytest.mark.unmeasured


@pytest.mark.parametrize("name", PICTURES)
def test_a_chart_looks_as_its_reference_picture(name):
    assert not difference(drawn(name), name)


def test_one_number_more_or_one_line_less_is_seen(monkeypatch):
    chart, look, language = PICTURES["levels"]
    more = replace(chart.bars[0], levels=(5, 4, 1, 0))
    for other in (replace(chart, changes=()), replace(chart, bars=(more, *chart.bars[1:]))):
        monkeypatch.setitem(reference.PICTURES, "levels", (other, look, language))
        assert farthest(drawn("levels"), Image.open(FOLDER / "levels.png")) > TOLERANCE
