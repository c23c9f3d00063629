"""The counts of one stretch as JSON: the part that numbers and looking back have in common."""

from decimal import Decimal

from homejournal.domain.days.counting import MonthNumbers
from homejournal.domain.days.honest_numbers import Block, WeekNumbers
from homejournal.domain.days.rows_to_count import Middle

_COUNTS = (
    "planned",
    "did_it",
    "not_today",
    "not_written",
    "left_out",
    "times",
    "times_planned",
    "times_not_today",
    "times_not_written",
    "extra",
    "extra_days",
    "extra_times",
    "outside_times",
    "told_not_today",
    "written_later",
    "n",
    "at_least",
    "took",
    "of",
    "in_aim",
    "unsettled",
    "plan_met",
    "weeks_judged",
)


def block_json(block: Block) -> dict[str, object]:
    """Return one block with all its keys."""
    said: dict[str, object] = {name: getattr(block, name) for name in _COUNTS}
    by_reason, levels = block.left_out_by, block.levels
    return said | {
        "kind": block.kind.value,
        "left_out_by": None if by_reason is None else {r.value: n for r, n in by_reason.items()},
        "levels": None if levels is None else {str(level): n for level, n in levels.items()},
        "median": _middle(block.median),
        "low": number_json(block.low),
        "high": number_json(block.high),
        "sum": number_json(block.sum),
        "others": {kind.value: n for kind, n in block.others.items()},
    }


def stretch_json(numbers: WeekNumbers | MonthNumbers) -> dict[str, object]:
    """Return a week or a month with its block."""
    return {
        "start": numbers.start.isoformat(),
        "end": numbers.end.isoformat(),
        "partial": numbers.partial,
        **block_json(numbers.block),
    }


def _middle(middle: Middle | None) -> object:
    if isinstance(middle, tuple):
        return list(middle)
    return number_json(middle) if isinstance(middle, Decimal) else middle


def number_json(number: Decimal | None) -> str | None:
    """Return a number as text, so that no digit is lost."""
    return None if number is None else format(number, "f")
