"""What is said where a journal goes elsewhere: of its shared folders, and of its password."""

from homejournal.texts.keys.password import none_here
from homejournal.texts.wording import Wording


def folders_moving(wording: Wording, ending: int, *, along: bool) -> tuple[str, ...]:
    """Return what becomes of shared folders where a journal moves to a new computer."""
    lines = []
    if along:
        lines.append(
            wording.text(
                "The folder that you share with your own computers goes on there: choose it when"
                " you take the file in."
            )
        )
    if ending:
        lines.append(
            wording.count(
                "{n} shared folder does not go along. Share again from the new computer, through a"
                " new folder.",
                "{n} shared folders do not go along. Share again from the new computer, through"
                " new folders.",
                ending,
            )
        )
    return tuple(lines)


def not_in_a_copy(wording: Wording, *, unlocked: bool, folders: int) -> tuple[str, ...]:
    """Return what does not come back with a copy, and what to do instead.

    `unlocked` is what had a password there and gets none here; `folders` were shared there.
    """
    told = [none_here(wording)] if unlocked else []
    if folders:
        told.append(
            wording.count(
                "{n} shared folder in this copy does not come back. Share again, through a new"
                " folder.",
                "{n} shared folders in this copy do not come back. Share again, through new"
                " folders.",
                folders,
            )
        )
    return tuple(told)
