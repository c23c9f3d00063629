"""A chart is the same whenever and wherever it is drawn: nothing of other drawings stays."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings

from homejournal.reports.charts.figures import chart_svg
from homejournal.texts.wording import wording_of
from tests.reports import random_charts as some
from tests.reports.drawn_again import samples, told

pytestmark = pytest.mark.unmeasured


@given(one=some.drawings, other=some.drawings)
@settings(max_examples=6)
def test_a_chart_is_the_same_to_the_last_bit_after_others_were_drawn(one, other):
    before = told(*one)
    told(*other)
    for chart, look, language in (other, one):
        chart_svg(chart, wording_of(language), look, strategy="Two words 😀 نضع")
    assert told(*one) == before


def test_a_chart_is_the_same_to_the_last_bit_in_another_process():
    run = subprocess.run(
        [sys.executable, "-m", "tests.reports.drawn_again"],
        env=os.environ | {"PYTHONHASHSEED": "1"}, capture_output=True, check=True,
    )  # fmt: skip
    assert json.loads(run.stdout) == {name: told(*sample) for name, sample in samples().items()}
