"""Children named in a language, apart where their names are alike."""

from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.names import ChildName
from homejournal.domain.records.children import Child
from homejournal.domain.records.practices import LeftOutReason
from homejournal.texts.day_page import (
    did_it_said,
    for_whom_said,
    left_out_said,
    not_today_said,
    note_for_several_said,
    nothing_planned,
)
from homejournal.texts.display_names import child_said, names_said
from homejournal.texts.wording import wording_of

EN = wording_of("en")


def test_a_name_says_no_more_than_it_must():
    assert child_said(EN, ChildName("Ana")) == "Ana"
    assert child_said(EN, ChildName("Ana", date(2024, 5, 4))) == "Ana – born May 4, 2024"
    assert child_said(EN, ChildName("Ana", None, 2)) == "Ana (2)"
    assert child_said(EN, ChildName("Ana", date(2024, 5, 4), 1)) == "Ana (1) – born May 4, 2024"


@pytest.mark.parametrize(
    ("names", "everybody", "said"),
    [
        (["Ana"], False, "Ana"),
        (["Ana", "Luis"], True, "Ana and Luis"),
        (["Ana", "Luis", "Eva", "Noa"], True, "everybody"),
        (["Ana", "Luis", "Eva", "Noa"], False, "4 children"),
    ],
)
def test_a_step_says_for_whom_it_was(names, everybody, said):
    assert for_whom_said(EN, names, everybody=everybody) == said
    words = left_out_said(EN, names, LeftOutReason.SICK, everybody=everybody)
    assert words == f"Left out for {said}: sick"


def test_steps_for_several_children_say_what_and_for_whom():
    both = ["Ana", "Luis"]
    assert not_today_said(EN, "Sing", both) == "Sing: not today for Ana and Luis"
    assert did_it_said(EN, "Sing", [*both, "Eva", "Noa"]) == "Sing: did it, for 4 children"
    assert note_for_several_said(EN, both) == "Note saved for Ana and Luis"
    assert nothing_planned(EN, ["Noa"]) == "Nothing is planned that day for Noa."


def test_children_are_named_by_their_ids():
    ana, other = (Child(id=uuid4(), name="Ana", born=day) for day in (None, date(2024, 5, 4)))
    assert list(names_said(EN, (ana, other)).values()) == ["Ana", "Ana – born May 4, 2024"]
