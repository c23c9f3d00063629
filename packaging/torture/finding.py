"""Finds the promises: one module each, in this folder."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from console import StopError
from torture.frame import Promise

EACH_TIME = (
    *("kill", "power_cut", "real_disk", "disk_errors", "full_disk", "changed_bits", "single_bits"),
    *("repair", "update", "copies", "processes", "two_computers", "two_homes", "synced_folder"),
    *("coming_in", "encrypted", "password", "undo", "hands", "sealed", "odd_files"),
)
"""What each change is tried with: what hangs on a moment, a place or a chance.

The others look at a list of files, texts or settings, and ordinary tests have cases of each.
"""
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


def names() -> list[str]:
    """Return the short names of all promises."""
    return [path.stem.split("_", 2)[2] for path in sorted(_HERE.glob("promise_*.py"))]


def promise(module: str) -> Promise:
    """Return the promise of one module."""
    found = import_module(f"torture.{module}")
    number = int(module.split("_")[1])
    return Promise(number, module, found.PROMISE, found.TRIED, found.run, found.MUTANTS)


def _is_wanted(module: str, wanted: Iterable[str]) -> bool:
    _, number, name = module.split("_", 2)
    return any(one in {number.lstrip("0"), number, name, module} for one in wanted)
