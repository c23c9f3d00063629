"""The numbers of a child as JSON: what `homejournal-cli numbers` prints, for other programs."""

from collections.abc import Sequence
from dataclasses import dataclass

from homejournal.domain.days.honest_numbers import (
    ChildNumbers,
    RoutineNumbers,
    SlotNumbers,
    StepNumbers,
    StrategyNumbers,
)
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.progress_filter import ProgressFilter
from homejournal.domain.records.notes import Note
from homejournal.exchange.json.counts_json import block_json, stretch_json
from homejournal.exchange.json.look_back_json import celebration_json, look_back_json

_FILTER = {"strategy": "strategy", "by": "suggested_by", "routine": "routine", "helper": "helper"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack:
    """What was asked for, each strategy looked back at, and what was celebrated, newest first."""

    asked: ProgressFilter
    backs: Sequence[LookBack]
    celebrations: Sequence[Note] = ()


def numbers_json(numbers: ChildNumbers, looked: LookedBack | None = None) -> dict[str, object]:
    """Return the numbers as JSON values: every key present, null where it does not apply.

    Days are YYYY-MM-DD, decimal numbers strings ("37.5"), counts and levels integers; a median
    between two levels is a list of both. Medians that hold only "so far" are for the screen. With
    `looked` each strategy tells its days, months, phases and all the rest beside its numbers.
    """
    backs = {back.numbers.strategy: back for back in looked.backs} if looked else {}
    told: dict[str, object] = {
        "child": str(numbers.child),
        "from": numbers.period.start.isoformat(),
        "to": numbers.period.end.isoformat(),
        "today": numbers.today.isoformat(),
        "week_start": numbers.week_start.value,
        "strategies": [_strategy(each, backs.get(each.strategy)) for each in numbers.strategies],
    }
    if looked is not None:
        told["celebrations"] = [celebration_json(note) for note in looked.celebrations]
        told["filter"] = _filter(looked.asked)
    return told


def _filter(asked: ProgressFilter) -> dict[str, object]:
    """Return what narrows the numbers by id; null does not narrow."""
    ids = {name: getattr(asked, field) for name, field in _FILTER.items()}
    return {name: None if id_ is None else str(id_) for name, id_ in ids.items()}


def _strategy(numbers: StrategyNumbers, back: LookBack | None) -> dict[str, object]:
    told: dict[str, object] = {
        "id": str(numbers.strategy),
        "name": numbers.name,
        "total": block_json(numbers.total),
        "steps": [_step(each) for each in numbers.steps],
        "weeks": [stretch_json(each) for each in numbers.weeks],
        "slots": [_slot(each) for each in numbers.slots],
        "routines": [_routine(each) for each in numbers.routines],
    }
    return told if back is None else told | look_back_json(back)


def _step(numbers: StepNumbers) -> dict[str, object]:
    return {
        "id": str(numbers.step),
        "step": numbers.kind.value,
        "from": numbers.start.isoformat(),
        "to": numbers.end.isoformat(),
        **block_json(numbers.block),
    }


def _slot(numbers: SlotNumbers) -> dict[str, object]:
    return {"slot": numbers.slot, **block_json(numbers.block)}


def _routine(numbers: RoutineNumbers) -> dict[str, object]:
    return {"id": str(numbers.routine), **block_json(numbers.block)}
