"""What is said between two computers or two homes: what comes, what leaves, how sharing stands."""

from collections.abc import Mapping, Sequence
from datetime import date

from homejournal.domain.records.homes import Device, Home
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.incoming_preview import Coming
from homejournal.domain.sharing.outgoing import Audience, Pictures
from homejournal.texts.sharing.sharing_account import about_said, things_said
from homejournal.texts.wording import Wording


def audience_name(wording: Wording, audience: Audience) -> str:
    """Return whom something is for."""
    if audience is Audience.OWN:
        return wording.text("Your own computers")
    return wording.text("Another home")


def who_we_are(wording: Wording, home: Home | None, computer: Device | None) -> str:
    """Return what our home and this computer are called, also where one has no name yet."""
    names = (
        wording.own(one.name) if one else wording.text("no name yet") for one in (home, computer)
    )
    ours, this = names
    return wording.text("This home: {home}. This computer: {computer}.", home=ours, computer=this)


def coming_lines(wording: Wording, coming: Coming) -> tuple[str, ...]:
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
            "{n} entry stands in two versions then. Both are kept until you choose.",
            "{n} entries stand in two versions then. Both are kept until you choose.",
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


def nothing_came(wording: Wording, coming: Coming) -> str:
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
    """Return a sentence with what there is of each kind, or nothing where there is none."""
    things = things_said(wording, counts)
    return sentence.format(things=things) if things else ""


def covered(wording: Wording, home: str | None, through: date) -> str:
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


def pictures_said(wording: Wording, pictures: Pictures) -> tuple[str, ...]:
    """Return which photos and hand-outs are still on their way, or not whole in the folder."""
    coming = wording.count(
        "{n} photo or hand-out is not here yet. It comes by itself.",
        "{n} photos or hand-outs are not here yet. They come by themselves.",
        pictures.missing - pictures.spoiled,
    )
    spoiled = wording.count(
        "{n} photo or hand-out lies in the folder, but not whole. Open homejournal where it came"
        " from: it is written there again.",
        "{n} photos or hand-outs lie in the folder, but not whole. Open homejournal where they came"
        " from: they are written there again.",
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


def ending(wording: Wording) -> str:
    """Return what ending a sharing means, plainly."""
    return wording.text(
        "After this, nothing new goes to the folder or comes from it. What the others have stays"
        " with them; nobody can take it back. To share again, a new folder and a new key are made."
    )


def other_computer(wording: Wording, computer: str | None, through: date) -> str:
    """Return what another computer is called, and when it wrote last."""
    return wording.text(
        "{computer}, which wrote last on {day}",
        computer=wording.own(computer) if computer else wording.text("another computer"),
        day=wording.day(through),
    )


def letting_go(wording: Wording) -> tuple[str, ...]:
    """Return what it means that a computer is gone for good, plainly."""
    text = wording.text
    return (
        text(
            "Was a computer lost, or given away? What it wrote stays in your journal. Its files in"
            " the shared folder can go. All of it is then written there again as yours, but not"
            " what was deleted for good."
        ),
        text(
            "Can somebody else use that computer? They can still read what comes into the folder."
            " Then end this sharing, and share again through a new folder."
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
