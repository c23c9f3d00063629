"""How a routine is for the family, and how sure it feels: five levels, their ends in words."""

from collections.abc import Sequence

from homejournal.domain.journal.feelings import LEVELS
from homejournal.texts.wording import Wording


def routine_question(wording: Wording) -> str:
    """Return the question about a routine."""
    return wording.text("How does this routine feel for us?")


def sure_question(wording: Wording) -> str:
    """Return the question of how sure somebody feels."""
    return wording.text("How sure do I feel doing this?")


def ends(wording: Wording, *, sure: bool) -> tuple[str, str]:
    """Return the words of the lowest and of the highest level."""
    if sure:
        return wording.text("not sure yet"), wording.text("very sure")
    return wording.text("very hard"), wording.text("very good")


def choices(wording: Wording, *, sure: bool) -> list[tuple[int, str]]:
    """Return the levels to choose from, the lowest and the highest with their words."""
    low, high = ends(wording, sure=sure)
    said = dict.fromkeys(LEVELS, "") | {LEVELS[0]: low, LEVELS[-1]: high}
    return [
        (level, wording.line_of((wording.number(level), words))) for level, words in said.items()
    ]


def said(wording: Wording, level: int, *, sure: bool) -> str:
    """Return a level in words: "4 of 5, where 5 is very good"."""
    return wording.text(
        "{level} of 5, where 5 is {best}",
        level=wording.number(level),
        best=ends(wording, sure=sure)[1],
    )


def scale(wording: Wording, *, sure: bool) -> str:
    """Return what the levels mean: "1 is very hard, 5 is very good"."""
    low, high = ends(wording, sure=sure)
    return wording.text("1 is {low}, 5 is {high}", low=low, high=high)


def replaces(wording: Wording, names: Sequence[str]) -> str:
    """Return the question that goes before a second answer in the same week."""
    return wording.text(
        "You already wrote this for {names} this week. Press Save once more to put the new answer"
        " in its place.",
        names=wording.list_of([wording.own(name) for name in names]),
    )
