"""Writing about our child: the family's words, ways of communicating, and six open parts."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.papers.about_child import ABOUT_PARTS, COMMUNICATES, WORDS, AboutChild
from homejournal.domain.text_rules import check_line
from homejournal.texts.papers import about_child as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.strategy_frequency_fields import names_in
from homejournal.ui.widgets.fields.form_rows import add_row
from homejournal.ui.widgets.fields.multiple_choice import ChipChoice
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.text.labels import WrapLabel


class AboutDialog(FormDialog):
    """Nothing must be said. What is typed is kept as unfinished text after each pause."""

    def __init__(self, desk: Desk, told: AboutChild, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("About our child"), text("Save"), parent)
        self._told = told
        self._taken_up = False
        self._add_lead()
        child = told.child
        self.words = self._edit(WORDS, child.words or "", 1)
        hint = said.part_hint(desk.wording, WORDS)
        add_row(self.form, said.part_name(desk.wording, WORDS), self.words, hint)
        self._add_ways()
        self.edits = {part: self._edit(part, self._written(part), 2) for part in ABOUT_PARTS}
        for part, edit in self.edits.items():
            hint = said.part_hint(desk.wording, part)
            add_row(self.form, said.part_name(desk.wording, part), edit, hint)
        self.fields = {WORDS: self.words, COMMUNICATES: self.more_ways, **self.edits}
        if self._taken_up:
            self.say_taken_up(0)

    def _add_lead(self) -> None:
        text, newest = self.wording.text, self._told.newest
        words = text("Leave out what you like. You can add to it any time.")
        if newest is not None and newest.day < self.desk.today():
            words = text(
                "You wrote this on {day}. What you save now stands under today’s date, and the"
                " earlier words stay.",
                day=self.wording.day(newest.day),
            )
        self.form.addRow(WrapLabel(words, "muted"))

    def _add_ways(self) -> None:
        text, own = self.wording.text, self._told.child.communicates
        offered = said.ways_offered(self.wording, own)
        name = said.part_name(self.wording, COMMUNICATES)
        ways = [(way, said.way_said(self.wording, way)) for way in offered]
        self.ways = ChipChoice(ways, name)
        self.ways.set_chosen(own)
        add_row(self.form, name, self.ways)
        self.more_ways = self._edit(COMMUNICATES, "", 1)
        hint = text("With commas between them, for example: her own sign for milk")
        add_row(self.form, text("In another way"), self.more_ways, hint)

    def _written(self, part: str) -> str:
        newest = self._told.newest
        return (getattr(newest, part) or "") if newest is not None else ""

    def _edit(self, part: str, saved: str, lines: int) -> NoteEdit:
        edit = NoteEdit("", lines)
        edit.set_text(saved)
        edit.done.connect(self.save)
        kept = self.keep_typed(edit, f"about:{self._told.child.id}:{part}", saved)
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
