"""What a family prepares: the six questions alone, and which preparation belongs to which pack."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.notes import (
    PackKind,
    Preparation,
    PrepQuestion,
    preparation_for,
)
from homejournal.domain.text_rules import TEXT_LETTERS

DAY = date(2026, 6, 28)


def prepared(day=DAY, kind=PackKind.REVIEW, **said):
    return Preparation(id=uuid4(), child=uuid4(), pack=kind, day=day, **said)


def test_only_the_six_questions_have_answers():
    assert (
        len(prepared(answers={str(prep_question): "Yes" for prep_question in PrepQuestion}).answers)
        == 6
    )
    with pytest.raises(InvalidValueError):
        prepared(answers={"score": "7"})


def test_an_answer_is_as_long_as_a_note():
    prepared(answers={"met": "a" * TEXT_LETTERS})
    with pytest.raises(InvalidValueError):
        prepared(answers={"met": "a" * (TEXT_LETTERS + 1)})


def test_the_newest_preparation_of_a_kind_is_taken():
    old, new = prepared(DAY - timedelta(days=9)), prepared()
    other = prepared(DAY + timedelta(days=1), PackKind.TRANSITION)
    start = DAY - timedelta(days=180)
    assert preparation_for([new, other, old], PackKind.REVIEW, start) is new
    assert preparation_for([new, other, old], PackKind.TRANSITION, DAY) is other


def test_what_was_written_for_the_review_before_is_not_taken_up():
    old = prepared()
    assert preparation_for([old], PackKind.REVIEW, DAY) is None
    assert preparation_for([old], PackKind.REVIEW, DAY - timedelta(days=1)) is old
