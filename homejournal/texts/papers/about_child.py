"""What is said about our child: the page to print, and a journal that is put away."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import assert_never

from homejournal.domain.papers.about_child import AboutChild, AboutSheet, StrategyInShort
from homejournal.domain.records.children import Child, Pronoun
from homejournal.domain.sentences.values import AgeInMonths
from homejournal.texts.day_page import capitalized
from homejournal.texts.labels import child_said
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording, languages, wording_of


class Why(StrEnum):
    """What may have happened. It only chooses the sentence that is shown, and is not kept."""

    THREE = "three"
    MOVED = "moved"
    HOME = "home"
    DIED = "died"


def why_said(wording: Wording, why: Why) -> str:
    """Return what may have happened, in few words."""
    match why:
        case Why.THREE:
            return wording.text("Turned three")
        case Why.MOVED:
            return wording.text("Moved")
        case Why.HOME:
            return wording.text("Home again with family")
        case Why.DIED:
            return wording.text("Died")
        case _:
            assert_never(why)


def kind_words(wording: Wording, why: Why | None, child: Child) -> str:
    """Return a kind sentence that fits what happened, or what putting away means."""
    name = wording.own(child.name)
    match why:
        case None:
            return wording.text(
                "Nothing is deleted. You can read, change and print everything, and take the"
                " journal out again."
            )
        case Why.THREE:
            return wording.text(
                "Three years old: what a way you came together. All you wrote about {child} stays"
                " here to look back on.",
                child=name,
            )
        case Why.MOVED:
            return wording.text(
                "All the best to {child}. A pack or the book can go along, now or later.",
                child=name,
            )
        case Why.HOME:
            return wording.text(
                "What you wrote can go home with {child}: as a pack or as a book, now or later.",
                child=name,
            )
        case Why.DIED:
            return wording.text(
                "We are so sorry. All you wrote about {child} stays here, for as long as you want"
                " to keep it. Nothing here will ask or remind you.",
                child=name,
            )
        case _:
            assert_never(why)


def put_away_title(wording: Wording, child: Child) -> str:
    """Return the heading of the quiet page."""
    return wording.text("The journal of {child} is put away", child=wording.own(child.name))


_PARTS: Mapping[str, Callable[[Wording, Pronoun, str], str]] = {
    "strengths": lambda w, *_: w.text("Strengths"),
    "interests": lambda w, *_: w.text("Likes and interests"),
    "helps": lambda w, *_: w.text("What helps"),
    "needs": lambda w, who, child: w.text_about(
        who, "What {child} needs", child=child_said(w, who, child)
    ),
    "hard": lambda w, *_: w.text("What is hard"),
    "routines": lambda w, *_: w.text("Favorite routines"),
    "surname": lambda w, *_: w.text("Last name"),
    "age": lambda w, *_: w.text("The age"),
    "words": lambda w, who, child: w.text(
        "How we like to talk about {child}", child=child_said(w, who, child)
    ),
    "communicates": lambda w, who, child: w.text_about(
        who, "How {child} communicates", child=child_said(w, who, child)
    ),
    "photo": lambda w, *_: w.text("The photo"),
    "suggested": lambda w, *_: w.text("Who suggested it"),
    "strategies": lambda w, *_: w.text("What we do now"),
}
_HINTS: Mapping[str, Callable[[Wording, Pronoun], str]] = {
    "strengths": lambda w, who: w.text_about(
        who, "What your child does well, and what makes you smile."
    ),
    "interests": lambda w, _: w.text("Toys, songs, people, places, food."),
    "helps": lambda w, _: w.text("What you do that makes a moment easier."),
    "needs": lambda w, who: w.text_about(who, "What your child needs from people around."),
    "hard": lambda w, _: w.text("Moments, places or sounds that are hard right now."),
    "routines": lambda w, _: w.text("The parts of the day that you both like."),
    "words": lambda w, _: w.text(
        "The words your family uses, such as “autistic” or “with autism”. They go at the "
        "top of the page."
    ),
}
_WAYS: tuple[Callable[[Wording], str], ...] = (
    lambda w: w.text("words"),
    lambda w: w.text("sounds"),
    lambda w: w.text("signs"),
    lambda w: w.text("pointing"),
    lambda w: w.text("looking"),
    lambda w: w.text("pictures"),
    lambda w: w.text("a device"),
)


def title(wording: Wording, who: Pronoun = Pronoun.NEITHER) -> str:
    """Return what the page about a child is called on the screen."""
    return about_title(wording, who)


def about_title(wording: Wording, who: Pronoun, child: str = "") -> str:
    """Return what is told about a child, by the name on papers."""
    return wording.text("About {child}", child=child_said(wording, who, child))


def part_name(wording: Wording, part: str, who: Pronoun = Pronoun.NEITHER, child: str = "") -> str:
    """Return what a part of the page is called; on papers with the child's name."""
    return _PARTS[part](wording, who, child)


