"""The second page of a visit page: what can be ticked for it, and what then stands on it."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from homejournal.domain.charts.chart_types import on_paper
from homejournal.domain.plan.outcome_ladders import OutcomeRecords, RatedLadder, ladder_told
from homejournal.domain.records.notes import Note
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.visit_page.line_keys import (
    SECOND_PAGE_KEY,
    dated_key,
    ladder_key,
    large_key,
    photo_key,
    strategy_key,
)
from homejournal.domain.visit_page.material import Line, Offer, PageMaterial, PagePart, Ticks
from homejournal.domain.visit_page.naming_people import is_about_a_reader
from homejournal.domain.visit_page.page import (
    LadderOnPage,
    LargeChart,
    LifeOnPage,
    NoteOnPage,
    SecondPage,
)
from homejournal.domain.visit_page.photos import PhotoMaterial
from homejournal.domain.visit_page.strategies import with_life

_PART = PagePart.SECOND_PAGE
_LEFT_OUT = "…"
"""Stands where the family left something of a note out."""


def second_page_offers(material: PageMaterial) -> Iterator[Offer]:
    """Offer the page itself, which is off at first, and what stands on it once it is on.

    A larger chart needs its strategy on the first page: what the family took off there comes in by
    no other door.
    """
    offers = (
        *_chart_offers(material),
        *_ladder_offers(material),
        *_note_offers(material),
        *_photo_offers(material),
    )
    if offers:
        yield Offer(key=SECOND_PAGE_KEY, part=_PART, says=Line.SECOND_PAGE, by_default=False)
    yield from offers


def _chart_offers(material: PageMaterial) -> Iterator[Offer]:
    for one in material.shown():
        if one.large:
            yield Offer(
                key=large_key(one),
                part=_PART,
                says=one.strategy.name,
                strategy=one.strategy.id,
                needs=strategy_key(one),
            )


def _ladder_offers(material: PageMaterial) -> Iterator[Offer]:
    for one, rated in _ladders(material):
        yield Offer(
            key=ladder_key(rated),
            part=_PART,
            says=one.outcome.text,
            # Without a rating at a visit nothing says that it was made together.
            by_default=any(rating.visit for rating in rated.ratings),
        )


def _note_offers(material: PageMaterial) -> Iterator[Offer]:
    beside = material.beside()
    for note in _by_date(material):
        yield Offer(
            key=dated_key(note),
            part=_PART,
            says=note.text,
            by_default=note.strategy not in beside and not is_about_a_reader(material, note),
            day=note.day,
            strategy=note.strategy,
            note=note.id,
        )


def _photo_offers(material: PageMaterial) -> Iterator[Offer]:
    for one in material.photos_in_period():
        yield Offer(
            key=photo_key(one),
            part=_PART,
            says=one.shown.name,
            by_default=False,
            day=one.shown.day,
            strategy=one.strategy,
        )


def second_page(
    material: PageMaterial, ticks: Ticks, life: Collection[LifeOnPage]
) -> SecondPage | None:
    """Return the second page, with the dotted marks of `life` alone; None where it is not wanted.

    Nor is there one where nothing of it is ticked.
    """
    if not ticks.has(SECOND_PAGE_KEY):
        return None
    charts = tuple(_charts(material, ticks, life))
    ladders = tuple(
        LadderOnPage(outcome=one.outcome.text, ladder=ladder_told(rated, material.period.end))
        for one, rated in _ladders(material)
        if ticks.has(ladder_key(rated))
    )
    notes = tuple(
        note_on_page(material, ticks, note, about=named_strategy(material, ticks, note))
        for note in _by_date(material)
        if ticks.has(dated_key(note))
    )
    photos = tuple(
        replace(one.shown, about=named_strategy(material, ticks, one))
        for one in material.photos_in_period()
        if ticks.has(photo_key(one))
    )
    found = SecondPage(charts=charts, ladders=ladders, notes=notes, photos=photos)
    return found if charts or ladders or notes or photos else None


def named_strategy(material: PageMaterial, ticks: Ticks, what: Note | PhotoMaterial) -> str | None:
    """Return the strategy of a note or photo; one that the family took off is not named."""
    shown = (one for one in material.strategies if one.strategy.id == what.strategy)
    return next((one.strategy.name for one in shown if ticks.has(strategy_key(one))), None)


def note_on_page(
    material: PageMaterial, ticks: Ticks, note: Note, about: str | None = None
) -> NoteOnPage:
    """Return a note with the name of who wrote it; whole, or as the family shortened it."""
    by = material.helper_name(note.helper)
    short = ticks.shortened.get(note.id, "").strip()
    if not short or short == note.text.strip():
        return NoteOnPage(text=note.text, day=note.day, by=by, about=about)
    return NoteOnPage(text=with_mark(short), day=note.day, by=by, about=about, shortened=True)


def with_mark(short: str) -> str:
    """Return a shortened note with the sign that something of it is left out."""
    return short if short.endswith(_LEFT_OUT) else f"{short} {_LEFT_OUT}"


def _ladders(material: PageMaterial) -> Iterator[tuple[OutcomeRecords, RatedLadder]]:
    for one in material.their_outcomes():
        for rated in one.ladders:
            yield one, rated


def _by_date(material: PageMaterial) -> tuple[Note, ...]:
    return material.notes_in_period()[::-1]


def _charts(
    material: PageMaterial, ticks: Ticks, life: Collection[LifeOnPage]
) -> Iterator[LargeChart]:
    for one in material.shown():
        wanted = ticks.has(strategy_key(one)) and ticks.has(large_key(one))
        if wanted and one.large is not None:
            chart = on_paper(with_life(one.large, life), life=True)
            yield LargeChart(strategy=one.strategy.name, chart=chart, headline=headline(chart))
