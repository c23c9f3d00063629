"""Opening a journal whose file says less than it did."""

from pathlib import Path

import pytest
import sqlcipher3

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.errors import JournalDamagedError, NotAJournalError
from tests.journals import planned


def change_settings(folder, statement):
    file = sqlcipher3.connect(folder / "journal.hj")
    file.execute(statement)
    file.commit()
    file.close()


def test_a_journal_whose_settings_do_not_read_is_read_with_the_usual_ones(journals):
    journal = journals.new()
    of, _ = planned(journal)
    journal.close()
    change_settings(journal.folder, "UPDATE meta SET value = 'noon' WHERE name = 'day_end'")
    again = journals.again()

    assert isinstance(again.read_only_because, JournalDamagedError)
    assert again.settings.week_start is WeekStart.MONDAY
    assert of.id in again.family().children


def test_so_is_one_that_lost_a_setting(journals):
    journal = journals.new()
    journal.close()
    change_settings(journal.folder, "DELETE FROM meta WHERE name = 'week_start'")

    assert isinstance(journals.again().read_only_because, JournalDamagedError)


def test_what_writing_needs_is_loaded_without_changing_anything(journal):
    of, _ = planned(journal)
    journal.warm_up()

    assert of.id in journal.family().children


def test_what_a_killed_program_had_begun_goes_at_the_next_start(journals):
    journal = journals.new()
    planned(journal)
    made = journal.safe.backups.make()
    journal.close()
    begun = [
        *(journal.folder / f"journal.{name}" for name in ("checked", "repaired", "turned.new")),
        *(made.path.parent / name for name in (".new-a1.part", "media/.new-a1")),
    ]
    (made.path.parent / "media").mkdir()
    for path in begun:
        path.write_bytes(made.path.read_bytes())
    journals.again(write=False).close()
    assert all(path.exists() for path in begun)  # another program may be at work with them
    journals.again()
    assert not any(path.exists() for path in begun)
    assert made.path.exists()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux what is open")
def test_what_is_no_journal_is_open_no_more(journals):
    """Windows moves no file that is open."""
    journal = journals.new()
    journal.close()
    file = journal.folder / "journal.hj"
    file.write_bytes(b"no journal" * 1000)
    with pytest.raises(NotAJournalError) as held:  # with all that was at hand as it was raised
        journals.again()
    assert file.resolve() not in [link.resolve() for link in Path("/proc/self/fd").iterdir()]
    assert held.value
