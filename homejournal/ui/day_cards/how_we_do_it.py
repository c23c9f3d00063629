"""How a strategy is done, in the family's words, one press away on its card."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.records.plan import StepWords
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class HowWeDoIt(QWidget):
    """The five questions of the plan with the family's answers, one press away."""

    def __init__(self, wording: "Wording", about: str) -> None:
        super().__init__()
        self._wording = wording
        self._said: StepWords | None = None
        self._stale = False
        self.button = OnceButton(wording.text("How we do it"))
        self.button.setCheckable(True)
        self.button.setAccessibleDescription(about)
        set_look(self.button, "link")
        set_icon(self.button, "bulb", "muted", 16)
        self.button.toggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self.hide()

    def show_words(self, said: StepWords) -> None:
        """Show the answers; the button hides where there is none."""
        if said != self._said:
            self._said, self._stale = said, True
        any_answer = any(answer for _, answer in self._answers())
        self.button.setVisible(any_answer)
        self._on_toggled(any_answer and self.button.isChecked())

    def _answers(self) -> tuple[tuple[str, str | None], ...]:
        said, text = self._said, self._wording.text
        if said is None:
            return ()
        return (
            (text("What"), said.what),
            (text("How"), said.how),
            (text("When, where and with whom"), said.when_where_who),
            (text("Why"), said.why),
            (text("How we will know"), said.how_we_know),
        )

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        if shown and self._stale:
            self._fill()
        self.setVisible(shown)

    def _fill(self) -> None:
        """Write the answers; most cards are never opened, so this waits until one is."""
        self._stale = False
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for question, answer in self._answers():
            if answer:
                for label in (WrapLabel(question, "small"), WrapLabel(answer)):
                    self._column.addWidget(label)
                    label.show()
