"""What a window has at hand."""

from datetime import date
from uuid import UUID, uuid4

from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import PlanStep, Strategy

CHILD = uuid4()


def strategy(number):
    return Strategy(id=UUID(int=number), child=CHILD, name=f"Strategy {number}")


def test_strategies_stand_by_their_first_day_and_on_one_day_as_they_came():
    came = [strategy(9), strategy(4), strategy(7), strategy(1)]
    begins = {9: date(2026, 3, 9), 4: date(2026, 3, 9), 7: date(2026, 3, 2)}
    family = Family(
        strategies={one.id: one for one in came},
        steps={
            UUID(int=number): (PlanStep(id=uuid4(), strategy=UUID(int=number), from_day=day),)
            for number, day in begins.items()
        },
    )
    assert [one.id.int for one in family.strategies_of(CHILD)] == [7, 9, 4, 1]


def test_who_left_the_list_cannot_be_chosen_and_keeps_the_name():
    mom = Helper(id=UUID(int=71), name="Mom")
    sitter = Helper(id=UUID(int=72), name="Kim", left=date(2026, 3, 1))
    family = Family(helpers={mom.id: mom, sitter.id: sitter})
    assert family.writers == {mom.id: mom}
    assert family.helpers[sitter.id].name == "Kim"
