"""A pack before it is printed: the family's words, the ticks, and the very pages beside them."""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names import name_outside
from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.material import PackAsked, PackMaterial, pack_material
from homejournal.domain.packs.missing import missing_in
from homejournal.domain.packs.offers import PackOffer, default_keys, pack_offers
from homejournal.domain.packs.pack import Pack, asked_in
from homejournal.domain.records.family import pronoun_of
from homejournal.domain.records.notes import PackKind, Preparation, PrepQuestion
from homejournal.exchange.kept_papers_json import pack_to_dict
from homejournal.services.papers.packs import PackReading
from homejournal.texts.error_texts import explain_value
from homejournal.texts.papers import packs as said
from homejournal.texts.papers.packs import kept_name, offer_said, question
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.base.timers import one_shot
from homejournal.ui.kit.long_paper import LongSheetDialog
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import SingleChoice, TickRow
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import clear, in_column

_INDENT = 24


class PackTicks(QWidget):
    """What needs another line stands further in, and can be ticked only with that one."""

    ticked = Signal(str, bool)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._offers: tuple[PackOffer, ...] = ()
        self.rows: dict[str, TickRow] = {}
        self._column = in_column(gap=2, inside=self)

    def show_offers(self, offers: Sequence[PackOffer], keys: Collection[str]) -> None:
        """Show what can be ticked and what is; built anew only where the offers changed."""
        if tuple(offers) != self._offers:
            self._build(tuple(offers))
        possible: set[str] = set()
        for offer in self._offers:
            row, free = self.rows[offer.key], not offer.needs or offer.needs in possible
            row.setEnabled(free)
            row.show_ticked(offer.key in keys)
            if free and offer.key in keys:
                possible.add(offer.key)

    def _build(self, offers: tuple[PackOffer, ...]) -> None:
        clear(self._column)
        self._offers, self.rows = offers, {}
        depth: dict[str, int] = {}
        said: dict[str, str] = {}
        for offer in offers:
            depth[offer.key] = depth[offer.needs] + 1 if offer.needs else 0
            said[offer.key] = offer_said(self._wording, offer)
            look = "" if depth[offer.key] else "strong"
            row = TickRow(offer.key, said[offer.key], said.get(offer.needs, "")[:200], look)
            row.setContentsMargins(px(_INDENT) * depth[offer.key], 0, 0, 0)
            row.ticked.connect(self.ticked)
            self.rows[offer.key] = row
            self._column.addWidget(row)


_PAUSE_MS = 400


class PackFields(QWidget):
    """Rows for the answers and the day of the meeting; what is typed is kept as unfinished text.

    `changed` comes a moment after the last letter.
    """

    changed = Signal()

    def __init__(self, desk: Desk, form: Form, child: UUID) -> None:
        super().__init__()
        text = desk.wording.text
        self._desk, self._form, self._child = desk, form, child
        self._of = {kind: {asked: NoteEdit("", 1) for asked in asked_in(kind)} for kind in PackKind}
        self._kept = {kind: tuple(self._rows(kind)) for kind in PackKind}
        self.meeting = DayEdit(desk.today(), text("Not known yet"))
        self.meeting.changed.connect(self._on_typed)
        form.add_row(text("Day of the meeting"), self.meeting)
        self._soon = one_shot(self, self.changed, _PAUSE_MS)
        self._saved = PackTyped(answers={})
        self._kind = PackKind.REVIEW

    def _rows(self, kind: PackKind) -> Iterator[FieldDraft]:
        """Add a row for each answer of a pack of this kind."""
        who = pronoun_of(self._desk.journal.family(), self._child)
        place = f"pack:{self._child}" if kind is PackKind.REVIEW else f"pack:{self._child}:{kind}"
        for asked, edit in self._of[kind].items():
            self._form.add_row(question(self._desk.wording, asked, who), edit)
            edit.textChanged.connect(self._on_typed)
            yield FieldDraft(self._desk, edit, f"{place}:{asked}")

    @property
    def edits(self) -> Mapping[PrepQuestion, NoteEdit]:
        """Return the fields of the answers of the pack that is chosen."""
        return self._of[self._kind]

    @property
    def places(self) -> tuple[str, ...]:
        """Return where the unfinished texts are kept."""
        return tuple(draft.place for draft in self._kept[self._kind])

    def show_prepared(self, kind: PackKind, prepared: Preparation | None) -> bool:
        """Show what was prepared, or typed last time; return whether any of it is not saved."""
        self._kind = kind
        answers = dict(prepared.answers) if prepared else {}
        self._saved = PackTyped(answers=answers, meeting=prepared.meeting if prepared else None)
        self.meeting.set_day(self._saved.meeting)
        for of, edits in self._of.items():
            for edit in edits.values():
                self._form.show_row(edit, shown=of is kind)
        taken = False
        for draft, (asked, edit) in zip(self._kept[kind], self.edits.items(), strict=True):
            edit.set_text(answers.get(asked, ""))
            draft.saved_as(edit.text())
            taken = draft.take_up() or taken
        self._soon.stop()
        return taken

    def typed(self) -> PackTyped:
        answers = {str(asked): edit.text().strip() for asked, edit in self.edits.items()}
        written = {asked: words for asked, words in answers.items() if words}
        return PackTyped(answers=written, meeting=self.meeting.day())

    @property
    def unsaved(self) -> bool:
        """Return whether something was typed that is not what is saved."""
        return self.typed() != self._saved

    def saved(self) -> None:
        """Take notice that what is typed is saved."""
        self._saved = self.typed()
        for kept, edit in zip(self._kept[self._kind], self.edits.values(), strict=True):
            kept.saved_as(edit.text())

    def leave(self) -> None:
        """Keep what is typed as unfinished text, and nothing after that."""
        for kept in self._kept[self._kind]:
            kept.keep()
        for kept in itertools.chain(*self._kept.values()):
            kept.stop()

    def _on_typed(self, _day: object = None) -> None:
        self._soon.start()


