"""The command line `homejournal-cli`: no display, and one sentence when something is wrong."""

import logging
import os
import sys
from collections.abc import Sequence

from homejournal.cli.arguments import UsageError, parse
from homejournal.domain.errors import ImportFaultsError
from homejournal.texts.wording import Wording, wording_of

_log = logging.getLogger(__name__)
# Python prints the warnings of a log that nobody keeps: a family gets the sentence alone.
logging.getLogger("homejournal").addHandler(logging.NullHandler())

DONE, IN_THE_WAY, NOT_UNDERSTOOD, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command.

    Returns 0 when it is done, 1 when something stood in the way, 2 when the command was not
    understood. Without arguments those of the program are taken.
    """
    try:
        return _answer(arguments)
    except UsageError as error:
        return _complain(str(error), NOT_UNDERSTOOD)
    except SystemExit as told:  # --help and --version
        return int(told.code or DONE)
    except KeyboardInterrupt:
        return STOPPED


def _answer(arguments: Sequence[str] | None) -> int:
    asked = parse(arguments)
    from homejournal.cli.commands import carry_out

    try:
        return carry_out(asked)
    except UsageError:
        raise
    except BrokenPipeError:
        _leave_the_closed_output()
        return IN_THE_WAY
    except Exception as error:  # noqa: BLE001 (a family gets a sentence, never a traceback)
        _log.debug("%s ended with an error", asked.command, exc_info=True)
        return _complain(_explained(error, wording_of(asked.lang)), IN_THE_WAY)


def _explained(error: Exception, wording: Wording) -> str:
    from homejournal.texts.errors.error_texts import explain
    from homejournal.texts.errors.file_faults import explain_fault

    if not isinstance(error, ImportFaultsError):
        return explain(wording, error, in_window=False)
    # Whoever mends a file wants all of its faults, where a window shows the first ones.
    head = explain(wording, error).splitlines()[0]
    return "\n".join([head, *(f"  {explain_fault(wording, one)}" for one in error.faults)])


def _complain(words: str, code: int) -> int:
    print(words, file=sys.stderr, flush=True)
    return code


def _leave_the_closed_output() -> None:
    """Let Python end quietly when whoever read the output went away, as `head` does."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
