"""All that the program says can be read by a tired parent: short sentences in plain words."""

import re
from collections import defaultdict
from functools import cache

import pytest

from homejournal.texts.window.help import TOPICS, help_page
from homejournal.texts.wording import languages
from tests.texts.readable import (
    EXEMPT,
    FROM_WORDS,
    MOST_WORDS,
    english_syllables,
    grade,
    in_plain,
    inflesz,
    is_plain,
    long_parts,
    long_sentences,
    spanish_syllables,
    words_of,
)
from tests.texts.test_no_word_of_blame import forms, in_the_code, texts_in

pytestmark = pytest.mark.unmeasured

JARGON = {
    "median", "mode", "interval", "p-value", "nonoverlap", "statistic", "statistics", "deviation",
    "baseline", "data", "parameter", "probability", "confidence", "ordinal", "variance",
}  # fmt: skip
SOURCE = re.compile("^(?:Sources?|Fuentes?|المصدر|المصادر): ")
"""Sources are cited as they are."""
LISTS = {
    "homejournal/texts/window/commands.py": "words by which a command is found, and no sentences",
    "homejournal/texts/window/settings.py": "names of settings, and words by which they are found",
}
"""Files whose texts are not read one after the other, and why."""
PLAIN = "The cup is here. We wait. " * 20
HEAVY = "Professionals communicate developmental recommendations comprehensively. " * 20
PESADO = "Recomendaciones metodológicas individualizadas considerablemente exhaustivas. " * 20


def test_what_is_too_long_is_found():
    short = " ".join(["word"] * MOST_WORDS)
    assert long_sentences(f"{short}. {short}? “{short}.” {short} · {short}\n{short}") == []
    assert long_sentences(f"One two. {short} more") == [f"{short} more"]
    assert long_sentences(f"{short}: more") == [f"{short}: more"]
    assert long_parts(f"{short}. {short}; {short}: {short} · {short}") == []
    assert long_parts(f"One two: {short} more") == [f"{short} more"]


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (1, "the she planned times whole homes notes reached used day seen year need"),
        (2, "little able something people boxes places wishes needed being going every special’s"),
        (3, "family diary idea area video studying everything articles easier strategy’s"),
        (4, "celebration preparation"),
        (5, "coordinator occupational"),
    ],
)
def test_syllables_of_english_words(syllables, words):
    assert {word for word in words.split() if english_syllables(word) != syllables} == set()


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (1, "y hoy muy quien"),
        (2, "día ciudad mayo guía aún causa"),
        (3, "leía cuidado familia siguiente página oído"),
        (4, "estrategia averigüe"),
        (5, "preocupación"),
    ],
)
def test_syllables_of_spanish_words(syllables, words):
    assert {word for word in words.split() if spanish_syllables(word) != syllables} == set()


def test_the_grades_are_those_of_their_formulas():
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade("We wait. The family waits.") == pytest.approx(0.39 * 2.5 + 11.8 * 7 / 5 - 15.59)
    assert inflesz("Hoy comió dos bocados.") == pytest.approx(206.835 - 62.3 * 7 / 4 - 4)


def test_hard_texts_are_found_and_short_ones_are_not_judged():
    assert is_plain(PLAIN, "en")
    assert not is_plain(HEAVY, "en")
    assert not is_plain(PESADO, "es")
    assert is_plain(HEAVY[:200], "en")


def test_names_and_sources_are_no_part_of_the_grade():
    said = "Ask the service coordinator (Stone and others, BMJ, 2002). A law (34 CFR 303.342(b))."
    assert in_plain(said) == "Ask the it . A law ."


def test_no_name_is_exempt_that_is_not_said():
    help_pages = (
        help_page(language, topic).markdown for language in languages() for topic in TOPICS
    )
    said = [*help_pages, *(text for language in languages() for _, text in texts_in(language))]
    assert [name for name in EXEMPT if not any(name in one.casefold() for one in said)] == []


@pytest.mark.parametrize("language", languages())
def test_no_sentence_of_the_program_is_long(language):
    said = [text for _, text in texts_in(language) if not SOURCE.match(text)]
    assert len(said) > 1500
    assert [part for text in said for part in long_sentences(text)] == []


@pytest.mark.parametrize("language", languages())
def test_what_is_said_in_one_place_is_plain_as_a_whole(language):
    """All texts of a page, of a dialog or of a file of sentences, read one after the other."""
    told = defaultdict(list)
    for english, text in texts_in(language):
        for place in places().get(english, ()):
            if not SOURCE.match(text):
                told[place].append(re.sub(r"\{\w+\}", "", text))
    whole = {place: "\n".join(texts) for place, texts in told.items()}
    assert sum(len(words_of(text)) >= FROM_WORDS for text in whole.values()) > 10
    hard = [place for place, text in whole.items() if not is_plain(text, language)]
    assert [place for place in hard if place not in LISTS] == []


@cache
def places():
    """Return the files in which each text of the program stands."""
    return {
        forms(message.id)[0]: [place for place, _ in message.locations]
        for message in in_the_code()
        if message.id
    }


@cache
def read_by_families():
    """Return the texts in the code, but for the sources and for words that only find something."""
    told = [text for text, where in places().items() if not set(where) <= set(LISTS)]
    return [text for english, text in texts_in("en") if english in told and not SOURCE.match(text)]


def test_no_word_of_statistics_is_said_to_families():
    assert len(read_by_families()) > 1500
    said = {text: re.sub(r"\{\w+\}", "", text).casefold() for text in read_by_families()}
    found = {
        text: JARGON.intersection(re.findall(r"[\w-]+", words)) for text, words in said.items()
    }
    assert {text: words for text, words in found.items() if words} == {}
