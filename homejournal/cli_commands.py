"""What each command of the command line does with an open journal."""

import json
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from homejournal.cli_arguments import STANDARD_STREAM, UsageError
from homejournal.device import device_id
from homejournal.domain.children import Child
from homejournal.domain.errors import AmbiguousNameError, RecordMissingError
from homejournal.domain.numbers import Period
from homejournal.domain.people import TeamMember
from homejournal.domain.visit_page import VisitPage
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal
from homejournal.texts.wording import Wording, wording_of

Person = TypeVar("Person", Child, TeamMember)


def carry_out(asked: Namespace) -> int:
    """Carry out one command and return the exit code; raises JournalError and UsageError."""
    return _COMMANDS[asked.command](asked, wording_of(asked.lang))


def _new(asked: Namespace, wording: Wording) -> int:
    folder: Path = asked.journal
    if (folder / "journal.hj").exists():
        raise UsageError(
            wording.text("There is a journal in {folder} already.", folder=str(folder))
        )
    create_journal(folder, clock=_now, device=device_id()).close()
    _say(wording.text("Made a new journal in {folder}.", folder=str(folder)))
    return 0


def _import(asked: Namespace, wording: Wording) -> int:
    data = _read(asked.file, wording)
    with _opened(asked, write=True) as journal:
        added = sum(journal.files.import_json(data).added.values())
    if added:
        _say(
            wording.count("{n} record is new or changed.", "{n} records are new or changed.", added)
        )
    else:
        _say(wording.text("Everything in the file was in the journal already."))
    return 0


def _export(asked: Namespace, _wording: Wording) -> int:
    with _opened(asked) as journal:
        _write(asked.out, journal.files.export_json())
    return 0


def _numbers(asked: Namespace, _wording: Wording) -> int:
    from homejournal.exchange.numbers_json import numbers_json

    with _opened(asked) as journal:
        child = _named(asked.child, journal.family().children)
        period = Period(asked.start, asked.end)
        told = numbers_json(journal.numbers.of_child(child.id, period, _today(asked, journal)))
    _write(STANDARD_STREAM, _json(told))
    return 0


def _page(asked: Namespace, wording: Wording) -> int:
    from homejournal.domain.page_choices import build_page, default_ticks
    from homejournal.domain.visit_page import Paper

    with _opened(asked) as journal:
        family = journal.family()
        child = _named(asked.child, family.children)
        person = _named(asked.person, family.team).id if asked.person is not None else None
        period = Period(asked.start, asked.end)
        material = journal.pages.material(child.id, period, _today(asked, journal), person)
    material = replace(material, language=asked.lang, paper=Paper(asked.paper))
    page = build_page(material, default_ticks(material))
    _write(asked.out, _PAGES[asked.format](page, wording))
    return 0


def _check(asked: Namespace, wording: Wording) -> int:
    with _opened(asked) as journal:
        report = journal.files.check()
    if report.is_sound:
        _say(
            wording.count(
                "The journal is sound: {n} record was read and checked.",
                "The journal is sound: {n} records were read and checked.",
                report.records,
            )
        )
        return 0
    _complain(
        wording.text("The journal is damaged. Nothing was changed. Go back to a backup of it.")
    )
    return 1


def _pdf(page: VisitPage, wording: Wording) -> bytes:
    from homejournal.domain.sentences import Replaced
    from homejournal.reports.visit_page_typst import PagePrinter
    from homejournal.texts.sentences import say

    printed = PagePrinter().pdf(page)
    if printed.replaced:
        _complain(say(wording, Replaced(printed.replaced)))
    return printed.pdf


def _text(page: VisitPage, _wording: Wording) -> bytes:
    from homejournal.reports.visit_page_text import visit_page_text

    return visit_page_text(page).encode()


def _page_json(page: VisitPage, _wording: Wording) -> bytes:
    from homejournal.exchange.page_json import page_to_dict

    return _json(page_to_dict(page))


@contextmanager
def _opened(asked: Namespace, *, write: bool = False) -> Iterator[FamilyJournal]:
    journal = open_journal(asked.journal, clock=_now, device=device_id(), write=write)
    try:
        if write and journal.read_only_because is not None:
            raise journal.read_only_because
        yield journal
    finally:
        journal.close()


def _named(said: str, known: Mapping[UUID, Person]) -> Person:
    """Return the one person whose id or name was said; a full name is understood too."""
    by_id = [one for id_, one in known.items() if str(id_) == said.strip().lower()]
    found = by_id or [one for one in known.values() if _alike(said) in _names_of(one)]
    if not found:
        raise RecordMissingError(said, sorted({one.name for one in known.values()}))
    if len(found) > 1:
        raise AmbiguousNameError(said, sorted(str(one.id) for one in found))
    return found[0]


def _names_of(person: Child | TeamMember) -> set[str]:
    name = _alike(person.name)
    surname = person.surname if isinstance(person, Child) else None
    return {name, f"{name} {_alike(surname)}"} if surname else {name}


def _alike(name: str) -> str:
    """Return a name as it compares: an accent is one however a keyboard or a file made it."""
    return unicodedata.normalize("NFC", name.strip()).casefold()


def _today(asked: Namespace, journal: FamilyJournal) -> date:
    return asked.today or journal.today()


def _now() -> datetime:
    return datetime.now().astimezone()


def _json(told: object) -> bytes:
    text = json.dumps(told, ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode()


def _read(file: Path, wording: Wording) -> bytes:
    from homejournal.exchange.json_text import MOST_BYTES

    # One more than is ever taken in, so that an endless input ends.
    most = MOST_BYTES + 1
    if file == STANDARD_STREAM:
        return sys.stdin.buffer.read(most)
    try:
        with file.open("rb") as opened:
            return opened.read(most)
    except OSError as error:
        words = wording.text(
            "The file {file} cannot be read. Look at its name and try again.", file=str(file)
        )
        raise UsageError(words) from error


def _write(file: Path, data: bytes) -> None:
    from homejournal.exchange.safe_save import safe_save

    if file == STANDARD_STREAM:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        safe_save(file, data)


def _say(words: str) -> None:
    print(words, flush=True)


def _complain(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


_COMMANDS: Mapping[str, Callable[[Namespace, Wording], int]] = {
    "new": _new,
    "import": _import,
    "export": _export,
    "numbers": _numbers,
    "page": _page,
    "check": _check,
}
_PAGES: Mapping[str, Callable[[VisitPage, Wording], bytes]] = {
    "pdf": _pdf,
    "text": _text,
    "json": _page_json,
}
