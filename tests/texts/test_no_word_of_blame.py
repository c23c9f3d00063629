"""No sentence blames, explains or ranks: searched in all that can be said of random families."""

from functools import cache
from random import Random
from typing import get_args

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.sentences import values as told
from homejournal.resources import resource
from homejournal.texts.wording import languages, wording_of
from tests.texts.banned_words import banned_in, banned_of_numbers, ours
from tests.texts.everything_said import everything_said, sentences_of
from tests.texts.told_families import OWN, a_dense_family, dense, sparse
from translations import TEMPLATE

OF_PAGES = {
    told.AgeInMonths,
    told.SuggestedBy,
    told.Planned,
    told.NotesAsWritten,
    told.Replaced,
}
"""Of a page or of printing, and not of the numbers."""
SELDOM = {
    told.AtLeast,
    told.TooFewInEach,
    told.MiddleSince,
    told.RatedApart,
    told.DaysSince,
}
"""Texts that may hold a banned word, and why."""
SEARCHED = "homejournal/texts/window/commands.py"
"""Words by which a person finds a command: nobody reads them."""


@pytest.mark.parametrize("language", languages())
def test_nothing_that_can_be_said_of_random_families_blames_explains_or_ranks(language):
    wording = wording_of(language)

    @settings(max_examples=60, deadline=None)
    @given(st.one_of(sparse(), dense(), dense()))
    def search(written):
        for said in everything_said(look_back(written), wording):
            assert banned_of_numbers(ours(said), language) == [], said

    search()


@pytest.mark.with_all
def test_the_families_that_are_searched_leave_no_sentence_unsaid():
    """What comes too seldom is said in the tests of its words."""
    found = {
        type(part)
        for seed in range(180)
        for sentence in sentences_of(look_back(a_dense_family(Random(seed))))
        for part in (sentence.parts if isinstance(sentence, told.Joined) else (sentence,))
    }
    assert {*get_args(told.Single)} - found - OF_PAGES <= SELDOM


def test_what_the_family_wrote_is_left_as_it_is():
    said = list(everything_said(look_back(a_dense_family(Random(3))), wording_of("en")))
    own = [words for words in said if OWN in words]
    assert len(own) > 20
    assert banned_in(own[0], "en") == ["%", "because", "drill", "failed"]


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "More words BECAUSE of the cup.", ["because"]),
        ("en", "less help, improved by 40 %", ["%", "improved", "improved by"]),
        ("en", "significant (p < 0.05)", ["p <", "significant"]),
        ("en", "talks like an age of 18 months", ["age of"]),
        ("en", "more than most children", ["most children"]),
        ("en", "50 per cent of the days", ["per cent"]),
        ("en", "better than dad", ["better than"]),
        ("en", "here less is better; corrected age 8 months", []),
        ("es", "en promedio 3 palabras", ["promedio"]),
        ("es", "el 40 por ciento", ["por ciento"]),
        ("es", "mejor que otros niños", ["mejor que", "otros niñ"]),
        ("es", "not yet said in Spanish, because it is new", ["because"]),
        ("es", "aquí menos es mejor", []),
        ("ar", "تحسّن بسبب الكوب", ["بسبب", "تحسن"]),
        ("ar", "الأقل هنا أفضل", []),
    ],
)
def test_what_is_never_said_is_found(language, words, found):
    assert banned_in(words, language) == found


def forms(text):
    return [text] if isinstance(text, str) else list(text)


@cache
def in_the_code():
    """Every text in the code of the program: another test holds the template up to date."""
    with TEMPLATE.open("rb") as template:
        return read_po(template)


@cache
def texts_in(language):
    """Every text of the program in a language, by the English that stands for it in the code."""
    if language == "en":
        messages = [(message, message.id) for message in in_the_code() if message.id]
    else:
        file = resource("translations", language, "LC_MESSAGES", "homejournal.po")
        with file.open("rb") as catalogue:
            read = read_po(catalogue, locale=language)
        messages = [(message, message.string) for message in read if message.id]
    return [
        (forms(message.id)[0], form)
        for message, said in messages
        if {file for file, _ in message.locations} != {SEARCHED}
        for form in forms(said)
    ]


@pytest.mark.parametrize("language", languages())
def test_no_text_of_the_program_blames_explains_or_ranks(language):
    found = {english: banned_in(text, language) for english, text in texts_in(language)}
    assert {english: words for english, words in found.items() if words} == {}
