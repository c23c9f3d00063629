"""Whatever is typed in a form outlives the program until it is saved or closed on purpose."""

import signal
import subprocess
import sys
from datetime import timedelta
from importlib import import_module
from inspect import getsource, isclass, isfunction
from pkgutil import walk_packages
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

import homejournal.ui
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.ladders_and_feelings import Ladder
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Channel, Contact, TeamMember, Way
from homejournal.domain.records.plan import Outcome
from homejournal.domain.records.visits import Asked, Visit
from homejournal.services.opening import open_journal
from homejournal.ui.child.about.child_dialogs import AboutDialog, ChildDialog
from homejournal.ui.child.about.put_away import PutAwayDialog
from homejournal.ui.child.outcomes.outcome_dialogs import LadderDialog, OutcomeDialog
from homejournal.ui.child.plan.routine_grid import RoutineDialog
from homejournal.ui.child.plan.strategy_dialog import StrategyDialog
from homejournal.ui.journal.life_events_dialog import LifeEventDialog
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.records.note_dialog import NoteDialog
from homejournal.ui.visits.coming.agreement_dialog import AgreementDialog
from homejournal.ui.visits.coming.visit_dialog import QuestionDialog, VisitDialog
from homejournal.ui.visits.team.message_dialog import (
    Addressed,
    MeetingDialog,
    OwnWordsDialog,
    ThanksDialog,
)
from homejournal.ui.visits.team.page import PersonDialog
from homejournal.ui.visits.team.person_row import ContactDialog
from homejournal.ui.widgets.fields.date_and_time import TimeEdit
from homejournal.ui.widgets.fields.form_draft import typed_in
from homejournal.ui.widgets.fields.number_field import NumberEdit
from tests.journals import DEVICE
from tests.ui.conftest import SUNDAY

DAY = timedelta(days=1)

LAST_TIME = "Not saved yet: this is what you typed last time."
NOT_TRIED_HERE = {
    "MailDialog": "tried where it is opened, on the page for a visit",
    "MessageDialog": "what the two messages share",
    "NoteForSeveralDialog": "tried where several children are",
    "ShortTextDialog": "tried where it is opened, on the page for a visit",
}


@pytest.fixture
def known(three, desk):
    """What forms are about."""
    child = three.child
    person = TeamMember(id=uuid4(), name="Dana", ways=(Way(way=Channel.PHONE, value="555"),))
    visit = Visit(id=uuid4(), child=child.id, day=SUNDAY - DAY, people=(person.id,))
    outcome = Outcome(id=uuid4(), child=child.id, text="She asks for more")
    ladder = Ladder(id=uuid4(), outcome=outcome.id, levels={"-1": "a", "0": "b", "1": "c"})
    asked = Asked(id=uuid4(), visit=visit.id, text="Does she point?")
    contact = Contact(id=uuid4(), team=person.id, day=SUNDAY, way=Channel.PHONE, words="We talked")
    three.journal.records.save(person, visit, outcome, ladder, asked, contact)
    return {
        "child": child,
        "person": person,
        "visit": visit,
        "outcome": outcome,
        "ladder": ladder,
        "asked": asked,
        "contact": contact,
        "state": lambda: plan_state(three.journal.family(), child.id, SUNDAY),
        "told": lambda: three.journal.visits.listed(child.id, SUNDAY).past[0],
        "about": lambda: three.journal.about.told(child.id, SUNDAY),
        "note": Note(id=uuid4(), child=child.id, day=SUNDAY, text="…"),
        "to": Addressed(child=child, people=[person], chosen=person),
    }


def new_strategy(desk, known):
    return StrategyDialog(desk, known["state"]())


def strategy(desk, known, *, new):
    """Return the form of a strategy: what it says is new from a day on, or was so all along."""
    state = known["state"]()
    form = StrategyDialog(desk, state, state.strategies[0])
    form._since.pills[int(new)].setChecked(True)
    return form


