"""A visit page as plain words and pictures, one field for each place in the Typst template."""

from collections.abc import Callable, Iterable, MutableMapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import repeat

from typing_extensions import override

from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.looking_back.strategy_rows import SharedAxis, StrategyRows
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.records.notes import Flag
from homejournal.domain.sentences.values import (
    AtLeast,
    DaysFromTo,
    DidItOn,
    Direction,
    InAim,
    LeftOut,
    LevelCounts,
    NothingWritten,
    NotToday,
    NotWritten,
    NumberSum,
    NumberSummary,
    PlanMet,
    Single,
    TimesOf,
    TooFewToSumUp,
    TriesOf,
    Unrated,
)
from homejournal.domain.visit_page.page import (
    NO_KEY,
    AskedOnPage,
    LargeChart,
    LifeOnPage,
    NoteOnPage,
    StrategyOnPage,
    StretchOnPage,
    VisitPage,
)
from homejournal.reports.chart_words.row_words import head_alt, row_alt
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_caption, chart_key
from homejournal.reports.charts.chart_frame import POINTS, SIDE
from homejournal.reports.charts.figures import chart_svg
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.strategy_rows.files import RowFile, sheet_svg
from homejournal.reports.strategy_rows.head import head_of
from homejournal.reports.strategy_rows.legend import (
    Piece,
    Swatch,
    legend_svg,
    row_legend,
    sign_legend,
    with_swatches,
)
from homejournal.reports.strategy_rows.pictures import head_on_paper, row_svg
from homejournal.reports.strategy_rows.row_sheet import RowLook, RowMark
from homejournal.reports.template_fields import (
    Fields,
    in_each,
    nonempty_texts,
    own,
    paper_fields,
    photo_svg,
)
from homejournal.reports.typesetting import InWords
from homejournal.reports.visit_page.lines import (
    LABELS,
    agreed_lines,
    asked_label,
    asked_source,
    child_called,
    dates_line,
    example_family,
    example_mark,
    foot_line,
    ladder_fields,
    larger_alt,
    later_head,
    not_answered,
    note_about,
    note_source,
    photo_about,
    plan_lines,
    printed_on,
    small_print,
    stretch_days,
    summary_line,
    told_lines,
    verdict_and_numbers,
    whom_line,
)
from homejournal.texts.day_page import capitalized
from homejournal.texts.papers.visit_page import first_said, first_time, no_assessment
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording, wording_of

_WIDE = 1.45
"""A photo that is wider than so many times its height takes the width of its column."""
LOOK, LARGER = ChartLook(size=(6.9, 2.15)), RowLook(width=6.9 - 2 * SIDE / POINTS, ratings=70.0)
"""As wide as the text of a sheet, so that its letters keep their size; three stand on one sheet."""


def second_page_fields(
    page: VisitPage, wordings: Sequence[Wording], pictures: MutableMapping[str, str]
) -> Fields | None:
    """Return what the template shows on the second page; its charts are added to the pictures."""
    second = page.second
    if second is None:
        return None
    for place, chart in enumerate(second.charts):
        pictures[_name(place)] = _larger_picture(chart, wordings[0].language)
    for place, photo in enumerate(second.photos):
        if photo.jpeg:
            pictures[_photo(place)] = photo_svg(photo)
    return {
        "photos": [
            {
                "picture": _photo(place) if photo.jpeg else "",
                "head": photo_about(photo, page, wordings[0]),
                **_photo_fields(photo),
            }
            for place, photo in enumerate(second.photos)
        ],
        "charts": [_chart(place, chart, wordings) for place, chart in enumerate(second.charts)],
        "ladders": [
            {
                "outcome": own(ladder.outcome),
                "key": ladder.key,
                **ladder_fields(ladder.ladder, wordings),
            }
            for ladder in second.ladders
        ],
        "notes": [
            {
                "head": note_about(note, page, wordings[0]),
                "text": own(note.text),
                "key": note.key,
            }
            for note in second.notes
        ],
    }


def _photo_fields(photo: PhotoOnPage) -> Fields:
    wide = photo.width > photo.height * _WIDE
    return {"wide": wide, "name": own(photo.name), "key": photo.key}


@lru_cache(maxsize=64)
def _larger_picture(one: LargeChart, language: str) -> str:
    """Return the picture as SVG text; one that did not change is not drawn again."""
    wording = wording_of(language)
    if one.chart is not None:
        return chart_svg(one.chart, wording, LOOK)
    return sheet_svg(RowFile(rows=one.rows, wording=wording, look=LARGER)) if one.rows else ""


