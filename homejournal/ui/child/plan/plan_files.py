"""Plan files: handed over, or opened, looked at and taken in."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import (
    Fault,
    FaultKind,
    ImportFaultsError,
    InvalidValueError,
    JournalError,
    Reason,
)
from homejournal.domain.plan.plan_files import (
    ImportEffect,
    PlanFile,
    PlanItem,
    PlanPart,
    PlanPreview,
    PlanTicks,
    no_ticks,
    parts_of,
)
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.family import is_put_away
from homejournal.domain.records.plan import PlanStatus, PlanStep
from homejournal.domain.text_rules import TEXT_LETTERS, check_name
from homejournal.domain.visit_page.choices import in_file_names
from homejournal.exchange.read_and_save import read_chosen
from homejournal.services.file_kinds import PLAN_ENDING
from homejournal.texts import plan as said
from homejournal.texts.display_names import names_said
from homejournal.texts.file_faults import explain_fault
from homejournal.texts.plan import LineTold, fate_said, item_lines, item_title, preview_summary
from homejournal.texts.wording import Wording
from homejournal.ui.base.clipboard import copy
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.files import documents, which_file
from homejournal.ui.kit.form_dialog import AskingDialog, FormDialog, Step
from homejournal.ui.kit.paper_output import PaperOutput, plain_file
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.choices import DropDown, TickRow
from homejournal.ui.widgets.fields.form import clear_problem, row_of
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, inset
from homejournal.ui.widgets.layout.dialog import (
    BaseDialog,
    FootButtons,
    Role,
    fill_dialog,
    fit,
    foot_row,
)
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.worker import Task


_TOLD = 8


class InvalidPlanFileDialog(BaseDialog):
    """Lists what is wrong with a plan file; without faults, it could not be read at all."""

    another = Signal()

    def __init__(self, wording: Wording, faults: Sequence[Fault], parent: QWidget | None) -> None:
        super().__init__(wording.text("Add a plan file"), parent)
        self._wording = wording
        self._lines = [explain_fault(wording, fault) for fault in faults]
        scroll = ScrollColumn(edge=20)
        scroll.column.setContentsMargins(px(20), px(16), px(20), px(8))
        scroll.column.setSpacing(px(8))
        scroll.add(WrapLabel(wording.text("Nothing was taken from this file."), "heading"))
        for words in self._told(faults):
            scroll.add(WrapLabel(words))
        buttons = self._buttons(mendable=len(faults) > 0 and not _strange(faults))
        fill_dialog(self, scroll, buttons)
        width, height = px(560), scroll.column.totalHeightForWidth(px(540)) + px(96)
        fit(self, width, height)

    def _told(self, faults: Sequence[Fault]) -> list[str]:
        text = self._wording.text
        if not faults:
            return [text("It could not be read. Check that it is still there, and try again.")]
        if _strange(faults):
            return [
                text(
                    "It is not a plan file. A plan file ends in .hjplan and was saved by"
                    " homejournal, or written as the help page “Plan files” says."
                )
            ]
        more = len(faults) - _TOLD
        lead = self._wording.count(
            "{n} place in it needs mending. The person who made the file can do that with these"
            " lines:",
            "{n} places in it need mending. The person who made the file can do that with these"
            " lines:",
            len(faults),
        )
        told = [lead, *self._lines[:_TOLD]]
        if more > 0:
            told.append(self._wording.count("and {n} more place", "and {n} more places", more))
        return told

    def _buttons(self, *, mendable: bool) -> FlowRow:
        text = self._wording.text
        other = make_button(text("Choose another file…"), on=self._on_another)
        close = make_button(text("Close"), on=self.reject)
        if not mendable:
            return foot_row(close, other)
        copies = make_button(text("Copy these lines"), "copy", self._on_copy)
        return foot_row(close, copies, other)

    def _on_copy(self) -> None:
        data = QMimeData()
        data.setText("\n".join(self._lines))
        copy(data)

    def _on_another(self) -> None:
        self.accept()
        self.another.emit()


def _strange(faults: Sequence[Fault]) -> bool:
    """Return whether this is no plan file at all, so that nothing in it can be corrected."""
    return faults[0].what in {FaultKind.NOT_A_PLAN, FaultKind.NOT_JSON, FaultKind.NOT_UTF8}


_HEARD_LETTERS = 2000


class PlanFileRow(QWidget):
    """`ticked` carries the id and whether it is ticked; what stands already has no tick to set."""

    ticked = Signal(object, bool)

    def __init__(self, wording: Wording, item: PlanItem, names: Mapping[UUID, str]) -> None:
        super().__init__()
        self.item, self._wording = item, wording
        step = isinstance(item.record, PlanStep)
        title = item_title(wording, item.record)
        fate = fate_said(wording, item.fate)
        lines = item_lines(wording, item, names)
        about = "; ".join((fate, *map(self._heard, lines)))[:_HEARD_LETTERS]
        self.line = TickRow("", title, about, "" if step else "strong", most=TEXT_LETTERS)
        self.line.add_word(fate)
        self.line.ticked.connect(self._on_ticked)
        column = in_column(self.line, *map(self._told, lines), gap=2, inside=self)
        column.setContentsMargins(inset(px(28) if step else 0, bottom=px(4)))

    def show_ticks(self, ticks: PlanTicks) -> None:
        """Show whether it is ticked, and whether it can be."""
        self.line.show_ticked(self.item.record.id in ticks.chosen)
        self.line.box.setEnabled(ticks.possible(self.item))

    def _told(self, line: LineTold) -> QWidget:
        """Return a line with its words, beside the words that stand now where it has some."""
        told = QWidget()
        column = in_column(WrapLabel(line.label, "small"), gap=0, inside=told)
        column.setContentsMargins(inset(px(40), px(2), 0, px(2)))
        if self.item.fate is ImportEffect.NEW:
            column.addWidget(WrapLabel(line.now, most=TEXT_LETTERS))
            return told
        row = in_row(gap=16)
        for words, look in zip(self._both(line), ("muted", ""), strict=True):
            label = WrapLabel(words, look, most=TEXT_LETTERS)
            row.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return told

    def _both(self, line: LineTold) -> tuple[str, str]:
        """Return what stands now, and what the file says."""
        text = self._wording.text
        return (
            text("now: {words}", words=line.before or "–"),
            text("in the file: {words}", words=line.now or "–"),
        )

    def _heard(self, line: LineTold) -> str:
        said = line.now if self.item.fate is ImportEffect.NEW else "; ".join(self._both(line))
        return f"{line.label}: {said}"

    def _on_ticked(self, _key: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.ticked.emit(self.item.record.id, on)


_AT_ONCE = 40
"""So many things are shown at first; a large file shows the next ones when asked."""


class PlanImportDialog(FormDialog):
    """Imports the ticked rows of a plan file as one step; nothing is ticked at first."""

    def __init__(self, desk: Desk, file: "PlanFile", child: UUID, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Add a plan file"), text("Add what is ticked"), parent)
        self._file, self._child = file, child
        self.rows: dict[UUID, PlanFileRow] = {}
        self.form.add_words(desk.wording.own(file.name), "heading")
        self._summary = self.form.add_words("")
        self.child = DropDown[UUID]()
        every = desk.journal.family().children.values()
        offered = [known for known in every if known.id == child or not is_put_away(known)]
        self.child.set_choices(list(names_said(desk.wording, offered).items()), child)
        if len(offered) > 1:
            self.form.add_row(text("Whose plan is it?"), self.child)
            self.child.picked.connect(self._on_child)
        self._add_list()
        self._look()

    def _add_list(self) -> None:
        text = self.wording.text
        self.all_new = make_button(
            text("Tick all that is new"), "list-check", self._on_all_new, look="link"
        )
        self._all = FlowRow(self.all_new)
        self.more = make_button("", on=self._on_more, look="link")
        self._rest = FlowRow(self.more)
        asked = text("What do you want to take?")
        hint = text("Ticking a strategy also ticks its steps, and whom and what they name.")
        self._list = self.form.add("ticks", asked, Part(), hint)

    def _look(self) -> None:
        """Show what the file would change for the child that is chosen."""
        files = self.desk.journal.plan_files
        self._preview: PlanPreview = files.preview_of(self._file, self._child)
        self._ticks = no_ticks(self._preview)
        self._most = _AT_ONCE
        self._summary.setText(preview_summary(self.wording, self._preview))
        row_of(self._list).setVisible(bool(self._preview.items))
        self._build()

    def _build(self) -> None:
        widgets: list[QWidget] = [self._all]
        known, self.rows = self.rows, {}
        for part, items in parts_of(self._preview, self._most):
            heading = WrapLabel(self._heading(part), "heading")
            heading.setContentsMargins(0, px(8), 0, 0)
            widgets.append(heading)
            for item in items:
                row = known.get(item.record.id)
                if row is None or row.item is not item:
                    row = self._row(item)
                self.rows[item.record.id] = row
                widgets.append(row)
        self._list.show_widgets([*widgets, self._rest])
        rest = len(self._preview.items) - len(self.rows)
        self.more.setText(self.wording.count("Show {n} more", "Show {n} more", rest))
        self.more.setVisible(rest > 0)
        self.all_new.setVisible(not self._preview.changes_nothing)
        self._show(self._ticks.with_seen(self.rows))
        self._put_in_order()

    @override
    def _add_foot(self) -> None:
        """Add the buttons; of a file with nothing in it nothing can be taken."""
        super()._add_foot()
        for foot in self.findChildren(FootButtons):
            for button in foot.buttons():
                if foot.buttonRole(button) is Role.AcceptRole:
                    button.setEnabled(bool(self._preview.items))

    def _put_in_order(self) -> None:
        """Let Tab go through the ticks from top to bottom, also through those that come later."""
        before: QWidget = self.all_new
        for row in self.rows.values():
            self.setTabOrder(before, row.line.box)
            before = row.line.box
        self.setTabOrder(before, self.more)

    def _row(self, item: "PlanItem") -> PlanFileRow:
        row = PlanFileRow(self.wording, item, self._preview.names)
        row.ticked.connect(self._on_ticked)
        return row

    def _heading(self, part: PlanPart) -> str:
        text = self.wording.text
        words = {
            PlanPart.STRATEGIES: text("Strategies and their steps"),
            PlanPart.OUTCOMES: text("Outcomes"),
            PlanPart.PEOPLE: text("People"),
            PlanPart.ROUTINES: text("Parts of the day"),
        }
        return words[part]

    def _show(self, ticks: PlanTicks) -> None:
        self._ticks = ticks
        for row in self.rows.values():
            row.show_ticks(ticks)
        if ticks.chosen and row_of(self._list).problem():
            clear_problem(self._list)

    def _on_ticked(self, which: UUID, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._show(self._ticks.ticked(which) if on else self._ticks.unticked(which))

    def _on_all_new(self) -> None:
        self._show(self._ticks.all_new())

    def _on_more(self) -> None:
        self._most += _AT_ONCE
        self._build()

    def _on_child(self, child: UUID) -> None:
        self._child = child
        self._look()

    @override
    def step(self) -> Step:
        if not self._ticks.chosen:
            raise InvalidValueError("ticks", Reason.EMPTY)
        said = self.wording.text("Added: {plan}", plan=self.wording.own(self._file.name))
        take = self.desk.journal.plan_files.take
        return said, partial(take, self._preview, self._ticks.chosen)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text("Tick what you want to take first.")

    @override
    def reject(self) -> None:
        """Close at once: nothing is typed here that could be lost."""
        QDialog.reject(self)


class PlanExportDialog(AskingDialog):
    """Asks what to export; `chosen` carries the ids and the name of the plan."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None) -> None:
        wording, text = desk.wording, desk.wording.text
        title = text("Hand over as a plan file")
        super().__init__(desk, title, text("Save the file…"), parent)
        lead = text(
            "In it: the strategies you tick, with their steps, who suggested them, and the outcome."
            " Your own words go along as you wrote them, names too. Not in it: notes, days, and how"
            " to reach anybody."
        )
        self.form.add_words(lead)
        name = QLineEdit(text("Plan, {day}", day=wording.day(desk.today())))
        self.name = self.form.add("name", text("Name of the plan"), name)
        self.lines: dict[UUID, TickRow] = {}
        self.form.add("strategies", text("Strategies"), self._list(child))
        self.form.faults["strategies"] = text("Choose at least one strategy.")
        hint = text("homejournal sends nothing. You save the file and give it on as you like.")
        self.form.add_words(hint, "small")

    def _list(self, child: UUID) -> QWidget:
        ticks = QWidget()
        column = in_column(inside=ticks)
        state = plan_state(self.desk.journal.family(), child, self.desk.today())
        for strategy in state.strategies:
            active = strategy.standing is PlanStatus.ACTIVE
            word = "" if active else said.standing(self.wording, strategy.standing)
            line = TickRow("", self.wording.own(strategy.name), word)
            if word:
                line.add_word(word)
            line.box.setChecked(strategy.standing is not PlanStatus.FINISHED)
            self.lines[strategy.strategy.id] = line
            column.addWidget(line)
        if not state.strategies:
            column.addWidget(WrapLabel(self.wording.text("No strategies yet"), "muted"))
        return ticks

    @override
    def read(self) -> tuple[set[UUID], str]:
        ids = {which for which, line in self.lines.items() if line.box.isChecked()}
        name = self.name.text().strip()
        check_name("name", name)
        if not ids:
            raise InvalidValueError("strategies", Reason.EMPTY)
        return ids, name


