"""What is said of a file that somebody opens, where it waits, or is none of ours."""

from pathlib import Path

from homejournal.texts.wording import Wording
from homejournal.this_computer import folders


def something_waits(wording: Wording) -> str:
    """Return what a hidden or locked journal says: that a file came, and nothing of it."""
    return wording.text("A file is waiting.")


def waits_for_dialog(wording: Wording, path: Path) -> str:
    return wording.text("{file} opens once you are done here.", file=_named(wording, path))


def waits_for_writing(wording: Wording, path: Path) -> str:
    return wording.text(
        "{file} is waiting: this journal can only be read now.", file=_named(wording, path)
    )


def waits_for_child(wording: Wording, path: Path) -> str:
    return wording.text("{file} opens once you have added a child.", file=_named(wording, path))


def unreadable(wording: Wording, path: Path) -> str:
    return wording.text("{file} could not be read. Is it still there?", file=_named(wording, path))


def not_ours(wording: Wording, path: Path) -> str:
    """Return what can be opened, for a file that cannot."""
    return wording.text(
        "homejournal cannot open {file}. It opens its journals, copies (.hj), plans (.hjplan),"
        " sealed files (.hjpack) and exports (.json, .zip), and tables (.csv). It also reads photos"
        " of a sheet.",
        file=_named(wording, path),
    )


def open_already(wording: Wording) -> str:
    return wording.text("This journal is already open.")


def name_is_taken(wording: Wording, path: Path) -> str:
    return wording.text(
        "There is already something called {file}. Choose another name.", file=_named(wording, path)
    )


def journal_said(wording: Wording, folder: Path) -> str:
    """Return where a journal is, in this person's own folder without the way to that."""
    if folder == folders(None).journal:
        return wording.text("The usual journal")
    home = Path.home()
    within = folder.relative_to(home) if folder.is_relative_to(home) else folder
    return _shortened(wording, str(within))


_MOST_LETTERS = 60


def _named(wording: Wording, path: Path) -> str:
    """Return a file's name on one line; a very long one is shortened in the middle."""
    return _shortened(wording, path.name or str(path))


def _shortened(wording: Wording, words: str) -> str:
    words = " ".join("".join(map(_shown, words)).split())
    if len(words) > _MOST_LETTERS:
        words = f"{words[: _MOST_LETTERS // 2]}…{words[-_MOST_LETTERS // 3 :]}"
    return wording.own(words)


def _shown(letter: str) -> str:
    return letter if letter.isprintable() else " "
