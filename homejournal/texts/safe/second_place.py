"""What is said of a second place for copies, of cloud folders, and of copies without a password."""

from datetime import date
from pathlib import Path

from homejournal.domain.errors import DiskFullError, PhotosNoRoomError
from homejournal.domain.safe.backups import NotThere
from homejournal.domain.sharing.cloud_folders import Carrier
from homejournal.texts.error_texts import explain
from homejournal.texts.wording import Wording


def carried_said(wording: Wording, carrier: Carrier) -> str:
    """Return the one sentence about it, with advice."""
    if carrier is Carrier.NETWORK:
        return wording.text(
            "Your journal lies on a disk of another computer. Write in it on one computer at a"
            " time, or keep it on this one. “Keep it safe” shows how to share it."
        )
    return wording.text(
        "Your journal lies in a folder that {name} carries to other computers. Write in it on one"
        " computer at a time, or keep it elsewhere. “Keep it safe” shows how to share it.",
        name=str(carrier),
    )


def away_said(wording: Wording) -> str:
    """Return that a place is not there to which somebody wanted to copy, and what helps."""
    return wording.text(
        "Your second place is not there today, so no copy went there. Your journal here is safe."
        " Once the place is there again, press “Copy there now”."
    )


def not_copied_said(wording: Wording, failure: Exception, chosen: Path | None) -> str:
    """Return why not all went to the place that the family chose, and what helps.

    Where that place is full it is called as it was chosen; the journal's own disk may be full, too.
    """
    if isinstance(failure, DiskFullError) and chosen is not None:
        if isinstance(failure, PhotosNoRoomError):
            failure = PhotosNoRoomError(chosen)
        elif failure.path.is_relative_to(chosen):
            return _full_said(wording, chosen)
    return explain(wording, failure, in_window=False)


def _full_said(wording: Wording, chosen: Path) -> str:
    return wording.text(
        "Your second place {folder} is full, so not all could go there. Your journal here is safe."
        " Make some room there, then press “Copy there now”.",
        folder=wording.own(str(chosen)),
    )


def long_without_second_said(wording: Wording, why: NotThere) -> str:
    """Return that for a week not all could go to the second place, and why."""
    if why is NotThere.PLAIN:
        return wording.text(
            "Your journal has no password now, so no new copies go to your second place. Under"
            " “Keep it safe” you can set one, or choose to have no second place any more."
        )
    if why is NotThere.FULL:
        return wording.text(
            "For a week not all of your journal could go to your second place: it is full. Make"
            " some room there, or choose another place under “Keep it safe”."
        )
    if why is NotThere.READ_ONLY:
        return wording.text(
            "For a week no copy of your journal could go to your second place: it can only be read."
            " Look at “Keep it safe” when you have a moment."
        )
    return wording.text(
        "For a week no copy of your journal could go to your second place. Look at “Keep it safe”"
        " when you have a moment."
    )


def not_there_since_said(wording: Wording, day: date, why: NotThere) -> str:
    """Return since which day not all could go to the second place, and why."""
    if why is NotThere.FULL:
        return wording.text(
            "Since {day} not all could go there: the place is full. Make some room there, or choose"
            " another place.",
            day=wording.day(day),
        )
    if why is NotThere.READ_ONLY:
        return wording.text(
            "Since {day} no copy could go there: the place can only be read. A stick may have a"
            " small slider that locks it.",
            day=wording.day(day),
        )
    return wording.text("Since {day} no copy could go there.", day=wording.day(day))


def plain_there_said(wording: Wording, count: int) -> str:
    """Return that damaged copies lie there that anybody can read."""
    return wording.count(
        "{n} damaged copy at your second place is from before the password: whoever finds it may"
        " read in it.",
        "{n} damaged copies at your second place are from before the password: whoever finds them"
        " may read in them.",
        count,
    )


def plain_dropped_said(wording: Wording, gone: int, kept: int) -> str:
    """Return how many damaged copies went, and how to let the others go, too."""
    told = (
        wording.count("{n} damaged copy is removed.", "{n} damaged copies are removed.", gone)
        if gone
        else "",
        wording.count(
            "{n} stays: it holds something that your journal has not. Bring it back from there"
            " first, or delete the file yourself.",
            "{n} stay: they hold something that your journal has not. Bring it back from there"
            " first, or delete the files yourself.",
            kept,
        )
        if kept
        else "",
    )
    return " ".join(one for one in told if one)
