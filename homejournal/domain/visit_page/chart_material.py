"""What a visit page can tell of a strategy that was looked back at: its numbers and its charts."""

from dataclasses import replace

from homejournal.domain.charts.bar_series import BarSeries
from homejournal.domain.charts.chart_types import has_something
from homejournal.domain.charts.dot_series import DotSeries
from homejournal.domain.days.chart_spans import Span, span_for
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.make_look_back import bars_in, dots_in
from homejournal.domain.records.rating_scales import ON_OWN, RatingKind
from homejournal.domain.visit_page.material import StrategyMaterial

_ON_OWN = (RatingKind.HELP, ON_OWN)
_DOTTED = frozenset({RatingKind.HELP, RatingKind.WENT, RatingKind.NUMBER})


def strategy_material(back: LookBack) -> StrategyMaterial:
    """Return what a page can tell of a strategy; the small chart has no lines of the phases."""
    bars = bars_in(back)
    firsts = (one for one in back.written.firsts if (one.kind, one.level) == _ON_OWN)
    return StrategyMaterial(
        visits=back.written.visits,
        strategy=back.written.strategy,
        steps=back.written.steps,
        numbers=back.numbers,
        first_on_own=next((one.first for one in firsts), None),
        phases=back.phases,
        small=replace(bars, phases=()) if bars.bars else None,
        large=_large(back, bars),
    )


def _large(back: LookBack, bars: BarSeries) -> BarSeries | DotSeries | None:
    """Return single ratings while there are only weeks of them, else bars; None of nothing."""
    frame = back.written.frame
    if back.kind in _DOTTED and span_for(frame.period, frame.week_start) is Span.WEEK:
        dots = dots_in(back)
        return dots if has_something(dots) else None
    return bars if has_something(bars) else None
