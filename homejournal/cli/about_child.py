"""The command `about`: the page about a child for somebody new, as PDF or as text."""

from argparse import Namespace

from homejournal.cli.command_io import complain, opened_journal, today_of, write_told
from homejournal.cli.name_lookup import child_asked
from homejournal.domain.papers.about_child import AboutAsked, AboutSheet
from homejournal.domain.sentences.counts import Replaced
from homejournal.domain.visit_page.page import Paper
from homejournal.texts.sentences.counts import say
from homejournal.texts.wording import Wording


def make_about(asked: Namespace, wording: Wording) -> int:
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
    write_told(asked.out, (_pdf if asked.format == "pdf" else _text)(sheet, wording), wording)
    return 0


def _pdf(sheet: AboutSheet, wording: Wording) -> bytes:
    from homejournal.reports.papers.about_page import AboutPrinter

    made = AboutPrinter().pdf(sheet)
    if made.replaced:
        complain(say(wording, Replaced(made.replaced)))
    return made.pdf


def _text(sheet: AboutSheet, _wording: Wording) -> bytes:
    from homejournal.reports.papers.about_page_text import about_page_text

    return about_page_text(sheet).encode()
