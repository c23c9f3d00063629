"""What is said of copies: when they were made, what they hold, what lacks, and a second place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import assert_never

from homejournal.domain.errors import DiskFullError, PhotosNoRoomError
from homejournal.domain.records.media_and_papers import MediaFault, MediaTrouble
from homejournal.domain.records.revisions import Revision
from homejournal.domain.safe.backups import Backup, NoSecondCopyReason, Place
from homejournal.domain.safe.copy_comparison import (
    ALL_WHOLE,
    CopySummary,
    Counts,
    RestoredMedia,
    counts_of,
)
from homejournal.domain.sharing.cloud_folders import Carrier
from homejournal.texts.error_texts import explain
from homejournal.texts.wording import Wording

_MOST_NAMES = 10
_DAY = timedelta(days=1)


def media_sound(wording: Wording, kept: int) -> str:
    """Return the sentence where all pictures and hand-outs lie there as they were kept."""
    return wording.count(
        "{n} picture or hand-out was read, too. It is as it was kept.",
        "{n} pictures and hand-outs were read, too. They are as they were kept.",
        kept,
    )


def media_faults(wording: Wording, faults: Sequence[MediaFault]) -> tuple[str, ...]:
    """Return a sentence with the names for each kind of thing that is wrong."""
    told = ((what, [fault.name for fault in faults if fault.what is what]) for what in MediaTrouble)
    return tuple(_said(wording, what, names) for what, names in told if names)


def media_gone(wording: Wording, media: RestoredMedia) -> tuple[str, ...]:
    """Return a sentence on what is whole neither here nor in a copy, or nothing."""
    if not media.gone:
        return ()
    said = wording.count(
        "{n} photo or hand-out is whole neither here nor in a copy that could be read: {names}.",
        "{n} photos and hand-outs are whole neither here nor in a copy that could be read:"
        " {names}.",
        len(media.gone),
        names=_listed(wording, sorted(media.gone.values())),
    )
    return (said,)


def _said(wording: Wording, what: MediaTrouble, names: Sequence[str]) -> str:
    count, listed = len(names), _listed(wording, names)
    match what:
        case MediaTrouble.MISSING:
            return wording.count(
                "{n} picture or hand-out is not in the journal’s folder: {names}. A copy on a stick"
                " or another computer may have it: press “Bring back from a copy…” under “Keep it"
                " safe”.",
                "{n} pictures and hand-outs are not in the journal’s folder: {names}. A copy on a"
                " stick or another computer may have them: press “Bring back from a copy…” under"
                " “Keep it safe”.",
                count,
                names=listed,
            )
        case MediaTrouble.CHANGED:
            return wording.count(
                "{n} picture or hand-out is damaged: {names}. It is not shown. A copy on a stick or"
                " another computer may have it whole: press “Bring back from a copy…” under “Keep"
                " it safe”. If none has it, you can add it again.",
                "{n} pictures and hand-outs are damaged: {names}. They are not shown. A copy on a"
                " stick or another computer may have them whole: press “Bring back from a copy…”"
                " under “Keep it safe”. If none has them, you can add them again.",
                count,
                names=listed,
            )
        case MediaTrouble.UNREADABLE:
            return wording.count(
                "{n} picture or hand-out cannot be read: {names}. Check that you may read the"
                " folder, and that the disk is well.",
                "{n} pictures and hand-outs cannot be read: {names}. Check that you may read"
                " the folder, and that the disk is well.",
                count,
                names=listed,
            )
        case _:
            assert_never(what)


def _listed(wording: Wording, names: Sequence[str]) -> str:
    """Return the names, of many of them the first ones and how many more."""
    shown = wording.text(", ").join(wording.own(name) for name in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return shown
    # Translators: a list of names that ends early
    return wording.count("{names} and {n} more", "{names} and {n} more", more, names=shown)


def moment_said(wording: Wording, moment: datetime) -> str:
    """Return a day and a time of the clock, in the time of this computer."""
    here = moment.astimezone()
    return wording.text(
        "{day} at {time}", day=wording.full_day(here.date()), time=wording.time(here.time())
    )


def copied_said(
    wording: Wording, copies: Sequence[Backup], today: date, *, whole: bool = True
) -> str:
    """Return when the newest copy here was made; each was read whole before it counts.

    Unless all photos are `whole`, it does not say that all is well.
    """
    text = wording.text
    if not copies:
        return wording.line_of((text("No copy here yet"), text("one is made soon")))
    made = copies[0].made.astimezone()
    time = wording.time(made.time())
    if made.date() < today - _DAY:
        said = text("Last copied on {day}", day=wording.day(made.date()))
        return wording.line_of((said, text("one is made soon")))
    if made.date() < today:
        said = text("Copied yesterday at {time}", time=time)
    else:
        said = text("Copied today at {time}", time=time)
    return wording.line_of((said, text("everything reads well") if whole else ""))


def where_copies_are(wording: Wording, here: int, place: "PlaceState") -> str:
    """Return in a few words how many copies are here, and how it is elsewhere."""
    text = wording.text
    if not here and place is PlaceState.NONE:
        return text("None yet")
    count = wording.count("{n} copy on this computer", "{n} copies on this computer", here)
    if not here:
        count = text("No copy on this computer")
    told = {
        PlaceState.NONE: text("none elsewhere"),
        PlaceState.AWAY: text("the second place is not there today"),
        PlaceState.EMPTY: text("none at the second place yet"),
        PlaceState.HOLDS: text("some at the second place"),
    }
    return wording.line_of((count, told[place]))


class PlaceState(Enum):
    """Whether there is a second place, and copies there."""

    NONE = "none"
    AWAY = "away"
    EMPTY = "empty"
    HOLDS = "holds"


def how_copies_are_made(wording: Wording) -> str:
    """Return when copies are made, and that each is read."""
    return wording.text(
        "A copy is made once a day and before big changes, and read back. Older ones go"
        " little by little."
    )


def copy_line(wording: Wording, copy: Backup) -> str:
    """Return the line of a copy in a list."""
    made = moment_said(wording, copy.made)
    more = wording.text("from before an update of homejournal") if copy.before_update else ""
    place = wording.text("at the second place") if copy.place is Place.SECOND else ""
    return wording.line_of((made, more, place))


def counts_said(wording: Wording, counts: Counts) -> tuple[str, ...]:
    """Return days and what was written on them; what there is none of is left out."""
    days = (wording.count("{n} day", "{n} days", counts.days),) if counts.days else ()
    return (*days, *_kinds_said(wording, counts)) or _others_said(wording, counts)


def _kinds_said(wording: Wording, counts: Counts) -> tuple[str, ...]:
    photos = len(counts.media)
    told = (
        wording.count("{n} entry", "{n} entries", counts.entries) if counts.entries else "",
        wording.count("{n} note", "{n} notes", counts.notes) if counts.notes else "",
        wording.count("{n} photo or hand-out", "{n} photos and hand-outs", photos)
        if photos
        else "",
    )
    return tuple(one for one in told if one)


def _others_said(wording: Wording, counts: Counts) -> tuple[str, ...]:
    others = counts.records - counts.entries - counts.notes - len(counts.media)
    if others <= 0:
        return ()
    return (wording.count("{n} other thing", "{n} other things", others),)


def holds_said(wording: Wording, look: CopySummary) -> str:
    """Return whose journal a copy is, from which days, and how much it holds."""
    names = wording.list_of([wording.own(name) for name in look.children])
    whose = wording.text("The journal of {names}", names=names) if names else ""
    days = wording.between(look.first, look.last) if look.first and look.last else ""
    holds = wording.list_of(counts_said(wording, look.holds)) or wording.text("nothing yet")
    return wording.line_of((whose, days, holds))


def brings_said(wording: Wording, look: CopySummary) -> str:
    """Return what would come back from a copy, and what lies whole nowhere."""
    return " ".join((_brings(wording, look), *media_gone(wording, look.media)))


def _brings(wording: Wording, look: CopySummary) -> str:
    things = wording.list_of(_things(wording, look.brings, look.media))
    if things:
        return wording.text("These are not in your journal and come back: {things}.", things=things)
    if look.missing:
        return wording.text("It holds earlier versions that your journal has not. They come back.")
    if look.deleted:
        return wording.text("All entries that were not deleted are in your journal already.")
    if look.refused:
        return wording.count(
            "All that it holds is in your journal already, but for {n} thing that was deleted for"
            " good. It stays deleted.",
            "All that it holds is in your journal already, but for {n} things that were deleted for"
            " good. They stay deleted.",
            look.refused,
        )
    if look.media.gone:
        return wording.text("All entries that it holds are in your journal already.")
    return wording.text("All that it holds is in your journal already.")


def _things(wording: Wording, counts: Counts, media: RestoredMedia) -> tuple[str, ...]:
    return counts_said(wording, replace(counts, media=counts.media.union(media.back)))


def deleted_said(wording: Wording, deleted: Sequence[Revision]) -> str:
    """Return the question whether deleted things come back, too, and what they are."""
    counts = counts_of(deleted)
    kinds = (*_kinds_said(wording, counts), *_others_said(wording, counts))
    return wording.count(
        "Also bring back {n} thing that was deleted since: {things}",
        "Also bring back {n} things that were deleted since: {things}",
        len(deleted),
        things=wording.list_of(kinds),
    )


def restored_said(
    wording: Wording, counts: Counts, media: RestoredMedia = ALL_WHOLE, refused: int = 0
) -> str:
    """Return what was restored, what is whole nowhere, and what was deleted for good."""
    return " ".join((_restored(wording, counts, media, refused), *media_gone(wording, media)))


def _restored(wording: Wording, counts: Counts, media: RestoredMedia, refused: int) -> str:
    things = wording.list_of(_things(wording, counts, media))
    if things:
        return wording.text(
            "This came back: {things}. Nothing of what is here was changed.", things=things
        )
    if refused:
        return wording.count(
            "Nothing came back. {n} thing in this copy was deleted for good, and stays deleted.",
            "Nothing came back. {n} things in this copy were deleted for good, and stay deleted.",
            refused,
        )
    if media.gone:
        return wording.text("Nothing came back.")
    return wording.text("Nothing was missing. Your journal is as it was.")


def repair_first_said(wording: Wording) -> str:
    """Return that a damage was found here, which a copy alone does not mend."""
    return wording.text(
        "Something in your journal here is damaged. Repair the journal first: that brings it back"
        " from its copies, too."
    )


def no_copy_but_sealed(wording: Wording) -> str:
    """Return where a sealed file goes that was chosen as a copy."""
    return wording.text(
        "This is not a copy, but a sealed file from another computer or home. Add it under"
        " “Keep it safe”, “Add a file from another computer…”."
    )


def no_copy_but_written(wording: Wording) -> str:
    """Return where a file with all that is written goes that was chosen as a copy."""
    return wording.text(
        "This is not a copy, but perhaps a file with all that is written. Choose it under “Keep"
        " it safe”, “Import a file…”."
    )


def other_journal_said(wording: Wording, look: CopySummary) -> str:
    """Return the warning before a copy of another journal; after a move even ours are such."""
    if look.same_child:
        return wording.text(
            "This copy is from another journal of the same child: yours from before a move, or"
            " another home’s. What is here stays. The rest is added."
        )
    return wording.text(
        "This is a copy of another journal. If you bring it back, both are joined in this one."
    )


def not_whole_said(wording: Wording) -> str:
    """Return that a copy is damaged, and what still comes back."""
    return wording.text("This copy is damaged. What can still be read in it comes back.")


def needs_none_said(wording: Wording) -> str:
    """Return that the example family needs no second place."""
    return wording.text("The example family needs none.")


def none_go_there_said(wording: Wording) -> str:
    """Return what becomes of the second place where the password is taken away."""
    return wording.text("No new copies go to the second place then: they are always encrypted.")


def second_said(wording: Wording, folder: str, newest: Backup | None, *, there: bool) -> str:
    """Return where the second place is, and its newest copy; a stick may be elsewhere today."""
    place = wording.text("Second place: {folder}", folder=wording.own(folder))
    if not there:
        return wording.line_of((place, wording.text("It is not there today. That is fine.")))
    if newest is None:
        return wording.line_of((place, wording.text("No copy is there yet")))
    made = moment_said(wording, newest.made)
    return wording.line_of((place, wording.text("Newest copy: {moment}", moment=made)))


def no_second_said(wording: Wording) -> str:
    """Return what a second place is good for."""
    return wording.text(
        "If this computer breaks or is lost, only a copy elsewhere helps. A USB stick,"
        " another disk or a cloud folder will do."
    )


def lies_inside_said(wording: Wording) -> str:
    """Return that a place inside the journal's own folder is no second place."""
    return wording.text(
        "This folder is inside the journal’s own folder. Choose one on a USB stick, another"
        " disk, or in a cloud folder."
    )


