"""What is said of a password while it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.safe.passwords import Guess, how_hard
from homejournal.texts.passwords import guess_of, guess_said, lock_after_said
from homejournal.texts.wording import wording_of


@pytest.mark.parametrize(
    ("password", "guess"),
    [
        ("", Guess.TOO_SHORT),
        ("     a     ", Guess.TOO_SHORT),
        ("maya1", Guess.TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", Guess.EASY),
        ("12345678901234", Guess.EASY),
        ("password", Guess.EASY),
        ("mateo2024", Guess.EASY),
        ("mama mama mama mama", Guess.EASY),
        ("blanket river seven", Guess.FAIR),
        ("blanket river seven toast", Guess.HARD),
        ("blanket river seven toast window cup", Guess.VERY_HARD),
        ("xK7!pQ", Guess.FAIR),
        ("xK7!pQ2&vB9", Guess.HARD),
        ("qwzxvbnmkrtpgh", Guess.FAIR),
        ("MATEO 4711", Guess.EASY),
        ("manta río siete tostada", Guess.HARD),
        ("بطانية نهر سبعة خبز", Guess.FAIR),
    ],
)
def test_usual_passwords(password, guess):
    assert how_hard(password) is guess


@given(st.text(max_size=60), st.text(max_size=5))
def test_any_text_is_answered(one, more):
    assert isinstance(how_hard(one), Guess)
    assert isinstance(how_hard(one + more), Guess)


@pytest.mark.parametrize(
    ("language", "example"),
    [
        ("en", "blanket river seven toast"),
        ("es", "Manta pueblo siete tostada "),
        ("ar", "بطانية بحيرة سبعة برتقال"),
    ],
)
def test_the_example_that_everybody_reads_is_easy(language, example):
    wording = wording_of(language)
    assert guess_of(wording, example) is Guess.EASY
    assert guess_of(wording, example + " window cup") is not Guess.EASY
    assert guess_of(wording, example[:3]) is Guess.TOO_SHORT


def test_each_answer_is_a_sentence_without_a_score():
    said = {guess_said(wording_of("en"), guess) for guess in Guess}
    assert len(said) == len(Guess)
    assert all(one.endswith((".", "”.")) for one in said)
    assert not any("%" in one for one in said)


def test_when_it_locks_itself():
    said = [lock_after_said(wording_of("en"), minutes) for minutes in (0, 1, 15)]
    assert said == ["never by itself", "after 1 minute", "after 15 minutes"]
