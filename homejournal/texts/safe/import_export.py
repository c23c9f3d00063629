"""What is said where a journal, a part of it or a table leaves or comes in."""

from collections.abc import Callable, Mapping, Sequence

from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import MissingParts, Part
from homejournal.domain.sharing.table_import import (
    DayOrder,
    Meaning,
    TableRead,
    Unclear,
    UnclearRow,
    column_name,
)
from homejournal.domain.text_rules import folded
from homejournal.texts import labels
from homejournal.texts.passwords import none_here
from homejournal.texts.safe.deleting_for_good import counted
from homejournal.texts.safe.sharing import things_said
from homejournal.texts.wording import Wording, wording_of


def folders_moving(wording: Wording, ending: int, *, along: bool) -> tuple[str, ...]:
    """Return what becomes of shared folders where a journal moves to a new computer."""
    lines = []
    if along:
        lines.append(
            wording.text(
                "The folder that you share with your own computers goes on there: choose it when"
                " you take the file in."
            )
        )
    if ending:
        lines.append(
            wording.count(
                "{n} shared folder does not go along. Share again from the new computer, through a"
                " new folder.",
                "{n} shared folders do not go along. Share again from the new computer, through"
                " new folders.",
                ending,
            )
        )
    return tuple(lines)


def not_in_a_copy(wording: Wording, *, unlocked: bool, folders: int) -> tuple[str, ...]:
    """Return what does not come back with a copy, and what to do instead.

    `unlocked` is what had a password there and gets none here; `folders` were shared there.
    """
    told = [none_here(wording)] if unlocked else []
    if folders:
        told.append(
            wording.count(
                "{n} shared folder in this copy does not come back. Share again, through a new"
                " folder.",
                "{n} shared folders in this copy do not come back. Share again, through new"
                " folders.",
                folders,
            )
        )
    return tuple(told)


_Lines = Mapping[str, Callable[[Wording], str]]


def part_name(wording: Wording, part: Part) -> str:
    """Return what can go along in a copy that is handed over."""
    return _PARTS[part](wording)


def hand_over_lines(wording: Wording, counts: Mapping[Kind, int]) -> tuple[str, ...]:
    """Return exactly what a copy would hold, and what is never in one."""
    return (
        wording.text("This is in it: {things}", things=things_said(wording, counts)),
        wording.text(
            "Never in it: private notes, how sure you feel, and pages you handed over. Nor"
            " brothers and sisters, earlier versions, or what was deleted."
        ),
    )


def not_in_file(wording: Wording, number: int) -> str:
    """Return that a disk changed some entries, which are not in a file."""
    return wording.count(
        "{n} entry could not be read and is not in the file.",
        "{n} entries could not be read and are not in the file.",
        number,
    )


def photos_stay_said(wording: Wording, count: int) -> str:
    """Return that photos and hand-outs are not in a file of all that is written."""
    return wording.count(
        "{n} photo or hand-out is not in it: files of this kind hold what is written. A copy of the"
        " journal has it.",
        "{n} photos and hand-outs are not in it: files of this kind hold what is written. A copy of"
        " the journal has them.",
        count,
    )


def last_copy_said(wording: Wording, photos: int) -> str:
    """Return what a file holds that is saved before something goes for good, and what it lacks."""
    holds = wording.text("It holds the whole journal.")
    return " ".join(filter(None, (holds, last_copy_lacks(wording, photos))))


def last_copy_lacks(wording: Wording, photos: int) -> str:
    """Return which photos are not in such a file and what holds them, or nothing without any."""
    if not photos:
        return ""
    return wording.count(
        "{n} photo or hand-out is not in it. A copy that you keep at a second place has it. So has"
        " the file of “Move to a new computer…” under “Keep it safe”.",
        "{n} photos and hand-outs are not in it. A copy that you keep at a second place has them."
        " So has the file of “Move to a new computer…” under “Keep it safe”.",
        photos,
    )


def lacking_lines(wording: Wording, lacking: MissingParts) -> tuple[str, ...]:
    """Return what is not in a file though it was to be, one sentence a line."""
    photos = wording.count(
        "{n} photo or hand-out could not be read and is not in the file.",
        "{n} photos or hand-outs could not be read and are not in the file.",
        lacking.photos,
    )
    no_room = wording.count(
        "{n} picture or hand-out had no room in it. Copies at a second place hold them all.",
        "{n} pictures or hand-outs had no room in it. Copies at a second place hold them all.",
        lacking.no_room,
    )
    told = (
        (not_in_file(wording, lacking.entries), lacking.entries),
        (photos, lacking.photos),
        (no_room, lacking.no_room),
    )
    return tuple(said for said, number in told if number)


def mending_said(wording: Wording) -> str:
    """Return where the window mends what could not be read, before a file is made again."""
    return wording.text(
        "“Check and repair” under “Keep it safe” can help. Then save the file again."
    )


def mending_said_outside(wording: Wording) -> str:
    """Return which command mends what could not be read, before a file is made again."""
    return wording.text("The command “repair” can help. Then write the file again.")


def meaning_name(wording: Wording, meaning: Meaning) -> str:
    """Return what a column of a table can be."""
    return _MEANINGS[meaning](wording)


def order_name(wording: Wording, order: DayOrder) -> str:
    """Return the order of day, month and year with an example."""
    return _ORDERS[order](wording)


def usual_order(wording: Wording) -> DayOrder:
    """Return the order in which days are mostly written in a language."""
    return DayOrder.DAY_MONTH_YEAR if wording.day_before_month else DayOrder.MONTH_DAY_YEAR


