"""The days and the ids that the parts of the example family share."""

from datetime import date, datetime, time, timedelta, timezone
from uuid import UUID, uuid5

FIRST_DAY = date(2026, 3, 30)
LAST_DAY = date(2026, 6, 28)
MEETING = date(2026, 3, 18)
CHANGE = date(2026, 5, 13)
PAUSED, RESTARTED = date(2026, 5, 5), date(2026, 5, 18)
_NAMES = UUID("c1b5c7f2-7a0e-4f6b-9d35-2f3b8a6c0e11")
_CHICAGO_SUMMER = timezone(timedelta(hours=-5))


def an_id(*name: object) -> UUID:
    """Return the id of what is called so; the same each time."""
    return uuid5(_NAMES, " ".join(map(str, name)))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), _CHICAGO_SUMMER)


CHILD, HOME = an_id("child Noa"), an_id("home")
MOM, DAD, GRANDMA = (an_id("helper", name) for name in ("Mom", "Dad", "Grandma"))
DANA, BEN, CARMEN = (an_id("team", name) for name in ("Dana", "Ben", "Carmen"))
BREAKFAST, LUNCH, NAP, DINNER, BEDTIME = (
    an_id("routine", name) for name in ("Breakfast", "Lunch", "After nap", "Dinner", "Bedtime")
)
ASKS, WALKS, EVENINGS, SITS = (
    an_id("outcome", name) for name in ("asks", "walks", "evenings", "sits")
)
WAIT, TOY, BED, BITE = (an_id("strategy", name) for name in ("wait", "toy", "bed", "bite"))
LADDER = an_id("ladder")
MEALS = ("breakfast", "dinner")


CHILD, HOME = an_id("child Noa"), an_id("home")
MOM, DAD, GRANDMA = (an_id("helper", name) for name in ("Mom", "Dad", "Grandma"))
DANA, BEN, CARMEN = (an_id("team", name) for name in ("Dana", "Ben", "Carmen"))
BREAKFAST, LUNCH, NAP, DINNER, BEDTIME = (
    an_id("routine", name) for name in ("Breakfast", "Lunch", "After nap", "Dinner", "Bedtime")
)
ASKS, WALKS, EVENINGS, SITS = (
    an_id("outcome", name) for name in ("asks", "walks", "evenings", "sits")
)
WAIT, TOY, BED, BITE = (an_id("strategy", name) for name in ("wait", "toy", "bed", "bite"))
LADDER = an_id("ladder")
MEALS = ("breakfast", "dinner")
