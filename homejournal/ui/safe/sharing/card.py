"""The card on sharing between homes and computers, with its rows and dialogs."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts import versions
from homejournal.texts.error_texts import explain, misfits_said, unreadable_said
from homejournal.texts.safe import sharing as said
from homejournal.ui.kit.steps import PAINT_MS, ButtonSteps, copied_before, one_moment_text
from homejournal.ui.records.conflict_dialog import ConflictDialog
from homejournal.ui.records.writers_dialog import HomeNamesDialog
from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.exchange.receive_file_dialog import AnyFileOpener
from homejournal.ui.safe.sharing.send_dialog import SendDialog, ShareWay, title_of
from homejournal.ui.safe.sharing.sync import SharingSync
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import DropDown
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, let_go
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.domain.journal.versions import PossibleDuplicate
    from homejournal.domain.records.changes import Change
    from homejournal.domain.sharing.outgoing import OtherComputer, SharingEntry
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.sharing.sharing import SharingState
    from homejournal.services.safe.transfer.conflict_copies import ConflictCopyContents
    from homejournal.storage.journal.prepared_writes import PreparedArrival
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.worker import Task


class LostComputerDialog(ButtonSteps):
    """Asks which computer is lost, and says what that means."""

    ONE_STEP = True

    lost_chosen = Signal(object, object)
    """The sharing, and the computer whose files are to be deleted."""

    def __init__(self, desk: "Desk", state: "SharingState", parent: QWidget | None) -> None:
        text = desk.wording.text
        title, do = text("A computer that is gone"), text("Take its files away")
        super().__init__(desk, title, do, parent, careful=True)
        self._state = state
        name_of = desk.journal.safe.homes.naming()
        self.which: DropDown[OtherComputer] = DropDown(most_letters=40)
        self.which.set_choices(
            [
                (
                    computer,
                    said.other_computer(
                        desk.wording, name_of(str(computer.device)), computer.through
                    ),
                )
                for computer in state.others
            ]
        )
        what, *more = said.removing_computer_said(desk.wording)
        self.say(what)
        rows = QWidget()
        Form(rows).add_row(text("Which computer"), self.which)
        self.column.add(rows)
        self.say(*more)

    @override
    def go_on(self) -> None:
        """Let its files be deleted at the next synchronization."""
        desk, chosen = self.desk, self._state.others[self.which.currentIndex()]
        sharing = desk.journal.safe.sharing
        sharing.drop_computer(self._state.shared, chosen.device, desk.preferences.folder)
        self.accept()
        self.lost_chosen.emit(self._state.shared, chosen)


class SharingRow(QWidget):
    """One sharing: with whom, through which folder, and what has not arrived yet."""

    ended = Signal()
    lost_chosen = Signal(object, object)
    """The sharing and the computer whose files are deleted at the next synchronization."""

    def __init__(self, card: "SafeCard", state: "SharingState", failure: Exception | None) -> None:
        super().__init__()
        self._card, self._state = card, state
        wording = card.wording
        who = said.audience_name(wording, state.shared.audience)
        place = wording.own(str(state.folder)) if state.folder else wording.text("not here yet")
        title = wording.text("{who}, through the folder {place}", who=who, place=place)
        column = in_column(
            WrapLabel(title, "strong"),
            *(WrapLabel(line, "muted") for line in self._lines(failure)),
            inside=self,
            gap=4,
        )
        self.gone = card.button(
            wording.text("A computer that is gone…"), self._on_gone, look="link"
        )
        self.end = card.button(wording.text("End this sharing…"), self._on_end, look="link")
        for button in (self.gone, self.end):
            button.setAccessibleDescription(title)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.gone.setVisible(bool(state.others))
        self.gone.setEnabled(card.desk.can_write)

    def _lines(self, failure: Exception | None) -> list[str]:
        wording, state = self._card.wording, self._state
        name_of = self._card.desk.journal.safe.homes.naming()
        lines = [
            said.not_arrived(wording, known.missing, name_of(str(device)))
            for device, known in state.arrived.items()
            if known.missing
        ]
        lines += [said.going_said(wording, name_of(str(device))) for device in state.going]
        if state.unread:
            lines.append(said.unread_said(wording, state.unread))
        if state.unreadable:
            lines.append(unreadable_said(wording, state.unreadable))
        if state.misfits:
            lines.append(misfits_said(wording, state.misfits))
        lines += said.pictures_said(wording, state.pictures)
        if isinstance(failure, JournalError):
            lines.append(explain(wording, failure, in_window=False))
        elif state.arrived and not lines:
            lines.append(wording.text("Everything that is in the folder is here."))
        return lines

    def _on_gone(self) -> None:

        dialog = LostComputerDialog(self._card.desk, self._state, self._card.window())
        dialog.lost_chosen.connect(self.lost_chosen)
        dialog.ask()

    def _on_end(self) -> None:
        dialog = _EndSharingDialog(self._card, self._state)
        dialog.accepted.connect(self.ended)
        dialog.ask()


class _EndSharingDialog(ButtonSteps):
    """Says what ending a sharing means."""

    ONE_STEP = True

    def __init__(self, card: "SafeCard", state: "SharingState") -> None:
        title = card.wording.text("End this sharing")
        super().__init__(card.desk, title, title, card.window(), careful=True)
        self._state = state
        self.say(said.ending_sharing_said(card.wording))

    @override
    def go_on(self) -> None:
        desk = self.desk
        desk.journal.safe.sharing.end(self._state.shared, desk.preferences.folder)
        self.accept()


class SharingCard(SafeCard):
    """Shows what waits for an answer, our names, the sharings, and the ways to share."""

    def __init__(self, desk: "Desk") -> None:
        text = desk.wording.text
        super().__init__(desk, text("Other computers and homes"), text("Share…"))
        self.two = Notice("", button_text=text("Look at them…"))
        self.copies, self.twice = Notice(""), Notice("")
        self.partly = Notice("", NoticeKind.CAREFUL)
        self._pair: PossibleDuplicate | None = None
        self._read: tuple[list[ConflictCopyContents], PreparedArrival] | None = None
        self._asked = False  # somebody waits to hear that the folder was looked into
        self._letting_go: tuple[SharingEntry, OtherComputer] | None = None
        self.both = self.button(text("Both happened"), self._on_both, look="link")
        self.names = self.button(text("Names…"), self._on_names)
        self.take = self.button(text("Add a file from another computer…"))
        self.look = self.button(text("Look now"), self._on_asked)
        self.ways = {
            way: self.button(f"{title_of(self.wording, way)}…").giving(way, self._send)
            for way in ShareWay
        }
        self._who, self._covered = WrapLabel("", "muted"), WrapLabel("", "muted")
        self._rows: list[QWidget] = []
        self._sharings = in_column(gap=8)
        self._lay_out()
        self.two.pressed.connect(self._on_settle)
        self.copies.pressed.connect(self._on_join)
        self.partly.pressed.connect(self.partly.hide)
        self.twice.pressed.connect(self._on_one)
        self.take.clicked.connect(self._from_elsewhere().ask)

    def _from_elsewhere(self) -> AnyFileOpener:
        coming = AnyFileOpener(self.desk, self)
        coming.taken.connect(self._on_look)
        coming.finished.connect(self.show_values)
        coming.damaged.connect(self.show_damage)
        return coming

    def _lay_out(self) -> None:
        self.offer(self.look)
        told = (self.two, self.copies, self.partly, self.twice, self.both, self._covered)
        for part in told:
            self.body.addWidget(part)
        for part in (*told, self.look):
            part.hide()  # until it is known what there is to say
        self.body.addLayout(self._sharings)
        ways = FlowRow(*self.ways.values(), self.take, self.names, gap=8)
        self.fold_away(WrapLabel(said.seen_first(self.wording), "muted"), ways, self._who)

    @override
    def fill(self) -> None:
        """Show what waits for an answer, the names, and the state of each sharing."""
        self._show_waiting()
        self._show_names()
        self._show_sharings()
        for button in (*self.ways.values(), self.take, self.names):
            button.setEnabled(self.desk.can_write)

    @override
    def begin(self) -> None:
        """Focus the versions that wait to be settled, or the first way to share."""
        self.unfold()
        (self.ways[ShareWay.OWN] if self.two.isHidden() else self.two.button).setFocus()

    def _show_waiting(self) -> None:
        safe, text = self.desk.journal.safe, self.wording.text
        number = safe.settling.how_many()
        words = said.in_two_versions(self.wording, number) if number else ""
        is_known = words == self.two.text() and not self.two.isHidden()
        self.two.setVisible(number > 0)
        if number and not is_known:  # what is set is spoken
            self.two.set_text(words, text("Look at them…"))
        found = safe.copies.found() if self.desk.can_write else ()
        self.copies.setVisible(bool(found))
        if found:
            words = said.copies_found(self.wording, [copy.name for copy in found])
            self.copies.set_text(words, text("Join and put aside"))
        pairs = safe.settling.possible_duplicates()
        self._pair = pairs[0] if pairs else None
        self.twice.setVisible(self._pair is not None)
        self.both.setVisible(self._pair is not None)
        if self._pair is not None:
            hint = versions.possible_duplicate_hint(
                self.wording, self.desk.journal.family(), self._pair
            )
            self.twice.set_text(hint, text("It was one"))
            self.both.setAccessibleDescription(hint)

    def _show_names(self) -> None:
        homes = self.desk.journal.safe.homes
        self._who.setText(said.who_we_are(self.wording, homes.ours, homes.computer))
        covered = [
            said.covered_through(self.wording, home.name, home.through) for home in homes.covered()
        ]
        self._covered.say(" ".join(covered))

    def _show_sharings(self) -> None:
        for old in self._rows:
            let_go(old)
        sharing, computer = self.desk.journal.safe.sharing, self.desk.preferences.folder
        runs = self._runs()
        self._rows = []
        for shared in sharing.all():
            failure = runs.failures.get(shared.id) if runs else None
            row = SharingRow(self, sharing.state(shared, computer), failure)
            row.ended.connect(self.show_values)
            row.lost_chosen.connect(self._on_lost)
            self._rows.append(row)
            self._sharings.addWidget(row)
        self.look.setVisible(bool(self._rows))
        self.show_state("" if self._rows else self.wording.text("Not shared"))

    def _runs(self) -> SharingSync | None:
        runs = self.window().findChild(SharingSync)
        if isinstance(runs, SharingSync):
            runs.looked.connect(self._on_run_ended, Qt.ConnectionType.UniqueConnection)
            return runs
        return None

    def _on_run_ended(self) -> None:
        self.show_values()
        runs = self._runs()
        if self._asked and runs is not None and not runs.failures:  # a row tells of a failure
            self.tells.emit(self._how_it_went())
        self._asked, self._letting_go = False, None

    def _how_it_went(self) -> str:
        """Return how the synchronization that was asked for went."""
        if self._letting_go is None:
            return self.wording.text("The shared folder was looked into just now.")
        shared, computer = self._letting_go
        safe = self.desk.journal.safe
        name = safe.homes.naming()(str(computer.device))
        state = safe.sharing.state(shared, self.desk.preferences.folder)
        is_going = computer.device in state.going
        return (said.going_said if is_going else said.gone_said)(self.wording, name)

    def _on_lost(self, shared: "SharingEntry", computer: "OtherComputer") -> None:
        self._letting_go = (shared, computer)
        self.show_values()
        self._on_asked()

    def _on_asked(self) -> None:
        self._asked = True
        if not self._on_look():
            self.tells.emit(
                self.wording.text("The folder is being looked into already. Another look follows.")
            )

    def _on_look(self) -> bool:
        """Synchronize; return whether that begins now and not after one under way."""
        runs = self._runs()
        return runs is None or runs.sync_now()

    def _on_settle(self) -> None:
        dialog = ConflictDialog(self.desk, self.window())
        dialog.settled.connect(self.show_values)
        dialog.ask()

    def _on_names(self) -> None:
        dialog = HomeNamesDialog(self.desk, self.window())
        dialog.accepted.connect(self.show_values)
        dialog.ask()

    def _send(self, way: ShareWay) -> None:
        dialog = SendDialog(self.desk, way, self.window())
        dialog.finished.connect(self._on_sent)
        dialog.ask()

    def _on_sent(self) -> None:
        self.show_values()
        self._on_look()

    def _on_one(self) -> None:
        if self._pair is not None:
            words = self.wording.text("Noted twice: one was deleted")
            call = partial(
                self.desk.journal.safe.settling.one_happened, self._pair, self._pair.one.id
            )
            self._did(words, call)

    def _on_both(self) -> None:
        if self._pair is not None:
            call = partial(self.desk.journal.safe.settling.both_happened, self._pair)
            self._did(self.wording.text("Both stay"), call)

    def _did(self, words: str, call: "partial[Change]") -> bool:
        """Do a step and show the new state; return whether it succeeded."""
        is_done = self.desk.editing.do(words, call) is not None
        self.show_values()
        return is_done

    def _on_join(self) -> None:
        """Read the copies and work out on the worker what they add, and then join them."""
        work = partial(_look_into, self.desk.journal, self.desk.journal.safe.copies.preparing())
        self.copies.button.setEnabled(False)
        self.desk.worker.start(work, self._on_looked_into, self._on_failed)

    def _on_looked_into(self, read: "tuple[list[ConflictCopyContents], PreparedArrival]") -> None:
        """Say that it takes a moment, and join once that is shown."""
        self._read = read
        self.copies.set_text(one_moment_text(self.wording))
        QTimer.singleShot(PAINT_MS, self, self._join)

    def _join(self) -> None:
        copies, read = self.desk.journal.safe.copies, self._read
        self._read = None
        self.copies.button.setEnabled(True)
        words = self.wording.text("Copies were joined")
        if read is not None and self._did(words, partial(copies.join, *read)):
            self._tell_unread(read[0])

    def _tell_unread(self, copies: "list[ConflictCopyContents]") -> None:
        """Say that some parts of the joined copies could not be read."""
        unread = sum(copy.unread for copy in copies)
        if unread or not all(copy.whole for copy in copies):
            self.partly.show()
            self.partly.set_text(said.copies_unread(self.wording, unread), self.wording.text("OK"))

    def _on_failed(self, failure: Exception) -> None:
        self.copies.button.setEnabled(True)
        if isinstance(failure, JournalError):
            self.desk.editing.failed.emit(failure)


def _look_into(
    journal: "FamilyJournal",
    work: "Callable[[list[ConflictCopyContents]], PreparedArrival]",
    task: "Task",
) -> "tuple[list[ConflictCopyContents], PreparedArrival]":
    """Return what the copies hold and what joining them writes, after copying our journal."""
    copies = journal.safe.copies
    looked = [copies.look_into(path) for path in copies.found()]
    copied_before(journal, "merge", task)
    return looked, work(looked)
