"""A link that opens a new mail in the family's mail program (mailto, RFC 6068).

Nothing is sent: the mail stands there for the family to read, change and send.
"""

import re

LONGEST_LINK = 2_000
"""So many characters mail programs take; several cut off what is longer."""

_ADDRESS = re.compile(r'[^\s@<>()\[\]\\,;:"\x00-\x20\x7f]+@[^\s@<>()\[\]\\,;:"\x00-\x20\x7f]+')
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def is_mail_address(written: str | None) -> bool:
    """Say whether a text is one e-mail address and nothing else: no name, no list, no line end."""
    return bool(_ADDRESS.fullmatch((written or "").strip()))


def mail_link(address: str, subject: str, text: str) -> str:
    """Return the link for a new mail; what does not fit in a link is encoded as UTF-8.

    Without an address, an empty text, the family chooses in its mail program to whom it goes.
    Lines of the text end in CR LF, as a mail's do, and the subject is one line. A text that would
    make the link too long for mail programs is left out. Raises ValueError for what is no address.
    """
    if address and not is_mail_address(address):
        message = f"this is no e-mail address: {address!r}"
        raise ValueError(message)
    to = "@".join(_encoded(part) for part in address.strip().split("@"))
    head = f"mailto:{to}?subject={_encoded(' '.join(subject.split()))}"
    lines = "\r\n".join(text.splitlines())
    whole = f"{head}&body={_encoded(lines)}"
    return whole if len(whole) <= LONGEST_LINK else head


def _encoded(text: str) -> str:
    # Half of a surrogate pair is no character; a question mark stands for it.
    return "".join(
        chr(byte) if byte in _SAFE else f"%{byte:02X}" for byte in text.encode("utf-8", "replace")
    )