def long_without_said(wording: Wording) -> str:
    """Return that for a week no copy could be made."""
    return wording.text(
        "For a week no copy of your journal could be made. Look at “Keep it safe” when you have a"
        " moment."
    )


def place_left_said(wording: Wording) -> str:
    """Return that a copy brought back made another journal of this one, without its place."""
    return wording.text(
        "The copy that you brought back has no second place on this computer. Choose yours once"
        " more under “Keep it safe”."
    )


def not_made_said(wording: Wording, why: str) -> str:
    """Return that a copy was not made, and why."""
    return wording.text("The last copy could not be made: {why}", why=why)


def not_since_said(wording: Wording, day: date) -> str:
    """Return since which day no copy could be made."""
    return wording.text("Since {day} no copy could be made.", day=wording.day(day))


def reserve_said(wording: Wording) -> str:
    """Return that the disk is full and a save went into the room that was held for it."""
    return wording.text(
        "The disk is nearly full. What you wrote is saved, in room that was held for it. Make some"
        " room on the disk soon."
    )


def carried_said(wording: Wording, carrier: Carrier) -> str:
    """Return the one sentence about it, with advice."""
    if carrier is Carrier.NETWORK:
        return wording.text(
            "Your journal is on a disk of another computer. Write in it on one computer at a"
            " time, or keep it on this one. “Keep it safe” shows how to share it."
        )
    return wording.text(
        "Your journal is in a folder that {name} carries to other computers. Write in it on one"
        " computer at a time, or keep it elsewhere. “Keep it safe” shows how to share it.",
        name=str(carrier),
    )


