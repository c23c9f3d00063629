"""Starts a sharing or writes a sealed file, after showing exactly what leaves."""

from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.sharing.outgoing import Audience, MissingParts, SharingEntry
from homejournal.services.safe.transfer.sealed_files import make_pack
from homejournal.texts.passwords import stays_behind
from homejournal.texts.safe import sharing as said
from homejournal.texts.safe.sharing import leaving_lines, staying_lines
from homejournal.ui.base.files import which_folder
from homejournal.ui.safe.exchange.sealed_file_dialogs import SealedFileDialog
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import SingleChoice, TickRow
from homejournal.ui.widgets.fields.form import Form, show_problem
from homejournal.ui.widgets.wrapping_button import ignore_double_click
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class ShareWay(Enum):
    """The three ways to share."""

    OWN = "own"
    OTHER_HOME = "other_home"
    ONCE = "once"


class SendDialog(SealedFileDialog):
    """First shows what leaves, then asks where the file goes.

    For the two lasting ways the file is the invitation to a shared folder.
    """

    def __init__(self, desk: "Desk", way: ShareWay, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, title_of(desk.wording, way), text("See what leaves"), parent)
        self._way = way
        self._before: list[QWidget] = []
        """The hidden questions, while what leaves is shown."""
        self._shared: SharingEntry | None = None
        self.folder: Path | None = None
        self.say(_about(desk.wording, way))
        self._form = Form()
        self.audience = self._audience_row()
        self.home, self.computer = self._names()
        self.choose = make_button(text("Choose the folder…"), on=self._on_choose)
        self.place = WrapLabel("")
        self.pictures = TickRow("pictures", text("With photos and hand-outs"), "")
        self.pictures.show_ticked(True)
        self._fill()

    def _audience_row(self) -> SingleChoice[Audience]:
        choices = [(audience, said.audience_name(self.wording, audience)) for audience in Audience]
        row = SingleChoice(choices, self.wording.text("Whom is it for?"))
        is_own = self._way is ShareWay.OWN
        row.set_choice(Audience.OWN if is_own else Audience.OTHER_HOME)
        return row

    def _names(self) -> tuple[QLineEdit, QLineEdit]:
        homes, text = self.desk.journal.safe.homes, self.wording.text
        home = QLineEdit(homes.ours.name if homes.ours else "")
        computer = QLineEdit(homes.computer.name if homes.computer else "")
        self._form.add_row(
            text("The name of this home"),
            home,
            text("Such as “With Mom”. The other side reads it."),
        )
        self._form.add_row(text("The name of this computer"), computer)
        return home, computer

    def _fill(self) -> None:
        names = QWidget()
        names.setLayout(self._form)
        if self._way is ShareWay.ONCE:
            self.column.add(self.audience)
        else:
            folder = self.wording.text(
                "Choose an empty folder of your sync program, such as Nextcloud, Dropbox, OneDrive"
                " or Syncthing, or a USB stick."
            )
            self.column.add(WrapLabel(folder))
            self.add_choice(self.choose, self.place)
        self.column.add(names, self.pictures)

    @property
    def _for(self) -> Audience:
        chosen = self.audience.choice()
        return chosen if isinstance(chosen, Audience) else Audience.OTHER_HOME

    def _is_complete(self) -> bool:
        """Return whether everything needed is filled in, after asking for what is not."""
        text = self.wording.text
        if self._for is Audience.OTHER_HOME and not self.home.text().strip():
            show_problem(self.home, text("Please write a name."))
            self.home.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self._way is not ShareWay.ONCE and self.folder is None:
            self.choose.setFocus()
            self.place.setText(text("Please choose a folder first."))
            self.place.show()
            announce(self, self.place.text())
            return False
        return True

    def _show_leaving(self) -> None:
        """Replace the questions by what leaves and the passphrase."""
        audience, safe = self._for, self.desk.journal.safe
        taken = self.column.take_all()
        self._before = [part for part in taken if not part.isHidden()]
        for part in taken:
            part.hide()
        leaves = safe.pack_files.leaves(audience)
        first, *others = leaving_lines(
            self.wording,
            leaves,
            audience,
            named=bool(self.home.text().strip() or self.computer.text().strip()),
            lasting=self._way is not ShareWay.ONCE,
        )
        stays = staying_lines(self.wording, leaves, audience)
        if audience is Audience.OWN and safe.password.is_set:
            stays += (stays_behind(self.wording),)
        self.tell(first, look="strong")
        self.tell(*others)
        self.column.add(self.words)  # in sight, however much there is to say of what stays
        self.words.show()
        self.tell(*stays, look="muted")
        self.next_step(self.wording.text("Save the file…"), self._save)
        self._go_over()

    def _ask_again(self) -> None:
        """Show the questions again: an answer cannot be used."""
        for part in self.column.take_all():
            part.hide()
        self.column.add(*self._before)
        for part in self._before:
            part.show()
        self.next_step(self.wording.text("See what leaves"), self.go_on)
        self._go_over()

    def _go_over(self) -> None:
        ignore_double_click(self.do)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choose(self) -> None:
        dialog = which_folder(self, self.wording.text("Choose the folder to share through"))
        dialog.fileSelected.connect(self.show_folder)
        dialog.open()

    def show_folder(self, name: str) -> None:
        """Share through this folder."""
        self.folder = Path(name)
        self.place.setText(self.wording.own(name))
        self.place.show()

    @override
    def file_word(self) -> str:
        # Translators: a part of a file's name, as in "homejournal-invitation-2026-03-22"
        if self._shared is not None:
            return self.wording.text("invitation")
        # Translators: a part of a file's name, as in "homejournal-once-2026-03-22"
        return self.wording.text("once")

    @override
    def go_on(self) -> None:
        if self._is_complete():
            self._show_leaving()

    def _save(self) -> None:
        """Keep the names, begin the sharing, and ask where the file goes."""
        if self.has_words():
            try:
                self._begin()
            except JournalError:
                self._ask_again()
                raise
            self.ask_for_file()

    def _begin(self) -> None:
        homes, folder = self.desk.journal.safe.homes, self.folder
        if self.home.text().strip():
            homes.name_ours(self.home.text().strip())
        if self.computer.text().strip():
            homes.name_computer(self.computer.text().strip())
        if folder is not None and self._shared is None:
            computer = self.desk.preferences.folder
            self._shared = self.desk.journal.safe.sharing.begin(self._for, folder, computer)

    @override
    def write(self, name: str) -> None:
        safe = self.desk.journal.safe
        invitation = None
        if self._shared is not None:
            invitation = safe.sharing.invitation(self._shared, self.desk.preferences.folder)
        wish = safe.pack_files.wish(
            self._for, pictures=self.pictures.box.isChecked(), invitation=invitation
        )
        self.seal(partial(make_pack, wish), name)

    @override
    def then(self, lacking: "MissingParts") -> tuple[str, ...]:
        text = self.wording.text
        lines = [
            text("Send the file or carry it over. Tell the words by phone, not with the file.")
        ]
        if self._shared is not None:
            lines.append(
                text(
                    "On the other computer: “Keep it safe”, “Add a file from another "
                    "computer…”. Then both keep in step by themselves while homejournal is "
                    "open."
                )
            )
        return tuple(lines)


def title_of(wording: "Wording", way: ShareWay) -> str:
    """Return the title of the dialog, which is also its button on the page."""
    return {
        ShareWay.OWN: wording.text("Share with my other computer"),
        ShareWay.OTHER_HOME: wording.text("Share with another home"),
        ShareWay.ONCE: wording.text("Send a file once"),
    }[way]


def _about(wording: "Wording", way: ShareWay) -> str:
    return {
        ShareWay.OWN: wording.text(
            "Both keep in step through a folder. It is sealed; nobody else can read it."
        ),
        ShareWay.OTHER_HOME: wording.text(
            "Each home keeps its own journal and private notes. Both see what the child did in"
            " both. No page compares the homes."
        ),
        ShareWay.ONCE: wording.text(
            "One sealed file, by mail or on a stick. It can be added twice; nothing comes double."
        ),
    }[way]