def _chart(place: int, one: LargeChart, wordings: Sequence[Wording]) -> Fields:
    headline, first = one.headline, wordings[0]
    said = [capitalized(say(w, headline)) if headline is not None else "" for w in wordings]
    return {
        "name": own(one.strategy),
        "key": one.key,
        "headline": nonempty_texts(wordings, said),
        "chart": _name(place),
        "alt": larger_alt(one, first),
        "about": nonempty_texts(wordings, [_about(one, w, first) for w in wordings]),
    }


def _about(one: LargeChart, wording: Wording, first: Wording) -> str:
    """Return what the signs mean, as far as the picture does not say it in the first language."""
    if one.chart is not None:
        key = chart_key(one.chart, wording, direction=False, legend=wording is first)
        return capitalized(wording.line_of((chart_caption(one.chart, wording), key)))
    if one.rows is None or wording is first:
        return ""
    return wording.line_of(entry.words for entry in row_legend(one.rows, wording))


def _photo(place: int) -> str:
    return f"photo{place}"


def _name(place: int) -> str:
    return f"large{place}"


ROW = RowLook(width=4.0)
"""The same width on each paper, so that letters keep their size."""
_KEPT = ChartLook(size=(4.3, 1.1), legend=False)
"""A chart on a page kept before there were rows."""
LONG_TEXT = 600
"""Letters of one strategy's own words from which it may break over two sheets."""
LONG_NOTE = 1500
"""Letters of a note from which the notes stand one under the other instead of side by side."""
LONG_SENTENCE = 240
"""Letters of the family's sentence from which it is set less large, and of how it is reached."""


_HOW_OFTEN = (DidItOn, DaysFromTo, TimesOf)
"""Days and times are told as large as each other: a day can be done with some of its times."""
_TOLD_LARGE = (LevelCounts, NumberSum, NumberSummary, TriesOf, NothingWritten)
"""How it went, and that nothing is written; all else is told in small letters."""
_RATINGS = (LevelCounts, NumberSum, NumberSummary, AtLeast, TriesOf)
"""What stands below the picture of the ratings."""
_MAIN = (
    *(*_HOW_OFTEN, NotToday, NotWritten, LeftOut, PlanMet),
    *(*_TOLD_LARGE, TooFewToSumUp, InAim, Direction, Unrated),
)
"""What is told in the second language, too: days, ratings and aims, without what is beside them."""


