"""The commands `sheet` and `book`: weeks for the fridge, and the journal as a book, as PDF."""

from argparse import Namespace

from homejournal.cli.command_io import complain, opened_journal, today_of, write_told
from homejournal.cli.name_lookup import child_asked, strategies_asked
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.papers.book import BookAsked, book_of
from homejournal.domain.sentences.counts import Replaced
from homejournal.domain.visit_page.page import Paper
from homejournal.domain.week_grid.week_sheet import FridgeAsked
from homejournal.texts.sentences.counts import say
from homejournal.texts.wording import Wording


def make_sheet(asked: Namespace, wording: Wording) -> int:
    """Write weeks for the fridge; one sentence and 1 where nothing is planned in them."""
    from homejournal.reports.papers.week_sheet import FridgeSheetPrinter

    with opened_journal(asked) as journal:
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
        )
        sheet = journal.sheets.fridge(wanted, today)
    if sheet.empty:
        complain(wording.text("Nothing is planned in this week. Choose another one."))
        return 1
    made = FridgeSheetPrinter().pdf(sheet)
    _say_replaced(made.replaced, wording)
    write_told(asked.out, made.pdf, wording)
    return 0


def make_book(asked: Namespace, wording: Wording) -> int:
    """Write the journal of one child as a book; private notes are in it only with --private."""
    from homejournal.reports.papers.book import BookPrinter
    from homejournal.reports.typst.common_words import nothing_written

    with opened_journal(asked) as journal:
        today = today_of(asked, journal)
        child = child_asked(asked, journal.family()).id
        kept = journal.sheets.book_days(child, today)
        wanted = BookAsked(
            child=child,
            period=Period(asked.start or kept.start, asked.end or kept.end),
            private=asked.private,
            charts=asked.charts,
            paper=Paper(asked.paper),
            language=asked.lang,
        )
        reading = journal.sheets.book(wanted, today)
        for _ in reading:
            pass
        read = reading.read
    book = book_of(read)
    if not book.months:
        complain(nothing_written(wording))
    made = BookPrinter().pdf(book)
    _say_replaced(made.replaced, wording)
    write_told(asked.out, made.pdf, wording)
    return 0


def _say_replaced(replaced: tuple[str, ...], wording: Wording) -> None:
    if replaced:
        complain(say(wording, Replaced(replaced)))
