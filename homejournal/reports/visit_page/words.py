"""A visit page as plain words and pictures, one field for each place in the Typst template."""

from collections.abc import Callable, Iterable, MutableMapping, Sequence
from functools import partial
from itertools import repeat

from typing_extensions import override

from homejournal.domain.looking_back.chart_series import BarSeries
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.records.notes import Flag
from homejournal.domain.sentences.values import (
    DaysFromTo,
    DidItOn,
    LevelCounts,
    Single,
)
from homejournal.domain.visit_page.page import (
    NO_KEY,
    AskedOnPage,
    LargeChart,
    NoteOnPage,
    StrategyOnPage,
    StretchOnPage,
    VisitPage,
)
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_caption, chart_key
from homejournal.reports.charts.figures import bar_svg, chart_svg, swatch_svg
from homejournal.reports.charts.style import ChartLook, Size
from homejournal.reports.template_fields import (
    Fields,
    apart,
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
    asked_source,
    child_called,
    dates_line,
    example_mark,
    foot_line,
    ladder_fields,
    later_foot,
    later_head,
    not_answered,
    note_about,
    note_source,
    photo_about,
    plain_line,
    plan_lines,
    printed_on,
    small_print,
    stretch_days,
    told_lines,
    whom_line,
)
from homejournal.texts.day_page import capitalized
from homejournal.texts.papers.visit_page import first_said, first_time
from homejournal.texts.sentences import level_count, say
from homejournal.texts.wording import Wording

_WIDE = 1.45
"""A photo that is wider than so many times its height takes the width of its column."""
LOOK = ChartLook(size=(6.9, 2.15))
"""As wide as the text of a sheet, so that its letters keep their size; three stand on one sheet."""


