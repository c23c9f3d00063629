"""A journal's own file in any of its forms -> checked records: JSON, or tables in a zip file."""

from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.exchange.journal.file_records import JournalFile, KindKnown
from homejournal.exchange.journal.journal_csv import in_tables, is_zip, json_of, unpacked
from homejournal.exchange.journal.journal_json import read_journal_json
from homejournal.exchange.json.json_text import fault
from homejournal.exchange.packs.pack_file import is_pack


def read_journal(data: bytes, known: KindKnown) -> JournalFile:
    """Return what a file holds; any thread may call this.

    `known` tells the kinds of the records that the journal has. Raises ImportFaultsError with
    every fault that was found, in tables by file and row; then nothing of it is to be taken.
    """
    if is_pack(data):
        raise ImportFaultsError([fault("", FaultKind.A_PACK)])
    if not is_zip(data):
        return read_journal_json(data, known)
    told = json_of(unpacked(data))
    try:
        return read_journal_json(told, known)
    except ImportFaultsError as error:
        raise ImportFaultsError([in_tables(one) for one in error.faults]) from None
