"""The check of PDFs finds a wrong length, and takes no data for the end of a line."""

import re

from homejournal.domain.visit_page.builder import build_page, default_ticks
from tests.reports.page_families import mateo
from tests.reports.pdf_checks import PDF_A_2A, conforms, streams_of


def a_page(printer):
    return printer.pdf(build_page(mateo(), default_ticks(mateo()))).pdf


def test_every_stream_is_as_long_as_it_says(printer):
    streams = list(streams_of(a_page(printer)))
    assert len(streams) > 10
    assert all(fits for _, fits in streams)


def test_a_stream_that_ends_with_a_carriage_return_is_no_fault(printer):
    pdf = a_page(printer)
    data, _ = next(iter(streams_of(pdf)))
    assert conforms(pdf.replace(data, data[:-1] + b"\r"), PDF_A_2A) == []


def test_a_length_that_is_wrong_is_found(printer):
    pdf = a_page(printer)
    length = max(re.findall(rb"/Length \d\d+", pdf), key=len)
    wrong = length[:-1] + (b"1" if length[-1:] != b"1" else b"2")
    found = conforms(pdf.replace(length, wrong), PDF_A_2A)
    assert "PDFA2A-STREAM-LENGTH-001" in [rule for rule, _ in found]
