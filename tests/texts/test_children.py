"""Children named in a language, apart where their names are alike."""

from datetime import date

import pytest

from homejournal.domain.child_names import ChildName
from homejournal.domain.practices import LeftOutReason
from homejournal.texts.children import apart_said, child_said
from homejournal.texts.together import left_out_said, whom
from homejournal.texts.wording import wording_of

EN = wording_of("en")


def test_a_name_says_no_more_than_it_must():
    assert child_said(EN, ChildName("Ana")) == "Ana"
    assert apart_said(EN, ChildName("Ana")) == ""
    assert child_said(EN, ChildName("Ana", date(2024, 5, 4))) == "Ana – born May 4, 2024"
    assert child_said(EN, ChildName("Ana", None, 2)) == "Ana – (2)"
    assert child_said(EN, ChildName("Ana", date(2024, 5, 4), 1)) == "Ana – born May 4, 2024 (1)"


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
    assert whom(EN, names, everybody=everybody) == said
    words = left_out_said(EN, names, LeftOutReason.SICK, everybody=everybody)
    assert words == f"Left out for {said}: sick"
