"""All that is written, as a file: made on any thread, so that neither typing nor saving waits."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.days.day_counts import CountingFrame
from homejournal.domain.days.family_days import JournalSettings
from homejournal.domain.looking_back.all_strategies import days_of_all
from homejournal.domain.records.family import Family
from homejournal.exchange.journal.csv_archive import packed
from homejournal.exchange.journal.journal_csv import tables_of
from homejournal.exchange.journal.journal_file import Entry, JournalFile
from homejournal.exchange.journal.journal_json import write_journal_json
from homejournal.exchange.tables.workbook_file import write_workbook
from homejournal.reports.workbook.sheets import workbook
from homejournal.services.records.all_records import AllStanding, standing_in

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class WholeFile(StrEnum):
    """The files that all that is written can leave as."""

    JSON = "json"
    """Lossless; what a journal takes in again."""
    CSV = "csv"
    """Lossless as well: a table for each kind of record, in a zip file."""
    XLSX = "xlsx"
    """A workbook to read and sort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeWish:
    """All that `whole_file` needs away from the window's thread.

    `private`, `family` and `frame` matter for a workbook alone: the other files are for the family
    itself, and tell things of one name apart by their ids.
    """

    form: WholeFile
    journal: Path
    key: bytes | None = field(repr=False)
    settings: JournalSettings
    family: Family = field(repr=False)
    through: date
    frame: CountingFrame
    """What the days are counted with; the whole journal is their period."""
    wording: "Wording"
    private: bool = True


class WholeMade(NamedTuple):
    """The bytes of a file, and how many revisions are not in it, since a disk changed them."""

    data: bytes
    changed: int


def whole_file(wish: WholeWish) -> WholeMade:
    """Return the file. Raises what reading the journal's file raises."""
    standing = standing_in(wish.journal, wish.key)
    match wish.form:
        case WholeFile.JSON:
            data = _json(wish, standing)
        case WholeFile.CSV:
            data = packed(tables_of(_json(wish, standing)))
        case _:
            records = [one.record for one in standing.found]
            days = list(days_of_all(records, wish.frame))
            book = workbook(records, wish.family, wish.wording, days, private=wish.private)
            data = write_workbook(book)
    return WholeMade(data, standing.changed)


def _json(wish: WholeWish, standing: AllStanding) -> bytes:
    return write_journal_json(
        JournalFile(
            settings=wish.settings,
            home=wish.settings.home,
            through=wish.through,
            entries=tuple(starmap(Entry, standing.found)),
        )
    )
