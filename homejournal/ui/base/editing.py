"""Everything a person changes goes through here: one undo stack, one place where saving fails."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from homejournal.texts.wording import Said, Wording

if TYPE_CHECKING:
    from homejournal.domain.errors import JournalError, JournalFileError
    from homejournal.domain.records.changes import Change
    from homejournal.domain.today.week_grid import CellPlace

    Turn = Callable[[Change], Change]
    """Takes a change back, and answers the change that takes the taking back, back."""


class UnsavedStep(NamedTuple):
    """A step that the disk refused: what was said at a place, and waits to be written."""

    place: str
    words: str
    """The words of the step, as Undo has them."""
    call: "Callable[[], Change]"
    pressed: str = ""
    """What was pressed, which stands in no field; empty where it was typed."""


@dataclass(slots=True)
class Unfinished:
    """Lasts as long as its window, also while pages are built anew."""

    texts: dict[str, str] = field(default_factory=dict)
    unkept: set[str] = field(default_factory=set)
    """The places whose texts not even the journal's drafts could take."""
    of_pages: dict[str, str] = field(default_factory=dict)
    """What is typed for a visit page and not kept yet."""
    boxes: dict["CellPlace", str] = field(default_factory=dict)
    """What is typed in a box of a week and cannot be read yet."""
    waits: dict[str, UnsavedStep] = field(default_factory=dict)
    """What was said and could not be written, by its place, in the order it was said."""

    def pressed(self) -> frozenset[str]:
        """Return what was pressed and waits, each with its place: no draft can keep it."""
        return frozenset(
            f"{step.place} {step.words}" for step in self.waits.values() if step.pressed
        )


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


UNDO_STEPS = 100


@dataclass(frozen=True, slots=True)
class UndoTurn:
    """A step that is to be taken back, or `again` done; `go_on` does it, as a call turns it."""

    change: "Change"
    words: str
    again: bool
    go_on: "Callable[[Turn], None]"


