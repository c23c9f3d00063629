"""An outcome in a pack as plain words: its ladder, its strategies, and what changed in the plan."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from homejournal.domain.packs.pack import OutcomeInPack, ReviewInPack, StepInPack, StrategyInPack
from homejournal.domain.sentences.values import LevelCounts, Single
from homejournal.domain.visit_page.page import StretchOnPage
from homejournal.reports.chart_words.title_and_key import chart_alt, chart_key
from homejournal.reports.charts.figures import swatch_svg
from homejournal.reports.typst.common_words import in_each
from homejournal.reports.typst.user_text import Fields, own
from homejournal.reports.visit_page.ladder import ladder_fields
from homejournal.reports.visit_page.lines import plain_line, told_lines
from homejournal.texts import labels
from homejournal.texts.papers import packs as said
from homejournal.texts.plan.plan_page import outcome_line
from homejournal.texts.sentences import level_count, say
from homejournal.texts.today.day_page import capitalized
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from homejournal.domain.looking_back.chart_series import BarSeries

CHART_SIZE = (2.7, 1.25)
"""Width and height in inches."""


class OutcomeWords:
    """Turns the outcomes of one pack into words, one after the other; charts go by their order.

    Marks of levels are put into `pictures`.
    """

    def __init__(self, wordings: Sequence[Wording], pictures: dict[str, str]) -> None:
        self._wordings, self._wording = wordings, wordings[0]
        self._pictures = pictures
        self._shown = 0

    def fields(self, one: OutcomeInPack) -> Fields:
        """Return what the template shows of an outcome, but for its celebrations."""
        bare = self._all(lambda w: w.text("Strategies without an outcome"))
        return {
            "named": bool(one.text),
            "text": own(one.text or bare[0]),
            "second": "" if one.text else "".join(bare[1:]),
            "line": self._all(lambda w: outcome_line(w, one)),
            "ladders": [ladder_fields(ladder, self._wordings) for ladder in one.ladders],
            "reviews": [self._review(review) for review in one.reviews],
            "strategies": [self._strategy(strategy) for strategy in one.strategies],
        }

    def _all(self, of: Callable[[Wording], str]) -> list[str]:
        return in_each(self._wordings, of)

    def _review(self, one: ReviewInPack) -> list[str]:
        return self._all(lambda w: w.line_of((w.day(one.day), labels.progress(w, one.words))))

    def _strategy(self, one: StrategyInPack) -> Fields:
        told = [part for part in (one.suggested, one.planned) if part]
        several = len(one.stretches) > 1
        return {
            "name": own(one.name),
            "plan": self._all(lambda w: capitalized(w.line_of([say(w, part) for part in told]))),
            "stretches": [self._stretch(part, dated=several) for part in one.stretches],
            "changes": [self._change(step) for step in one.changes],
            **self._chart(one.chart),
        }

    def _change(self, step: StepInPack) -> Fields:
        """Return what changed; the new words stand once, in the language they are written in."""
        bare = replace(step, what="")
        return {
            "words": own(said.change_said(self._wording, step)),
            "second": "".join(self._all(lambda w: said.change_said(w, bare))[1:]),
        }

    def _stretch(self, part: StretchOnPage, *, dated: bool) -> Fields:
        lines = told_lines(part.sentences)
        return {
            "days": self._wording.between(part.start, part.end) if dated else "",
            "lines": [
                {
                    "parts": self._line(line),
                    "second": self._all(partial(plain_line, line))[1:],
                }
                for line in lines
            ],
        }

    def _line(self, line: tuple[Single, ...]) -> list[Fields]:
        """Return the parts of a line; a count of levels has the mark of each level before it."""
        parts: list[Fields] = []
        for place, part in enumerate(line):
            if isinstance(part, LevelCounts):
                parts += self._counts(part)
            else:
                told = say(self._wording, part)
                parts.append({"swatch": "", "text": told if place else capitalized(told)})
        return parts

    def _counts(self, counts: LevelCounts) -> Iterator[Fields]:
        for level, many in counts.counts:
            name = f"swatch-{counts.kind}-{level}"
            self._pictures[name] = swatch_svg(counts.kind, level)
            yield {
                "swatch": name,
                "text": level_count(self._wording, counts, level, many),
            }

    def _chart(self, chart: "BarSeries | None") -> Fields:
        if chart is None:
            return {"chart": "", "alt": "", "key": []}
        name, self._shown = f"chart{self._shown}", self._shown + 1
        return {
            "chart": name,
            "alt": chart_alt(chart, self._wording, table=False),
            "key": self._all(
                lambda w: w.line_of(
                    (said.chart_span(w, chart.span), chart_key(chart, w, direction=False))
                )
            ),
        }
