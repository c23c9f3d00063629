"""What is said between two computers or two homes: what comes, what leaves, how sharing stands.

Both sides read of the same things in the same words: who sends "1 child and 1 note" is read so.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from homejournal.domain.records.people import Device, Home
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.incoming import IncomingPreview
from homejournal.domain.sharing.outgoing import Audience, MediaTransfer, OutgoingPreview
from homejournal.texts.safe.deleting_for_good import counted
from homejournal.texts.wording import Wording

_NAMES = frozenset({Kind.HOME, Kind.DEVICE})
"""What only gives a name to where something was written."""


def things_said(wording: Wording, counts: Mapping[Kind, int]) -> str:
    """Return how much there is of what, as one list; nothing if there is nothing."""
    told = {kind: number for kind, number in counts.items() if kind not in _NAMES}
    things = counted(wording, told)
    if any(counts.get(kind) for kind in _NAMES):
        # Translators: the end of a list, as in "1 child, 2 notes and the names of homes and
        # computers"
        things += (wording.text("the names of homes and computers"),)
    return wording.list_of(things)


def about_said(wording: Wording, children: Sequence[str]) -> str:
    """Return of which children something tells; nothing if it tells of none."""
    names = wording.list_of([wording.own(name) for name in children])
    return wording.text("About: {children}", children=names) if names else ""


def leaving_lines(
    wording: Wording, leaves: OutgoingPreview, audience: Audience, *, named: bool, lasting: bool
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
        text("What you write later leaves automatically.") if lasting else "",
    )
    return tuple(line for line in lines if line)


def staying_lines(wording: Wording, leaves: OutgoingPreview, audience: Audience) -> tuple[str, ...]:
    """Return what stays here, and that earlier words do."""
    text = wording.text
    replaced = text("Earlier versions and what you deleted stay here.")
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
            "How sure you feel, how routines are for you, and what you prepare for reviews stay,"
            " too. So do pages and packs that you handed over."
        ),
        replaced,
    )


def _all_children(wording: Wording, *, lasting: bool) -> str:
    if lasting:
        return wording.text(
            "All children are shared, also those you add later. For one alone, use “Hand over one"
            " child’s journal…”."
        )
    return wording.text(
        "All children are in it. For one alone, use “Hand over one child’s journal…”."
    )


def both_ways(wording: Wording, audience: Audience) -> str:
    """Return to whoever joins a folder that something leaves here, too, and who reads it."""
    if audience is Audience.OWN:
        return wording.text(
            "Sharing goes both ways: every computer that shares the folder gets this journal,"
            " too. Nothing has left yet."
        )
    return wording.text(
        "Sharing goes both ways: the other home reads this journal, too. Nothing has left yet."
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


def audience_name(wording: Wording, audience: Audience) -> str:
    """Return whom something is for."""
    if audience is Audience.OWN:
        return wording.text("Your own computers")
    return wording.text("Another home")


def our_names(wording: Wording, *places: Home | Device | None) -> list[str]:
    """Return what home and computer are called, or that one has no name yet."""
    nameless = wording.text("no name yet")
    return [wording.own(place.name) if place else nameless for place in places]


def who_we_are(wording: Wording, home: Home | None, computer: Device | None) -> str:
    """Return what our home and this computer are called, also where one has no name yet."""
    ours, this = our_names(wording, home, computer)
    return wording.text("This home: {home}. This computer: {computer}.", home=ours, computer=this)


def coming_lines(wording: Wording, coming: IncomingPreview) -> tuple[str, ...]:
    """Return what taking something in would change, one sentence a line."""
    text, count = wording.text, wording.count
    if coming.is_nothing:
        return (_all_here(wording, coming.refused),)
    lines = [
        about_said(wording, coming.children),
        _of(wording, text("New: {things}"), coming.new),
        count("On {n} day", "On {n} days", coming.days) if coming.days else "",
        _of(wording, text("Changed: {things}"), coming.changed),
        _of(wording, text("Deleted there, and then here: {things}"), coming.deleted),
        count(
            "{n} entry has two versions then. Both are kept until you choose.",
            "{n} entries have two versions then. Both are kept until you choose.",
            coming.differing,
        )
        if coming.differing
        else "",
        count(
            "{n} entry needs a newer homejournal. It is kept and shown after an update.",
            "{n} entries need a newer homejournal. They are kept and shown after an update.",
            coming.newer,
        )
        if coming.newer
        else "",
        count(
            "{n} thing in it was deleted for good here. It stays deleted.",
            "{n} things in it were deleted for good here. They stay deleted.",
            coming.refused,
        )
        if coming.refused
        else "",
    ]
    return tuple(line for line in lines if line)


def nothing_new_said(wording: Wording, coming: IncomingPreview) -> str:
    """Return what is said after a file was taken in that brought nothing."""
    nothing = wording.text("Nothing new came in.")
    return f"{nothing} {_all_here(wording, coming.refused)}"


def _all_here(wording: Wording, refused: int) -> str:
    if not refused:
        return wording.text("Everything in it is in your journal already.")
    return wording.count(
        "Everything in it is in your journal already, but for {n} thing that was deleted for good."
        " It stays deleted.",
        "Everything in it is in your journal already, but for {n} things that were deleted for"
        " good. They stay deleted.",
        refused,
    )


def _of(wording: Wording, sentence: str, counts: Mapping[Kind, int]) -> str:
    """Return a sentence with what there is of each kind, or nothing if there is none."""
    things = things_said(wording, counts)
    return sentence.format(things=things) if things else ""


def covered_through(wording: Wording, home: str | None, through: date) -> str:
    """Return through which day another home's entries are here."""
    return wording.text(
        "What “{home}” wrote is here through {day}.",
        home=wording.own(home) if home else wording.text("another home"),
        day=wording.day(through),
    )


