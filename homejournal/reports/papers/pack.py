"""A pack as plain words and pictures, one field for each place in the Typst template."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.packs.pack import (
    OutcomeInPack,
    Pack,
    PersonInPack,
    StepInPack,
    StrategyInPack,
)
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import PackKind, PrepQuestion
from homejournal.domain.sentences.values import Single
from homejournal.domain.visit_page.page import NoteOnPage, StretchOnPage
from homejournal.reports.chart_words.row_words import row_alt
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_key
from homejournal.reports.charts.figures import chart_svg
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.papers.pack_overview import standing_fields
from homejournal.reports.papers.row_pictures import RowPictures, head_name, row_name
from homejournal.reports.strategy_rows.legend import Piece, legend_svg, with_swatches
from homejournal.reports.template_fields import (
    Fields,
    in_each,
    nonempty_texts,
    own,
    paper_fields,
)
from homejournal.reports.typesetting import InWords
from homejournal.reports.visit_page.lines import (
    example_mark,
    ladder_fields,
    note_source,
    plain_line,
    told_lines,
    verdict_and_numbers,
    what_it_is,
)
from homejournal.texts.day_page import capitalized
from homejournal.texts.offered_names import in_second_language
from homejournal.texts.papers import packs as said
from homejournal.texts.papers.about_child import about_title, as_written, part_name, ways_said
from homejournal.texts.papers.visit_page import first_said, first_time
from homejournal.texts.plan import level_meaning, outcome_line
from homejournal.texts.sentences import say
from homejournal.texts.visits_and_team import role_said, way_said
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from homejournal.domain.looking_back.chart_series import BarSeries
    from homejournal.domain.looking_back.strategy_rows import StrategyRows


_LAST = (PrepQuestion.HISTORY,)
_FIRST = (
    PrepQuestion.PROGRESS,
    PrepQuestion.MET,
    PrepQuestion.NEW,
    PrepQuestion.SERVICES,
)
"""What matters most stands above all of them, and what changed behind the outcomes."""
WIDTHS = {Paper.LETTER: 7.08, Paper.A4: 6.85}
"""How wide rows are in inches, from margin to margin."""
CHART = ChartLook(size=(2.7, 1.25), legend=False)
"""A small chart of a pack that was kept before there were rows."""


class OutcomeWords:
    """Turns the outcomes of one pack into words, one after the other; charts go by their order.

    Marks of levels are put into `pictures`. What somebody does is told once, in the team or with
    their first strategy.
    """

    def __init__(
        self, wordings: Sequence[Wording], pictures: dict[str, str], team: Iterable[PersonInPack]
    ) -> None:
        self._wordings, self._wording = wordings, wordings[0]
        self._pictures = pictures
        self._known = {person.name for person in team}
        self._shown = 0
        self._at = -1
        self._rows: StrategyRows | None = None

    def fields(self, one: OutcomeInPack) -> Fields:
        """Return what the template shows of an outcome, but for its celebrations."""
        self._at, self._rows = self._at + 1, one.rows
        bare = self._all(lambda w: w.text("Strategies without an outcome"))
        return {
            "named": bool(one.text),
            "text": own(one.text or bare[0]),
            "second": "" if one.text else "".join(bare[1:]),
            "line": self._all(lambda w: outcome_line(w, one)),
            "head": head_name(self._at) if self._rows else "",
            "ladders": [ladder_fields(ladder, self._wordings) for ladder in one.ladders],
            "strategies": [self._strategy(strategy) for strategy in one.strategies],
        }

    def _all(self, of: Callable[[Wording], str]) -> list[str]:
        return in_each(self._wordings, of)

    def _strategy(self, one: StrategyInPack) -> Fields:
        by = one.suggested
        if by and by.name in self._known:
            one = replace(one, suggested=replace(by, discipline=None))
        elif by and by.name:
            self._known.add(by.name)
        several, drawn = len(one.stretches) > 1, bool(one.row or one.chart)
        return {
            "name": own(one.name),
            "plan": self._all(partial(self._plan, one)),
            "stretches": [
                self._stretch(part, dated=several, drawn=drawn) for part in one.stretches
            ],
            "compared": self._compared(one),
            "changes": [self._change(step) for step in one.changes],
            **self._picture(one),
        }

    def _plan(self, one: StrategyInPack, wording: Wording) -> str:
        planned = one.planned
        if planned and wording is not self._wording:
            planned = in_second_language(planned, wording)
        told = [say(wording, part) for part in (one.suggested, planned) if part]
        return capitalized(wording.line_of(told))

    def _compared(self, one: StrategyInPack) -> Fields:
        """Return what changed in each language, the verdict apart from its numbers."""
        return {
            "verdict": self._all(lambda w: verdict_and_numbers(one, w)[0]),
            "numbers": self._all(lambda w: verdict_and_numbers(one, w)[1]),
        }

    def _change(self, step: StepInPack) -> Fields:
        """Return what changed; the new words stand once, in the language they are written in."""
        bare = replace(step, what="")
        return {
            "words": own(said.change_said(self._wording, step)),
            "second": "".join(self._all(lambda w: said.change_said(w, bare))[1:]),
        }

    def _stretch(self, part: StretchOnPage, *, dated: bool, drawn: bool) -> Fields:
        lines = told_lines(part.sentences)
        return {
            "days": self._wording.between(part.start, part.end) if dated else "",
            "lines": [
                {
                    "parts": self._line(line, drawn=drawn),
                    "second": self._all(partial(plain_line, line))[1:],
                }
                for line in lines
            ],
        }

    def _line(self, line: tuple[Single, ...], *, drawn: bool) -> list[list[Fields]]:
        """Return the statements of a line in pieces; beside a picture with its swatches."""
        said = [
            [{"swatch": self._swatch(piece, drawn=drawn), "text": piece.words} for piece in pieces]
            for one in line
            for pieces in with_swatches(one, self._wording)
        ]
        said[0][0]["text"] = capitalized(said[0][0]["text"])
        return said

    def _swatch(self, piece: Piece, *, drawn: bool) -> str:
        if piece.swatch is None or not drawn:
            return ""
        name = "-".join(("swatch", *map(str, piece.swatch)))
        self._pictures[name] = legend_svg(piece.swatch, self._wording.language)
        return name

    def _picture(self, one: StrategyInPack) -> Fields:
        """Return the row of a strategy; a pack that was kept before there were rows has a chart."""
        if one.row is not None and self._rows is not None:
            at = self._rows.rows.index(one.row)
            alt = row_alt(self._rows, at, self._wording, table=False)
            return {"row": row_name(self._at, at), "chart": "", "alt": alt, "key": []}
        if one.chart is None:
            return {"row": "", "chart": "", "alt": "", "key": []}
        name, self._shown, chart = f"chart{self._shown}", self._shown + 1, one.chart
        return {
            "row": "",
            "chart": name,
            "alt": chart_alt(chart, self._wording, table=False),
            "key": self._all(
                lambda w: w.line_of(
                    (said.chart_span(w, chart.span), chart_key(chart, w, direction=False))
                )
            ),
        }


LABELS: dict[str, Callable[[Wording], str]] = {
    "changes": lambda w: w.text("What changed in the plan"),
    "celebrations": lambda w: w.text("Celebrations"),
    "concerns": lambda w: w.text("Concerns"),
    "questions": lambda w: w.text("Questions"),
    "life": lambda w: w.text("In our life"),
    "feelings": lambda w: w.text("How it feels for us"),
    "overview": lambda w: w.text("What we hope for, and where we are"),
    "answers": lambda w: w.text("What we want to talk about"),
    "changed": lambda w: w.text("What changed"),
    "decide": lambda w: w.text("What we decide together"),
    "team": lambda w: w.text("Our team"),
    "goal": lambda w: level_meaning(w, 0),
    "we-do": lambda w: w.text("What we do"),
    "waits": lambda w: w.text("Not looked at yet"),
    "birthday": lambda w: w.text("Turning three"),
}


class PackWords(InWords):
    """Turns a pack into words; `pictures` gathers the SVG texts by the names used for them.

    The fields are made once: a chart takes its time. Labels and sentences stand in each language
    of the pack, what the family wrote stands once.
    """

    template = "pack.typ"

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack.language, pack.second_language)
        self.pack = pack
        groups = [one.rows for one in pack.outcomes]
        drawn = [one for outcome in pack.outcomes for one in outcome.strategies if one.row]
        counted = all(one.stretches for one in drawn)
        self._rows = RowPictures(groups, WIDTHS[pack.paper], self.wordings, in_sentences=counted)
        self.charts = len(self._charts()) + self._rows.number

    @override
    def draw(self) -> Iterator[int]:
        for number, chart in enumerate(self._charts()):
            self.pictures[f"chart{number}"] = chart_svg(chart, self.wording, CHART)
            yield number + 1
        for number in self._rows.draw(self.pictures):
            yield len(self._charts()) + number

    @override
    def fields(self) -> Fields:
        pack, wording = self.pack, self.wording
        outcomes = OutcomeWords(self.wordings, self.pictures, pack.team)
        return {
            **paper_fields(wording, pack.paper, pack.printed),
            "second_lang": self.wordings[-1].language,
            "review": pack.kind is PackKind.REVIEW,
            "title": self._all(lambda w: said.title_of(w, pack)),
            "head": [self._all(line) for line in self._head()],
            "sentence": own(dict(pack.answers).get(PrepQuestion.PRIORITIES, "")),
            "talk": self._talk(),
            "team": [self._person(person) for person in pack.team],
            "example": self._all(example_mark) if pack.example else [],
            "foot": self._all(lambda w: said.foot(w, pack)),
            "page_of": wording.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
            "labels": self._labels(),
            "answers": self._answers(_FIRST),
            "history": self._answers(_LAST),
            "birthday": self._birthday(),
            "about": self._about(),
            "outcomes": [
                {
                    **outcomes.fields(outcome),
                    **standing_fields(outcome, pack, self.wordings),
                    "celebrations": self._celebrations(outcome),
                }
                for outcome in pack.outcomes
            ],
            "legend": self._rows.legend(self.pictures),
            **self._others(),
            "small_print": self._all(as_written) if pack.notes_as_written else [],
        }

    def _head(self) -> tuple[Callable[[Wording], str], ...]:
        """Return the lines that say of whom, of which days, and what it is."""
        until = partial(said.written_until, pack=self.pack)
        what = partial(what_it_is, written_by=self.pack.written_by)
        return self._age_and_days, self._meeting, until, what

    def _labels(self) -> dict[str, list[str]]:
        labels = {name: self._all(words) for name, words in LABELS.items()}
        pack = self.pack
        return {
            **labels,
            "about": self._all(lambda w: about_title(w, pack.pronoun, pack.child)),
            "priorities": self._ask(PrepQuestion.PRIORITIES),
        }

    def _ask(self, which: PrepQuestion) -> list[str]:
        pack = self.pack
        return self._all(lambda w: said.question(w, which, pack.pronoun, pack.child))

    def _answers(self, asked: Sequence[PrepQuestion]) -> list[Fields]:
        return [
            {"ask": self._ask(which), "words": own(words)}
            for which, words in self.pack.answers
            if which in asked
        ]

    def _talk(self) -> list[Fields]:
        """Return what somebody new asks first: how the child communicates, and how to talk."""
        pack = self.pack
        told = (
            ("communicates", ways_said(self.wording, pack.communicates)),
            ("words", pack.words),
        )
        return [{"name": self._part(part), "words": own(words)} for part, words in told if words]

    def _part(self, part: str) -> list[str]:
        pack = self.pack
        return self._all(lambda w: part_name(w, part, pack.pronoun, pack.child))

    def _person(self, person: PersonInPack) -> Fields:
        return {
            "name": own(person.name),
            # What the family wrote itself is the same in both languages.
            "does": [*dict.fromkeys(self._all(lambda w: role_said(w, person)))],
            "ways": [own(way_said(self.wording, way)) for way in person.ways],
        }

    def _all(self, words: Callable[[Wording], str]) -> list[str]:
        """Return words in each language of the pack; nothing if they say nothing."""
        return in_each(self.wordings, words)

    def _others(self) -> Fields:
        pack, wording = self.pack, self.wording
        return {
            "celebrations": self._celebrations(pack),
            "concerns": self._notes(pack.concerns),
            "questions": self._notes(pack.questions),
            "life": [
                {"from": wording.day(life_on_page.day), "words": own(life_on_page.words)}
                for life_on_page in pack.life
            ],
            "feelings": [
                {
                    "name": own(said.feeling_of(wording, feeling)),
                    "ask": self._all(partial(said.feeling_question, told=feeling)),
                    "said": self._all(partial(said.feeling_said, told=feeling)),
                }
                for feeling in pack.feelings
            ],
        }

    def _birthday(self) -> list[list[str]]:
        pack, told = self.pack, self.pack.birthday
        if told is None:
            return []
        each = [said.birthday_said(w, pack, told) for w in self.wordings]
        return [nonempty_texts(self.wordings, line) for line in zip(*each, strict=True)]

    def _age_and_days(self, wording: Wording) -> str:
        age = say(wording, self.pack.age) if self.pack.age else ""
        return wording.line_of((age, wording.between(*self.pack.period)))

    def _meeting(self, wording: Wording) -> str:
        pack = self.pack
        if pack.meeting is None or pack.birthday is not None:
            return ""
        return wording.text("Our meeting: {day}", day=wording.day(pack.meeting))

    def _about(self) -> Fields:
        about, wording = self.pack.about, self.wording
        if about is None:
            return {"day": "", "parts": []}
        return {
            "day": wording.day(about.day),
            "parts": [
                {
                    "name": self._part(part),
                    "words": own(words),
                }
                for part, words in about.parts
            ],
        }

    def _celebrations(self, of: OutcomeInPack | Pack) -> list[Fields]:
        firsts = of.firsts if isinstance(of, OutcomeInPack) else ()
        return [
            *self._notes(of.celebrations),
            *(self._first(first) for first in firsts),
        ]

    def _first(self, one: FirstTime) -> Fields:
        """Return a first time; its own words do not say the year, which a long story needs."""
        period, wording = self.pack.period, self.wording
        years = period.start.year != period.end.year
        dated = wording.day(one.first.day) if years else ""
        _, *second = self._all(lambda w: first_time(w, one))
        return {
            "words": own(capitalized(first_said(wording, one))),
            "from": wording.line_of((dated, *second)),
        }

    def _notes(self, notes: Sequence[NoteOnPage]) -> list[Fields]:
        period, wording = self.pack.period, self.wording
        return [{"words": own(n.text), "from": note_source(n, period, wording)} for n in notes]

    def _charts(self) -> "list[BarSeries]":
        return [
            strategy.chart
            for outcome in self.pack.outcomes
            for strategy in outcome.strategies
            if strategy.chart
        ]
