"""What was tried and how it ended: told while it goes on, and as tables for docs/packaging.md."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from console import StopError, tell
from environment import ROOT
from homejournal import __version__
from outside.client import OutsideError

PAGE = ROOT / "docs" / "packaging.md"
BEGINS = "## What was tried"
"""All that stands below this line is written by the command."""
_FAILURES = (AssertionError, LookupError, OSError, OutsideError, StopError, ValueError)


class Report:
    """Carries steps out, and keeps which held where, and what was measured."""

    def __init__(self) -> None:
        self.failed = 0
        self._where = ""
        self._held: dict[str, dict[str, str]] = {}
        self._figures: list[tuple[str, str, str]] = []
        self._sizes: list[tuple[str, str]] = []

    def at(self, where: str) -> None:
        """Go on somewhere else: "Debian 12, .deb"."""
        self._where = where
        tell(f"{where}:")

    def step(self, what: str, does: Callable[[], None]) -> None:
        """Carry a step out, and print how it ended."""
        begin = time.monotonic()
        try:
            does()
        except _FAILURES as failure:
            self.failed += 1
            self._keep(what, "**no**")
            tell(f"  NOT: {what}\n{failure}")
        else:
            self._keep(what, "yes")
            tell(f"  {what}: in order ({time.monotonic() - begin:.0f} s)")

    def _keep(self, what: str, verdict: str) -> None:
        self._held.setdefault(what, {})[self._where] = verdict

    def figure(self, what: str, measured: str, aim: str, *, holds: bool = True) -> None:
        """Keep what was measured beside its aim."""
        self.failed += not holds
        self._figures.append((what, measured if holds else f"**{measured}**", aim))
        tell(f"  {what}: {measured} ({'in order' if holds else 'OVER'} {aim})".replace(" ()", ""))

    def size(self, library: str, megabytes: float) -> None:
        """Keep how much of the program a library is."""
        self._sizes.append((library, f"{megabytes:.1f}"))

    def write(self, page: Path = PAGE) -> None:
        """Put the tables below the line of the page that says so."""
        above, line, _ = page.read_text("utf-8").partition(f"{BEGINS}\n")
        day = datetime.now(UTC).date().isoformat()
        told = f"By `python3 packaging/dev.py package --check` on {day}, version {__version__}."
        parts = [f"{above}{line}".rstrip(), told, self._steps(), *self._measured(), _NOTE]
        page.write_text("\n\n".join(parts) + "\n", encoding="utf-8")

    def _steps(self) -> str:
        places = list(dict.fromkeys(place for held in self._held.values() for place in held))
        rows = [(what, *(held.get(at, "") for at in places)) for what, held in self._held.items()]
        return _table([("what a family does", *places), *rows])

    def _measured(self) -> tuple[str, str]:
        figures = _table([("measured", "", "aim"), *self._figures])
        return figures, _table([("unpacked, by library", "MB"), *self._sizes])


_NOTE = """\
A person without rights does all of it, without a network, seen from outside as a screen reader
does. Start: the frozen program and the installed wheel by turns, the middle of the seconds."""


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * len(rows[0])}", *lines[1:]])
