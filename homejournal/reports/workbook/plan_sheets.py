"""The sheets of a workbook with the plan, the visits and the team."""

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any

from homejournal.domain.papers.workbook import BookCell
from homejournal.domain.records.ladders_and_feelings import LADDER_LEVELS, Ladder
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.visits import Visit
from homejournal.reports.workbook.columns import (
    LONG,
    MIDDLE,
    SHORT,
    Column,
    Columns,
    lines,
    read_field,
)
from homejournal.texts import labels
from homejournal.texts.plan import level_sign


class PlannedColumns(Columns):
    """Makes the columns of what is planned and agreed, and of the people."""

    def plan(self) -> list[Column]:
        """Return the columns of the steps of the plan."""
        return [*self._step_of_plan(), *self._words_of_plan(), *self._days_of_plan()]

    def _step_of_plan(self) -> list[Column]:
        text, names = self.wording.text, self.names

        def from_strategy(field: str) -> Callable[[Any], BookCell]:
            return lambda one: names.name(getattr(names.strategies.get(one.strategy), field, None))

        return [
            Column(text("From"), text("The first day it holds"), SHORT, read_field("from_day")),
            self.child(),
            Column(text("Outcome"), text("What it is for"), LONG, from_strategy("outcome")),
            self.strategy(),
            Column(
                text("Suggested by"),
                text("Who suggested it"),
                MIDDLE,
                from_strategy("suggested_by"),
            ),
            Column(
                text("Step"),
                text("Start, change, pause, restart or finish"),
                SHORT,
                lambda one: labels.step_kind(self.wording, one.step),
            ),
        ]

    def _days_of_plan(self) -> list[Column]:
        text, names = self.wording.text, self.names
        return [
            Column(
                text("Routines"),
                text("The parts of the day"),
                MIDDLE,
                lambda one: names.names(one.routines),
            ),
            Column(
                text("How often"),
                text("How often it is planned; empty where that stays"),
                MIDDLE,
                lambda one: labels.how_often(self.wording, one.often) if one.often else None,
            ),
            Column(
                text("Rated by"),
                text("What is written down of each time"),
                MIDDLE,
                lambda one: (
                    labels.rating_kind(self.wording, one.rating.kind) if one.rating else None
                ),
            ),
            *self.numbers(read_field("rating")),
        ]

    def _words_of_plan(self) -> list[Column]:
        text = self.wording.text
        return self.in_words(
            text("In the words of the plan"),
            (text("What we do"), "what"),
            (text("How"), "how"),
            (text("When, where, who"), "when_where_who"),
            (text("Why"), "why"),
            (text("How we will know"), "how_we_know"),
        )

    def outcomes(self) -> list[Column]:
        text = self.wording.text
        return [
            self.child(),
            Column(text("Outcome"), text("In the words of the plan"), LONG, read_field("text")),
            Column(
                text("Areas"),
                text("The areas of development"),
                MIDDLE,
                lambda one: lines(labels.area(self.wording, area) for area in one.areas),
            ),
            Column(text("Since"), text("The day it was agreed"), SHORT, read_field("since")),
            Column(text("Closed"), text("The day it was closed"), SHORT, read_field("closed")),
        ]

    def ladders(self) -> list[Column]:
        """Return the columns of the ratings on ladders."""
        text, names = self.wording.text, self.names

        def outcome(one: Any) -> BookCell:  # noqa: ANN401 - a rating on a ladder
            return names.name(getattr(names.ladders.get(one.ladder), "outcome", None))

        return [
            self.day(text("The day it was rated")),
            self.child(),
            Column(text("Outcome"), text("In the words of the plan"), LONG, outcome),
            Column(text("Level"), text("From -2 to 2; 0 is expected"), SHORT, read_field("level")),
            Column(
                text("Words"),
                text("What the level says"),
                LONG,
                lambda one: names.rung(one.ladder, one.level),
            ),
        ]

    def ladder_sentences(self) -> list[Column]:
        """Return the columns of the sentences of ladders, the highest level last."""
        text, names = self.wording.text, self.names
        levels = [
            Column(
                text("Level {level}", level=level_sign(self.wording, level)),
                text("What the level says"),
                LONG,
                partial(_sentence, level=level),
            )
            for level in sorted(LADDER_LEVELS)
        ]
        of = Column(
            text("Outcome"),
            text("In the words of the plan"),
            LONG,
            lambda one: names.name(one.outcome),
        )
        return [self.child(), of, *levels]

    def reviews(self) -> list[Column]:
        """Return the columns of what reviews said of outcomes."""
        text, names = self.wording.text, self.names
        return [
            self.day(text("The day of the review")),
            self.child(),
            Column(
                text("Outcome"),
                text("In the words of the plan"),
                LONG,
                lambda one: names.name(one.outcome),
            ),
            Column(
                text("Progress"),
                text("What the review said"),
                MIDDLE,
                lambda one: labels.progress(self.wording, one.words),
            ),
            Column(
                text("Visit"),
                text("The day of the visit"),
                SHORT,
                lambda one: names.day_of_visit(one.visit),
            ),
        ]

    def visits(self) -> list[Column]:
        text, names = self.wording.text, self.names
        return [
            self.day(text("The day of the visit")),
            Column(text("Clock"), text("When it begins"), SHORT, read_field("time")),
            self.child(),
            Column(text("People"), text("Who comes"), MIDDLE, lambda one: names.names(one.people)),
            Column(text("Where"), text("At home, by video, and so on"), SHORT, self._how),
            Column(text("Bring"), text("What to bring"), LONG, read_field("bring")),
            Column(
                text("Between visits"),
                text("Agreed for between visits"),
                LONG,
                read_field("agreed_between"),
            ),
            Column(
                text("Next visit"),
                text("Agreed for the next visit"),
                LONG,
                read_field("agreed_next"),
            ),
        ]

    def asked(self) -> list[Column]:
        """Return the columns of what was asked at visits."""
        text, names = self.wording.text, self.names
        return [
            Column(
                text("Visit"),
                text("The day of the visit"),
                SHORT,
                lambda one: names.day_of_visit(one.visit),
            ),
            self.child(),
            self.named(text("Asked by"), text("Who asked"), "asked_by"),
            Column(text("Question"), text("What was asked"), LONG, read_field("text")),
            Column(text("Answer"), text("What we answered at home"), LONG, read_field("answer")),
            Column(
                text("Answered"), text("The day it was answered"), SHORT, read_field("answered")
            ),
        ]

    def team(self) -> list[Column]:
        """Return the columns of the people of the team."""
        text = self.wording.text
        return [
            self.named(text("Name"), text("Who it is"), "id"),
            Column(text("Discipline"), text("What they do"), MIDDLE, read_field("discipline")),
            Column(text("Role"), text("Their part in the team"), MIDDLE, read_field("role")),
            Column(
                text("Ways to reach them"),
                text("One a line; the preferred one comes first"),
                LONG,
                self._ways,
            ),
            Column(text("Left on"), text("The day they left the team"), SHORT, read_field("left")),
        ]

    def contacts(self) -> list[Column]:
        """Return the columns of the contacts with them."""
        text = self.wording.text
        return [
            self.day(text("The day of the contact")),
            self.named(text("Name"), text("Who it was"), "team"),
            Column(
                text("How"),
                text("By phone, text, e-mail and so on"),
                SHORT,
                lambda one: labels.channel(self.wording, one.way),
            ),
            Column(text("Words"), text("What it was about"), LONG, read_field("words")),
        ]

    def _how(self, one: Visit) -> BookCell:
        return labels.visit_how(self.wording, one.how) if one.how else None

    def _ways(self, one: TeamMember) -> BookCell:
        first = sorted(one.ways, key=attrgetter("preferred"), reverse=True)
        return lines(f"{labels.channel(self.wording, way.way)}: {way.value or ''}" for way in first)


def _sentence(ladder: Ladder, level: int) -> BookCell:
    return ladder.levels.get(str(level))
