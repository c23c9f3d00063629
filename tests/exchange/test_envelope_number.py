"""The number of an envelope's form is one that some homejournal writes."""

import pytest

from homejournal.exchange.file_records import check_rev
from homejournal.exchange.json_text import FaultKind


@pytest.mark.parametrize("number", [0, 99, "1", True, 1.0])
def test_a_number_that_nobody_writes_is_a_fault_of_its_own_place(number):
    kinds = {(one.place, one.what) for one in check_rev("rev", {"schema": number})}
    assert ("rev.schema", FaultKind.UNKNOWN_SCHEMA) in kinds
    assert not any(place == "rev.schema" for place in {one.place for one in check_rev("rev", {})})