def part_short(wording: Wording, part: str) -> str:
    """Return what a part is called where it is ticked, in few letters."""
    match part:
        case "words":
            return wording.text("Our words")
        case "communicates":
            return wording.text("Ways to communicate")
        case _:
            return part_name(wording, part)


def part_hint(wording: Wording, part: str, who: Pronoun = Pronoun.NEITHER) -> str:
    """Return what can be written in a part."""
    return _HINTS[part](wording, who)


def ways_offered(wording: Wording, own: tuple[str, ...]) -> tuple[str, ...]:
    """Return ways of communicating to choose from: the child's own first, then usual ones.

    A usual one that was chosen in another language is offered once, as it is kept.
    """
    offered: dict[str, str] = {}
    for way in (*own, *(usual(wording) for usual in _WAYS)):
        offered.setdefault(way_said(wording, way).casefold(), way)
    return tuple(offered.values())


def way_said(wording: Wording, way: str) -> str:
    """Return a way of communicating: a usual one in this language, any other as it was written."""
    for usual in _WAYS:
        names = {usual(wording_of(language)).casefold() for language in languages()}
        if way.casefold() in names:
            said = usual(wording)
            return way if way.casefold() == said.casefold() else said
    return way


def ways_said(wording: Wording, ways: tuple[str, ...]) -> str:
    """Return the ways of communicating as one line: "Sounds, signs, pointing"."""
    told = dict.fromkeys(way_said(wording, way) for way in ways)
    return capitalized(wording.text(", ").join(wording.own(way) for way in told))


def age_said(wording: Wording, told: AboutChild) -> str:
    """Return the age, or nothing if no birthday is known."""
    return say(wording, AgeInMonths(*told.age)) if told.age else ""


def dates_said(wording: Wording, child: Child) -> str:
    """Return the birthday and the due date, as far as they are known."""
    born = wording.text("Born on {day}", day=wording.day(child.born)) if child.born else ""
    due = wording.text("due on {day}", day=wording.day(child.due)) if child.due else ""
    return capitalized(wording.line_of((born, due)))


def written_on(wording: Wording, day: date) -> str:
    """Return when the family wrote it."""
    return wording.text("Written on {day}", day=wording.day(day))


def sheet_title(wording: Wording, sheet: AboutSheet) -> str:
    """Return what the page is called."""
    return about_title(wording, sheet.pronoun, sheet.child)


def sheet_photo(wording: Wording, sheet: AboutSheet) -> str:
    """Return what a screen reader says of the photo."""
    child = child_said(wording, sheet.pronoun, sheet.child)
    return wording.text("A photo of {child}", child=child)


def sheet_age(wording: Wording, sheet: AboutSheet) -> str:
    """Return the age with the day of which it is: "20 months on June 7, 2026"; or nothing."""
    if sheet.age is None:
        return ""
    day = wording.day(sheet.dated)
    return wording.text("{age} on {day}", age=say(wording, sheet.age), day=day)


def sheet_lead(wording: Wording, sheet: AboutSheet) -> str:
    """Return who wrote the page, when, and what it is not."""
    if sheet.written is None:
        return wording.text("Written by the family. Not an assessment.")
    if sheet.age is not None:
        return wording.text("Written by the family on that day. Not an assessment.")
    day = wording.day(sheet.written)
    return wording.text("Written by the family on {day}. Not an assessment.", day=day)


def strategy_line(wording: Wording, one: StrategyInShort) -> str:
    """Return in which routines a strategy lives, and who suggested it."""
    places = wording.text(", ").join(wording.own(name) for name in one.routines)
    return wording.line_of((places, say(wording, one.suggested) if one.suggested else ""))


def as_written(wording: Wording) -> str:
    """Return that what the family wrote is in the family's own language."""
    return wording.text("What the family wrote is left as it was written.")


def pages_needed(wording: Wording, pages: int) -> str:
    """Return that it is more than one page and what can be done, or nothing if it is one."""
    if pages <= 1:
        return ""
    return wording.count(
        "This takes {n} page. Take something off, or write it shorter, for one page.",
        "This takes {n} pages. Take something off, or write it shorter, for one page.",
        pages,
    )
