"""An envelope with faults is refused, and each fault is told with its place."""

import pytest

from homejournal.domain.errors import FaultKind
from tests.exchange.small_files import OTHER, faults_of, with_practice

GOOD_REV = {"id": "0" * 64, "salt": "0" * 32, "device": OTHER}


@pytest.mark.parametrize(
    ("change", "place", "fault"),
    [
        ({"id": "0" * 63}, "id", FaultKind.NOT_AN_ID),
        ({"id": None}, "id", FaultKind.NOT_AN_ID),
        ({"salt": "salt"}, "salt", FaultKind.WRONG),
        ({"device": "kitchen"}, "device", FaultKind.NOT_AN_ID),
        ({"at": "2026-03-02"}, "at", FaultKind.NOT_AN_INSTANT),
        ({"at": "2026-02-30T09:00:00Z"}, "at", FaultKind.NOT_AN_INSTANT),
        ({"at": 7}, "at", FaultKind.NOT_AN_INSTANT),
        ({"parents": "none"}, "parents", FaultKind.NOT_A_LIST),
        ({"parents": ["none"]}, "parents", FaultKind.NOT_AN_ID),
    ],
)
def test_each_fault_of_an_envelope_is_told_with_its_place(change, place, fault):
    told = with_practice(rev={**GOOD_REV, **change})

    assert faults_of(told) == [(f"practices[0].rev.{place}", fault)]


def test_an_envelope_says_what_it_lacks():
    assert faults_of(with_practice(rev={"id": "0" * 64})) == [
        ("practices[0].rev.device", FaultKind.MISSING_FIELD),
        ("practices[0].rev.salt", FaultKind.MISSING_FIELD),
    ]
