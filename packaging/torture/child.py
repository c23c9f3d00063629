"""Runs a function of a promise's module as a program of its own, perhaps with a fault planted.

Run as `python packaging/torture/child.py MODULE MUTANT FUNCTION [...]`.
"""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from torture.finding import promise  # noqa: E402 (the path comes first)


def main() -> None:
    module, mutant, function, *given = sys.argv[1:]
    chosen = promise(module)
    if mutant:
        chosen.mutants[mutant]()
    getattr(sys.modules[f"torture.{module}"], function)(*given)


if __name__ == "__main__":
    main()
