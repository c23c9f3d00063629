"""A sheet with charts of one child, their sentences and tables: a PDF, or pictures to print."""

from pathlib import Path

from homejournal.domain.looking_back.chart_series import Chart, on_paper
from homejournal.domain.sentences.counts import Sentence
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.chart_words.title_and_key import chart_title
from homejournal.reports.papers.chart_sheet_words import ChartSheet, SheetPart, SheetWords
from homejournal.reports.typst.printing import PREVIEW_PPI, PagePdf, TypstPrinter
from homejournal.texts.wording import Wording


class ChartSheetPrinter:
    """Makes sheets of charts; keep one, for it holds the fonts and the parsed template.

    The same sheet gives the same bytes. Nothing is read but the bundled template and the fonts,
    and system fonts only for characters that the bundled ones do not draw.
    """

    def __init__(self, fonts: Path | None = None) -> None:
        self._printer = TypstPrinter("chart_sheet.typ", fonts)

    def pdf(self, sheet: ChartSheet) -> PagePdf:
        """Return the sheet as PDF/UA-1 and PDF/A-2a; with fewer promises only if it must be so.

        Characters that no font here draws are replaced by a box, and the sheet says which.
        """
        return self._printer.pdf(SheetWords(sheet))

    def pictures(self, sheet: ChartSheet, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
        """Return each page as a PNG picture with so many pixels an inch, at most 300."""
        return self._printer.pictures(SheetWords(sheet), ppi)


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
