"""The lines of the copies that can be brought back, each told apart from the others."""

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from homejournal.domain.safe.backups import Backup, Place
from homejournal.texts.safe.backups import copy_line
from homejournal.texts.wording import Wording


def copy_lines(
    wording: Wording, copies: Sequence[Backup], otherwise: Collection[Path]
) -> list[str]:
    """Return a line for each copy; those in `otherwise` do not open with the key of now.

    Copies of one minute are told apart by their number.
    """
    lines = [chosen_line(wording, one, otherwise) for one in copies]
    times = Counter(lines)
    return [
        _numbered(wording, line, copy) if times[line] > 1 else line
        for line, copy in zip(lines, copies, strict=True)
    ]


def chosen_line(wording: Wording, copy: Backup, otherwise: Collection[Path]) -> str:
    """Return the line of one copy: when it was made, where it lies or comes from, what opens it."""
    parts = [copy_line(wording, copy)]
    if copy.place is Place.SHOWN:
        parts.append(wording.text("a file that you chose"))
    if copy.other_computer:
        parts.append(wording.text("from another computer"))
    if copy.other_folder:
        parts.append(wording.text("from the same journal in another folder"))
    if copy.path in otherwise:
        parts.append(_opens_with(wording, copy))
    return wording.line_of(parts)


def _opens_with(wording: Wording, copy: Backup) -> str:
    """Return what opens it: whose a chosen file is, and of which time, is not known."""
    if copy.other_computer or copy.other_folder or copy.place is Place.SHOWN:
        return wording.text("opens with another password")
    return wording.text("opens with an earlier password")


def _numbered(wording: Wording, line: str, copy: Backup) -> str:
    number = wording.text("number {n}", n=wording.number(copy.seq)) if copy.seq else ""
    return wording.line_of((line, number))
