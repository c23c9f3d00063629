"""All the words that somebody could find in the bytes of a file, however they are packed."""

import base64
import html
import io
import re
import unicodedata
import zlib
from urllib.parse import unquote

import pikepdf
import pypdf
from icalendar import Calendar
from PIL import Image

from tests.reports.pdf_checks import alternatives

_DATA = re.compile(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_UTF_16 = re.compile(rb"<\s*(?:FEFF|feff)([0-9A-Fa-f\s]*)>")
_NOT_READ = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
_HEARD = re.compile(r'\b(?:alt|title|aria-label)="([^"]*)"')


def found_in(data, kind):
    """Return the words of a file of a kind, in small letters, and its bare bytes as well."""
    read = _READ.get(kind, _plain)
    found = read(data) + "\n" + data.decode("utf-8", "ignore")
    return unicodedata.normalize("NFKC", found).casefold()


def read_in(data, kind):
    """Return what people read in a file, or hear: its text, titles and alternatives."""
    if kind == "pdf":
        info = pypdf.PdfReader(io.BytesIO(data)).metadata or {}
        return "\n".join([*_sheets(data), *alternatives(data), str(info.get("/Title", ""))])
    if kind in {"html", "svg"}:
        text = data.decode()
        return html.unescape(" ".join([_NOT_READ.sub(" ", text), *_HEARD.findall(text)]))
    return _READ.get(kind, _plain)(data)


def _plain(data):
    return data.decode("utf-8")


def _nothing(_data):
    return ""


def _html(data):
    inside = [base64.b64decode(one) for one in _DATA.findall(data)]
    return html.unescape(b"\n".join([data, *inside]).decode("utf-8"))


def _ics(data):
    entries = Calendar.from_ical(data).walk()
    return "\n".join(str(value) for entry in entries for _, value in entry.property_items())


def _mail(data):
    return unquote(data.decode("ascii"))


def _png(data):
    texts = Image.open(io.BytesIO(data)).text
    return "\n".join(f"{name} {words}" for name, words in texts.items())


def _sheets(data):
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def _pdf(data):
    told = _sheets(data)
    info = pypdf.PdfReader(io.BytesIO(data)).metadata or {}
    told += [f"{name} {value}" for name, value in info.items()]
    with pikepdf.open(io.BytesIO(data)) as opened:
        told += [_object(one) for one in opened.objects]
    return "\n".join(told)


def _object(one):
    """Return the texts of one object of a PDF: alternatives, titles, and what its stream holds."""
    words = repr(one) if isinstance(one, pikepdf.Dictionary | pikepdf.Array) else ""
    if isinstance(one, pikepdf.Stream):
        words += repr(dict(one.items())) + _stream(one)
    if isinstance(one, pikepdf.Dictionary):
        words += " ".join(str(value) for value in one.values() if isinstance(value, pikepdf.String))
    if isinstance(one, pikepdf.String):
        words += str(one)
    return words


def _stream(one):
    try:
        held = one.read_bytes()
    except (pikepdf.PdfError, zlib.error):
        return one.read_raw_bytes().decode("latin-1")
    packed = (bytes.fromhex(hexed.decode()) for hexed in _UTF_16.findall(held))
    plain = [part.decode("utf-16-be", "ignore") for part in packed]
    return "\n".join([held.decode("utf-8", "ignore"), *plain])


_READ = {
    "pdf": _pdf,
    "html": _html,
    "svg": _html,
    "png": _png,
    "ics": _ics,
    "mail": _mail,
    "closed": _nothing,
}
"""How each kind is read beside its bare bytes; of what is closed there is nothing else."""
