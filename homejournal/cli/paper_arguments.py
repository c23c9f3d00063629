"""What the commands for a sheet of paper can be asked, beside child, paper and file."""

import argparse
from collections.abc import Callable
from pathlib import Path

from homejournal.domain.records.preparations import PackKind
from homejournal.domain.week_grid.week_sheet import MOST_WEEKS
from homejournal.texts.wording import languages

Said = Callable[[str], object]
"""Reads what was typed; raises ArgumentTypeError where it cannot be read."""


def add_sheet(parser: argparse.ArgumentParser, day: Said, name: Said) -> None:
    """Add which weeks, and which strategies."""
    parser.add_argument(
        "--week", type=day, metavar="DAY", help="any day of the first week (default: this week)"
    )
    parser.add_argument(
        "--weeks",
        type=int,
        choices=range(1, MOST_WEEKS + 1),
        default=1,
        metavar="N",
        help=f"how many weeks, up to {MOST_WEEKS} (default: 1)",
    )
    parser.add_argument(
        "--strategy",
        type=name,
        action="append",
        default=[],
        metavar="NAME",
        help="only this strategy; can be said several times (default: all that are planned)",
    )


def add_book(parser: argparse.ArgumentParser, day: Said, _name: Said) -> None:
    """Add which days, and what of them."""
    parser.add_argument(
        "--from", dest="start", type=day, metavar="DAY", help="the first day (default: all of it)"
    )
    parser.add_argument(
        "--to", dest="end", type=day, metavar="DAY", help="the last day (default: today)"
    )
    parser.add_argument(
        "--charts", action="store_true", help="add a small chart of each strategy and quarter"
    )
    parser.add_argument(
        "--private",
        action="store_true",
        help="put private notes in, too: the book is then for your family alone",
    )


def add_pack(parser: argparse.ArgumentParser, day: Said, _name: Said) -> None:
    """Add which pack, and which days."""
    parser.add_argument(
        "--kind",
        choices=[*map(str, PackKind)],
        required=True,
        help="for the six-month review, or for the third birthday with the whole history",
    )
    parser.add_argument(
        "--from",
        dest="start",
        type=day,
        metavar="DAY",
        help="the first day (default: six months ago, or all of the history)",
    )
    parser.add_argument(
        "--to", dest="end", type=day, metavar="DAY", help="the last day (default: today)"
    )
    add_second_language(parser)
    add_password(parser)


def add_about(parser: argparse.ArgumentParser, _day: Said, _name: Said) -> None:
    """Add which kind of file, and a second language for the labels."""
    add_second_language(parser)
    parser.add_argument("--format", choices=["pdf", "text"], required=True, help="the kind of file")


def add_second_language(parser: argparse.ArgumentParser) -> None:
    """Add a second language for the labels."""
    parser.add_argument(
        "--second-lang",
        choices=languages(),
        metavar="LANGUAGE",
        help="labels in this language, too; what the family wrote stays as written",
    )


def add_password(parser: argparse.ArgumentParser) -> None:
    """Add the file that holds a password for the PDF."""
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="lock the PDF with the password that is the first line of this file, or - for the"
        " input; nobody can open it without the password",
    )


def add_journal_password(parser: argparse.ArgumentParser) -> None:
    """Add the file that holds the password of the journal."""
    parser.add_argument(
        "--journal-password-file",
        type=Path,
        metavar="FILE",
        help="open a journal that has a password with the first line of this file, or - for the"
        " input (default: it is asked for)",
    )
