"""The numbers of a child as JSON: what `homejournal-cli numbers` prints, for other programs."""

from decimal import Decimal

from homejournal.domain.numbers import (
    Block,
    ChildNumbers,
    Middle,
    RoutineNumbers,
    SlotNumbers,
    StepNumbers,
    StrategyNumbers,
    WeekNumbers,
)

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
    "written_later",
    "n",
    "took",
    "of",
    "in_aim",
    "unsettled",
    "plan_met",
    "weeks_judged",
)


def numbers_json(numbers: ChildNumbers) -> dict[str, object]:
    """Return the numbers as JSON values: every key present, null where it does not apply.

    Days are YYYY-MM-DD, decimal numbers strings ("37.5"), counts and levels integers; a median
    between two levels is a list of both. Medians that hold only "so far" are for the screen.
    """
    return {
        "child": str(numbers.child),
        "from": numbers.period.start.isoformat(),
        "to": numbers.period.end.isoformat(),
        "today": numbers.today.isoformat(),
        "week_start": numbers.week_start.value,
        "strategies": [_strategy(each) for each in numbers.strategies],
    }


def _strategy(numbers: StrategyNumbers) -> dict[str, object]:
    return {
        "id": str(numbers.strategy),
        "name": numbers.name,
        "total": block_json(numbers.total),
        "steps": [_step(each) for each in numbers.steps],
        "weeks": [_week(each) for each in numbers.weeks],
        "slots": [_slot(each) for each in numbers.slots],
        "routines": [_routine(each) for each in numbers.routines],
    }


def _step(numbers: StepNumbers) -> dict[str, object]:
    return {
        "id": str(numbers.step),
        "step": numbers.kind.value,
        "from": numbers.start.isoformat(),
        "to": numbers.end.isoformat(),
        **block_json(numbers.block),
    }


def _week(numbers: WeekNumbers) -> dict[str, object]:
    return {
        "start": numbers.start.isoformat(),
        "end": numbers.end.isoformat(),
        "partial": numbers.partial,
        **block_json(numbers.block),
    }


def _slot(numbers: SlotNumbers) -> dict[str, object]:
    return {"slot": numbers.slot, **block_json(numbers.block)}


def _routine(numbers: RoutineNumbers) -> dict[str, object]:
    return {"id": str(numbers.routine), **block_json(numbers.block)}


def block_json(block: Block) -> dict[str, object]:
    """Return one block with all its keys."""
    said: dict[str, object] = {name: getattr(block, name) for name in _COUNTS}
    by_reason, levels = block.left_out_by, block.levels
    return said | {
        "kind": block.kind.value,
        "left_out_by": None if by_reason is None else {r.value: n for r, n in by_reason.items()},
        "levels": None if levels is None else {str(level): n for level, n in levels.items()},
        "median": _middle(block.median),
        "low": _number(block.low),
        "high": _number(block.high),
        "sum": _number(block.sum),
        "others": {kind.value: n for kind, n in block.others.items()},
    }


def _middle(middle: Middle | None) -> object:
    if isinstance(middle, tuple):
        return list(middle)
    return _number(middle) if isinstance(middle, Decimal) else middle


def _number(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
