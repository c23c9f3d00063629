"""What the command line can be asked about copies, repair, and deleting for good."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

Command = Callable[[str, str], ArgumentParser]
"""Makes a command that takes a journal, from its name and what it does."""


def add_safe(command: Command) -> None:
    """Add the commands on copies, repair, and deleting for good."""
    made = command("backup", "make a copy of the journal and read it whole")
    made.add_argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        help="bring the copy to this folder as well, which needs a journal with a password",
    )
    command("backups", "list the copies in the journal's folder, the newest first")
    back = command("restore", "bring back what a copy holds and the journal has not")
    back.add_argument("file", type=Path, metavar="FILE", help="a copy of the journal")
    _add_preview(back)
    back.add_argument(
        "--deleted", action="store_true", help="also bring back what was deleted since"
    )
    _add_opener(back, "the copy")
    _add_repair(
        command("repair", "put a damaged journal together again, from itself and its copies")
    )
    _add_deleting(command("delete", "delete for good, so that nothing brings it back"))


def _add_repair(mended: ArgumentParser) -> None:
    _add_preview(mended)
    _add_openers_of_repair(mended)
    mended.add_argument(
        "--from",
        dest="sources",
        type=Path,
        action="append",
        default=[],
        metavar="PLACE",
        help="also draw on this: a copy, a folder with copies, or a sealed file of your other"
        " computer; can be said several times",
    )
    mended.add_argument(
        "--words-file",
        dest="words_files",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a file whose first line are the words that open a sealed file named with --from; can"
        " be said several times, and is tried with each of them",
    )


def _add_deleting(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what",
        choices=["child", "person", "bin", "copies", "everything"],
        help="a child with everything about it, the name of a person, all that was deleted before,"
        " the older copies that still hold what was deleted for good, or the whole journal with its"
        " copies",
    )
    parser.add_argument(
        "--yes-delete",
        dest="sure",
        required=True,
        metavar="NAME",
        help="the name or id of the child or person; for the bin the word bin, for the older copies"
        " the word copies, and for everything the name of a child or the word delete",
    )
    parser.add_argument(
        "--pages-too",
        action="store_true",
        help="also delete pages that were handed over and have the same words on them",
    )
    parser.add_argument(
        "--old-copies",
        action="store_true",
        help="also delete the older copies in the journal's folder that still hold it",
    )


def _add_preview(parser: ArgumentParser) -> None:
    parser.add_argument("--preview", action="store_true", help="only tell what would come of it")


def _add_openers_of_repair(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--opener-file",
        type=Path,
        metavar="FILE",
        help="a file whose first line opens more: the letters of the recovery sheet of the"
        " journal, or what opens older copies, a password of before or its sheet; it is used"
        " beside --journal-password-file, which opens the journal as it was last",
    )
    parser.add_argument(
        "--without-password",
        action="store_true",
        help="where nobody has what opens the journal any more: put it together from what reads"
        " without it; it has no password then",
    )


def _add_opener(parser: ArgumentParser, what: str) -> None:
    parser.add_argument(
        "--opener-file",
        type=Path,
        metavar="FILE",
        help=f"a file whose first line opens {what} where it is locked: its password, or the"
        " letters of its recovery sheet",
    )
