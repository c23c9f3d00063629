"""What stands on the command line of the window."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from homejournal import __version__


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands on the command line."""

    journal: Path | None
    example: bool
    today: date | None
    language: str | None
    data: Path | None


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


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day; write one as 2026-03-22") from None
