"""A visit page in at most 120 words, to paste into a message and change there."""

from collections.abc import Iterator
from typing import NamedTuple

from homejournal.domain.visit_page import NoteOnPage, StrategyOnPage, VisitPage
from homejournal.reports.page_lines import LABELS, stretch_days, told_lines
from homejournal.texts.sentences import say
from homejournal.texts.today import capital
from homejournal.texts.visit_page import MOST_WORDS, first_said
from homejournal.texts.wording import Wording, wording_of

_HOW_IT_WENT = 7


class _Piece(NamedTuple):
    """A line, and how soon it is wanted: of what does not fit the last wanted is left out."""

    wanted: int
    text: str


def short_text(page: VisitPage) -> str:
    """Return the page in short, in its own language, at most 120 words.

    Lines are whole: what does not fit any more is left out, the family's own sentence last of all.
    """
    return "\n".join(piece.text for piece, fits in _fitted(page) if fits)


def short_leaves_out(page: VisitPage) -> bool:
    """Say whether a note, a strategy or a line of the family had no room in the short text."""
    return any(piece.wanted < _HOW_IT_WENT for piece, fits in _fitted(page) if not fits)


def _fitted(page: VisitPage) -> list[tuple[_Piece, bool]]:
    """Return every piece in the order of the page, and whether there is room for it."""
    pieces = list(_pieces(page, wording_of(page.language)))
    left, kept = MOST_WORDS, set()
    for place, piece in sorted(enumerate(pieces), key=lambda each: each[1].wanted):
        words = len(piece.text.split())
        if words <= left:
            left -= words
            kept.add(place)
    return [(piece, place in kept) for place, piece in enumerate(pieces)]


def _pieces(page: VisitPage, wording: Wording) -> Iterator[_Piece]:
    yield _Piece(0, wording.line_of((wording.own(page.child), wording.between(*page.period))))
    if page.our_words:
        yield _Piece(1, page.our_words)
    yield from _notes(4, LABELS["celebrations"](wording), page.celebrations, wording)
    if page.firsts:
        yield _Piece(5, first_said(wording, page.firsts[0]))
    for strategy in page.strategies:
        yield from _strategy(strategy, page, wording)
    yield from _notes(2, LABELS["concerns"](wording), page.concerns, wording)
    yield from _notes(2, LABELS["questions"](wording), page.questions, wording)
    if page.thanks:
        yield _Piece(6, page.thanks)


def _strategy(one: StrategyOnPage, page: VisitPage, wording: Wording) -> Iterator[_Piece]:
    """Yield what was written down of the newest days, and how it went where there is room."""
    newest = one.stretches[-1] if one.stretches else None
    lines = told_lines(newest.sentences) if newest else []
    said = [wording.line_of(say(wording, part) for part in line) for line in lines]
    days = stretch_days(newest, page, wording) if newest else ""
    name, first = wording.own(one.name), wording.line_of((days, *said[:1]))
    words = wording.text("{strategy}: {words}", strategy=name, words=first) if first else name
    yield _Piece(3, words)
    for more in said[1:]:
        yield _Piece(_HOW_IT_WENT, capital(more))


def _notes(
    wanted: int, title: str, notes: tuple[NoteOnPage, ...], wording: Wording
) -> Iterator[_Piece]:
    if notes:
        words = wording.own(notes[0].text)
        yield _Piece(wanted, wording.text("{title}: {words}", title=title, words=words))