def away_said(wording: Wording) -> str:
    """Return that a place is not there to which somebody wanted to copy, and what helps."""
    return wording.text(
        "Your second place is not there today, so no copy went there. Your journal here is"
        " safe. Once it is there, press “Copy there now”."
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
        "Your second place {folder} is full, so not all could go there. Your journal here is"
        " safe. Make some room, then press “Copy there now”.",
        folder=wording.own(str(chosen)),
    )


def long_without_second_said(wording: Wording, why: NoSecondCopyReason) -> str:
    """Return that for a week not all could go to the second place, and why."""
    if why is NoSecondCopyReason.PLAIN:
        return wording.text(
            "Your journal has no password now, so no new copies go to your second place. Under"
            " “Keep it safe” you can set one, or choose to have no second place any more."
        )
    if why is NoSecondCopyReason.FULL:
        return wording.text(
            "For a week not all of your journal could go to your second place: it is full. Make"
            " some room there, or choose another place under “Keep it safe”."
        )
    if why is NoSecondCopyReason.READ_ONLY:
        return wording.text(
            "For a week no copy of your journal could go to your second place: it can only be read."
            " Look at “Keep it safe” when you have a moment."
        )
    return wording.text(
        "For a week no copy of your journal could go to your second place. Look at “Keep it safe”"
        " when you have a moment."
    )


def not_there_since_said(wording: Wording, day: date, why: NoSecondCopyReason) -> str:
    """Return since which day not all could go to the second place, and why."""
    if why is NoSecondCopyReason.FULL:
        return wording.text(
            "Since {day} not all could go there: the place is full. Make some room there, or choose"
            " another place.",
            day=wording.day(day),
        )
    if why is NoSecondCopyReason.READ_ONLY:
        return wording.text(
            "Since {day} no copy could go there: the place can only be read. A stick may have a"
            " small slider that locks it.",
            day=wording.day(day),
        )
    return wording.text("Since {day} no copy could go there.", day=wording.day(day))


def plain_there_said(wording: Wording, count: int) -> str:
    """Return that damaged copies lie there that anybody can read."""
    return wording.count(
        "{n} damaged copy at your second place is from before the password: anyone who finds it"
        " may read in it.",
        "{n} damaged copies at your second place are from before the password: anyone who finds"
        " them may read in them.",
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
