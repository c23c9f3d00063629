"""Lines that are no revision, and fields that tell no record."""

import pytest

from homejournal.domain.records.record import Kind
from homejournal.exchange.revision_lines import _told, read_lines


def test_an_id_that_is_none_tells_no_record():
    assert _told(Kind.NOTE, {"id": 7}) is None
    assert _told(Kind.NOTE, {}) is None


@pytest.mark.parametrize("line", [None, 7, "envelope", ["envelope"], {}, {"envelope": 7}])
def test_a_line_that_is_no_revision_is_a_fault(line):
    incoming, faults = read_lines([line])
    assert incoming.all == ()
    assert len(faults) == 1
