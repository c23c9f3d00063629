"""Opening a journal whose file says less than it did."""

import sqlcipher3

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.settings import WeekStart
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
