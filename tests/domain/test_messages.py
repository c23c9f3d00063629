"""A message holds two names and fixed sentences; and in which other language it is needed."""

from dataclasses import fields

import pytest

from homejournal.domain.messages import MeetingAsk, ThankYou, other_language


@pytest.mark.parametrize("kind", [MeetingAsk, ThankYou])
def test_a_message_has_no_room_for_anything_private(kind):
    free = {field.name for field in fields(kind) if field.type is str}
    assert free == {"person", "child"}


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("es", "es"),
        ("es-MX", "es"),
        ("ES_us", "es"),
        (" es ", "es"),
        ("en", None),
        ("en-GB", None),
        ("ASL", None),
        ("zh", None),
        ("", None),
        (None, None),
    ],
)
def test_another_language_is_needed_where_it_is_spoken_here_and_is_not_ours(written, other):
    assert other_language(written, "en", ("en", "es")) == other
