"""What became of each mutant, written down as soon as it is known: a run may be broken off."""

import json
import threading
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from console import tell
from torture.mutants import Mutant

MOST_SURVIVING = 0.02
"""The share of all that were tried that may survive; more make the run fail."""


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed by a test"
    PROMISE = "killed by a promise alone"
    ENDLESS = "killed: it came to no end"
    EQUIVALENT = "judged to change nothing"
    SURVIVED = "SURVIVED"


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant, what became of it, and by what; of one that survived, how much was tried."""

    mutant: Mutant
    fate: Fate
    by: str
    seconds: float = 0.0

    def told(self) -> str:
        """Return what became of it, by what, and what it was."""
        return f"{self.fate.value} ({self.by}): {self.mutant.told()}"


class Results:
    """The file of all mutants that were ever tried, of any seed, each once and as it last was."""

    def __init__(self, file: Path, code: str) -> None:
        self._file, self._code, self._lock = file, code, threading.Lock()
        rows = json.loads(file.read_text("utf-8")) if file.exists() else []
        self._rows: dict[tuple[str, ...], dict[str, Any]] = {_key(row): row for row in rows}

    def is_known(self, mutant: Mutant) -> bool:
        """Return whether it need not be tried: it was killed, or nothing changed since."""
        row = self._rows.get(mutant.key)
        return row is not None and (
            row["fate"] not in {Fate.SURVIVED.name, Fate.EQUIVALENT.name}
            or row["code"] == self._code
        )

    def has_met_promises(self, mutant: Mutant) -> bool:
        """Return whether a mutant that no test notices was tried with the promises, too."""
        return bool(self._rows.get(mutant.key, {}).get("met_promises"))

    def killers(self, path: str) -> set[str]:
        """Return the tests that killed another mutant of a file: they are the likeliest."""
        with self._lock:
            mine = [row for row in self._rows.values() if row["path"] == path]
        return {row["by"] for row in mine if row["fate"] == Fate.KILLED.name}

    def take(self, tried: Tried, seed: int, *, met_promises: bool = False) -> None:
        """Write down what became of a mutant."""
        mutant = tried.mutant
        row: dict[str, Any] = {
            **dict(zip(("path", "function", "before", "after"), mutant.key, strict=True)),
            "line": mutant.lines.start,
            "fate": tried.fate.name,
            "by": tried.by,
            "seconds": round(tried.seconds, 1),
            "seed": seed,
            "code": self._code,
            "met_promises": met_promises,
        }
        with self._lock:
            self._rows[mutant.key] = row
            whole = json.dumps([*self._rows.values()], indent=1, ensure_ascii=False)
            begun = self._file.with_suffix(".new")
            begun.write_text(whole + "\n", encoding="utf-8")
            begun.replace(self._file)

    def fate_of(self, mutant: Mutant) -> Tried:
        """Return what became of a mutant that was tried."""
        row = self._rows[mutant.key]
        return Tried(mutant, Fate[row["fate"]], row["by"], row["seconds"])

    def verdict(self) -> int:
        """Tell how many met which fate, in all runs, and return the exit code."""
        counted = Counter(Fate[row["fate"]] for row in self._rows.values())
        told = [f"{counted[fate]:>6} {fate.value}" for fate in Fate]
        judged = sum(counted.values()) - counted[Fate.EQUIVALENT]
        share = counted[Fate.SURVIVED] / max(1, judged)
        tell("\n".join([*told, f"{share:.1%} of {judged} survived."]))
        return int(counted[Fate.SURVIVED] > MOST_SURVIVING * judged)


def _key(row: dict[str, Any]) -> tuple[str, ...]:
    return row["path"], row["function"], row["before"], row["after"]
