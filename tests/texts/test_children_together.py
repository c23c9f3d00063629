"""What is said where days of one or of several children are left out together."""

from datetime import date, timedelta

from homejournal.texts import day_page as said
from homejournal.texts.wording import wording_of

DAYS = [date(2026, 3, 10) + timedelta(days=n) for n in range(8)]


def test_days_that_hold_entries_are_named_and_many_are_counted():
    one = said.held_said(wording_of("en"), DAYS[:1])
    assert one.startswith("What you wrote down on March 10") or "Mar 10" in one
    assert one.endswith(" stays and still counts.")
    assert "2 more days" in said.held_said(wording_of("en"), DAYS)
    assert "1 more day stays" in said.held_said(wording_of("en"), DAYS[:7])