class PageWords(InWords):
    """Turns one page into words; `pictures` gathers the SVG texts by the names used for them."""

    template = "visit_page.typ"

    def __init__(self, page: VisitPage) -> None:
        super().__init__(page.language, page.second_language)
        self.page = page
        second = self.wordings[-1].language if len(self.wordings) > 1 else ""
        self._look = replace(ROW, second_language=second)

    @override
    def fields(self) -> Fields:
        page, wording = self.page, self.wording
        dates = wording.between(*page.period)
        return {
            **paper_fields(wording, page.paper, page.printed),
            "title": wording.text(
                "Visit page: {child}, {dates}", child=child_called(page, wording), dates=dates
            ),
            "authors": list(page.written_by),
            "child": own(child_called(page, wording)),
            "age": self._all(lambda w: say(w, page.age) if page.age else ""),
            "whom": self._all(lambda w: whom_line(page, w)),
            "dates": self._all(lambda w: dates_line(page, w)),
            "later_head": [self._all(partial(_later_head, page, at)) for at in range(2)],
            "page_of": self._all(self._printed),
            "continued": self._all(lambda w: w.text("Continued on page {page}", page="{page}")),
            "foot": self._all(lambda w: foot_line(page, w)),
            "later_foot": self._all(
                lambda w: w.line_of((example_family(page, w), no_assessment(w)))
            ),
            "small_print": small_print(page, self.wordings),
            "example": self._all(example_mark) if page.example else [],
            "second_language": {
                "lang": self.wordings[-1].language,
                "dir": self.wordings[-1].direction,
            },
            "row_width": self._look.width,
            "rows": self._head(page.rows) if page.rows else None,
            "not_answered": self._all(not_answered),
            "t": {name: self._all(words) for name, words in LABELS.items()},
            "second": second_page_fields(page, self.wordings, self.pictures),
            **self._texts(),
        }

    def _printed(self, wording: Wording) -> str:
        """Return when the page was made, with room for the number of each sheet."""
        number = wording.text("Page {page} of {pages}", page="{page}", pages="{pages}")
        return wording.line_of((capitalized(printed_on(self.page, wording)), number))

    def _texts(self) -> Fields:
        page = self.page
        return {
            "our_words": {**own(page.our_words), "long": len(page.our_words) > LONG_SENTENCE},
            "thanks": own(page.thanks),
            "agreed": [
                {"label": agreed.label, "key": agreed.key, **own(agreed.words)}
                for agreed in agreed_lines(page, self.wordings)
            ],
            "asked": [self._asked(asked_on_page) for asked_on_page in page.asked],
            "celebrations": [
                *(self._note(note) for note in page.celebrations),
                *map(self._first, page.firsts, page.first_keys or repeat(NO_KEY)),
            ],
            "concerns": [self._note(note) for note in page.concerns],
            "questions": [self._note(note) for note in page.questions],
            "strategies": [
                self._strategy(strategy, place) for place, strategy in enumerate(page.strategies)
            ],
            "life": [
                {
                    "day": self.wording.short_day(life_on_page.day),
                    "key": life_on_page.key,
                    **own(life_on_page.words),
                }
                for life_on_page in self._untold_life()
            ],
            "long_notes": any(
                len(note_on_page.text) > LONG_NOTE for f in Flag for note_on_page in page.flagged(f)
            ),
            "boxes": page.boxes,
            "reach_us": {**own(page.reach_us), "long": len(page.reach_us) > LONG_SENTENCE},
        }

    def _all(self, words: Callable[[Wording], str]) -> list[str]:
        """Return words in the page's language, and in the second one if there is one."""
        return in_each(self.wordings, words)

    def _head(self, rows: StrategyRows) -> Fields:
        """Return the head of all rows, and their legend, with its words in each language."""
        language = self.page.language
        head = head_on_paper(rows.axis, language, self._look)
        self.pictures["head"] = head.svg
        entries = [sign_legend(rows, wording) for wording in self.wordings]
        legend = [
            {
                "swatch": self._swatch(told[0].swatch),
                "words": nonempty_texts(self.wordings, [one.words for one in told]),
            }
            for told in zip(*entries, strict=True)
        ]
        return {
            "head": "head",
            "alt": head_alt(rows.axis, self.wording),
            "legend": legend,
            "events": [*self._events(rows.axis, head.marks)],
        }

    def _events(self, axis: SharedAxis, marks: Iterable[RowMark]) -> Iterable[Fields]:
        """Yield where the head tells what happened in life, in points, and by which key."""
        keys = {(event.day, event.words): event.key for event in self.page.life}
        for mark in marks:
            if mark.kind == "event":
                event, place = axis.events[mark.at], mark.place
                key = keys.get((event.start, event.words), NO_KEY)
                yield {
                    "key": key,
                    "x": place.x,
                    "y": place.y,
                    "width": place.width,
                    "height": place.height,
                }

    def _untold_life(self) -> Iterable[LifeOnPage]:
        """Return all that happened in the family's life where the head does not tell all of it."""
        rows = self.page.rows
        told = rows is not None and head_of(rows.axis, self.wording, self._look).whole
        return () if told else self.page.life

    def _note(self, note: NoteOnPage) -> Fields:
        source = note_source(note, self.page.period, self.wording, open_before=True)
        return {"text": own(note.text), "from": own(source)["text"], "key": note.key}

    def _asked(self, one: AskedOnPage) -> Fields:
        return {
            "label": self._all(partial(asked_label, one, self.page)),
            "text": own(one.text),
            "from": asked_source(one, self.page, self.wording),
            "answer": own(one.answer),
            "key": one.key,
        }

    def _first(self, one: FirstTime, key: str) -> Fields:
        second = "".join(self._all(lambda w: first_time(w, one))[1:])
        return {"text": own(first_said(self.wording, one)), "from": second, "key": key}

    def _strategy(self, one: StrategyOnPage, place: int) -> Fields:
        told = sum(len(text) for text in _own_texts(one))
        return {
            "name": own(one.name),
            "key": one.key,
            "what": own(one.what or ""),
            "plan": plan_lines(one, self.page, self.wording),
            "plan_second": [
                line for w in self.wordings[1:] for line in plan_lines(one, self.page, w)
            ],
            "stretches": [list(self._lines(part)) for part in one.stretches],
            "quotes": [self._note(note) for note in one.quotes],
            "helped": own(one.helped),
            "long": told > LONG_TEXT,
            "change": self._change(one),
            **self._picture(one, place),
        }

    def _change(self, one: StrategyOnPage) -> Fields:
        """Return what changed: the verdict, its numbers, and both in the second language."""
        verdict, numbers = verdict_and_numbers(one, self.wording)
        second = self._all(partial(summary_line, one))[1:]
        return {"verdict": verdict, "numbers": numbers, "second": second}

    def _picture(self, one: StrategyOnPage, place: int) -> Fields:
        page, name = self.page, f"row{place}"
        at = page.row_of(one.id)
        if page.rows and at is not None:
            self.pictures[name] = row_svg(page.rows, at, page.language, self._look)
            return {"row": name, "alt": row_alt(page.rows, at, self.wording, table=False)}
        if one.chart:
            self.pictures[name] = chart_svg(one.chart, self.wording, _KEPT)
            return {"row": name, "alt": chart_alt(one.chart, self.wording, table=False)}
        return {"row": "", "alt": ""}

    def _lines(self, stretch: StretchOnPage) -> Iterable[Fields]:
        days = stretch_days(stretch, self.page, self.wording)
        if days:
            yield {"kind": "stretch", "parts": [_part((Piece(capitalized(days)),), self._swatch)]}
        if stretch.plan:
            yield {"kind": "plan", "own": own(stretch.plan), "parts": []}
        lines = told_lines(stretch.sentences)
        yield from map(self._line, lines)
        for kind in ("days", "ratings"):
            main = [
                one
                for line in lines
                for one in line
                if isinstance(one, _MAIN) and (_kind_of(line) == "ratings") == (kind == "ratings")
            ]
            for wording in self.wordings[1:] if main else ():
                said = [words for one in main for words in _in_second(one, wording)]
                pieces = [(Piece(words),) for words in (capitalized(said[0]), *said[1:])]
                parts = [_part(piece, self._swatch) for piece in pieces]
                yield {"kind": f"second-{kind}", "parts": parts}

    def _line(self, line: tuple[Single, ...]) -> Fields:
        """Return a line with its first statement in large letters, where that is what it tells."""
        parts: list[Fields] = []
        for place, one in enumerate(line):
            small = place > 0 or not isinstance(one, (*_HOW_OFTEN, *_TOLD_LARGE))
            parts += [
                _part(pieces, self._swatch, small=small)
                for pieces in with_swatches(one, self.wording)
            ]
        first = parts[0]["pieces"][0]
        first["text"] = capitalized(first["text"])
        if isinstance(line[0], DaysFromTo):
            first["text"], parts[0]["at_most"] = _with_bracket_apart(first["text"])
        return {"kind": _kind_of(line), "parts": parts}

    def _swatch(self, swatch: Swatch | None) -> str:
        """Return by which name the template finds a swatch; nothing for none."""
        if swatch is None:
            return ""
        name = "-".join(("swatch", *map(str, swatch)))
        self.pictures[name] = legend_svg(swatch, self.page.language)
        return name