def second_page_fields(
    page: VisitPage, wordings: Sequence[Wording], pictures: MutableMapping[str, str]
) -> Fields | None:
    """Return what the template shows on the second page; its charts are added to the pictures."""
    second = page.second
    if second is None:
        return None
    for place, chart in enumerate(second.charts):
        pictures[_name(place)] = chart_svg(chart.chart, wordings[0], LOOK)
    for place, photo in enumerate(second.photos):
        if photo.jpeg:
            pictures[_photo(place)] = photo_svg(photo)
    return {
        "photos": [
            {
                "picture": _photo(place) if photo_on_page.jpeg else "",
                "wide": photo_on_page.width > photo_on_page.height * _WIDE,
                "name": own(photo_on_page.name),
                "key": photo_on_page.key,
                "head": photo_about(photo_on_page, page, wordings[0]),
            }
            for place, photo_on_page in enumerate(second.photos)
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


def _chart(place: int, one: LargeChart, wordings: Sequence[Wording]) -> Fields:
    chart, headline = one.chart, one.headline
    said = [capitalized(say(one, headline)) if headline is not None else "" for one in wordings]
    # The picture names its marks in the first language alone, and says itself that less is better.
    keys = [
        chart_key(chart, wording, direction=False, legend=wording is wordings[0])
        for wording in wordings
    ]
    about = [
        capitalized(wording.line_of((chart_caption(chart, wording), key)))
        for wording, key in zip(wordings, keys, strict=True)
    ]
    return {
        "name": own(one.strategy),
        "key": one.key,
        "headline": nonempty_texts(wordings, said),
        "chart": _name(place),
        "alt": chart_alt(chart, wordings[0], table=False),
        "about": nonempty_texts(wordings, about),
    }


def _photo(place: int) -> str:
    return f"photo{place}"


def _name(place: int) -> str:
    return f"large{place}"


CHART_SIZES = {1: (2.85, 1.5), 2: (2.85, 1.35), 3: (2.6, 1.1)}
MANY_STRATEGIES_SIZE = (2.25, 0.84)
"""Width and height in inches, by how many strategies stand on the page."""
SHORT_PART = 40
"""Letters up to which a statement is not broken over two lines."""
LONG_TEXT = 600
"""Letters of one strategy's own words from which it may break over two sheets."""
LONG_NOTE = 1500
"""Letters of a note from which the notes stand one under the other instead of side by side."""
LONG_SENTENCE = 240
"""Letters of the family's sentence from which it is set less large, and of how it is reached."""


class PageWords(InWords):
    """Turns one page into words; `pictures` gathers the SVG texts by the names used for them."""

    template = "visit_page.typ"

    def __init__(self, page: VisitPage) -> None:
        super().__init__(page.language, page.second_language)
        self.page = page

    @override
    def fields(self) -> Fields:
        page, wording = self.page, self.wording
        dates = wording.between(*page.period)
        charts = [strategy.chart for strategy in page.strategies if strategy.chart]
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
            "later_head": later_head(page, wording),
            "page_of": wording.line_of(
                (
                    capitalized(printed_on(page, wording)),
                    wording.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
                )
            ),
            "foot": self._all(lambda w: foot_line(page, w)),
            "later_foot": self._all(lambda w: later_foot(page, w)),
            "small_print": small_print(page, self.wordings),
            "example": self._all(example_mark) if page.example else [],
            "chart_width": self._chart_size[0],
            "chart_key": self._keys(charts) if charts else [],
            "not_answered": self._all(not_answered),
            "t": {name: self._all(words) for name, words in LABELS.items()},
            "second": second_page_fields(page, self.wordings, self.pictures),
            **self._texts(),
        }

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
                for life_on_page in page.life
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

    @property
    def _chart_size(self) -> Size:
        if self.page.small_charts:
            return MANY_STRATEGIES_SIZE
        return CHART_SIZES.get(len(self.page.strategies), MANY_STRATEGIES_SIZE)

    def _note(self, note: NoteOnPage) -> Fields:
        source = note_source(note, self.page.period, self.wording)
        return {"text": own(note.text), "from": source, "key": note.key}

    def _asked(self, one: AskedOnPage) -> Fields:
        return {
            "text": own(one.text),
            "from": asked_source(one, self.page.period, self.wording),
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
            "plan": [
                apart(line, w, self.wording) for w in self.wordings for line in plan_lines(one, w)
            ],
            "stretches": [list(self._lines(part)) for part in one.stretches],
            "quotes": [self._note(note) for note in one.quotes],
            "helped": own(one.helped),
            "long": told > LONG_TEXT,
            **self._chart(one, place),
        }

    def _chart(self, one: StrategyOnPage, place: int) -> Fields:
        if one.chart is None:
            return {"chart": "", "alt": "", "chart_note": []}
        name, series = f"chart{place}", one.chart
        captions = self._all(lambda w: chart_caption(series, w)) if self.page.captions else []
        self.pictures[name] = bar_svg(series, self.page.language, self._chart_size)
        return {
            "chart": name,
            "alt": chart_alt(series, self.wording, table=False),
            "chart_note": captions,
        }

    def _keys(self, charts: list[BarSeries]) -> list[str]:
        return self._all(lambda w: chart_key(charts, w, direction=False))

    def _lines(self, stretch: StretchOnPage) -> Iterable[Fields]:
        days = stretch_days(stretch, self.page, self.wording)
        if days:
            yield _line_of("stretch", [days])
        if stretch.plan:
            yield {"kind": "plan", "own": own(stretch.plan), "parts": []}
        for line in told_lines(stretch.sentences):
            yield self._line(line)
            for second in self._all(partial(plain_line, line))[1:]:
                yield {"kind": "second", "parts": [_part(second)]}

    def _line(self, line: tuple[Single, ...]) -> Fields:
        first, *others = line
        if isinstance(first, LevelCounts):
            after = [_part(say(self.wording, part)) for part in others]
            return {"kind": "counts", "counts": self._counts(first), "parts": after}
        return _line_of(_kind(first), [say(self.wording, part) for part in line])

    def _counts(self, counts: LevelCounts) -> list[Fields]:
        parts = []
        for level, many in counts.counts:
            name = f"swatch-{counts.kind}-{level}"
            self.pictures[name] = swatch_svg(counts.kind, level)
            text = level_count(self.wording, counts, level, many)
            parts.append({"swatch": name, "text": text})
        return parts


def _own_texts(one: StrategyOnPage) -> list[str]:
    plans = (stretch.plan for stretch in one.stretches)
    return [one.name, one.what or "", one.helped, *plans, *(note.text for note in one.quotes)]


def _line_of(kind: str, words: list[str]) -> Fields:
    words = [capitalized(words[0]), *words[1:]]
    return {"kind": kind, "parts": [_part(part) for part in words]}


def _part(words: str) -> Fields:
    return {"text": words, "short": len(words) <= SHORT_PART}


def _kind(first: Single) -> str:
    return "days" if isinstance(first, DidItOn | DaysFromTo) else "plain"
