"""What is said before and after something is deleted for good, here or as another home asks."""

from collections.abc import Mapping, Sequence
from enum import Enum
from uuid import UUID

from homejournal.domain.journal.timeline import Entry, TimelineEntry, journal_row
from homejournal.domain.records.family import Family
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.safe.backups import Place
from homejournal.domain.safe.deleting_for_good import DeletionPreview, OldCopy, PurgeRequest, Thing
from homejournal.texts import timeline
from homejournal.texts.display_names import names_said
from homejournal.texts.safe.backups import moment_said
from homejournal.texts.versions import deleted_line
from homejournal.texts.wording import Wording


def things_said(wording: Wording, family: Family, leaving: DeletionPreview) -> list[str]:
    """Return the first things that go, each in a line, and how many more there are.

    Nothing if none of them is told by itself.
    """
    told = [_line(wording, family, thing) for thing in leaving.first]
    if told and leaving.more:
        told.append(wording.count("and {n} more", "and {n} more", leaving.more))
    return told


def asks_said(wording: Wording, homes: Sequence[str | None]) -> str:
    """Return that these homes ask to delete something; None is one whose name is not here."""
    if len(homes) > 1:
        return wording.text("Several homes ask to delete something here, too.")
    if homes[0] is None:
        return wording.text("Another home asks to delete something here, too.")
    return wording.text("“{home}” asks to delete something here, too.", home=wording.own(homes[0]))


def asks_where(wording: Wording) -> str:
    """Return where it is answered."""
    return wording.text("You find it under “Keep it safe”.")


def kept_here(wording: Wording) -> str:
    """Return that it stays, and is asked no more."""
    return wording.text("It stays here, and you are not asked about it again.")


def _line(wording: Wording, family: Family, thing: Thing) -> str:
    record = thing.record
    parts = (deleted_line(wording, family, record), _who(wording, family, record))
    line = wording.line_of((*parts, _whose(wording, family, record)))
    return line if thing.whole else wording.text("What it said before: {line}", line=line)


def _who(wording: Wording, family: Family, record: Record) -> str:
    """Return who wrote or did it; nothing of what is no entry."""
    if not isinstance(record, Entry):
        return ""
    return timeline.who(wording, journal_row(family, TimelineEntry(place=0, record=record)))


def _whose(wording: Wording, family: Family, record: Record) -> str:
    """Return the child that it is about, where there are several."""
    child = getattr(record, "child", None)
    strategy = getattr(record, "strategy", None)
    if child is None and isinstance(strategy, UUID) and strategy in family.strategies:
        child = family.strategies[strategy].child
    if len(family.children) > 1 and isinstance(child, UUID):
        return names_said(wording, family.children.values()).get(child, "")
    return ""


_ENTRIES = frozenset({Kind.PRACTICE, Kind.DAY_MARK})
_NOTES = frozenset({Kind.NOTE, Kind.PRIVATE_NOTE})
_PAGES = frozenset({Kind.PAGE, Kind.PACK})
_PEOPLE = frozenset({Kind.HELPER, Kind.TEAM_MEMBER})
_PLAN = frozenset({Kind.STRATEGY, Kind.PLAN_STEP, Kind.OUTCOME, Kind.ROUTINE, Kind.LADDER})
_NAMED = _ENTRIES | _NOTES | _PAGES | _PEOPLE | _PLAN | {Kind.MEDIA, Kind.VISIT, Kind.CHILD}
_OTHERS = frozenset(Kind) - _NAMED


class Going(Enum):
    """What can go for good."""

    ENTRY = "entry"
    CHILD = "child"
    PERSON = "person"
    BIN = "bin"
    ASKED = "asked"
    """What another home asks for."""
    EVERYTHING = "everything"


def title_of(wording: Wording, going: Going) -> str:
    """Return the title of the dialog that asks."""
    text = wording.text
    return {
        Going.ENTRY: text("Delete it for good"),
        Going.CHILD: text("Delete a child for good"),
        Going.PERSON: text("Delete a person for good"),
        Going.BIN: text("Empty the bin for good"),
        Going.ASKED: text("Delete it here, too"),
        Going.EVERYTHING: text("Delete the whole journal"),
    }[going]


