"""The lines that a visit page has as PDF and as text: titles, head, foot, joined sentences."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from homejournal.domain.days.periods import Period
from homejournal.domain.packs.pack import StrategyInPack
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.plan.outcomes import LadderStep, LadderTold
from homejournal.domain.sentences.values import (
    DayRange,
    DaysFromTo,
    Direction,
    InAim,
    Joined,
    LevelCounts,
    MiddleLevel,
    MostDays,
    NotesAsWritten,
    NotWritten,
    OtherRatings,
    Sentence,
    Single,
    ThanBefore,
    TooFewToSumUp,
    Unrated,
    UnsettledVersions,
    WrittenLater,
)
from homejournal.domain.visit_page.page import (
    AgreedOnPage,
    AskedOnPage,
    LadderOnPage,
    LargeChart,
    NoteOnPage,
    StrategyOnPage,
    StretchOnPage,
    VisitPage,
)
from homejournal.reports.chart_words.row_words import row_alt
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.template_fields import Fields, in_each, own
from homejournal.texts.day_page import capitalized
from homejournal.texts.display_names import suggested_when
from homejournal.texts.labels import child_said, person_with_discipline
from homejournal.texts.offered_names import in_second_language
from homejournal.texts.plan import (
    ladder_said,
    ladder_step_said,
    level_meaning,
    rung_said,
)
from homejournal.texts.sentences import before_said, say, verdict_said
from homejournal.texts.wording import Wording

MOST_DRAWN_STEPS = 8
"""So many steps of a ladder stand side by side; of more the newest are drawn, and all are told."""


_HOPED_FOR = 0
"""The level of a ladder that the family hopes for."""


def larger_alt(one: LargeChart, wording: Wording) -> str:
    """Return what the larger picture of a strategy shows, in words."""
    if one.rows is not None:
        return row_alt(one.rows, 0, wording, table=False)
    return chart_alt(one.chart, wording, table=False) if one.chart else ""


def ladder_fields(told: LadderTold, wordings: Sequence[Wording]) -> Fields:
    """Return the rungs with a mark for each step drawn, all steps, and the text alternative."""
    first, drawn = wordings[0], told.steps[-MOST_DRAWN_STEPS:]
    return {
        "alt": ladder_said(first, told),
        "days": [first.short_day(step.day) for step in drawn],
        "rungs": [
            {
                "goal": level == _HOPED_FOR,
                "meaning": _meaning(level, wordings),
                "words": own(sentence),
                "at": [step.level == level for step in drawn],
            }
            for level, sentence in told.rungs
        ],
        "steps": [_step(step, wordings) for step in told.steps],
    }


def _step(step: LadderStep, wordings: Sequence[Wording]) -> Fields:
    meanings = _meaning(step.level, wordings)
    return {
        "day": in_each(wordings, lambda w: w.day(step.day)),
        "words": own(step.words or meanings[0]),
        "second": "" if step.words else "".join(meanings[1:]),
    }


def _meaning(level: int, wordings: Sequence[Wording]) -> list[str]:
    return in_each(wordings, lambda w: level_meaning(w, level))


LABELS: dict[str, Callable[[Wording], str]] = {
    "asked": lambda w: w.text("You asked"),
    "answer": lambda w: w.text("Our answer"),
    "celebrations": lambda w: w.text("Celebrations"),
    "concerns": lambda w: w.text("Concerns"),
    "questions": lambda w: w.text("Questions"),
    "strategies": lambda w: w.text("What we did at home"),
    "helped": lambda w: w.text("What helped, what got in the way"),
    "life": lambda w: w.text("In our life"),
    "until_next": lambda w: w.text("Until next time"),
    "between": lambda w: w.text("Between visits"),
    "at_next": lambda w: w.text("At the next visit"),
    "reach_us": lambda w: w.text("Best way to reach us"),
    "second_page": lambda w: w.text("Charts and notes"),
    "ladder": lambda w: w.text("Where we are on the ladder"),
    "photos": lambda w: w.text("Photos"),
    "notes_by_date": lambda w: w.text("Notes by date"),
}


def whom_line(page: VisitPage, wording: Wording) -> str:
    """Return for whom a page is, and for which visit."""
    people = [
        wording.text(", ").join(
            wording.own(part) for part in (person_on_page.name, person_on_page.discipline) if part
        )
        for person_on_page in page.for_whom
    ]
    told = [wording.text("For the whole team")] if page.whole_team else []
    if people:
        told.append(wording.text("For {people}", people="; ".join(people)))
    if page.visit_on:
        told.append(wording.text("visit on {day}", day=wording.day(page.visit_on)))
    return capitalized(wording.line_of(told))


def dates_line(page: VisitPage, wording: Wording) -> str:
    """Return which days a page tells of."""
    return wording.between(*page.period)


class AgreedLine(NamedTuple):
    """Something that was agreed: its label in each language, its words, and its key."""

    label: list[str]
    words: str
    key: str


def agreed_lines(page: VisitPage, wordings: Sequence[Wording]) -> list[AgreedLine]:
    """Return what was agreed before, line by line."""
    key, next_key = page.agreed_keys
    with_you = AgreedOnPage(
        day=page.agreed_on or page.period.start,
        agreed=page.agreed,
        agreed_next=page.agreed_next,
        key=key,
        next_key=next_key,
    )
    lines = []
    for one in (with_you, *page.agreed_with):
        if one.agreed:
            label = in_each(wordings, partial(_agreed_label, one, page))
            lines.append(AgreedLine(label, one.agreed, one.key))
        if one.agreed_next:
            label = in_each(wordings, partial(_planned_label, one))
            lines.append(AgreedLine(label, one.agreed_next, one.next_key))
    return lines


def _agreed_label(one: AgreedOnPage, page: VisitPage, wording: Wording) -> str:
    day = day_in(page.period, one.day, wording)
    if one.people:
        people = wording.list_of([wording.own(name) for name in one.people])
        return wording.text("Agreed with {people}, {day}", people=people, day=day)
    if page.agreed_on is None:
        return wording.text("Agreed last time")
    return wording.text("Agreed with you, {day}", day=day)


def _planned_label(one: AgreedOnPage, wording: Wording) -> str:
    # Several people would take a plan with one of them for a plan with all.
    if not one.people:
        return wording.text("For this visit")
    people = wording.list_of([wording.own(name) for name in one.people])
    return wording.text("For this visit, with {people}", people=people)


def asked_label(asked: AskedOnPage, page: VisitPage, wording: Wording) -> str:
    """Return who asked: "You asked", or for the whole team "Dana asked"."""
    if page.whole_team and asked.by:
        return wording.text("{name} asked", name=wording.own(asked.by))
    return LABELS["asked"](wording)


def asked_source(
    asked: AskedOnPage, page: VisitPage, wording: Wording, *, named: bool = False
) -> str:
    """Return at the visit of which day something was asked, and by whom if no label tells it."""
    by = [wording.own(asked.by)] if asked.by and (named or not page.whole_team) else []
    return wording.text(", ").join([*by, day_in(page.period, asked.day, wording)])


def not_answered(wording: Wording) -> str:
    """Return what stands where an answer waits."""
    return wording.text("Not answered yet")


def small_print(page: VisitPage, wordings: Sequence[Wording]) -> list[str]:
    """Return the lines at the end of a page, in each of its languages."""
    if not page.notes_as_written or not page.has_notes:
        return []
    return in_each(wordings, lambda w: say(w, NotesAsWritten()))


def example_mark(wording: Wording) -> str:
    """Return what marks a page of the example family."""
    return wording.text("Example family: nothing on this page is about a real child.")


def what_it_is(wording: Wording, written_by: Sequence[str]) -> str:
    """Return what a paper is, who wrote it, and what it is not."""
    if not written_by:
        return wording.text("Written by the family from notes at home. Not an assessment.")
    return wording.text(
        "Written by {names} from notes at home. Not an assessment.",
        names=wording.list_of([wording.own(name) for name in written_by]),
    )


def foot_line(page: VisitPage, wording: Wording) -> str:
    """Return what a page is, who wrote it, and how many strategies are on it if not all are."""
    what = what_it_is(wording, page.written_by)
    said = " ".join(one for one in (what, _how_many(page, wording)) if one)
    return wording.line_of((example_family(page, wording), said))


def _how_many(page: VisitPage, wording: Wording) -> str:
    if not page.of_strategies:
        return ""
    return wording.count(
        "{n} of {of} strategies is on this page.",
        "{n} of {of} strategies are on this page.",
        len(page.strategies),
        of=wording.number(page.of_strategies),
    )


def printed_on(page: VisitPage, wording: Wording) -> str:
    """Return when a page was made."""
    return wording.text("printed on {day}", day=wording.day(page.printed))


def child_called(page: VisitPage, wording: Wording) -> str:
    """Return what a page calls the child: the name, or "Our child"."""
    return page.child or capitalized(child_said(wording, page.pronoun))


def later_head(page: VisitPage, wording: Wording) -> tuple[str, str]:
    """Return the header of the following sheets: the child, the writers and the days."""
    who = wording.line_of((wording.own(child_called(page, wording)), written_by(page, wording)))
    return who, wording.between(*page.period)


def example_family(page: VisitPage, wording: Wording) -> str:
    """Return the mark that stands on every sheet of the example family."""
    return wording.text("Example family") if page.example else ""


def written_by(page: VisitPage, wording: Wording) -> str:
    """Return who wrote, as a part of a line, or nothing."""
    if not page.written_by:
        return ""
    names = wording.list_of([wording.own(name) for name in page.written_by])
    return wording.text("written by {names}", names=names)


def note_source(
    note: NoteOnPage, period: Period, wording: Wording, *, open_before: bool = False
) -> str:
    """Return when a note was for, by whom, whether the family shortened it, and about what.

    On a visit page what is from before its days is a question that is `open_before` them and still.
    """
    parts = [day_in(period, note.day, wording)]
    parts += [wording.own(part) for part in (note.by,) if part]
    source = wording.text(", ").join([*parts, *_shortened(note, wording)])
    still_open = wording.text("still open") if open_before and note.day < period.start else ""
    return wording.line_of((source, wording.own(note.about) if note.about else "", still_open))


def day_in(period: Period, day: date, wording: Wording) -> str:
    """Return a day; with its year where a page tells of more than one year."""
    one_year = day.year == period.start.year == period.end.year
    return wording.short_day(day) if one_year else wording.day(day)


def note_about(note: NoteOnPage, page: VisitPage, wording: Wording) -> str:
    """Return the head of a note among the notes by date: its day, by whom, about what."""
    day = day_in(page.period, note.day, wording)
    named = (wording.own(part) for part in (note.by, note.about) if part)
    return wording.line_of((day, *named, *_shortened(note, wording)))


def photo_about(photo: PhotoOnPage, page: VisitPage, wording: Wording) -> str:
    """Return of which day and strategy a photo is."""
    day = day_in(page.period, photo.day, wording)
    return wording.line_of((day, wording.own(photo.about) if photo.about else ""))


def _shortened(note: NoteOnPage, wording: Wording) -> list[str]:
    return [wording.text("shortened by us")] if note.shortened else []


def stretch_days(stretch: StretchOnPage, page: VisitPage, wording: Wording) -> str:
    """Return which days a stretch tells of, or nothing if they are all the page's days."""
    days = Period(stretch.start, stretch.end)
    return "" if days == page.period else wording.between(*days)


