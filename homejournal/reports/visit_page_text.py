"""A visit page as plain text, to paste into a message; the same words in the same order."""

from collections.abc import Iterator

from homejournal.domain.notes import Flag
from homejournal.domain.visit_page import (
    AskedOnPage,
    NoteOnPage,
    SecondPage,
    StrategyOnPage,
    VisitPage,
)
from homejournal.reports.chart_words import chart_alt
from homejournal.reports.page_lines import (
    LABELS,
    agreed_lines,
    asked_source,
    dates_line,
    example_mark,
    first_foot,
    not_answered,
    note_about,
    note_source,
    people_line,
    plan_lines,
    rungs,
    small_print,
    steps_said,
    stretch_days,
    told_lines,
    what_it_is,
)
from homejournal.texts.sentences import say
from homejournal.texts.today import capital
from homejournal.texts.visit_page import first_said
from homejournal.texts.wording import Wording, wording_of

_TITLES = {
    Flag.CELEBRATION: LABELS["celebrations"],
    Flag.CONCERN: LABELS["concerns"],
    Flag.QUESTION: LABELS["questions"],
}


def visit_page_text(page: VisitPage) -> str:
    """Return the page as text in its language, and after it in the second one if there is one."""
    languages = dict.fromkeys((page.language, page.second_language or page.language))
    pages = ("\n".join(_lines(page, wording_of(language))) for language in languages)
    return "\n\n".join(pages) + "\n"


def _lines(page: VisitPage, wording: Wording) -> Iterator[str]:
    yield from _head(page, wording)
    asked = [_asked(one, page, wording) for one in page.asked]
    yield from _section(LABELS["asked"](wording), asked)
    for flag, title in _TITLES.items():
        notes = page.flagged(flag)
        lines = [_note(note, page, wording) for note in notes]
        if flag is Flag.CELEBRATION:
            lines += [_inside(first_said(wording, one)) for one in page.firsts]
        yield from _section(title(wording), lines)
    if page.strategies:
        yield from ("", LABELS["strategies"](wording).upper())
    for one in page.strategies:
        yield from _strategy(one, page, wording)
    life = [f"{wording.short_day(one.day)} – {_inside(one.words)}" for one in page.life]
    yield from _section(LABELS["life"](wording), life)
    if page.boxes:
        boxes = [f"{LABELS[box](wording)}:" for box in ("between", "at_next")]
        yield from _section(LABELS["until_next"](wording), boxes)
    if page.reach_us:
        yield from ("", f"{LABELS['reach_us'](wording)} {_inside(page.reach_us)}")
    if page.second:
        yield from _second_page(page, page.second, wording)
    yield from ("", *small_print(page, [wording]), first_foot(page, wording))


def _head(page: VisitPage, wording: Wording) -> Iterator[str]:
    yield wording.line_of((page.child, say(wording, page.age) if page.age else ""))
    yield dates_line(page, wording)
    people = people_line(page, wording)
    if people:
        yield people
    yield what_it_is(wording)
    if page.example:
        yield example_mark(wording)
    for words in (page.our_words, page.thanks):
        if words:
            yield from ("", words)
    told = [f"{label[0]} {words}" for label, words in agreed_lines(page, [wording])]
    yield from ("", *told) if told else ()


def _section(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield from ("", title.upper(), *(f"- {item}" for item in items))


def _note(note: NoteOnPage, page: VisitPage, wording: Wording) -> str:
    return f"{_inside(note.text)} ({note_source(note, page.period, wording)})"


def _asked(one: AskedOnPage, page: VisitPage, wording: Wording) -> str:
    question = f"{_inside(one.text)} ({asked_source(one, page.period, wording)})"
    label, waits = LABELS["answer"](wording), not_answered(wording)
    answer = f"{label} {_inside(one.answer)}" if one.answer else waits
    return f"{question}\n  {answer}"


def _strategy(one: StrategyOnPage, page: VisitPage, wording: Wording) -> Iterator[str]:
    yield from ("", one.name)
    if one.what:
        yield _indented(one.what)
    yield from map(_indented, plan_lines(one, wording))
    for stretch in one.stretches:
        days = stretch_days(stretch, page, wording)
        if days:
            yield _indented(days)
        for line in told_lines(stretch.sentences):
            yield _indented(capital(wording.line_of(say(wording, part) for part in line)))
    if one.chart:
        yield _indented(chart_alt(one.chart, wording, table=False))
    for quote in one.quotes:
        yield _indented(f"“{_inside(quote.text)}” ({note_source(quote, page.period, wording)})")
    if one.helped:
        yield _indented(f"{LABELS['helped'](wording)} {_inside(one.helped)}")


def _second_page(page: VisitPage, second: SecondPage, wording: Wording) -> Iterator[str]:
    yield from ("", LABELS["second_page"](wording).upper())
    for one in second.charts:
        yield from ("", one.strategy)
        if one.headline is not None:
            yield _indented(capital(say(wording, one.headline)))
        yield _indented(chart_alt(one.chart, wording, table=False))
    for ladder in second.ladders:
        yield from ("", LABELS["ladder"](wording), _indented(ladder.outcome))
        yield from map(_indented, rungs(ladder, wording))
        yield from (_indented(f"- {line}") for line in steps_said(ladder, wording))
    notes = [f"{note_about(note, page, wording)}\n  {_inside(note.text)}" for note in second.notes]
    yield from _section(LABELS["notes_by_date"](wording), notes)


def _inside(written: str) -> str:
    """Return what a person wrote with its further lines set in."""
    return "\n  ".join(written.splitlines())


def _indented(line: str) -> str:
    return "  " + line.replace("\n", "\n  ")
