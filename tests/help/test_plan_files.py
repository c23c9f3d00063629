"""The help on plan files: its example can be taken in as it stands, and its tables name all."""

import json
import re
from dataclasses import fields

import pytest

from homejournal.domain.errors import ImportFaultsError
from homejournal.domain.plan.plan_files import PLAN_KINDS
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.plan import Area, PlanStep, StepKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.exchange.plan_file import STAYS_OUT, read_plan_file
from homejournal.resources import resource
from schema import PLAN_FILE, plan_schema
from tests.exchange.test_journal_schema import faults_of_schema

LANGUAGES = ("en", "es", "ar")


def text_of(language):
    return resource("help", language, "plan-files.md").read_text(encoding="utf-8")


def example(language):
    (block,) = re.findall(r"```json\n(.*?)```", text_of(language), re.DOTALL)
    return block.encode()


def row(language, name):
    (found,) = (line for line in text_of(language).splitlines() if line.startswith(f"| {name} |"))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_a_sound_plan_file_with_something_of_everything(language):
    file = read_plan_file(example(language))
    assert {type(record) for record in file.records} == {KINDS[kind].cls for kind in PLAN_KINDS}
    assert list(faults_of_schema(json.loads(example(language)), plan_schema())) == []
    (step,) = (record for record in file.records if isinstance(record, PlanStep))
    assert all((step.what, step.how, step.why, step.when_where_who, step.how_we_know))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PLAN_KINDS)
def test_the_table_names_every_field_and_says_which_must_be_there(language, kind):
    cls, name = KINDS[kind]
    told = set(re.findall(r"`(\w+)`", row(language, f"`{name}`").partition("|")[2]))
    asked = {FILE_NAMES.get(one.name, one.name) for one in fields(cls)} - STAYS_OUT
    assert told == asked | {name}
    needs = re.split("must be|deben|لا بد", row(language, f"`{name}`"))[0]
    needed = re.findall(r"`(\w+)`", needs)[1:]
    for field in needed:
        whole = json.loads(example(language))
        del whole[name][0][field]
        with pytest.raises(ImportFaultsError):
            read_plan_file(json.dumps(whole).encode())
    whole = json.loads(example(language))
    whole[name] = [{field: whole[name][0][field] for field in needed}]
    assert read_plan_file(json.dumps(whole).encode())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "words"), [("`areas`", Area), ("`step`", StepKind), ("`rating`", RatingKind)]
)
def test_the_table_names_every_word_of_a_field(language, name, words):
    assert all(str(word) in row(language, name) for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_how_often_can_be_read(language):
    told = re.findall(r"`(\{.*?\})`", row(language, "`often`"))
    assert len(told) == 2
    for often in told:
        whole = json.loads(example(language))
        whole["plan_steps"][0]["often"] = json.loads(often)
        assert read_plan_file(json.dumps(whole).encode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_named_where_it_lies(language):
    assert "resources/" + "/".join(PLAN_FILE) in text_of(language)
    assert resource(*PLAN_FILE).is_file()
