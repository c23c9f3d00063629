"""A form writes what it shows; whatever else stands in a record stays as it is."""

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLineEdit

from homejournal.domain.journal.timeline import Entry
from homejournal.domain.records.children import Child, Pronoun, ShownName
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.media_and_papers import Media, Page
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Ending, PlanStep, StepKind
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import Per, RatingKind, RatingPlan
from homejournal.domain.records.record import Kind, Record, is_added
from homejournal.services.days.days import PracticeTold
from homejournal.ui.child.plan.step_dialog import StepDialog
from homejournal.ui.records.writers_dialog import WriterDialog
from tests.ui.whole_window.test_forms_keep_words import FORMS, SUNDAY, known, shown, words_in

__all__ = ["known", "shown"]

PARTS = {
    Child: {"pronoun": Pronoun.SHE, "photo": uuid4(), "shown_name": ShownName.OUR_CHILD},
    Helper: {"photo": uuid4(), "color": "#aa5500"},
    PlanStep: {"until": SUNDAY + timedelta(days=9), "ending": Ending.PART_OF_OUR_DAY},
    Practice: {"read_from": uuid4()},
    DayMark: {"read_from": uuid4()},
    RatingPlan: {"per": Per.TIME},
}
NOT_HERE = {
    (PlanStep, "until_visit"),  # the other way to say `until`
    *(
        (cls, name)
        for cls, names in ((Media, ("child", "helper")), (Page, ("photos", "quotes")))
        for name in names
    ),  # no form shows a photo of a person, or changes a page that was kept
}


def with_parts(record: Record) -> Record:
    told = replace(record, **PARTS.get(type(record), {}))
    if isinstance(told, PlanStep) and told.rating:
        number = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", **PARTS[RatingPlan])
        told = replace(told, rating=number)
    return told


def standing(journal) -> dict:
    return {record.id: record for kind in Kind for record in journal.records.all_of(kind)}


def parts_of(record: Record) -> dict:
    """Return the parts of a record that came later, also those inside another."""
    held = (getattr(record, field.name) for field in fields(record))
    inside = [one for one in held if is_dataclass(one)]
    return {
        (type(whole), field.name): getattr(whole, field.name)
        for whole in (record, *inside)
        for field in fields(whole)
        if is_added(field)
    }


@pytest.fixture
def filled(three, known):
    """Let all that stands, and all that a form is opened for, have parts that no form shows."""
    journal = three.journal
    journal.days.did_it(three.ids["Two choices"], SUNDAY, PracticeTold(rating=2))
    journal.days.not_today(three.child.id, SUNDAY)
    journal.records.save(*map(with_parts, standing(journal).values()))
    known |= {name: with_parts(one) for name, one in known.items() if isinstance(one, Record)}
    return known


def test_each_part_that_came_later_is_tried():
    classes = [entry.cls for entry in KINDS.values() if not issubclass(entry.cls, Entry)]
    classes += [RatingPlan, *(cls for cls in PARTS if issubclass(cls, Entry))]
    added = {(cls, field.name) for cls in classes for field in fields(cls) if is_added(field)}
    assert {(cls, name) for cls, said in PARTS.items() for name in said} == added - NOT_HERE


@pytest.mark.parametrize("form", FORMS)
def test_what_a_form_does_not_show_stays_as_it_is(form, filled, shown, three):
    before = standing(three.journal)
    dialog = shown(form)
    for edit in words_in(dialog):
        (edit.insert if isinstance(edit, QLineEdit) else edit.insertPlainText)("More")
    dialog.save()
    after = standing(three.journal)
    assert before.keys() <= after.keys()
    for id_, record in before.items():
        assert parts_of(after[id_]) == parts_of(record)
    new = [one for id_, one in after.items() if id_ not in before and isinstance(one, PlanStep)]
    changed = [one.rating.per for one in new if one.step is StepKind.CHANGE]
    assert changed == ([Per.TIME] if form == "a change" else [])


def test_another_name_leaves_the_face_as_it_is(filled, three, desk):
    mom = three.journal.records.get(three.mom.id)
    dialog = WriterDialog(desk, mom, None)
    dialog.name.setText("Mamá")
    dialog.save()
    assert three.journal.records.get(mom.id) == replace(mom, name="Mamá")


def test_a_second_pause_on_one_day_leaves_until_when_it_is(three, desk, known):
    what = three.ids["Two choices"]
    pause = PlanStep(
        id=uuid4(), strategy=what, from_day=SUNDAY, step=StepKind.PAUSE, until_visit=True
    )
    three.journal.records.save(pause)
    state = known["state"]()
    (told,) = (strategy for strategy in state.strategies if strategy.strategy.id == what)
    dialog = StepDialog(desk, state, StepKind.PAUSE, told)
    dialog.save()
    assert three.journal.records.get(pause.id).until_visit


def test_an_entry_that_is_corrected_says_still_from_which_sheet_it_was_read(filled, three):
    days = three.journal.days.between(three.child.id, SUNDAY, SUNDAY)
    for practice in days.practices:
        three.journal.days.edit(replace(practice, rating=3))
    after = three.journal.days.between(three.child.id, SUNDAY, SUNDAY)
    assert all(one.read_from for one in (*after.practices, *after.marks))
