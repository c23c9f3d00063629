"""The dialogs of the page about a child: name and birthday, what is written, the page on paper."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import name_outside
from homejournal.domain.papers.about_child import (
    ABOUT_PARTS,
    COMMUNICATES,
    ONLY_TICKED,
    WORDS,
    AboutAsked,
    AboutChild,
    AboutSheet,
    parts_offered,
    strategies_now,
)
from homejournal.domain.records.children import Child, Pronoun, ShownName
from homejournal.domain.text_rules import check_line
from homejournal.reports.papers.about_page import about_page_text
from homejournal.texts.day_page import capitalized
from homejournal.texts.labels import child_said, pronoun
from homejournal.texts.papers import about_child as said
from homejournal.texts.papers.about_child import pages_needed, part_short
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.records.strategy_fields import names_in
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import MultipleChoice, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.note_field import NoteEdit


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
        self.parts.set_chosen(part for part in offered if part not in ONLY_TICKED)
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
            self.say(self.wording.text("Nothing would be on the page. Choose something."))
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


_EARLIEST, _LATEST = timedelta(weeks=20), timedelta(weeks=4)
"""A birth may be so long before the due day, and so long after it."""


class ChildDialog(FormDialog):
    """Name, last name, birthday and due date; only the name must be said."""

    def __init__(self, desk: Desk, child: Child, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Name and birthday"), text("Save"), parent)
        self._child = child
        add = self.form.add
        hint = text("What you call your child.")
        self.name = add("name", text("Name or nickname"), QLineEdit(child.name), hint)
        ways = [(one, capitalized(pronoun(desk.wording, one))) for one in Pronoun]
        self.pronoun = add("pronoun", text("She or he"), SingleChoice(ways, text("She or he")))
        self.pronoun.set_choice(child.pronoun)
        shown = [
            (ShownName.NAME, child.name),
            (ShownName.OUR_CHILD, child_said(desk.wording, child.pronoun)),
        ]
        self.shown_name = add(
            "shown_name", text("On papers"), SingleChoice(shown, text("On papers"))
        )
        self.shown_name.set_choice(child.shown_name)
        hint = text("It goes on a page only where you tick it.")
        surname = QLineEdit(child.surname or "")
        self.surname = add("surname", text("Last name (optional)"), surname, hint)
        hint = text("Only for the age on a page. You can leave it out.")
        self.born = add("born", text("Birthday"), self._day(child.born), hint)
        hint = text(
            "For a baby who came more than three weeks early: pages then tell the corrected age,"
            " too, until 24 months."
        )
        self.due = add("due", text("Due date"), self._day(child.due), hint)
        far = text("This is far from the birthday. Look at both days once more.")
        self.form.faults["due"] = far
        self.keep_form(f"child:{child.id}")

    def _day(self, day: date | None) -> DayEdit:
        edit = DayEdit(day or self.desk.today(), self.wording.text("Not now"))
        edit.set_day(day)
        return edit

    @override
    def step(self) -> Step:
        born, due = self.born.day(), self.due.day()
        if born is not None and born > self.desk.today():
            raise InvalidValueError("born", Reason.IN_THE_FUTURE)
        if born is not None and due is not None and not -_LATEST <= due - born <= _EARLIEST:
            raise InvalidValueError("due", Reason.DOES_NOT_FIT)
        child = replace(
            self._child,
            name=self.name.text().strip(),
            surname=self.surname.text().strip() or None,
            born=born,
            due=due,
            pronoun=self.pronoun.choice() or Pronoun.NEITHER,
            shown_name=self.shown_name.choice() or ShownName.NAME,
        )
        name = self.wording.own(child.name)
        return self.wording.text("Saved: {name}", name=name), self.saving(child)


class AboutDialog(FormDialog):
    """Nothing must be said. What is typed is kept as unfinished text after each pause."""

    def __init__(self, desk: Desk, told: AboutChild, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        child = told.child
        super().__init__(desk, said.title(desk.wording, child.pronoun), text("Save"), parent)
        self._told = told
        self._taken_up = False
        self._add_lead()
        self.words = self._edit(WORDS, child.words or "", 1)
        self._add(WORDS, self.words)
        self._add_ways()
        self.edits = {part: self._edit(part, self._written(part), 2) for part in ABOUT_PARTS}
        for part, edit in self.edits.items():
            self._add(part, edit)
        if self._taken_up:
            self.show_draft_notice(0)

    def _add(self, part: str, edit: NoteEdit) -> None:
        wording, who = self.wording, self._told.child.pronoun
        hint = said.part_hint(wording, part, who)
        self.form.add(part, said.part_name(wording, part, who), edit, hint)

    def _add_lead(self) -> None:
        text, newest = self.wording.text, self._told.newest
        words = text("Leave out what you like. You can add to it any time.")
        if newest is not None and newest.day < self.desk.today():
            words = text(
                "Written on {day}. What you save now gets today’s date; the earlier words stay.",
                day=self.wording.day(newest.day),
            )
        self.form.add_words(words, "muted")

    def _add_ways(self) -> None:
        text, own = self.wording.text, self._told.child.communicates
        offered = said.ways_offered(self.wording, own)
        name = said.part_name(self.wording, COMMUNICATES, self._told.child.pronoun)
        ways = [(way, said.way_said(self.wording, way)) for way in offered]
        self.ways = MultipleChoice(ways, name)
        self.ways.set_chosen(own)
        self.form.add_row(name, self.ways)
        self.more_ways = self._edit(COMMUNICATES, "", 1)
        hint = text("With commas between them, for example: our own sign for milk")
        self.form.add(COMMUNICATES, text("In another way"), self.more_ways, hint)

    def _written(self, part: str) -> str:
        newest = self._told.newest
        return (getattr(newest, part) or "") if newest is not None else ""

    def _edit(self, part: str, saved: str, lines: int) -> NoteEdit:
        edit = NoteEdit("", lines)
        edit.set_text(saved)
        kept = self.keep_draft_of(edit, f"about:{self._told.child.id}:{part}", saved)
        self._taken_up = kept or self._taken_up
        return edit

    @override
    def step(self) -> Step:
        texts = {part: edit.text().strip() for part, edit in self.edits.items()}
        for part, words in texts.items():
            check_line(part, words)
        child = replace(
            self._told.child,
            words=self.words.text().strip() or None,
            communicates=self._ways_chosen(),
        )
        name = self.wording.own(child.name)
        call = partial(
            self.desk.journal.about.save,
            child,
            texts,
            self.desk.today(),
            drafts=self.drafts(),
        )
        return self.wording.text("Saved: about {child}", child=name), call

    def _ways_chosen(self) -> tuple[str, ...]:
        chosen = [str(way) for way in self.ways.chosen()]
        typed = names_in(self.more_ways.text().replace("\n", ","))
        return tuple(dict.fromkeys((*chosen, *typed)))
