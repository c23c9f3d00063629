r"""Set up, run and test homejournal on a computer that has nothing but Python 3.11 or newer.

    python3 packaging/dev.py run [JOURNAL] [...]   start the program
    python3 packaging/dev.py cli COMMAND [...]     the same journals without a window
    python3 packaging/dev.py test [...]            check a change, or hand [...] to pytest
    python3 packaging/dev.py test --floors         check it, and that no line below is untested
    python3 packaging/dev.py test --all            check everything, as before a release
    python3 packaging/dev.py other                 check what another Python could change
    python3 packaging/dev.py check                 style, layers and types only
    python3 packaging/dev.py bench [--json FILE]   measure speed and memory
    python3 packaging/dev.py torture [--quick]     break what is promised: kills, power cuts, disks
    python3 packaging/dev.py torture --mutants     plant small faults by chance; a test must notice
    python3 packaging/dev.py steps                 count keys, clicks and seconds of usual things
    python3 packaging/dev.py sheet-photos [...]    read made photos of filled sheets, and count
    python3 packaging/dev.py measure [PAGE] [...]  count buttons, words and screens of each page
    python3 packaging/dev.py pictures FOLDER       make a picture of every screen
    python3 packaging/dev.py references [NAME]     draw what charts and papers are compared with
    python3 packaging/dev.py package deb|tar|wheel make what a family gets; --check tries it
    python3 packaging/dev.py translations          bring the catalogues up to date
    python3 packaging/dev.py manuals               make man pages and completions anew
    python3 packaging/dev.py lock                  choose the packages' versions anew
    python3 packaging/dev.py help                  show this

On Windows write: py packaging\dev.py run. The first time, whatever is needed is fetched into the
folder .venv, at fixed versions; nothing outside it changes without a question. It was tried on
Debian 12 and 13; Windows and macOS are written for, but not tried.
"""

# This file alone must still start on an old Python, to say which one is needed.
from __future__ import annotations

import sys

OLDEST = (3, 11)


def refusal(version: tuple[int, ...]) -> str | None:
    """Return why this Python cannot run homejournal, or None where it can."""
    if version >= OLDEST:
        return None
    needed, found = ".".join(map(str, OLDEST)), ".".join(map(str, version[:3]))
    return (
        f"homejournal needs Python {needed} or newer, and this is Python {found}.\n"
        "Please install a newer Python and start this command with it."
    )


def main(arguments: list[str]) -> int:
    """Carry out one command and return the exit code."""
    problem = refusal(sys.version_info[:3])
    if problem:
        sys.stderr.write(problem + "\n")
        return 1
    from commands import carry_out
    from console import StopError, tell

    try:
        return carry_out(arguments, usage=__doc__ or "")
    except StopError as stop:
        tell(str(stop))
        return 1
    except KeyboardInterrupt:
        tell("\nStopped. The next start goes on from here.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
