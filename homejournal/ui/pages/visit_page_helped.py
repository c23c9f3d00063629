"""What helped and what got in the way, typed for a strategy where the family wants to say it."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.errors import InvalidValueError, JournalError, Reason
from homejournal.domain.text import check_line
from homejournal.texts.errors import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.desk import Desk
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.form import add_row, clear_problem, make_form, show_problem
from homejournal.ui.widgets.note_edit import NoteEdit

_PAUSE_MS = 1000
_FIELD = "helped"


def fault_of(text: str) -> InvalidValueError | None:
    """Return why a text cannot stand on the page, or None where it can."""
    try:
        check_line(_FIELD, text)
    except InvalidValueError as fault:
        return fault
    return None


class HelpedWords(QObject):
    """The words of one child's strategies; kept while typing, as all unfinished text."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._child: UUID | None = None
        self._texts: dict[UUID, str] = {}
        self._unkept: set[UUID] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    def show_child(self, child: UUID) -> None:
        """Take up what was typed for a child's next page."""
        if child == self._child:
            return
        self.keep()
        self._child = child
        start = self._place("")
        self._texts = {
            UUID(place.removeprefix(start)): text
            for place, text in self._desk.journal.drafts.kept().items()
            if place.startswith(start)
        }

    def said(self, strategy: UUID) -> str:
        """Return what is typed for a strategy so far."""
        return self._texts.get(strategy, "")

    def write(self, strategy: UUID, text: str) -> None:
        """Take what is typed for a strategy."""
        self._texts[strategy] = text
        self._unkept.add(strategy)
        self._timer.start()
        self.changed.emit()

    def texts(self) -> Mapping[UUID, str]:
        """Return what can stand on the page."""
        said = self._texts.items()
        return {which: text for which, text in said if text.strip() and fault_of(text) is None}

    def keep(self) -> None:
        """Keep what is typed so far as unfinished text."""
        self._timer.stop()
        unkept, self._unkept = self._unkept, set()
        if not self._desk.can_write:
            return
        try:
            for strategy in unkept:
                self._keep(strategy, self.said(strategy))
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)

    def _keep(self, strategy: UUID, text: str) -> None:
        fault = fault_of(text)
        if fault is None or fault.reason is Reason.TOO_LONG:
            self._desk.journal.drafts.keep(self._place(str(strategy)), text)

    def _place(self, strategy: str) -> str:
        return f"visit-page:{self._child}:{_FIELD}:{strategy}"


class HelpedField(QWidget):
    """A quiet way to say it; the field comes when it is asked for, or when something is typed."""

    def __init__(self, wording: Wording, words: HelpedWords, strategy: UUID, name: str) -> None:
        super().__init__()
        self._wording, self._words, self._strategy = wording, words, strategy
        self._add = QPushButton(wording.text("Add what helped"))
        self._add.setAccessibleDescription(name)
        set_look(self._add, "link")
        set_icon(self._add, "plus", "muted", 16)
        self._add.clicked.connect(self._on_add)
        self._edit = NoteEdit("", 1, 4)
        self._box = QWidget()
        form = make_form(self._box)
        label = wording.text("What helped, what got in the way (optional)")
        add_row(form, label, self._edit)
        self._edit.setAccessibleName(wording.line_of((label, name)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._box)
        self._edit.set_text(words.said(strategy))
        self._edit.textChanged.connect(self._on_text)
        self._open(asked=bool(self._edit.text()))
        self._say_fault()

    @property
    def edit(self) -> NoteEdit:
        """Return the field itself."""
        return self._edit

    @property
    def add(self) -> QPushButton:
        """Return the button that opens the field."""
        return self._add

    def _open(self, *, asked: bool) -> None:
        self._add.setVisible(not asked)
        self._box.setVisible(asked)

    def _on_add(self) -> None:
        self._open(asked=True)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self) -> None:
        self._say_fault()
        self._words.write(self._strategy, self._edit.text())

    def _say_fault(self) -> None:
        fault = fault_of(self._edit.text())
        if fault is None:
            clear_problem(self._edit)
            return
        until = self._wording.text("Until then it is not on the page.")
        show_problem(self._edit, f"{explain_value(self._wording, fault)} {until}")
