"""What a promise is, how hard it is tried, and what came of it.

Each promise is a module `promise_NN_name.py` in this folder with

* `PROMISE`, what is promised, in the family's words,
* `TRIED`, what is counted ("kills", "mutated files"),
* `run(scale: Scale) -> Result`, and
* `MUTANTS`, functions without arguments by their names: each plants one fault in the process it is
  called in, and `run` must then find something lost. They change nothing that is shipped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Result:
    """How often a promise was put to the test, how often it held, and how often it did not.

    `notes` are short sentences that stand under the table. `not_tried` says why the whole promise
    or a part of it could not be tried on this computer; that is never counted as survived.
    """

    tried: int
    survived: int
    lost: int
    notes: tuple[str, ...] = ()
    not_tried: str = ""

    def __add__(self, other: "Result") -> "Result":
        return Result(
            self.tried + other.tried,
            self.survived + other.survived,
            self.lost + other.lost,
            self.notes + other.notes,
            "; ".join(filter(None, (self.not_tried, other.not_tried))),
        )


def nothing_tried(why: str) -> Result:
    """Return what stands in the table where this computer cannot try a promise."""
    return Result(0, 0, 0, (), why)


class NotTried(Exception):  # noqa: N818 (no error: this computer cannot do it)
    """A part of a promise that this computer cannot try; the words say why."""


class Size(Enum):
    """How much is tried: all, what a run of all tests tries, or what each change is tried with."""

    FULL = "full"
    QUICK = "quick"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is tried, from which seed, in which empty folder, and with which fault planted."""

    folder: Path
    size: Size = Size.QUICK
    seed: int = 1
    module: str = ""
    mutant: str = ""
    pictures: Path | None = None
    """Where pictures are kept of what a family sees, if anybody wants them."""
    parts: int = 1
    """In how many runs the full figures are tried, each with a seed of its own."""

    @property
    def quick(self) -> bool:
        """Return whether less than everything is tried."""
        return self.size is not Size.FULL

    def times(self, *, full: int, quick: int, usual: int = 0) -> int:
        """Return how often to try: the full figure, the reduced one, or that of a usual run.

        A promise that costs little needs no figure of its own for a usual run.
        """
        return {Size.FULL: full // self.parts, Size.QUICK: quick, Size.USUAL: usual or quick}[
            self.size
        ]

    def random(self, *more: object) -> Random:
        """Return numbers by chance that are the same in every run with this seed."""
        return Random(f"{self.seed} {more}")  # noqa: S311 (nothing secret)


Run = Callable[[Scale], Result]
Mutant = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Promise:
    """One row of the table."""

    number: int
    module: str
    words: str
    tried: str
    run: Run
    mutants: dict[str, Mutant]

    @property
    def name(self) -> str:
        """Return the short name: what follows the number in the module's name."""
        return self.module.split("_", 2)[2]