def not_arrived(wording: Wording, batches: int, computer: str | None) -> str:
    """Return how much of a computer's has not arrived yet."""
    return wording.count(
        "{n} part of what {computer} wrote has not arrived yet. It comes by itself.",
        "{n} parts of what {computer} wrote have not arrived yet. They come by themselves.",
        batches,
        computer=wording.own(computer) if computer else wording.text("another computer"),
    )


def unread_said(wording: Wording, files: int) -> str:
    """Return that files in the folder do not read, as those that a sync program brings later."""
    return wording.count(
        "{n} file in the folder does not read yet. Your sync program may still be bringing it.",
        "{n} files in the folder do not read yet. Your sync program may still be bringing them.",
        files,
    )


def pictures_said(wording: Wording, pictures: MediaTransfer) -> tuple[str, ...]:
    """Return which photos and hand-outs are still on their way, or not whole in the folder."""
    coming = wording.count(
        "{n} photo or hand-out is not here yet. It comes by itself.",
        "{n} photos or hand-outs are not here yet. They come by themselves.",
        pictures.missing - pictures.spoiled,
    )
    spoiled = wording.count(
        "{n} photo or hand-out is in the folder, but not whole. Open homejournal where it came"
        " from: it is written there again.",
        "{n} photos or hand-outs are in the folder, but not whole. Open homejournal where they"
        " came from: they are written there again.",
        pictures.spoiled,
    )
    going = wording.count(
        "{n} photo or hand-out of yours is not in the folder yet. It follows once there is room.",
        "{n} photos or hand-outs of yours are not in the folder yet. They follow once there is"
        " room.",
        pictures.unsent,
    )
    told = (
        (coming, pictures.missing - pictures.spoiled),
        (spoiled, pictures.spoiled),
        (going, pictures.unsent),
    )
    return tuple(said for said, n in told if n)


def not_ours(wording: Wording, files: int) -> str:
    """Return that something in the folder comes from nobody who shares."""
    return wording.count(
        "{n} file in the shared folder was not written by one of your computers. It was put aside"
        " and not read.",
        "{n} files in the shared folder were not written by one of your computers. They were put"
        " aside and not read.",
        files,
    )


def seen_first(wording: Wording) -> str:
    """Return that nobody shares without knowing what."""
    return wording.text("No server is needed. You see what leaves before it does.")


def in_two_versions(wording: Wording, number: int) -> str:
    """Return that something waits to be settled."""
    return wording.count(
        "{n} entry has two versions. Both are kept. You can pick one or combine them.",
        "{n} entries have two versions. Both are kept. You can pick one or combine them.",
        number,
    )


def copies_found(wording: Wording, names: Sequence[str]) -> str:
    """Return that a sync program laid copies of the journal beside it."""
    return wording.count(
        "A sync program left {n} copy of your journal beside it. It may hold entries from another"
        " computer.",
        "A sync program left {n} copies of your journal beside it. They may hold entries from"
        " another computer.",
        len(names),
    )


def copies_unread(wording: Wording, entries: int) -> str:
    """Return that copies were joined of which not all reads; 0 where nobody knows how much."""
    if not entries:
        return wording.text(
            "Not all of a copy could be read. It is kept in the folder “quarantine”."
        )
    return wording.count(
        "{n} entry in a copy could not be read. The copy is kept in the folder “quarantine”.",
        "{n} entries in a copy could not be read. The copy is kept in the folder “quarantine”.",
        entries,
    )


def undo_with_folders(wording: Wording) -> str:
    """Return what Undo of a file takes back where folders are shared, and what it cannot."""
    return wording.text(
        "Undo takes it out of your shared folder, too. But what another computer took in meanwhile"
        " comes back from it."
    )


def ending_sharing_said(wording: Wording) -> str:
    """Return what ending a sharing means, plainly."""
    return wording.text(
        "Nothing new goes or comes after this. What the others have stays with them; nobody"
        " can take it back. Sharing again needs a new folder."
    )


def other_computer(wording: Wording, computer: str | None, through: date) -> str:
    """Return what another computer is called, and when it wrote last."""
    return wording.text(
        "{computer}, which wrote last on {day}",
        computer=wording.own(computer) if computer else wording.text("another computer"),
        day=wording.day(through),
    )


def removing_computer_said(wording: Wording) -> tuple[str, ...]:
    """Return what it means that a computer is gone for good, plainly."""
    text = wording.text
    return (
        text(
            "What it wrote stays in your journal. Its files in the shared folder go. All is"
            " written there again as yours, but not what was deleted for good."
        ),
        text(
            "Can somebody else use it? They can still read what comes into the folder. Then end"
            " this sharing, and share again through a new folder."
        ),
        text("If the computer comes back, it writes there again."),
    )


def gone_said(wording: Wording, computer: str | None) -> str:
    """Return that a computer's files are gone from the folder."""
    return wording.text(
        "What {computer} wrote is gone from the shared folder. It stays in your journal.",
        computer=wording.own(computer) if computer else wording.text("another computer"),
    )


def going_said(wording: Wording, computer: str | None) -> str:
    """Return that a computer's files go from the folder as soon as nothing is lost by it."""
    return wording.text(
        "What {computer} wrote goes from the folder once all of it is here.",
        computer=wording.own(computer) if computer else wording.text("another computer"),
    )
