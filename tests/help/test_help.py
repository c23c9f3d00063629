"""The help can be read by everybody, and the format in it names all that the code has."""

import enum
import re
import types
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import get_args, get_type_hints

import pytest

from homejournal.cli.main import parse
from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import JournalSettings, Period, WeekStart
from homejournal.domain.days.strategy_numbers import ChildNumbers
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import (
    MoreDetail,
    RunChart,
    SessionTries,
)
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.notes import Note
from homejournal.exchange.journal_json import TOP, read_journal_json
from homejournal.exchange.look_back_json import LookedBack, numbers_json
from homejournal.resources import resource
from homejournal.texts.window.help import TOPICS
from tests import families
from tests.look_backs import backs_of

LANGUAGES = ("en", "es", "ar")
PAGES = TOPICS


def text_of(language, page):
    return resource("help", language, f"{page}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_pages_that_are_there(language, page):
    for target in re.findall(r"\]\(([^)]*)\)", text_of(language, page)):
        assert resource("help", language, target).is_file()


@pytest.mark.parametrize("page", PAGES)
def test_all_languages_have_the_same_parts(page):
    shapes = [
        re.findall(r"^(#+|-|\d\.|\|)", text_of(language, page), re.MULTILINE)
        for language in LANGUAGES
    ]

    assert all(shape == shapes[0] for shape in shapes)


BANNED = ("homework", "drill", "compliance", "adherence", "regimen", "deficit", "missed", "failed")


@pytest.mark.parametrize("page", PAGES)
def test_no_word_blames(page):
    said = set(re.findall("[a-z]+", text_of("en", page).lower()))

    assert said.isdisjoint(BANNED)


@pytest.mark.parametrize("page", ["numbers", "progress"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_says_that_the_help_levels_are_not_validated(language, page):
    words = {
        "en": "nobody has tested how exact they are",
        "es": "nadie ha probado si es exacta",
        "ar": "لم يختبر أحد كم هي دقيقة",
    }

    assert words[language] in text_of(language, page).casefold()


def _held_by(hint):
    """Yield the dataclasses and enumerations that an annotation holds."""
    if is_dataclass(hint) or (isinstance(hint, type) and issubclass(hint, enum.Enum)):
        yield hint
    for part in get_args(hint):
        if isinstance(part, type | types.UnionType) or get_args(part):
            yield from _held_by(part)


def _names(cls, seen):
    """Yield every field and every word of a record, also of what it holds."""
    if cls in seen:
        return
    seen.add(cls)
    if issubclass(cls, enum.Enum):
        yield from (str(word) for word in cls)
        return
    hints = get_type_hints(cls, include_extras=True)
    for field in fields(cls):
        yield FILE_NAMES.get(field.name, field.name)
        for held in _held_by(hints[field.name]):
            yield from _names(held, seen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_format_names_every_kind_with_its_fields_and_words(language, kind):
    text = text_of(language, "format")
    cls, list_name = KINDS[kind]
    line = next(line for line in text.splitlines() if line.startswith(f"| `{list_name}` ({kind})"))

    for field in fields(cls):
        assert field.name == "id" or f"`{FILE_NAMES.get(field.name, field.name)}`" in line
    for name in _names(cls, set()):
        assert f"`{name}`" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_format_names_the_top_of_a_file_and_every_count(language):
    text = text_of(language, "format")
    family = families.mateo()
    told = numbers_json(
        ChildNumbers(
            child=family.child.id,
            period=Period(*family.period),
            today=family.today,
            week_start=WeekStart.MONDAY,
            strategies=(),
        )
    )

    for name in (*TOP, *(field.name for field in fields(JournalSettings)), *told):
        assert f"`{name}`" in text or f'"{name}"' in text
    for name in _block_names():
        assert f"`{name}`" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_format_names_all_that_looking_back_tells(language):
    text = text_of(language, "format")
    family = families.imani()
    (back,) = backs_of(family)
    run = RunChart(
        weekly=False, median=Decimal(2), n=30, useful=24, longest=9, longest_allowed=8,
        crossings=7, fewest_allowed=8, signal=True,
    )  # fmt: skip
    tries = SessionTries(
        day=family.today, took=7, of=10, low=Decimal(".3968"), high=Decimal(".8922")
    )
    back = replace(back, more=MoreDetail(run=run, tries=tries))
    note = Note(id=family.child.id, child=family.child.id, day=family.today, text="He waits.")
    numbers = ChildNumbers(
        child=family.child.id,
        period=family.period,
        today=family.today,
        week_start=WeekStart.MONDAY,
        strategies=(back.numbers,),
    )
    asked = EntryFilter(child=family.child.id, **family.period._asdict())
    told = numbers_json(numbers, LookedBack(asked=asked, backs=[back], celebrations=[note]))
    names = set(_names_in(told))
    assert {"nap", "signal", "tries_of_one_session", "strategy"} <= names
    for name in names:
        assert f"`{name}`" in text or f'"{name}"' in text
    for state in DayState:
        assert f"`{state}`" in text


def _names_in(told):
    """Yield every name in JSON that is no level."""
    if isinstance(told, list):
        for one in told:
            yield from _names_in(one)
    elif isinstance(told, dict):
        yield from (name for name in told if not name.isdigit())
        for one in told.values():
            yield from _names_in(one)


def _block_names():
    from tests.domain.days.test_families import ASK_ALL, block, told

    return block(told(families.mateo(), ASK_ALL), ASK_ALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_format_shows_commands_that_are_understood(language):
    text = text_of(language, "format").replace("\n    ", " ")
    commands = re.findall("^homejournal-cli (.*)$", text, re.MULTILINE)

    assert len(commands) >= 15
    for command in commands:
        words = re.sub(r"[\[\]]|\|\S*", "", command).replace("DAY", "2026-03-02").split()
        assert parse(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_that_the_format_shows_can_be_taken_in(language):
    shown = re.findall(r"```json\n(.*?)```", text_of(language, "format"), re.DOTALL)
    files = [one for one in shown if '"format"' in one]

    taken = [len(read_journal_json(file.encode()).entries) for file in files]
    assert taken == [2, 6]
