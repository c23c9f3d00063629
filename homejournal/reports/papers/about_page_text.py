"""The page about our child as plain text, to paste into a message."""

from collections.abc import Iterator

from homejournal.domain.names.same_names import with_surname
from homejournal.domain.papers.about_child import AboutSheet
from homejournal.reports.typst.common_words import in_each
from homejournal.reports.visit_page.lines import example_mark
from homejournal.texts.papers.about_child import (
    as_written,
    part_name,
    sheet_lead,
    sheet_title,
    strategy_line,
    ways_said,
)
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording, wording_of


def about_page_text(sheet: AboutSheet) -> str:
    """Return the page as text; labels in two languages stand with a dot between them."""
    wanted = dict.fromkeys((sheet.language, sheet.second_language or sheet.language))
    wordings = [wording_of(language) for language in wanted]
    return "\n".join(_lines(sheet, wordings)) + "\n"


def _lines(sheet: AboutSheet, wordings: list[Wording]) -> Iterator[str]:
    wording = wordings[0]
    name = with_surname(sheet.child, sheet.surname)
    ages = in_each(wordings, lambda w: say(w, sheet.age) if sheet.age else "")
    yield wording.line_of((sheet_title(wording, sheet) if not sheet.surname else name, *ages))
    yield wording.line_of(in_each(wordings, lambda w: sheet_lead(w, sheet)))
    if sheet.example:
        yield wording.line_of(in_each(wordings, example_mark))
    told = [("words", sheet.words), ("communicates", ways_said(wording, sheet.communicates))]
    for part, words in (*told, *sheet.parts):
        if words:
            yield from ("", _label(part, wordings), words)
    if sheet.strategies:
        yield from ("", _label("strategies", wordings))
    for one in sheet.strategies:
        yield f"- {wording.line_of((one.name, strategy_line(wording, one)))}"
    if sheet.as_written:
        yield from ("", *(as_written(w) for w in wordings))


def _label(part: str, wordings: list[Wording]) -> str:
    return wordings[0].line_of(in_each(wordings, lambda w: part_name(w, part))).upper()