def _count(reading: PackReading) -> PackMaterial:
    return pack_material(reading.read)


class HandedOver(Notice):
    """Asks whether the pack that was printed or saved was handed over; hidden until then."""

    kept = Signal(str)
    """What was kept, in words."""

    def __init__(self, desk: Desk, child: UUID) -> None:
        super().__init__("", NoticeKind.INFO, desk.wording.text("Keep this pack"))
        self._desk, self._child = desk, child
        self._pack: Pack | None = None
        self.pressed.connect(self.keep)
        self.hide()

    def offer(self, pack: Pack) -> None:
        """Offer to keep this very pack; in a journal that is only read nothing can be kept."""
        if not self._desk.can_write:
            return
        self._pack = pack
        text = self._desk.wording.text
        words = text("Did you hand it over? Keep a copy here, to see later what you said.")
        self.set_text(words, text("Keep this pack"))
        self.show()

    def keep(self) -> None:
        """Keep the pack as it left, as one step."""
        pack = self._pack
        if pack is None:
            return
        wording = self._desk.wording
        words = wording.text("Pack kept: {pack}", pack=kept_name(wording, pack))
        call = partial(self._desk.journal.packs.keep, self._child, pack_to_dict(pack))
        if self._desk.editing.do(words, call) is not None:
            self._pack = None
            self.hide()
            self.kept.emit(words)


_FORM_WIDE, _PAGES_WIDE = 5, 6
"""How form and pages share the width: the six answers need room in large letters, too."""


