"""A file whose text cannot be read at all is refused with the reason."""

import json

import pytest

from homejournal.domain.errors import FaultKind
from homejournal.exchange import json_text
from tests.exchange.small_files import GOOD, faults_of


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", FaultKind.EMPTY_FILE),
        (b" \n", FaultKind.EMPTY_FILE),
        (b"\xef\xbb\xbf{}", FaultKind.BYTE_ORDER_MARK),
        (json.dumps(GOOD).encode("utf-16"), FaultKind.NOT_UTF8),
        (b'{"format": "homejournal", "name": "\xff"}', FaultKind.NOT_UTF8),
        (b"{'format': 1}", FaultKind.NOT_JSON),
        (b'{"a": 1,}', FaultKind.CUT_SHORT),
        (b'{"a": 1}{"a": 1}', FaultKind.NOT_JSON),
        (b'{"a": "\x00"                        }', FaultKind.NOT_JSON),
        (b"[]", FaultKind.NOT_HOMEJOURNAL),
        (b'"homejournal"', FaultKind.NOT_HOMEJOURNAL),
        (b"[" * 100_000, FaultKind.TOO_DEEP),
        (b'{"a":' * 100_000, FaultKind.TOO_DEEP),
        (b"9" * 5_000, FaultKind.NUMBER_TOO_LONG),
    ],
)
def test_a_text_that_cannot_be_read_says_why(data, fault):
    assert faults_of(data) == [("", fault)]


@pytest.mark.parametrize("share", [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99])
def test_a_file_cut_in_the_middle_is_called_cut(share):
    whole = json.dumps(GOOD, indent=1).encode()

    assert faults_of(whole[: int(len(whole) * share)]) == [("", FaultKind.CUT_SHORT)]


def test_a_file_that_is_too_large_is_not_even_parsed(monkeypatch):
    monkeypatch.setattr(json_text, "MOST_BYTES", 10)

    assert faults_of(GOOD) == [("", FaultKind.TOO_LARGE)]


def test_long_words_of_a_file_are_cut_to_sixty_letters_and_say_so():
    assert json_text.one_line("a" * 60) == "a" * 60
    assert json_text.one_line("a" * 61) == "a" * 59 + "…"
