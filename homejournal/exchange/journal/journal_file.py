"""What a journal's JSON file holds, as checked values."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.days.family_days import JournalSettings
from homejournal.domain.records.record import Record
from homejournal.domain.records.revisions import Revision

FORMAT = "homejournal"


class Entry(NamedTuple):
    """A record of a file, and its revision where the file tells that (its `rev`)."""

    record: Record
    revision: Revision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFile:
    """A journal, or a part of one, as a file holds it.

    `home` is the home the file comes from, `through` the last day it covers. The settings are
    None where the file does not say which journal it is of. Where two versions of a record stand,
    both are entries, each with its revision.
    """

    settings: JournalSettings | None = None
    home: UUID | None = None
    through: date | None = None
    entries: tuple[Entry, ...] = ()
