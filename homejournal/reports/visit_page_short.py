"""A visit page in at most 120 words, to paste into a message and change there."""

from collections.abc import Iterator
from typing import NamedTuple

from homejournal.domain.visit_page import NoteOnPage, StrategyOnPage, VisitPage
from homejournal.reports.page_lines import LABELS, told_lines
from homejournal.texts.sentences import say
from homejournal.texts.visit_page import MOST_WORDS, first_said
from homejournal.texts.wording import Wording, wording_of


class _Piece(NamedTuple):
    """A line, and how soon it is wanted: of what does not fit the last wanted is left out."""

    wanted: int
    text: str


def short_text(page: VisitPage) -> str:
    """Return the page in short, in its own language, at most 120 words.

    Lines are whole: what does not fit any more is left out, the family's own sentence last of all.
    """
    wording = wording_of(page.language)
    pieces = list(_pieces(page, wording))
    left, kept = MOST_WORDS, set()
    for place, piece in sorted(enumerate(pieces), key=lambda each: each[1].wanted):
        words = len(piece.text.split())
        if words <= left:
            left -= words
            kept.add(place)
    return "\n".join(piece.text for place, piece in enumerate(pieces) if place in kept)


def _pieces(page: VisitPage, wording: Wording) -> Iterator[_Piece]:
    yield _Piece(0, wording.line_of((wording.own(page.child), wording.between(*page.period))))
    if page.our_words:
        yield _Piece(1, page.our_words)
    yield from _notes(4, LABELS["celebrations"](wording), page.celebrations, wording)
    if page.firsts:
        yield _Piece(5, first_said(wording, page.firsts[0]))
    for strategy in page.strategies:
        yield _Piece(3, _strategy(strategy, wording))
    yield from _notes(2, LABELS["concerns"](wording), page.concerns, wording)
    yield from _notes(2, LABELS["questions"](wording), page.questions, wording)
    if page.thanks:
        yield _Piece(6, page.thanks)


def _strategy(one: StrategyOnPage, wording: Wording) -> str:
    """Return what was written down of the newest days; the page itself has the rest."""
    lines = told_lines(one.stretches[-1].sentences) if one.stretches else []
    said = wording.line_of(say(wording, part) for part in lines[0]) if lines else ""
    name = wording.own(one.name)
    return wording.text("{strategy}: {words}", strategy=name, words=said) if said else name


def _notes(
    wanted: int, title: str, notes: tuple[NoteOnPage, ...], wording: Wording
) -> Iterator[_Piece]:
    if notes:
        words = wording.own(notes[0].text)
        yield _Piece(wanted, wording.text("{title}: {words}", title=title, words=words))
