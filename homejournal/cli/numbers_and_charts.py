"""The commands `numbers` and `chart`: what was counted, as JSON, as a picture, or as a table."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from homejournal.cli.arguments import CHILD_AND_DAYS, FILTER, OUT, Command, argument, complain, name
from homejournal.cli.command_io import (
    STANDARD_STREAM,
    json_bytes,
    opened_journal,
    today_of,
    write_file,
    write_told,
)
from homejournal.cli.name_lookup import filter_asked
from homejournal.domain.days.periods import age_on
from homejournal.domain.days.strategy_numbers import ChildNumbers
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.limits import check_stretch
from homejournal.domain.looking_back.chart_series import Chart, GroupSeries, has_something
from homejournal.domain.looking_back.chart_series import on_paper as chart_on_paper
from homejournal.domain.looking_back.look_back_values import (
    LookBack,
    StrategyWritten,
)
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    by_visit,
    dots_in,
    look_back,
)
from homejournal.domain.looking_back.strategy_rows import (
    StrategyRows,
    rows_on_paper,
    strategy_rows,
)
from homejournal.domain.names import distinct_team, name_on_its_own, on_paper
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.family import Family
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.values import AgeInMonths, NothingFits, Replaced, Sentence
from homejournal.services.family_journal import FamilyJournal
from homejournal.texts.day_page import capitalized
from homejournal.texts.labels import child_on_paper
from homejournal.texts.progress_page import filter_said, filtered_name
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from homejournal.reports.papers.chart_sheet import ChartSheet, SheetPart
    from homejournal.reports.strategy_rows.files import RowFile


def _numbers(asked: Namespace, _wording: Wording) -> int:
    from homejournal.exchange.look_back_json import LookedBack, numbers_json

    check_stretch(asked.start, asked.end)
    with opened_journal(asked) as journal:
        today, wanted = today_of(asked, journal), filter_asked(asked, journal.family())
        backs = [look_back(strategy) for strategy in _written(journal, wanted, today)]
        celebrations = journal.looking_back.celebrations(wanted, today)
        numbers = ChildNumbers(
            child=wanted.child,
            period=wanted.period,
            today=today,
            week_start=journal.settings.week_start,
            strategies=tuple(back.numbers for back in backs),
        )
    looked = LookedBack(asked=wanted, backs=backs, celebrations=celebrations)
    write_file(STANDARD_STREAM, json_bytes(numbers_json(numbers, looked)))
    return 0


def _written(journal: FamilyJournal, wanted: EntryFilter, today: date) -> Iterator[StrategyWritten]:
    """Yield what was written of each strategy that is asked for, also of one that says nothing."""
    for strategy in journal.family().strategies_of(wanted.child):
        if wanted.strategy in {None, strategy.id}:
            yield from journal.looking_back.written(replace(wanted, strategy=strategy.id), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A chart that has something to show, and what a file of it tells beside it."""

    chart: Chart | None
    """None for the row: days and ratings in one picture."""
    life: bool
    back: LookBack
    asked: EntryFilter
    family: Family
    today: date
    example: bool
    wording: Wording


