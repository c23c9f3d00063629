"""What the command line can be asked about taking all that is written out and in."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from pathlib import Path

from homejournal.cli.sharing_arguments import add_words

Command = Callable[[str, str], ArgumentParser]
"""Makes a command that takes a journal, from its name and what it does."""


def add_exchange(
    command: Command, add_out: Callable[[ArgumentParser], None], day: Callable[[str], date]
) -> None:
    """Add the commands to take in, write out and hand over."""
    taken = command("import", "take a journal's file in, all of it or nothing")
    taken.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="JSON or tables that were exported (a zip file or a folder), or - for the input",
    )
    taken.add_argument("--preview", action="store_true", help="only tell what would come of it")
    given = command("export", "write the whole journal, private notes too, to a file")
    given.add_argument(
        "--format",
        choices=["json", "csv", "xlsx"],
        required=True,
        help="json and csv (tables in a zip file) can be taken in again; xlsx is to be read",
    )
    add_out(given)
    _add_hand_over(command("hand-over", "write one child's part to a sealed file"), add_out, day)


def _add_hand_over(
    parser: ArgumentParser, add_out: Callable[[ArgumentParser], None], day: Callable[[str], date]
) -> None:
    parser.add_argument(
        "--child", required=True, metavar="NAME", help="the child's name, or its id"
    )
    parser.add_argument("--from", dest="start", type=day, metavar="DAY", help="the first day")
    parser.add_argument("--to", dest="end", type=day, metavar="DAY", help="the last day")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=[
            *("days", "notes", "visits", "team", "about", "life_events", "pictures", "helpers"),
        ],
        help="a part that stays; can be said several times. Private notes always stay",
    )
    add_words(parser)
    add_out(parser)
