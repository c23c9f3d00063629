"""The first start: a welcome, then the child and the first strategy on one screen, then Today.

Uses kit, what lies below, and what opens files in safe; only the window knows it. Tests:
tests/ui/first_start.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, Strategy
from homejournal.domain.records.rating_scales import Per, RatingKind, RatingPlan
from homejournal.texts import labels
from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording, languages
from homejournal.ui.base.actions import Action
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.base.language import own_name
from homejournal.ui.base.page import Page
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.safe.exchange.receive_file_dialog import AnyFileOpener
from homejournal.ui.theme import pixmap, px, set_icon
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import MultipleChoice, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.form_draft import FormDraft
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from homejournal.domain.plan.plan_files import StarterOffer
    from homejournal.domain.records.record import Kind, Record
    from homejournal.ui.base.desk import Desk


class RecordForm(QWidget):
    """The form of one record on a page."""

    name: QLineEdit

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.wording = wording
        self.form = Form(self)

    @property
    def empty(self) -> bool:
        """Return whether nothing was typed as a name."""
        return not self.name.text().strip()

    def record(self) -> Record | None:
        """Return the record, or None after showing what needs another look."""
        return self.form.read(self.made, self.show_fault)

    def show_fault(self, error: InvalidValueError) -> None:
        """Say under its field what does not fit."""
        self.form.show_fault(error.field, explain_value(self.wording, error))

    def made(self) -> Record:
        """Return the record, or raise InvalidValueError for a value that does not fit."""
        raise NotImplementedError


class ChildForm(RecordForm):
    """The child's name or nickname, and birthday; a birthday may be left unsaid."""

    def __init__(self, wording: Wording, today: date) -> None:
        super().__init__(wording)
        text = wording.text
        self._today = today
        self.asks = text("What do you call your child?")
        self.name = self.form.add("name", self.asks, QLineEdit())
        self.birthday = make_button(text("Add a birthday"), "plus", self._on_add_born, look="link")
        row = FlowRow(self.birthday)
        self.form.addRow(row)
        hint = text("Only for the age on a page. You can leave it out.")
        self.born = self.form.add("born", text("Birthday"), DayEdit(today, text("Not now")), hint)
        self.born.set_day(None)
        self.form.show_row(self.born, shown=False)

    def _on_add_born(self) -> None:
        self.birthday.hide()
        self.form.show_row(self.born, shown=True)
        self.born.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def made(self) -> Child:
        born = self.born.day()
        if born is not None and born > self._today:
            raise InvalidValueError("born", Reason.IN_THE_FUTURE)
        return Child(id=uuid4(), name=self.name.text().strip(), born=born)


class RecordDialog(FormDialog):
    """One of these forms with Save and Cancel."""

    def __init__(self, desk: Desk, title: str, record: RecordForm, parent: QWidget | None) -> None:
        super().__init__(desk, title, desk.wording.text("Save"), parent)
        self._record = record
        self.form.addRow(record)
        self.form.fields |= record.form.fields
        self.form.kept["name"] = record.name
        self.keep_form("one-more")

    @override
    def step(self) -> Step:
        record = self._record.made()
        name = self.wording.own(self._record.name.text().strip())
        return self.wording.text("Saved: {name}", name=name), self.saving(record)


_OFTEN = (
    Often(),
    Often(times=2),
    Often(times=3),
    Often(kind=OftenKind.DAYS_A_WEEK, days=3),
)
_EXAMPLES = 6


