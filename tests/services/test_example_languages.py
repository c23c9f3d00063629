"""The example family in other languages: in each its own words, and all else as in English."""

import json
import re
from dataclasses import replace

import pytest

from homejournal.domain.records.record import Kind
from homejournal.domain.today.reminders_and_timer import TimeUnit
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.exchange.journal_json import read_journal_json
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.resources import resource
from homejournal.services.opening import create_example, in_words, words_of_example
from homejournal.texts.timer import unit_of
from homejournal.texts.wording import languages
from tests.journals import DEVICE, TODAY, Clock

OTHERS = [language for language in languages() if language != "en"]
NAMES = {"Noa", "Dana", "Ben", "Carmen"}
NO_WORDS = re.compile(r"[\d:.-]+|\d{4}-\d{2}-\d{2}T.+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def english():
    return json.loads(resource("example", "family.json").read_text(encoding="utf-8"))


def texts(told):
    said = []

    def noted(text):
        said.append(text)
        return text

    assert in_words(told, noted) == told
    return said


def strings(told):
    if isinstance(told, dict):
        return [text for part in told.values() for text in strings(part)]
    if isinstance(told, list):
        return [text for part in told for text in strings(part)]
    return [told] if isinstance(told, str) else []


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """The example family in a language; each is made once."""
    folder, made = tmp_path_factory.mktemp("examples"), {}

    def make(language):
        if language not in made:
            made[language] = create_example(
                folder / language, clock=Clock(), device=DEVICE, language=language
            )
        return made[language]

    yield make
    for journal in made.values():
        journal.close()


def exported(journal):
    """All that a journal holds but what each one has for itself: its id, and those of revisions."""
    told = json.loads(journal.files.export_json())
    del told["journal"]["id"]
    lists = [part for part in told.values() if isinstance(part, list)]
    for record in (record for part in lists for record in part):
        del record["rev"]
    return told


def test_what_is_no_text_of_the_family_is_a_name_of_a_person_a_number_or_a_code():
    rest = {text for text in strings(in_words(english(), lambda _text: "")) if text} - NAMES
    assert [text for text in rest if not re.fullmatch("[a-z_]+", text)] == [
        text for text in rest if NO_WORDS.fullmatch(text)
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_family_has_its_words_and_there_are_no_others(language):
    words = words_of_example(language)
    assert list(words) == list(dict.fromkeys(texts(english())))
    assert all(said.strip() for said in words.values())


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_but_words_is_other_in_another_language(opened, language):
    ours, theirs = exported(opened("en")), exported(opened(language))
    assert [one["child"] for one in theirs.pop("sheets")] == [
        one["child"] for one in ours.pop("sheets")
    ]  # a printed week is one of its own in each language
    words = words_of_example(language)
    assert theirs == in_words(ours, words.__getitem__)
    assert texts(theirs) == [words[text] for text in texts(ours)] != texts(ours)


@pytest.mark.parametrize("language", OTHERS)
def test_the_words_of_a_language_make_a_file_that_is_taken_in(language):
    told = in_words(english(), words_of_example(language).__getitem__)
    file = read_journal_json(json.dumps(told).encode())
    assert len(file.entries) == len(read_journal_json(json.dumps(english()).encode()).entries)


@pytest.mark.parametrize("language", OTHERS)
def test_the_page_of_a_family_in_another_language_says_its_names_alone(opened, language):
    journal = opened(language)
    (child,) = journal.family().children
    period = journal.pages.since_last_visit(child, TODAY)
    material = replace(journal.pages.material(child, period, TODAY), language=language)
    said = visit_page_text(build_page(material, default_ticks(material)))
    assert material.example
    strategies = [one.name for one in journal.records.all_of(Kind.STRATEGY)]
    assert len(strategies) == len([name for name in strategies if name in said]) == 4
    assert not [one["name"] for one in english()["strategies"] if one["name"] in said]


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_minutes_of_the_plan_are_minutes_for_the_timer(opened, language):
    steps = opened(language).records.all_of(Kind.PLAN_STEP)
    units = [step.rating.unit for step in steps if step.rating and step.rating.unit]
    assert [unit_of(unit) for unit in units] == [TimeUnit.MINUTES]


def test_in_a_language_without_words_the_family_speaks_english(opened):
    assert words_of_example("xx") == words_of_example("en") == {}
    names = {one.name for one in opened("xx").records.all_of(Kind.STRATEGY)}
    assert names == {one["name"] for one in english()["strategies"]}
