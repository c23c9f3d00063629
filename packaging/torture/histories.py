"""Random histories, one after the other or on all cores, until some of them lost something."""

import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Protocol, TypeVar

from torture.forking import end_with_parent
from torture.frame import Result, Scale

_AT_A_TIME, _ENOUGH = 20, 5
History = Callable[[Path, Random, list[str]], None]
"""Plays one history in an empty folder, and writes down what it did; AssertionError is a loss."""


class Story(Protocol):
    """Several computers over one folder, which have to agree in the end."""

    def converge(self) -> None:
        """Let everybody look until all agree; AssertionError where something was lost."""

    def close(self) -> None:
        """Close every journal."""


S = TypeVar("S", bound=Story)
Begin = Callable[[Path, Random], S]
Step = Callable[[S, Random], str]
"""Does one thing by chance, and returns what it was."""


def try_stories(scale: Scale, begin: Begin[S], step: Step[S], steps: int) -> Result:
    """Try stories of so many steps, which have to agree at their end."""
    # Of a planted fault some tell only in one history of twenty.
    numbers = range(scale.times(full=5000, quick=150 if scale.mutant else 25, usual=5))
    return try_histories(scale, partial(_play, (begin, step, steps)), numbers)


def try_histories(scale: Scale, history: History, numbers: Sequence[int]) -> Result:
    """Try the histories with these numbers."""
    fast = Path("/dev/shm")  # memory where there is any: nothing has to last here
    base = Path(tempfile.mkdtemp(dir=fast if fast.is_dir() else scale.folder))
    try:
        if scale.quick:
            return _histories(scale, history, base, numbers)
        return _by_all_cores(scale, history, base, numbers)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _play(how: tuple[Begin[S], Step[S], int], base: Path, chance: Random, done: list[str]) -> None:
    begin, step, steps = how
    with closing(begin(base, chance)) as story:
        done.extend(step(story, chance) for _ in range(steps))
        story.converge()


def _by_all_cores(scale: Scale, history: History, base: Path, numbers: Sequence[int]) -> Result:
    """Try the histories in as many copies of this program as there are cores."""
    result = Result(0, 0, 0)
    parts = [numbers[first : first + _AT_A_TIME] for first in range(0, len(numbers), _AT_A_TIME)]
    with ProcessPoolExecutor(mp_context=get_context("fork"), initializer=end_with_parent) as pool:
        for told in pool.map(partial(_histories, scale, history, base), parts):
            result += told
            if result.lost > _ENOUGH:
                pool.shutdown(cancel_futures=True)
                break
    return result


def _histories(scale: Scale, history: History, base: Path, numbers: Iterable[int]) -> Result:
    result = Result(0, 0, 0)
    for number in numbers:
        result += _one(history, base / str(number), scale.random("history", number), number)
        shutil.rmtree(base / str(number), ignore_errors=True)
        if result.lost and (scale.mutant or result.lost > _ENOUGH):
            break
    return result


def _one(history: History, base: Path, chance: Random, number: int) -> Result:
    done: list[str] = []
    try:
        history(base, chance, done)
    except AssertionError as lost:
        return Result(1, 0, 1, (f"history {number}: {lost}",))
    except Exception as broke:  # noqa: BLE001 (whatever breaks is a promise that did not hold)
        place = traceback.extract_tb(broke.__traceback__)[-1]
        words = f"history {number}: {type(broke).__name__} in {place.name} after {done[-1:]}"
        return Result(1, 0, 1, (words,))
    return Result(1, 1, 0)
