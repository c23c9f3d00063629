"""The words of more detail: what a measure tells, and what it still needs."""

from collections.abc import Callable, Mapping
from typing import Any

from homejournal.domain.sentences import look_back as told
from homejournal.texts.wording import Wording

Words = Callable[[Any, Wording], str]
_MANY_TRIES = 30
"""Tries from which nobody would call them few."""


def _ups_and_downs(one: told.UpsAndDowns, wording: Wording) -> str:
    if not one.signal:
        return _both_signs(one, wording)
    signs = []
    if one.longest > one.longest_allowed:
        signs.append(
            wording.count(
                "{n} in a row is on one side of the middle",
                "{n} in a row are on one side of the middle",
                one.longest,
            )
        )
    if one.crossings < one.fewest_allowed:
        signs.append(_crossings(one.crossings, wording))
    signs_said = wording.list_of(signs)
    if one.weekly:
        return wording.text(
            "probably not just ups and downs of the weeks: {signs}", signs=signs_said
        )
    return wording.text("probably not just ups and downs: {signs}", signs=signs_said)


def _both_signs(one: told.UpsAndDowns, wording: Wording) -> str:
    """Return what was counted and nothing more: that nothing changed is never said."""
    row, crossed = wording.number(one.longest), wording.number(one.crossings)
    if one.weekly:
        return wording.text(
            "weeks in a row on one side of the middle: {row} at most; the middle crossed:"
            " {crossed}",
            row=row,
            crossed=crossed,
        )
    return wording.text(
        "numbers in a row on one side of the middle: {row} at most; the middle crossed: {crossed}",
        row=row,
        crossed=crossed,
    )


def _crossings(crossings: int, wording: Wording) -> str:
    if not crossings:
        return wording.text("they never cross the middle")
    return wording.count(
        "they cross the middle only {n} time", "they cross the middle only {n} times", crossings
    )


def _one_session(one: told.OneSession, wording: Wording) -> str:
    values = {
        "took": wording.number(one.took),
        "of": wording.number(one.of),
        "day": wording.day(one.day),
        "low": wording.number(one.low),
        "high": wording.number(one.high),
    }
    if one.of < _MANY_TRIES:
        return wording.text(
            "{took} of {of} on {day}. With so few tries the true rate could be anywhere from"
            " about {low} to {high} of 100",
            **values,
        )
    if one.low == one.high:
        return wording.text(
            "{took} of {of} on {day}. The true rate is about {low} of 100", **values
        )
    return wording.text(
        "{took} of {of} on {day}. The true rate could be anywhere from about {low} to {high}"
        " of 100",
        **values,
    )


def _later_is_better(one: told.LaterIsBetter, wording: Wording) -> str:
    values = {
        "day": wording.day(one.visit),
        "better": wording.number(one.better),
        "same": wording.number(one.same),
    }
    if not one.same:
        return wording.text(
            "each rating from before the visit on {day} makes a pair with each one since."
            " In about {better} of 10 pairs the later one was better",
            **values,
        )
    return wording.text(
        "each rating from before the visit on {day} makes a pair with each one since."
        " In about {better} of 10 pairs the later one was better, and in about {same} of 10"
        " the same",
        **values,
    )


def _needs_values(one: told.NeedsValues, wording: Wording) -> str:
    return wording.count(
        "{needed} numbers above or below the middle are needed; there is {n} so far",
        "{needed} numbers above or below the middle are needed; there are {n} so far",
        one.there,
        needed=wording.number(one.needed),
    )


def _needs_both_sides(one: told.NeedsBothSides, wording: Wording) -> str:
    return wording.text(
        "{needed} ratings before the visit and {needed} since it are needed;"
        " there are {before} and {since} so far",
        needed=wording.number(one.needed),
        before=wording.number(one.before),
        since=wording.number(one.since),
    )


def _needs_tries(one: told.NeedsTries, wording: Wording) -> str:
    return wording.count(
        "{n} try in one session is needed, such as one play time",
        "{n} tries in one session are needed, such as one play time",
        one.needed,
    )


MORE_WORDS: Mapping[type, Words] = {
    told.UpsAndDowns: _ups_and_downs,
    told.OneSession: _one_session,
    told.LaterIsBetter: _later_is_better,
    told.NeedsValues: _needs_values,
    told.NeedsBothSides: _needs_both_sides,
    told.NeedsTries: _needs_tries,
    told.NeedsVisit: lambda _, w: w.text("a visit in these days, with days before it, is needed"),
    told.NeedsDirection: lambda _, w: w.text(
        "this needs a plan that says if more or less is better"
    ),
    told.RatedInTwoWays: lambda _, w: w.text(
        "before and since the visit it was rated in two ways, so there are no pairs"
    ),
    told.OnlyWithoutFilter: lambda _, w: w.text("this is told only where no filter is on"),
}
"""The words of each sentence of more detail."""
