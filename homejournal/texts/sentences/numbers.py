"""The words of numbers and tries. Numbers belong to single times, or to days as a whole."""

from collections.abc import Mapping

from homejournal.domain.records.rating_scales import Better
from homejournal.domain.sentences import numbers as told
from homejournal.texts.labels import aim_said, amount
from homejournal.texts.sentences.more_detail import Words
from homejournal.texts.wording import Wording


def _sum(one: told.NumberSum, wording: Wording) -> str:
    total = amount(wording, one.total, one.unit)
    if one.at_least:
        return wording.text("at least {amount}, added up over the days", amount=total)
    return wording.text("{amount}, added up over the days", amount=total)


def _summary(one: told.NumberSummary, wording: Wording) -> str:
    median = amount(wording, one.median, one.unit)
    if one.low == one.high:
        return _alike(wording, one, median)
    low, high = wording.number(one.low), wording.number(one.high)
    if one.of_days:
        return wording.count(
            "middle value {median}, lowest {low}, highest {high}, on {n} day",
            "middle value {median}, lowest {low}, highest {high}, on {n} days",
            one.n,
            median=median,
            low=low,
            high=high,
        )
    return wording.count(
        "middle value {median}, lowest {low}, highest {high}, written down {n} time",
        "middle value {median}, lowest {low}, highest {high}, written down {n} times",
        one.n,
        median=median,
        low=low,
        high=high,
    )


def _alike(wording: Wording, one: told.NumberSummary, amount: str) -> str:
    if one.of_days:
        return wording.count(
            "{amount}, on {n} day", "always {amount}, on {n} days", one.n, amount=amount
        )
    return wording.count(
        "{amount}, written down {n} time",
        "always {amount}, written down {n} times",
        one.n,
        amount=amount,
    )


def _at_least(one: told.AtLeast, wording: Wording) -> str:
    return wording.count(
        "{n} day says only “at least”: a time is not written, so it is not in the middle value",
        "{n} days say only “at least”: a time is not written, so they are not in the middle value",
        one.days,
    )


def _direction(one: told.Direction, wording: Wording) -> str:
    if one.better is Better.LESS:
        return wording.text("here less is better")
    return wording.text("here more is better")


def _in_aim(one: told.InAim, wording: Wording) -> str:
    times, aim = wording.number(one.times), aim_said(wording, one.aim, one.unit)
    if one.of_days:
        return wording.count(
            "{times} of {n} day within our aim ({aim})",
            "{times} of {n} days within our aim ({aim})",
            one.of,
            times=times,
            aim=aim,
        )
    return wording.count(
        "{times} of {n} within our aim ({aim})",
        "{times} of {n} within our aim ({aim})",
        one.of,
        times=times,
        aim=aim,
    )


def _tries(one: told.TriesOf, wording: Wording) -> str:
    if not one.of:
        return wording.count(
            "nothing was offered, written down {n} time",
            "nothing was offered, written down {n} times",
            one.n,
        )
    return wording.count(
        "took {took} of {of} offered, written down {n} time",
        "took {took} of {of} offered, written down {n} times",
        one.n,
        took=wording.number(one.took),
        of=wording.number(one.of),
    )


NUMBER_WORDS: Mapping[type, Words] = {
    told.NumberSum: _sum,
    told.NumberSummary: _summary,
    told.AtLeast: _at_least,
    told.Direction: _direction,
    told.InAim: _in_aim,
    told.TriesOf: _tries,
}
"""The words of each of them; `say` asks here."""
