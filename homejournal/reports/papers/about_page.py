"""The page about our child: as fields for its template, and as plain text."""

from collections.abc import Callable, Iterator

from typing_extensions import override

from homejournal.domain.names import with_surname
from homejournal.domain.papers.about_child import AboutSheet, StrategyInShort
from homejournal.reports.template_fields import (
    Fields,
    child_field,
    in_each,
    own,
    paper_fields,
    photo_svg,
)
from homejournal.reports.typesetting import InWords
from homejournal.reports.visit_page.lines import example_mark
from homejournal.texts.papers.about_child import (
    as_written,
    part_name,
    sheet_age,
    sheet_lead,
    sheet_photo,
    sheet_title,
    strategy_line,
    ways_said,
)
from homejournal.texts.wording import Wording, wording_of


def about_page_text(sheet: AboutSheet) -> str:
    """Return the page as text; labels in two languages stand with a dot between them."""
    wanted = dict.fromkeys((sheet.language, sheet.second_language or sheet.language))
    wordings = [wording_of(language) for language in wanted]
    return "\n".join(_lines(sheet, wordings)) + "\n"


def _lines(sheet: AboutSheet, wordings: list[Wording]) -> Iterator[str]:
    wording = wordings[0]
    name = with_surname(sheet.child, sheet.surname)
    ages = in_each(wordings, lambda w: sheet_age(w, sheet))
    yield wording.line_of((sheet_title(wording, sheet) if not sheet.surname else name, *ages))
    yield wording.line_of(in_each(wordings, lambda w: sheet_lead(w, sheet)))
    if sheet.example:
        yield wording.line_of(in_each(wordings, example_mark))
    told = [("communicates", ways_said(wording, sheet.communicates)), ("words", sheet.words)]
    for part, words in (*told, *sheet.parts):
        if words:
            yield from ("", _label(sheet, part, wordings), words)
    if sheet.strategies:
        yield from ("", _label(sheet, "strategies", wordings))
    for strategy in sheet.strategies:
        yield f"- {wording.line_of((strategy.name, strategy_line(wording, strategy)))}"
    if sheet.as_written:
        yield from ("", *(as_written(w) for w in wordings))


def _label(sheet: AboutSheet, part: str, wordings: list[Wording]) -> str:
    names = in_each(wordings, lambda w: part_name(w, part, sheet.pronoun, sheet.child))
    return wordings[0].line_of(names).upper()


NOT_SIDE_BY_SIDE = 420
"""Letters of a part from which it is easier to read over the whole width."""


class AboutWords(InWords):
    """Turns a page into words; the only picture on it is the photo that the family ticked.

    Letters are as large as one sheet allows, and never smaller than 10.5 points: a text that is
    too long for that goes on behind.
    """

    template = "about_child.typ"

    def __init__(self, sheet: AboutSheet) -> None:
        super().__init__(sheet.language, sheet.second_language)
        self.sheet = sheet
        if sheet.photo:
            self.pictures["photo"] = photo_svg(sheet.photo)

    @override
    def fields(self) -> Fields:
        sheet, wording = self.sheet, self.wording
        name = with_surname(sheet.child, sheet.surname)
        return {
            **paper_fields(wording, sheet.paper, sheet.printed),
            "title": sheet_title(wording, sheet),
            "child": child_field(wording, sheet.pronoun, name),
            "photo": sheet_photo(wording, sheet) if sheet.photo else "",
            "age": self._all(lambda w: sheet_age(w, sheet)),
            "lead": self._all(lambda w: sheet_lead(w, sheet)),
            "words": own(sheet.words),
            "communicates": own(ways_said(wording, sheet.communicates)),
            "parts": [
                {"label": self._label(part), "text": own(words)} for part, words in sheet.parts
            ],
            "side_by_side": all(len(words) < NOT_SIDE_BY_SIDE for _, words in sheet.parts),
            "strategies": [self._strategy(strategy) for strategy in sheet.strategies],
            "t": {part: self._label(part) for part in ("words", "communicates", "strategies")},
            "foot": [wording.text("printed on {day}", day=wording.day(sheet.printed))],
            "second_lang": self.wordings[-1].language,
            "page_of": wording.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
            "example": self._all(example_mark) if sheet.example else [],
            "small_print": self._all(as_written) if sheet.as_written else [],
        }

    def _all(self, words: Callable[[Wording], str]) -> list[str]:
        return in_each(self.wordings, words)

    def _label(self, part: str) -> list[str]:
        return self._all(lambda w: part_name(w, part, self.sheet.pronoun, self.sheet.child))

    def _strategy(self, one: StrategyInShort) -> Fields:
        return {"name": own(one.name), "line": own(strategy_line(self.wording, one))}
