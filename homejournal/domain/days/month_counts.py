"""The counts of each month of a period, beside those of its weeks."""

from dataclasses import dataclass
from datetime import date

from homejournal.domain.days.chart_spans import Span, spans_of, whole_span
from homejournal.domain.days.counted_days import CountedDays
from homejournal.domain.days.honest_numbers import Block
from homejournal.domain.days.rows_to_count import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthNumbers:
    """The counts of one month, cut to the period; `partial` unless all of its days count."""

    start: date
    end: date
    partial: bool
    block: Block


def month_numbers(counted: CountedDays) -> tuple[MonthNumbers, ...]:
    """Return the months of the period in order, over the same days as its weeks.

    The month of today is told to its own end, as far as the period reaches.
    """
    if not counted.weeks:
        return ()
    frame = counted.frame
    last = whole_span(frame.last, Span.MONTH, frame.week_start).end
    stretch = Period(counted.weeks[0].start, min(frame.period.end, last))
    return tuple(
        _month(counted, month) for month in spans_of(stretch, Span.MONTH, frame.week_start)
    )


def _month(counted: CountedDays, month: Period) -> MonthNumbers:
    whole = whole_span(month.start, Span.MONTH, counted.frame.week_start)
    return MonthNumbers(
        start=month.start,
        end=month.end,
        partial=counted.how_many(month) < (whole.end - whole.start).days + 1,
        block=counted.block(month),
    )
