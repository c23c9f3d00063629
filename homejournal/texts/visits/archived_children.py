"""What is said where a family puts a child's journal away: kind words, no questions."""

from enum import StrEnum
from typing import assert_never

from homejournal.domain.records.children import Child
from homejournal.texts.wording import Wording


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
