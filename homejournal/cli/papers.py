"""The commands on what is made of one child: visit page, weeks, book, packs, and calendar file."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from homejournal.cli.arguments import (
    CHILD,
    CHILD_AND_DAYS,
    OUT,
    TODAY,
    Argument,
    Command,
    UsageError,
    argument,
    complain,
    day,
    first_day,
    last_day,
    name,
)
from homejournal.cli.command_io import (
    HOME_LANGUAGE,
    json_bytes,
    opened_journal,
    read_password,
    today_of,
    write_told,
)
from homejournal.cli.name_lookup import child_asked, person_asked, strategies_asked
from homejournal.domain.days.periods import Period
from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.material import PackAsked, pack_material
from homejournal.domain.packs.missing import missing_in
from homejournal.domain.packs.offers import default_keys, pack_offers
from homejournal.domain.papers.about_child import AboutAsked, AboutSheet
from homejournal.domain.papers.book import BookAsked, book_material, book_of
from homejournal.domain.papers.printed_sheets import (
    MOST_WEEKS,
    FridgeAsked,
    Paper,
    PaperSize,
    SmallPaper,
)
from homejournal.domain.records.notes import PackKind
from homejournal.domain.sentences.values import Replaced
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.choices import left_off_page, naming_others
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY
from homejournal.domain.visit_page.page import VisitPage
from homejournal.texts.papers.packs import book_missing, missing_said
from homejournal.texts.papers.visit_page import left_for_others, not_on_page, sheets_said
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording, languages

if TYPE_CHECKING:
    from homejournal.reports.paper_to_pdf import Printed, Printer
    from homejournal.reports.typesetting import PagePdf


def _page(asked: Namespace, wording: Wording) -> int:
    """Write the page that is asked for, with what is ticked at first."""
    password = read_password(asked.password_file, wording) if asked.password_file else ""
    with opened_journal(asked) as journal:
        family = journal.family()
        child = child_asked(asked, family)
        period, today = Period(asked.start, asked.end), today_of(asked, journal)
        people: tuple[UUID, ...] = tuple(filter(None, (person_asked(asked, family),)))
        if not (people or asked.whole_team):
            people = journal.pages.usual_readers(child.id, today)
        material = journal.pages.material(child.id, period, today, people)
    material = replace(
        material,
        language=asked.lang,
        second_language=asked.second_lang,
        home_language=HOME_LANGUAGE,
        paper=Paper(asked.paper),
    )
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=asked.second_page)
    offered = offers(material)
    others = left_for_others(wording, naming_others(offered, second_page=asked.second_page))
    for left in filter(None, (not_on_page(wording, left_off_page(offered, ticks)), others)):
        complain(left)
    made = _PAGES[asked.format](build_page(material, ticks), wording)
    write_told(asked.out, _locked(made, password), wording)
    return 0


def _pdf_needed_for_a_password(asked: Namespace) -> None:
    if asked.password_file and asked.format != "pdf":
        raise UsageError("A password locks only a PDF: --format pdf.")


def _page_pdf(page: VisitPage, wording: Wording) -> bytes:
    made = _pdf(page, wording)
    sheets = _printer().sheets(page)
    if sheets > 1:
        complain(sheets_said(wording, sheets))
    return made


def _page_html(page: VisitPage, _wording: Wording) -> bytes:
    from homejournal.reports.visit_page.html import visit_page_html

    return visit_page_html(page)


def _page_text(page: VisitPage, _wording: Wording) -> bytes:
    from homejournal.reports.visit_page.plain_text import visit_page_text

    return visit_page_text(page).encode()


def _page_short(page: VisitPage, wording: Wording) -> bytes:
    from homejournal.reports.visit_page.plain_text import short_leaves_out, short_text
    from homejournal.texts.papers.team_messages import short_leaves_out_words

    if short_leaves_out(page):
        complain(short_leaves_out_words(wording))
    return f"{short_text(page)}\n".encode()


def _page_json(page: VisitPage, _wording: Wording) -> bytes:
    from homejournal.exchange.kept_papers_json import page_to_dict

    return json_bytes(page_to_dict(page))


_PAGES: Mapping[str, Callable[[VisitPage, Wording], bytes]] = {
    "pdf": _page_pdf,
    "html": _page_html,
    "text": _page_text,
    "short": _page_short,
    "json": _page_json,
}


def _sheet(asked: Namespace, wording: Wording) -> int:
    """Write weeks for the fridge; one sentence and 1 where nothing is planned in them.

    Their codes are kept in the journal; where nothing can be written in it, there are none.
    """
    with opened_journal(asked, write=True, or_read=True) as journal:
        family, today = journal.family(), today_of(asked, journal)
        child = child_asked(asked, family).id
        chosen = strategies_asked(asked, family, child)
        wanted = FridgeAsked(
            child=child,
            day=asked.week or today,
            weeks=asked.weeks,
            strategies=chosen or None,
            paper=Paper(asked.paper),
            language=asked.lang,
            chance=uuid4() if journal.read_only_because is None else None,
        )
        sheet = journal.sheets.fridge(wanted, today)
        if sheet.empty:
            complain(wording.text("Nothing is planned in this week. Choose another one."))
            return 1
        made = _made(sheet, wording)
        if sheet.codes:
            journal.sheets.keep(sheet, _printer().spots(sheet, made.replaced))
    write_told(asked.out, made.pdf, wording)
    return 0


def _book(asked: Namespace, wording: Wording) -> int:
    """Write the book of one child; private notes are in it only with --private.

    One sentence and 1 where there is nothing to keep.
    """
    with opened_journal(asked) as journal:
        today = today_of(asked, journal)
        child = child_asked(asked, journal.family()).id
        kept = journal.sheets.book_days(child, today)
        wanted = BookAsked(
            child=child,
            period=Period(asked.start or kept.start, asked.end or kept.end),
            private=asked.private,
            numbers=asked.numbers,
            paper=_BOOK_PAPERS[asked.paper],
            language=asked.lang,
        )
        reading = journal.sheets.book(wanted, today)
        for _ in reading:
            pass
        material = book_material(reading.read)
        if asked.photos:
            every = frozenset(photo.media for photo in material.read.photos)
            wanted = replace(wanted, photos=every)
            material = replace(material, read=replace(material.read, asked=wanted))
            material = reading.with_pictures(material)
    book = book_of(material)
    if book.empty:
        complain(book_missing(wording))
        return 1
    write_told(asked.out, _pdf(book, wording), wording)
    return 0


def _pack(asked: Namespace, wording: Wording) -> int:
    """Write a pack as PDF, with nothing private; one sentence and 1 where it would be empty."""
    password = read_password(asked.password_file, wording) if asked.password_file else ""
    with opened_journal(asked) as journal:
        today = today_of(asked, journal)
        child, kind = child_asked(asked, journal.family()).id, PackKind(asked.kind)
        usual = journal.packs.days(child, kind, asked.end or today)
        wanted = PackAsked(
            child=child,
            kind=kind,
            period=Period(asked.start or usual.start, usual.end),
            paper=Paper(asked.paper),
            language=asked.lang,
            second_language=asked.second_lang,
            home_language=HOME_LANGUAGE,
        )
        prepared = journal.packs.preparation(child, kind, wanted.period.start)
        reading = journal.packs.reading(wanted, today)
        for _ in reading:
            pass
    material = pack_material(reading.read)
    typed = PackTyped(
        answers=prepared.answers if prepared else {},
        meeting=prepared.meeting if prepared else None,
    )
    about_siblings = sum(1 for offer in pack_offers(material) if offer.about_sibling)
    if about_siblings:
        complain(left_for_others(wording, about_siblings))
    pack = pack_of(material, default_keys(material), typed)
    if pack.empty:
        complain(missing_said(wording, missing_in(material, pack), pack.pronoun))
        return 1
    made = _pdf(pack, wording)
    write_told(asked.out, _locked(made, password), wording)
    return 0


def _about(asked: Namespace, wording: Wording) -> int:
    """Write the page with all that is told but a last name; 1 where nothing is written down."""
    with opened_journal(asked) as journal:
        wanted = AboutAsked(
            child=child_asked(asked, journal.family()).id,
            language=asked.lang,
            second_language=asked.second_lang,
            paper=Paper(asked.paper),
        )
        sheet = journal.about.sheet(wanted, today_of(asked, journal))
    if sheet.empty:
        complain(wording.text("Nothing is written down about {child} yet.", child=sheet.child))
        return 1
    made = _pdf(sheet, wording) if asked.format == "pdf" else _about_text(sheet)
    write_told(asked.out, made, wording)
    return 0


def _about_text(sheet: AboutSheet) -> bytes:
    from homejournal.reports.papers.about_page import about_page_text

    return about_page_text(sheet).encode()


def _calendar(asked: Namespace, wording: Wording) -> int:
    """Write the calendar file; one sentence and 1 where there is nothing to put in it."""
    with opened_journal(asked) as journal:
        child = child_asked(asked, journal.family()).id
        today, calendars = today_of(asked, journal), journal.calendars
        visits = calendars.coming(child, today)
        wanted = calendars.reminder_times(child, today) if asked.reminders else ()
        reminders = [reminder for reminder in wanted if reminder.time is not None]
        if not visits and not reminders:
            complain(wording.text("No visit is to come, and no time of day is known."))
            return 1
        if asked.reminders and not reminders:
            complain(wording.text("No time of day is known, so the file has no reminders."))
        file = calendars.file_of(visits, reminders, wording, today)
    write_told(asked.out, file, wording)
    return 0


@cache
def _printer() -> "Printer":
    from homejournal.reports.paper_to_pdf import Printer

    return Printer()


def _pdf(paper: "Printed", wording: Wording) -> bytes:
    return _made(paper, wording).pdf


def _made(paper: "Printed", wording: Wording) -> "PagePdf":
    """Return a paper as PDF; say which characters were replaced in it."""
    made = _printer().pdf(paper)
    if made.replaced:
        complain(say(wording, Replaced(made.replaced)))
    return made


def _locked(pdf: bytes, password: str) -> bytes:
    from homejournal.exchange.read_and_save import locked_pdf

    return locked_pdf(pdf, password) if password else pdf


def _paper(words: str) -> Argument:
    return argument("--paper", choices=[*map(str, Paper)], default="letter", help=words)


_ON_PAPER = (CHILD, TODAY, _paper("the paper (default: letter)"), OUT)
_BOOK_PAPERS: Mapping[str, PaperSize] = {str(size): size for size in (*Paper, *SmallPaper)}
_SECOND_LANGUAGE = argument(
    "--second-lang",
    choices=languages(),
    metavar="LANGUAGE",
    help="labels in this language, too; what the family wrote stays as written",
)
_PASSWORD = argument(
    "--password-file",
    type=Path,
    metavar="FILE",
    help="lock the PDF with the password that is the first line of this file, or - for the"
    " input; nobody can open it without the password",
)
_PAGE = (
    *CHILD_AND_DAYS,
    argument(
        "--for",
        dest="person",
        type=name,
        metavar="PERSON",
        help="a professional's name or id; the page then holds what they suggested (default: who"
        " comes to the next visit, or came to the last one)",
    ),
    argument("--whole-team", action="store_true", help="make the page for the whole team"),
    _paper("default: letter"),
    argument(
        "--second-page",
        action="store_true",
        help="add a page of larger charts and notes by date",
    ),
    argument(
        "--format",
        choices=[*_PAGES],
        required=True,
        help="the kind of file; short is at most 120 words for a message",
    ),
    _SECOND_LANGUAGE,
    _PASSWORD,
    OUT,
)
_SHEET = (
    *_ON_PAPER,
    argument(
        "--week", type=day, metavar="DAY", help="any day of the first week (default: this week)"
    ),
    argument(
        "--weeks",
        type=int,
        choices=range(1, MOST_WEEKS + 1),
        default=1,
        metavar="N",
        help=f"how many weeks, up to {MOST_WEEKS} (default: 1)",
    ),
    argument(
        "--strategy",
        type=name,
        action="append",
        default=[],
        metavar="NAME",
        help="only this strategy; can be said several times (default: all that are planned)",
    ),
)
_BOOK = (
    CHILD,
    TODAY,
    argument(
        "--paper", choices=[*_BOOK_PAPERS], default="letter", help="the paper (default: letter)"
    ),
    OUT,
    first_day("the first day (default: all of it)"),
    last_day("the last day (default: today)"),
    argument("--numbers", action="store_true", help="add the days of each strategy, at the end"),
    argument("--photos", action="store_true", help="put all photos in, but no private ones"),
    argument(
        "--private",
        action="store_true",
        help="put private notes in, too: the book is then for your family alone",
    ),
)
_PACK = (
    *_ON_PAPER,
    argument(
        "--kind",
        choices=[*map(str, PackKind)],
        required=True,
        help="for the six-month review, or for the third birthday with the whole history",
    ),
    first_day("the first day (default: six months ago, or all of the history)"),
    last_day("the last day (default: today)"),
    _SECOND_LANGUAGE,
    _PASSWORD,
)
_ABOUT = (
    *_ON_PAPER,
    _SECOND_LANGUAGE,
    argument("--format", choices=["pdf", "text"], required=True, help="the kind of file"),
)
_CALENDAR = (
    CHILD,
    TODAY,
    argument(
        "--reminders",
        action="store_true",
        help="add daily reminders at the times of day that are known from the journal",
    ),
    OUT,
)
COMMANDS = {
    "page": Command(_page, _PAGE, _pdf_needed_for_a_password),
    "print": Command(_sheet, _SHEET),
    "book": Command(_book, _BOOK),
    "pack": Command(_pack, _PACK),
    "about": Command(_about, _ABOUT),
    "calendar": Command(_calendar, _CALENDAR),
}
