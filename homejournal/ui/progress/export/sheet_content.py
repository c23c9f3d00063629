"""What stands on the sheet that is printed or saved: what the page shows, with the same filter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from homejournal.domain.days.periods import age_on
from homejournal.domain.looking_back.chart_series import Table
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.names import on_paper
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.family import Family
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.values import AgeInMonths, Sentence, SuggestedBy
from homejournal.reports.papers.chart_sheet import ChartSheet, SheetPart, chart_part, row_parts
from homejournal.texts.labels import child_on_paper
from homejournal.texts.progress_page import filter_said
from homejournal.texts.wording import Wording
from homejournal.ui.progress.counting_and_drawing import Counted
from homejournal.ui.progress.empty_state import has_something
from homejournal.ui.progress.shown import RowShown, Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSheet:
    """What the page shows, as far as it can be printed.

    Of one strategy `shown` are the pictures on screen; `tables` are those that are open without a
    picture.
    """

    counted: Counted
    family: Family
    today: date
    paper: Paper
    example: bool = False
    shown: tuple[Shown, ...] = ()
    tables: tuple[Table, ...] = ()


def sheet_of(shown: OnSheet, wording: Wording) -> ChartSheet:
    """Return the sheet; no note is on it, and so no private one."""
    asked = shown.counted.asked
    family = on_paper(shown.family, asked.child)
    child = family.children[asked.child]
    age = age_on(child.born, child.due, asked.period.end)
    back = shown.counted.backs[0] if asked.strategy is not None else None
    parts = _of_one(shown, wording) if back else _of_all(shown, wording)
    tables = (SheetPart(title=table.title, table=table) for table in shown.tables)
    words = filter_said(wording, asked, family)
    return ChartSheet(
        child=child_on_paper(wording, child),
        period=asked.period,
        printed=shown.today,
        age=AgeInMonths(*age) if age else None,
        strategy=back.written.strategy.name if back else "",
        suggested=_suggested(back, family) if back else None,
        filter_words=(words,) if words else (),
        parts=(*parts, *tables),
        paper=shown.paper,
        language=wording.language,
        example=shown.example,
    )


def _suggested(back: LookBack, family: Family) -> SuggestedBy | None:
    return suggested_by(back.written.strategy, back.written.steps, family.team, back.written.visits)


def _of_one(shown: OnSheet, wording: Wording) -> Iterator[SheetPart]:
    """Yield what is on screen; the days are told once."""
    days: tuple[Sentence, ...] = (days_headline(shown.counted.backs[0]),)
    for one in shown.shown:
        if isinstance(one, RowShown):
            yield from row_parts(one.back, one.rows, wording)
        else:
            said = headline(one.series)
            yield chart_part(one.series, wording, headline=said, days=days)
        days = ()


def _of_all(shown: OnSheet, wording: Wording) -> Iterator[SheetPart]:
    """Yield each strategy on which something is written, under its name, without its tables."""
    rows = shown.counted.rows
    for at, back in enumerate(shown.counted.backs):
        if rows is not None and has_something(back):
            part = next(iter(row_parts(back, rows.alone(at), wording)))
            yield replace(part, title=wording.own(back.written.strategy.name))
