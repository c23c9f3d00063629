"""The key of an encrypted journal on the command line: asked for, or read from a file.

What stands on a command line can be read by everybody who uses the computer.
"""

import sys
from argparse import Namespace
from pathlib import Path

from homejournal.cli.arguments import STANDARD_STREAM, UsageError
from homejournal.texts.wording import Wording

_MOST_BYTES = 4096


def key_asked(asked: Namespace, wording: Wording) -> bytes | None:
    """Return the key of the journal that is asked for, or None where it needs none.

    The letters of the recovery sheet are as good as the password. Raises UsageError where nobody
    can be asked, and what a wrong password or a slip in the letters raises.
    """
    from homejournal.device_id import settings_folder
    from homejournal.services.safe.keys.typed_keys import open_typed
    from homejournal.services.safe.keys.unlocking import Unlocking, needs_key

    if not needs_key(asked.journal):
        return None
    typed = _typed(getattr(asked, "journal_password_file", None), wording)
    unlocking = Unlocking(asked.journal, settings_folder())
    return open_typed(typed, unlocking.by_sheet, unlocking.by_password)


def look_for_password_file(asked: Namespace, wording: Wording) -> None:
    """Raise UsageError where the named file with the password is not there, needed or not."""
    file = getattr(asked, "journal_password_file", None)
    if file is not None and file != STANDARD_STREAM:
        _first_line(file, wording)


def _typed(file: Path | None, wording: Wording) -> str:
    if file is not None:
        return _first_line(file, wording)
    if not sys.stdin.isatty():
        raise UsageError(
            wording.text(
                "The journal has a password. Write it into the first line of a file of yours, and"
                " name the file with --journal-password-file."
            )
        )
    from getpass import getpass

    asked = wording.text("Password of the journal")
    return getpass(f"{asked}: ")


def _first_line(file: Path, wording: Wording) -> str:
    try:
        if file == STANDARD_STREAM:
            data = sys.stdin.buffer.read(_MOST_BYTES)
        else:
            with file.open("rb") as opened:
                data = opened.read(_MOST_BYTES)
    except OSError as error:
        words = wording.text(
            "The file {file} cannot be read. Look at its name and try again.", file=str(file)
        )
        raise UsageError(words) from error
    lines = data.decode("utf-8-sig", "replace").splitlines()
    return lines[0] if lines else ""
