"""What a PDF says, and whether it conforms to what it promises."""

import io
import re
from collections import Counter
from functools import lru_cache

import page as page_validation
import pikepdf
import pypdf

from tests.measured import measuring_paused

PDF_UA_1 = page_validation.ValidationProfile.PDF_UA_1
PDF_A_2A = page_validation.ValidationProfile.PDF_A_2A
_LENGTH = "PDFA2A-STREAM-LENGTH-001"
FOOT = 8
"""The size of the letters at the foot of a sheet, in points; no others are smaller than 9."""
_SAID = re.compile(rb"/Length (\d+)")
_WRITING = "q Q cm Do BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \""
"""What a sheet does to write (ISO 32000-1, 9.3 and 9.4), and where it does so; the rest draws."""


def words_of(pdf):
    """All the words of a PDF, with one space between them."""
    return " ".join(" ".join(sheets_of(pdf)).split())


def sheets_of(pdf):
    """The words of each sheet."""
    return list(_sheets_of(bytes(pdf)))


@lru_cache(maxsize=64)
def _sheets_of(pdf):
    """Read a PDF once, which takes longer than to make it; equal pages are equal PDFs.

    Nothing of the program reads it, and while that is measured it takes half as long again.
    """
    with measuring_paused():
        sheets = pypdf.PdfReader(io.BytesIO(written_alone(pdf))).pages
        return [" ".join(sheet.extract_text().split()) for sheet in sheets]


def written_alone(pdf):
    """Return a PDF without what it draws: each line of each chart takes pypdf its time."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for sheet in opened.pages:
            sheet.Contents = opened.make_stream(_writing(sheet))
        for part in opened.objects:
            if isinstance(part, pikepdf.Stream) and part.get("/Subtype") == "/Form":
                part.write(_writing(part))
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def _writing(part):
    return pikepdf.unparse_content_stream(pikepdf.parse_content_stream(part, _WRITING))


def alternatives(pdf):
    """The text alternative of every picture, in the order of the document."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, dict):
            if "/Alt" in node:
                yield str(node["/Alt"])
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]))


def conforms(pdf, profile=PDF_UA_1):
    """The faults that a checker finds in a PDF, none where it conforms.

    The checker takes a data byte CR before the line end for a part of that line end, and so calls
    one of 256 compressed streams too long. ISO 19005-2, 6.1.7.1, asks only that the length be that
    of the bytes before the end-of-line that precedes `endstream`; this is looked at here itself.
    """
    report = page_validation.validate_pdf_bytes(pdf, profile=profile)
    found = [(fault.rule_id, fault.message) for fault in report.failures]
    return [one for one in found if one[0] != _LENGTH or not all(fit for _, fit in streams_of(pdf))]


def streams_of(pdf):
    """The raw bytes of every stream by the length it says, and whether its end stands there."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for places in reader.xref.values():
        for number, place in places.items():
            head = pdf[place : pdf.index(b"endobj", place)].partition(b"stream\n")[0]
            if isinstance(reader.get_object(number), pypdf.generic.StreamObject):
                start = place + len(head) + len(b"stream\n")
                end = start + int(_SAID.search(head)[1])
                yield pdf[start:end], re.match(rb"(\r\n|\r|\n)endstream\s", pdf[end:]) is not None


def sizes_of(pdf):
    """The sizes of the letters in points, by how many letters there are of each on all sheets."""
    found = Counter()

    def seen(text, _cm, tm, _font, size):
        found[round(size * abs(tm[3] or tm[1]), 1)] += len(text.strip())

    for page in pypdf.PdfReader(io.BytesIO(written_alone(pdf))).pages:
        page.extract_text(visitor_text=seen)
    return +found
