"""Which characters a refusal of Typst names, and what stands for them."""

import pytest

from homejournal.reports.typesetting import PLACEHOLDER, missing_characters, with_placeholders


@pytest.mark.parametrize(
    ("named", "signs"),
    [
        (r"\u{e000}", ("\ue000",)),
        (r"\"\u{1f9ff}\\", ('"', "\U0001f9ff", "\\")),
        (r"a\nb\ta", ("a", "b")),
        (PLACEHOLDER, ()),
    ],
)
def test_every_character_of_a_refused_text_is_named_once_but_no_blank(named, signs):
    message = f'error: the text `"{named}"` could not be displayed with font `"homejournal Sans"`'
    assert missing_characters(message) == signs


def test_a_refusal_for_another_reason_names_no_character():
    assert missing_characters("error: a PDF string is longer than 32767 characters") == ()


def test_the_placeholder_stands_for_the_character_wherever_it_is():
    fields = {"name": "a\ue000", "notes": [{"text": "\ue000"}, "b"], "boxes": True}
    told = {"name": f"a{PLACEHOLDER}", "notes": [{"text": PLACEHOLDER}, "b"], "boxes": True}
    assert with_placeholders(fields, ("\ue000",)) == told
