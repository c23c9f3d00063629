"""The numbers of a routine, asked of a real journal."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import Often, PlanStep, Routine, Strategy
from homejournal.services.days.days import PracticeTold
from homejournal.services.opening import create_journal

DAY = date(2026, 3, 2)


@pytest.fixture
def journal(tmp_path):
    journal = create_journal(
        tmp_path, clock=lambda: datetime(2026, 3, 2, 20, tzinfo=UTC), device=uuid4()
    )
    yield journal
    journal.close()


def test_numbers_name_each_routine_by_its_id_in_the_order_of_the_plan(journal):
    child = Child(id=uuid4(), name="Mia")
    strategy = Strategy(id=uuid4(), child=child.id, name="Wait and look")
    bath, snack = (Routine(id=uuid4(), name=name) for name in ("Bath", "Snack"))
    step = PlanStep(
        id=uuid4(),
        strategy=strategy.id,
        from_day=DAY,
        routines=(snack.id, bath.id),
        often=Often(times=3),
    )
    journal.records.save(child, strategy, bath, snack, step)
    for routine in (bath.id, snack.id, snack.id, None):
        journal.days.did_it(strategy.id, DAY, PracticeTold(routine=routine))

    counted = journal.numbers.of_child(child.id, Period(DAY, DAY), DAY).strategies[0].routines

    assert [(one.routine, one.block.times) for one in counted] == [(snack.id, 2), (bath.id, 1)]
