"""Files of two homes give the same numbers, whichever is taken in first."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.records.people import Home
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import write_journal_json
from homejournal.exchange.look_back_json import numbers_json
from tests.family import day, days
from tests.family_builder import Builder
from tests.journals import Opened

WEEK = days(2, 8)


def family_of(home: str, wrote: str):
    child = Builder("Leo", date(2023, 8, 25))
    coat = child.strategy("Last step first", "Sam", "occupational therapy")
    child.step(coat, rating=RatingKind.HELP)
    child.write(coat, wrote, home=child.home(home))
    return child.family(WEEK, day(9))


def file_of(home: str, wrote: str, through: date, *, named: bool = True) -> bytes:
    """What one home wrote, as its file; where `named`, each mark says whose it is."""
    family = family_of(home, wrote)
    records = family.records
    if not named:
        records = tuple(replace(r, home=None) if hasattr(r, "reason") else r for r in records)
    return write_journal_json(
        JournalFile(
            settings=JournalSettings(id=uuid4()),
            home=family.of(Home)[0].id,
            through=through,
            entries=tuple(Entry(record) for record in records),
        )
    )


def numbers_of(journal) -> dict:
    child = next(iter(journal.family().children))
    return numbers_json(journal.numbers.of_child(child, WEEK, day(9)))["strategies"][0]


def counted(tmp_path, *files: bytes) -> dict:
    opened = Opened(tmp_path / str(uuid4()))
    journal = opened.new()
    for file in files:
        journal.files.import_json(file)
    numbers = numbers_of(journal)
    opened.close()
    return numbers


@pytest.mark.parametrize("named", [True, False])
def test_a_home_that_reaches_further_ends_none_of_its_own_marks(tmp_path, named):
    mom = file_of("mom", "2 o o o o o o", day(8), named=named)
    dad = file_of("dad", ". 2 2 . . . .", day(4), named=named)

    numbers = counted(tmp_path, mom, dad)

    assert counted(tmp_path, dad, mom) == numbers
    total = numbers["total"]
    said = (total["planned"], total["did_it"], total["not_written"], total["left_out_by"])
    assert said == (3, 3, 0, {"other_home": 4})


def test_the_numbers_of_two_homes_do_not_depend_on_which_comes_first(tmp_path):
    @settings(max_examples=12, deadline=None)
    @given(st.integers(0, 2**32 - 1))
    def merged(seed):
        chance = Random(seed)
        files = [
            file_of(
                home,
                " ".join(chance.choices("2n.ooos", k=7)),
                day(2) + timedelta(days=chance.randint(0, 6)),
                named=chance.random() < 0.7,
            )
            for home in ("mom", "dad")
        ]
        assert counted(tmp_path, *files) == counted(tmp_path, *reversed(files))

    merged()


def test_once_something_is_written_here_our_own_entries_reach_through_any_day(journals):
    journal = journals.new()
    journal.files.import_json(file_of("mom", "2 . . . . . .", day(3)))
    journal.files.import_json(file_of("dad", ". o o o o o .", day(6)))
    assert numbers_of(journal)["total"]["left_out"] == 4

    strategy = next(iter(journal.family().strategies))
    change = journal.days.did_it(strategy, day(8))
    assert numbers_of(journal)["total"]["left_out"] == 0

    journal.steps.take_back(change)
    assert numbers_of(journal)["total"]["left_out"] == 4


def test_a_later_file_of_our_own_home_reaches_further(journals):
    journal = journals.new()
    for wrote, through in (("2 . . . . . .", day(3)), ("2 2 . . . . .", day(5))):
        journal.files.import_json(file_of("mom", wrote, through))
    journal.files.import_json(file_of("dad", ". o o o o o .", day(2)))

    assert numbers_of(journal)["total"]["left_out"] == 2
