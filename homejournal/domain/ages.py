"""How old a child is on a day, in whole months; corrected for a child born early."""

from datetime import date, timedelta

from homejournal.domain.children import Child
from homejournal.domain.sentences import Age

CORRECTED_UNTIL_MONTHS = 24
"""Corrected age is usually given to about two years (American Academy of Pediatrics)."""
BORN_EARLY = timedelta(weeks=3)
"""Born before 37 whole weeks, which is more than three weeks before the due day."""


def age_on(child: Child, day: date) -> Age | None:
    """Return the child's age on the day; None without a birthday, or before it."""
    if child.born is None or day < child.born:
        return None
    months = months_between(child.born, day)
    return Age(months, _corrected(child.born, child.due, day, months))


def months_between(start: date, end: date) -> int:
    """Return how many whole months lie between two days."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


def _corrected(born: date, due: date | None, day: date, months: int) -> int | None:
    if due is None or due - born <= BORN_EARLY or day < due or months >= CORRECTED_UNTIL_MONTHS:
        return None
    return months_between(due, day)
