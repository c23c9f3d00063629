"""The people who write in this journal, and the names of this home and this computer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.changes import Change
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.texts.display_names import everybody, people_to_choose, people_who_left
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.kit.list_dialog import Line, ListDialog
from homejournal.ui.theme import set_look
from homejournal.ui.widgets.button import ToggleButton
from homejournal.ui.widgets.fields.choices import DropDown

if TYPE_CHECKING:
    from homejournal.services.records.homes import Homes
    from homejournal.ui.base.desk import Desk


class HomeNamesDialog(FormDialog):
    """Both names, and where several homes are known, which of them is ours."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("This home and this computer"), text("Save"), parent)
        homes = desk.journal.safe.homes
        ours, computer = homes.ours, homes.computer
        home = QLineEdit(ours.name if ours else "")
        self.home = self.form.add("home", text("The name of this home"), home)
        device = QLineEdit(computer.name if computer else "")
        self.computer = self.form.add("name", text("The name of this computer"), device)
        self.which = QComboBox()
        self.which.addItem(ours.name if ours else text("A new one"), ours.id if ours else None)
        for other in homes.others():
            self.which.addItem(desk.wording.own(other.name), other.id)
        if homes.others():
            about = text("Only if this journal was begun under the name of another home.")
            self.form.add_row(text("Which home is ours"), self.which, about)
        self.keep_form("names")

    @override
    def step(self) -> Step:
        home, computer = self.home.text().strip(), self.computer.text().strip()
        if not home:
            raise InvalidValueError("home", Reason.EMPTY)
        homes = self.desk.journal.safe.homes
        if self.which.currentIndex() > 0:
            return self.wording.text("Home chosen"), partial(_chosen, homes, self.which)
        return self.wording.text("Names saved"), partial(homes.name_ours, home, computer)


def _chosen(homes: "Homes", which: QComboBox) -> Change:
    return homes.choose_ours(which.currentData())


class WriterDialog(FormDialog):
    """The name of somebody who writes; where the family has several homes, also in which one."""

    named = Signal(object)
    """UUID: whose name was saved."""

    def __init__(self, desk: "Desk", helper: Helper | None, parent: QWidget | None) -> None:
        text = desk.wording.text
        first = text("Who else writes?") if desk.journal.family().writers else text("Who are you?")
        title = text("Another name") if helper else first
        super().__init__(desk, title, text("Save"), parent)
        self._helper = helper
        self._saved: UUID | None = None
        new = text("As your child would say it.")
        hint = text("It changes in everything they wrote, too.")
        name = QLineEdit(helper.name if helper else "")
        self.name = self.form.add("name", text("Name"), name, hint if helper else new)
        self.name.setPlaceholderText(text("Mom, Dad, Grandma…"))
        homes = [(home.id, home.name) for home in desk.journal.family().homes.values()]
        self.home: DropDown[UUID] | None = None
        if len(homes) > 1:
            self.home = self.form.add_row(text("Home"), DropDown[UUID]())
            self.home.set_choices(
                [(None, text("Not chosen")), *homes], helper.home if helper else None
            )
        self.keep_form(f"writer:{helper.id if helper else 'new'}")

    @override
    def step(self) -> Step:
        name = self.name.text().strip()
        known = self._helper
        new = Helper(id=uuid4(), name=name)
        helper = replace(known, name=name) if known else new
        if self.home is not None:
            helper = replace(helper, home=self.home.value())
        self._saved = helper.id
        return self.wording.text("Saved: {name}", name=self.wording.own(name)), self.saving(helper)

    @override
    def done(self, result: int, /) -> None:
        super().done(result)
        if result == self.DialogCode.Accepted:
            self.named.emit(self._saved)


def ask_for_new(desk: "Desk", parent: QWidget | None, choose: Callable[[UUID], object]) -> None:
    """Ask for the name of somebody who is not on the list yet, and choose them once saved."""
    dialog = WriterDialog(desk, None, parent)
    dialog.named.connect(choose)
    dialog.ask()


class PeopleDialog(ListDialog):
    """Who writes, in the order in which they came; and who is no longer on the list."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset({Kind.HELPER})

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        lead = text("Everybody who uses the strategies or writes them down. They need no account.")
        super().__init__(desk, text("People who write here"), lead, parent)
        self.add = self.add_button(text("Add somebody…"), "plus")
        self.rename = self.add_button(text("Another name…"), "pencil", chosen=True)
        self.take_off = self.add_button(text("Take off the list"), "minus", chosen=True)
        self.put_back = self.add_button(text("Put back on the list"), "arrow-back-up", chosen=True)
        self.delete = self.add_button(text("Delete the name"), "trash", chosen=True)
        self.earlier = ToggleButton(text("No longer on the list"))
        set_look(self.earlier, "link")
        self.does.add(self.earlier)
        self.add.clicked.connect(self._on_add)
        self.rename.clicked.connect(self.change_chosen)
        self.take_off.clicked.connect(self.remove_chosen)
        self.put_back.clicked.connect(self._on_put_back)
        self.delete.clicked.connect(self.remove_chosen)
        self.earlier.toggled.connect(self._on_earlier)

    @override
    def lines(self) -> Sequence[Line]:
        family = self.desk.journal.family()
        left = people_who_left(self.wording, family)
        if self.earlier.isChecked() and not left:
            self.earlier.setChecked(False)
        self.earlier.setVisible(bool(left))
        shows_left = self.earlier.isChecked()
        for button in (self.add, self.take_off):
            button.setVisible(self.desk.can_write and not shows_left)
        for button in (self.put_back, self.delete):
            button.setVisible(self.desk.can_write and shows_left)
        return left if shows_left else people_to_choose(self.wording, family)

    @override
    def nothing(self) -> str:
        return self.wording.text("Nobody is on the list yet.")

    @override
    def current_changed(self) -> None:
        """Name the chosen person in the buttons' accessible descriptions."""
        helper = self._helper()
        for button in (self.rename, self.take_off, self.put_back, self.delete):
            button.setAccessibleDescription(helper.name if helper else "")

    def _helper(self) -> Helper | None:
        chosen = self.chosen()
        return self.desk.journal.family().helpers.get(chosen) if chosen else None

    def _on_add(self) -> None:
        WriterDialog(self.desk, None, self).ask()

    @override
    def change_chosen(self) -> None:
        helper = self._helper()
        if helper is not None and self.desk.can_write:
            WriterDialog(self.desk, helper, self).ask()

    @override
    def remove_chosen(self) -> None:
        """Take somebody off the list; of those who are off it already, delete the name."""
        helper = self._helper()
        if helper is None:
            return
        name = self._name(helper)
        if helper.left is None:
            words = self.wording.text("Taken off the list: {name}", name=name)
            self._save(words, replace(helper, left=self.desk.today()))
        else:
            words = self.wording.text("Name deleted: {name}", name=name)
            self.desk.editing.do(words, partial(self.desk.journal.records.delete, helper.id))

    def _on_put_back(self) -> None:
        helper = self._helper()
        if helper is not None:
            words = self.wording.text("Back on the list: {name}", name=self._name(helper))
            self._save(words, replace(helper, left=None))

    def _name(self, helper: Helper) -> str:
        names = dict(everybody(self.wording, self.desk.journal.family()))
        return self.wording.own(names[helper.id])

    def _save(self, words: str, helper: Helper) -> None:
        self.desk.editing.do(words, partial(self.desk.journal.records.save, helper))

    def _on_earlier(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.search.clear()
        self.show_lines()
