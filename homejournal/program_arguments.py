"""What stands on the command line of the window."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from homejournal import __version__

_JOURNAL = "journal.hj"


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands on the command line."""

    journal: Path | None
    example: bool
    today: date | None
    language: str | None
    data: Path | None
    files: tuple[Path, ...] = ()
    """What is to be opened in the journal's window."""


def read_arguments(arguments: Sequence[str]) -> Asked:
    """Read the command line; leaves the program with a sentence where it makes no sense."""
    told = parser().parse_args(arguments)
    journal, files = _sorted_out(told.files)
    return Asked(journal, told.example, told.today, told.lang, told.data, files)


def parser() -> argparse.ArgumentParser:
    """Return what understands the command line."""
    from homejournal.texts.languages import LANGUAGES

    made = argparse.ArgumentParser(
        prog="homejournal",
        description="A home-practice journal for families of a small child in early intervention.",
    )
    made.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="a journal’s folder, or a file to look at: a plan, a copy, a file from elsewhere",
    )
    made.add_argument("--example", action="store_true", help="look around in an example family")
    made.add_argument("--today", type=_day, metavar="DAY", help="take this day for today")
    made.add_argument("--lang", metavar="LANGUAGE", help=f"one of {', '.join(LANGUAGES)}")
    made.add_argument("--data", type=Path, metavar="DIR", help="keep everything in this folder")
    made.add_argument("--version", action="version", version=f"homejournal {__version__}")
    return made


def _sorted_out(named: Sequence[Path]) -> tuple[Path | None, tuple[Path, ...]]:
    """Return the folder of the first journal, if one is named, and all else that is.

    What is not there and has no ending is such a folder, too: it is told, and can be made.
    """
    for place, path in enumerate(named):
        if path.name == _JOURNAL and path.is_file():
            return path.resolve().parent, (*named[:place], *named[place + 1 :])
        if path.is_dir() or not (path.suffix or path.exists()):
            return path, (*named[:place], *named[place + 1 :])
    return None, tuple(named)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day; write one as 2026-03-22") from None
