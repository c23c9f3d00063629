"""What a drawing is, to the last bit: where its words and marks are, and its pixels.

``python -m tests.reports.drawn_again`` tells it of all sample charts, for comparing two processes.
"""

import json
import sys
from hashlib import sha256

from homejournal.reports.charts.screen_picture import chart_picture
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import wording_of
from tests.reports.drawn import draw, words_in
from tests.reports.sample_charts import ALL

LOOKS = (ChartLook(size=(4.0, 3.0), text=1.25, dpi=72), ChartLook(size=(3.2, 6.0)))


def told(chart, look, language):
    """Return all of a drawing, as text."""
    wording = wording_of(language)
    picture = chart_picture(chart, wording, look)
    pixels = sha256(picture.rgba).hexdigest()
    return repr((words_in(draw(chart, look, wording)), picture.marks, picture.plot, pixels))


def samples():
    """Return each sample chart, look and language being others from chart to chart."""
    return {
        name: (chart, LOOKS[at % 2], ("en", "es", "ar")[at % 3])
        for at, (name, chart) in enumerate(ALL.items())
    }


if __name__ == "__main__":
    json.dump({name: told(*sample) for name, sample in reversed(samples().items())}, sys.stdout)
