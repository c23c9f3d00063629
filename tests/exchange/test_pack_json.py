"""A pack that was handed over can be kept and read again, and nothing odd is read as a pack."""

import json
from dataclasses import replace
from datetime import date

import pytest

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.packs.pack import OutcomeInPack, Pack, StrategyInPack
from homejournal.domain.records.notes import PackKind
from homejournal.exchange.kept_papers_json import pack_from_dict, pack_to_dict
from tests.reports.papers.test_packs import DAYS, a_history, a_pack
from tests.reports.sample_rows import all_rows


def back(pack):
    return pack_from_dict(json.loads(json.dumps(pack_to_dict(pack))))


@pytest.mark.parametrize("made", [a_pack, a_history])
def test_a_pack_comes_back_as_it_was(made):
    pack = made("Hola 😀", second_language="es", notes_as_written=True, meeting=date(2026, 7, 2))
    assert back(pack) == pack


def test_a_pack_with_rows_comes_back_with_all_that_they_tell():
    rows = all_rows()
    told = tuple(StrategyInPack(name=row.name, row=row) for row in rows.rows)
    pack = replace(
        a_pack(), outcomes=(OutcomeInPack(text="Eats", axis=rows.axis, strategies=told),)
    )
    assert back(pack) == pack
    assert back(pack).outcomes[0].rows == rows


def test_the_smallest_pack_comes_back():
    pack = Pack(kind=PackKind.REVIEW, child="Eli", period=DAYS, printed=DAYS.end)
    assert back(pack) == pack


def test_a_pack_from_before_a_field_was_added_is_read():
    told = pack_to_dict(a_pack())
    del told["second_language"], told["notes_as_written"]
    assert pack_from_dict(told) == a_pack()


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("child"),
        lambda told: told.update(kind="party"),
        lambda told: told.update(private_notes=[]),
        lambda told: told.update(printed="2026-13-40"),
        lambda told: told["outcomes"][0].update(areas=["sea"]),
        lambda told: told["outcomes"][0]["ladders"][0].update(rungs=[["a", "b"]]),
    ],
)
def test_what_is_no_pack_is_refused(change):
    told = pack_to_dict(a_history())
    change(told)
    with pytest.raises(InvalidValueError):
        pack_from_dict(told)
