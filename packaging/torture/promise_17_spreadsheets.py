"""Writes texts that a spreadsheet would run into every table, and reads them back."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from random import Random
from uuid import UUID

from homejournal.domain.errors import ImportFaultsError, InvalidValueError
from homejournal.domain.looking_back.chart_series import Table
from homejournal.domain.records.notes import Note
from homejournal.exchange import journal_csv, tables
from homejournal.exchange.journal_csv import unpacked
from homejournal.services.import_export import WholeFile
from homejournal.services.opening import create_journal
from homejournal.texts.wording import wording_of
from torture.frame import Result, Scale
from torture.nasty import TEXTS
from torture.story import CHILD, DEVICE, FIRST_DAY, NOW, begin, clock, opened

PROMISE = "A table that leaves runs nothing in a spreadsheet"
TRIED = "texts in tables, zip files of tables and workbooks, and back"
_PARTS = (
    *(
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "'",
        '"',
        ",",
        ";",
        "|",
        "1",
        "x",
        " ",
        "＝",
        "＋",
        "＠",
    ),
    *("cmd", "SUM(A1)", "http://x", "\u200b", "\ufeff", "－", "%", "()"),
)
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[-+]?\d[\d.,\u00a0\u202f ]*")
_AT_ONCE = 250
_OUTSIDE = (b"<f>", b"<f ", b"<hyperlink", b'TargetMode="External"', b"<ddeLink")
"""How formulas, links and what comes from elsewhere stand in a workbook."""


def run(scale: Scale) -> Result:
    """Try the nasty texts and random ones, in parts."""
    chance = scale.random("cells")
    wanted = scale.times(full=1_000, quick=200)
    texts = [*(text for text in TEXTS if len(text) < 5_000), *_made(chance, wanted)]
    wrong = list[str]()
    for begins in range(0, len(texts), _AT_ONCE):
        part = texts[begins : begins + _AT_ONCE]
        wrong += _in_a_table(part)
        wrong += _in_a_journal(scale, part, begins)
        if wrong and scale.mutant:
            break
    return Result(len(texts), max(0, len(texts) - len(wrong)), len(wrong), tuple(wrong[:8]))


def _made(chance: Random, wanted: int) -> Iterator[str]:
    for _ in range(wanted):
        yield "".join(chance.choice(_PARTS) for _ in range(chance.randint(1, 6)))


def _in_a_table(texts: Sequence[str]) -> Iterator[str]:
    """Write the texts as cells of a table and read them as a spreadsheet does."""
    texts = [text for text in texts if not re.search("[\ud800-\udfff]", text)]
    made = tables.table_csv(
        Table(title="", columns=tuple(texts), rows=tuple((text,) for text in texts))
    )
    names, *rows = csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    for cells in (names, [row[0] if row else "" for row in rows]):
        for cell, text in zip(cells, texts, strict=True):
            if _is_run(cell):
                yield f"a cell is run: {cell!r}"
            elif tables.without_apostrophe(cell) != text:
                yield f"{text!r} came back as {tables.without_apostrophe(cell)!r}"


def _is_run(cell: str) -> bool:
    return cell.startswith(_RUNS) and _NUMBER.fullmatch(cell) is None


def _in_a_journal(scale: Scale, texts: Sequence[str], number: int) -> Iterator[str]:
    """Write the texts as notes; let the journal leave as tables and as a workbook."""
    folder, kept = scale.folder / f"journal-{number}", dict[UUID, str]()
    begin(folder)
    with closing(opened(folder)) as journal:
        for place, text in enumerate(texts):
            try:
                told = Note(
                    id=UUID(int=place + 10), child=CHILD, day=FIRST_DAY, text=text, written=NOW
                )
            except InvalidValueError:
                continue
            kept[told.id] = text
            journal.records.save(told)
        tables = journal.files.export(WholeFile.CSV, wording_of("en"))
        book = journal.files.export(WholeFile.XLSX, wording_of("en"))
    for name, data in unpacked(tables).items():
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
            yield from (f"{name} runs {cell[:60]!r}" for cell in row if _is_run(cell))
    yield from _in_a_workbook(book)
    other = create_journal(scale.folder / f"other-{number}", clock=clock, device=DEVICE)
    with closing(other) as journal:
        try:
            journal.files.import_json(tables)
        except ImportFaultsError as error:
            yield f"the tables do not come back: {error.faults[:2]}"
        for which, text in kept.items():
            there = journal.records.get(which)
            if not (isinstance(there, Note) and there.text == text):
                yield f"{text!r} came back otherwise from the tables"


def _in_a_workbook(book: bytes) -> Iterator[str]:
    """Tell what of a workbook is a formula, a link or comes from outside."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        read = {name: parts.read(name) for name in parts.namelist()}
    for name, data in read.items():
        found = [sign.decode() for sign in _OUTSIDE if sign in data]
        yield from (f"{name} of a workbook has {sign}" for sign in found)


def _leave_cells_alone() -> None:
    """Write each text as it is."""

    def alone(text: str) -> str:
        return text

    tables.without_formula = alone
    setattr(journal_csv, "without_formula", alone)  # noqa: B010 (imported there, not made there)


def _guess_formulas() -> None:
    """Let the library guess what a cell is, as it does by itself."""
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    string = Worksheet.write_string

    def guessed(self: Worksheet, row: int, column: int, text: str, *more: object) -> object:
        if text.startswith("="):
            return self.write_formula(row, column, text, *more)
        return string(self, row, column, text, *more)

    Worksheet.write_string = guessed


MUTANTS = {"cells_are_left_alone": _leave_cells_alone, "formulas_are_guessed": _guess_formulas}
