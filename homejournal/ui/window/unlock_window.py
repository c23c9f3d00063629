"""The small window that stands before an encrypted journal."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.services.safe.unlocking import Unlocking
from homejournal.texts.window.opening import something_waits
from homejournal.texts.wording import languages, wording_of
from homejournal.ui.base.files import which_folder
from homejournal.ui.base.language import own_name, use_language
from homejournal.ui.base.worker import Worker, on_worker
from homejournal.ui.help import HelpKey
from homejournal.ui.safe.password.unlock_form import UnlockForm
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.fields.choices import DropDown
from homejournal.ui.widgets.fields.form import labelled
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, let_go
from homejournal.ui.widgets.layout.dialog import room_of
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.roles import begin_telling
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent


class UnlockWindow(QWidget):
    """Asks for what opens the journal; whoever made it opens the journal with the key."""

    opened = Signal(object, str)
    """The key, and a new password or nothing."""
    folder_chosen = Signal(object, bool)
    """The folder of another journal; a new one is never made there (False)."""
    repair_wanted = Signal(object, str)
    """Why it does not open, and what was typed."""
    language_chosen = Signal(str)

    def __init__(self, folder: Path, settings: Path, language: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # and with it all that was typed
        self.folder = folder
        self._settings = settings
        self._worker = Worker(self)
        self._has_files = False
        begin_telling()
        self._whole = in_column(inside=self)
        self._build(language)
        self.setMinimumSize(320, 256)

    def ask(self, *, by_sheet: bool = False) -> None:
        """Show the window, perhaps with the field for the sheet.

        Where this computer remembers the key, it opens by itself.
        """
        self.resize(QSize(px(540), px(580)).boundedTo(room_of(self)))
        self.show()
        (self.form.ask_for_sheet if by_sheet else self.form.ask_for_password)()
        announce(self, self._wording.text("This journal has a password"))
        self.form.try_this_computer()
        self._worker.start(on_worker(_load_the_first_page), self._on_loaded, self._on_loaded)

    def say_of_files(self) -> None:
        """Say that a file waits, and nothing of it."""
        self._has_files = True
        self.waits.show()

    def _on_loaded(self, _answer: object) -> None:
        """Take notice of nothing: what is not loaded by then is loaded when it is used."""

    def _build(self, language: str) -> None:
        self._wording = wording_of(language)
        self.setLocale(use_language(language))
        text = self._wording.text
        self.setWindowTitle(text("homejournal"))
        self.form = UnlockForm(self._wording, Unlocking(self.folder, self._settings), self._worker)
        self.other = OnceButton(text("Open another journal…"))
        set_look(self.other, "link")
        self.language = DropDown[str]()
        self.language.set_choices([(code, own_name(code)) for code in languages()], language)
        self.language.setAccessibleName(text("Language"))
        foot = FlowRow(self.other, labelled(text("Language"), self.language), gap=12)
        where = text("in {folder}", folder=self._wording.own(str(self.folder)))
        self._scroll = ScrollColumn(edge=28)
        self._scroll.column.setContentsMargins(px(28), px(24), px(28), px(20))
        title = WrapLabel(text("This journal has a password"), "title")
        self.waits = WrapLabel(something_waits(self._wording), "muted")
        self._scroll.add(title, WrapLabel(where, "small"), self.waits, self.form, foot)
        self.waits.setVisible(self._has_files)
        self._whole.addWidget(self._scroll)
        HelpKey(self._wording, "password", self._scroll)
        self.form.opened.connect(self.opened)
        self.form.repair_wanted.connect(self.repair_wanted)
        self.other.clicked.connect(self._on_other)
        self.language.picked.connect(self._on_language)

    def _on_language(self, language: object) -> None:
        self.language_chosen.emit(str(language))
        self._whole.removeWidget(self._scroll)
        let_go(self._scroll)
        self._build(str(language))
        self._scroll.show()
        self.form.ask_for_password()

    def _on_other(self) -> None:
        title = self._wording.text("Choose the folder of your journal")
        dialog = which_folder(self, title, self.folder.parent)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, chosen: str) -> None:
        if chosen:
            self.folder_chosen.emit(Path(chosen), False)

    @override
    def closeEvent(self, event: "QCloseEvent") -> None:
        self._worker.close()
        super().closeEvent(event)


def _load_the_first_page() -> None:
    """Load what the window needs behind this one, while somebody types the password."""
    from homejournal.services import opening
    from homejournal.ui.base import desk
    from homejournal.ui.today import page as today

    del opening, desk, today
