"""The values of fields as text, for drafts: read from a field, and filled in again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.number_field import NumberEdit
from homejournal.ui.widgets.fields.single_choice import MultipleChoice, SingleChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

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
            for one in set(typed).intersection(offered):
                field.setCurrentIndex(offered.index(one))
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
