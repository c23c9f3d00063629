"""A message holds two names and fixed sentences, and has no room for anything else."""

from dataclasses import fields

import pytest

from homejournal.domain.visits import MeetingAsk, ThankYou


@pytest.mark.parametrize("kind", [MeetingAsk, ThankYou])
def test_a_message_has_no_room_for_anything_private(kind):
    free = {field.name for field in fields(kind) if field.type is str}
    assert free == {"person", "child"}
