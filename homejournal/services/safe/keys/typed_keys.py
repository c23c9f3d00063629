"""What opens a lock: the letters of the recovery sheet are as good as the password."""

from collections.abc import Callable
from typing import TypeVar

from homejournal.domain.errors import KeysDamagedError, WrongPasswordError
from homejournal.domain.safe.recovery_letters import SheetTypoError, is_meant_as_sheet

Opened = TypeVar("Opened")


def open_typed(
    typed: str, by_sheet: Callable[[str], Opened], by_password: Callable[[str], Opened]
) -> Opened:
    """Return what the sheet opens, or else the password.

    Raises SheetTypoError where neither opens and a slip in the letters of a sheet explains it, so
    that nobody looks for a password; else what `by_password` raises.
    """
    try:
        return by_sheet(typed)
    except SheetTypoError as typo:
        try:
            return by_password(typed)
        except (KeysDamagedError, WrongPasswordError):
            if is_meant_as_sheet(typed):
                raise typo from None
            raise