def plan_lines(one: StrategyOnPage, page: VisitPage, wording: Wording) -> list[str]:
    """Return how often it is planned, and from whom and since when, as short as can be.

    What somebody does is told once, in the head or with their first strategy, and in the language
    in which the family wrote it. Of two days the first of the plan is told.
    """
    planned = one.planned
    if planned and wording.language != page.language:
        planned = in_second_language(planned, wording)
    told = [say(wording, planned)] if planned else []
    by = one.suggested
    if by:
        does = _new_discipline(one, page) if wording.language == page.language else None
        who = person_with_discipline(wording, by.name, does)
        visit = by.visit if by.visit == by.since else None
        one_year = by.since is None or by.since.year == page.period.end.year
        day = wording.short_day if one_year else wording.short_day_of_year
        # New words of a plan that changed did not hold since then: its parts have their dates.
        is_whole = all(one.start == page.period.start for one in one.stretches)
        since = by.since if is_whole else None
        told.append(suggested_when(wording, who, since, visit if is_whole else None, day))
    return [capitalized(wording.line_of(told))] if told else []


def _new_discipline(one: StrategyOnPage, page: VisitPage) -> str | None:
    at = page.strategies.index(one)
    before = {other.suggested.name for other in page.strategies[:at] if other.suggested}
    known = before | {person.name for person in page.for_whom if person.discipline}
    by = one.suggested
    return None if by is None or by.name in known else by.discipline


