"""A clock that is wrong by years decides nothing: no day counts as told of which nobody wrote."""

from datetime import timedelta

import pytest

from homejournal.domain.sharing.outgoing import Audience
from tests.journals import note, planned

YEARS = timedelta(days=2000)


@pytest.fixture
def homes(computers):
    """Return two homes that share a folder, each with a clock of its own."""
    folder = computers.shared_folder()
    mom, dad = computers.new("mom"), computers.new("dad")
    mom.safe.homes.name_ours("With Mom"), dad.safe.homes.name_ours("With Dad")
    mom.of, _ = planned(mom.journal)
    dad.join(mom, mom.begin(folder, Audience.OTHER_HOME), folder)
    return mom, dad


def told(computer):
    return [one.through for one in computer.safe.homes.covered()]


def set_clock(computer, computers, by=timedelta()):
    computer.journal._session.clock = lambda: computers.clock() + by


@pytest.mark.parametrize("way", ["folder", "pack", "journal's file"])
def test_a_clock_that_runs_ahead_tells_of_no_day_to_come(homes, computers, way):
    mom, dad = homes
    today = dad.journal.today()
    for by, through in ((YEARS, today), (timedelta(days=1), today + timedelta(days=1))):
        set_clock(mom, computers, by)
        bring(way, mom, dad, f"by {by}")
        assert max(told(dad), default=today) == through


def bring(way, mom, dad, text):
    mom.journal.records.save(note(mom.of, text))
    match way:
        case "folder":
            mom.run()
            dad.run()
        case "pack":
            dad.take(mom.pack())
        case _:
            dad.journal.files.import_json(mom.journal.files.export_json())


def test_what_a_wrong_clock_left_is_mended_by_the_next_that_comes(homes, computers):
    mom, dad = homes
    set_clock(dad, computers, YEARS)
    set_clock(mom, computers, YEARS)
    bring("pack", mom, dad, "in years to come")
    (later,) = told(dad)
    for one in (mom, dad):
        set_clock(one, computers)
    assert later > dad.journal.today()
    bring("pack", mom, dad, "today")
    assert told(dad) == [dad.journal.today()]


def test_batches_through_a_day_to_come_hold_up_none_that_follow(homes, computers):
    mom, dad = homes
    joined = dad.journal.today()
    set_clock(mom, computers, YEARS)
    bring("folder", mom, dad, "in years to come")
    assert told(dad) == [joined]
    computers.clock.forward(days=3)
    set_clock(mom, computers)
    bring("folder", mom, dad, "three days later")
    assert told(dad) == [joined + timedelta(days=3)]