FORMS = {
    "a new visit": lambda desk, of: VisitDialog(desk, of["child"].id),
    "a visit": lambda desk, of: VisitDialog(desk, of["child"].id, of["visit"]),
    "a new question": lambda desk, of: QuestionDialog(desk, of["told"]()),
    "a question": lambda desk, of: QuestionDialog(desk, of["told"](), of["asked"]),
    "what was agreed": lambda desk, of: AgreementDialog(desk, of["told"]()),
    "a new contact": lambda desk, of: ContactDialog(desk, of["person"]),
    "a contact": lambda desk, of: ContactDialog(desk, of["person"], of["contact"]),
    "somebody new": lambda desk, of: PersonDialog(desk),
    "somebody": lambda desk, of: PersonDialog(desk, of["person"]),
    "a meeting": lambda desk, of: MeetingDialog(desk, of["to"]),
    "own words": lambda desk, of: OwnWordsDialog(desk, of["to"]),
    "thanks": lambda desk, of: ThanksDialog(desk, of["to"]),
    "about the child": lambda desk, of: AboutDialog(desk, of["about"]()),
    "the child": lambda desk, of: ChildDialog(desk, of["child"]),
    "a new outcome": lambda desk, of: OutcomeDialog(desk, of["child"].id),
    "an outcome": lambda desk, of: OutcomeDialog(desk, of["child"].id, of["outcome"]),
    "a new ladder": lambda desk, of: LadderDialog(desk, of["outcome"]),
    "a ladder": lambda desk, of: LadderDialog(desk, of["outcome"], of["ladder"]),
    "a new strategy": new_strategy,
    "a change": lambda desk, of: strategy(desk, of, new=True),
    "a correction": lambda desk, of: strategy(desk, of, new=False),
    "a routine": lambda desk, of: RoutineDialog(desk, of["child"].id),
    "a life event": lambda desk, of: LifeEventDialog(desk, of["child"].id, None, None),
    "putting away": lambda desk, of: PutAwayDialog(desk, of["child"], None),
    "a note": lambda desk, of: NoteDialog(desk, of["note"], None, new=True),
}


@pytest.fixture
def shown(desk, known):
    """Open a form by its name; at the end each is gone while its journal is still there."""
    opened = []

    def show(form):
        dialog = FORMS[form](desk, known)
        opened.append(dialog)
        dialog.ask()
        QApplication.processEvents()
        return dialog

    yield show
    for dialog in filter(isValid, opened):
        as_if_the_program_had_ended(dialog)


def words_in(dialog):
    """Return the visible fields for words."""
    edits = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit)]
    plain = [edit for edit in edits if not isinstance(edit.parent(), NumberEdit | QDateEdit)]
    return [one for one in plain if one.isVisible()]


def typed(dialog):
    return [typed_in(word) for word in words_in(dialog)]


def type_everywhere(dialog):
    for place, edit in enumerate(words_in(dialog)):
        write = edit.insert if isinstance(edit, QLineEdit) else edit.insertPlainText
        write(f"w{place}")
    QApplication.processEvents()


