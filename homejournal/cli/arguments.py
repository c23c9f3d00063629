"""What a command of the command line is, and the arguments that several commands take."""

import argparse
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from typing_extensions import override

from homejournal.texts.wording import Wording, languages

Argument = Callable[[ArgumentParser], object]
"""Adds an argument to the parser of a command."""
Run = Callable[[Namespace, Wording], int]
"""Carries out a command and returns its exit code; raises JournalError and UsageError."""


class UsageError(Exception):
    """The command cannot be understood; the text says why, in one sentence."""


class Parser(ArgumentParser):
    """A parser that leaves it to the program to say what it did not understand."""

    @override
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. Try: {self.prog} --help")


def complain(words: str) -> None:
    """Print a sentence of what stood in the way, apart from any answer."""
    print(words, file=sys.stderr, flush=True)


SubParsers = argparse._SubParsersAction  # noqa: SLF001 - argparse has no other name for it


def argument(*flags: str, **options: Any) -> Argument:  # noqa: ANN401 - argparse's own
    """Return an argument, described as `ArgumentParser.add_argument` takes it."""

    def add_to(parser: ArgumentParser) -> object:
        return parser.add_argument(*flags, **options)

    return add_to


def nothing_more(_asked: Namespace) -> None:
    """Refuse no combination of arguments."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command on a journal, whose folder, password and language can be named with each.

    `check` raises UsageError if arguments do not go together.
    """

    run: Run
    arguments: tuple[Argument, ...] = ()
    check: Callable[[Namespace], None] = nothing_more

    def add_to(self, commands: "SubParsers[Parser]", name: str, words: str) -> None:
        """Add it to the commands that can be asked for, with its arguments."""
        description = f"{words[:1].upper()}{words[1:]}."
        parser = commands.add_parser(name, help=words, description=description, allow_abbrev=False)
        for add in (JOURNAL, JOURNAL_PASSWORD, LANGUAGE, *self.arguments):
            add(parser)
        parser.set_defaults(carried_out=self)


@dataclass(frozen=True, slots=True)
class FileCommand(Command):
    """A command on a file, with or without a journal."""

    @override
    def add_to(self, commands: "SubParsers[Parser]", name: str, words: str) -> None:
        parser = commands.add_parser(name, help=words)
        for add in self.arguments:
            add(parser)
        parser.set_defaults(carried_out=self)


@dataclass(frozen=True, slots=True)
class ListedCommand:
    """A command as the list of commands tells it; `module` of this package has it in `COMMANDS`."""

    name: str
    words: str
    module: str

    def add_to(self, commands: "SubParsers[Parser]", asked: Sequence[str] | None) -> None:
        """Add it to the commands that can be asked for; only the one asked for is loaded.

        With None all are loaded.
        """
        if asked is not None and asked[:1] != [self.name]:
            commands.add_parser(self.name, help=self.words)
            return
        module = import_module(f"homejournal.cli.{self.module}")
        command: Command = module.COMMANDS[self.name]
        command.add_to(commands, self.name, self.words)


@dataclass(frozen=True, slots=True)
class CommandGroup:
    """Several commands under one name."""

    name: str
    words: str
    commands: tuple[ListedCommand, ...]

    def add_to(self, commands: "SubParsers[Parser]", asked: Sequence[str] | None) -> None:
        """Add them to the commands that can be asked for."""
        parser = commands.add_parser(self.name, help=self.words)
        does = parser.add_subparsers(dest="does", required=True, metavar="WHAT")
        inside = asked
        if asked is not None:
            inside = asked[1:] if asked[:1] == [self.name] else []
        for command in self.commands:
            command.add_to(does, inside)


def name(text: str) -> str:
    """Return a typed name or id; raises ArgumentTypeError if it is empty."""
    if not text.strip():
        raise argparse.ArgumentTypeError("nobody is named; write a name or an id")
    return text


def day(text: str) -> date:
    """Return a day written YYYY-MM-DD; raises ArgumentTypeError."""
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


def first_day(words: str, *, required: bool = False) -> Argument:
    """Return the argument for the first of the days that are asked for."""
    return argument("--from", dest="start", type=day, required=required, metavar="DAY", help=words)


def last_day(words: str, *, required: bool = False) -> Argument:
    """Return the argument for the last of the days that are asked for."""
    return argument("--to", dest="end", type=day, required=required, metavar="DAY", help=words)


JOURNAL = argument("journal", type=Path, metavar="JOURNAL", help="the folder of the journal")
JOURNAL_PASSWORD = argument(
    "--journal-password-file",
    type=Path,
    metavar="FILE",
    help="open a journal that has a password with the first line of this file, or - for the"
    " input (default: it is asked for)",
)
LANGUAGE = argument(
    "--lang",
    type=_language,
    default="en",
    metavar="LANGUAGE",
    help=f"the language of the answer, one of {', '.join(languages())} (default: en)",
)
CHILD = argument(
    "--child", type=name, required=True, metavar="NAME", help="the child's name, or its id"
)
TODAY = argument("--today", type=day, metavar="DAY", help="count as on this day (default: today)")
CHILD_AND_DAYS = (
    CHILD,
    first_day("the first day", required=True),
    last_day("the last day", required=True),
    TODAY,
)
FILTER = (
    argument("--by", type=name, metavar="PERSON", help="only what this professional suggested"),
    argument("--routine", type=name, metavar="NAME", help="only what was done in this routine"),
    argument("--helper", type=name, metavar="NAME", help="only what this person did"),
    argument("--written-by", type=name, metavar="NAME", help="only what this person wrote down"),
)
OUT = argument(
    "--out", type=Path, required=True, metavar="FILE", help="the file, or - for the output"
)
PREVIEW = argument("--preview", action="store_true", help="only tell what would come of it")
WORDS_FILE = argument(
    "--words-file",
    type=Path,
    required=True,
    metavar="FILE",
    help="a file whose first line are the words that seal it",
)
