"""What the command line can be asked about copies of a journal and its repair."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

Command = Callable[[str, str], ArgumentParser]
"""Makes a command that takes a journal, from its name and what it does."""


def add_safe(command: Command) -> None:
    """Add the commands on copies and repair."""
    made = command("backup", "make a copy of the journal and read it whole")
    made.add_argument(
        "--to", type=Path, metavar="FOLDER", help="bring the copy to this folder as well"
    )
    command("backups", "list the copies in the journal's folder, the newest first")
    back = command("restore", "bring back what a copy holds and the journal has not")
    back.add_argument("file", type=Path, metavar="FILE", help="a copy of the journal")
    _add_preview(back)
    back.add_argument(
        "--deleted", action="store_true", help="also bring back what was deleted since"
    )
    _add_opener(back, "the copy")
    mended = command("repair", "put a damaged journal together again, from itself and its copies")
    _add_preview(mended)
    _add_opener(mended, "the journal")


def _add_preview(parser: ArgumentParser) -> None:
    parser.add_argument("--preview", action="store_true", help="only tell what would come of it")


def _add_opener(parser: ArgumentParser, what: str) -> None:
    parser.add_argument(
        "--opener-file",
        type=Path,
        metavar="FILE",
        help=f"a file whose first line opens {what} where it is locked: its password, or the"
        " letters of its recovery sheet",
    )
