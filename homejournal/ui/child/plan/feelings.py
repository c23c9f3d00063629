"""How is this routine for us, and how sure do I feel? For the family; at most once a week."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.outcomes import (
    FEELING_LEVELS,
    Feeling,
    feeling_about,
    feelings_about,
)
from homejournal.domain.plan.plan_page import StrategyInPlan
from homejournal.domain.records.ladders_and_feelings import ConfidenceRating, RoutineRating
from homejournal.texts import plan as said
from homejournal.texts.day_page import capitalized
from homejournal.texts.display_names import name_said, people_to_choose
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import px, tokens
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.choices import PersonDropDown, SingleChoice
from homejournal.ui.widgets.fields.form import show_problem
from homejournal.ui.widgets.layout.boxes import FlowRow, in_row
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, plain

_SHOWN = 12


_MOST, _STEP, _HIGH, _DOT = 12, 10, 26, 3


class FeelingDots(QWidget):
    """The last answers about one thing, oldest first: a dot each, higher where it is better."""

    def __init__(self, feelings: Sequence[Feeling], spoken: str) -> None:
        super().__init__()
        self._levels = [feeling.level for feeling in feelings]
        self.setAccessibleName(spoken)
        self.setToolTip(plain(spoken))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize((len(self._levels) + 1) * px(_STEP), px(_HIGH))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        levels = self._levels[::-1] if mirrored else self._levels
        low, high = self.height() - px(_DOT) - 1, px(_DOT) + 1
        for place, level in enumerate(levels, 1):
            y = low - (low - high) * (level - FEELING_LEVELS[0]) / (len(FEELING_LEVELS) - 1)
            painter.drawEllipse(QPointF(place * px(_STEP), y), px(_DOT), px(_DOT))
        painter.end()


def feelings_in_words(
    wording: Wording, shown: StrategyInPlan, known: Sequence[Feeling]
) -> list[QWidget]:
    """Return for each thing that something was said about its dots and the newest answer."""
    names = {routine.id: routine.name for routine in shown.routines}
    names[shown.strategy.id] = capitalized(wording.text("how sure"))
    told: list[QWidget] = []
    for about, name in names.items():
        if feelings := feelings_about(known, about, _MOST):
            last = said.feeling_now(wording, name, feelings[-1])
            dots = FeelingDots(feelings, said.feelings_over_time(wording, name, feelings))
            told.append(FlowRow(dots, RowLabel(last, "small"), gap=6))
    return told


class FeelingsDialog(FormDialog):
    """Asks how routines feel; a second answer in a week replaces the first, after asking."""

    def __init__(self, desk: Desk, shown: StrategyInPlan, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("How is it for us?"), text("Save"), parent)
        self._strategy, self._routines = shown.strategy, shown.routines
        self._called = shown.name
        self._asked: tuple[object, ...] = ()
        self.form.add_words(shown.name, "heading")
        lead = text(
            "This is for you. It is on no page, and in a pack only if you tick it."
            " Once a week is plenty."
        )
        self.form.add_words(lead, "muted")
        self.rows: dict[UUID, SingleChoice[int]] = {}
        for routine in shown.routines:
            label = self.wording.line_of((routine.name, said.routine_question(self.wording)))
            self._add(routine.id, label.replace("&", "&&"), sure=False)
        self._add(shown.strategy.id, said.sure_question(self.wording), sure=True)
        self._add_who()
        self.form.fields["level"] = next(iter(self.rows.values()))
        self._earlier = Part()
        self._heading = self.form.add_section(text("Earlier"))
        self.form.addRow(self._earlier)
        desk.editing.changed.connect(self._on_changed)
        self._show_earlier()

    def _add(self, which: UUID, label: str, *, sure: bool) -> None:
        row = SingleChoice(said.feeling_choices(self.wording, sure=sure), label)
        self.rows[which] = self.form.add_row(label, row)

    def _add_who(self) -> None:
        people = people_to_choose(self.wording, self.desk.journal.family())
        offered = [*people, (None, self.wording.text("Not chosen"))]
        asked = self.wording.text("Who says it?")
        self.who = self.form.add_row(asked, PersonDropDown[UUID](self.wording, asked))
        self.who.set_choices(offered, self.desk.helper)

    @override
    def step(self) -> Step:
        new = self._said()
        if not new:
            raise InvalidValueError("level", Reason.EMPTY)
        words = self.wording.text("Saved: how it is for us")
        return words, partial(self.desk.journal.feelings.save, new)

    @override
    def save(self) -> None:
        """Save; where something of this week would be replaced, only at the second press."""
        new = self._said()
        replaced = self.desk.journal.feelings.of_same_week(new)
        answers = tuple((feeling_about(feeling), feeling.level, feeling.helper) for feeling in new)
        if replaced and answers != self._asked:
            self._asked = answers
            names = self._names()
            field = self.rows[feeling_about(replaced[0])]
            words = said.replaces_answer(
                self.wording, [names[feeling_about(feeling)] for feeling in replaced]
            )
            show_problem(field, words)
            return
        super().save()

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text("Choose an answer, or close this.")

    def _said(self) -> tuple[Feeling, ...]:
        said_levels = ((which, row.choice()) for which, row in self.rows.items())
        return tuple(
            self._feeling(which, level, self.who.value())
            for which, level in said_levels
            if level is not None
        )

    def _feeling(self, which: UUID, level: int, helper: UUID | None) -> Feeling:
        child, day = self._strategy.child, self.desk.today()
        if which == self._strategy.id:
            return ConfidenceRating(
                id=uuid4(), child=child, strategy=which, day=day, level=level, helper=helper
            )
        return RoutineRating(
            id=uuid4(), child=child, routine=which, day=day, level=level, helper=helper
        )

    def _names(self) -> dict[UUID, str]:
        names = {routine.id: routine.name for routine in self._routines}
        return names | {self._strategy.id: self._called}

    def _on_changed(self, _kinds: object) -> None:
        self._show_earlier()

    def _show_earlier(self) -> None:
        names = self._names()
        known = self.desk.journal.feelings.of(self._strategy.child)
        mine = [feeling for feeling in known if feeling_about(feeling) in names][:_SHOWN]
        self._heading.setVisible(bool(mine))
        self._earlier.show_widgets(
            [self._line(feeling, names[feeling_about(feeling)]) for feeling in mine]
        )

    def _line(self, feeling: Feeling, name: str) -> QWidget:
        sure = isinstance(feeling, ConfidenceRating)
        asked = self.wording.text("how sure") if sure else name
        words = self.wording.line_of(
            (
                self.wording.day(feeling.day),
                self.wording.own(asked),
                said.feeling_said(self.wording, feeling.level, sure=sure),
                name_said(self.wording, self.desk.journal.family(), feeling.helper),
            )
        )
        line = QWidget()
        row = in_row(edges=(0, px(3), 0, px(3)), inside=line)
        row.addWidget(WrapLabel(words), 1)
        if self.desk.can_write:
            remove = make_button(self.wording.text("Remove"), look="link", about=words)
            remove.giving(feeling, self._remove)
            remove.setAutoDefault(False)
            row.addWidget(remove)
        return line

    def _remove(self, feeling: Feeling) -> None:
        words = self.wording.text("Removed: how it is for us")
        self.desk.editing.do(words, partial(self.desk.journal.records.delete, feeling.id))
