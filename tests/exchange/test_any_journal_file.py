"""A journal's own file is read in each of its forms; what is another kind of file is called so."""

import json

import pytest

from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.exchange.journal_csv import packed, tables_of
from homejournal.exchange.journal_json import read_journal
from tests.exchange.small_files import GOOD, STRATEGY, with_practice
from tests.quick_sealing import encrypt


def in_tables(told):
    return packed(tables_of(json.dumps(told).encode()))


def refused(data):
    with pytest.raises(ImportFaultsError) as error:
        read_journal(data, {}.get)
    return [(fault.place, fault.what) for fault in error.value.faults]


def test_tables_in_a_zip_file_tell_the_same_as_json():
    assert read_journal(in_tables(GOOD), {}.get) == read_journal(json.dumps(GOOD).encode(), {}.get)


def test_a_fault_is_told_by_its_place_in_the_form_that_was_read():
    twice = with_practice(id=STRATEGY)
    assert refused(json.dumps(twice).encode()) == [("practices[0].id", FaultKind.DUPLICATE_ID)]
    assert refused(in_tables(twice)) == [("practices.csv:2.id", FaultKind.DUPLICATE_ID)]


def test_a_pack_is_called_so_and_not_opened():
    assert refused(encrypt(b"{}", "six words")) == [("", FaultKind.A_PACK)]