class Editing(QObject):
    """Does what pages ask, remembers how to take it back, and tells who needs to know."""

    changed = Signal(object)
    """frozenset[Kind]: what pages have to read again."""
    done = Signal(str)
    """A thing was written; its words are for the toast with Undo."""
    undone = Signal(str)
    """A thing was taken back; its words."""
    redone = Signal(str)
    """A thing was done again; its words."""
    told = Signal(str)
    """A sentence that stays above the pages until somebody has read it."""
    setting_changed = Signal(str)
    """The name of a setting that was put or put back: the window follows it at once."""
    failed = Signal(object)
    """JournalError: nothing was written, and what was typed is still in its field."""

    def __init__(self, undo: "Callable[[Change], Change]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._let_wait: Callable[[UndoTurn], bool] = _at_once
        self._failures: list[JournalError] = []
        self._meanwhile: list[WordedStep] | None = None
        """Steps done while the stack moves; None while it does not."""
        self.unfinished = Unfinished()
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(UNDO_STEPS)

    def speak(self, wording: "Wording") -> None:
        """Say the steps in this language that were done in another one."""
        for at in range(self.stack.count()):
            step = self.stack.command(at)
            if isinstance(step, WordedStep):
                step.say_in(wording)

    def do(
        self, words: str, call: "Callable[[], Change]", *, toast: bool = True
    ) -> "Change | None":
        """Call a service and put the step on the undo stack under its words.

        Returns what changed, or None if it failed; `failed` has told the reason by then.
        A step that changed nothing is not remembered.
        """
        from homejournal.domain.errors import JournalError

        try:
            return self._done(words, call, toast=toast)
        except JournalError as failure:
            self.failed.emit(failure)
            return None

    def do_or_wait(self, step: UnsavedStep) -> bool:
        """Do a step, and return whether it is done; one that the disk refuses waits."""
        from homejournal.domain.errors import JournalError, JournalFileError

        waits = self.unfinished.waits
        waits.pop(step.place, None)
        try:
            self._done(step.words, step.call)
        except JournalError as failure:
            if isinstance(failure, JournalFileError):
                waits[step.place] = step
            self.failed.emit(failure)
            return False
        return True

    def try_again(self) -> "JournalFileError | None":
        """Do what waits; return why the first that still cannot be done has to wait on."""
        from homejournal.domain.errors import JournalError, JournalFileError

        waits = self.unfinished.waits
        for place, step in [*waits.items()]:
            if waits.get(place) is not step:
                continue  # it was said anew meanwhile
            del waits[place]
            try:
                self._done(step.words, step.call)
            except JournalFileError as failure:
                after = [*waits.items()]
                waits.clear()
                waits.update([(place, step), *after])
                return failure
            except JournalError as failure:  # it cannot be done any more
                self.failed.emit(failure)
        return None

    def _done(self, words: str, call: "Callable[[], Change]", *, toast: bool = True) -> "Change":
        change = _called(call)
        if change.moves or change.settings:
            self._push(DoneStep(words, change, self._turn))
            self.changed.emit(change.kinds)
            if toast:
                self.done.emit(words)
        return change

    def do_setting(self, change: "SettingChange", *, toast: bool = True) -> bool:
        """Put a setting and the step on the undo stack; return whether it could be put."""
        self._failures.clear()
        done = self._put(change.name, change.put)
        if done:
            self._push(SettingStep(change, self._put))
            if toast:
                self.done.emit(change.words)
        self._tell_failures()
        return done

    def wait_for(self, asked: Callable[[UndoTurn], bool]) -> None:
        """Ask this from now on whether a step has to wait; then it sees to what follows."""
        self._let_wait = asked

    def undo(self) -> None:
        """Take the last step back; if it cannot be, say why and forget the step."""
        self._begin(again=False)

    def redo(self) -> None:
        self._begin(again=True)

    @property
    def last_change(self) -> "Change | None":
        """Return what the step changed that Undo would take back; None for a setting, or none."""
        step = self._next(again=False)
        return step.change if isinstance(step, DoneStep) else None

    def forget(self) -> None:
        """Forget all steps: after something that cannot be taken back, such as an import."""
        self.stack.clear()

    def _begin(self, *, again: bool) -> None:
        step = self._next(again=again)
        if isinstance(step, DoneStep):
            go_on = partial(self._go_on, step, again=again)
            if self._let_wait(UndoTurn(step.change, step.text(), again, go_on)):
                return
        self._move(again=again)

    def _next(self, *, again: bool) -> "QUndoCommand | None":
        at = self.stack.index()
        return self.stack.command(at if again else at - 1)

    def _go_on(self, step: DoneStep, turn: "Turn", *, again: bool) -> None:
        """Turn a step that had to wait, unless it is not its turn any more."""
        if self._next(again=again) is not step:
            return
        usual, self._undo = self._undo, turn
        try:
            self._move(again=again)
        finally:
            self._undo = usual

    def _move(self, *, again: bool) -> None:
        step, self._meanwhile = self._next(again=again), []
        try:
            if self._moved(self.stack.redo if again else self.stack.undo) and step is not None:
                # Only now: the step may have been the choice of the language that is spoken since.
                (self.redone if again else self.undone).emit(step.text())
        finally:
            done, self._meanwhile = self._meanwhile, None
            for one in done:
                self.stack.push(one)

    def _moved(self, move: Callable[[], None]) -> bool:
        """Move on the stack; return whether there was a step and it could be done."""
        before = self.stack.index()
        self._failures.clear()
        move()
        self._tell_failures()
        return not self._failures and self.stack.index() != before

    def _push(self, step: WordedStep) -> None:
        """Put a step on the stack; while that moves, as when words are saved by it, afterwards."""
        if self._meanwhile is None:
            self.stack.push(step)
        else:
            self._meanwhile.append(step)

    def _tell_failures(self) -> None:
        for failure in self._failures:
            self.failed.emit(failure)

    def _put(self, name: str, put: Callable[[], None]) -> bool:
        from homejournal.domain.errors import JournalError

        try:
            put()
        except JournalError as failure:
            self._failures.append(failure)
            return False
        self.setting_changed.emit(name)
        return True

    def _turn(self, change: "Change") -> "Change | None":
        from homejournal.domain.errors import JournalError

        try:
            back = self._undo(change)
        except JournalError as failure:
            self._failures.append(failure)
            return None
        self.changed.emit(back.kinds)
        return back


def _called(call: "Callable[[], Change]") -> "Change":
    """Call a service, and once more where the disk was full: the journal held room for that."""
    from homejournal.domain.errors import DiskFullError

    try:
        return call()
    except DiskFullError:
        return call()


def _at_once(_turning: UndoTurn) -> bool:
    return False
