"""All that is typed and chosen in a form as one text, so that it can be kept until it is saved."""

import json
from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.limits import read_json
from homejournal.ui.widgets.fields.values_as_text import all_typed, type_all


class KeptForm(QObject):
    """What is not as it was when the form was made; so what was changed elsewhere stays changed."""

    textChanged: ClassVar[Signal] = Signal()  # noqa: N815
    """With everything that is typed or chosen, and by the name that fields of text have for it."""

    def __init__(self, fields: Mapping[str, QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self._before = all_typed(fields)

    def text(self) -> str:
        """Return all that was typed and chosen; nothing while all stands as it did."""
        told = all_typed(self._fields)
        new = {name: one for name, one in told.items() if one != self._before[name]}
        return json.dumps(new, ensure_ascii=False, sort_keys=True) if new else ""

    def set_text(self, text: str) -> None:
        """Type and choose all of it again, as far as it is offered still."""
        type_all(self._fields, read_json(text))
