"""Looking back at a real journal."""

from datetime import timedelta

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.records.plan import Strategy
from homejournal.services.family_journal import FamilyJournal
from tests.journals import TODAY, id_of

ONE = timedelta(days=1)
WEEK = Period(TODAY - 6 * ONE, TODAY)


def asked(of, period=WEEK, **more) -> EntryFilter:
    return EntryFilter(child=id_of(of), **period._asdict(), **more)


def back_at(journal: FamilyJournal, what: Strategy, period=WEEK, today=TODAY, **more) -> LookBack:
    filtered = asked(what.child, period, strategy=what.id, **more)
    (written,) = journal.looking_back.written(filtered, today)
    return look_back(written)
