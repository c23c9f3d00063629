"""Each file says by the lowest number that can say it which homejournal reads it."""

import json
from dataclasses import fields, is_dataclass, replace
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import (
    JournalSettings,
    later_settings,
    settings_without_later,
)
from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.domain.plan.plan_files import PlanFile
from homejournal.domain.records.codec import says_what_came_later, schema_of, to_fields
from homejournal.domain.records.kinds import KINDS, YOUNGER_KINDS, kind_of
from homejournal.domain.records.record import Kind, is_added
from homejournal.domain.records.revisions import FIRST_SCHEMA, NEEDS, SCHEMA
from homejournal.domain.sharing.outgoing import Audience, Sender
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import read_journal_json, write_journal_json
from homejournal.exchange.pack_file import head_line, read_head
from homejournal.exchange.plan_file import read_plan_file, write_plan_file
from homejournal.services.safe.transfer.sealed_files import packed
from homejournal.services.settings_as_texts import read_settings, settings_texts
from tests import records
from tests.journals import TODAY, planned, step
from tests.younger import BY_THE_TIME, younger, younger_said


@pytest.fixture
def settings(journal):
    return journal.settings


def added_names():
    """Return the fields that came later, of every kind and of all that a kind holds."""
    classes = [entry.cls for entry in KINDS.values()]
    for cls in classes:  # grows while what is held is looked at
        hints = get_type_hints(cls).values()
        parts = (part for hint in hints for part in (hint, *get_args(hint)))
        classes += [part for part in parts if is_dataclass(part) and part not in classes]
    return {
        (cls.__name__, field.name) for cls in classes for field in fields(cls) if is_added(field)
    }


def test_the_family_that_says_it_all_says_it_all():
    told = set().union(*map(younger_said, younger().all))
    assert told == {".".join(added_name) for added_name in added_names()}


def test_nothing_that_came_later_stands_inside_a_list():
    """Such a field would be lost by a reader of the first schema, and `schema_of` not see it."""
    for entry in KINDS.values():
        for hint in get_type_hints(entry.cls).values():
            held = get_args(hint)[0] if getattr(hint, "__origin__", None) is tuple else None
            assert held is None or not is_dataclass(held) or not any(map(is_added, fields(held)))


def test_a_revision_needs_the_younger_schema_only_for_what_would_be_lost():
    family = younger()
    needing = [one for one in family.all if schema_of(kind_of(one), to_fields(one)) == SCHEMA]
    assert needing == [*family.waiting]
    assert {kind_of(one) for one in (family.sheet, family.book)} == YOUNGER_KINDS


@given(st.sampled_from(Kind).flatmap(records.records))
def test_a_file_has_the_younger_number_just_where_it_says_what_came_later(record):
    data = write_journal_json(JournalFile(entries=(Entry(record),)))
    told = json.loads(data)
    later = bool(younger_said(record)) or kind_of(record) in YOUNGER_KINDS
    assert told["schema"] == (SCHEMA if later else FIRST_SCHEMA)
    assert told.get("needs") == (NEEDS if later else None)
    assert [entry.record for entry in read_journal_json(data).entries] == [record]


def test_the_settings_of_a_journal_say_what_came_later_and_come_back(settings):
    told = replace(settings, memories=False, calm=False)
    assert later_settings(settings) == {}
    assert settings_without_later(told) == settings
    assert read_settings(settings_texts(told)) == told
    before = {name: said for name, said in settings_texts(settings).items() if name != "calm"}
    assert read_settings(before) == settings
    for one, number in ((settings, FIRST_SCHEMA), (told, SCHEMA)):
        data = write_journal_json(JournalFile(settings=one))
        assert json.loads(data)["schema"] == number
        assert read_journal_json(data).settings == one


def head(settings: JournalSettings) -> dict:
    sender = Sender(journal=settings.id, device=settings.id, home=None, through=TODAY)
    return head_line(sender, Audience.OWN, settings, None)


def test_a_pack_has_the_younger_number_only_for_settings_that_came_later(settings):
    told = replace(settings, memories=False)
    assert head(settings)["schema"] == FIRST_SCHEMA
    assert (head(told)["schema"], head(told)["needs"]) == (SCHEMA, NEEDS)
    for one in (settings, told):
        assert read_head(json.dumps(head(one)).encode(), []).settings == one
    faults = []
    strange = head(told) | {"journal": head(told)["journal"] | {"memories": "often"}}
    assert read_head(json.dumps(strange).encode(), faults) is None
    assert [fault.place for fault in faults] == ["journal"]


def test_only_a_move_to_a_new_computer_takes_these_settings_along(journal):
    journal.change_settings(replace(journal.settings, memories=False, calm=False))
    wish = journal.safe.pack_files.wish(Audience.OWN)
    assert packed(wish).pack.settings == settings_without_later(journal.settings)
    assert packed(replace(wish, history=True)).pack.settings == journal.settings


def test_a_plan_file_has_the_younger_number_only_where_it_needs_it(journal):
    _, what = planned(journal)
    for number, made in ((FIRST_SCHEMA, step(what)), (SCHEMA, step(what, rating=BY_THE_TIME))):
        data = write_plan_file(PlanFile(name="Ours", records=(what, made)))
        assert json.loads(data)["schema"] == number
        assert read_plan_file(data, what.child).records[-1] == made
        assert says_what_came_later(kind_of(made), to_fields(made)) == (number == SCHEMA)


@pytest.mark.parametrize(
    ("said", "named"),
    [("2.5", "2.5"), ("10", "10"), ("soon", ""), ("1.", ""), ("1" * 5, ""), (None, "")],
)
def test_a_file_from_a_homejournal_to_come_is_refused_by_the_version_that_it_names(said, named):
    told = {"format": "homejournal", "schema": SCHEMA + 1, "needs": said}
    with pytest.raises(ImportFaultsError) as error:
        read_journal_json(json.dumps(told).encode())
    (fault,) = error.value.faults
    assert (fault.what, fault.detail) == (FaultKind.NEWER_SCHEMA, named)
