"""A visit page as text for a message: the whole of it, or at most 120 words."""

import re
from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple, assert_never

from homejournal.domain.visit_page.page import AskedOnPage, NoteOnPage, StrategyOnPage, VisitPage
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.visit_page.lines import LABELS, stretch_days, told_lines
from homejournal.reports.visit_page.outline import (
    Figure,
    Foot,
    Heading,
    How,
    Items,
    Line,
    PageOutline,
    Part,
    Photo,
    Quote,
    Run,
    Runs,
)
from homejournal.texts.day_page import capitalized
from homejournal.texts.papers.visit_page import MOST_WORDS, first_said
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording, wording_of

_COUNTED = ("concerns", "questions")
_NOTE_WORDS = 40
_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…؟۔。！？][\"'”’»)]*$")


class _Wanted(IntEnum):
    """How soon a line is wanted; a joy comes before further strategies, beside the worries."""

    TITLE = auto()
    OUR_WORDS = auto()
    ASKED = auto()
    FIRST_STRATEGY = auto()
    CELEBRATED = auto()
    STRATEGY = auto()
    ANSWERED = auto()
    FIRST_TIME = auto()
    THANKS = auto()
    HOW_IT_WENT = auto()


class _Piece(NamedTuple):
    """A line, and how soon it is wanted: of what does not fit the last wanted is left out.

    Of several texts the first that has room stands; it says all there is where `whole` is set.
    """

    wanted: _Wanted
    texts: tuple[str, ...]
    whole: bool = True


def short_text(page: VisitPage) -> str:
    """Return the page in short, in its own language, at most 120 words.

    What does not fit any more is left out. The family's own sentence stands before all else; where
    it alone is too long, it is cut as a long note is: at the end of a sentence or a word, with an
    ellipsis. Further notes are counted.
    """
    return "\n".join(text for _, text in _fitted(page) if text)


def short_leaves_out(page: VisitPage) -> bool:
    """Say whether something had no room in the short text, or a note stands there only in part.

    A further celebration and how it went are none of it: the short text is not about them.
    """
    return any(
        piece.wanted < _Wanted.HOW_IT_WENT and not (piece.whole and text == piece.texts[0])
        for piece, text in _fitted(page)
    )


def _fitted(page: VisitPage) -> list[tuple[_Piece, str]]:
    """Return every piece in the order of the page, and its text that has room or an empty one."""
    pieces = list(_pieces(page, wording_of(page.language)))
    left, kept = MOST_WORDS, [""] * len(pieces)
    for place, piece in sorted(enumerate(pieces), key=lambda each: each[1].wanted):
        kept[place] = next((text for text in piece.texts if len(text.split()) <= left), "")
        left -= len(kept[place].split())
    return list(zip(pieces, kept, strict=True))


def _pieces(page: VisitPage, wording: Wording) -> Iterator[_Piece]:
    title = wording.line_of((wording.own(page.child), wording.between(*page.period)))
    yield _Piece(_Wanted.TITLE, (title,))
    if page.our_words:
        room = MOST_WORDS - len(title.split())
        cut = _in_short(page.our_words, room - 1)  # the ellipsis may stand alone
        yield _Piece(_Wanted.OUR_WORDS, (page.our_words, cut))
    yield from _answers(page.asked, wording)
    yield from _notes("celebrations", page.celebrations, wording)
    if page.firsts:
        yield _Piece(_Wanted.FIRST_TIME, (first_said(wording, page.firsts[0]),))
    for place, strategy in enumerate(page.strategies):
        wanted = _Wanted.STRATEGY if place else _Wanted.FIRST_STRATEGY
        yield from _strategy(strategy, page, wording, wanted)
    yield from _notes("concerns", page.concerns, wording)
    yield from _notes("questions", page.questions, wording)
    if page.thanks:
        yield _Piece(_Wanted.THANKS, (page.thanks,))


def _strategy(
    one: StrategyOnPage, page: VisitPage, wording: Wording, wanted: _Wanted
) -> Iterator[_Piece]:
    """Yield what was written down of the newest days, and how it went where there is room."""
    newest = one.stretches[-1] if one.stretches else None
    lines = told_lines(newest.sentences) if newest else []
    said = [wording.line_of(say(wording, part) for part in line) for line in lines]
    days = stretch_days(newest, page, wording) if newest else ""
    name, first = wording.own(one.name), wording.line_of((days, *said[:1]))
    words = wording.text("{strategy}: {words}", strategy=name, words=first) if first else name
    yield _Piece(wanted, (words,))
    for more in said[1:]:
        yield _Piece(_Wanted.HOW_IT_WENT, (capitalized(more),))


