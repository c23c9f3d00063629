"""Sharing something: what exactly leaves is shown before it leaves, and for whom it is."""

from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.sharing import Audience
from homejournal.texts import sharing as said
from homejournal.texts.password import stays_behind
from homejournal.ui.asking_where import which_folder
from homejournal.ui.dialogs.sealing_dialog import SealingDialog
from homejournal.ui.widgets.choice_row import ChoiceRow
from homejournal.ui.widgets.form import add_row, make_form, show_problem
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.speak import announce
from homejournal.ui.widgets.tick_row import TickRow
from homejournal.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from homejournal.domain.lacking import Lacking
    from homejournal.domain.sharing import Shared
    from homejournal.texts.wording import Wording
    from homejournal.ui.desk import Desk


class Sending(Enum):
    """The three ways to share."""

    OWN = "own"
    OTHER_HOME = "other_home"
    ONCE = "once"


class SendingDialog(SealingDialog):
    """A file is written; for the two lasting ways it is the invitation to a shared folder."""

    def __init__(self, desk: "Desk", way: Sending, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, title_of(desk.wording, way), text("Save the file…"), parent)
        self._way = way
        self._shared: Shared | None = None
        self.folder: Path | None = None
        self.say(_about(desk.wording, way))
        self._form = make_form()
        self.audience = self._audience_row()
        self.home, self.computer = self._names()
        self._told: list[WrapLabel] = []
        self._leaves = QVBoxLayout()
        self.choose = WordButton(text("Choose the folder…"))
        self.choose.clicked.connect(self._on_choose)
        self.place = WrapLabel("")
        self.pictures = TickRow("pictures", text("With photos and hand-outs"), "")
        self.pictures.show_ticked(True)
        self._fill()
        self._show_leaving()

    def _audience_row(self) -> ChoiceRow:
        choices = [(one, said.audience_name(self.wording, one)) for one in Audience]
        row = ChoiceRow(choices, self.wording.text("Whom is it for?"))
        is_own = self._way is Sending.OWN
        row.set_choice(Audience.OWN if is_own else Audience.OTHER_HOME)
        row.chosen.connect(self._on_audience)
        return row

    def _names(self) -> tuple[QLineEdit, QLineEdit]:
        homes, text = self.desk.journal.safe.homes, self.wording.text
        home = QLineEdit(homes.ours.name if homes.ours else "")
        computer = QLineEdit(homes.computer.name if homes.computer else "")
        add_row(
            self._form,
            text("The name of this home"),
            home,
            text("The other side reads it beside what comes from here, such as “With Mom”."),
        )
        add_row(self._form, text("The name of this computer"), computer)
        return home, computer

    def _fill(self) -> None:
        names, leaves = QWidget(), QWidget()
        names.setLayout(self._form)
        leaves.setLayout(self._leaves)
        self._leaves.setContentsMargins(0, 0, 0, 0)
        if self._way is Sending.ONCE:
            self.column.add(self.audience)
        else:
            folder = self.wording.text(
                "Choose an empty folder that your sync program carries, such as Nextcloud, Dropbox,"
                " OneDrive or Syncthing. A USB stick will do, too."
            )
            self.column.add(WrapLabel(folder))
            self.add_choice(self.choose, self.place)
        self.column.add(names, leaves, self.pictures, self.words)

    @property
    def _for(self) -> Audience:
        chosen = self.audience.choice()
        return chosen if isinstance(chosen, Audience) else Audience.OTHER_HOME

    def _on_audience(self, _chosen: object) -> None:
        self._show_leaving()

    def _show_leaving(self) -> None:
        for old in self._told:
            old.hide()
            old.deleteLater()
        leaving, stays = self.desk.journal.safe.pack_files.leaves(self._for)
        lines = said.leaving_lines(self.wording, leaving, stays, self._for)
        if self._for is Audience.OWN and self.desk.journal.safe.password.is_set:
            lines += (stays_behind(self.wording),)
        self._told = [WrapLabel(line, "muted" if at else "strong") for at, line in enumerate(lines)]
        for label in self._told:
            self._leaves.addWidget(label)

    def _on_choose(self) -> None:
        dialog = which_folder(self, self.wording.text("Choose the folder to share through"))
        dialog.fileSelected.connect(self.show_folder)
        dialog.open()

    def show_folder(self, name: str) -> None:
        """Share through a folder that somebody chose."""
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
        """Keep the names, begin the sharing, and ask where the file goes."""
        self._keep_names()
        if not self.words.words.strip():
            show_problem(self.words.field, self.wording.text("Please write some words."))
            return
        if self._way is not Sending.ONCE and self._shared is None:
            if self.folder is None:
                self.choose.setFocus()
                self.place.setText(self.wording.text("Please choose a folder first."))
                self.place.show()
                announce(self, self.place.text())
                return
            computer = self.desk.preferences.folder
            self._shared = self.desk.journal.safe.sharing.begin(self._for, self.folder, computer)
        self.ask_for_file()

    def _keep_names(self) -> None:
        homes = self.desk.journal.safe.homes
        if self._for is Audience.OTHER_HOME and not self.home.text().strip():
            show_problem(self.home, self.wording.text("Please write a name."))
            raise InvalidValueError("home", Reason.EMPTY)
        if self.home.text().strip():
            homes.name_ours(self.home.text().strip())
        if self.computer.text().strip():
            homes.name_computer(self.computer.text().strip())

    @override
    def write(self, name: str) -> None:
        """Write the file beside the window's work."""
        from homejournal.services.pack_files import make_pack

        safe = self.desk.journal.safe
        invitation = None
        if self._shared is not None:
            invitation = safe.sharing.invitation(self._shared, self.desk.preferences.folder)
        wish = safe.pack_files.wish(
            self._for, pictures=self.pictures.box.isChecked(), invitation=invitation
        )
        self.seal(partial(make_pack, wish), name)

    @override
    def then(self, lacking: "Lacking") -> tuple[str, ...]:
        text = self.wording.text
        lines = [
            text("Send the file or carry it over. Tell the words by phone, not with the file.")
        ]
        if self._shared is not None:
            lines.append(
                text(
                    "On the other computer: “Keep it safe”, “Take in a file”. Then both keep in"
                    " step by themselves while homejournal is open."
                )
            )
        return tuple(lines)


def title_of(wording: "Wording", way: Sending) -> str:
    """Return the title of the dialog, which is also its button on the page."""
    return {
        Sending.OWN: wording.text("Share with my other computer"),
        Sending.OTHER_HOME: wording.text("Share with another home"),
        Sending.ONCE: wording.text("Send a file once"),
    }[way]


def _about(wording: "Wording", way: Sending) -> str:
    return {
        Sending.OWN: wording.text(
            "Both computers keep in step through a folder that you already have. What lies in it"
            " is sealed; nobody else can read it."
        ),
        Sending.OTHER_HOME: wording.text(
            "Each home keeps its own journal and its private notes. Both see what the child did in"
            " both homes, as one story. No page compares the homes."
        ),
        Sending.ONCE: wording.text(
            "One sealed file, by mail or on a stick. Whoever gets it can take it in as often as"
            " they like; nothing comes twice."
        ),
    }[way]
