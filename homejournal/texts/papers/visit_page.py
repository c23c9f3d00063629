"""What the Visit page says of the lines that can be ticked, and of pages that were kept."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.names import names_on_their_own, visitor_names
from homejournal.domain.records.family import Family
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.visit_page.builder import Shortening, Shorter
from homejournal.domain.visit_page.choices import LeftOffPage
from homejournal.domain.visit_page.material import (
    Line,
    Offer,
    PagePart,
    is_ladder_key,
    is_large_key,
    is_photo_key,
)
from homejournal.domain.visit_page.page import VisitPage
from homejournal.texts.day_page import capitalized
from homejournal.texts.plan import visit_name
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording

_PARTS: Mapping[PagePart, Callable[[Wording], str]] = {
    PagePart.HEAD: lambda w: w.text("At the top"),
    PagePart.AGREED: lambda w: w.text("What we agreed last time"),
    PagePart.ASKED: lambda w: w.text("You asked"),
    PagePart.CELEBRATIONS: lambda w: w.text("Celebrations"),
    PagePart.CONCERNS: lambda w: w.text("Concerns"),
    PagePart.QUESTIONS: lambda w: w.text("Questions"),
    PagePart.STRATEGY: lambda w: w.text("What we did at home"),
    PagePart.LIFE: lambda w: w.text("In our life"),
    PagePart.UNTIL_NEXT_TIME: lambda w: w.text("Until next time"),
    PagePart.SECOND_PAGE: lambda w: w.text("Second page"),
}
_LINES: Mapping[Line, Callable[[Wording], str]] = {
    Line.SURNAME: lambda w: w.text("The last name"),
    Line.WRITTEN_BY: lambda w: w.text("Who wrote it"),
    Line.FOR_WHOM: lambda w: w.text("Whom it is for"),
    Line.VISITORS: lambda w: w.text("Who came to the visits of these days"),
    Line.EARLIER: lambda w: w.text("The days before the plan changed"),
    Line.CHANGED: lambda w: w.text("What the plan said before and after the change"),
    Line.CHART: lambda w: w.text("The picture of its days and ratings"),
    Line.BOXES: lambda w: w.text("Empty boxes for what you agree on"),
    Line.SECOND_PAGE: lambda w: w.text("A second page: larger charts, and notes by date"),
}
"""The lines that a list can only name; every other line says what stands on the page."""
_FIRST_WORDS, _FIRST_LETTERS = 3, 24
MOST_WORDS = 120
"""A short text begins with no more words than these."""
_SHORTER: Mapping[Shorter, Callable[[Wording, int], str]] = {
    Shorter.QUOTES: lambda w, n: w.count(
        "Without the note under a strategy", "Without the {n} notes under strategies", n
    ),
    Shorter.EARLIER_DAYS: lambda w, _: w.text("Without the days before the plan changed"),
    Shorter.FEWER_NOTES: lambda w, n: w.count(
        "Only the newest celebration and concern: {n} note less",
        "Only the newest celebration and concern: {n} notes less",
        n,
    ),
    Shorter.FEWER_QUESTIONS: lambda w, n: w.count(
        "Only our newest question: {n} less", "Only our newest question: {n} less", n
    ),
    Shorter.FEWER_ANSWERS: lambda w, n: w.count(
        "Only the newest of what you asked: {n} less",
        "Only the newest of what you asked: {n} less",
        n,
    ),
    Shorter.LONG_ANSWERS: lambda w, n: w.count(
        "Without the long answer", "Without the {n} long answers", n
    ),
    Shorter.AGREED: lambda w, _: w.text("Without what we agreed last time"),
    Shorter.WHAT: lambda w, _: w.text("Without the lines on what to do"),
    Shorter.CHARTS_BEHIND: lambda w, _: w.text("Charts on a second page, and larger"),
    Shorter.FOUR_STRATEGIES: lambda w, n: w.count(
        "Only the first four strategies: {n} less", "Only the first four strategies: {n} less", n
    ),
}
_QUOTED = frozenset(
    {
        PagePart.ASKED,
        PagePart.CELEBRATIONS,
        PagePart.CONCERNS,
        PagePart.QUESTIONS,
        PagePart.SECOND_PAGE,
    }
)


def page_for(wording: Wording, people: Sequence[str]) -> str:
    """Return for whom a page is: "Page for Dana"; without anybody it is for the whole team."""
    if not people:
        return wording.text("Page for the whole team")
    names = wording.list_of([wording.own(name) for name in people])
    return wording.text("Page for {people}", people=names)


def how_to_leave_out(wording: Wording, left_out: int) -> str:
    """Return how a line is left out; once some are, how many, and how one is brought back."""
    how = wording.text("Click a line on the page to leave it out.")
    if left_out:
        how = wording.count(
            "{n} line is left out. Click its empty box to bring it back.",
            "{n} lines are left out. Click an empty box to bring its line back.",
            left_out,
        )
    never = wording.text("Private notes are never offered here.")
    return f"{how} {never}"


def part_title(wording: Wording, part: PagePart) -> str:
    """Return the heading over the offers of a part."""
    return _PARTS[part](wording)


def offer_said(wording: Wording, offer: Offer) -> str:
    """Return what a line says, or its name where it has no words of its own."""
    if isinstance(offer.says, Line):
        return _LINES[offer.says](wording)
    if isinstance(offer.says, FirstTime):
        return first_said(wording, offer.says)
    if not isinstance(offer.says, str):
        return capitalized(say(wording, offer.says))
    words = wording.own(offer.says)
    if is_large_key(offer.key):
        return wording.text("Larger chart: {strategy}", strategy=words)
    if is_ladder_key(offer.key):
        return wording.text("The ladder: {outcome}", outcome=words)
    if is_photo_key(offer.key):
        words = wording.text("Photo: {name}", name=words)
    elif offer.part in _QUOTED or offer.key.startswith("quote:"):
        words = wording.text("“{words}”", words=words)
    answer = wording.text("“{words}”", words=wording.own(offer.answer)) if offer.answer else ""
    day = wording.short_day(offer.day) if offer.day else ""
    by = wording.list_of([wording.own(name) for name in offer.by])
    why = wording.text("names somebody who reads the page") if offer.about_reader else ""
    sibling = names_another_child(wording) if offer.about_sibling else ""
    return wording.line_of((words, answer, by, day, why, sibling))


def names_another_child(wording: Wording) -> str:
    """Return why a line is not ticked at first: nothing about another child leaves unasked."""
    return wording.text("names another child of the family")


def left_for_others(wording: Wording, many: int) -> str:
    """Return how many lines are not on paper because they name another child, or nothing."""
    if not many:
        return ""
    return wording.count(
        "{n} line names another child of the family and is left off.",
        "{n} lines name another child of the family and are left off.",
        many,
    )


def first_said(wording: Wording, one: FirstTime) -> str:
    """Return a first time, and of which strategy it was."""
    return wording.line_of((first_time(wording, one), wording.own(one.strategy)))


def first_time(wording: Wording, one: FirstTime) -> str:
    """Return what happened for the first time: "First time without help: Sunday, March 22"."""
    day = wording.day_of_year(one.first.day)
    when = wording.text(", ").join((day, wording.own(one.first.slot))) if one.first.slot else day
    return wording.text("{label}: {words}", label=first_words(wording, one), words=when)


def first_words(wording: Wording, one: FirstTime) -> str:
    """Return a first time in the words of a family that is proud of it."""
    if one.kind is RatingKind.WENT:
        return wording.text("First time it went well")
    return wording.text("First time without help")


def no_assessment(wording: Wording) -> str:
    """Return what a paper is not, for each sheet that may be handed on without the first one."""
    return wording.text("Not an assessment.")


def sheets_said(wording: Wording, sheets: int) -> str:
    """Return how many sheets the first page takes; one is said only where it was more before."""
    if sheets == 1:
        return wording.text("The first page fits on one sheet now.")
    return wording.count(
        "The first page takes {n} sheet. You can hand it over like that, or make it shorter.",
        "The first page takes {n} sheets. You can hand it over like that, or make it shorter.",
        sheets,
    )


def not_on_page(wording: Wording, waiting: LeftOffPage) -> str:
    """Return what of these days is not on the page because it would be long, or nothing."""
    strategies, notes = waiting
    parts = (
        wording.count("{n} strategy", "{n} strategies", strategies) if strategies else "",
        wording.count("{n} note", "{n} notes", notes) if notes else "",
    )
    what = wording.list_of([part for part in parts if part])
    return wording.text("Not on this page: {what}.", what=what) if what else ""


def shorter_said(wording: Wording, what: Shortening) -> str:
    """Return a suggestion for a shorter page as a line to tick."""
    return _SHORTER[what.kind](wording, what.many)


def long_note_said(wording: Wording, note: Offer) -> str:
    """Return how a long note is offered to be shortened: by its day and its first words."""
    first = wording.own(" ".join(str(note.says).split()[:_FIRST_WORDS])[:_FIRST_LETTERS])
    day = wording.short_day(note.day) if note.day else ""
    return wording.line_of((day, wording.text("“{words}…”", words=first)))


def words_counted(wording: Wording, words: int) -> str:
    """Return how long a short text is; a longer one is as well."""
    told = wording.count("{n} word.", "{n} words.", words)
    if words <= MOST_WORDS:
        return told
    most = wording.number(MOST_WORDS)
    more = wording.text("That is fine. A message of up to {most} is read soonest.", most=most)
    return f"{told} {more}"


def kept_name(wording: Wording, page: VisitPage) -> str:
    """Return a kept page for a list: the day it was made, and for whom."""
    people = wording.list_of([wording.own(person_on_page.name) for person_on_page in page.for_whom])
    whom = wording.text("for {people}", people=people) if people else ""
    if page.whole_team:
        whom = wording.text("for the whole team")
    return wording.line_of((wording.day(page.printed), whom))


def words_typed_for(
    wording: Wording, family: Family, whose: UUID | None, words: Mapping[str, str]
) -> str:
    """Return what was typed for another page: for whom, and its first words."""
    visit = family.visits.get(whose) if whose else None
    person = names_on_their_own(family.team).get(whose) if whose else None
    where = ""
    if visit is not None:
        where = visit_name(wording, visit, visitor_names(visit, family.team))
    elif whose is None or person is not None:
        where = person or wording.text("The whole team")
    first = " ".join(" ".join(words.values()).split())[:_FIRST_LETTERS]
    return wording.line_of((where, wording.text("“{words}…”", words=wording.own(first))))


def pages_shown(wording: Wording, place: int, of: int) -> str:
    """Return which sheet of a page is shown: "Page 1 of 2"."""
    return wording.text("Page {n} of {of}", n=wording.number(place), of=wording.number(of))
