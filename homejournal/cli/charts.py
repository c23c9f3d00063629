"""The command `chart`: one strategy as a picture, as a sheet with its sentences, or as a table."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from homejournal.cli.command_io import complain, opened_journal, today_of, write_told
from homejournal.cli.name_lookup import filter_asked
from homejournal.domain.charts.chart_types import Chart, has_something
from homejournal.domain.charts.chart_types import on_paper as chart_on_paper
from homejournal.domain.charts.group_series import GroupSeries
from homejournal.domain.days.periods import age_on
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    by_visit,
    dots_in,
    look_back,
)
from homejournal.domain.looking_back.progress_filter import ProgressFilter
from homejournal.domain.names.paper_names import on_paper
from homejournal.domain.plan.suggested_by import suggested_by
from homejournal.domain.records.family import Family
from homejournal.domain.sentences.counts import AgeInMonths, Replaced, Sentence
from homejournal.domain.sentences.day_headlines import days_headline
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.look_back import NothingFits
from homejournal.texts.looking_back.progress_filter import filter_said, filtered_name
from homejournal.texts.sentences.counts import say
from homejournal.texts.today.day_page import capital
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from homejournal.reports.papers.chart_sheet_words import ChartSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A chart that has something to show, and what a file of it tells beside it."""

    chart: Chart
    life: bool
    back: LookBack
    asked: ProgressFilter
    family: Family
    today: date
    example: bool
    wording: Wording


def make_chart(asked: Namespace, wording: Wording) -> int:
    """Write the chart that is asked for; one sentence and 1 where there is nothing to show."""
    with opened_journal(asked) as journal:
        today, family = today_of(asked, journal), journal.family()
        wanted, example = filter_asked(asked, family), journal.settings.example
        written = journal.looking_back.written(wanted, today)
    if not written:
        return _nothing(_sentence(NothingFits(), wording))
    back = look_back(written[0])
    chart = _KINDS[asked.kind](back)
    if chart is None or not has_something(chart):
        return _nothing(_why(chart, back, asked.kind, wording))
    drawn = _Drawn(
        chart=chart_on_paper(chart, life=asked.life),
        life=asked.life,
        back=back,
        asked=wanted,
        family=family,
        today=today,
        example=example,
        wording=wording,
    )
    write_told(asked.out, _FORMATS[asked.format](drawn), wording)
    return 0


def _newest_visit(back: LookBack) -> GroupSeries | None:
    return by_visit(back, back.visits[0]) if back.visits else None


def _nothing(words: str) -> int:
    complain(words)
    return 1


def _why(chart: Chart | None, back: LookBack, kind: str, wording: Wording) -> str:
    """Return in one sentence why there is nothing to show."""
    if back.written.narrowed and not back.numbers.total.times:
        return _sentence(NothingFits(), wording)
    if chart is not None:
        return _sentence(headline(chart), wording)
    if kind == "visit":
        return wording.text("No visit in these days has something planned or written around it.")
    return wording.text("Fewer than two have five ratings in these days, too few side by side.")


def _sentence(said: Sentence, wording: Wording) -> str:
    return wording.text("{sentence}.", sentence=capital(say(wording, said)))


def _named(drawn: _Drawn) -> str:
    name = drawn.back.written.strategy.name
    return filtered_name(drawn.wording, name, drawn.asked, drawn.family)


def _png(drawn: _Drawn) -> bytes:
    from homejournal.reports.charts.figures import FILE_LOOK, chart_png

    return chart_png(drawn.chart, drawn.wording, FILE_LOOK, strategy=_named(drawn))


def _svg(drawn: _Drawn) -> bytes:
    from homejournal.reports.charts.figures import FILE_LOOK, chart_svg

    return chart_svg(drawn.chart, drawn.wording, FILE_LOOK, strategy=_named(drawn)).encode()


def _csv(drawn: _Drawn) -> bytes:
    from homejournal.exchange.tables.table_csv import table_csv
    from homejournal.reports.chart_words.tables import chart_table

    return table_csv(chart_table(drawn.chart, drawn.wording, _named(drawn)))


def _pdf(drawn: _Drawn) -> bytes:
    from homejournal.reports.papers.chart_sheet import ChartSheetPrinter

    printed = ChartSheetPrinter().pdf(_sheet(drawn))
    if printed.replaced:
        complain(say(drawn.wording, Replaced(printed.replaced)))
    return printed.pdf


def _sheet(drawn: _Drawn) -> "ChartSheet":
    from homejournal.reports.papers.chart_sheet import chart_part
    from homejournal.reports.papers.chart_sheet_words import ChartSheet

    asked, wording, back = drawn.asked, drawn.wording, drawn.back
    family = on_paper(drawn.family, asked.child)
    of = back.written
    child = family.children[asked.child]
    age = age_on(child.born, child.due, asked.period.end)
    words = filter_said(wording, asked, family)
    part = chart_part(
        drawn.chart,
        wording,
        headline=headline(drawn.chart),
        days=(days_headline(back),),
        life=drawn.life,
    )
    return ChartSheet(
        child=child.name,
        period=asked.period,
        printed=drawn.today,
        age=AgeInMonths(*age) if age else None,
        strategy=of.strategy.name,
        suggested=suggested_by(of.strategy, of.steps, family.team, of.visits),
        filter_words=(words,) if words else (),
        parts=(part,),
        language=wording.language,
        example=drawn.example,
    )


_KINDS: Mapping[str, Callable[[LookBack], Chart | None]] = {
    "bars": bars_in,
    "dots": dots_in,
    "visit": _newest_visit,
    "routine": by_routine,
    "slot": by_slot,
}
_FORMATS: Mapping[str, Callable[[_Drawn], bytes]] = {
    "png": _png,
    "svg": _svg,
    "pdf": _pdf,
    "csv": _csv,
}