class FirstStrategyForm(RecordForm):
    """Answers the records of the strategies, or says under a field what is not right yet."""

    def __init__(self, wording: Wording, today: date, examples: Sequence[StarterOffer]) -> None:
        super().__init__(wording)
        self._today, text = today, wording.text
        self._examples = {str(one.strategy.id): one for one in examples[:_EXAMPLES]}
        asks = text("What did your therapist suggest?")
        self.name = self.form.add("name", asks, QLineEdit())
        example = text("Pause and wait before giving the cup")
        self.name.setPlaceholderText(text("For example: {example}", example=example))
        chips = [(key, one.strategy.name) for key, one in self._examples.items()]
        self.examples = self.form.add(
            "examples", text("Or begin with an example"), MultipleChoice(chips)
        )
        self.more = make_button(
            text("How often, and how to answer"), "chevron-right", self._on_more, look="link"
        )
        self.more.setCheckable(True)
        tell_as(self.more, ToldAs.FOLD)
        row = FlowRow(self.more)
        self.form.addRow(row)
        often = [(often, labels.how_often(wording, often)) for often in _OFTEN]
        self.often = self.form.add("often", text("How often?"), SingleChoice(often))
        self.often.set_choice(_OFTEN[0])
        kinds = [(kind, labels.rating_kind(wording, kind)) for kind in RatingKind]
        noted = text("What do you want to note each time?")
        self.rating = self.form.add("rating", noted, SingleChoice(kinds))
        self.rating.set_choice(RatingKind.HELP)
        hint = text("For example: words or minutes")
        self.unit = self.form.add("unit", text("Number of what?"), QLineEdit(), hint)
        pers = [(per, labels.belongs_to(wording, per)) for per in Per]
        belongs = text("What does the number belong to?")
        self.per = self.form.add("per", belongs, SingleChoice(pers))
        self.per.set_choice(Per.DAY)
        for choice in (self.often, self.rating):
            choice.chosen.connect(self._show_rows)
        self._show_rows()

    def records(self, child: UUID) -> list[Record] | None:
        """Return the records of the strategies for a child; None where something is not right."""
        made = [] if self.empty else self.form.read(partial(self._typed, child), self.show_fault)
        if made is None:
            return None
        chosen = [self._examples[key] for key in self.examples.chosen()]
        routines = {one.id: one for offer in chosen for one in offer.routines}
        for offer in chosen:
            made += [offer.strategy, offer.step]
        return [*routines.values(), *made]

    def _typed(self, child: UUID) -> list[Record]:
        """Return what is typed; InvalidValueError for what cannot be written."""
        strategy = Strategy(id=uuid4(), child=child, name=self.name.text().strip())
        return [strategy, self._step(strategy.id)]

    @override
    def show_fault(self, error: InvalidValueError) -> None:
        """Say under its field what does not fit; the fields of the number are shown for it."""
        wrong = "unit" if error.field != "name" and self._counted() else "name"
        if wrong == "unit":
            self.more.setChecked(True)
            self._show_rows()
        self.form.show_fault(wrong, explain_value(self.wording, error))

    def _step(self, strategy: UUID) -> PlanStep:
        return PlanStep(
            id=uuid4(),
            strategy=strategy,
            from_day=self._today,
            often=self.often.choice() or _OFTEN[0],
            rating=RatingPlan(
                kind=self.rating.choice() or RatingKind.HELP,
                unit=(self.unit.text().strip() or None) if self._counted() else None,
                per=(self.per.choice() or Per.DAY) if self._several() else Per.DAY,
            ),
        )

    def _counted(self) -> bool:
        return self.rating.choice() is RatingKind.NUMBER

    def _several(self) -> bool:
        """Return whether a number is planned several times a day."""
        often = self.often.choice()
        return self._counted() and often is not None and often.times > 1

    def _on_more(self) -> None:
        set_icon(self.more, "chevron-down" if self.more.isChecked() else "chevron-right", size=16)
        self._show_rows()

    def _show_rows(self, _chosen: object = None) -> None:
        more = self.more.isChecked()
        self.form.show_row(self.often, shown=more)
        self.form.show_row(self.rating, shown=more)
        self.form.show_row(self.unit, shown=more and self._counted())
        self.form.show_row(self.per, shown=more and self._several())


_WIDTH, _PICTURE = 620, 144


class Typed(NamedTuple):
    """How far the first start has come, and what is typed and chosen in its forms."""

    step: int
    words: str


