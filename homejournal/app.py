"""The window's program: finds the journal, shows the frame at once, and loads the rest after."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from homejournal.program_arguments import Asked, read_arguments

_NOON = time(12)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program until its last window closes; return its exit code."""
    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    os.umask(0o077)  # what is written here is for this person alone
    gc.disable()  # it costs time before the first paint; `Tidying` does it after
    if not asked.example:
        _begin_to_read(asked)
    from homejournal.program import Program, ProgramApplication

    # One look everywhere: native styles ignore most of a style sheet. `setStyle` hands the style
    # back, and for that Qt for Python makes a class with 566 names, which takes 5 ms.
    app = ProgramApplication([sys.argv[0], "-style", "Fusion"])
    program = Program(app, asked, clock_of(asked.today))
    if not program.start():
        return program.exit_code
    return app.exec()


def _begin_to_read(asked: Asked) -> None:
    """Read the journal's file whole beside the loading of Qt: what vouches for it is its digest."""
    from homejournal.services.before_opening import begin_to_read
    from homejournal.this_computer import folders

    begin_to_read(asked.journal or folders(asked.data).journal)


def clock_of(today: date | None) -> Callable[[], datetime]:
    """Return the clock: the computer's, or one that stands on a day and runs from its noon."""
    if today is None:
        return _now
    began = _now()
    noon = datetime.combine(today, _NOON).astimezone()

    def pretend() -> datetime:
        return noon + (_now() - began)

    return pretend


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    sys.exit(main())
