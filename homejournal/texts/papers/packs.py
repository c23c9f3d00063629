"""The words of packs: titles, the six questions, the third birthday, and what can be ticked."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.packs.missing import Missing
from homejournal.domain.packs.offers import PackLine, PackOffer
from homejournal.domain.packs.pack import FeelingInPack, Pack, StepInPack, ThirdBirthday
from homejournal.domain.records.children import Pronoun
from homejournal.domain.records.notes import PackKind, PrepQuestion
from homejournal.texts import labels as words
from homejournal.texts import plan
from homejournal.texts.day_page import capitalized
from homejournal.texts.papers.about_child import part_name, part_short
from homejournal.texts.papers.visit_page import first_said, names_another_child, no_assessment
from homejournal.texts.wording import Wording

SHORT_HISTORY = 2
"""The pages of a history that somebody new reads at once."""

_QUESTIONS: Mapping[PrepQuestion, Callable[[Wording, Pronoun, str], str]] = {
    PrepQuestion.PROGRESS: lambda w, who, child: w.text_about(
        who, "What can {child} do now?", child=words.child_said(w, who, child)
    ),
    PrepQuestion.SERVICES: lambda w, *_: w.text("Do we need other or more help?"),
    PrepQuestion.PRIORITIES: lambda w, *_: w.text("What matters most to us now?"),
    PrepQuestion.MET: lambda w, *_: w.text("Which outcomes have we reached?"),
    PrepQuestion.NEW: lambda w, *_: w.text("What do we hope for next?"),
    PrepQuestion.HISTORY: lambda w, *_: w.text("What has changed in health and in our life?"),
}
_LINES: Mapping[PackLine, Callable[[Wording], str]] = {
    PackLine.AGE: lambda w: w.text("The age"),
    PackLine.WRITTEN_BY: lambda w: w.text("Who wrote it"),
    PackLine.TEAM: lambda w: w.text("Who is on our team"),
    PackLine.REACH: lambda w: w.text("How to reach them"),
    PackLine.WORDS: lambda w: part_short(w, "words"),
    PackLine.COMMUNICATES: lambda w: part_short(w, "communicates"),
    PackLine.ABOUT: lambda w: w.text("About"),
    PackLine.STRENGTHS: lambda w: part_name(w, "strengths"),
    PackLine.INTERESTS: lambda w: part_name(w, "interests"),
    PackLine.HELPS: lambda w: part_name(w, "helps"),
    PackLine.NEEDS: lambda w: part_name(w, "needs"),
    PackLine.HARD: lambda w: part_name(w, "hard"),
    PackLine.ROUTINES: lambda w: part_name(w, "routines"),
    PackLine.NO_OUTCOME: lambda w: w.text("Strategies without an outcome"),
    PackLine.LADDER: lambda w: w.text("The ladder"),
    PackLine.REVIEWS: lambda w: w.text("What reviews said"),
    PackLine.PLAN: lambda w: w.text("From whom, and how often"),
    PackLine.NUMBERS: lambda w: w.text("Days and levels"),
    PackLine.CHART: lambda w: w.text("The chart"),
    PackLine.CHANGES: lambda w: w.text("What changed in the plan"),
    PackLine.CELEBRATIONS: lambda w: w.text("Celebrations"),
    PackLine.CONCERNS: lambda w: w.text("Concerns"),
    PackLine.QUESTIONS: lambda w: w.text("Questions"),
    PackLine.LIFE: lambda w: w.text("In our life"),
    PackLine.FEELINGS: lambda w: w.text("How it feels for us"),
    PackLine.SURE: lambda w: w.text("How sure we feel"),
    PackLine.ASK_LONGER: lambda w: w.text("Our question: can we stay after the third birthday?"),
}


def title(wording: Wording, kind: PackKind) -> str:
    """Return what a pack is called."""
    if kind is PackKind.REVIEW:
        return wording.text("Six-month review")
    return wording.text("Turning three")


def title_of(wording: Wording, pack: Pack) -> str:
    """Return what a pack is called, with the child's name."""
    child = capitalized(words.child_said(wording, pack.pronoun, pack.child))
    if pack.kind is PackKind.REVIEW:
        return wording.text("{child}: our six-month review", child=child)
    return wording.text("{child}: our story so far", child=child)


def kept_name(wording: Wording, pack: Pack) -> str:
    """Return a pack that was handed over for a list: "Six-month review · June 28, 2026"."""
    return wording.line_of((title(wording, pack.kind), wording.day(pack.printed)))


def question(
    wording: Wording, which: PrepQuestion, who: Pronoun = Pronoun.NEITHER, child: str = ""
) -> str:
    """Return a question to prepare with, in plain words; on papers with the child's name."""
    return _QUESTIONS[which](wording, who, child)


def line(wording: Wording, which: PackLine) -> str:
    """Return the name of a line."""
    return _LINES[which](wording)


def offer_said(wording: Wording, offer: PackOffer) -> str:
    """Return what a line says, or its name where it has no words of its own."""
    if isinstance(offer.says, FirstTime):
        return first_said(wording, offer.says)
    if isinstance(offer.says, PackLine):
        says = line(wording, offer.says)
    else:
        says = _own_said(wording, offer, wording.own(offer.says))
    why = names_another_child(wording) if offer.about_sibling else ""
    return wording.line_of((says, wording.day(offer.day) if offer.day else "", why))


