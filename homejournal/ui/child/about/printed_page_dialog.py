"""The page about our child before it is handed to somebody new: what of it, and the page itself."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names import name_outside
from homejournal.domain.papers.about_child import (
    SURNAME,
    AboutAsked,
    AboutSheet,
    parts_offered,
    strategies_now,
)
from homejournal.reports.papers.about_page import about_page_text
from homejournal.texts.papers.about_child import pages_needed, part_short
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.fields.choices import MultipleChoice


class AboutPageDialog(SheetDialog[AboutSheet]):
    """Everything that is written is on the page but a last name; each part can be taken off."""

    FOR_OTHERS: ClassVar[bool] = True

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("A page for new people"), parent)
        self._child, self._today = child, desk.today()
        told = desk.journal.about.told(child, self._today)
        now = strategies_now(desk.journal.family(), child, self._today)
        text = self.wording.text
        offered = parts_offered(told, now)
        self.parts = MultipleChoice(
            [(part, part_short(self.wording, part)) for part in offered],
            text("What’s on the page"),
        )
        self.parts.set_chosen(part for part in offered if part != SURNAME)
        self.strategies = MultipleChoice(
            [(strategy.strategy.id, strategy.name) for strategy in now], text("What you do now")
        )
        self.strategies.set_chosen(strategy.strategy.id for strategy in now)
        self._add_rows(parts=bool(offered), strategies=bool(now))
        self.copy_button = make_button(text("Copy the text"), "copy", self.copy_text)
        self.buttons.put_before(self.copy_button, self.lock_button)
        for field in (self.parts, self.strategies):
            field.changed.connect(self._on_chosen)

    def _add_rows(self, *, parts: bool, strategies: bool) -> None:
        text = self.wording.text
        hint = text("Private notes are never on it.")
        if parts:
            self.form.add_row(text("What’s on the page"), self.parts, hint)
        if strategies:
            self.form.add_row(text("What you do now"), self.strategies)

    @override
    def sheet(self) -> AboutSheet | None:
        language, second = self.chosen_languages()
        asked = AboutAsked(
            child=self._child,
            parts=frozenset(str(part) for part in self.parts.chosen()),
            strategies=frozenset(self.strategies.chosen()),
            language=language,
            second_language=second,
            home_language=self.wording.language,
            paper=self.chosen_paper(),
        )
        made = self.desk.journal.about.sheet(asked, self._today)
        self.copy_button.setEnabled(not made.empty)
        if made.empty:
            self.say(self.wording.text("Nothing would stand on the page. Choose something."))
            return None
        return made

    @override
    def file_words(self) -> tuple[str, str, date]:
        name = name_outside(self.desk.journal.family().children, self._child)
        return self.wording.text("About"), name, self._today

    @override
    def told(self, sheet: AboutSheet) -> str:
        return about_page_text(sheet)

    @override
    def said_of(self, _sheet: AboutSheet, pages: int) -> str:
        return pages_needed(self.wording, pages)

    def copy_text(self) -> None:
        """Copy the page as plain text, to paste into a message."""
        made = self.sheet()
        if made is not None:
            QGuiApplication.clipboard().setText(about_page_text(made))
            self.say(self.wording.text("Copied. You can paste it into a message."))
