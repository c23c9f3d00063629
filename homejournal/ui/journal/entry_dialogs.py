"""Correcting an entry of the journal: a practice, or a mark on a day."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.journal.timeline import JournalRow, slots_of
from homejournal.domain.records.family import done_by
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.texts import labels
from homejournal.texts import timeline as said
from homejournal.texts.day_page import capitalized
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.shared_fields import RatingField, RoutineField, TimeField, WhoField
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.single_choice import SingleChoice


class PracticeDialog(FormDialog):
    """The rating, when on the day, who, in which routine, and the day of a practice."""

    def __init__(
        self, desk: Desk, row: JournalRow, practice: Practice, parent: QWidget | None
    ) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Change what is written"), text("Save"), parent)
        self._row, self._practice = row, practice
        family = desk.journal.family()
        self.form.add_words(said.about(desk.wording, row), "heading", most=200)
        self._rating: RatingField | None = None
        if practice.rating_kind not in {None, RatingKind.NONE}:
            rating = RatingField(desk.wording, practice, row.unit)
            self._rating = self.form.add("rating", self._question(), rating)
        slots = slots_of(family, practice)
        self._slot = DropDown[str]()
        offered = [(slot, capitalized(slot)) for slot in slots]
        self._slot.set_choices([(None, text("Not chosen")), *offered], practice.slot)
        if slots:
            self.form.add_row(text("Which time of the day"), self._slot)
        self._time = TimeField(desk.wording, self.form, practice.time)
        self._who = WhoField(desk.wording, self.form, family, practice.helper)
        self._routine = RoutineField(desk.wording, self.form, family, practice)
        self._day = self.form.add("day", text("Day"), DayEdit(practice.day))

    def _question(self) -> str:
        if self._practice.rating_kind is RatingKind.NUMBER:
            return self._row.unit or self.wording.text("Number")
        kind = self._practice.rating_kind
        return labels.rating_kind(self.wording, kind) if kind else ""

    @override
    def step(self) -> Step:
        day = self._day.day() or self._practice.day
        if day > self.desk.today():
            raise InvalidValueError("day", Reason.IN_THE_FUTURE)
        changed = replace(
            done_by(self._practice, self._who.chosen()),
            rating=self._rating.rating() if self._rating else self._practice.rating,
            slot=self._slot.value(),
            time=self._time.said(),
            routine=self._routine.chosen(),
            day=day,
        )
        name = self.wording.text("Changed: {name}", name=said.about(self.wording, self._row))
        return name, partial(self.desk.journal.days.edit, changed)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "rating":
            return self.wording.text("Please write a number, or leave it empty.")
        if error.field == "time":
            return self._time.fault
        return super().fault_words(error)


class MarkDialog(FormDialog):
    """Not today or left out, why, who wrote it, and the day."""

    def __init__(self, desk: Desk, row: JournalRow, mark: DayMark, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Change what is written"), text("Save"), parent)
        self._row, self._mark = row, mark
        self.form.add_words(said.about(desk.wording, row), "heading", most=200)
        kinds = [(kind, capitalized(labels.mark(desk.wording, kind))) for kind in MarkKind]
        self._kind = self.form.add("kind", text("What"), SingleChoice(kinds))
        reasons = [(why, capitalized(labels.reason(desk.wording, why))) for why in LeftOutReason]
        self._reason = self.form.add("reason", text("Why"), SingleChoice(reasons))
        words = QLineEdit(mark.words or "")
        self._words = self.form.add("words", text("In our own words (optional)"), words)
        self._kind.set_choice(mark.mark)
        self._reason.set_choice(mark.reason)
        self._kind.chosen.connect(self._show_rows)
        self._who = WhoField(desk.wording, self.form, desk.journal.family(), mark.helper)
        self._day = self.form.add("day", text("Day"), DayEdit(mark.day))
        self._show_rows()
        self.keep_form(f"mark:{mark.id}")

    @override
    def step(self) -> Step:
        kind, reason = self._kind.choice(), self._reason.choice()
        left_out = kind is MarkKind.LEFT_OUT
        day = self._day.day() or self._mark.day
        if not left_out and day > self.desk.today():  # only what is left out is known ahead
            raise InvalidValueError("day", Reason.IN_THE_FUTURE)
        why = reason or LeftOutReason.OTHER
        changed = replace(
            done_by(self._mark, self._who.chosen()),
            mark=MarkKind.LEFT_OUT if left_out else MarkKind.NOT_TODAY,
            reason=why if left_out else None,
            words=(self._words.text().strip() or None) if left_out else None,
            day=day,
        )
        name = self.wording.text("Changed: {name}", name=said.about(self.wording, self._row))
        return name, self.saving(changed)

    def _show_rows(self, _kind: object = None) -> None:
        left_out = self._kind.choice() is MarkKind.LEFT_OUT
        for field in (self._reason, self._words):
            self.form.show_row(field, shown=left_out)
