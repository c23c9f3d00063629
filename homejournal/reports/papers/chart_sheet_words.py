"""A sheet of charts as plain words and pictures, one field for each place in the template."""

from dataclasses import dataclass
from datetime import date

from typing_extensions import override

from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.looking_back.chart_series import Chart, Table, on_paper
from homejournal.domain.sentences.values import AgeInMonths, Sentence, SuggestedBy
from homejournal.domain.visit_page.page import Paper
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.chart_words.title_and_key import (
    chart_alt,
    chart_caption,
    chart_key,
    chart_title,
)
from homejournal.reports.charts.figures import chart_svg
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.papers.chart_sheet_table import table_fields
from homejournal.reports.typst.common_words import paper_fields
from homejournal.reports.typst.printing import InWords
from homejournal.reports.typst.user_text import Fields, own
from homejournal.reports.visit_page.lines import told_lines
from homejournal.texts.sentences import say
from homejournal.texts.today.day_page import capitalized
from homejournal.texts.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One chart with what stands around it; each of them may be missing.

    `headline` is a sentence, or one in words already; `days` are the honest days.
    """

    title: str
    headline: Sentence | str | None = None
    days: tuple[Sentence, ...] = ()
    chart: Chart | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSheet:
    """What is printed of one child; the family's names are as it wrote them.

    `filter_words` say what the filter leaves out. What is not in this value is not in the file.
    """

    child: str
    period: Period
    printed: date
    age: AgeInMonths | None = None
    strategy: str = ""
    suggested: SuggestedBy | None = None
    filter_words: tuple[str, ...] = ()
    parts: tuple[SheetPart, ...] = ()
    paper: Paper = Paper.LETTER
    language: str = "en"
    example: bool = False


LOOK = ChartLook(size=(6.5, 2.9))
"""As wide as the text of the sheet, so that its letters keep their size."""


def chart_part(
    chart: Chart,
    wording: Wording,
    *,
    headline: Sentence | str | None = None,
    days: tuple[Sentence, ...] = (),
    life: bool = False,
) -> SheetPart:
    """Return a chart with its title and table as they may stand on paper.

    Only with `life` they have the words for what happened in the family's life.
    """
    chart = on_paper(chart, life=life)
    title, table = chart_title(chart, wording), chart_table(chart, wording)
    return SheetPart(title=title, headline=headline, days=days, chart=chart, table=table)


class SheetWords(InWords):
    """Turns a sheet into words; `pictures` gathers the SVG texts by the names used for them."""

    template = "chart_sheet.typ"

    def __init__(self, sheet: "ChartSheet") -> None:
        super().__init__(sheet.language)
        self.sheet = sheet

    @override
    def fields(self) -> Fields:
        sheet, wording = self.sheet, self.wording
        dates = wording.between(*sheet.period)
        return {
            **paper_fields(wording, sheet.paper, sheet.printed),
            "title": wording.text("Charts: {child}, {dates}", child=sheet.child, dates=dates),
            "child": own(sheet.child),
            "age": say(wording, sheet.age) if sheet.age else "",
            "strategy": own(sheet.strategy),
            "lines": [line for line in (*self._about(), dates) if line],
            "filter": [own(words) for words in sheet.filter_words],
            "later_head": [wording.line_of((wording.own(sheet.child), *self._name())), dates],
            "foot": self._foot(),
            "page_of": wording.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
            "example": self._example(),
            "parts": [self._part(part, place) for place, part in enumerate(sheet.parts)],
            "nothing": "" if sheet.parts else wording.text("Nothing is written for these days."),
            "small_print": [],
        }

    def _name(self) -> list[str]:
        return [self.wording.own(self.sheet.strategy)] if self.sheet.strategy else []

    def _about(self) -> list[str]:
        suggested = self.sheet.suggested
        return [capitalized(say(self.wording, suggested))] if suggested else []

    def _foot(self) -> list[str]:
        wording = self.wording
        printed = wording.text("printed on {day}", day=wording.day(self.sheet.printed))
        marked = wording.text("Example family") if self.sheet.example else ""
        what = wording.text("Written by the family from notes at home. Not an assessment.")
        return [what, wording.line_of((marked, printed))]

    def _example(self) -> str:
        if not self.sheet.example:
            return ""
        return self.wording.text("Example family: nothing on this page is about a real child.")

    def _part(self, part: "SheetPart", place: int) -> Fields:
        return {
            "title": own(capitalized(part.title)),
            "headline": self._headline(part.headline),
            "days": [
                capitalized(self.wording.line_of(say(self.wording, one) for one in line))
                for line in told_lines(one for one in part.days if one != part.headline)
            ],
            **self._chart(part.chart, f"chart{place}", table=part.table is not None),
            "table": table_fields(part.table, self.wording) if part.table else None,
        }

    def _headline(self, headline: Sentence | str | None) -> Fields:
        if headline is None:
            return own("")
        said = headline if isinstance(headline, str) else say(self.wording, headline)
        return own(capitalized(said))

    def _chart(self, chart: Chart | None, name: str, *, table: bool) -> Fields:
        if chart is None:
            return {"chart": "", "alt": "", "about": []}
        # What happened in life has its words only if the part was made with them.
        chart, wording = on_paper(chart, life=True), self.wording
        self.pictures[name] = chart_svg(chart, wording, LOOK)
        about = (
            chart_caption(chart, wording),
            chart_key(chart, wording, legend=True, direction=False),
        )
        return {
            "chart": name,
            "alt": chart_alt(chart, wording, table=table),
            "about": [capitalized(line) for line in about if line],
        }
