"""A PDF that opens only with a password (AES-256, as PDF 2.0 has it)."""

import io

from homejournal.domain.errors import InvalidValueError, Reason

_MOST_LETTERS = 127
"""The specification cuts a password after 127 bytes (ISO 32000-2, 7.6.4.3.3)."""


def check_password(password: str) -> None:
    """Raise InvalidValueError for a password that is empty or longer than 127 bytes."""
    if not password.strip():
        raise InvalidValueError("password", Reason.EMPTY)
    if len(password.encode("utf-8", "replace")) > _MOST_LETTERS:
        raise InvalidValueError("password", Reason.TOO_LONG, _MOST_LETTERS)


def locked_pdf(pdf: bytes, password: str) -> bytes:
    """Return the PDF with a password, its title and other information locked as well.

    Whoever has the password may print, copy and have it read aloud. Such a file is no PDF/A any
    more. Raises InvalidValueError for a password that `check_password` does not take.
    """
    check_password(password)
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        lock = pikepdf.Encryption(user=password, owner=password, R=6, aes=True, metadata=True)
        opened.save(out, encryption=lock)
    return out.getvalue()