def _answers(asked: tuple[AskedOnPage, ...], wording: Wording) -> Iterator[_Piece]:
    """Yield what professionals asked with our answers; what waits is not told in short."""
    for asked_on_page in asked:
        if asked_on_page.answer:
            question, answer = _in_short(asked_on_page.text), _in_short(asked_on_page.answer)
            words = wording.text(
                "You asked: {question} – Our answer: {answer}",
                question=wording.own(question),
                answer=wording.own(answer),
            )
            whole = (question, answer) == (asked_on_page.text, asked_on_page.answer)
            yield _Piece(_Wanted.ANSWERED, (words,), whole)


def _notes(kind: str, notes: tuple[NoteOnPage, ...], wording: Wording) -> Iterator[_Piece]:
    """Yield the newest note that fits; concerns and questions are also counted."""
    if not notes:
        return
    told, others, more = [_in_short(note.text) for note in notes], 0, ""
    if kind in _COUNTED:
        others = len(notes) - 1
    if others:
        more = wording.count("and {n} more on the page", "and {n} more on the page", others)
    abouts = [wording.own(note.about) if note.about else "" for note in notes]
    lines = [
        wording.line_of((wording.own(one), about, more))
        for one, about in zip(told, abouts, strict=True)
    ]
    if kind in _COUNTED:
        lines.append(wording.count("{n} on the page", "{n} on the page", len(notes)))
    title = LABELS[kind](wording)
    texts = tuple(wording.text("{title}: {words}", title=title, words=line) for line in lines)
    whole = not others and told[0] == notes[0].text
    yield _Piece(_Wanted.ASKED if kind in _COUNTED else _Wanted.CELEBRATED, texts, whole)


def _in_short(note: str, most: int = _NOTE_WORDS) -> str:
    """Return a note, a long one up to a sentence's end in its later half, or up to a word's."""
    words = list(_WORD.finditer(note))
    if len(words) <= most:
        return note
    ends = [word.end() for word in words[most // 2 : most] if _ENDS.search(word[0])]
    return f"{note[: ends[-1]]} …" if ends else f"{note[: words[most - 1].end()]}…"


def visit_page_text(page: VisitPage) -> str:
    """Return the page as text in its language, and after it in the second one if there is one."""
    languages = dict.fromkeys((page.language, page.second_language or page.language))
    pages = ("\n".join(_lines(page, wording_of(language))) for language in languages)
    return "\n\n".join(pages) + "\n"


def _lines(page: VisitPage, wording: Wording) -> Iterator[str]:
    """Yield every line; what belongs to one strategy, chart or ladder is set in under its name."""
    under_a_name = False
    for part in PageOutline(page, wording).parts():
        if isinstance(part, Heading | Foot) or (isinstance(part, Line) and part.apart):
            under_a_name = False
        for line in _part(part, wording):
            yield _indented(line) if under_a_name else line
        if isinstance(part, Heading):
            under_a_name = part.level > _PART


_PART = 2
"""The level of a part's heading."""


def _part(part: Part, wording: Wording) -> Iterator[str]:
    match part:
        case Heading(words, level):
            yield from () if level == 1 else ("",)
            yield words.upper() if level == _PART else words
        case Line(runs, apart):
            yield from ("",) if apart else ()
            (first, *others) = runs
            yield _runs(runs) if others else first.words
        case Items(items):
            yield from (f"- {_runs(one)}" for one in items)
        case Quote(note):
            yield f"“{_run(note[0])}”{_runs(note[1:])}"
        case Figure(chart):
            yield chart_alt(chart, wording, table=False)
        case Photo(photo, source):
            yield f"- {photo.name} ({source})"
        case Foot(lines):
            yield from ("", *lines)
        case _:
            assert_never(part)


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    """Return words, with the further lines of what a person wrote set in."""
    match run.how:
        case How.OWN:
            return "\n  ".join(run.words.splitlines())
        case How.SOURCE:
            return f" ({run.words})"
        case How.NEXT_LINE:
            return "\n  "
        case _:
            return run.words


def _indented(line: str) -> str:
    return "  " + line.replace("\n", "\n  ")
