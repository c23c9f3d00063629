"""Two homes, for pictures: what the other one wrote, a shared folder, and files looked into."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import PlanStep
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from homejournal.domain.sharing.outgoing import Audience, SharingEntry
from homejournal.exchange.pack_file import Pack, write_pack
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal
from homejournal.services.safe.sharing.sync_run import run
from homejournal.services.safe.transfer.sealed_files import pack_of
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from homejournal.ui.safe.exchange.import_dialogs import JournalImportDialog, TableImportDialog
from homejournal.ui.safe.exchange.receive_file_dialog import ReceiveFileDialog
from homejournal.ui.safe.exchange.sealed_file_dialogs import HandOverDialog
from homejournal.ui.safe.repair import RepairDialog
from homejournal.ui.safe.sharing.send_dialog import SendDialog
from picture_scene import wait_until

if TYPE_CHECKING:
    from homejournal.domain.records.record import Record
    from homejournal.exchange.pack_file import Invitation
    from homejournal.ui.window.main_window import MainWindow

_Dialog = TypeVar("_Dialog", bound=QDialog)
_WORDS = "apple lamp meadow seven"
_TABLE = "DATE;GAME;HOW IT WENT\n03/02/2026;Pause and wait;3\n03/03/2026;Pause and wait;x\n"


def two_versions(window: "MainWindow") -> None:
    """Let both homes change a note, a step of the plan and a visit at the same time."""
    journal = window.journal
    if journal.safe.settling.how_many():
        return
    journal.safe.homes.name_ours("With Mom", "Kitchen laptop")
    dad = _other_home(window, "With Dad")
    for kind, changes in (
        (Kind.NOTE, ({"text": "She waited and said “more”."}, {"text": "“More”, twice!"})),
        (Kind.PLAN_STEP, ({"how": "Count to five."}, {"how": "Count to ten, and smile."})),
        (Kind.VISIT, ({"bring": "The red cup"}, {"bring": "Her shoes"})),
    ):
        told = journal.records.all_of(kind)[-1]
        for family_journal, change in ((journal, changes[0]), (dad, changes[1])):
            family_journal.records.save(_changed(told, change))
    journal.safe.pack_files.take_in(_pack(dad))
    dad.close()
    window.desk.editing.changed.emit(frozenset(Kind))


def settled_to_the_second(window: "MainWindow") -> QWidget:
    """Leave the first of the two versions for later."""
    dialog = _dialog(window, QDialog)
    next(
        button for button in dialog.findChildren(QPushButton) if button.text() == _later(window)
    ).click()
    return dialog


def share(window: "MainWindow") -> None:
    """Share with a second computer through a folder, and find a copy of the journal beside it."""
    journal, settings = window.journal, window.desk.preferences.folder
    if not journal.safe.sharing.all():
        folder = journal.folder.parent / "cloud"
        journal.safe.homes.name_ours("With Mom", "Kitchen laptop")
        folder.mkdir()
        shared = journal.safe.sharing.begin(Audience.OWN, folder, settings)
        _write_on_a_tablet(window, shared, folder)
        copy = journal.folder / "journal (Kitchen laptop's conflicted copy 2026-03-21).hj"
        copy.write_bytes(journal.safe.backups.make().path.read_bytes())
    _look_into_folder(journal, settings)
    if window.page is not None:
        window.page.heard(None)


def _look_into_folder(journal: FamilyJournal, settings: Path) -> None:
    sharing = journal.safe.sharing
    for shared in sharing.all():
        asked = sharing.wish(shared, settings)
        if asked is not None:
            list(sharing.take(run(asked, sharing.folder_of(shared))))


def _write_on_a_tablet(window: "MainWindow", shared: SharingEntry, folder: Path) -> None:
    journal, settings = window.journal, window.desk.preferences.folder
    invitation = journal.safe.sharing.invitation(shared, settings)
    tablet = _other_journal(window)
    wish = journal.safe.pack_files.wish(Audience.OWN, pictures=False)
    tablet.safe.pack_files.take_in(pack_of(wish))
    tablet.safe.homes.name_computer("Old tablet")
    tablet.safe.sharing.join(invitation, folder, tablet.folder)
    _look_into_folder(tablet, tablet.folder)
    tablet.close()


def lose_a_note(window: "MainWindow") -> None:
    """Make a copy, and delete a note since."""
    window.journal.safe.backups.make()
    window.journal.records.delete(window.journal.records.all_of(Kind.NOTE)[0].id)


def look_at_copy(window: "MainWindow") -> QWidget:
    """Look into the newest copy."""
    dialog = _dialog(window, RestoreDialog)
    dialog.list.setCurrentRow(0)
    wait_until(lambda: dialog.look.look is not None)
    return dialog


def look_at_leaving(window: "MainWindow") -> QWidget:
    """See what leaves with a file, and the words that open it."""
    dialog = _dialog(window, SendDialog)
    dialog.home.setText("With Mom")
    dialog.do.click()
    wait_until(dialog.do.isEnabled)
    return dialog


def look_at_joining(window: "MainWindow") -> QWidget:
    """Be invited to a folder by another home, and see what leaves here."""
    dialog = look_at_pack(window, invites=True)
    dialog.show_folder(str(window.journal.folder.parent / "dad's cloud"))
    dialog.do.click()
    wait_until(dialog.do.isEnabled)
    return dialog


def look_at_pack(window: "MainWindow", *, invites: bool = False) -> ReceiveFileDialog:
    """Open a file of another home, and see what would come."""
    dialog = _dialog(window, ReceiveFileDialog)
    dad = _other_home(window, "With Dad")
    told = dad.records.all_of(Kind.NOTE)[-1]
    dad.records.save(_changed(told, {"id": uuid4(), "text": "She ate with a spoon."}))
    pack = replace(_pack(dad), invitation=_invitation(dad) if invites else None)
    file = window.journal.folder.parent / "from dad.hjpack"
    file.write_bytes(write_pack(pack, _WORDS))
    dad.close()
    dialog.show_file(str(file))
    dialog.words.setText(_WORDS)
    dialog.do.click()
    wait_until(lambda: not dialog.work.is_busy)
    return dialog


def look_at_file(window: "MainWindow") -> QWidget:
    """See what would come with a file."""
    dialog = _dialog(window, JournalImportDialog)
    dad = _other_home(window, "With Dad")
    dad.records.save(_changed(dad.records.all_of(Kind.NOTE)[-1], {"text": "“More”, twice!"}))
    file = window.journal.folder.parent / "journal.json"
    file.write_bytes(dad.files.export_json())
    dad.close()
    dialog.show_file(str(file))
    dialog.do.click()
    wait_until(lambda: not dialog.work.is_busy)
    return dialog


def look_at_table(window: "MainWindow") -> QWidget:
    """Say what the columns of a table from before are."""
    dialog = _dialog(window, TableImportDialog)
    file = window.journal.folder.parent / "kept.csv"
    file.write_text(_TABLE, encoding="utf-8")
    dialog.show_file(str(file))
    dialog.do.click()
    wait_until(lambda: not dialog.work.is_busy)
    return dialog


def look_at_rows(window: "MainWindow") -> QWidget:
    """See what would come of a table."""
    dialog = _dialog(window, TableImportDialog)
    look_at_table(window)
    dialog.do.click()
    wait_until(lambda: not dialog.work.is_busy)
    return dialog


def look_into_part(window: "MainWindow") -> QWidget:
    """See what is in the part of a child that is handed over."""
    dialog = _dialog(window, HandOverDialog)
    dialog.do.click()
    wait_until(lambda: not dialog.work.is_busy)
    return dialog


def repaired(window: "MainWindow") -> QWidget:
    """See what can be saved of a damaged journal."""
    dialog = _dialog(window, RepairDialog)
    dialog.begin.click()
    wait_until(lambda: not dialog.work.is_busy)
    return dialog


def _other_home(window: "MainWindow", name: str) -> FamilyJournal:
    made = _other_journal(window)
    made.safe.homes.name_ours(name)
    made.safe.pack_files.take_in(_pack(window.journal))
    return made


def _other_journal(window: "MainWindow") -> FamilyJournal:
    folder = window.journal.folder.parent / f"other-{uuid4()}"
    evening = datetime.combine(window.journal.today(), time(20)).astimezone()
    return create_journal(folder, clock=lambda: evening, device=uuid4())


def _invitation(dad: FamilyJournal) -> "Invitation":
    folder = dad.folder.parent / "dad's cloud"
    folder.mkdir(exist_ok=True)
    sharing = dad.safe.sharing
    return sharing.invitation(sharing.begin(Audience.OTHER_HOME, folder, dad.folder), dad.folder)


def _pack(journal: FamilyJournal) -> Pack:
    if journal.safe.homes.ours is None:
        journal.safe.homes.name_ours("With Mom", "Kitchen laptop")
    return pack_of(journal.safe.pack_files.wish(Audience.OTHER_HOME, pictures=False))


def _changed(record: "Record", change: Mapping[str, object]) -> "Record":
    if not isinstance(record, Note | PlanStep | Visit):
        raise TypeError(record)
    return replace(record, **change)  # type: ignore[arg-type]


def _later(window: "MainWindow") -> str:
    return window.desk.wording.text("Next one")


def _dialog(window: "MainWindow", kind: type[_Dialog]) -> _Dialog:
    return next(one for one in window.findChildren(kind) if one.isVisible())
