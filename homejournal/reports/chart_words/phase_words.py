"""The middle of each stretch between changes of the plan, in words."""

from homejournal.domain.looking_back.chart_series import BarSeries, DotSeries, PhaseMiddle
from homejournal.reports.chart_words.mark_words import middle_said, ratings_said
from homejournal.texts.labels import aim_said
from homejournal.texts.wording import Wording


def phase_said(chart: BarSeries | DotSeries, phase: PhaseMiddle, wording: Wording) -> str:
    """Return the middle between two changes of the plan, with n and the family's aim."""
    n = ratings_said(chart, phase.n, wording) or wording.text("no ratings")
    middle = middle_said(chart, phase.middle, phase.n, wording)
    if phase.middle is None and middle:
        n = ""
    aim = ""
    if phase.aim is not None:
        aim = wording.text("our aim: {aim}", aim=aim_said(wording, phase.aim, chart.unit))
    return wording.text("; ").join(part for part in (n, middle, aim) if part)
