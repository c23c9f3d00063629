"""The chosen entry beside the list: read whole, change, delete, restore."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QMimeData, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.journal.timeline import Entry, JournalRow, slots_of
from homejournal.domain.journal.versions import child_of
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import done_by
from homejournal.domain.records.notes import AnyNote, Note, PrivateNote
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.texts import labels
from homejournal.texts import timeline as said
from homejournal.texts.day_page import capitalized
from homejournal.ui.attachments.owners import PhotoPlace
from homejournal.ui.attachments.photo_strip import PhotoStrip
from homejournal.ui.base.clipboard import brings_files
from homejournal.ui.base.desk import Desk
from homejournal.ui.day_rows.photos import open_photos, photos_button_words, take_photos
from homejournal.ui.journal.life_events_dialog import LifeEventDialog
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.kit.written_notes import signs_of
from homejournal.ui.records.history_dialog import HistoryDialog
from homejournal.ui.records.note_dialog import NoteDialog
from homejournal.ui.records.shared_fields import RatingField, RoutineField, TimeField, WhoField
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import DropDown, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, let_go
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel, line_label

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from homejournal.domain.records.media_and_papers import Media


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
            self.form.faults["rating"] = text("Please write a number, or leave it empty.")
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


class NoteBox(QWidget):
    """A note read whole; each signal carries the note."""

    change_wanted = Signal(object)
    delete_wanted = Signal(object)
    versions_wanted = Signal(object)

    def __init__(
        self, desk: "Desk", note: AnyNote, photos: "Sequence[Media]", by: str = ""
    ) -> None:
        super().__init__()
        self._desk, self._note = desk, note
        self._column = in_column(gap=4, edges=(0, px(8), 0, 0), inside=self)
        signs = FlowRow(gap=10)
        for icon, word in signs_of(desk.wording, note):
            picture = QLabel()
            set_icon(picture, icon, "muted", 16)
            signs.add(picture, line_label(word, "small"))
        if by:
            signs.add(line_label(by, "small"))
        self._column.addWidget(signs)
        self._column.addWidget(whole_text(note.text))
        strip = PhotoStrip(desk, self)
        strip.show_photos(photos)
        self._column.addWidget(strip)

    def offer(self, *, versions: bool) -> None:
        """Offer to change the note, to delete it, and where there are some its earlier versions."""
        text = self._desk.wording.text
        buttons = FlowRow(
            self._button(text("Change the note…"), "pencil", self.change_wanted),
            self._button(text("Delete the note"), "trash", self.delete_wanted),
            gap=4,
        )
        if versions:
            buttons.add(self._button(text("Earlier versions…"), "clock", self.versions_wanted))
        self._column.addWidget(buttons)

    def _button(self, words: str, icon: str, wanted: SignalInstance) -> QPushButton:
        button = make_button(words, icon, look="link", about=self._note.text[:100])
        return button.giving(self._note, wanted)


def whole_text(text: str) -> WrapLabel:
    """Return a label for words of any length that can be marked and copied."""
    label = WrapLabel(text, most=20_000)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def photos_of(desk: "Desk", row: JournalRow | None) -> "Mapping[UUID, tuple[Media, ...]]":
    """Return the photos of an entry and of its notes, by what each is kept with."""
    return desk.journal.media.of_entries(entries_of(row)) if row is not None else {}


def photo_place(desk: "Desk", row: JournalRow) -> PhotoPlace | None:
    """Return the record that takes an entry's new photos, or None."""
    record = row.record
    if isinstance(record, DayMark | LifeEvent):
        return None
    if isinstance(record, Note | PrivateNote):
        child = record.child
    elif row.strategy is not None:
        child = row.strategy.child
    else:
        return None
    spare = Note(
        id=uuid4(),
        child=child,
        day=row.day,
        text=desk.wording.text("Photo"),
        strategy=record.strategy,
        helper=desk.helper,
    )
    heading = said.about(desk.wording, row)
    return PhotoPlace(heading=heading, entries=entries_of(row), entry=record, spare=spare)