def button_of(wording: Wording, going: Going) -> str:
    """Return the words of the button that opens the dialog."""
    return f"{title_of(wording, going)}…"


def chooser_of(wording: Wording, going: Going) -> str:
    """Return the name of the field in which one is chosen."""
    return wording.text("Which child?") if going is Going.CHILD else wording.text("Which person?")


def about(wording: Wording) -> str:
    """Return what deleting for good is, beside deleting."""
    return wording.text(
        "What you delete waits in the bin. What you delete for good never comes back into"
        " your journal. Older copies that still hold it are shown here."
    )


def counted(wording: Wording, counts: Mapping[Kind, int]) -> tuple[str, ...]:
    """Return how much there is of what, in words; what there is none of is left out."""
    count = wording.count
    found = (
        count("{n} child", "{n} children", n) if (n := _of(counts, {Kind.CHILD})) else "",
        count("{n} person", "{n} people", n) if (n := _of(counts, _PEOPLE)) else "",
        count("{n} part of the plan", "{n} parts of the plan", n)
        if (n := _of(counts, _PLAN))
        else "",
        count("{n} entry", "{n} entries", n) if (n := _of(counts, _ENTRIES)) else "",
        count("{n} note", "{n} notes", n) if (n := _of(counts, _NOTES)) else "",
        count("{n} visit", "{n} visits", n) if (n := _of(counts, {Kind.VISIT})) else "",
        count("{n} photo or hand-out", "{n} photos and hand-outs", n)
        if (n := _of(counts, {Kind.MEDIA}))
        else "",
        count("{n} page that was handed over", "{n} pages that were handed over", n)
        if (n := _of(counts, _PAGES))
        else "",
        count("{n} other thing", "{n} other things", n) if (n := _of(counts, _OTHERS)) else "",
    )
    return tuple(one for one in found if one)


def goes_said(wording: Wording, going: Going, leaving: DeletionPreview) -> str:
    """Return what goes."""
    things = wording.list_of(counted(wording, leaving.counts))
    if not things:
        return wording.text("There is nothing that could go.")
    if going is Going.PERSON:
        if Kind.TEAM_MEMBER in leaving.counts:
            return wording.text("The person’s name goes, with all that “Our team” says about them.")
        return wording.text("The person’s name goes.")
    return wording.text("This is deleted for good: {things}.", things=things)


def stays_said(wording: Wording, going: Going, leaving: DeletionPreview) -> str:
    """Return what stays, and why; empty if nothing has to be said of it."""
    if going is Going.CHILD:
        return wording.text(
            "People who write and your team stay: they belong to the whole journal."
        )
    if going is Going.ASKED:
        since = wording.text("What was written about it here since, and is not asked for, stays.")
        return f"{since} {pages_stay_said(wording, leaving)}" if leaving.kept else since
    if going is not Going.PERSON:
        return ""
    stays = wording.text("What the person wrote stays, without the name.")
    if not leaving.mentions:
        return stays
    mentions = wording.count(
        "{n} note has the name in its words and stays as it was written.",
        "{n} notes have the name in their words and stay as they were written.",
        leaving.mentions,
    )
    return f"{stays} {mentions}"


def kept_said(wording: Wording, leaving: DeletionPreview) -> str:
    """Return the words of the tick for pages and packs that hold the same words."""
    return wording.count(
        "Also delete {n} page that was handed over and has these words on it",
        "Also delete {n} pages that were handed over and have these words on them",
        len(leaving.kept),
    )


def pages_stay_said(wording: Wording, leaving: DeletionPreview) -> str:
    """Return that pages and packs with the same words stay."""
    return wording.count(
        "{n} page that was handed over has these words on it, and stays.",
        "{n} pages that were handed over have these words on them, and stay.",
        len(leaving.kept),
    )


def no_way_back(wording: Wording) -> str:
    """Return that nothing takes this back."""
    return wording.text(
        "Nothing takes this back: not Undo, not the bin, and no older copy or file."
    )


