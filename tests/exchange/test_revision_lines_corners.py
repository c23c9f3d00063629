"""Fields that tell no record make no revision that is known."""

from homejournal.domain.records.record import Kind
from homejournal.exchange.revision_lines import _told


def test_an_id_that_is_none_tells_no_record():
    assert _told(Kind.NOTE, {"id": 7}) is None
    assert _told(Kind.NOTE, {}) is None