def entries_of(row: JournalRow) -> tuple[UUID, ...]:
    """Return the record of an entry and the notes on it."""
    return tuple(dict.fromkeys((row.record.id, *(note.id for note in row.notes))))


class EntryPanel(QFrame):
    """Shows one entry; everything that can be done with it is one step that can be taken back."""

    closed = Signal()
    """The person wants the list back, where it and the entry do not fit side by side."""
    day_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wording = desk, desk.wording
        self._row: JournalRow | None = None
        self._photos: Mapping[UUID, tuple[Media, ...]] = {}
        self._written_again: Collection[UUID] = ()
        self.setAcceptDrops(desk.can_write)
        set_look(self, "panel")
        self.setAccessibleName(self._wording.text("The chosen entry"))
        self._back = make_button(self._wording.text("Close"), "x", self.closed, look="link")
        self._scroll = ScrollColumn(edge=16)
        self._scroll.column.setContentsMargins(px(16), px(12), px(16), px(16))
        self._scroll.column.setSpacing(px(8))
        self._scroll.set_clear()
        column = in_column(edges=(px(2), px(6), px(2), px(6)), inside=self)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._scroll, 1)

    @property
    def row(self) -> JournalRow | None:
        return self._row

    def set_alone(self, alone: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Say where closing leads: to the list, which stands beside or is covered."""
        text = self._wording.text
        self._back.setText(text("Back to the list") if alone else text("Close"))
        set_icon(self._back, "arrow-left" if alone else "x", "muted", 16)

    def show_row(self, row: JournalRow | None) -> None:
        photos = photos_of(self._desk, row)
        if (row, photos) == (self._row, self._photos):
            return
        self._row, self._photos = row, photos
        self._written_again = self._desk.journal.history.changed(entries_of(row)) if row else set()
        focused = has_focus_inside(self)
        for widget in self._scroll.take_all():
            let_go(widget)
        if row is None:
            return
        self._add_entry(row)
        self._scroll.verticalScrollBar().setValue(0)
        if focused:
            self._go_to_first()

    def _go_to_first(self) -> None:
        """Focus the first button: the one that had the focus was removed."""
        buttons = self._scroll.findChildren(QPushButton)
        first = next((button for button in buttons if not button.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_entry(self, row: JournalRow) -> None:
        day = capitalized(self._wording.full_day(row.day))
        self._scroll.add(WrapLabel(day, "small"))
        self._scroll.add(WrapLabel(said.about(self._wording, row), "heading", most=400))
        lines = (
            (capitalized(said.written(self._wording, row)), "strong"),
            (said.who(self._wording, row), "muted"),
            (said.when_written(self._wording, row), "small"),
            (said.versions(self._wording, row), "small"),
        )
        for text, look in lines:
            if text:
                self._scroll.add(WrapLabel(text, look))
        writes = self._desk.can_write
        free = isinstance(row.record, Note | PrivateNote)
        if writes and not free:
            self._scroll.add(self._entry_buttons(row.record))
        if isinstance(row.record, LifeEvent):
            self._scroll.add(whole_text(row.record.words))
        elif not free:
            self._scroll.add(self._strip(row.record.id))
        for note in row.notes:
            by = said.note_writer(self._wording, row, note)
            self._scroll.add(self._note(note, by, writes=writes))
        self._scroll.add(self._foot(row, writes=writes))

    def _entry_buttons(self, record: Entry) -> FlowRow:
        text = self._wording.text
        change = make_button(text("Change…"), "pencil", self.edit, look="chip")
        delete = make_button(text("Delete"), "trash", look="chip")
        delete.clicked.connect(self.delete)
        buttons = FlowRow(change, delete, gap=6)
        if record.id in self._written_again:
            versions = make_button(
                text("Earlier versions…"), "clock", self._on_entry_versions, look="chip"
            )
            buttons.add(versions)
        return buttons

    def _foot(self, row: JournalRow, *, writes: bool) -> FlowRow:
        text = self._wording.text
        foot = FlowRow(gap=6)
        if writes and isinstance(row.record, Practice):
            add = make_button(text("Add a note…"), "plus", self._on_add_note, look="link")
            foot.add(add)
        kept = sum(map(len, self._photos.values()))
        if (writes or kept) and photo_place(self._desk, row) is not None:
            photos = make_button(
                photos_button_words(self._desk, kept), "photo", self._on_photos, look="link"
            )
            foot.add(photos)
        if not isinstance(row.record, DayMark) or row.day <= self._desk.today():
            # What is left out ahead lies on a day of which nothing else can be written yet.
            day = make_button(text("Open this day"), "sun", self._on_day, look="link")
            foot.add(day)
        return foot

    def _note(self, note: AnyNote, by: str, *, writes: bool) -> NoteBox:
        box = NoteBox(self._desk, note, self._photos.get(note.id, ()), by)
        if writes:
            box.offer(versions=note.id in self._written_again)
        box.versions_wanted.connect(self._on_versions)
        box.change_wanted.connect(self._on_change_note)
        box.delete_wanted.connect(self._on_delete_note)
        return box

    def _strip(self, entry: UUID) -> PhotoStrip:
        strip = PhotoStrip(self._desk, self)
        strip.show_photos(self._photos.get(entry, ()))
        return strip

    def edit(self) -> None:
        row = self._row
        if row is None or not self._desk.can_write:
            return
        if isinstance(row.record, Practice):
            PracticeDialog(self._desk, row, row.record, self).ask()
        elif isinstance(row.record, DayMark):
            MarkDialog(self._desk, row, row.record, self).ask()
        elif isinstance(row.record, LifeEvent):
            LifeEventDialog(self._desk, row.record.child, row.record, self).ask()
        else:
            NoteDialog(self._desk, row.record, self, new=False).ask()

    def delete(self) -> None:
        """Delete the entry, a practice with its notes."""
        if self._row is None or not self._desk.can_write:
            return
        name = said.about(self._wording, self._row)
        self._desk.editing.do(
            self._wording.text("Deleted: {name}", name=name),
            partial(self._desk.journal.records.delete, self._row.record.id),
        )

    def _place(self) -> PhotoPlace | None:
        if self._row is None:
            return None
        return photo_place(self._desk, self._row)

    def _on_photos(self) -> None:
        place = self._place()
        if place is not None:
            open_photos(self._desk, place, self)

    def _take(self, data: QMimeData) -> None:
        place = self._place()
        if place is not None:
            take_photos(self._desk, data, place, self)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if self._place() is not None and brings_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._desk.can_write and event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def _on_change_note(self, note: AnyNote) -> None:
        NoteDialog(self._desk, note, self, new=False).ask()

    def _on_delete_note(self, note: AnyNote) -> None:
        self._desk.editing.do(
            self._wording.text("Note deleted"),
            partial(self._desk.journal.records.delete, note.id),
        )

    def _on_entry_versions(self) -> None:
        if self._row is not None:
            self._on_versions(self._row.record)

    def _on_versions(self, entry: Entry) -> None:
        child = child_of(entry, self._desk.journal.family())
        if child is not None:
            HistoryDialog(self._desk, entry, child, self).ask()

    def _on_add_note(self) -> None:
        row = self._row
        if row is None or row.strategy is None or not isinstance(row.record, Practice):
            return
        blank = Note(
            id=uuid4(),
            child=row.strategy.child,
            day=row.day,
            text="…",  # a note cannot be empty; the form begins with an empty field
            practice=row.record.id,
            strategy=row.strategy.id,
            helper=self._desk.helper,
        )
        NoteDialog(self._desk, blank, self, new=True).ask()

    def _on_day(self) -> None:
        if self._row is not None:
            self.day_wanted.emit(self._row.day)
