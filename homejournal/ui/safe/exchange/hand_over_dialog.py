"""Handing one child's part over: which days and parts, what exactly is in it, then the file."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.sharing.hand_over_copy import HandOver, Part
from homejournal.texts.names.child_names import names_said
from homejournal.texts.sharing.import_export import hand_over_lines, part_name
from homejournal.ui.safe.exchange.base_sealed_dialog import SealingDialog
from homejournal.ui.theme import px
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form_rows import add_row, make_form, show_problem
from homejournal.ui.widgets.fields.single_choice import ChoiceRow
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.sharing.missing_from_file import Lacking
    from homejournal.services.safe.transfer.sealed_files import Packed, PackWish
    from homejournal.ui.base.background.worker import Task
    from homejournal.ui.base.desk import Desk


class HandOverDialog(SealingDialog):
    """The first press shows what is in it; the second asks where the file goes."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(
            desk, text("Hand over one child’s journal"), text("See what is in it"), parent
        )
        self._made: Packed | None = None
        names = names_said(self.wording, desk.journal.family().children.values())
        self.child = ChoiceRow(list(names.items()), text("Whose part?"))
        if desk.preferences.child in names:
            self.child.set_choice(desk.preferences.child)
        elif names:
            self.child.set_choice(next(iter(names)))
        self.start, self.end = DayEdit(desk.today()), DayEdit(desk.today())
        self.child.chosen.connect(self._on_child)
        self._on_child(self.child.choice())
        self.ticks = {part: TickRow(part.value, part_name(self.wording, part), "") for part in Part}
        for row in self.ticks.values():
            row.show_ticked(True)
        self._fill()

    def _fill(self) -> None:
        text = self.wording.text
        lead = text(
            "For somebody who cares for the child from now on: kin, a foster family, a sitter. They"
            " take the file into a homejournal of their own. The plan always goes along."
        )
        form = make_form()
        add_row(form, text("Whose part?"), self.child)
        add_row(form, text("From"), self.start)
        add_row(form, text("Through"), self.end)
        self._choosing = QWidget()
        column = QVBoxLayout(self._choosing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        which = WrapLabel(text("What goes along with the plan?"), "strong")
        which.setContentsMargins(0, px(12), 0, 0)
        column.addWidget(which)
        for row in self.ticks.values():
            column.addWidget(row)
        self.column.add(WrapLabel(lead), self._choosing)

    def _on_child(self, child: object) -> None:
        """Begin with all days on which something was planned or written for a child."""
        if isinstance(child, UUID):
            self._whole = self.desk.journal.sheets.book_days(child, self.desk.today())
            self.start.set_day(self._whole.start)
            self.end.set_day(self._whole.end)

    @override
    def file_word(self) -> str:
        # Translators: a part of a file's name, as in "homejournal-hand-over-2026-03-22"
        return self.wording.text("hand-over")

    @override
    def go_on(self) -> None:
        """Show what would be in it, or ask where the file goes."""
        if self._made is None:
            self._look()
        else:
            self.ask_for_file()

    def _look(self) -> None:
        child = self.child.choice()
        if not isinstance(child, UUID):
            return
        parts = frozenset(part for part, row in self.ticks.items() if row.box.isChecked())
        start, end = self.start.day(), self.end.day()
        if start is not None and end is not None and end < start:
            show_problem(self.end, self.wording.text("This day is before the first one."))
            return
        asked = HandOver(
            child=child,
            start=None if start == self._whole.start else start,  # older visits go along, too
            end=None if end == self._whole.end else end,
            parts=parts,
        )
        wish, asked = self.desk.journal.safe.hand_overs.wish(asked)
        work = partial(_make, wish, asked)
        task = self.desk.worker.start(work, self._on_made, self.show_failure)
        self.work.follow(task, self.wording.text("We look at what is in it."), self.do)

    def _on_made(self, made: "Packed") -> None:
        self.work.end()
        self.do.setEnabled(True)
        self._made = made
        coming = made.pack.incoming
        counts = Counter(one.told().kind for one in coming.revisions if one.says_something)
        self._choosing.hide()
        self.tell(*hand_over_lines(self.wording, counts))
        self.column.add(self.words)
        self.do.setText(self.wording.text("Save the file…"))
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)
        self.warn_of(made.lacking)

    @override
    def write(self, name: str) -> None:
        """Seal and write the file beside the window's work."""
        from homejournal.services.safe.transfer.sealed_files import sealed

        if self._made is not None:
            self.seal(partial(sealed, self._made), name)

    @override
    def then(self, lacking: "Lacking") -> tuple[str, ...]:
        text = self.wording.text
        return (
            text("Send the file or carry it over. Tell the words by phone, not with the file."),
            text(
                "There, in a new journal: “I have a file or a copy from another computer”. "
                "In a journal that is used already: “Keep it safe”, “Add a file from "
                "another computer…”."
            ),
            text("What you have here stays as it is."),
        )


def _make(wish: "PackWish", asked: HandOver, _task: "Task") -> "Packed":
    from homejournal.services.safe.transfer.hand_over_copy import hand_over_pack

    return hand_over_pack(wish, asked)
