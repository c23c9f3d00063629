"""The command line `homejournal-cli`: no display, and one sentence when something is wrong."""

import argparse
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from homejournal import __version__
from homejournal.cli.arguments import (
    Command,
    CommandGroup,
    ListedCommand,
    Parser,
    UsageError,
    complain,
)
from homejournal.domain.errors import ImportFaultsError
from homejournal.exchange.heic import READ_HEIC
from homejournal.texts.wording import Wording, wording_of

_log = logging.getLogger(__name__)
# Python prints the warnings of a log that nobody keeps: a family gets the sentence alone.
logging.getLogger("homejournal").addHandler(logging.NullHandler())

DONE, IN_THE_WAY, NOT_UNDERSTOOD, STOPPED = 0, 1, 2, 130

_ABOUT = """\
Work with a family's journal without a window: make one, take files in and out, print the
numbers, charts and the visit page. Nothing leaves this computer.
"""
_EXAMPLES = """\
examples:
  homejournal-cli new ~/journal
  homejournal-cli import ~/journal family.json
  homejournal-cli numbers ~/journal --child Noa --from 2026-03-02 --to 2026-03-22
  homejournal-cli page ~/journal --child Noa --from 2026-03-02 --to 2026-03-22 \\
      --format pdf --out page.pdf
  homejournal-cli chart ~/journal --child Noa --strategy "Pause and wait" \\
      --from 2026-03-02 --to 2026-03-22 --format png --out chart.png
  homejournal-cli sheet print ~/journal --child Noa --week 2026-03-23 --out week.pdf
  homejournal-cli sheet read ~/journal photo.jpg --preview
  homejournal-cli book ~/journal --child Noa --out book.pdf
  homejournal-cli pack ~/journal --child Noa --kind review --out review.pdf
  homejournal-cli about ~/journal --child Noa --format pdf --out about.pdf
  homejournal-cli export ~/journal --format json --out family.json
  homejournal-cli hand-over ~/journal --child Noa --words-file words.txt --out noa.hjpack
  homejournal-cli backup ~/journal --to /media/stick
  homejournal-cli restore ~/journal /media/stick/copy.hj --preview

Days are written YYYY-MM-DD. It answers 0 when all is well, 1 when something stood in the way,
and 2 when it did not understand the command; then one sentence says why.
"""
_COMMANDS: tuple[ListedCommand | CommandGroup, ...] = (
    ListedCommand("new", "make a new, empty journal in a folder", "new_and_check"),
    ListedCommand("import", "take a journal's file in, all of it or nothing", "import_export"),
    ListedCommand(
        "export", "write the whole journal, private notes too, to a file", "import_export"
    ),
    ListedCommand("hand-over", "write one child's part to a sealed file", "import_export"),
    ListedCommand("numbers", "print what was counted, as JSON", "numbers_and_charts"),
    ListedCommand("chart", "make a picture or a table of one strategy", "numbers_and_charts"),
    ListedCommand("page", "make the page for a visit", "papers"),
    CommandGroup(
        "sheet",
        "print weeks for the fridge, and read photos of them",
        (
            ListedCommand("print", "make weeks for the fridge, as a PDF", "papers"),
            ListedCommand("read", "take photos of filled-in weeks in", "sheet_photos"),
            ListedCommand(
                "crops",
                "cut the boxes out of photos, without words, to help the reader",
                "sheet_photos",
            ),
        ),
    ),
    ListedCommand("book", "make the journal a book, as a PDF", "papers"),
    ListedCommand("pack", "make the pack for a review, as a PDF", "papers"),
    ListedCommand("about", "make the page about a child", "papers"),
    ListedCommand("calendar", "make a calendar file of the visits to come", "papers"),
    CommandGroup(
        "plan",
        "hand over strategies as a file, or check one",
        (
            ListedCommand(
                "export", "write strategies to a plan file, for a professional", "plan_files"
            ),
            ListedCommand("check", "tell what is in a plan file; nothing is taken", "plan_files"),
        ),
    ),
    CommandGroup(
        "share",
        "share with other computers and homes",
        (
            ListedCommand("export", "write a sealed file for another computer or home", "sharing"),
            ListedCommand("import", "take a sealed file in, all of it or nothing", "sharing"),
            ListedCommand(
                "show", "tell what a sealed file would change; nothing is taken", "sharing"
            ),
            ListedCommand("begin", "share through a folder that a sync program carries", "sharing"),
            ListedCommand("read", "take in what lies in the shared folders", "sharing"),
            ListedCommand(
                "write", "take in what lies there, and write what they do not have", "sharing"
            ),
            ListedCommand("status", "tell how sharing stands, as JSON", "sharing"),
            ListedCommand("end", "end a sharing here; what others have stays with them", "sharing"),
            ListedCommand(
                "gone",
                "take the files of a computer that is gone from the shared folders",
                "sharing",
            ),
            ListedCommand("home", "give the home that the journal is kept in a name", "sharing"),
        ),
    ),
    ListedCommand("check", "read the whole journal and say whether it is sound", "new_and_check"),
    ListedCommand("backup", "make a copy of the journal and read it whole", "copies_and_repair"),
    ListedCommand(
        "backups", "list the copies in the journal's folder, the newest first", "copies_and_repair"
    ),
    ListedCommand(
        "restore", "bring back what a copy holds and the journal has not", "copies_and_repair"
    ),
    ListedCommand(
        "repair",
        "put a damaged journal together again, from itself and its copies",
        "copies_and_repair",
    ),
    ListedCommand("delete", "delete for good, so that nothing brings it back", "delete"),
)
"""All commands; `--help` tells them from here, and only the one that is asked for is loaded."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command.

    Returns 0 when it is done, 1 when something stood in the way, 2 when the command was not
    understood. Without arguments those of the program are taken.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == [READ_HEIC]:  # asked by this program alone
        from homejournal.cli.heic import read_photo

        return read_photo(words[-1])
    try:
        return _answer(words)
    except UsageError as error:
        complain(str(error))
        return NOT_UNDERSTOOD
    except SystemExit as told:  # --help and --version
        return int(told.code or DONE)
    except KeyboardInterrupt:
        return STOPPED


def parse(arguments: Sequence[str] | None) -> Namespace:
    """Return what is asked for, with its command as `carried_out`.

    Raises UsageError if it cannot be understood, and SystemExit after --help and --version.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    asked = parser([word for word in words if not word.startswith("-")]).parse_args(words)
    if getattr(asked, "start", None) and asked.end and asked.end < asked.start:
        raise UsageError(
            f"The dates are reversed: --to {asked.end} comes before --from {asked.start}."
        )
    asked.carried_out.check(asked)
    return asked


