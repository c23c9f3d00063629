"""The page about our child: who it is, what we wrote, and its ways to paper."""

from collections.abc import Iterator, Sequence
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.papers.about_child import (
    ABOUT_PARTS,
    COMMUNICATES,
    WORDS,
    AboutChild,
    about_parts,
)
from homejournal.domain.records.children import About, Child
from homejournal.domain.records.family import is_put_away, pronoun_of
from homejournal.domain.records.record import Kind
from homejournal.texts.papers import about_child as said
from homejournal.texts.papers.about_child import age_said, dates_said, part_name, written_on
from homejournal.texts.wording import Wording
from homejournal.ui.attachments.portrait import PortraitChoice, portrait
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.child.about.child_dialogs import AboutDialog, AboutPageDialog, ChildDialog
from homejournal.ui.child.about.put_away import PutAwayDialog, take_out
from homejournal.ui.theme import child_pixmap, paint_box, px, set_icon, set_look, tokens
from homejournal.ui.widgets.button import Line, MoreButton, ToggleButton, make_button
from homejournal.ui.widgets.cards.card import Card, Part
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.boxes import Beside, FlowRow, in_column, in_row, inset
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel, plain

_SHOWN = 6


class EarlierVersions(QWidget):
    """The earlier versions, newest first, folded; a few of them, then all when asked for."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._fold = ToggleButton(wording.text("What we wrote before"))
        set_look(self._fold, "link")
        set_icon(self._fold, "chevron-down", "muted", 16)
        self._fold.toggled.connect(self._show_rows)
        self._versions: tuple[About, ...] = ()
        self._all = False
        self._open: set[object] = set()
        self._toggles: list[ToggleButton] = []
        self._rows = Part()
        self._more = make_button(
            wording.text("Show all"), "chevron-down", self._on_more, look="link"
        )
        column = in_column(FlowRow(self._fold), self._rows, gap=6, inside=self)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_versions(self, versions: Sequence[About]) -> None:
        """Show these versions, newest first; those that were open stay open."""
        if tuple(versions) != self._versions:
            self._versions = tuple(versions)
            self._fill()
        self.setVisible(bool(versions))

    def begin_anew(self) -> None:
        """Close everything: another child is shown."""
        self._fold.setChecked(False)
        self._all = False
        self._open.clear()

    def _fill(self) -> None:
        shown = self._versions if self._all else self._versions[:_SHOWN]
        self._toggles.clear()
        self._rows.show_widgets([self._row(version) for version in shown])
        self._show_rows()

    def _show_rows(self) -> None:
        opened = self._fold.isChecked()
        self._rows.setVisible(opened)
        self._more.setVisible(opened and len(self._toggles) < len(self._versions))

    def _row(self, version: About) -> QWidget:
        row = QWidget()
        column = in_column(gap=4, edges=(0, 0, 0, px(4)), inside=row)
        toggle = ToggleButton(written_on(self._wording, version.day))
        toggle.value = version.id
        set_look(toggle, "link")
        set_icon(toggle, "clock", "muted", 16)
        words = Part()
        words.show_told(
            *((part_name(self._wording, part), text) for part, text in about_parts(version))
        )
        words.setContentsMargins(inset(px(12)))
        toggle.setChecked(version.id in self._open)
        words.setVisible(toggle.isChecked())
        toggle.toggled.connect(words.setVisible)
        toggle.toggled.connect(self._on_toggled)
        self._toggles.append(toggle)
        column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(words)
        return row

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        toggle = self.sender()
        if isinstance(toggle, ToggleButton):
            (self._open.add if on else self._open.discard)(toggle.value)

    def _on_more(self) -> None:
        self._all = True
        self._fill()
        self._toggles[_SHOWN].setFocus(Qt.FocusReason.OtherFocusReason)


_SIDE, _RING = 56, 4


class PortraitButton(QAbstractButton):
    """A round photo, or the first letter of the name; a press asks for a photo."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._letter, self._photo = "", QImage()
        self.setAccessibleName(name)
        self.setToolTip(plain(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_child(self, letter: str, photo: QImage) -> None:
        self._letter, self._photo = letter, photo
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = px(_SIDE) + 2 * px(_RING)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        if self.hasFocus():
            width = tokens().border + 1
            paint_box(painter, QRectF(self.rect()), "", "focus", (width, _SIDE / 2 + _RING))
        ratio = self.devicePixelRatioF()
        picture = child_pixmap(self._letter.upper(), _SIDE, ratio=ratio, photo=self._photo)
        painter.drawPixmap(QPointF(px(_RING), px(_RING)), picture)
        painter.end()


class ChildHead(QWidget):
    """Who the child is, in two lines beside the photo."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.portrait = PortraitButton(wording.text("Choose a photo"))
        self._name, self._age = WrapLabel("", "heading", most=400), WrapLabel("", "muted")
        self.more = MoreButton(wording.text("More"))
        words = in_column(self._name, self._age, gap=2)
        row = in_row(self.portrait, words, self.more, gap=12, inside=self, grow=words)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.portrait, self.more):
            row.setAlignment(part, Qt.AlignmentFlag.AlignTop)

    def show_child(self, told: AboutChild, photo: QImage) -> None:
        child, wording = told.child, self._wording
        self._name.setText(child.name)
        age, dates = age_said(wording, told), dates_said(wording, child)
        self._age.setText(wording.line_of((age, dates)))
        self._age.setVisible(bool(age or dates))
        self.portrait.show_child(child.name[:1], photo)


_LEFT = 4
"""So many parts stand in the first of two columns."""


class AboutChildPage(Page):
    """The newest words stand open; those of earlier days are folded below them."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset({Kind.CHILD, Kind.ABOUT, Kind.MEDIA})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._told: AboutChild | None = None
        text = self._wording.text
        self._head, self._photos = ChildHead(self._wording), PortraitChoice(desk, self)
        self._head.portrait.clicked.connect(self.choose_photo)
        self._write = make_button(
            text("Change what we wrote…"), "pencil", self.write, look="primary"
        )
        self._paper = make_button(text("A page for new people…"), "printer", self.print_page)
        self._head.more.picked.connect(self._on_picked)
        self._what = Card(text("In our words"))
        self._columns = Part(), Part()
        self._empty = EmptyState("window", text("Nothing is written down yet"), "")
        self._empty.pressed.connect(self.write)
        self._earlier = EarlierVersions(self._wording)
        self._lay_out()

    def _lay_out(self) -> None:
        self._what.body.addWidget(Beside(self._columns))
        self._scroll = ScrollColumn(self)
        self._scroll.add(self._head, FlowRow(self._write, self._paper))
        self._scroll.add(self._what, self._empty, self._earlier)
        self._scroll.fill(self)

    @property
    @override
    def offers(self) -> Offers:
        return {Action.SAVE_PDF: self.save_pdf, Action.PRINT: self.print_page}

    @property
    @override
    def title(self) -> str:
        return said.title(self._wording, pronoun_of(self.desk.journal.family(), self.child))

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self._earlier.begin_anew()
        super().set_child(child)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        told = self._told = self.desk.journal.about.told(self.child, self.desk.today())
        self._head.show_child(told, portrait(self.desk, told.child))
        self._show_head(told)
        self._show_words(told)
        self._earlier.show_versions(told.versions[1:])

    def _show_head(self, told: AboutChild) -> None:
        text, writes = self._wording.text, self.desk.can_write
        self._head.portrait.setEnabled(writes)
        self._write.setVisible(writes and not told.empty)
        self._head.more.set_lines(self._rarer(told.child))
        self._head.more.setVisible(writes)
        self._paper.setVisible(not told.empty)
        self._empty.setVisible(told.empty)
        who = told.child.pronoun
        self._empty.set_texts(
            text("Nothing is written down yet"),
            text(
                "What is easy, what helps, what is hard: one page for everybody new, so that you"
                " tell it only once."
            ),
            self._wording.text_about(who, "Write about our child") if writes else "",
        )

    def _rarer(self, child: Child) -> list[Line]:
        """Return what is done now and then."""
        text, photo = self._wording.text, child.photo is not None
        rests = is_put_away(child)
        return [
            ("child", text("Name and birthday…")),
            ("photo", text("Choose another photo…") if photo else text("Choose a photo…")),
            *([("no_photo", text("Remove the photo"))] if photo else []),
            ("rest", text("Take it out again") if rests else text("Put the journal away…")),
        ]

    def _on_picked(self, what: str) -> None:
        does = {
            "child": self.change_child,
            "photo": self.choose_photo,
            "no_photo": self.remove_photo,
            "rest": self.put_away,
        }
        does[what]()

    def _show_words(self, told: AboutChild) -> None:
        newest, child = told.newest, told.child
        written = dict(about_parts(newest)) if newest is not None else {}
        parts = {
            WORDS: (child.words or "").strip(),
            COMMUNICATES: said.ways_said(self._wording, child.communicates),
            **{part: written.get(part, "") for part in ABOUT_PARTS},
        }
        self._what.setVisible(any(parts.values()))
        self._what.clear_corner()
        if newest is not None and written:
            self._what.add_chip(said.written_on(self._wording, newest.day))
        shown = [
            list(self._part(said.part_name(self._wording, part, child.pronoun), words))
            for part, words in parts.items()
        ]
        for column, some in zip(self._columns, (shown[:_LEFT], shown[_LEFT:]), strict=True):
            column.show_widgets([label for part in some for label in part])

    def _part(self, called: str, words: str) -> Iterator[WrapLabel]:
        """Yield the heading and the words of a part, or one quiet line where there are none."""
        nothing = self._wording.text("{part}: nothing yet", part=called)
        label = WrapLabel(called if words else nothing, "small")
        label.setContentsMargins(0, px(6), 0, 0)
        yield label
        if words:
            yield WrapLabel(words)

    def write(self) -> None:
        """Ask for the family's words about the child."""
        if self._told is not None and self.desk.can_write:
            AboutDialog(self.desk, self._told, self).ask()

    def change_child(self) -> None:
        """Ask for the child's name, birthday and due date, and how texts speak of them."""
        if self._told is not None:
            ChildDialog(self.desk, self._told.child, self).ask()

    def choose_photo(self) -> None:
        if self._told is not None and self.desk.can_write:
            self._photos.choose(self._told.child)

    def remove_photo(self) -> None:
        """Let the first letter stand for the child again."""
        if self._told is not None:
            self._photos.remove(self._told.child)

    def put_away(self) -> None:
        """Ask about putting the journal away, or take it out again, which needs no question."""
        if self._told is None:
            return
        if is_put_away(self._told.child):
            take_out(self.desk, self._told.child)
        else:
            PutAwayDialog(self.desk, self._told.child, self).ask()

    def print_page(self) -> None:
        """Show the page for somebody new before it is printed."""
        if self._told is not None and not self._told.empty:
            AboutPageDialog(self.desk, self._told.child.id, self).ask()

    def save_pdf(self) -> None:
        """Show the page for somebody new before it is saved."""
        self.print_page()
