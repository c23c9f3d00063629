"""A link for a new mail: encoded whole, of one address, and nothing can be slipped in."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.exchange.mail_link import LONGEST_LINK, is_mail_address, mail_link


def read(link):
    """Read a link as a mail program does; return address, subject and text."""
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    asked = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    return unquote(parts.path), asked.pop("subject")[0], asked.pop("body", [""])[0], asked


@pytest.mark.parametrize(
    "address",
    [
        "dana@example.org",
        " dana@example.org ",
        "dana+noa@example.org",
        "o'neil?&=#%/!$*@example.org",
        "d%40a@example.org",
        "ñandú@correo.example",
        "دانا@مثال.إختبار",
    ],
)
def test_an_address_with_odd_letters_arrives_as_it_is_written(address):
    assert is_mail_address(address)
    link = mail_link(address, "Hello", "One & two?\nThree = 3")
    assert link.isascii()
    expected = address.strip(), "Hello", "One & two?\r\nThree = 3", {}
    assert read(link) == expected


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "dana",
        "@example.org",
        "dana@",
        "dana@one@two",
        "Dana <dana@example.org>",
        "dana@example.org, ben@example.org",
        "dana@example.org;ben@example.org",
        "dana@example.org\nBcc: ben@example.org",
        "dana@example.org\r\nBcc:ben",
        "dana @example.org",
        "dana@example.org\x00",
        "dana@exam\x7fple.org",
        '"dana"@example.org',
        "ask at the front desk",
    ],
)
def test_what_is_not_one_address_makes_no_link(written):
    assert not is_mail_address(written)
    with pytest.raises(ValueError, match="no e-mail address"):
        mail_link(written or "?", "Hello", "Text")


@given(st.text(max_size=40), st.text(max_size=60))
def test_no_text_adds_a_field_or_a_line_to_the_head(subject, text):
    link = mail_link("dana@example.org", subject, text)
    to, said, body, others = read(link)
    assert to == "dana@example.org"
    assert said == " ".join(subject.encode("utf-8", "replace").decode().split())
    assert body.split("\r\n") == text.encode("utf-8", "replace").decode().splitlines() or [""]
    assert others == {}


def test_half_a_letter_is_a_question_mark():
    assert mail_link("a@b.org", "\ud83d", "x").startswith("mailto:a@b.org?subject=%3F")


def test_the_longest_link_has_2000_characters():
    room = 2000 - len(mail_link("a@b.org", "x", ""))
    assert "&body=" in mail_link("a@b.org", "x", "y" * room)
    assert "&body=" not in mail_link("a@b.org", "x", "y" * (room + 1))


def test_a_text_too_long_for_mail_programs_is_left_out():
    link = mail_link("dana@example.org", "Hello", "é" * 300)
    assert len(link) < LONGEST_LINK
    assert read(link)[2] == "é" * 300
    assert mail_link("dana@example.org", "Hello", "é" * 400) == (
        "mailto:dana@example.org?subject=Hello"
    )