def parser(asked: Sequence[str] | None = None) -> Parser:
    """Return what understands the words of one command, or of all commands (None)."""
    made = Parser(
        prog="homejournal-cli",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument("--version", action="version", version=f"homejournal {__version__}")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands, asked)
    return made


def _answer(arguments: Sequence[str]) -> int:
    asked = parse(arguments)
    from homejournal.cli.command_io import look_for_password_file

    command: Command = asked.carried_out
    wording = wording_of(asked.lang)
    try:
        look_for_password_file(asked, wording)
        return command.run(asked, wording)
    except UsageError:
        raise
    except BrokenPipeError:
        _leave_the_closed_output()
        return IN_THE_WAY
    except Exception as error:  # noqa: BLE001 (a family gets a sentence, never a traceback)
        _log.debug("%s ended with an error", asked.command, exc_info=True)
        complain(_explained(error, wording))
        return IN_THE_WAY


def _explained(error: Exception, wording: Wording) -> str:
    from homejournal.texts.error_texts import explain
    from homejournal.texts.file_faults import explain_fault

    if not isinstance(error, ImportFaultsError):
        return explain(wording, error, in_window=False)
    # Whoever mends a file wants all of its faults, where a window shows the first ones.
    head = explain(wording, error).splitlines()[0]
    return "\n".join([head, *(f"  {explain_fault(wording, fault)}" for fault in error.faults)])


def _leave_the_closed_output() -> None:
    """Let Python end quietly when whoever read the output went away, as `head` does."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
