"""Tables for spreadsheets and the clipboard: whole, exact, and run as a formula by none."""

import csv
import io
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homejournal.domain.looking_back.chart_series import Table
from homejournal.exchange.tables import (
    table_csv,
    table_html,
    table_tsv,
    without_apostrophe,
    without_formula,
)

FORMULAS = ("=1+1", "+1 more", "-2 spoons", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1")
TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="=+-@'\",;\t\r\n 0aقليلًا😀$%", max_size=12),
)
CELLS = st.one_of(
    TEXTS,
    st.none(),
    st.dates(),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
)


def a_table(*rows, columns=("Day", "How many")):
    return Table(title="Bites", columns=columns, rows=rows)


def read(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_days_are_iso_numbers_plain_nothing_is_empty_and_zero_is_zero():
    rows = (
        (date(2026, 3, 2), Decimal("1200.50")),
        (date(2026, 3, 3), 0),
        (date(2026, 3, 4), None),
        (date(2026, 3, 5), Decimal("-1E+3")),
    )
    assert table_csv(a_table(*rows)) == (
        b"\xef\xbb\xbfDay,How many\r\n2026-03-02,1200.50\r\n2026-03-03,0\r\n2026-03-04,\r\n"
        b"2026-03-05,-1000\r\n"
    )


@pytest.mark.parametrize("text", FORMULAS)
def test_no_spreadsheet_runs_what_the_family_wrote(text):
    (_, (in_file, _)) = read(table_csv(a_table((text, 1))))
    assert in_file == "'" + text
    assert without_apostrophe(in_file) == text
    copied = table_tsv([["Words"], [text]]).split("\n")[1]
    assert copied.startswith("'")
    assert Cells(table_html([[text]])).told[0].startswith("'")


@pytest.mark.parametrize("text", ["'tis", "2 = two", "", "“=", "5-4", "قليلًا"])
def test_other_words_stay_as_they_are(text):
    assert without_formula(text) == text
    assert without_apostrophe(text) == text


def test_what_cannot_be_written_in_utf8_is_no_fault():
    assert b"?" in table_csv(a_table(("\ud800", 1)))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=8))
@example([('"quoted", and\r\na line; ', "=قليلًا\n😀")])
@example([("''=1", "'=1")])
def test_a_file_can_be_read_back_whole(rows):
    names, *lines = read(table_csv(a_table(*rows)))
    assert names == ["Day", "How many"]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        for text, cell in zip(line, row, strict=True):
            assert meant(text, cell) == (cell if cell is not None else "")
            assert not isinstance(cell, str) or not text.startswith(("=", "+", "-", "@", "\t"))


def meant(text, cell):
    match cell:
        case date():
            return date.fromisoformat(text)
        case Decimal():
            return Decimal(text)
        case int():
            return int(text)
        case _:
            return without_apostrophe(text)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=6))
def test_text_for_the_clipboard_keeps_its_cells_apart(rows):
    lines = table_tsv(rows).split("\n")
    assert lines.pop() == ""
    assert [line.count("\t") for line in lines] == [1] * len(rows)


def test_negative_numbers_are_no_formulas_on_the_clipboard():
    assert table_tsv([["-5", "-1,200.5", "+3", "-"]]) == "-5\t-1,200.5\t+3\t'-\n"


class Cells(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.told = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in {"td", "th", "caption"}:
            self.told.append("")
        elif tag not in {"table", "thead", "tbody", "tr", "br"}:
            raise AssertionError(tag)

    def handle_data(self, data):
        self.told[-1] += data


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
@example(["<script>alert(1)</script>", '"&amp;'])
def test_nothing_that_was_written_becomes_html(cells):
    told = Cells(table_html([cells, cells], "<b>Bites")).told
    assert told[0] == "<b>Bites"
    assert len(told) == 1 + 2 * len(cells)


def test_html_names_its_columns_and_keeps_lines():
    html = table_html([["Day"], ["a\r\nb"]])
    assert html == (
        '<table><thead><tr><th scope="col" dir="auto">Day</th></tr></thead>'
        '<tbody><tr><td dir="auto">a<br>b</td></tr></tbody></table>'
    )
    assert table_html([]) == "<table><thead></thead><tbody></tbody></table>"
