"""What the pages ask for near the first and the last day that there is."""

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.errors import JournalError
from homejournal.domain.looking_back.look_back_values import PeriodChoice
from homejournal.domain.papers.printed_sheets import FridgeAsked
from homejournal.domain.records.notes import PackKind
from homejournal.domain.today.day_page import days_needed, today_state
from homejournal.services.opening import create_journal
from tests.cli.test_days_at_the_ends import ENDS, NOA, TED, family
from tests.journals import DEVICE, Clock


@pytest.fixture(params=list(WeekStart), scope="module")
def ends(request, tmp_path_factory):
    """A journal of a family that wrote on the first and the last days."""
    folder = tmp_path_factory.mktemp("ends") / "journal"
    clock = Clock(datetime(2026, 3, 10, 20, tzinfo=UTC))
    with closing(create_journal(folder, clock=clock, device=DEVICE)) as journal:
        journal.files.import_json(json.dumps(family(request.param)).encode())
        yield journal


def pages(journal, child: UUID, day, today):
    """Yield what each page of the window asks for as it shows a day."""
    start = journal.settings.week_start
    yield lambda: days_needed(day, start)
    yield lambda: today_state(
        journal.family(),
        journal.days.between(child, *days_needed(day, start)),
        child,
        (day, today),
        start,
    )
    yield lambda: journal.weeks.shown(child, day)
    yield lambda: journal.weeks.week(day)
    yield lambda: journal.visits.listed(child, day)
    yield lambda: journal.sheets.grid(child, day)
    yield lambda: journal.sheets.fridge(FridgeAsked(child=child, day=day), today)
    yield lambda: journal.sheets.book_days(child, day)
    yield lambda: journal.days.between(child, day, day)
    for choice in PeriodChoice:
        yield lambda choice=choice: journal.looking_back.periods(child, day, choice)
    for kind in PackKind:
        yield lambda kind=kind: journal.packs.days(child, kind, day)


@pytest.mark.parametrize("child", [NOA, TED])
@pytest.mark.parametrize("day", ENDS, ids=str)
def test_every_page_can_show_days_near_the_ends(ends, child, day):
    for today in (day, ends.today()):
        for ask in pages(ends, child, day, today):
            try:
                ask()
            except JournalError:
                continue


@pytest.mark.parametrize("seconds", [-60_000_000_000, 7_000_000_000])
def test_hints_are_given_whatever_the_clock_says(ends, seconds):
    clock = ends._session.clock
    before = clock.moment
    clock.moment = datetime(2026, 3, 10, 20, tzinfo=UTC) + timedelta(seconds=seconds)
    try:
        ends.safe.settling.possible_duplicates()
        ends.reminders.due({}, clock.moment)
    finally:
        clock.moment = before
