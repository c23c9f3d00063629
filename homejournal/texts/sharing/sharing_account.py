"""The account of what leaves, the same for whoever begins to share and whoever joins; and whence.

Both sides read of the same things in the same words: who sends "1 child and 1 note" is read so.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.domain.sharing.outgoing_preview import Leaves
from homejournal.texts.safe.deleting_for_good import counted
from homejournal.texts.wording import Wording

_NAMES = frozenset({Kind.HOME, Kind.DEVICE})
"""What only gives a name to where something was written."""


def things_said(wording: Wording, counts: Mapping[Kind, int]) -> str:
    """Return how much there is of what, as one list; nothing where there is nothing."""
    told = {kind: number for kind, number in counts.items() if kind not in _NAMES}
    things = counted(wording, told)
    if any(counts.get(kind) for kind in _NAMES):
        # Translators: the end of a list, as in "1 child, 2 notes and the names of homes and
        # computers"
        things += (wording.text("the names of homes and computers"),)
    return wording.list_of(things)


def about_said(wording: Wording, children: Sequence[str]) -> str:
    """Return of which children something tells; nothing where it tells of none."""
    names = wording.list_of([wording.own(name) for name in children])
    return wording.text("About: {children}", children=names) if names else ""


def leaving_lines(
    wording: Wording, leaves: Leaves, audience: Audience, *, named: bool, lasting: bool
) -> tuple[str, ...]:
    """Return exactly what leaves, before it does; `staying_lines` says what stays.

    With `named` the names of the home or the computer go, which may not be written yet; `lasting`
    is a folder, into which what is written later goes, too.
    """
    text = wording.text
    names = {Kind.HOME: 1} if named else {}
    things = things_said(wording, {**leaves.things, **names})
    lines = (
        about_said(wording, leaves.children),
        text("This leaves: {things}", things=things)
        if things
        else text("Nothing is written here yet, so nothing leaves now."),
        _all_children(wording, lasting=lasting)
        if audience is Audience.OTHER_HOME
        else text("Your private notes go along: these are your own computers."),
        text("What is written here later leaves by itself, too.") if lasting else "",
    )
    return tuple(line for line in lines if line)


def staying_lines(wording: Wording, leaves: Leaves, audience: Audience) -> tuple[str, ...]:
    """Return what stays here, and that earlier words do."""
    text = wording.text
    replaced = text(
        "Only what stands now leaves. What you wrote before and changed, or deleted, stays."
    )
    if audience is Audience.OWN:
        return (replaced,)
    private = leaves.stays.get(Kind.PRIVATE_NOTE, 0)
    return (
        wording.count(
            "This stays here: {n} private note.", "This stays here: {n} private notes.", private
        )
        if private
        else text("Private notes never leave for another home."),
        text(
            "How sure you feel, how routines are for you, and what you prepare for reviews stay"
            " here, too. So do pages and packs that you handed over."
        ),
        replaced,
    )


def _all_children(wording: Wording, *, lasting: bool) -> str:
    if lasting:
        return wording.text(
            "All children of this journal are shared, also those that you add later. Do "
            "you want to keep one child out? Then don’t share through a folder. “Hand over "
            "one child’s journal…” makes a sealed file of one child alone."
        )
    return wording.text(
        "All children of this journal are in the file. “Hand over one child’s journal…” "
        "makes a file of one child alone."
    )


def both_ways(wording: Wording, audience: Audience) -> str:
    """Return to whoever joins a folder that something leaves here, too, and who reads it."""
    if audience is Audience.OWN:
        return wording.text(
            "Sharing goes both ways. What is in this journal goes into the folder, too, and every"
            " computer that shares it gets it. Nothing has left yet."
        )
    return wording.text(
        "Sharing goes both ways. What is in this journal goes into the folder, too, and the other"
        " home reads it. Nothing has left yet."
    )


def from_home(wording: Wording, home: str | None, through: date) -> str:
    """Return from which other home a file comes, and through which day it reaches."""
    if home is None:
        return wording.text(
            "It comes from another home and reaches through {day}.", day=wording.day(through)
        )
    return wording.text(
        "It comes from “{home}” and reaches through {day}.",
        home=wording.own(home),
        day=wording.day(through),
    )


def children_came(wording: Wording, home: str | None, children: Sequence[str]) -> str:
    """Return that another home brought children who were not in the journal before."""
    return wording.count(
        "A child from “{home}” is in your journal now, too: {children}.",
        "{n} children from “{home}” are in your journal now, too: {children}.",
        len(children),
        home=wording.own(home) if home else wording.text("another home"),
        children=wording.list_of([wording.own(name) for name in children]),
    )
