"""All the words that somebody could find in the bytes of a file, however they are packed."""

import base64
import io
import re
import zlib

import pikepdf
import pypdf
from icalendar import Calendar
from PIL import Image

_DATA = re.compile(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


def found_in(data, kind):
    """Return the words of a file of a kind, in small letters, and its bare bytes as well."""
    read = {"pdf": _pdf, "html": _html, "png": _png, "ics": _ics}.get(kind, _plain)
    return (read(data) + "\n" + data.decode("utf-8", "ignore")).casefold()


def _plain(data):
    return data.decode("utf-8")


def _html(data):
    inside = [base64.b64decode(one) for one in _DATA.findall(data)]
    return b"\n".join([data, *inside]).decode("utf-8")


def _ics(data):
    entries = Calendar.from_ical(data).walk()
    return "\n".join(str(value) for one in entries for _, value in one.property_items())


def _png(data):
    texts = Image.open(io.BytesIO(data)).text
    return "\n".join(f"{name} {words}" for name, words in texts.items())


def _pdf(data):
    reader = pypdf.PdfReader(io.BytesIO(data))
    told = [page.extract_text() for page in reader.pages]
    told += [f"{name} {value}" for name, value in (reader.metadata or {}).items()]
    with pikepdf.open(io.BytesIO(data)) as opened:
        told += [_object(one) for one in opened.objects]
    return "\n".join(told)


def _object(one):
    """Return the texts of one object of a PDF: alternatives, titles, and what its stream holds."""
    words = repr(one) if isinstance(one, pikepdf.Dictionary | pikepdf.Array) else ""
    if isinstance(one, pikepdf.Stream):
        try:
            words += one.read_bytes().decode("utf-8", "ignore")
        except (pikepdf.PdfError, zlib.error):
            words += one.read_raw_bytes().decode("latin-1")
    if isinstance(one, pikepdf.Dictionary):
        words += " ".join(str(value) for value in one.values() if isinstance(value, pikepdf.String))
    return words
