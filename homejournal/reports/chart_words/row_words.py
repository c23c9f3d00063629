"""A row in words: the labels of its head, each of its marks as a sentence, and the whole of it.

Picture, table and words are made from the same row, so that they tell the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import BarSeries, DotSeries, LifeMark
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.strategy_rows import (
    DayCell,
    SharedAxis,
    Sign,
    StrategyRow,
    StrategyRows,
    StretchCell,
    StripSpan,
    VisitTick,
)
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.plain_summary import plain_summary
from homejournal.domain.sentences.values import (
    DidItOn,
    LeftOut,
    MostDays,
    NotToday,
    NotWritten,
    OutsideTimes,
    PlanMet,
    Sentence,
    Single,
    ThanBefore,
    ToldNotToday,
    TooFewToSumUp,
)
from homejournal.reports.chart_words.mark_words import days_in, life_said, mark_words, span_said
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.texts.day_page import capitalized, day_state
from homejournal.texts.labels import reason
from homejournal.texts.progress_page import state_said, times_said
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording

MOST_DAYS_LISTED = 31
"""Days of a strip up to which each is told; of longer ones only how many there are of each."""
_LISTED = (DayState.DID_IT, DayState.NOT_TODAY, DayState.LEFT_OUT, DayState.NOT_WRITTEN)
_SPANS = {StripSpan.DAY: Span.WEEK, StripSpan.WEEK: Span.WEEK, StripSpan.MONTH: Span.MONTH}


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note at its day in a larger picture, in the family's words."""

    day: date
    words: str


Told = tuple[date, date, str]
"""The days that a mark stands for, and what it says."""


def visit_label(tick: VisitTick, wording: Wording) -> str:
    """Return "visit, Ben"."""
    if not tick.people:
        return wording.text("visit")
    people = wording.list_of([wording.own(name) for name in tick.people])
    return wording.text("visit, {people}", people=people)


def band_label(band: LifeMark, wording: Wording) -> str:
    """Return why days were left out: "sick"."""
    return reason(wording, band.reason) if band.reason else wording.text("left out")


def event_label(event: LifeMark, wording: Wording) -> str:
    """Return what happened in the family's life; nothing where the words were left out.

    A date may follow, so there is no full stop.
    """
    return wording.own(" ".join(event.words.split()).rstrip(".")) if event.words else ""


def mark_said(
    axis: SharedAxis,
    row: StrategyRow | None,
    mark: tuple[str, int],
    notes: Sequence[NoteMark],
    wording: Wording,
) -> Told:
    """Return the days and the sentence of a mark: of which kind it is, and which of them.

    Kinds are "cell", "bar", "dot" and "note" of a row, "visit", "band" and "event" of the head.
    """
    kind, at = mark
    if kind == "note":
        note = notes[at]
        said = wording.text("{when}: {what}", when=_day(axis, note.day, wording), what=note.words)
        return note.day, note.day, said
    if row is None:
        return _of_head(axis, kind, at, wording)
    chart = worded_chart(axis, row)
    if kind == "cell" or chart is None:
        return _of_strip(axis, row, at, wording)
    words = mark_words(chart, at, wording)
    if isinstance(chart, BarSeries):
        return chart.bars[at].start, chart.bars[at].end, words
    return chart.dots[at].day, chart.dots[at].day, words


def _of_head(axis: SharedAxis, kind: str, at: int, wording: Wording) -> Told:
    if kind == "visit":
        tick = axis.visits[at]
        when, what = _day(axis, tick.day, wording), visit_label(tick, wording)
        return tick.day, tick.day, wording.text("{when}: {what}", when=when, what=what)
    mark = (axis.bands if kind == "band" else axis.events)[at]
    return mark.start, mark.end, life_in_words(axis, mark, wording)


