"""A page as PDF with a password."""

import io

import pikepdf
import pypdf
import pytest

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.exchange.read_and_save import locked_pdf

RIGHT = "our café 3"


def a_pdf():
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "Visit page: Mateo"})
    writer.write(out)
    return with_xmp(out.getvalue())


def with_xmp(pdf):
    """The PDF with its title in a second place, as Typst writes it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        with opened.open_metadata() as told:
            told["dc:title"] = "Visit page: Mateo"
        opened.save(out)
    return out.getvalue()


def test_it_opens_with_the_password_alone_and_tells_nothing_before():
    plain = a_pdf()
    data = locked_pdf(plain, RIGHT)
    assert plain.count(b"Mateo") == 2
    assert b"Mateo" not in data
    for wrong in ("our cafe 3", ""):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(data), password=wrong)
    with pikepdf.open(io.BytesIO(data), password=RIGHT) as opened:
        assert (len(opened.pages), str(opened.docinfo.Title)) == (1, "Visit page: Mateo")
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
        assert opened.allow.accessibility


@pytest.mark.parametrize(
    ("password", "why"), [("", Reason.EMPTY), ("  ", Reason.EMPTY), ("é" * 64, Reason.TOO_LONG)]
)
def test_a_password_that_locks_nothing_is_refused(password, why):
    with pytest.raises(InvalidValueError) as refused:
        locked_pdf(a_pdf(), password)
    assert refused.value.reason is why
