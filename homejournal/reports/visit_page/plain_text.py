"""A visit page as plain text, to paste into a message; the same words in the same order."""

from collections.abc import Iterator
from typing import assert_never

from homejournal.domain.visit_page.page import VisitPage
from homejournal.reports.chart_words.title_and_key import chart_alt
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
from homejournal.texts.wording import Wording, wording_of


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
