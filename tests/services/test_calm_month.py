"""A journal says what shows itself by now."""

from dataclasses import replace

from homejournal.domain.journal.calm_month import Later
from tests.journals import Opened, planned


def test_a_new_journal_is_calm_until_a_month_is_over_or_somebody_wants_all(tmp_path):
    opened = Opened(tmp_path)
    journal = opened.new()
    of, _ = planned(journal)
    assert not journal.shows(Later.BOOK, of.id)
    journal.change_settings(replace(journal.settings, calm=False))
    assert journal.shows(Later.BOOK, of.id)
    journal.change_settings(replace(journal.settings, calm=True))
    opened.clock.forward(days=31)
    assert journal.shows(Later.BOOK, of.id)
    opened.close()
