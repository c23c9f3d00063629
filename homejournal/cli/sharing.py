"""The command `share`: files for other computers and homes, and a shared folder."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.cli.arguments import (
    WORDS_FILE,
    Command,
    UsageError,
    argument,
    complain,
)
from homejournal.cli.command_io import (
    STANDARD_STREAM,
    json_bytes,
    opened_journal,
    read_words,
    tell,
    write_file,
    write_told,
)
from homejournal.cli.import_export import complain_of
from homejournal.domain.sharing.outgoing import Audience, OtherComputer, SharingEntry
from homejournal.texts.error_texts import misfits_said, unreadable_said
from homejournal.texts.passwords import none_here, stays_behind
from homejournal.texts.safe.sharing import (
    both_ways,
    coming_lines,
    going_said,
    gone_said,
    leaving_lines,
    not_arrived,
    not_ours,
    pictures_said,
    staying_lines,
)
from homejournal.texts.wording import Wording
from homejournal.this_computer import settings_folder

if TYPE_CHECKING:
    from homejournal.exchange.pack_file import Pack
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.sharing.shared_folder import SyncResult


def _export(asked: Namespace, wording: Wording) -> int:
    from homejournal.services.safe.transfer.sealed_files import make_pack

    with opened_journal(asked, damaged=True) as journal:
        _must_be_named(journal, asked, wording)
        invitation = None
        if asked.invite:
            shared = _named(journal, asked.invite, wording)
            invitation = journal.safe.sharing.invitation(shared, settings_folder())
        wish = journal.safe.pack_files.wish(
            _audience(asked), pictures=not asked.without_pictures, invitation=invitation
        )
        made = make_pack(wish, read_words(asked.words_file, wording))
        if _audience(asked) is Audience.OWN and journal.safe.password.is_set:
            complain(stays_behind(wording))
    write_told(asked.out, made.data, wording)
    return complain_of(made.lacking, wording)


def _must_be_named(journal: "FamilyJournal", asked: Namespace, wording: Wording) -> None:
    if _audience(asked) is Audience.OTHER_HOME and journal.safe.homes.ours is None:
        raise UsageError(
            wording.text("Your home has no name yet. Give it one first: share home JOURNAL NAME")
        )


def _import(asked: Namespace, wording: Wording) -> int:
    from homejournal.services.safe.transfer.sealed_files import read_pack_file

    pack = read_pack_file(asked.file, read_words(asked.words_file, wording))
    with opened_journal(asked, write=True) as journal:
        _tell_coming(journal, pack, wording)
        if asked.folder is not None:
            _tell_leaving(journal, pack, wording)
        journal.safe.pack_files.take_in(pack)
        if asked.folder is not None:
            if pack.invitation is None:
                raise UsageError(wording.text("This file invites to no shared folder."))
            journal.safe.sharing.join(pack.invitation, asked.folder, settings_folder())
    return 0


def _show(asked: Namespace, wording: Wording) -> int:
    from homejournal.services.safe.transfer.sealed_files import read_pack_file

    pack = read_pack_file(asked.file, read_words(asked.words_file, wording))
    with opened_journal(asked) as journal:
        _tell_coming(journal, pack, wording)
        _tell_leaving(journal, pack, wording)
    return 0


def _tell_coming(journal: "FamilyJournal", pack: "Pack", wording: Wording) -> None:
    """Say what comes with a file, and that no password does from a computer of our own."""
    files = journal.safe.pack_files
    for line in coming_lines(wording, files.preview(pack)):
        tell(line)
    if files.is_ours(pack) and not journal.safe.password.is_set:
        tell(none_here(wording))


def _tell_leaving(journal: "FamilyJournal", pack: "Pack", wording: Wording) -> None:
    """Say what leaves for whoever shares the folder to which a file invites, if it does."""
    if pack.invitation is None:
        return
    audience = pack.invitation.audience
    leaves = journal.safe.pack_files.leaves(audience)
    named = audience is Audience.OTHER_HOME
    tell(both_ways(wording, audience))
    for line in (
        *leaving_lines(wording, leaves, audience, named=named, lasting=True),
        *staying_lines(wording, leaves, audience),
    ):
        tell(line)


def _begin(asked: Namespace, _wording: Wording) -> int:
    with opened_journal(asked, write=True) as journal:
        shared = journal.safe.sharing.begin(_audience(asked), asked.folder, settings_folder())
        tell(str(shared.id))
    return 0


def _read(asked: Namespace, wording: Wording) -> int:
    return _run(asked, wording, write=False)


def _write(asked: Namespace, wording: Wording) -> int:
    return _run(asked, wording, write=True)


def _run(asked: Namespace, wording: Wording, *, write: bool) -> int:
    with opened_journal(asked, write=True) as journal:
        for shared in journal.safe.sharing.all():
            ran = _ran(journal, shared, write=write)
            if ran is not None:
                _tell(journal, ran, wording)
    return 0


def _tell(journal: "FamilyJournal", ran: "SyncResult", wording: Wording) -> None:
    """Say what has not arrived yet, and what was put aside."""
    name_of = journal.safe.homes.naming()
    for device, known in ran.arrived.items():
        if known.missing:
            complain(not_arrived(wording, known.missing, name_of(str(device))))
    for line in pictures_said(wording, ran.pictures):
        complain(line)
    state = journal.safe.sharing.state(ran.shared, settings_folder())
    if state.unreadable:
        complain(unreadable_said(wording, state.unreadable))
    if state.misfits:
        complain(misfits_said(wording, state.misfits))
    if ran.forged:
        complain(not_ours(wording, len(ran.forged)))


def _ran(journal: "FamilyJournal", shared: SharingEntry, *, write: bool) -> "SyncResult | None":
    """Run once; again under a new id where another computer has this one's, and for more photos."""
    from homejournal.services.safe.sharing.sync_run import run

    sharing, computer = journal.safe.sharing, settings_folder()
    forged: list[bytes] = []
    while (wish := sharing.wish(shared, computer, write=write)) is not None:
        ran = run(wish, sharing.folder_of(shared))
        for _change in sharing.take(ran):
            pass
        if ran.refusal is not None:  # what came is taken in all the same
            raise ran.refusal
        forged += ran.forged
        if ran.cloned:
            sharing.take_new_device(computer)
        elif not ran.pictures.more:
            return replace(ran, forged=forged)
    return None


