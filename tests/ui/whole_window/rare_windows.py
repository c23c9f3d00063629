"""All windows that there are, and the way to those of which no picture is made."""

import importlib
import pkgutil
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import uuid4

from PySide6.QtWidgets import QDialog, QMainWindow

import homejournal.ui
from homejournal.domain.days.periods import Period
from homejournal.domain.errors import JournalMissingError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.timeline import journal_row
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.media_and_papers import KeptPack
from homejournal.domain.records.notes import Note
from homejournal.domain.records.practices import Practice
from homejournal.domain.today.day_page import TogetherRow, today_state
from homejournal.ui.base.editing import UndoTurn
from homejournal.ui.child.outcomes.outcome_dialogs import LadderDialog
from homejournal.ui.child.plan.page import CopyToSiblingDialog
from homejournal.ui.child.plan.routine_grid import RoutineDialog
from homejournal.ui.help import LicensesDialog
from homejournal.ui.hiding import AnyCover, Cover
from homejournal.ui.journal.entry_panel import PracticeDialog
from homejournal.ui.journal.life_events_dialog import LifeEventDialog
from homejournal.ui.kit.filter_bar import DatesDialog
from homejournal.ui.records.history_dialog import HistoryDialog
from homejournal.ui.records.note_dialog import NoteDialog
from homejournal.ui.records.writers_dialog import WriterDialog
from homejournal.ui.today.welcome import SuggestedByDialog
from homejournal.ui.together.page import NoteForSeveralDialog
from homejournal.ui.visits.coming.visit_details import KeptPackDialog
from homejournal.ui.window.error_dialogs import FailureDialog, OpeningDialog
from homejournal.ui.window.long_undo import LongStepDialog
from homejournal.ui.window.unlock_window import UnlockWindow
from tests import packs


def windows_of_ours():
    """Return every kind of window and dialog that stands for itself."""
    for one in pkgutil.walk_packages(homejournal.ui.__path__, "homejournal.ui."):
        importlib.import_module(one.name)
    found, looked = {Cover, UnlockWindow}, [QDialog, QMainWindow, AnyCover]
    while looked:
        kinds = looked.pop().__subclasses__()
        looked += kinds
        found |= {kind for kind in kinds if kind.__module__.startswith("homejournal.")}
    return {kind for kind in found if kind is Cover or not kind.__subclasses__()}


RARE = {
    *(LadderDialog, CopyToSiblingDialog, RoutineDialog, LicensesDialog, PracticeDialog),
    *(LifeEventDialog, DatesDialog, HistoryDialog, NoteDialog, WriterDialog, SuggestedByDialog),
    *(NoteForSeveralDialog, KeptPackDialog, FailureDialog, OpeningDialog, LongStepDialog, Cover),
}
"""The kinds of window that stand in no scene."""


class Rare:
    """Makes the rare windows over the journal of the example family."""

    def __init__(self, window):
        self._window, self._desk, self._wording = window, window.desk, window.desk.wording
        self._journal, self._child = window.journal, window.page.child
        self._family, self._today = window.journal.family(), window.journal.today()

    def all(self):
        """Yield one after another; each is to be closed before the next one is made."""
        desk, child, window, wording = self._desk, self._child, self._window, self._wording
        yield LadderDialog(desk, self._family.outcomes_of(child)[0], None, window)
        yield CopyToSiblingDialog(desk, self._plan().strategies[0], window)
        yield RoutineDialog(desk, child, window)
        yield LicensesDialog(wording, window)
        yield PracticeDialog(desk, *self._practice(), window)
        yield LifeEventDialog(desk, child, None, window)
        yield DatesDialog(desk, EntryFilter(child=child), window)
        yield HistoryDialog(desk, self._changed_note(), child, window)
        yield NoteDialog(desk, self._note(), window, new=False)
        yield WriterDialog(desk, None, window)
        yield SuggestedByDialog(desk, self._plan().strategies[0].strategy, window)
        yield NoteForSeveralDialog(desk, self._row(), self._today, window)
        yield KeptPackDialog(desk, *self._pack(), window)
        yield FailureDialog(wording, KeyError("level"), window)
        yield OpeningDialog(wording, JournalMissingError(self._journal.folder))
        yield LongStepDialog(desk, self._turn(), window)
        yield Cover(wording)

    def _plan(self):
        return plan_state(self._family, self._child, self._today)

    def _entries(self):
        return self._journal.timeline.page(EntryFilter(child=self._child), limit=200)

    def _practice(self):
        entry = next(one for one in self._entries() if isinstance(one.record, Practice))
        return journal_row(self._family, entry), entry.record

    def _note(self):
        notes = (note for one in self._entries() for note in (one.record, *one.notes))
        return next(one for one in notes if isinstance(one, Note))

    def _changed_note(self):
        note = self._note()
        earlier = note.day - timedelta(days=1)
        self._journal.notes.edit(note, replace(note, day=earlier))
        return self._note()

    def _row(self):
        days, start = self._journal.days, self._journal.settings.week_start
        written = days.between(self._child, self._today, self._today)
        asked = (self._today, self._today)
        (card, *_) = today_state(self._family, written, self._child, asked, start).cards
        child = self._family.children[self._child]
        return TogetherRow(name=card.strategy.name, cards=((child, card),))

    def _pack(self):
        days = Period(self._today - timedelta(days=180), self._today)
        spoken = {"period": days, "today": self._today, "language": self._wording.language}
        pack = packs.made(self._journal, self._family.children[self._child], **spoken)
        made = datetime.combine(self._today, time(12)).astimezone()
        return KeptPack(id=uuid4(), child=self._child, made=made, pack={}), pack

    def _turn(self):
        note = self._note()
        change = self._journal.notes.edit(note, note)
        return UndoTurn(change, self._wording.text("Note changed"), False, lambda _turn: None)