def life_in_words(axis: SharedAxis, mark: LifeMark, wording: Wording) -> str:
    """Return days left out, or what happened in life: "June 23 to June 25: left out: sick"."""
    day = days_in(*axis.period, wording)
    when = day(mark.start)
    if mark.end != mark.start:
        when = wording.text("{start} to {end}", start=when, end=day(mark.end))
    return wording.text("{when}: {what}", when=when, what=life_said(mark, wording, short=False))


def _day(axis: SharedAxis, day: date, wording: Wording) -> str:
    years = axis.period.start.year != axis.period.end.year
    return wording.full_day(day) if years else wording.day_of_year(day)


def _of_strip(axis: SharedAxis, row: StrategyRow, at: int, wording: Wording) -> Told:
    if row.days:
        cell = row.days[at]
        when = _day(axis, cell.day, wording)
        said = wording.text("{day}: {state}", day=when, state=day_told(cell, wording))
        return cell.day, cell.day, said
    stretch = row.stretches[at]
    return stretch.start, stretch.end, stretch_said(axis, stretch, wording)


def day_told(cell: DayCell, wording: Wording) -> str:
    """Return what stands on a day: "breakfast: did it, dinner: not today"; nothing if none does."""
    shown = cell.shown
    if shown is None:
        return ""
    if cell.slots:
        told = [
            wording.text(
                "{time}: {state}",
                time=wording.own(mark.slot),
                state=state_said(wording, replace(shown, state=mark.state, reason=mark.reason)),
            )
            for mark in cell.slots
        ]
        extra = cell.times > sum(mark.state is DayState.DID_IT for mark in cell.slots)
        told += [times_said(wording, shown)] if extra else []
    else:
        told = [state_said(wording, shown), times_said(wording, shown) if cell.times else ""]
    later = wording.text("written later") if cell.written_later else ""
    return wording.text(", ").join(part for part in (*told, later) if part)


def stretch_said(axis: SharedAxis, cell: StretchCell, wording: Wording) -> str:
    """Return a week or month of a strip as a sentence without a full stop."""
    day = days_in(*axis.period, wording)
    when = span_said(cell, _SPANS[axis.strip], wording, day)
    return wording.text("{when}: {what}", when=when, what=stretch_told(cell, wording))


def stretch_told(cell: StretchCell, wording: Wording) -> str:
    """Return what a stretch of days comes to: "did it on 5 of 6 planned days; 1 not today"."""
    if not cell.counted:
        return wording.text("nothing written yet")
    told = [say(wording, one) for one in _counts(cell)]
    if told:
        return wording.text("; ").join(told)
    return wording.text("not planned") if cell.planned == 0 else wording.text("nothing written")


def _counts(cell: StretchCell) -> Iterator[Single]:
    if cell.planned or cell.did_it or cell.judged:
        yield DidItOn(cell.did_it, cell.planned)
    if cell.judged:
        yield PlanMet(cell.met or 0, cell.judged, cell.unsure or 0)
    if cell.not_today:
        yield NotToday(cell.not_today) if cell.planned is not None else ToldNotToday(cell.not_today)
    if cell.not_written:
        yield NotWritten(cell.not_written)
    if cell.left_out:
        yield LeftOut(cell.left_out)
    if cell.outside:
        yield OutsideTimes(cell.outside)


def worded_chart(axis: SharedAxis, row: StrategyRow) -> BarSeries | DotSeries | None:
    """Return the chart of a row with all that its words tell beside the ratings."""
    if row.chart is None:
        return None
    return replace(row.chart, life=(*row.bands, *axis.events))


def row_sentences(
    back: LookBack, row: StrategyRow, wording: Wording, *, on_screen: bool = False
) -> tuple[str, ...]:
    """Return what stands over a row: what can be said plainly or the ratings in short, its days.

    On a row for paper nothing of it holds only "so far".
    """
    plain = plain_summary(back)
    # Of days alone the line of days says how many, and "most" would only say it twice.
    told: list[Sentence] = [*plain] if plain != (MostDays(),) or row.chart is not None else []
    if row.chart is not None and not any(isinstance(one, ThanBefore) for one in plain):
        told.append(headline(row.chart, on_screen=on_screen))
    days = days_headline(back)
    lines = (" ".join(_sentence(one, wording) for one in told), _sentence(days, wording))
    return tuple(line for line in lines if line)