def _status(asked: Namespace, _wording: Wording) -> int:
    with opened_journal(asked) as journal:
        sharing, homes = journal.safe.sharing, journal.safe.homes
        states = [
            sharing.state(sharing_entry, settings_folder()) for sharing_entry in sharing.all()
        ]
        told = {
            "home": homes.ours.name if homes.ours else None,
            "computer": homes.computer.name if homes.computer else None,
            "covered": [
                {"home": coverage.name, "through": coverage.through.isoformat()}
                for coverage in homes.covered()
            ],
            "in_two_versions": journal.safe.settling.how_many(),
            "copies": [path.name for path in journal.safe.copies.found()],
            "sharings": [
                {
                    "id": str(state.shared.id),
                    "for": state.shared.audience.value.replace("_", "-"),
                    "folder": str(state.folder) if state.folder else None,
                    "is_there": state.is_there,
                }
                for state in states
            ],
        }
    write_file(STANDARD_STREAM, json_bytes(told))
    return 0


def _end(asked: Namespace, wording: Wording) -> int:
    with opened_journal(asked, write=True) as journal:
        journal.safe.sharing.end(_named(journal, asked.sharing, wording), settings_folder())
    return 0


def _gone(asked: Namespace, wording: Wording) -> int:
    with opened_journal(asked, write=True) as journal:
        others = list(_others(journal))
        if asked.computer is None:
            write_file(STANDARD_STREAM, json_bytes([_told(journal, one) for _, one in others]))
            return 0
        chosen = [(shared, one) for shared, one in others if str(one.device) == asked.computer]
        if not chosen:
            raise UsageError(wording.text("None of your other computers has this id."))
        for shared, one in chosen:
            journal.safe.sharing.drop_computer(shared, one.device, settings_folder())
            _ran(journal, shared, write=True)
            if one.device in journal.safe.sharing.state(shared, settings_folder()).going:
                complain(going_said(wording, journal.safe.homes.naming()(asked.computer)))
            else:
                tell(gone_said(wording, journal.safe.homes.naming()(asked.computer)))
    return 0


def _others(journal: "FamilyJournal") -> Iterator[tuple[SharingEntry, OtherComputer]]:
    """Yield the other computers of our home, with the sharing they write in; all is taken in."""
    sharing = journal.safe.sharing
    for shared in sharing.all():
        _ran(journal, shared, write=False)
        state = sharing.state(shared, settings_folder())
        yield from ((shared, one) for one in state.others)


def _told(journal: "FamilyJournal", computer: OtherComputer) -> dict[str, str | None]:
    return {
        "id": str(computer.device),
        "name": journal.safe.homes.naming()(str(computer.device)),
        "through": computer.through.isoformat(),
    }


def _home(asked: Namespace, _wording: Wording) -> int:
    with opened_journal(asked, write=True) as journal:
        journal.safe.homes.name_ours(asked.name)
    return 0


def _named(journal: "FamilyJournal", sharing: str, wording: Wording) -> SharingEntry:
    known = {sharing_entry.id: sharing_entry for sharing_entry in journal.safe.sharing.all()}
    try:
        return known[UUID(sharing)]
    except (KeyError, ValueError) as error:
        raise UsageError(wording.text("There is no sharing with this id.")) from error


def _audience(asked: Namespace) -> Audience:
    return Audience(asked.audience.replace("-", "_"))


_AUDIENCE = argument(
    "--for",
    dest="audience",
    choices=[audience.value.replace("_", "-") for audience in Audience],
    required=True,
    help="your own computers, with private notes, or another home, without",
)
_FILE = argument("file", type=Path, metavar="FILE", help="the sealed file")
_EXPORT_ARGUMENTS = (
    _AUDIENCE,
    WORDS_FILE,
    argument("--without-pictures", action="store_true", help="leave pictures out"),
    argument("--invite", metavar="ID", help="invite to this sharing, by the id that status tells"),
    argument("--out", type=Path, required=True, metavar="FILE", help="the file"),
)
_JOIN = argument(
    "--folder", type=Path, metavar="FOLDER", help="join the sharing it invites to, here"
)
_FOLDER = argument("folder", type=Path, metavar="FOLDER", help="a folder of its own")
_SHARING = argument("sharing", metavar="ID", help="the sharing, by the id that status tells")
_COMPUTER = argument(
    "computer",
    nargs="?",
    metavar="ID",
    help="the computer; without it your other computers are told, as JSON",
)
_HOME_NAME = argument("name", metavar="NAME", help="such as: With Mom")
COMMANDS = {
    "export": Command(
        _export,
        _EXPORT_ARGUMENTS,
    ),
    "import": Command(
        _import,
        (_FILE, WORDS_FILE, _JOIN),
    ),
    "show": Command(
        _show,
        (_FILE, WORDS_FILE),
    ),
    "begin": Command(
        _begin,
        (_AUDIENCE, _FOLDER),
    ),
    "read": Command(_read),
    "write": Command(_write),
    "status": Command(_status),
    "end": Command(_end, (_SHARING,)),
    "gone": Command(
        _gone,
        (_COMPUTER,),
    ),
    "home": Command(_home, (_HOME_NAME,)),
}
