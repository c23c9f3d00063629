"""The first start: what the journal is, then the child, who writes, and the first strategy."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from uuid import uuid4

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.records.children import Child
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind, Record
from homejournal.texts.window import help as help_texts
from homejournal.ui.base.actions import Action
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.base.page import Page
from homejournal.ui.first_start.first_strategy import FirstStrategyForm
from homejournal.ui.first_start.forms import ChildForm, HelperForm, RecordForm
from homejournal.ui.safe.exchange.receive_file_dialog import AnyFileOpener
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.form_draft import FormDraft
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_areas import side_edge
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

CONTENT_WIDTH = 620


class Typed(NamedTuple):
    """How far the first start has come, and what is typed and chosen in its forms."""

    step: int
    words: str


class FirstStartPage(Page):
    """Three short steps after a welcome; each can be skipped, and typed text stays on the way.

    Everything is written in one go at the end, so a window closed halfway leaves no record behind;
    what is typed is kept as unfinished until then.
    """

    SHOWS: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        wording = desk.wording
        self.child_form = ChildForm(wording, desk.today())
        self.helper_form = HelperForm(wording)
        self.strategy_form = FirstStrategyForm(wording, desk.today())
        self._forms: tuple[RecordForm, ...] = (
            self.child_form,
            self.helper_form,
            self.strategy_form,
        )
        self._titles = (
            wording.text("1 of 3: Your child"),
            wording.text("2 of 3: Who is writing?"),
            wording.text("3 of 3: The first strategy"),
        )
        self._steps: list[QWidget] = []
        self._step = 0
        self._title = WrapLabel("", "title")
        self._back = self._button(wording.text("Back"), "", self._on_back)
        self._skip = self._button(wording.text("Skip this step"), "link", self._on_skip)
        self._next = self._button(wording.text("Next"), "primary", self._on_next)
        self._file = AnyFileOpener(desk, self)
        self._file.taken.connect(self._on_taken)
        self._file.damaged.connect(self._on_damaged)
        self._build()
        self._fields = {
            f"{type(form).__name__}.{name}": field
            for form in self._forms
            for name, field in form.form.kept.items()
        }
        self._form = FormDraft(self._fields, self)
        self._kept = self._keep_typed()
        self._go(0)

    @property
    @override
    def title(self) -> str:
        return self.desk.wording.text("Welcome")

    @override
    def refresh(self) -> None:
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_typed(self) -> FieldDraft:
        """Keep what is typed on the way, and take up what was typed last time."""
        for field in self._fields.values():
            if isinstance(field, QLineEdit):
                field.textChanged.connect(self._form.textChanged)
        kept = FieldDraft(self.desk, self._form, "first-start")
        kept.take_up()
        return kept

    @override
    def typed(self) -> "Typed":
        return Typed(self._step, self._form.text())

    @override
    def type_in(self, typed: object) -> None:
        if isinstance(typed, Typed):
            if typed.words:
                self._form.set_text(typed.words)
            self._go(typed.step)

    @override
    def keyPressEvent(self, event: "QKeyEvent", /) -> None:
        """Let Enter go on from every field and choice, as Next does, and press other buttons."""
        focused = self.focusWidget()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()
        else:
            self._on_next()

    def _build(self) -> None:
        self._steps = [self._welcome(), *self._forms, self._ready()]
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._middle(), 1000)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _middle(self) -> QWidget:
        """Return the column with title, steps and buttons."""
        buttons = FlowRow(gap=10, at_end=True)
        buttons.add(self._back, self._skip, self._next)
        middle = self._middle_part = QWidget()
        column = QVBoxLayout(middle)
        column.setSpacing(px(16))
        column.addWidget(self._title)
        for step in self._steps:  # no stack: it would be as high as its highest step
            column.addWidget(step)
        column.addWidget(buttons)
        column.addStretch(1)
        return middle

    @override
    def resizeEvent(self, event: "QResizeEvent", /) -> None:
        super().resizeEvent(event)
        self._rescale()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._rescale()

    def _rescale(self) -> None:
        """Be as wide as reading is easy in letters of this size, with less room at the sides."""
        side, column = side_edge(self.width()), self._middle_part.layout()
        self._middle_part.setMaximumWidth(px(CONTENT_WIDTH))
        if column is not None:
            column.setContentsMargins(side, px(26), side, px(32))

    def _button(self, text: str, look: str, slot: object) -> QPushButton:
        button = WordButton(text)
        if look:
            set_look(button, look)
        button.clicked.connect(slot)
        return button

    def _welcome(self) -> QWidget:
        wording, page = self.desk.wording, QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for sentence in help_texts.opening(wording):
            column.addWidget(WrapLabel(sentence))
        column.addSpacing(px(8))
        row = FlowRow(gap=10)
        choices = (
            (wording.text("Look around with an example family"), self._on_example),
            (wording.text("How do I write it down away from the computer?"), self._on_paper),
            (wording.text("I have a file or a copy from another computer"), self._file.ask),
        )
        row.add(*(self._button(words, "", slot) for words, slot in choices))
        column.addWidget(row)
        return page

    def _ready(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for paragraph in help_texts.away_from_computer(self.desk.wording).paragraphs:
            column.addWidget(WrapLabel(paragraph))
        return page

    def _go(self, step: int) -> None:
        wording, last = self.desk.wording, len(self._steps) - 1
        self._step = step
        titles = (
            wording.text("Welcome"),
            *self._titles,
            help_texts.away_from_computer(wording).title,
        )
        self._title.setText(titles[step])
        self._back.setVisible(step > 0)
        self._skip.setVisible(0 < step < last)
        self._next.setText(
            wording.text("Start our journal")
            if step == 0
            else wording.text("Open Today")
            if step == last
            else wording.text("Next")
        )
        self._steps[step].show()
        first = self._forms[step - 1].name if 0 < step < last else self._next
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        # Only now, or the focus would go by way of the buttons, which a screen reader reads out.
        for part in self._steps:
            part.setVisible(part is self._steps[step])
        announce(self._title, titles[step])

    def _on_back(self) -> None:
        self._go(self._step - 1)

    def _on_skip(self) -> None:
        step = self._step
        self._forms[step - 1].name.clear()
        self._go(step + 1)

    def _on_next(self) -> None:
        step = self._step
        if step == len(self._steps) - 1:
            self._save()
            return
        form = self._forms[step - 1] if step > 0 else None
        if form is None or form.empty or form.record() is not None:
            self._go(step + 1)

    def _save(self) -> None:
        """Write everything in one step, then open Today."""
        child = None if self.child_form.empty else self.child_form.record()
        if not isinstance(child, Child):
            child = Child(id=uuid4(), name=self.desk.wording.text("Our child"))
        records: list[Record] = [child]
        helper = None if self.helper_form.empty else self.helper_form.record()
        if isinstance(helper, Helper):
            records.append(helper)
        if not self.strategy_form.empty:
            records += self.strategy_form.records(child.id)
        words = self.desk.wording.text("Our journal is ready")
        call = partial(self.desk.journal.records.save_ending, records, (self._kept.place,))
        if self.desk.editing.do(words, call, toast=False) is None:
            return
        self._kept.stop()
        self.desk.editing.forget()  # there is nothing to go back to before the first child
        if isinstance(helper, Helper):
            self.desk.preferences.helper = helper.id
        self.desk.preferences.child = child.id
        self.asks_for.emit("today", None)

    def _on_example(self) -> None:
        self.wants.emit(Action.EXAMPLE)

    def _on_paper(self) -> None:
        self.wants.emit(Action.HELP_ON_PAPER)

    def _on_damaged(self) -> None:
        self.wants.emit(Action.SHOW_DAMAGE)

    def _on_taken(self) -> None:
        if self.desk.journal.family().children:  # there may be none in it
            self._kept.drop()
            self.asks_for.emit("today", None)