class FirstStartPage(Page):
    """Two screens; nothing on them has to be answered.

    Everything is written in one go at the end, so a window closed halfway leaves no record behind;
    what is typed is kept as unfinished until then. From whom a strategy is and who writes is asked
    on Today, once something was answered there.
    """

    SHOWS: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("Welcome"))
        wording, today = desk.wording, desk.today()
        self._id = uuid4()
        starters = desk.journal.starters.offered(self._id, wording.language, today)
        self.child_form = ChildForm(wording, today)
        self.strategy_form = FirstStrategyForm(wording, today, starters.offers)
        self._forms = (self.child_form, self.strategy_form)
        self._file = AnyFileOpener(desk, self)
        self._file.taken.connect(self._on_taken)
        self._file.damaged.connect(self._on_damaged)
        self._title = WrapLabel(wording.text("Welcome"), "title")
        self._welcome, self._begin = QWidget(), QWidget()
        self.start = self._button(wording.text("Start our journal"), self._on_start, "primary")
        self.open_today = self._button(wording.text("Open Today"), self._save, "primary")
        self._fill_welcome()
        self._fill_begin()
        column = ScrollColumn(self, widest=_WIDTH)
        column.add(self._welcome, self._begin)
        column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.fill(self)
        self._fields = {
            f"{type(form).__name__}.{name}": field
            for form in self._forms
            for name, field in form.form.fields.items()
        }
        self._form = FormDraft(self._fields, self)
        self._kept = self._keep_typed()
        self._go(0)

    @override
    def refresh(self) -> None:
        first = self.start if self._welcome.isVisible() else self.child_form.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_typed(self) -> FieldDraft:
        """Keep what is typed on the way, and take up what was typed last time."""
        for field in self._fields.values():
            if isinstance(field, QLineEdit):
                field.textChanged.connect(self._form.textChanged)
        kept = FieldDraft(self.desk, self._form, "first-start")
        kept.take_up()
        return kept

    @override
    def typed(self) -> Typed:
        return Typed(int(not self._begin.isHidden()), self._form.text())

    @override
    def type_in(self, typed: object) -> None:
        if isinstance(typed, Typed):
            if typed.words:
                self._form.set_text(typed.words)
            self._go(typed.step)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Let Enter go on from every field and choice, and press a button that has the focus."""
        focused = self.focusWidget()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        elif self._begin.isHidden():
            self._on_start()
        elif focused is self.child_form.name:
            self.strategy_form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._save()

    def _button(self, words: str, slot: object, look: str = "") -> QPushButton:
        return make_button(words, on=slot, look=look)  # type: ignore[arg-type] # as Qt's own slots

    def _fill_welcome(self) -> None:
        text = self.desk.wording.text
        self._picture = QLabel()
        self._draw()
        stays = WrapLabel(text("What you write stays on this computer. No account, no internet."))
        tongues = SingleChoice([(code, own_name(code)) for code in languages()], text("Language"))
        tongues.set_choice(self.desk.wording.language)
        tongues.chosen.connect(self._on_language)
        ways = FlowRow(gap=10)
        ways.add(
            self._button(text("We have a journal already"), self._file.ask, "link"),
            self._button(text("Look around with an example family"), self._on_example, "link"),
        )
        column = in_column(self._picture, self._title, stays, tongues, gap=14, inside=self._welcome)
        column.addSpacing(px(8))
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(ways)

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap("drawings/blocks", "accent", _PICTURE))
        self._picture.setFixedSize(QSize(px(_PICTURE), px(_PICTURE)))

    def _fill_begin(self) -> None:
        text = self.desk.wording.text
        buttons = FlowRow(self._button(text("Back"), self._on_back), self.open_today, gap=10)
        column = in_column(*self._forms, gap=16, inside=self._begin)
        column.addSpacing(px(8))
        column.addWidget(buttons)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _go(self, step: int) -> None:
        """Show the welcome, or where one begins."""
        shown, gone = (self._begin, self._welcome) if step else (self._welcome, self._begin)
        shown.show()
        first = self.child_form.name if step else self.start
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()  # only now, or the focus would go by way of other parts, which are read out
        announce(first, self.child_form.asks if step else self._title.text())

    def _on_start(self) -> None:
        self._go(1)

    def _on_back(self) -> None:
        self._go(0)

    def _save(self) -> None:
        """Write everything in one step, then open Today."""
        child: Record | None = Child(id=uuid4(), name=self.desk.wording.text("Our child"))
        if not self.child_form.empty or self.child_form.born.day() is not None:
            child = self.child_form.record()
        records = self.strategy_form.records(self._id)
        if not isinstance(child, Child) or records is None:
            return
        words = self.desk.wording.text("Our journal is ready")
        kept = [replace(child, id=self._id), *records]
        call = partial(self.desk.journal.records.save_ending, kept, (self._kept.place,))
        if self.desk.editing.do(words, call, toast=False) is None:
            return
        self._kept.stop()
        self.desk.editing.forget()  # there is nothing to go back to before the first child
        self.desk.preferences.child = self._id
        self.asks_for.emit("today", None)

    def _on_language(self, code: str) -> None:
        self.desk.preferences.language = code
        self.desk.editing.setting_changed.emit("language")

    def _on_example(self) -> None:
        self.wants.emit(Action.EXAMPLE)

    def _on_damaged(self) -> None:
        self.wants.emit(Action.SHOW_DAMAGE)

    def _on_taken(self) -> None:
        if self.desk.journal.family().children:  # there may be none in it
            self._kept.drop()
            self.asks_for.emit("today", None)
