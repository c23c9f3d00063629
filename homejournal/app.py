"""The window's program: finds the journal, shows the frame at once, and loads the rest after."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from homejournal import __version__

_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands on the command line."""

    journal: Path | None
    example: bool
    today: date | None
    language: str | None
    data: Path | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program until its last window closes; return its exit code."""
    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    os.umask(0o077)  # what is written here is for this person alone
    gc.disable()  # it costs time before the first paint; `Tidying` does it after
    if not asked.example:
        _begin_to_read(asked)
    from PySide6.QtWidgets import QApplication

    from homejournal.program import Program

    # One look everywhere: native styles ignore most of a style sheet. `setStyle` hands the style
    # back, and for that Qt for Python makes a class with 566 names, which takes 5 ms.
    app = QApplication([sys.argv[0], "-style", "Fusion"])
    program = Program(app, asked, clock_of(asked.today))
    if not program.start():
        return program.exit_code
    return app.exec()


def _begin_to_read(asked: Asked) -> None:
    """Read the journal's file whole beside the loading of Qt: what vouches for it is its digest."""
    from homejournal.services.before_opening import begin_to_read
    from homejournal.this_computer import folders

    begin_to_read(asked.journal or folders(asked.data).journal)


def read_arguments(arguments: Sequence[str]) -> Asked:
    """Read the command line; leaves the program with a sentence where it makes no sense."""
    from homejournal.texts.languages import LANGUAGES

    parser = argparse.ArgumentParser(
        prog="homejournal",
        description="A home-practice journal for families of a small child in early intervention.",
    )
    parser.add_argument("journal", nargs="?", type=Path, help="the folder of a journal")
    parser.add_argument("--example", action="store_true", help="look around in an example family")
    parser.add_argument("--today", type=_day, metavar="DAY", help="take this day for today")
    parser.add_argument("--lang", metavar="LANGUAGE", help=f"one of {', '.join(LANGUAGES)}")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep everything in this folder")
    parser.add_argument("--version", action="version", version=f"homejournal {__version__}")
    told = parser.parse_args(arguments)
    return Asked(told.journal, told.example, told.today, told.lang, told.data)


def clock_of(today: date | None) -> Callable[[], datetime]:
    """Return the clock: the computer's, or one that stands on a day and runs from its noon."""
    if today is None:
        return _now
    began = _now()
    noon = datetime.combine(today, _NOON).astimezone()

    def pretend() -> datetime:
        return noon + (_now() - began)

    return pretend


def _now() -> datetime:
    return datetime.now().astimezone()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day; write one as 2026-03-22") from None


if __name__ == "__main__":
    sys.exit(main())