def _sentence(said: Sentence, wording: Wording) -> str:
    return wording.text("{sentence}.", sentence=capitalized(say(wording, said)))


def row_alt(rows: StrategyRows, at: int, wording: Wording, *, table: bool = True) -> str:
    """Return a row in sentences: its days, then its ratings, changes and what happened in life.

    `table` says whether a table with every value is beside it.
    """
    axis, row = rows.axis, rows.rows[at]
    days = wording.between(*axis.period)
    told = [wording.text("{when}: {what}.", when=days, what=stretch_told(row.total, wording))]
    told += [f"{line}." for line in _strip_alt(axis, row, wording)]
    chart = worded_chart(axis, row)
    if chart is not None and row.has_ratings:
        told.append(chart_alt(chart, wording, table=table))
    too_few = f"{capitalized(say(wording, TooFewToSumUp(row.n)))}."
    if row.is_too_few and not told[-1].endswith(too_few):
        told.append(too_few)
    return " ".join(told)


def _strip_alt(axis: SharedAxis, row: StrategyRow, wording: Wording) -> Iterator[str]:
    """Yield the days of each state of a short strip, and which cells a longer one has."""
    if row.stretches:
        yield strip_key(axis, wording)
        return
    if len(row.days) > MOST_DAYS_LISTED:
        return
    for state in _LISTED:
        days = list(_runs(row.days, state, wording))
        if days:
            listed = wording.text(", ").join(days)
            yield wording.text(
                "{state}: {days}", state=capitalized(day_state(wording, state)), days=listed
            )
    outside = [cell.day for cell in row.days if cell.state is DayState.NOT_PLANNED and cell.times]
    if outside:
        listed = wording.text(", ").join(map(wording.short_day, outside))
        what = capitalized(sign_word(Sign.OUTSIDE, wording))
        yield wording.text("{state}: {days}", state=what, days=listed)


def _runs(days: Iterable[DayCell], state: DayState, wording: Wording) -> Iterator[str]:
    """Yield the stretches of days that have the state: "Jun 8 to Jun 12"."""
    for has, run in groupby(days, key=lambda cell: cell.state is state):
        cells = [*run]
        if has:
            first, last = (wording.short_day(cell.day) for cell in (cells[0], cells[-1]))
            both = wording.text("{start} to {end}", start=first, end=last)
            yield first if len(cells) == 1 else both


def head_alt(axis: SharedAxis, wording: Wording) -> str:
    """Return the head in sentences: its days, visits, days left out, and events."""
    told = [wording.text("The dates of all rows: {days}.", days=wording.between(*axis.period))]
    marks = [("visit", at) for at in range(len(axis.visits))]
    marks += [("band", at) for at in range(len(axis.bands))]
    marks += [("event", at) for at in range(len(axis.events))]
    said = sorted(_of_head(axis, kind, at, wording) for kind, at in marks)
    return " ".join([*told, *(f"{words.rstrip('.')}." for _, _, words in said)])


def sign_word(sign: Sign, wording: Wording) -> str:
    """Return what a sign means."""
    if sign is Sign.OUTSIDE:
        return wording.text("used outside the plan")
    return day_state(wording, DayState(sign.value))


def strip_key(axis: SharedAxis, wording: Wording) -> str:
    """Return how long each cell of the strips is, where it is more than a day; else nothing."""
    match axis.strip:
        case StripSpan.WEEK:
            return wording.text("each box is one week")
        case StripSpan.MONTH:
            return wording.text("each box is one month")
        case _:
            return ""
