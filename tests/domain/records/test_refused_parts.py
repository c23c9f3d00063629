"""Parts of records that no family can mean are refused when they are made."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.plan import PlanStep, StepKind

MONDAY = date(2026, 3, 23)


@pytest.mark.parametrize("page", [0, -1, 10**6])
def test_a_sheet_has_a_page_that_can_be_printed(page):
    made = datetime(2026, 3, 22, 19, 30, tzinfo=UTC)
    with pytest.raises(InvalidValueError):
        Sheet(id=uuid4(), child=uuid4(), week=MONDAY, page=page, made=made)


def test_a_pause_ends_on_a_day_or_at_the_next_visit_and_not_at_both():
    said = {"id": uuid4(), "strategy": uuid4(), "from_day": MONDAY, "step": StepKind.PAUSE}
    assert PlanStep(**said, until=MONDAY).until == MONDAY
    assert PlanStep(**said, until_visit=True).until_visit
    with pytest.raises(InvalidValueError):
        PlanStep(**said, until=MONDAY, until_visit=True)
