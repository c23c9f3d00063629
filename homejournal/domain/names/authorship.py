"""Who did or said something, and who typed it for somebody else."""

from dataclasses import replace
from typing import TypeVar

from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import HelperId

Written = TypeVar("Written", bound=Practice | DayMark | Note | PrivateNote)


def done_by(written: Written, helper: HelperId | None) -> Written:
    """Return an entry or a note as somebody's; who typed it first is kept where it was another."""
    typed = written.written_by or written.helper
    return replace(written, helper=helper, written_by=typed if typed != helper else None)
