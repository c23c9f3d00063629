"""The begin and the end of writing as a helper: who writes, the window they see, coming back."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.texts.day_page import about_helping
from homejournal.texts.display_names import people_to_choose
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.reminder_settings import ring_settings
from homejournal.ui.helper.cover_window import HelperCover, HelperDesk
from homejournal.ui.hiding import Hiding
from homejournal.ui.kit.steps import ButtonSteps
from homejournal.ui.records.writers_dialog import WriterDialog
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.theme import set_look
from homejournal.ui.today.page import TodayPage
from homejournal.ui.widgets.fields.choices import DropDown
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_button import OnceButton

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.ui.kit.window_interface import OpenWindow


class HelperDialog(ButtonSteps):
    """Says plainly what happens, and asks who is going to write."""

    ONE_STEP = True

    begins = Signal(object)
    """The id of who is going to write, or None; once this dialog is gone."""

    def __init__(self, desk: "Desk", parent: QWidget) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Today for a helper"), text("Begin"), parent)
        self.who: DropDown[UUID] = DropDown(most_letters=40)
        self._fill()
        self.other = OnceButton(text("Somebody else…"))
        set_look(self.other, "link")
        self.other.clicked.connect(self._on_other)
        rings = bool(ring_settings(desk).times)
        what, *more = about_helping(
            desk.wording, password=desk.journal.safe.is_encrypted, rings=rings
        )
        self.say(what)
        rows = QWidget()
        Form(rows).add_row(text("Who is writing?"), self.who)
        row = FlowRow(self.other, gap=8)
        self.column.add(rows, row)
        self.say(*more)

    def _fill(self) -> None:
        """Offer who writes, the one who came last first chosen where somebody was just added."""
        people = people_to_choose(self.wording, self.desk.journal.family())
        is_new = len(people) >= len(self.who.values) > 0
        first = (
            self.who.value() if self.who.values else self._likely([person for person, _ in people])
        )
        chosen = people[-1][0] if is_new else first
        self.who.set_choices([(None, self.wording.text("Not chosen")), *people], chosen)

    def _likely(self, people: "Sequence[UUID]") -> "UUID | None":
        """Return who was chosen last, else the only one beside who usually writes here."""
        known = self.desk.preferences.chosen_to_help
        others = [person for person in people if person != self.desk.helper]
        return known if known in people else others[0] if len(others) == 1 else None

    def _on_other(self) -> None:
        dialog = WriterDialog(self.desk, None, self)
        dialog.accepted.connect(self._fill)
        dialog.ask()

    @override
    def go_on(self) -> None:
        """Begin once this dialog is gone: it would be hidden with all other windows."""
        writers = self.desk.journal.family().writers
        who = next((writer for writer in writers if writer == self.who.value()), None)
        self.desk.preferences.chosen_to_help = who
        self.accept()
        self.begins.emit(who)


class HelperSession(QObject):
    """The time in which a helper writes; at its end it tells what they wrote."""

    def __init__(self, window: "OpenWindow", child: "UUID", helper: "UUID | None") -> None:
        super().__init__(window)
        self._window = window
        if window.page is not None:
            window.page.keep_typing()
        desk = {part.name: getattr(window.desk, part.name) for part in fields(Desk)}
        self._cover: HelperCover | None = HelperCover(HelperDesk(**desk, who=helper), child)
        self._cover.back_wanted.connect(self._on_back)
        self._cover.left.connect(self._on_left)
        self._cover.keys.add_looks(window.menus.lines.values())
        self._written, self._unfinished = 0, dict[str, str]()
        window.installEventFilter(self)
        Hiding.here().turned.connect(self._on_turned)
        Hiding.here().lock(self._cover)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save what is typed before the journal is closed with its window."""
        if event.type() == QEvent.Type.Close and self._cover is not None:
            self._cover.day.keep_typing()
        return False

    def _on_back(self) -> None:
        """Bring the windows back, after the password where there is one."""
        if self._window.journal.safe.is_encrypted:
            locking_of(self._window).lock()
        else:
            Hiding.here().unlock()

    def _on_left(self) -> None:
        if self._cover is not None:
            self._written, self._unfinished = self._cover.written, self._cover.day.unfinished()
        self._cover = None

    def _on_turned(self, hidden: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Say what was written meanwhile, and show what could not be saved, to be gone on with."""
        if hidden or self._cover is not None:
            return
        self._show(self._unfinished)
        if self._written:
            words = self._window.desk.wording.count(
                "{n} thing was written meanwhile. Undo takes it back.",
                "{n} things were written meanwhile. Undo takes back the last one.",
                self._written,
            )
            self._window.frame.toast.show_text(words)
        self._window.follow_day()
        self.deleteLater()

    def _show(self, unfinished: Mapping[str, str]) -> None:
        """Let Today stand with the words that a helper could not save."""
        if unfinished:
            self._window.open_page("today")
            if isinstance(self._window.page, TodayPage):
                self._window.page.go_on_with(unfinished)
