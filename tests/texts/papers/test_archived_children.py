"""Kind words where a journal is put away, whatever happened."""

from uuid import uuid4

import pytest

from homejournal.domain.records.children import Child
from homejournal.texts.papers.about_child import Why, kind_words, put_away_title, why_said
from homejournal.texts.wording import wording_of

EN = wording_of("en")
ANA = Child(id=uuid4(), name="Ana")


@pytest.mark.parametrize("why", [None, *Why])
def test_each_reason_has_words_of_its_own_without_hurry(why):
    others = {kind_words(EN, other, ANA) for other in (None, *Why) if other is not why}
    said = kind_words(EN, why, ANA)
    assert said not in others
    for word in ("should", "must", "soon", "remember"):
        assert word not in said


def test_a_child_who_died_is_named_and_nobody_is_sent_anywhere():
    said = kind_words(EN, Why.DIED, ANA)
    assert "We are so sorry" in said
    assert "Ana" in said
    for word in ("see you", "best", "later", "pack"):
        assert word not in said.casefold()


def test_what_happened_is_said_in_few_words():
    assert [why_said(EN, why) for why in Why] == [
        "Turned three",
        "Moved",
        "Home again with family",
        "Died",
    ]
    assert put_away_title(EN, ANA) == "The journal of Ana is put away"
