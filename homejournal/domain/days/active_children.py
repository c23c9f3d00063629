"""Which children's days go on, and whose journal the family has put away.

Everything that asks about the days to come asks here: the page that opens first, reminders, coming
visits, birthdays, and whatever is offered for all children. What was written stays for everybody.
"""

from datetime import date

from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family


def is_put_away(child: Child) -> bool:
    """Return whether a child's journal is put away, whatever the day on which that was done."""
    return child.put_away is not None


def last_day(child: Child, today: date) -> date:
    """Return the day up to which a child's age is told: today, or when the journal was put away."""
    return today if child.put_away is None else min(child.put_away, today)


def active(family: Family) -> tuple[Child, ...]:
    """Return the children whose days go on, in the order in which they came."""
    return tuple(child for child in family.children.values() if not is_put_away(child))
