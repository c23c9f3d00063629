"""What could make the first page of a visit page shorter; the family sees and decides each of it.

Nothing here changes a page by itself: a suggestion is a set of ticks that can be taken back.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from homejournal.domain.visit_page.builder import STRATEGIES_ON_A_PAGE
from homejournal.domain.visit_page.material import (
    NO_CAPTIONS_KEY,
    SECOND_PAGE_KEY,
    SMALL_CHARTS_KEY,
    Line,
    Offer,
    PagePart,
    Ticks,
)

LONG_NOTE = 280
"""So many letters of a note are about four lines of a page's column."""
_TOLD = (PagePart.CELEBRATIONS, PagePart.CONCERNS)
_FLAGS = (*_TOLD, PagePart.QUESTIONS)
_CHARTS = frozenset({Line.CHART, Line.CHART_BY_MONTH, Line.CHART_BY_YEAR})
_LARGER_CHARTS_UP_TO = 3
"""With more strategies the charts are small already."""


class Shorter(StrEnum):
    """The ways to make a page shorter, in the order in which they are suggested."""

    QUOTES = "quotes"
    EARLIER_DAYS = "earlier_days"
    FEWER_NOTES = "fewer_notes"
    FEWER_QUESTIONS = "fewer_questions"
    FEWER_ANSWERS = "fewer_answers"
    LONG_ANSWERS = "long_answers"
    AGREED = "agreed"
    WHAT = "what"
    SMALL_CHARTS = "small_charts"
    NO_CAPTIONS = "no_captions"
    CHARTS_BEHIND = "charts_behind"
    FOUR_STRATEGIES = "four_strategies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortening:
    """One suggestion: which ticks it would change, and of how many lines or notes."""

    kind: Shorter
    changes: Mapping[str, bool]
    many: int


def shortenings(offered: Sequence[Offer], ticks: Ticks) -> tuple[Shortening, ...]:
    """Return what can be suggested for a page with these ticks; nothing that changes nothing."""
    heads = [one for one in offered if _is_head(one) and ticks.has(one.key)]
    lines = list(_ticked_lines(offered, ticks, {one.strategy for one in heads}))
    charts = [one.key for one in lines if one.says in _CHARTS]
    asked = _ticked(offered, ticks, PagePart.ASKED)
    off = {
        Shorter.QUOTES: [one.key for one in lines if one.note],
        Shorter.EARLIER_DAYS: [one.key for one in lines if one.says is Line.EARLIER],
        Shorter.FEWER_NOTES: [
            one.key for part in _TOLD for one in _notes(offered, ticks, part)[1:]
        ],
        Shorter.FEWER_QUESTIONS: [
            one.key for one in _notes(offered, ticks, PagePart.QUESTIONS)[1:]
        ],
        Shorter.FEWER_ANSWERS: [one.key for one in asked[1:]],
        Shorter.LONG_ANSWERS: [one.key for one in asked if len(one.answer) > LONG_NOTE],
        Shorter.AGREED: [one.key for one in _ticked(offered, ticks, PagePart.AGREED)],
        Shorter.WHAT: [one.key for one in lines if one.key.endswith(f":{Line.WHAT}")],
        Shorter.CHARTS_BEHIND: charts,
        Shorter.FOUR_STRATEGIES: [one.key for one in heads[STRATEGIES_ON_A_PAGE:]],
    }
    on = {
        Shorter.SMALL_CHARTS: SMALL_CHARTS_KEY if len(heads) <= _LARGER_CHARTS_UP_TO else "",
        Shorter.NO_CAPTIONS: NO_CAPTIONS_KEY,
    }
    found = []
    for kind in Shorter:
        changes = dict.fromkeys(off.get(kind, ()), False)
        if kind is Shorter.CHARTS_BEHIND and changes:
            changes[SECOND_PAGE_KEY] = True
        key = on.get(kind)
        if key and charts and not ticks.has(key):
            changes[key] = True
        if changes:
            many = len(off.get(kind, charts))
            found.append(Shortening(kind=kind, changes=changes, many=many))
    return tuple(found)


def long_notes(offered: Sequence[Offer], ticks: Ticks) -> tuple[Offer, ...]:
    """Return the long notes that stand on the first page, each once, in the order of the page."""
    heads = {one.strategy for one in offered if _is_head(one) and ticks.has(one.key)}
    shown = [one for one in offered if one.part in _FLAGS and ticks.has(one.key)]
    shown += [one for one in _ticked_lines(offered, ticks, heads) if one.note]
    return tuple({one.note: one for one in shown if is_long(one)}.values())


def is_long(offer: Offer) -> bool:
    """Whether an offer is a note that may be shortened for a page."""
    return bool(offer.note) and isinstance(offer.says, str) and len(offer.says) > LONG_NOTE


def _is_head(offer: Offer) -> bool:
    return offer.part is PagePart.STRATEGY and offer.key == f"strategy:{offer.strategy}"


def _ticked_lines(
    offered: Sequence[Offer], ticks: Ticks, shown: Collection[object]
) -> Iterator[Offer]:
    for one in offered:
        inside = one.part is PagePart.STRATEGY and not _is_head(one)
        if inside and one.strategy in shown and ticks.has(one.key):
            yield one


def _ticked(offered: Sequence[Offer], ticks: Ticks, part: PagePart) -> list[Offer]:
    return [one for one in offered if one.part is part and ticks.has(one.key)]


def _notes(offered: Sequence[Offer], ticks: Ticks, part: PagePart) -> list[Offer]:
    """Return the ticked notes of one flag; the newest is offered first."""
    return [one for one in _ticked(offered, ticks, part) if one.note]


def beginning_of(text: str, most: int = LONG_NOTE) -> str:
    """Return the beginning of a text: whole sentences where one ends there, else whole words."""
    start = text.strip()[: most + 1]
    if len(start) <= most:
        return start
    sentences = [place for place in (start.rfind(f"{end} ") for end in ".!?…") if place > 0]
    if sentences and max(sentences) > most // 3:
        return start[: max(sentences) + 1]
    words = start.rsplit(None, 1)[0]
    return words if most // 3 < len(words) <= most else start[:most]