def verdict_and_numbers(one: StrategyOnPage | StrategyInPack, wording: Wording) -> tuple[str, str]:
    """Return what changed in plain words, or nothing where that is not told, and its numbers."""
    told = summary_line(one, wording)
    verdicts = (
        capitalized(verdict_said(wording, part.verdict, part))
        for part in one.summary
        if isinstance(part, ThanBefore) and part.verdict
    )
    verdict = next((said for said in verdicts if told.startswith(said)), "")
    return verdict, told.removeprefix(verdict)


def summary_line(one: StrategyOnPage | StrategyInPack, wording: Wording) -> str:
    """Return what changed, in plain words; how many days it was is told in numbers."""
    said = [
        _what_changed(one, part, wording) for part in one.summary if not isinstance(part, MostDays)
    ]
    return capitalized(wording.line_of(said)) if said else ""


def _what_changed(one: StrategyOnPage | StrategyInPack, part: Single, wording: Wording) -> str:
    """Return what changed, without the counts that stand with the days themselves."""
    counted = [
        any(isinstance(said[0], LevelCounts) for said in told_lines(stretch.sentences))
        for stretch in one.stretches
    ]
    if not isinstance(part, ThanBefore) or not counted or not all(counted):
        return say(wording, part)
    if part.verdict is None:
        return before_said(wording, part)
    sides_told = len(counted) > 1 and one.stretches[-1].start == part.day
    return verdict_said(wording, part.verdict, part) if sides_told else say(wording, part)


