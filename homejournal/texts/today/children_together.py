"""What is said of several children at once: whom a step was for."""

from collections.abc import Sequence
from datetime import date

from homejournal.domain.records.practices import LeftOutReason
from homejournal.texts import labels
from homejournal.texts.wording import Wording

_MOST_NAMES = 3
_MOST_DAYS = 6


def whom(wording: Wording, names: Sequence[str], *, everybody: bool) -> str:
    """Return for whom a step was: a few names, or everybody, or how many children."""
    if len(names) > _MOST_NAMES:
        if everybody:
            return wording.text("everybody")
        return wording.count("{n} child", "{n} children", len(names))
    return wording.list_of(names)


def left_out_said(
    wording: Wording, names: Sequence[str], reason: LeftOutReason, *, everybody: bool
) -> str:
    """Return the words of the step that leaves days of several children out."""
    return wording.text(
        "Left out for {whom}: {reason}",
        whom=whom(wording, names, everybody=everybody),
        reason=labels.reason(wording, reason),
    )


def held_said(wording: Wording, days: Sequence[date]) -> str:
    """Return on which days something was done, and that leaving them out changes nothing of it."""
    named = [wording.day(day) for day in days[:_MOST_DAYS]]
    more = len(days) - len(named)
    if more:
        named.append(wording.count("{n} more day", "{n} more days", more))
    return wording.text(
        "What you wrote down on {days} stays and still counts.", days=wording.list_of(named)
    )


def not_today_said(wording: Wording, strategy: str, names: Sequence[str]) -> str:
    """Return the words of the step that says "not today" for several children."""
    return wording.text(
        "{strategy}: not today for {whom}",
        strategy=wording.own(strategy),
        whom=whom(wording, names, everybody=False),
    )


def did_it_said(wording: Wording, strategy: str, names: Sequence[str]) -> str:
    """Return the words of the step that says that several children did it."""
    return wording.text(
        "{strategy}: did it, for {whom}",
        strategy=wording.own(strategy),
        whom=whom(wording, names, everybody=False),
    )


def nothing_planned(wording: Wording, names: Sequence[str]) -> str:
    """Return who has nothing planned that day."""
    return wording.text("Nothing is planned that day for {whom}.", whom=wording.list_of(names))


def note_said(wording: Wording, names: Sequence[str]) -> str:
    """Return the words of the step that writes a note for several children."""
    said = whom(wording, names, everybody=False)
    return wording.text("Note saved for {whom}", whom=said)
