"""What stands on the sheet that is printed or saved: what the page shows, with the same filter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from homejournal.domain.charts import Chart, Table, on_paper
from homejournal.domain.family import Family
from homejournal.domain.headlines import days_headline, headline
from homejournal.domain.looking_back import bars_in
from homejournal.domain.periods import age_on
from homejournal.domain.sentences import AgeInMonths, Sentence
from homejournal.domain.visit_page import Paper
from homejournal.reports.chart_sheet import ChartSheet, SheetPart, chart_part
from homejournal.texts.progress_filter import filter_said
from homejournal.texts.wording import Wording
from homejournal.ui.pages.progress_empty import has_something
from homejournal.ui.pages.progress_looking import Counted, suggested


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSheet:
    """What the page shows, as far as it can be printed.

    Of one strategy `charts` are those on screen, and `tables` those that are open there without a
    chart.
    """

    counted: Counted
    family: Family
    today: date
    paper: Paper
    example: bool = False
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()


def sheet_of(shown: OnSheet, wording: Wording) -> ChartSheet:
    """Return the sheet; no note is on it, and so no private one."""
    asked, family = shown.counted.asked, shown.family
    child = family.children[asked.child]
    age = age_on(child.born, child.due, asked.period.end)
    back = shown.counted.backs[0] if asked.strategy is not None else None
    words = filter_said(wording, asked, family)
    return ChartSheet(
        child=child.name,
        period=asked.period,
        printed=shown.today,
        age=AgeInMonths(*age) if age else None,
        strategy=back.written.strategy.name if back else "",
        suggested=suggested(back, family) if back else None,
        filter_words=(words,) if words else (),
        parts=tuple(_of_one(shown, wording) if back else _of_all(shown, wording)),
        paper=shown.paper,
        language=wording.language,
        example=shown.example,
    )


def _of_one(shown: OnSheet, wording: Wording) -> Iterator[SheetPart]:
    days: tuple[Sentence, ...] = (days_headline(shown.counted.backs[0]),)
    for chart in shown.charts:
        yield chart_part(chart, wording, headline=headline(on_paper(chart)), days=days)
        days = ()
    for table in shown.tables:
        yield SheetPart(title=table.title, table=table)


def _of_all(shown: OnSheet, wording: Wording) -> Iterator[SheetPart]:
    for back in shown.counted.backs:
        if has_something(back):
            chart = bars_in(back)
            part = chart_part(
                chart, wording, headline=headline(on_paper(chart)), days=(days_headline(back),)
            )
            yield SheetPart(
                title=wording.line_of((wording.own(back.written.strategy.name), part.title)),
                headline=part.headline,
                days=part.days,
                chart=part.chart,
                table=part.table,
            )
