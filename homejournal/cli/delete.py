"""The command `delete`: a child, a person, the bin or the whole journal, for good."""

from argparse import Namespace
from contextlib import suppress
from typing import TYPE_CHECKING

from homejournal.cli.arguments import Command, UsageError, argument
from homejournal.cli.command_io import opened_journal, tell
from homejournal.cli.name_lookup import named
from homejournal.domain.errors import AmbiguousNameError, RecordMissingError
from homejournal.domain.text_rules import folded
from homejournal.texts.safe import deleting_for_good as said
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.records.family import Family
    from homejournal.domain.safe.deleting_for_good import DeletionPreview
    from homejournal.services.family_journal import FamilyJournal

_GOING = {"child": Going.CHILD, "person": Going.PERSON, "bin": Going.BIN}
_BIN, _COPIES, _EVERYTHING = "bin", "copies", "delete"


def _delete(asked: Namespace, wording: Wording) -> int:
    """Carry it out; raises JournalError, and UsageError if the name is another one."""
    if asked.what == "everything":
        return _everything(asked, wording)
    if asked.what == "copies":
        return _copies(asked, wording)
    with opened_journal(asked, write=True) as journal:
        leaving = _leaving(asked, journal, wording)
        purging = journal.safe.purging
        tell(said.goes_said(wording, _GOING[asked.what], leaving))
        purging.carry_out(leaving, [one.id for one in leaving.kept] if asked.pages_too else ())
        tell(said.deleted_said(wording))
        if leaving.kept and not asked.pages_too:
            tell(said.pages_stay_said(wording, leaving))
        copies = purging.copies()
        if copies and asked.old_copies:
            purging.drop_copies(copies)
            tell(said.copies_gone_said(wording, len(copies)))
        elif copies:
            tell(said.copies_hold_said(wording, copies))
    tell(said.stays_elsewhere(wording, _GOING[asked.what]))
    return 0


def _leaving(asked: Namespace, journal: "FamilyJournal", wording: Wording) -> "DeletionPreview":
    family, purging = journal.family(), journal.safe.purging
    match asked.what:
        case "child":
            return purging.of_child(named(asked.sure, family.children).id)
        case "person":
            return purging.of_person(_person(asked.sure, family))
        case _:
            _must_be(asked.sure, [_BIN], wording)
            return purging.of_bin()


def _person(said_name: str, family: "Family") -> "UUID":
    """Return the one who writes or visits under that name; never a guess between two."""
    found = []
    with suppress(RecordMissingError):
        found.append(named(said_name, family.helpers).id)
    with suppress(RecordMissingError):
        found.append(named(said_name, family.team).id)
    if len(found) > 1:
        raise AmbiguousNameError(said_name, sorted(map(str, found)))
    if not found:
        known = {helper.name for helper in family.helpers.values()}
        known |= {person.name for person in family.team.values()}
        raise RecordMissingError(said_name, sorted(known))
    return found[0]


def _copies(asked: Namespace, wording: Wording) -> int:
    """Delete the older copies that still hold what was deleted for good, earlier or just now."""
    _must_be(asked.sure, [_COPIES], wording)
    with opened_journal(asked, write=True) as journal:
        purging = journal.safe.purging
        copies = purging.copies()
        purging.drop_copies(copies)
    tell(said.copies_gone_said(wording, len(copies)) if copies else said.no_copies_said(wording))
    return 0


def _everything(asked: Namespace, wording: Wording) -> int:
    from homejournal.services.safe.deleting import erase_journal

    with opened_journal(asked) as journal:
        names = [child.name for child in journal.family().children.values()]
        _must_be(asked.sure, [*names, _EVERYTHING], wording)
        counts = journal.safe.purging.count_all()
        tell(said.all_goes_said(wording, counts, len(journal.safe.backups.here())))
    if not erase_journal(asked.journal):
        folder = wording.own(str(asked.journal))
        tell(wording.text("Other files in {folder} stay: they are not ours.", folder=folder))
    tell(said.deleted_said(wording))
    tell(said.stays_elsewhere(wording, Going.EVERYTHING))
    return 0


def _must_be(typed: str, words: list[str], wording: Wording) -> None:
    if folded(typed) not in map(folded, words):
        listed = wording.list_of([wording.own(word) for word in words])
        raise UsageError(
            wording.text("Nothing was deleted. Say --yes-delete with: {names}", names=listed)
        )


_DELETE = (
    argument(
        "what",
        choices=["child", "person", "bin", "copies", "everything"],
        help="a child with everything about it, the name of a person, all that was deleted"
        " before, the older copies that still hold what was deleted for good, or the whole"
        " journal with its copies",
    ),
    argument(
        "--yes-delete",
        dest="sure",
        required=True,
        metavar="NAME",
        help="the name or id of the child or person; for the bin the word bin, for the older"
        " copies the word copies, and for everything the name of a child or the word delete",
    ),
    argument(
        "--pages-too",
        action="store_true",
        help="also delete pages that were handed over and have the same words on them",
    ),
    argument(
        "--old-copies",
        action="store_true",
        help="also delete the older copies in the journal's folder that still hold it",
    ),
)
COMMANDS = {"delete": Command(_delete, _DELETE)}
