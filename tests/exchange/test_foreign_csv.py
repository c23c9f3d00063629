"""Tables of other programs as rows of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.exchange import tables
from homejournal.exchange.tables import read_kept_table

ROWS = (("Día", "¿Qué?"), ("2026-03-02", "sí, mucho"))


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_whichever_sign_and_letters_it_was_saved_with(letters, sign):
    text = "".join(f'"{a}"{sign}"{b}"\r\n' for a, b in ROWS)
    assert read_kept_table(text.encode(letters)) == (ROWS[0], (ROWS[1],))


def test_a_byte_that_is_no_letter_of_either_kind_stays_a_sign_of_its_own():
    assert read_kept_table(b"a\ncaf\xe9 \x81\n").rows == (("caf\u00e9 \x81",),)


def test_short_rows_are_filled_up_and_empty_ones_left_out():
    table = read_kept_table(b"a,b,c\n\n1\n , ,\n1,2,3,4\n")
    assert table.names == ("a", "b", "c", "")
    assert table.rows == (("1", "", "", ""), ("1", "2", "3", "4"))


def test_the_apostrophe_before_a_formula_is_taken_off():
    assert read_kept_table(b"a\n'=1+1\n'tis\n").rows == (("=1+1",), ("'tis",))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", FaultKind.EMPTY_FILE),
        (b"\n \n", FaultKind.EMPTY_FILE),
        (b"PK\x03\x04...", FaultKind.NOT_A_TABLE),
        (b"\xd0\xcf\x11\xe0", FaultKind.NOT_A_TABLE),
        (b"%PDF-1.7", FaultKind.NOT_A_TABLE),
        (b"MZ\x90\x00\x03", FaultKind.NOT_A_TABLE),
        (b"a\n" + b"x" * 200_000, FaultKind.NOT_A_TABLE),
        (b"," * 60, FaultKind.EMPTY_FILE),
        (b"a" + b",a" * 60, FaultKind.TOO_MANY_COLUMNS),
        (b"a\n" * 20_002, FaultKind.TOO_MANY_ROWS),
    ],
)
def test_what_is_no_table_is_told(data, what):
    with pytest.raises(ImportFaultsError) as error:
        read_kept_table(data)
    assert [fault.what for fault in error.value.faults] == [what]


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(tables, "MOST_BYTES", 10)
    with pytest.raises(ImportFaultsError) as error:
        read_kept_table(b"a,b\n1,2\n3,4\n")
    assert error.value.faults[0].what is FaultKind.TOO_LARGE


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_told(data):
    try:
        table = read_kept_table(data)
    except ImportFaultsError:
        return
    assert all(len(row) == len(table.names) for row in table.rows)