def columns_known(wording: Wording) -> dict[str, Meaning]:
    """Return what columns mean by the names that people give them, by `column_name`.

    Many tables have English names, whatever is spoken at home.
    """
    return {
        column_name(name(spoken)): meaning
        for spoken in (wording_of("en"), wording)
        for meaning, names in _NAMES.items()
        for name in names
    }


def cells_known(wording: Wording) -> dict[RatingKind, dict[str, str]]:
    """Return whole cells that say how it went in words, as what would be typed for them."""
    yes, no = (line[:1] for line in (wording.text("y – did it"), wording.text("n – not today")))
    usual = {folded(said): yes for said in ("x", "✓", "✔", "ok", "true", wording.text("yes"))}
    usual |= {folded(said): no for said in ("false", "-", wording.text("no"))}
    known = {kind: dict(usual) for kind in RatingKind}
    for kind in (RatingKind.HELP, RatingKind.WENT):
        for level in levels_of(kind):
            known[kind][folded(labels.level(wording, kind, level))] = str(level)
    return known


def unclear_said(wording: Wording, row: UnclearRow) -> str:
    """Return why a row is not taken, with its number and the words of the cell."""
    why = _UNCLEAR[row.why](wording)
    said = wording.text("Row {number}: {why}", number=wording.number(row.number), why=why)
    if not row.cell:
        return said
    return wording.text("{said} – “{cell}”", said=said, cell=wording.own(row.cell[:60]))


def read_lines(wording: Wording, read: TableRead) -> tuple[str, ...]:
    """Return what a table would bring, if anything, and how many rows are not clear."""
    if not read.records and not read.unclear:
        return (wording.text("Everything in it is in your journal already."),)
    counts: dict[Kind, int] = {}
    for record in read.records:
        counts[kind_of(record)] = counts.get(kind_of(record), 0) + 1
    things = wording.list_of(counted(wording, counts))
    new = wording.text("New: {things}", things=things)
    lines = [new if things else wording.text("It brings nothing new.")]
    if read.days:
        lines.append(wording.count("On {n} day", "On {n} days", read.days))
    if read.unclear:
        lines.append(
            wording.count(
                "{n} row is not clear and stays out:",
                "{n} rows are not clear and stay out:",
                len(read.unclear),
            )
        )
    return tuple(lines)


def begins_earlier(wording: Wording, read: TableRead, names: Sequence[str]) -> str:
    """Return the offer to let plans begin as early as a table does."""
    first = min(read.before_plan.values())
    return wording.text(
        "Let the plan of {strategies} begin on {day}, so that these days count as planned",
        strategies=wording.list_of([wording.own(name) for name in names]),
        day=wording.day(first),
    )


_PARTS: _Lines = {
    Part.DAYS: lambda w: w.text("What was done on which day"),
    Part.NOTES: lambda w: w.text("Notes (private notes never)"),
    Part.VISITS: lambda w: w.text("Visits, and what was agreed"),
    Part.TEAM: lambda w: w.text("The people of the team, and how to reach them"),
    Part.ABOUT: lambda w: w.text("What you told about your child"),
    Part.LIFE_EVENTS: lambda w: w.text("Life events"),
    Part.PICTURES: lambda w: w.text("Photos and hand-outs"),
    Part.HELPERS: lambda w: w.text("The names of those who wrote"),
}
_MEANINGS: _Lines = {
    Meaning.NOTHING: lambda w: w.text("Leave out"),
    Meaning.DAY: lambda w: w.text("The day"),
    Meaning.STRATEGY: lambda w: w.text("The strategy"),
    Meaning.HOW: lambda w: w.text("Whether we did it, and how it went"),
    Meaning.NOTE: lambda w: w.text("A note"),
    Meaning.SLOT: lambda w: w.text("The time of day"),
    Meaning.WHO: lambda w: w.text("Who did it"),
}
_ORDERS: _Lines = {
    DayOrder.YEAR_MONTH_DAY: lambda w: w.text("Year, month, day: 2026-03-22"),
    DayOrder.MONTH_DAY_YEAR: lambda w: w.text("Month, day, year: 3/22/2026"),
    DayOrder.DAY_MONTH_YEAR: lambda w: w.text("Day, month, year: 22.3.2026"),
}
_NAMES: Mapping[Meaning, Sequence[Callable[[Wording], str]]] = {
    Meaning.DAY: (lambda w: w.text("Date"), lambda w: w.text("Day")),
    Meaning.STRATEGY: (lambda w: w.text("Strategy"), lambda w: w.text("What")),
    Meaning.HOW: (
        lambda w: w.text("Rating"),
        lambda w: w.text("How it went"),
        lambda w: w.text("Did it"),
        lambda w: w.text("Done"),
    ),
    Meaning.NOTE: (lambda w: w.text("Note"), lambda w: w.text("Notes"), lambda w: w.text("Words")),
    Meaning.SLOT: (lambda w: w.text("Time of day"), lambda w: w.text("Routine")),
    Meaning.WHO: (lambda w: w.text("Who"), lambda w: w.text("Name")),
}
_UNCLEAR: _Lines = {
    Unclear.NO_DAY: lambda w: w.text("this is not a date"),
    Unclear.NOT_YET: lambda w: w.text("this day is still to come"),
    Unclear.NO_STRATEGY: lambda w: w.text("there is no strategy with this name"),
    Unclear.ALIKE: lambda w: w.text("more than one has this name"),
    Unclear.HOW: lambda w: w.text("how it went is not clear"),
    Unclear.TOO_LONG: lambda w: w.text("this is too long, or no text"),
    Unclear.NOTHING_SAID: lambda w: w.text("nothing is said of this day"),
}
