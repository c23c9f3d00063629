"""The steps that Undo takes back: a thing done in the journal, or a setting that was put."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from homejournal.texts.wording import Said

if TYPE_CHECKING:
    from homejournal.domain.records.changes import Change
    from homejournal.texts.wording import Wording


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting put in place of another: its words for Undo, and how to put each of the two.

    `name` says what has to follow it, such as "language" or "days". The two calls outlive the page
    that asked, so they hold no widget.
    """

    name: str
    words: str
    put: Callable[[], None]
    put_back: Callable[[], None]


class WordedStep(QUndoCommand):
    """A step with its words; those put together by hand stay in the language they were said in."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words

    def say_in(self, wording: "Wording") -> None:
        """Say it in another language."""
        if isinstance(self._words, Said):
            self.setText(self._words.in_language(wording))


class DoneStep(WordedStep):
    """One thing done; undoing it answers the change that undoes the undo."""

    def __init__(
        self, words: str, change: "Change", turn: "Callable[[Change], Change | None]"
    ) -> None:
        super().__init__(words)
        self.change = change
        self._turn = turn
        self._pushed = False

    @override
    def undo(self) -> None:
        self._put_back()

    @override
    def redo(self) -> None:
        # QUndoStack.push calls redo at once, when the service has done the work already.
        if self._pushed:
            self._put_back()
        self._pushed = True

    def _put_back(self) -> None:
        # Obsolete unless it worked, even where it breaks in a way nobody foresaw: otherwise the
        # stack would count a step that never happened.
        self.setObsolete(True)
        back = self._turn(self.change)
        if back is not None:
            self.change = back
            self.setObsolete(False)


class SettingStep(WordedStep):
    """One setting changed; undoing puts back what stood before."""

    def __init__(
        self, change: "SettingChange", put: "Callable[[str, Callable[[], None]], bool]"
    ) -> None:
        super().__init__(change.words)
        self._change, self._put = change, put
        self._pushed = False

    @override
    def undo(self) -> None:
        self._do(self._change.put_back)

    @override
    def redo(self) -> None:
        if self._pushed:
            self._do(self._change.put)
        self._pushed = True

    def _do(self, put: Callable[[], None]) -> None:
        self.setObsolete(True)  # as with a step of entries, unless it worked
        if self._put(self._change.name, put):
            self.setObsolete(False)