def way_back_elsewhere(wording: Wording) -> str:
    """Return what alone brings the whole journal back: the next one does not know what went."""
    return wording.text(
        "Nothing takes this back: not Undo, not the bin. Only a copy or file kept elsewhere"
        " still holds it."
    )


def stays_elsewhere(wording: Wording, going: Going) -> str:
    """Return what deleting here cannot reach; nobody else learns that a whole journal is gone."""
    text = wording.text
    others = text("Your own other computers follow.")
    home = text(
        "Another home is asked, and may keep it. What it writes about it later does not come"
        " to you."
    )
    if going is Going.EVERYTHING:
        home = text("Another home keeps what it has.")
        others = text("Your own other computers keep it until you delete it there.")
    return " ".join(
        (
            text(
                "It stays where this computer cannot reach: on paper, and in files you gave away."
                " Also on unplugged sticks, and in a cloud’s older versions."
            ),
            home,
            others,
            text("Some disks keep deleted bytes for a while, unless they are encrypted."),
        )
    )


def type_to_go_on(wording: Wording, word: str) -> str:
    """Return what has to be typed before the button can be pressed."""
    return wording.text("To go on, type: {word}", word=wording.own(word))


def all_goes_said(wording: Wording, counts: Mapping[Kind, int], copies: int) -> str:
    """Return what goes with the whole journal, and that deleted things are among it."""
    things = counted(wording, counts)
    held = wording.count("{n} copy of it", "{n} copies of it", copies) if copies else ""
    listed = wording.list_of([*things, *([held] if held else [])])
    return wording.text(
        "The whole journal goes: {things}, and the bin. Then the program starts empty.",
        things=listed or wording.text("nothing yet"),
    )


def all_gone_said(wording: Wording) -> str:
    """Return that the whole journal is deleted, as the window says that opens after it."""
    return wording.text(
        "Your journal is deleted, as you wished. Nothing of it is left in its folder."
    )


def shared_stays(wording: Wording) -> str:
    """Return that a shared folder keeps what is in it."""
    return wording.text("A shared folder stays as it is. Delete it afterwards if it is to go, too.")


def deleted_said(wording: Wording) -> str:
    """Return that it is done."""
    return wording.text("Deleted for good.")


def copies_hold_said(wording: Wording, copies: Sequence[OldCopy]) -> str:
    """Return that older copies still hold what was deleted for good."""
    return wording.count(
        "{n} older copy still holds what you deleted for good.",
        "{n} older copies still hold what you deleted for good.",
        len(copies),
    )


def copies_asked(wording: Wording) -> str:
    """Return what happens to the copies where the family wants it."""
    return wording.text(
        "First a new copy is made and read, then the ticked ones go. What the others hold"
        " never comes back into your journal."
    )


def old_copy_line(wording: Wording, copy: OldCopy) -> str:
    """Return the line of an old copy."""
    made = moment_said(wording, copy.made)
    place = wording.text("at the second place") if copy.place is Place.SECOND else ""
    unsure = "" if copy.sure else wording.text("cannot be looked into, so it may")
    return wording.line_of((made, place, unsure))


def copies_gone_said(wording: Wording, count: int) -> str:
    """Return how many copies were deleted."""
    return wording.count("{n} copy is deleted.", "{n} copies are deleted.", count)


def no_copies_said(wording: Wording) -> str:
    """Return that there is no older copy to delete."""
    return wording.text("No older copy holds what was deleted for good.")


def asked_said(wording: Wording, home: str | None, request: PurgeRequest) -> str:
    """Return what another home asks to delete here, too, and what of it more homes ask for."""
    things = wording.list_of(counted(wording, request.counts))
    if home is None:
        asked = wording.text("Another home asks to delete here, too: {things}.", things=things)
    else:
        asked = wording.text(
            "“{home}” asks to delete here, too: {things}.", home=wording.own(home), things=things
        )
    if not request.shared:
        return asked
    same = wording.text(
        "More than one home asks for this: {things}. You answer each home by itself.",
        things=wording.list_of(counted(wording, request.shared)),
    )
    return f"{asked} {same}"


def _of(counts: Mapping[Kind, int], kinds: frozenset[Kind] | set[Kind]) -> int:
    return sum(number for kind, number in counts.items() if kind in kinds)
