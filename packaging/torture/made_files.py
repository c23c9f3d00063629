"""Looks into files that were made: what was typed must stand there, and nothing else."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from typing_extensions import override

_FETCHING = {"script", "iframe", "img", "object", "embed", "link", "base", "form", "font", "qt"}
_ADDRESSES = {"src", "href", "action"}
_OWN = ("data:image", "#")
_ACTING = (b"/JavaScript", b"/Launch", b"/OpenAction", b"/URI", b"/EmbeddedFile", b"/GoToR")


class _Tags(HTMLParser):
    """Reads a page as a browser does: what it shows, and what it would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.reaches: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        addresses = [value or "" for name, value in attrs if name in _ADDRESSES]
        self.reaches += [
            f"{tag} {address}" for address in addresses if not address.startswith(_OWN)
        ]
        self.reaches += [f"{tag} {name}" for name, _ in attrs if name.startswith("on")]
        if tag in _FETCHING and not addresses:
            self.reaches.append(tag)

    @override
    def handle_data(self, data: str) -> None:
        self.text.append(data)


def wrong_in_html(made: bytes, shown: Iterable[str]) -> Iterator[str]:
    """Tell what a page would fetch or run, and what it should show and does not."""
    tags = _Tags()
    tags.feed(made.decode())
    yield from (f"a page as HTML has {reach}" for reach in tags.reaches)
    yield from wrong_in_text("".join(tags.text).encode(), shown)


def wrong_in_text(made: bytes, shown: Iterable[str]) -> Iterator[str]:
    """Tell what a text should show and does not; lines may break elsewhere."""
    text = _even(made.decode())
    yield from (f"a page does not show {one!r}" for one in shown if _even(one) not in text)


def _even(text: str) -> str:
    return re.sub(r"[\s\u2066-\u2069\u200e\u200f\u200b]+", "", text)


def wrong_in_pdf(made: bytes) -> Iterator[str]:
    """Tell what a page would open or run."""
    import pikepdf

    if not made:  # it was told already that there is none
        return
    with pikepdf.open(io.BytesIO(made)) as pdf:
        parts = [one.unparse() for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    held = b" ".join(parts)
    found = [name for name in _ACTING if re.search(re.escape(name) + rb"[ /(<\[]", held)]
    yield from (f"a page as PDF has {name.decode()}" for name in found)


def wrong_in_svg(made: bytes) -> Iterator[str]:
    """Tell what a chart would fetch or run."""
    if not made:
        return
    for element in ElementTree.fromstring(made).iter():  # noqa: S314 (made by ourselves)
        name = element.tag.rpartition("}")[2]
        links = [value for key, value in element.attrib.items() if key.endswith("href")]
        outside = [link for link in links if not link.startswith(_OWN)]
        if name in {"script", "foreignObject"} or outside:
            yield f"a chart as SVG has {name} {outside}"


def wrong_in_csv(made: bytes) -> Iterator[str]:
    """Tell which cells a spreadsheet would run."""
    for row in csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")):
        for cell in row:
            if cell.startswith(("=", "@", "\t", "\r")) or re.match(r"[-+](?!\d)", cell):
                yield f"a cell of a CSV is a formula: {cell[:60]!r}"


def wrong_in_calendar(made: bytes) -> Iterator[str]:
    """Tell which addresses a calendar would open."""
    from icalendar import Calendar

    if not made:
        return
    for event in Calendar.from_ical(made).walk("VEVENT"):
        if event.get("attach") or event.get("organizer") or event.get("url"):
            yield "a calendar has an address"
