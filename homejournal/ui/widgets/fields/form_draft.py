"""What was typed and chosen in a form, as text for a draft, and filled in again."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from homejournal.domain.limits import read_json
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.number_field import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Mapping


Typed = str | list[str]
"""The text of a field, or the choice as text; of several choices each one."""


def typed_in(field: QWidget) -> Typed:
    """Return what stands in a field; TypeError for a widget of which nothing can be kept."""
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case NumberEdit():
            return field.field.text()
        case MultipleChoice():
            return [str(value) for value in field.chosen()]
        case _:
            return str(_chosen_in(field))


def _chosen_in(field: QWidget) -> object:
    match field:
        case SingleChoice():
            return field.choice()
        case DropDown():
            return field.value()
        case DayEdit():
            return field.day()
        case QAbstractButton():
            return field.isChecked()
        case _:
            raise TypeError(field)


def type_in(field: QWidget, typed: Typed) -> None:
    """Type or choose it in a field as a person does; a choice that is not offered is left out.

    TypeError for a widget of which nothing can be kept.
    """
    match field:
        case QLineEdit():
            field.setText(str(typed))
        case QPlainTextEdit():
            field.setPlainText(str(typed))
        case NumberEdit():
            field.field.setText(str(typed))
        case _:
            _choose_in(field, [typed] if isinstance(typed, str) else typed)


def _choose_in(field: QWidget, typed: list[str]) -> None:
    match field:
        case DropDown():
            offered = [str(value) for value in field.values]
            for value in set(typed).intersection(offered):
                field.setCurrentIndex(offered.index(value))
        case SingleChoice() | MultipleChoice():
            buttons = field.pills if isinstance(field, SingleChoice) else field.chips
            for value, button in zip(field.values, buttons, strict=True):
                button.setChecked(str(value) in typed)
        case DayEdit():
            field.set_day(None if typed == [str(None)] else date.fromisoformat(typed[0]))
        case QAbstractButton():
            field.setChecked(typed == [str(True)])
        case _:
            raise TypeError(field)


def all_typed(fields: Mapping[str, QWidget]) -> dict[str, Typed]:
    """Return what stands in each field, by the names of the fields."""
    return {name: typed_in(field) for name, field in fields.items()}


def type_all(fields: Mapping[str, QWidget], typed: Mapping[str, Typed]) -> None:
    """Fill in the fields that are given, in their order."""
    for name, field in fields.items():
        if name in typed:
            type_in(field, typed[name])


class FormDraft(QObject):
    """The fields that differ from when the form was made, as one draft.

    The others are left out, so that what was changed elsewhere in the meantime stays changed.
    """

    textChanged: ClassVar[Signal] = Signal()  # noqa: N815
    """With everything that is typed or chosen, and by the name that fields of text have for it."""

    def __init__(self, fields: Mapping[str, QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self._before = all_typed(fields)

    def text(self) -> str:
        """Return the changed fields as JSON; empty while nothing was changed."""
        told = all_typed(self._fields)
        new = {name: value for name, value in told.items() if value != self._before[name]}
        return json.dumps(new, ensure_ascii=False, sort_keys=True) if new else ""

    def set_text(self, text: str) -> None:
        """Fill in the fields again, as far as their choices are still offered."""
        type_all(self._fields, read_json(text))
