"""What professionals asked and nobody has answered yet: a line for each, where there is any."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from homejournal.domain.names import distinct_team
from homejournal.domain.records.record import Kind
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.boxes import let_go
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_button import WordButton

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.records.visits import Asked
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.records.question_with_answer import QuestionRow

_AT_ONCE = 2
_KINDS = frozenset({Kind.ASKED, Kind.VISIT, Kind.TEAM_MEMBER})


class TodayAsked(Card):
    """Two questions at a time, the oldest first, and the way to all of them.

    It reads by itself, once everything is loaded and when a question changed: a rating must not
    wait for it.
    """

    asks_for = Signal(str, object)
    """The page with all the questions."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__("")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(desk.wording.text("Questions from your team"))
        self._desk, self._wording = desk, desk.wording
        self._child: UUID | None = None
        self._warm = False
        self._rows: dict[UUID, QuestionRow] = {}
        self._more = WordButton("")
        set_look(self._more, "link")
        set_icon(self._more, "arrow-right", "muted", 16)
        self._more.clicked.connect(self._on_more)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        desk.editing.changed.connect(self._on_changed)
        self.hide()

    @property
    def rows(self) -> "tuple[QuestionRow, ...]":
        return tuple(self._rows.values())

    def show_child(self, child: "UUID") -> None:
        if child != self._child:
            self._child = child
            self._read()

    def warmed(self) -> None:
        self._warm = True
        self._read()

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & _KINDS:
            self._read()

    def _read(self) -> None:
        if not self._warm or self._child is None:
            return
        asked = self._desk.journal.visits.to_answer(self._child)
        self._show(asked[:_AT_ONCE])
        more = len(asked) - _AT_ONCE
        words = self._wording.count("{n} more question", "{n} more questions", max(more, 0))
        self._more.setText(words)
        self._more.setVisible(more > 0)
        self.setVisible(bool(asked))

    def _show(self, asked: "tuple[Asked, ...]") -> None:
        focused = self._drop({question.id for question in asked})
        for place, question in enumerate(asked):
            row = self._rows.get(question.id)
            if row is None:
                row = self._rows[question.id] = self._made(question)
            row.show_asked(question, self._who(question))
            self.body.insertWidget(place, row)
        if focused and asked:
            self._rows[asked[0].id].take_focus()

    def _made(self, asked: "Asked") -> "QuestionRow":
        # Today is there before this is: most days nobody asks anything.
        from homejournal.ui.records.question_with_answer import QuestionRow

        return QuestionRow(self._desk, asked, self._who(asked), slim=True)

    @override
    def _rescale(self) -> None:
        super()._rescale()
        self._all.setContentsMargins(px(16), px(8), px(16), px(8))

    def _drop(self, standing: "set[UUID]") -> bool:
        """Take away what was answered; return whether the focus was there."""
        focused = False
        for gone in self._rows.keys() - standing:
            row = self._rows.pop(gone)
            focused = focused or has_focus_inside(row)
            row.keep_typing()
            self.body.removeWidget(row)
            let_go(row)
        return focused

    def _who(self, asked: "Asked") -> str:
        from homejournal.texts import visits_and_team as said

        family = self._desk.journal.family()
        by = distinct_team(family.team).get(asked.asked_by) if asked.asked_by else None
        return said.asked_by(self._wording, by, family.visits[asked.visit])

    def _on_more(self) -> None:
        self.asks_for.emit("visits", None)
