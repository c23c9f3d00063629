"""Finds the promises: one module each, in this folder."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from console import StopError
from torture.frame import Promise

_HERE = Path(__file__).parent


def promises(wanted: Iterable[str] = ()) -> tuple[Promise, ...]:
    """Return all promises, or those whose numbers or names are wanted; load none but these.

    Raises StopError where nothing has such a number or name.
    """
    modules = sorted(path.stem for path in _HERE.glob("promise_*.py"))
    chosen = [module for module in modules if not wanted or _is_wanted(module, wanted)]
    if unknown := [one for one in wanted if not any(_is_wanted(it, [one]) for it in modules)]:
        raise StopError(f"There is no promise {', '.join(unknown)}. These are: {modules}")
    return tuple(promise(module) for module in chosen)


def promise(module: str) -> Promise:
    """Return the promise of one module."""
    found = import_module(f"torture.{module}")
    number = int(module.split("_")[1])
    return Promise(number, module, found.PROMISE, found.TRIED, found.run, found.MUTANTS)


def _is_wanted(module: str, wanted: Iterable[str]) -> bool:
    _, number, name = module.split("_", 2)
    return any(one in {number.lstrip("0"), number, name, module} for one in wanted)