def _own_said(wording: Wording, offer: PackOffer, words: str) -> str:
    """Return the family's own words, with what they are, and who said how it is or feels."""
    if offer.line is None:
        return words
    if offer.line is PackLine.CELEBRATIONS:
        return wording.text("“{words}”", words=words)
    if offer.by and offer.line is PackLine.SURE:
        who = wording.own(offer.by)
        return wording.text("How sure {helper} feels: {strategy}", helper=who, strategy=words)
    if offer.by:
        who = wording.own(offer.by)
        return wording.text("How it is for {helper}: {routine}", helper=who, routine=words)
    return wording.text("{label}: {words}", label=line(wording, offer.line), words=words)


def birthday_said(wording: Wording, pack: Pack, told: ThirdBirthday) -> tuple[str, ...]:
    """Return the days around the third birthday, and perhaps the question about staying longer."""
    name = capitalized(words.child_said(wording, pack.pronoun, pack.child))
    meeting = (
        wording.text("Our transition meeting is on {day}.", day=wording.day(told.meeting))
        if told.meeting
        else wording.text("Our transition meeting has no date yet.")
    )
    days = (
        wording.text("{child} turns three on {day}.", child=name, day=wording.day(told.birthday)),
        wording.text(
            "The transition meeting comes by {day}, at least 90 days before.",
            day=wording.day(told.conference_by),
        ),
        meeting,
    )
    asked = wording.text(
        "We ask: some states let families stay in early intervention until the child is five."
        " Can we?"
    )
    return (*days, asked) if pack.ask_longer else days


def then_on(wording: Wording, day: str) -> str:
    """Return when the child stood at a step of a ladder at first: "Before, Mar 18"."""
    return wording.text("Before, {day}", day=day)


def now_on(wording: Wording, day: str) -> str:
    """Return when somebody last looked at a ladder, which may be long ago, with its step."""
    return wording.text("Last looked at, {day}", day=day)


def written_until(wording: Wording, pack: Pack) -> str:
    """Return that numbers end before the pack does, as nothing was written later; or nothing."""
    if pack.written_until is None:
        return ""
    day = wording.day(pack.written_until)
    return wording.text("Written down until {day}. The numbers end there.", day=day)


def change_said(wording: Wording, step: StepInPack) -> str:
    """Return what happened to a plan and when, with the new words where there are any."""
    named = words.step_kind(wording, step.step)
    day = wording.day(step.day)
    said = (
        wording.text("{step} on {day}, at the visit", step=named, day=day)
        if step.at_visit
        else wording.text("{step} on {day}", step=named, day=day)
    )
    if not step.what:
        return said
    return wording.text("{label}: {words}", label=said, words=wording.own(step.what))


def feeling_of(wording: Wording, told: FeelingInPack) -> str:
    """Return who said it, where that has a name, and of what."""
    return wording.line_of((wording.own(told.by), wording.own(told.name)))


def feeling_question(wording: Wording, told: FeelingInPack) -> str:
    """Return what was asked."""
    return plan.sure_question(wording) if told.sure else plan.routine_question(wording)


def feeling_said(wording: Wording, told: FeelingInPack) -> str:
    """Return each answer with its day, and what the levels mean."""
    days = "; ".join(
        wording.text("{day}: {level}", day=wording.short_day(day), level=wording.number(level))
        for day, level in told.said
    )
    return wording.line_of((plan.feeling_scale(wording, sure=told.sure), days))


def chart_span(wording: Wording, span: Span) -> str:
    """Return what each bar of a chart is."""
    match span:
        case Span.WEEK:
            return wording.text("Week by week")
        case Span.MONTH:
            return wording.text("Month by month")
        case Span.YEAR:
            return wording.text("Year by year")
        case _:
            assert_never(span)


def foot(wording: Wording, pack: Pack) -> str:
    """Return what stands at the foot of each page: of whom it is, the days, and what it is not."""
    return wording.line_of(
        (
            wording.own(pack.child),
            wording.text("Example family") if pack.example else "",
            wording.between(*pack.period),
            wording.text("printed on {day}", day=wording.day(pack.printed)),
            no_assessment(wording),
        )
    )


_MISSING: Mapping[Missing, Callable[[Wording, Pronoun], str]] = {
    Missing.ABOUT: lambda w, who: w.text("words about {child}", child=words.child_said(w, who)),
    Missing.ANSWERS: lambda w, _: w.text("an answer to one of the questions"),
    Missing.OUTCOMES: lambda w, _: w.text("an outcome"),
    Missing.STRATEGIES: lambda w, _: w.text("a strategy"),
    Missing.ENTRIES: lambda w, _: w.text("something written in these days"),
}


def missing_said(wording: Wording, missing: Sequence[Missing], who: Pronoun) -> str:
    """Return that a pack would be empty, and what it lacks."""
    if not missing:
        return wording.text("Nothing would be on the page. Choose something.")
    return nothing_yet(wording, [_MISSING[one](wording, who) for one in missing])


def book_missing(wording: Wording) -> str:
    """Return that there is nothing for a book, and what it takes."""
    agreed = wording.text("what was agreed at a visit")
    things = (wording.text("a note"), agreed, wording.text("a photo"))
    return nothing_yet(wording, things)


def nothing_yet(wording: Wording, missing: Sequence[str]) -> str:
    """Return that there is nothing to print yet, and what is missing."""
    things = wording.list_of(missing)
    return wording.text("There is nothing to print yet. What is missing: {things}.", things=things)


def pages_said(wording: Wording, kind: PackKind, pages: int) -> str:
    """Return what is to be known of how long a pack is, or nothing."""
    if kind is PackKind.REVIEW or pages <= SHORT_HISTORY:
        return ""
    return wording.count(
        "This takes {n} page. Two are easier to read: take something out, or keep it all.",
        "This takes {n} pages. Two are easier to read: take something out, or keep it all.",
        pages,
    )
