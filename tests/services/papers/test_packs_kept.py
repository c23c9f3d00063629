"""The days of a pack, and what is kept with it."""

from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, RecordMissingError
from homejournal.domain.packs.material import PackAsked
from homejournal.exchange.kept_papers_json import pack_from_dict, pack_to_dict
from tests.journals import TODAY, planned, practice
from tests.packs import DAY, REVIEW, TRANSITION, WHOLE, made


@pytest.fixture
def family(journal):
    return planned(journal, born=date(2024, 2, 18))


def test_a_review_tells_of_half_a_year_and_a_history_of_everything(journal, family):
    of, what = family
    assert journal.packs.days(of.id, REVIEW, TODAY) == Period(TODAY, TODAY)
    journal.records.save(practice(what, day=TODAY - 300 * DAY))
    half = journal.packs.days(of.id, REVIEW, date(2026, 3, 9))
    assert half == Period(date(2025, 9, 10), date(2026, 3, 9))
    assert journal.packs.days(of.id, TRANSITION, TODAY).start == TODAY - 300 * DAY


def test_a_pack_of_nobody_or_of_reversed_days_is_refused(journal, family):
    with pytest.raises(RecordMissingError):
        journal.packs.reading(PackAsked(child=uuid4(), kind=REVIEW, period=WHOLE), TODAY)
    with pytest.raises(InvalidValueError):
        PackAsked(child=family[0].id, kind=REVIEW, period=Period(TODAY, TODAY - DAY))


def test_what_is_prepared_is_kept_once_with_its_drafts_gone(journal, family):
    of, _ = family
    asked = PackAsked(child=of.id, kind=REVIEW, period=WHOLE)
    journal.drafts.keep("pack:here", "He wai")
    journal.packs.prepare(asked, {"met": " Sits ", "new": " "}, None, drafts=["pack:here"])
    kept = journal.packs.preparation(of.id, REVIEW, WHOLE.start)
    assert (dict(kept.answers), kept.meeting, kept.day) == ({"met": "Sits"}, None, TODAY)
    assert journal.drafts.kept() == {}
    change = journal.packs.prepare(asked, {"met": "Sits"}, TODAY)
    again = journal.packs.preparation(of.id, REVIEW, WHOLE.start)
    assert (again.id, again.meeting) == (kept.id, TODAY)
    journal.undo(change)
    assert journal.packs.preparation(of.id, REVIEW, WHOLE.start) == kept
    assert not journal.packs.prepare(asked, {"met": "Sits"}, None).moves


def test_nothing_prepared_is_nothing_kept(journal, family):
    of, _ = family
    asked = PackAsked(child=of.id, kind=TRANSITION, period=WHOLE)
    assert not journal.packs.prepare(asked, {}, None).moves
    assert journal.packs.preparation(of.id, TRANSITION, WHOLE.start) is None


def test_a_pack_that_is_handed_over_is_kept_as_it_was_with_one_undo(journal, family, journals):
    of, _ = family
    pack = made(journal, of)
    assert journal.packs.kept(of.id) == ()
    journal.packs.keep(of.id, pack_to_dict(pack))
    journals.clock.moment += DAY
    change = journal.packs.keep(of.id, {"kind": "newer"})
    newest, first = journal.packs.kept(of.id)
    assert newest.made - first.made == DAY
    assert pack_from_dict(first.pack) == pack
    journal.undo(change)
    assert journal.packs.kept(of.id) == (first,)
    assert journal.packs.kept(uuid4()) == ()
