"""A pack before it is printed: the family's words, the ticks, and the very pages beside them."""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.names import name_outside
from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.material import PackAsked, PackMaterial, PackRead, pack_material
from homejournal.domain.packs.missing import missing_in
from homejournal.domain.packs.offers import PackOffer, default_keys, pack_offers
from homejournal.domain.packs.pack import Pack, asked_in
from homejournal.domain.records.family import pronoun_of
from homejournal.domain.records.notes import PackKind, Preparation, PrepQuestion
from homejournal.exchange.json.kept_papers_json import pack_to_dict
from homejournal.services.papers.packs import PackReading
from homejournal.texts.error_texts import explain_value
from homejournal.texts.papers import packs as said
from homejournal.texts.papers.packs import kept_name, offer_said, question
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.base.worker import WHOLE, SingleTask
from homejournal.ui.kit.paper_output import printer
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import SingleChoice, TickRow
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import in_column, in_row

if TYPE_CHECKING:
    from homejournal.ui.base.worker import Task, Worker


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
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
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
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.changed)
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
        """Return what is typed now."""
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


class PackMaking(SingleTask[PackReading]):
    """One pack at a time. What is wanted anew takes the place of what is not there yet."""

    ready = Signal(object)
    """PackMaterial: everything was read and counted."""
    drawn = Signal(object, object)
    """A pack and its pages as pictures."""

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self._pack: Pack | None = None

    def read(self, reading: PackReading) -> None:
        """Read and count all that a pack can be made from."""
        self.stop()
        self._begin(reading)

    def draw(self, pack: "Pack", ppi: float) -> None:
        """Draw the pages of a pack, with so many pixels an inch."""
        self.stop()
        self._pack = pack
        self._start(partial(_draw, pack, ppi), self._on_drawn)

    def _start(self, work: object, done: object) -> None:
        self._task = self._worker.start(work, done, self._on_failed)  # type: ignore[arg-type]
        self._task.progressed.connect(self._on_part)

    @override
    def _on_read(self, reading: PackReading) -> None:
        self._start(partial(_count, reading.read), self._on_counted)

    def _on_counted(self, material: PackMaterial) -> None:
        self._task = None
        self.ready.emit(material)

    def _on_part(self, done: int, of: int) -> None:
        if self.busy:
            self.progressed.emit(self.READING + done * (WHOLE - self.READING) // max(1, of))

    def _on_drawn(self, pages: "tuple[bytes, ...] | None") -> None:
        self._task = None
        if pages is not None:
            self.progressed.emit(WHOLE)
            self.drawn.emit(self._pack, pages)


def _count(read: PackRead, _task: "Task") -> PackMaterial:
    return pack_material(read)


def _draw(pack: "Pack", ppi: float, task: "Task") -> "tuple[bytes, ...] | None":
    return printer().pictures_or_stop(pack, ppi, task.tell)


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


class PackDialog(SheetDialog[Pack]):
    """Reads in the background and can be stopped; ticks and words stay while dates change."""

    FOR_OTHERS: ClassVar[bool] = True

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("A pack for a meeting"), parent)
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
        self.making = PackMaking(desk.worker, self)
        self.making.progressed.connect(self._on_progressed)
        self.making.ready.connect(self._on_ready)
        self.making.drawn.connect(self._on_pack_drawn)
        self.making.failed.connect(self._on_not_made)
        self._output.done.connect(self._on_left)
        desk.editing.failed.connect(self._on_failed)
        self.handed_over = HandedOver(desk, child)
        self.handed_over.kept.connect(self.say)
        self._add_bar()
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

    def _add_bar(self) -> None:
        text = self.wording.text
        self.bar = QProgressBar()
        self.bar.setRange(0, WHOLE)
        self.bar.setTextVisible(False)  # in dark colors its digits can hardly be read
        self.bar.setAccessibleName(text("How far the pack is"))
        self.stop = make_button(text("Stop"), on=self._on_stop)
        self.keep = make_button(text("Keep our words"), "device-floppy", self.keep_words)
        self.keep.setAutoDefault(False)
        row = in_row(self.keep)
        row.addStretch(1)
        row.addWidget(self.bar, 4)
        row.addWidget(self.stop)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.notice) + 1, self.handed_over)
            column.insertLayout(column.count() - 1, row)
        self._show_busy(busy=False)

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
        """Return which pack it is."""
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
        self._show_busy(busy=True)
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
    def show_sheet(self) -> None:
        pack = self.sheet()
        if pack is not None and pack.empty and self._material is not None:
            missing = missing_in(self._material, pack)
            self.say(said.missing_said(self.wording, missing, pack.pronoun))
            self.preview.show_sheets((), "")
            self._show_busy(busy=False)
            pack = None
        for button in self.ways:
            button.setEnabled(pack is not None)
        if pack is not None:
            self._show_busy(busy=True)
            self.making.draw(pack, self.preview.ppi(pack.paper))

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
        self.making.stop()
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

    def _on_pack_drawn(self, pack: Pack, pages: tuple[bytes, ...]) -> None:
        self._show_busy(busy=False)
        self._pages = pages
        self.preview.show_sheets(pages, self.told(pack))
        self.say(self.said_of(pack, len(pages)))

    def _on_not_made(self, failure: Exception) -> None:
        self._show_busy(busy=False)
        self._on_failed(failure)

    def _on_progressed(self, how_far: int) -> None:
        self.bar.setValue(how_far)

    def _on_stop(self) -> None:
        self.making.stop()
        self._show_busy(busy=False)
        self.say(self.wording.text("Stopped. Change something to go on."))
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)

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
