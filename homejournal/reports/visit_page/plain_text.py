"""A visit page as text for a message: the whole of it, or at most 120 words."""

import re
from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple, assert_never

from homejournal.domain.sentences.values import Single, ThanBefore
from homejournal.domain.visit_page.page import AskedOnPage, NoteOnPage, StrategyOnPage, VisitPage
from homejournal.reports.visit_page.lines import LABELS, child_called, stretch_days, told_lines
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
    RowPicture,
    Run,
    Runs,
)
from homejournal.texts.papers.visit_page import MOST_WORDS, first_said
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording, wording_of

_COUNTED = ("concerns", "questions")
_NOTE_WORDS = 40
_MOST_NAMED = MOST_WORDS // 2
"""So many words the names of the strategies may take before anything else of them is told."""
_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…؟۔。！？][\"'”’»)]*$")


class _Wanted(IntEnum):
    """How soon a line is wanted; what the family says comes before what was counted."""

    TITLE = auto()
    OUR_WORDS = auto()
    CELEBRATED = auto()
    ASKED = auto()
    STRATEGY = auto()
    ANSWERED = auto()
    FIRST_TIME = auto()
    THANKS = auto()
    HOW_IT_WENT = auto()


class _Piece(NamedTuple):
    """A line, and how soon it is wanted: of what does not fit the last wanted is left out.

    Of several texts the first that has room stands; it says all there is where `whole` is set. The
    words of the `least` text are kept free for it.
    """

    wanted: _Wanted
    texts: tuple[str, ...]
    whole: bool = True
    least: str = ""


def short_text(page: VisitPage) -> str:
    """Return the page in short, in its own language, at most 120 words.

    The family's own sentence stands before all else, then what is celebrated, and every strategy
    at least by its name. Where the sentence is too long, it is cut as a long note is: at the end of
    a sentence or a word, with an ellipsis. How it went comes last. Further notes are counted.
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
    """Return every piece in the order of the text, and its text that has room or an empty one."""
    pieces = list(_pieces(page, wording_of(page.language)))
    left, kept = MOST_WORDS - sum(_long(piece.least) for piece in pieces), [""] * len(pieces)
    for place, piece in sorted(enumerate(pieces), key=lambda each: each[1].wanted):
        left += _long(piece.least)
        kept[place] = next((text for text in piece.texts if _long(text) <= left), "")
        left -= _long(kept[place])
    return list(zip(pieces, kept, strict=True))


def _long(text: str) -> int:
    return len(text.split())


def _pieces(page: VisitPage, wording: Wording) -> Iterator[_Piece]:
    title = wording.line_of(
        (wording.own(child_called(page, wording)), wording.between(*page.period))
    )
    strategies = list(_strategies(page, wording))
    yield _Piece(_Wanted.TITLE, (title,))
    if page.our_words:
        room = MOST_WORDS - _long(title) - sum(_long(piece.least) for piece in strategies)
        cut = _in_short(page.our_words, max(room - 1, 1))  # the ellipsis may stand alone
        yield _Piece(_Wanted.OUR_WORDS, (page.our_words, cut))
    yield from _notes("celebrations", page.celebrations, wording)
    if page.firsts:
        yield _Piece(_Wanted.FIRST_TIME, (first_said(wording, page.firsts[0]),))
    yield from strategies
    yield from _notes("concerns", page.concerns, wording)
    yield from _notes("questions", page.questions, wording)
    yield from _answers(page.asked, wording)
    if page.thanks:
        yield _Piece(_Wanted.THANKS, (page.thanks,))
    for strategy in page.strategies:
        yield from _how_it_went(strategy, page, wording)


def _strategies(page: VisitPage, wording: Wording) -> Iterator[_Piece]:
    """Yield a line for each strategy; of very many, those that are only on the page are counted."""
    named = 0
    for place, one in enumerate(page.strategies):
        name = wording.own(one.name)
        named += _long(name)
        if named > _MOST_NAMED:
            left = len(page.strategies) - place
            more = wording.count(
                "and {n} more strategy on the page", "and {n} more strategies on the page", left
            )
            yield _Piece(_Wanted.STRATEGY, (more,), whole=False, least=more)
            return
        first = wording.line_of(say(wording, part) for part in one.summary if _is_plain(part))
        # Where what changed has no room with its counts, the days are told, or how many they are.
        told = [
            wording.text("{strategy}: {words}", strategy=name, words=words)
            for words in dict.fromkeys(
                (first, _told(one, page, wording), _told(one, page, wording, most=1))
            )
            if words
        ]
        yield _Piece(_Wanted.STRATEGY, (*told, name), least=name)


def _is_plain(part: Single) -> bool:
    """Say whether a part of a summary is more than numbers."""
    return not isinstance(part, ThanBefore) or part.verdict is not None


def _told(one: StrategyOnPage, page: VisitPage, wording: Wording, most: int | None = None) -> str:
    """Return on which of the newest days it was done, in so many statements at most."""
    if not one.stretches:
        return ""
    newest = one.stretches[-1]
    (first, *_) = told_lines(newest.sentences)
    return wording.line_of(
        (stretch_days(newest, page, wording), *(say(wording, part) for part in first[:most]))
    )


def _how_it_went(one: StrategyOnPage, page: VisitPage, wording: Wording) -> Iterator[_Piece]:
    lines = told_lines(one.stretches[-1].sentences)[1:] if one.stretches else []
    told = [_told(one, page, wording)] if one.summary else []
    told += [wording.line_of(say(wording, part) for part in line) for line in lines]
    for words in filter(None, told):
        name = wording.own(one.name)
        said = wording.text("{strategy}: {words}", strategy=name, words=words)
        yield _Piece(_Wanted.HOW_IT_WENT, (said,))


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
        for line in _part(part):
            yield _indented(line) if under_a_name else line
        if isinstance(part, Heading):
            under_a_name = part.level > _PART


_PART = 2
"""The level of a part's heading."""


def _part(part: Part) -> Iterator[str]:
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
        case Figure() | RowPicture():
            yield part.alt
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