class PlanFiles(QObject):
    """Opens the dialogs over `parent`; `done` carries what was saved, in words."""

    done = Signal(str)
    taken = Signal()
    """Something of a file was taken into the plan."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._child, self._parent = desk, child, parent
        self._output = PaperOutput(desk, parent)
        self._output.done.connect(self._on_done)
        self._output.failed.connect(desk.editing.failed)

    def choose(self) -> None:
        """Ask for a file, and look at it."""
        text = self._desk.wording.text
        kinds = [self._filter(), text("All files (*)")]
        dialog = which_file(self._parent, text("Add a plan file"), kinds, documents())
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def look_at(self, path: Path) -> None:
        """Read a file and show what is in it, or why it cannot be read; nothing is written."""
        self._desk.worker.start(partial(_read, path), self._on_read, self._on_refused)

    def hand_over(self) -> None:
        """Ask which strategies to hand over, then where to save them."""
        dialog = PlanExportDialog(self._desk, self._child, self._parent)
        dialog.chosen.connect(self._on_handing)
        dialog.ask()

    def _on_chosen(self, chosen: str) -> None:
        if chosen:
            self.look_at(Path(chosen))

    def _on_read(self, file: "PlanFile") -> None:
        dialog = PlanImportDialog(self._desk, file, self._child, self._parent)
        dialog.accepted.connect(self.taken)
        dialog.ask()

    def _on_refused(self, failure: Exception) -> None:
        faults = failure.faults if isinstance(failure, ImportFaultsError) else ()
        dialog = InvalidPlanFileDialog(self._desk.wording, faults, self._parent)
        dialog.another.connect(self.choose)
        dialog.open()

    def _on_handing(self, chosen: tuple[set[UUID], str]) -> None:
        text, (strategies, name) = self._desk.wording.text, chosen
        file = in_file_names(name) or text("Plan")
        try:
            data = self._desk.journal.plan_files.export(strategies, name)
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
            return
        ending = PLAN_ENDING.removeprefix(".")
        wish = plain_file(text("Save as a plan file"), file, self._filter(), ending, data)
        self._output.save(wish)

    def _on_done(self, _about: object, words: str, _replaced: object) -> None:
        self.done.emit(words)

    def _filter(self) -> str:
        return self._desk.wording.text("Plan files (*.hjplan *.json)")


def _read(path: Path, _task: "Task") -> "PlanFile":
    """Read a file, and no more of it than a plan file may have."""
    from homejournal.exchange.plan_file import MOST_BYTES, read_plan_file

    return read_plan_file(read_chosen(path, MOST_BYTES + 1))
