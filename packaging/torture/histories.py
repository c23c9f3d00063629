"""Random histories, one after the other or on all cores, until some of them lost something."""

import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

from torture.forking import end_with_parent
from torture.frame import Result, Scale

_AT_A_TIME, _ENOUGH = 20, 5
History = Callable[[Path, Random, list[str]], None]
"""Plays one history in an empty folder, and writes down what it did; AssertionError is a loss."""


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