def said(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def as_if_the_program_had_ended(dialog):
    """Take the form away without any of its buttons."""
    dialog.hide()
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("form", FORMS)
def test_what_was_typed_is_there_again_until_it_is_closed_on_purpose(
    form, shown, three, drafts_at_once, qtbot
):
    first = shown(form)
    before = typed(first)
    type_everywhere(first)
    meant = typed(first)
    assert [one != was for one, was in zip(meant, before, strict=True)] == [True] * len(meant)
    assert meant
    qtbot.waitUntil(lambda: three.journal.drafts.kept() != {})
    QApplication.processEvents()
    as_if_the_program_had_ended(first)

    again = shown(form)
    assert typed(again) == meant
    assert LAST_TIME in said(again)
    type_everywhere(again)
    again.reject()
    again.reject()
    assert three.journal.drafts.kept() == {}
    assert typed(shown(form)) == before


ODD = ("[1]", "{", '{"text": 5}', "5", '{"new": {}}', "[" * 3_000, '{"words": {"a": []}}', "null")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_opens_whatever_a_file_brought_as_unfinished(
    form, shown, three, drafts_at_once, qtbot, every
):
    first = shown(form)
    type_everywhere(first)
    qtbot.waitUntil(lambda: three.journal.drafts.kept() != {})
    places = list(three.journal.drafts.kept())
    as_if_the_program_had_ended(first)
    for odd in ODD[::every]:
        for place in places:
            three.journal.drafts.keep(place, odd)
        as_if_the_program_had_ended(shown(form))


@pytest.mark.parametrize(
    "form", ["a new visit", "a visit", "somebody", "a new contact", "a ladder"]
)
def test_saving_ends_what_was_kept_and_undo_brings_it_back(
    form, shown, desk, three, drafts_at_once
):
    first = shown(form)
    plain = [word for word in words_in(first) if not isinstance(word, TimeEdit)]
    for edit in plain:
        (edit.insert if isinstance(edit, QLineEdit) else edit.insertPlainText)(" more")
    first.save()
    assert first.result() == first.DialogCode.Accepted
    assert three.journal.drafts.kept() == {}
    desk.editing.undo()
    assert "more" in "".join(three.journal.drafts.kept().values())


def test_no_form_with_room_for_sentences_is_forgotten(shown):
    for module in walk_packages(homejournal.ui.__path__, "homejournal.ui."):
        import_module(module.name)
    tried = {type(shown(form)).__name__ for form in FORMS}
    roomy = {one.__name__ for one in _below(FormDialog) if "NoteEdit(" in _source(one)}
    assert roomy - tried == set(NOT_TRIED_HERE)


def _source(kind):
    """Return the source of a form, with that of the parts beside it that it names."""
    own, beside = getsource(kind), vars(sys.modules[kind.__module__])
    parts = [part for name, part in beside.items() if name in own and _is_part(part, kind)]
    return own + "".join(map(getsource, parts))


def _is_part(part, kind):
    made = isclass(part) or isfunction(part)
    form = isclass(part) and issubclass(part, FormDialog)
    return made and not form and part.__module__ == kind.__module__


def _below(kind):
    for subclass in kind.__subclasses__():
        if subclass.__module__.startswith("homejournal."):
            yield subclass
            yield from _below(subclass)


_TYPES_AND_IS_KILLED = """
import os, signal, sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from homejournal.services.opening import open_journal
from homejournal.ui.window.main_window import MainWindow
from homejournal.ui.base.preferences import Preferences
app = QApplication([])
now = datetime(2026, 3, 22, 20, tzinfo=timezone(timedelta(hours=-5)))
journal = open_journal(Path(sys.argv[1]), clock=lambda: now, device=UUID(sys.argv[3]), write=True)
window = MainWindow(Preferences(Path(sys.argv[2])), "en")
window.take(journal)
window.show()
window.open_first()
window.open_page("visits")
window.page.new()
app.processEvents()
edit = app.activeModalWidget().findChild(QPlainTextEdit)
edit.insertPlainText("The cup with two handles")
while not journal.drafts.kept():
    app.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def later(house):
    """Hold journals that are closed once their windows are gone."""
    journals = []
    yield journals
    for journal in journals:
        journal.close()


def test_a_new_visit_outlives_a_program_that_is_killed(house, later, open_window, tmp_path):
    folder = house.journal.folder
    house.journal.close()
    told = [folder, tmp_path / "w.ini", DEVICE]
    asked = [sys.executable, "-c", _TYPES_AND_IS_KILLED, *map(str, told)]
    ended = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    journal = open_journal(folder, clock=house.clock, device=DEVICE)
    later.append(journal)
    window = open_window(journal, page="visits")
    window.page.new()
    form = QApplication.activeModalWidget()
    assert form.findChild(QPlainTextEdit).toPlainText() == "The cup with two handles"
    form.reject()
    QApplication.processEvents()
