"""What a dialog says of the steps that are done while it is open."""

from homejournal.texts.error_texts import explain
from homejournal.ui.base.desk import Desk
from homejournal.ui.widgets.cards.notice import Notice


class DoneNotice(Notice):
    """Says what was done, with Undo, and what could not be done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self._wording = desk.wording
        self.pressed.connect(desk.editing.undo)
        desk.editing.done.connect(self._on_done)
        desk.editing.undone.connect(self._on_undone)
        desk.editing.failed.connect(self.say_failure)

    def say_failure(self, failure: Exception) -> None:
        """Say what could not be done, and what to do about it."""
        self.set_text(explain(self._wording, failure))

    def _on_done(self, words: str) -> None:
        self.set_text(words, self._wording.text("Undo"))

    def _on_undone(self, words: str) -> None:
        self.set_text(self._wording.text("Undone: {step}", step=words))
