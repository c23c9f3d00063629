"""What is in a plan file, line by line, beside what stands; the family ticks what it takes."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.plan_files import PlanPart, PlanTicks, no_ticks, parts_of
from homejournal.domain.records.family import is_put_away
from homejournal.texts.display_names import names_said
from homejournal.texts.plan.plan_file import preview_summary
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.plan.files.import_rows import PlanFileRow
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card_section import Part
from homejournal.ui.widgets.fields.drop_down import ChooseBox
from homejournal.ui.widgets.fields.form_rows import add_row, clear_problem, row_of
from homejournal.ui.widgets.layout.dialog_foot import FootButtons, Role
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.plan.plan_files import PlanFile, PlanItem, PlanPreview

_AT_ONCE = 40
"""So many things are shown at first; a large file shows the next ones when asked."""


class PlanFileDialog(FormDialog):
    """Nothing is ticked at first, and nothing is taken that is not ticked; one step in the end."""

    def __init__(self, desk: Desk, file: "PlanFile", child: UUID, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Add a plan file"), text("Add what is ticked"), parent)
        self._file, self._child = file, child
        self.rows: dict[UUID, PlanFileRow] = {}
        self.form.addRow(WrapLabel(desk.wording.own(file.name), "heading"))
        self._summary = WrapLabel("")
        self.form.addRow(self._summary)
        self.child = ChooseBox()
        every = desk.journal.family().children.values()
        offered = [one for one in every if one.id == child or not is_put_away(one)]
        self.child.set_choices(list(names_said(desk.wording, offered).items()), child)
        if len(offered) > 1:
            add_row(self.form, text("Whose plan is it?"), self.child)
            self.child.picked.connect(self._on_child)
        self._add_list()
        self._look()

    def _add_list(self) -> None:
        text = self.wording.text
        self.all_new = WordButton(text("Tick all that is new"))
        set_look(self.all_new, "link")
        self._all = FlowRow()
        self._all.add(self.all_new)
        set_icon(self.all_new, "list-check", "muted", 16)
        self.all_new.clicked.connect(self._on_all_new)
        self.more = WordButton()
        set_look(self.more, "link")
        self._rest = FlowRow()
        self._rest.add(self.more)
        self.more.clicked.connect(self._on_more)
        self._list = Part()
        self.fields = {"ticks": self._list}
        add_row(
            self.form,
            text("What do you want to take?"),
            self._list,
            text("With a strategy its steps are ticked, and whom and what they name."),
        )

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
        self._show(self._ticks.seeing(self.rows))
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
        said = self.wording.text("Taken in: {plan}", plan=self.wording.own(self._file.name))
        take = self.desk.journal.plan_files.take
        return said, partial(take, self._preview, self._ticks.chosen)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text("Tick what you want to take first.")

    @override
    def reject(self) -> None:
        """Close at once: nothing is typed here that could be lost."""
        QDialog.reject(self)
