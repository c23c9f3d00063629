"""A pack as plain words and pictures, one field for each place in the Typst template."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from homejournal.domain.outcomes import LadderTold
from homejournal.domain.packs import OutcomeInPack, Pack, StrategyInPack
from homejournal.domain.preparations import PackKind
from homejournal.domain.sentences import LevelCounts, Single
from homejournal.domain.visit_page import NoteOnPage
from homejournal.reports.chart_words import chart_alt, chart_key
from homejournal.reports.charts import bar_svg, swatch_svg
from homejournal.reports.own_words import Fields, own
from homejournal.reports.page_lines import example_mark, note_source, told_lines, what_it_is
from homejournal.reports.paper_words import paper_fields
from homejournal.texts import outcomes as ladder_words
from homejournal.texts import packs as said
from homejournal.texts import words
from homejournal.texts.plan import outcome_line
from homejournal.texts.sentences import level_count, say
from homejournal.texts.today import capital
from homejournal.texts.visit_page import first_said
from homejournal.texts.wording import Wording, wording_of

if TYPE_CHECKING:
    from homejournal.domain.bar_series import BarSeries

CHART_SIZE = (2.7, 1.25)
"""Width and height in inches."""
MOST_DRAWN_STEPS = 8
"""So many steps of a ladder stand side by side; of more the newest are drawn, and all are told."""


class PackWords:
    """Turns a pack into words; `pictures` gathers the SVG texts by the names used for them.

    The fields are made once: a chart takes its time.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.wording = wording_of(pack.language)
        self.wordings: Sequence[Wording] = (self.wording,)
        self.pictures: dict[str, str] = {}
        self._shown = 0

    @property
    def charts(self) -> int:
        """Return how many charts there are to draw."""
        return len(self._charts())

    def draw(self) -> Iterator[int]:
        """Draw the charts, one in each step; yield how many there are by then."""
        for number, chart in enumerate(self._charts()):
            self.pictures[f"chart{number}"] = bar_svg(chart, self.pack.language, CHART_SIZE)
            yield number + 1

    def fields(self) -> Fields:
        """Return everything that the template shows; the charts are drawn before."""
        pack, wording = self.pack, self.wording
        text = wording.text
        self._shown = 0
        age = say(wording, pack.age) if pack.age else ""
        return {
            **paper_fields(wording, pack.paper, pack.printed),
            "compact": pack.kind is PackKind.TRANSITION,
            "title": said.title_of(wording, pack),
            "head": [wording.line_of((age, wording.between(*pack.period))), self._meeting()],
            "team": self._team(),
            "what": what_it_is(wording),
            "example": example_mark(wording) if pack.example else "",
            "foot": said.foot(wording, pack),
            "page_of": text("Page {page} of {pages}", page="{page}", pages="{pages}"),
            "labels": {
                "outcome": text("What we hope for"),
                "reviews": text("What reviews said"),
                "changes": text("What changed in the plan"),
                "celebrations": text("Celebrations"),
                "concerns": text("Concerns"),
                "questions": text("Questions"),
                "life": text("In our life"),
                "feelings": text("How it is for us"),
                "answers": text("What we want to talk about"),
                "birthday": text("Turning three"),
                "about": text("About our child"),
            },
            "answers": [
                {"ask": said.question(wording, which), "words": own(words)}
                for which, words in pack.answers
            ],
            "birthday": self._birthday(),
            "about": self._about(),
            "outcomes": [self._outcome(one) for one in pack.outcomes],
            **self._others(),
            "small_print": [],
        }

    def _others(self) -> Fields:
        pack, wording = self.pack, self.wording
        return {
            "celebrations": self._celebrations(pack),
            "concerns": self._notes(pack.concerns),
            "questions": self._notes(pack.questions),
            "life": [{"from": wording.day(one.day), "words": own(one.words)} for one in pack.life],
            "feelings": [
                {
                    "name": said.feeling_title(wording, one),
                    "said": said.feeling_said(wording, one),
                }
                for one in pack.feelings
            ],
        }

    def _birthday(self) -> list[str]:
        told, child = self.pack.birthday, self.pack.child
        if told is None:
            return []
        return list(said.birthday_said(self.wording, child, told, ask_longer=self.pack.ask_longer))

    def _meeting(self) -> str:
        pack = self.pack
        if pack.meeting is None or pack.birthday is not None:
            return ""
        return self.wording.text("Our meeting: {day}", day=self.wording.day(pack.meeting))

    def _team(self) -> str:
        people = [
            words.person_with_discipline(self.wording, one.name, one.discipline)
            for one in self.pack.team
        ]
        if not people:
            return ""
        return self.wording.text("Our team: {people}", people="; ".join(people))

    def _about(self) -> Fields:
        about, wording = self.pack.about, self.wording
        if about is None:
            return {"day": "", "parts": []}
        return {
            "day": wording.day(about.day),
            "parts": [
                {"name": said.about_part(wording, part), "words": own(words)}
                for part, words in about.parts
            ],
        }

    def _outcome(self, one: OutcomeInPack) -> Fields:
        wording = self.wording
        named = own(one.text) if one.text else own(wording.text("Strategies without an outcome"))
        return {
            "named": bool(one.text),
            "text": named,
            "line": outcome_line(wording, one),
            "ladders": [self._ladder(ladder) for ladder in one.ladders],
            "reviews": [
                wording.line_of((wording.day(r.day), words.progress(wording, r.words)))
                for r in one.reviews
            ],
            "strategies": [self._strategy(strategy) for strategy in one.strategies],
            "celebrations": self._celebrations(one),
        }

    def _celebrations(self, of: OutcomeInPack | Pack) -> list[Fields]:
        wording = self.wording
        firsts = of.firsts if isinstance(of, OutcomeInPack) else ()
        return [
            *self._notes(of.celebrations),
            *({"words": own(capital(first_said(wording, f))), "from": ""} for f in firsts),
        ]

    def _notes(self, notes: Sequence[NoteOnPage]) -> list[Fields]:
        period, wording = self.pack.period, self.wording
        return [{"words": own(n.text), "from": note_source(n, period, wording)} for n in notes]

    def _ladder(self, told: LadderTold) -> Fields:
        drawn = told.steps[-MOST_DRAWN_STEPS:]
        wording = self.wording
        return {
            "alt": ladder_words.ladder_said(wording, told),
            "days": [wording.short_day(step.day) for step in drawn],
            "rungs": [
                {
                    "sign": ladder_words.level_sign(level),
                    "words": own(sentence or ladder_words.level_meaning(wording, level)),
                    "written": bool(sentence),
                    "at": [step.level == level for step in drawn],
                }
                for level, sentence in told.rungs
            ],
            "steps": [
                {
                    "day": wording.day(step.day),
                    "words": own(ladder_words.rung_said(wording, step.level, step.words)),
                }
                for step in told.steps
            ],
        }

    def _strategy(self, one: StrategyInPack) -> Fields:
        wording = self.wording
        plan = [say(wording, part) for part in (one.suggested, one.planned) if part]
        several = len(one.stretches) > 1
        stretches = [
            {
                "days": wording.between(part.start, part.end) if several else "",
                "lines": [self._line(line) for line in told_lines(part.sentences)],
            }
            for part in one.stretches
        ]
        return {
            "name": own(one.name),
            "plan": capital(wording.line_of(plan)),
            "stretches": stretches,
            "changes": [own(said.change_said(wording, step)) for step in one.changes],
            **self._chart(one.chart),
        }

    def _line(self, line: tuple[Single, ...]) -> list[Fields]:
        """Return the parts of a line; a count of levels has the mark of each level before it."""
        parts: list[Fields] = []
        for place, part in enumerate(line):
            if isinstance(part, LevelCounts):
                parts += self._counts(part)
            else:
                words = say(self.wording, part)
                parts.append({"swatch": "", "text": words if place else capital(words)})
        return parts

    def _counts(self, counts: LevelCounts) -> Iterator[Fields]:
        for level, many in counts.counts:
            name = f"swatch-{counts.kind}-{level}"
            self.pictures[name] = swatch_svg(counts.kind, level)
            yield {
                "swatch": name,
                "text": level_count(self.wording, counts, level, many),
            }

    def _chart(self, chart: "BarSeries | None") -> Fields:
        if chart is None:
            return {"chart": "", "alt": "", "key": ""}
        name, self._shown = f"chart{self._shown}", self._shown + 1
        key = chart_key(chart, self.wording, direction=False)
        return {
            "chart": name,
            "alt": chart_alt(chart, self.wording, table=False),
            "key": self.wording.line_of((said.chart_span(self.wording, chart.span), key)),
        }

    def _charts(self) -> "list[BarSeries]":
        return [
            one.chart for outcome in self.pack.outcomes for one in outcome.strategies if one.chart
        ]