class PackDialog(LongSheetDialog[Pack, PackReading]):
    """Reads in the background and can be stopped; ticks and words stay while dates change."""

    FOR_OTHERS: ClassVar[bool] = True

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("A pack for a meeting"), _count, parent)
        self._child, self._today = child, desk.today()
        self._material: PackMaterial | None = None
        self._asked: PackAsked | None = None
        self._chosen: dict[str, bool] = {}
        self._add_kind()
        self.fields = PackFields(desk, self.form, child)
        self.fields.changed.connect(self.show_sheet)
        self.form.add_section(self.wording.text("What’s in it"))
        self.ticks = PackTicks(self.wording)
        self.ticks.ticked.connect(self._on_ticked)
        self.form.addRow(self.ticks)
        self.making.ready.connect(self._on_ready)
        self._output.done.connect(self._on_left)
        desk.editing.failed.connect(self._on_failed)
        self.handed_over = HandedOver(desk, child)
        self.handed_over.kept.connect(self.say)
        self._add_keeping()
        self._body.setStretch(0, _FORM_WIDE)
        self._body.setStretch(1, _PAGES_WIDE)
        self._begin()

    def _add_kind(self) -> None:
        text = self.wording.text
        kinds = [(kind, said.title(self.wording, kind)) for kind in PackKind]
        self.kind = self.form.add_row(text("What for"), SingleChoice(kinds))
        self.kind.set_choice(PackKind.REVIEW)
        self.kind.chosen.connect(self._on_kind)
        self.first = self.form.add_row(text("First day"), DayEdit(self._today))
        self.last = self.form.add_row(text("Last day"), DayEdit(self._today))
        for field in (self.first, self.last):
            field.changed.connect(self._on_days)
        unsaved = text("Not saved yet: this is what you typed last time.")
        self.unsaved = self.form.add_words(unsaved, "small")

    def _add_keeping(self) -> None:
        """Add the ways to keep the words and the pack itself here."""
        words = self.wording.text("Keep our words")
        self.keep = make_button(words, "device-floppy", self.keep_words)
        self.keep.setAutoDefault(False)
        self.add_bar(self.keep)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.notice) + 1, self.handed_over)

    def _begin(self) -> None:
        """Show the days that a pack of this kind tells of at first, and what was prepared."""
        kind = self.chosen_kind()
        days = self.desk.journal.packs.days(self._child, kind, self._today)
        self.first.set_day(days.start)
        self.last.set_day(days.end)
        prepared = self.desk.journal.packs.preparation(self._child, kind, days.start)
        self.unsaved.setVisible(self.fields.show_prepared(kind, prepared))
        self._chosen = {}
        self.keep.setVisible(self.desk.can_write)

    def chosen_kind(self) -> PackKind:
        return self.kind.choice() or PackKind.REVIEW

    @override
    def ask(self) -> None:
        super().ask()
        self.read_anew()

    def read_anew(self) -> None:
        """Read what the pack can be made from, for the days that are chosen."""
        clear_problem(self.last)
        self._material = None
        self.show_sheet()
        period = Period(self.first.day() or self._today, self.last.day() or self._today)
        try:
            asked = PackAsked(child=self._child, kind=self.chosen_kind(), period=period)
        except InvalidValueError as error:
            self.making.stop()
            show_problem(self.last, explain_value(self.wording, error))
            return
        self._asked = asked
        self.show_busy(busy=True)
        self.making.read(self.desk.journal.packs.reading(asked, self._today))

    @override
    def sheet(self) -> Pack | None:
        material = self._material
        if material is None:
            return None
        language, second = self.chosen_languages()
        asked = replace(
            material.read.asked,
            paper=self.chosen_paper(),
            language=language,
            second_language=second,
            home_language=self.wording.language,
        )
        return pack_of(material.asked_as(asked), self._keys(material), self.fields.typed())

    @override
    def missing(self, paper: Pack) -> str:
        if self._material is None or not paper.empty:
            return ""
        return said.missing_said(self.wording, missing_in(self._material, paper), paper.pronoun)

    @override
    def file_words(self) -> tuple[str, str, date]:
        name = name_outside(self.desk.journal.family().children, self._child)
        words = said.title(self.wording, self.chosen_kind())
        return words, name, self.last.day() or self._today

    @override
    def told(self, sheet: Pack) -> str:
        return said.title_of(self.wording, sheet)

    @override
    def said_of(self, _sheet: Pack, pages: int) -> str:
        return said.pages_said(self.wording, self.chosen_kind(), pages)

    def keep_words(self) -> None:
        """Write what is typed as one step: the answers, and the day of the meeting."""
        if self._keep():
            self.say(self.wording.text("Kept: what you prepared"))

    def _keep(self) -> bool:
        """Write what is typed, where it is new; return whether it is kept now."""
        if self._asked is None or not self.desk.can_write or not self.fields.unsaved:
            return False
        typed = self.fields.typed()
        call = partial(
            self.desk.journal.packs.prepare,
            self._asked,
            typed.answers,
            typed.meeting,
            drafts=self.fields.places,
        )
        change = self.desk.editing.do(self.wording.text("Kept: what you prepared"), call)
        if change is not None:
            self.fields.saved()
            self.unsaved.hide()
        return change is not None

    def _on_left(self, pack: object, _words: str, _replaced: object) -> None:
        """Keep what was prepared for the pack, and offer to keep the pack itself."""
        self._keep()
        if isinstance(pack, Pack):
            self.handed_over.offer(pack)

    @override
    def done(self, result: int, /) -> None:
        self.fields.leave()
        super().done(result)

    def _keys(self, material: PackMaterial) -> frozenset[str]:
        keys = set(default_keys(material))
        for key, on in self._chosen.items():
            (keys.add if on else keys.discard)(key)
        return frozenset(keys)

    def _on_ready(self, material: PackMaterial) -> None:
        self._material = material
        self.ticks.show_offers(pack_offers(material), self._keys(material))
        self.show_sheet()

    def _on_kind(self, _kind: object) -> None:
        self.fields.leave()
        self._begin()
        self.read_anew()

    def _on_days(self, _day: object) -> None:
        self.read_anew()

    def _on_ticked(self, key: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._chosen[key] = on
        if self._material is not None:
            keys = self._keys(self._material)
            self.ticks.show_offers(pack_offers(self._material), keys)
        self.show_sheet()
