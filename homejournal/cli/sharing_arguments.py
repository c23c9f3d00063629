"""What the command `share` can be asked: sealed files, and a shared folder."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from homejournal.domain.sharing.outgoing import Audience

Command = Callable[[Any, str, str], argparse.ArgumentParser]
"""Makes a command with a journal and a language."""


def add_share(parser: argparse.ArgumentParser, command: Command) -> None:
    """Add what can be shared, and how."""
    does = parser.add_subparsers(dest="does", required=True, metavar="WHAT")
    given = command(does, "export", "write a sealed file for another computer or home")
    _add_audience(given)
    add_words(given)
    given.add_argument("--without-pictures", action="store_true", help="leave pictures out")
    given.add_argument(
        "--invite", metavar="ID", help="invite to this sharing, by the id that status tells"
    )
    given.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file")
    taken = command(does, "import", "take a sealed file in, all of it or nothing")
    taken.add_argument("file", type=Path, metavar="FILE", help="the sealed file")
    add_words(taken)
    taken.add_argument(
        "--folder", type=Path, metavar="FOLDER", help="join the sharing it invites to, here"
    )
    shown = command(does, "show", "tell what a sealed file would change; nothing is taken")
    shown.add_argument("file", type=Path, metavar="FILE", help="the sealed file")
    add_words(shown)
    begun = command(does, "begin", "share through a folder that a sync program carries")
    _add_audience(begun)
    begun.add_argument("folder", type=Path, metavar="FOLDER", help="a folder of its own")
    for name, words in (
        ("read", "take in what lies in the shared folders"),
        ("write", "take in what lies there, and write what they do not have"),
        ("status", "tell how sharing stands, as JSON"),
    ):
        command(does, name, words)
    ended = command(does, "end", "end a sharing here; what others have stays with them")
    ended.add_argument("sharing", metavar="ID", help="the sharing, by the id that status tells")
    _add_gone(does, command)
    named = command(does, "home", "give the home that the journal is kept in a name")
    named.add_argument("name", metavar="NAME", help="such as: With Mom")


def _add_gone(does: Any, command: Command) -> None:  # noqa: ANN401 - argparse's own
    gone = command(
        does, "gone", "take the files of a computer that is gone from the shared folders"
    )
    gone.add_argument(
        "computer",
        nargs="?",
        metavar="ID",
        help="the computer; without it your other computers are told, as JSON",
    )


def _add_audience(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--for",
        dest="audience",
        choices=[one.value.replace("_", "-") for one in Audience],
        required=True,
        help="your own computers, with private notes, or another home, without",
    )


def add_words(parser: argparse.ArgumentParser) -> None:
    """Ask for the file with the words that seal a file for others."""
    parser.add_argument(
        "--words-file",
        type=Path,
        required=True,
        metavar="FILE",
        help="a file whose first line are the words that seal it",
    )
