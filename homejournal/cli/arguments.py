"""What the command line can be asked, and how it says so."""

import argparse
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from homejournal import __version__
from homejournal.cli.copies_and_repair_arguments import add_safe
from homejournal.cli.import_export_arguments import add_exchange
from homejournal.cli.paper_arguments import (
    add_about,
    add_book,
    add_journal_password,
    add_pack,
    add_password,
    add_second_language,
    add_sheet,
)
from homejournal.cli.sharing_arguments import add_share
from homejournal.texts.wording import languages

STANDARD_STREAM = Path("-")

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
  homejournal-cli sheet ~/journal --child Noa --week 2026-03-23 --out week.pdf
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


class UsageError(Exception):
    """The command cannot be understood; the text says why, in one sentence."""


class _Parser(argparse.ArgumentParser):
    """A parser that leaves it to the program to say what it did not understand."""

    @override
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. Try: {self.prog} --help")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what is asked for.

    Raises UsageError where it cannot be understood, and SystemExit after --help and --version.
    """
    asked = _parser().parse_args(arguments)
    if getattr(asked, "start", None) and asked.end and asked.end < asked.start:
        raise UsageError(
            f"The dates are reversed: --to {asked.end} comes before --from {asked.start}."
        )
    if asked.command == "page" and asked.password_file and asked.format != "pdf":
        raise UsageError("A password locks only a PDF: --format pdf.")
    if asked.command == "plan" and asked.journal is not None and asked.child is None:
        raise UsageError("Say whose plan it is to be: --child NAME.")
    return asked


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="homejournal-cli",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"homejournal {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _command(commands, "new", "make a new, empty journal in a folder")
    add_exchange(partial(_command, commands), _add_out, _day)
    _add_numbers(_command(commands, "numbers", "print what was counted, as JSON"))
    _add_chart(_command(commands, "chart", "make a picture or a table of one strategy"))
    _add_page(_command(commands, "page", "make the page for a visit"))
    add_sheet(_on_paper(commands, "sheet", "make weeks for the fridge, as a PDF"), _day, _name)
    add_book(_on_paper(commands, "book", "make the journal a book, as a PDF"), _day, _name)
    add_pack(_on_paper(commands, "pack", "make the pack for a review, as a PDF"), _day, _name)
    add_about(_on_paper(commands, "about", "make the page about a child"), _day, _name)
    _add_calendar(_command(commands, "calendar", "make a calendar file of the visits to come"))
    _add_plan(commands.add_parser("plan", help="hand over strategies as a file, or check one"))
    add_share(commands.add_parser("share", help="share with other computers and homes"), _command)
    _command(commands, "check", "read the whole journal and say whether it is sound")
    add_safe(partial(_command, commands))
    return parser


def _command(
    commands: "argparse._SubParsersAction[_Parser]", name: str, words: str
) -> argparse.ArgumentParser:
    description = f"{words[:1].upper()}{words[1:]}."
    parser = commands.add_parser(name, help=words, description=description, allow_abbrev=False)
    parser.add_argument("journal", type=Path, metavar="JOURNAL", help="the folder of the journal")
    add_journal_password(parser)
    _add_language(parser)
    return parser


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        type=_language,
        default="en",
        metavar="LANGUAGE",
        help=f"the language of the answer, one of {', '.join(languages())} (default: en)",
    )


def _add_child(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--child", type=_name, required=True, metavar="NAME", help="the child's name, or its id"
    )
    parser.add_argument(
        "--from", dest="start", type=_day, required=True, metavar="DAY", help="the first day"
    )
    parser.add_argument(
        "--to", dest="end", type=_day, required=True, metavar="DAY", help="the last day"
    )
    parser.add_argument(
        "--today", type=_day, metavar="DAY", help="count as on this day (default: today)"
    )


def _add_numbers(parser: argparse.ArgumentParser) -> None:
    _add_child(parser)
    parser.add_argument(
        "--strategy", type=_name, metavar="NAME", help="only this strategy, by its name or id"
    )
    _add_filter(parser)


def _add_chart(parser: argparse.ArgumentParser) -> None:
    _add_child(parser)
    parser.add_argument(
        "--strategy", type=_name, required=True, metavar="NAME", help="the strategy, or its id"
    )
    _add_filter(parser)
    parser.add_argument(
        "--kind",
        choices=["bars", "dots", "visit", "routine", "slot"],
        default="bars",
        help="bars of weeks or longer, single ratings, or what stands side by side: before and"
        " since the last visit in these days, routines, times of the day (default: bars)",
    )
    parser.add_argument(
        "--life", action="store_true", help="with the words for what happened in your life"
    )
    parser.add_argument(
        "--format", choices=["png", "svg", "pdf", "csv"], required=True, help="the kind of file"
    )
    _add_out(parser)


def _add_filter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by", type=_name, metavar="PERSON", help="only what this professional suggested"
    )
    parser.add_argument(
        "--routine", type=_name, metavar="NAME", help="only what was done in this routine"
    )
    parser.add_argument(
        "--helper", type=_name, metavar="NAME", help="only what this person wrote down"
    )


def _add_page(parser: argparse.ArgumentParser) -> None:
    _add_child(parser)
    parser.add_argument(
        "--for",
        dest="person",
        type=_name,
        metavar="PERSON",
        help="a professional's name or id; the page then holds what they suggested",
    )
    papers = ["letter", "a4"]
    parser.add_argument("--paper", choices=papers, default="letter", help="default: letter")
    parser.add_argument(
        "--second-page", action="store_true", help="add a page of larger charts and notes by date"
    )
    parser.add_argument(
        "--format",
        choices=["pdf", "html", "text", "short", "json"],
        required=True,
        help="the kind of file; short is at most 120 words for a message",
    )
    add_second_language(parser)
    add_password(parser)
    _add_out(parser)


def _on_paper(
    commands: "argparse._SubParsersAction[_Parser]", name: str, words: str
) -> argparse.ArgumentParser:
    """Return a command that prints something of one child."""
    parser = _command(commands, name, words)
    parser.add_argument(
        "--child", type=_name, required=True, metavar="NAME", help="the child's name, or its id"
    )
    parser.add_argument(
        "--today", type=_day, metavar="DAY", help="count as on this day (default: today)"
    )
    parser.add_argument(
        "--paper", choices=["letter", "a4"], default="letter", help="the paper (default: letter)"
    )
    _add_out(parser)
    return parser


def _add_calendar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--child", type=_name, required=True, metavar="NAME", help="the child's name, or its id"
    )
    parser.add_argument(
        "--today", type=_day, metavar="DAY", help="count as on this day (default: today)"
    )
    parser.add_argument(
        "--reminders",
        action="store_true",
        help="add daily reminders at the times of day that are known from the journal",
    )
    _add_out(parser)


def _add_plan(parser: _Parser) -> None:
    does = parser.add_subparsers(dest="does", required=True, metavar="WHAT")
    given = _command(does, "export", "write strategies to a plan file, for a professional")
    given.add_argument(
        "--child", type=_name, required=True, metavar="NAME", help="the child's name, or its id"
    )
    given.add_argument(
        "--strategy",
        type=_name,
        action="append",
        metavar="NAME",
        help="a strategy, by its name or id; may be said again (default: all but finished ones)",
    )
    given.add_argument(
        "--today", type=_day, metavar="DAY", help="count as on this day (default: today)"
    )
    _add_out(given)
    checked = does.add_parser("check", help="tell what is in a plan file; nothing is taken")
    checked.add_argument("file", type=Path, metavar="FILE", help="a plan file, or - for the input")
    checked.add_argument(
        "--journal", type=Path, metavar="JOURNAL", help="tell what it would change"
    )
    add_journal_password(checked)
    checked.add_argument("--child", type=_name, metavar="NAME", help="in the plan of this child")
    _add_language(checked)


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the file, or - for the output"
    )


def _name(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("nobody is named; write a name or an id")
    return text


def _day(text: str) -> date:
    try:
        if len(text) == len("2026-03-22"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no day; write it like 2026-03-22")


def _language(text: str) -> str:
    if text not in languages():
        known = ", ".join(languages())
        raise argparse.ArgumentTypeError(f"{text!r} is none of the languages {known}")
    return text
