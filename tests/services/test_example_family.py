"""The example family as somebody gets it who looks around: a journal that ends these days."""

import json
from datetime import date, timedelta

import pytest

from homejournal.domain.errors import DiskError
from homejournal.domain.records.record import Kind
from homejournal.resources import resource
from homejournal.services.before_opening import is_open_elsewhere
from homejournal.services.opening import create_example, create_journal
from tests.journals import DEVICE, TODAY, Clock

WEEK = timedelta(days=7)


@pytest.fixture
def example(tmp_path):
    journal = create_example(tmp_path / "example", clock=Clock(), device=DEVICE)
    yield journal
    journal.close()


def told_days():
    told = json.loads(resource("example", "family.json").read_text(encoding="utf-8"))
    return {one["id"]: date.fromisoformat(one["day"]) for one in told["practices"]}


def test_the_example_is_marked_as_one_and_its_pages_too(example):
    assert example.settings.example
    (child, *_) = example.family().children.values()
    period = example.pages.since_last_visit(child.id, TODAY)
    assert example.pages.material(child.id, period, TODAY).example


def test_all_days_of_the_example_move_by_whole_weeks_to_these_days(example):
    told = told_days()
    moved = {str(practice.id): practice.day for practice in example.records.all_of(Kind.PRACTICE)}
    assert moved.keys() == told.keys()
    (by,) = {moved[which] - told[which] for which in told}
    assert by % WEEK == timedelta(0)
    assert TODAY - WEEK < max(moved.values()) <= TODAY


def test_what_the_example_wrote_down_on_its_day_is_not_written_later(example):
    practices = example.records.all_of(Kind.PRACTICE)
    late = [
        practice
        for practice in practices
        if practice.written and (practice.written.date() - practice.day).days > 1
    ]
    told = json.loads(resource("example", "family.json").read_text(encoding="utf-8"))["practices"]
    late_in_file = [
        one
        for one in told
        if "written" in one
        and (date.fromisoformat(one["written"][:10]) - date.fromisoformat(one["day"])).days > 1
    ]
    assert len(late) == len(late_in_file) < len(practices)


def test_a_journal_that_is_there_is_not_made_an_example(example):
    example.close()
    with pytest.raises(DiskError):
        create_example(example.folder, clock=Clock(), device=DEVICE)


def test_a_second_start_learns_that_a_journal_is_open_and_when_it_is_closed(journals, tmp_path):
    assert not is_open_elsewhere(tmp_path / "journal")
    journal = journals.new()
    assert is_open_elsewhere(journal.folder)
    journal.close()
    assert not is_open_elsewhere(journal.folder)


def test_the_routines_of_a_day_stand_in_its_order_also_in_a_copy(example, tmp_path):
    (child,) = example.family().children
    order = ["Breakfast", "Lunch", "Play after nap", "Dinner", "Bedtime"]
    assert [routine.name for routine in example.sheets.grid(child, TODAY).routines] == order
    copy = create_journal(tmp_path / "copy", clock=Clock(), device=DEVICE)
    copy.files.import_json(example.files.export_json())
    assert [routine.name for routine in copy.sheets.grid(child, TODAY).routines] == order
    copy.close()