def _kind_of(line: tuple[Single, ...]) -> str:
    """Return of what a line tells, by which the template places it."""
    kinds = {_HOW_OFTEN: "days", _RATINGS: "ratings"}
    return next((kind for these, kind in kinds.items() if isinstance(line[0], these)), "plain")


def _own_texts(one: StrategyOnPage) -> list[str]:
    plans = (stretch.plan for stretch in one.stretches)
    return [one.name, one.what or "", one.helped, *plans, *(note.text for note in one.quotes)]


def _later_head(page: VisitPage, at: int, wording: Wording) -> str:
    return later_head(page, wording)[at]


def _with_bracket_apart(words: str) -> tuple[str, str]:
    """Return words, and what stands in brackets at their end, which is not broken."""
    before, bracket, inside = words.rpartition("(")
    return before.rstrip(), (bracket + inside).replace(" ", "\N{NO-BREAK SPACE}")


def _in_second(one: Single, wording: Wording) -> tuple[str, ...]:
    """Return a statement in the second language; the range of days is told once, in the first."""
    if not isinstance(one, DaysFromTo):
        return (say(wording, one),)
    days, _ = _with_bracket_apart(say(wording, one))
    return days, say(wording, NotWritten(one.high - one.low))


def _part(
    pieces: Sequence[Piece], name: Callable[[Swatch | None], str], *, small: bool = False
) -> Fields:
    return {
        "pieces": [{"text": piece.words, "swatch": name(piece.swatch)} for piece in pieces],
        "small": small,
        "at_most": "",
    }