def _chart(asked: Namespace, wording: Wording) -> int:
    """Write the chart that is asked for; one sentence and 1 where there is nothing to show."""
    with opened_journal(asked) as journal:
        today, family = today_of(asked, journal), journal.family()
        wanted, example = filter_asked(asked, family), journal.settings.example
        written = journal.looking_back.written(wanted, today)
    if not written:
        return _nothing(_sentence(NothingFits(), wording))
    back = look_back(written[0])
    chart = None if asked.kind == _ROW else _KINDS[asked.kind](back)
    why_not = _why_not(chart, back, asked.kind, wording)
    if why_not:
        return _nothing(why_not)
    drawn = _Drawn(
        chart=chart and chart_on_paper(chart, life=asked.life),
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


def _why_not(chart: Chart | None, back: LookBack, kind: str, wording: Wording) -> str:
    """Return in one sentence why there is nothing to show; nothing where there is."""
    total = back.total
    if kind == _ROW:
        written = total.times or total.not_today or total.left_out
        return "" if written else _sentence(days_headline(back), wording)
    if chart is not None and has_something(chart):
        return ""
    if back.written.narrowed and not total.times:
        return _sentence(NothingFits(), wording)
    if chart is not None:
        return _sentence(headline(chart), wording)
    if kind == "visit":
        return wording.text("No visit in these days has something planned or written around it.")
    return wording.text("Fewer than two have five ratings in these days, too few side by side.")


def _sentence(said: Sentence, wording: Wording) -> str:
    return wording.text("{sentence}.", sentence=capitalized(say(wording, said)))


def _named(drawn: _Drawn) -> str:
    name = drawn.back.written.strategy.name
    return filtered_name(drawn.wording, name, drawn.asked, drawn.family)


def _rows(drawn: _Drawn) -> StrategyRows:
    """Return the row; who came to visits is named only with the words for the family's life."""
    team = distinct_team(on_paper(drawn.family, drawn.asked.child).team)
    people = {one.id: name_on_its_own(one, team.values()) for one in team.values()}
    rows = strategy_rows([drawn.back], people=people if drawn.life else {})
    named = tuple(replace(row, name=_named(drawn)) for row in rows.rows)
    return rows_on_paper(replace(rows, rows=named), life=drawn.life)


def _row_file(drawn: _Drawn) -> "RowFile":
    from homejournal.reports.chart_words.row_words import row_sentences
    from homejournal.reports.strategy_rows.files import RowFile

    rows, wording = _rows(drawn), drawn.wording
    (row,) = rows.rows
    days = wording.between(*rows.axis.period)
    return RowFile(
        rows=rows,
        wording=wording,
        title=wording.line_of((wording.own(row.name), days)),
        sentences=row_sentences(drawn.back, row, wording),
    )


def _png(drawn: _Drawn) -> bytes:
    from homejournal.reports.strategy_rows.files import rows_png

    if drawn.chart is None:
        return rows_png(_row_file(drawn))
    from homejournal.reports.charts.figures import FILE_LOOK, chart_png

    return chart_png(drawn.chart, drawn.wording, FILE_LOOK, strategy=_named(drawn))


def _svg(drawn: _Drawn) -> bytes:
    from homejournal.reports.strategy_rows.files import rows_svg

    if drawn.chart is None:
        return rows_svg(_row_file(drawn)).encode()
    from homejournal.reports.charts.figures import FILE_LOOK, chart_svg

    return chart_svg(drawn.chart, drawn.wording, FILE_LOOK, strategy=_named(drawn)).encode()


def _json(drawn: _Drawn) -> bytes:
    from homejournal.exchange.look_back_json import rows_json

    return json_bytes(rows_json(_rows(drawn)))


def _csv(drawn: _Drawn) -> bytes:
    from homejournal.exchange.tables import table_csv
    from homejournal.reports.chart_words.row_tables import row_tables
    from homejournal.reports.chart_words.tables import chart_table

    if drawn.chart is None:
        return table_csv(*row_tables(_rows(drawn), 0, drawn.wording))
    return table_csv(chart_table(drawn.chart, drawn.wording, _named(drawn)))


def _pdf(drawn: _Drawn) -> bytes:
    from homejournal.reports.paper_to_pdf import Printer

    printed = Printer().pdf(_sheet(drawn))
    if printed.replaced:
        complain(say(drawn.wording, Replaced(printed.replaced)))
    return printed.pdf


def _sheet(drawn: _Drawn) -> "ChartSheet":
    from homejournal.reports.papers.chart_sheet import ChartSheet

    asked, wording, back = drawn.asked, drawn.wording, drawn.back
    family = on_paper(drawn.family, asked.child)
    of = back.written
    child = family.children[asked.child]
    age = age_on(child.born, child.due, asked.period.end)
    words = filter_said(wording, asked, family)
    return ChartSheet(
        child=child_on_paper(wording, child),
        period=asked.period,
        printed=drawn.today,
        age=AgeInMonths(*age) if age else None,
        strategy=of.strategy.name,
        suggested=suggested_by(of.strategy, of.steps, family.team, of.visits),
        filter_words=(words,) if words else (),
        parts=tuple(_parts(drawn)),
        language=wording.language,
        example=drawn.example,
    )


def _parts(drawn: _Drawn) -> Iterator["SheetPart"]:
    from homejournal.reports.papers.chart_sheet import chart_part, row_parts

    if drawn.chart is None:
        yield from row_parts(drawn.back, _rows(drawn), drawn.wording, life=drawn.life)
    else:
        yield chart_part(
            drawn.chart,
            drawn.wording,
            headline=headline(drawn.chart),
            days=(days_headline(drawn.back),),
            life=drawn.life,
        )


_ROW = "row"
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
    "json": _json,
}
_KIND = argument(
    "--kind",
    choices=[_ROW, *_KINDS],
    default=_ROW,
    help="a row of days with the ratings below it; bars of weeks or longer alone, single ratings"
    " alone, or what stands side by side: before and since the last visit in these days, routines,"
    " times of the day (default: row)",
)
COMMANDS = {
    "numbers": Command(
        _numbers,
        (
            *CHILD_AND_DAYS,
            argument(
                "--strategy",
                type=name,
                metavar="NAME",
                help="only this strategy, by its name or id",
            ),
            *FILTER,
        ),
    ),
    "chart": Command(
        _chart,
        (
            *CHILD_AND_DAYS,
            argument(
                "--strategy",
                type=name,
                required=True,
                metavar="NAME",
                help="the strategy, or its id",
            ),
            *FILTER,
            _KIND,
            argument(
                "--life",
                action="store_true",
                help="with the words for what happened in your life",
            ),
            argument("--format", choices=[*_FORMATS], required=True, help="the kind of file"),
            OUT,
        ),
    ),
}