def told_lines(sentences: Iterable[Sentence]) -> list[tuple[Single, ...]]:
    """Return sentences as lines: what belongs to the line before stands on it."""
    lines: list[tuple[Single, ...]] = []
    for sentence in sentences:
        parts = sentence.parts if isinstance(sentence, Joined) else (sentence,)
        if isinstance(parts[0], DaysFromTo):
            # It tells what is not written; a page that was kept earlier has that once more.
            parts = tuple(part for part in parts if not isinstance(part, NotWritten))
        if lines and isinstance(parts[0], _ON_THE_LINE_BEFORE):
            lines[-1] += parts
        else:
            lines.append(parts)
    return lines


def plain_line(line: tuple[Single, ...], wording: Wording) -> str:
    """Return the sentences of one line as plain words."""
    return capitalized(wording.line_of([say(wording, part) for part in line]))


_ON_THE_LINE_BEFORE = (
    DayRange,
    MiddleLevel,
    TooFewToSumUp,
    Direction,
    InAim,
    OtherRatings,
    Unrated,
    UnsettledVersions,
    WrittenLater,
)


def rungs(one: LadderOnPage, wording: Wording) -> list[str]:
    """Return the sentences of a ladder, the highest first."""
    return [rung_said(wording, level, sentence) for level, sentence in one.ladder.rungs]


def steps_said(one: LadderOnPage, wording: Wording) -> list[str]:
    """Return where the child stood on the ladder at each visit, oldest first."""
    return [ladder_step_said(wording, step) for step in one.ladder.steps]
