"""The command `page`: the page for a visit, in each form in which it can leave."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace

from homejournal.cli.command_io import (
    HOME_LANGUAGE,
    complain,
    json_bytes,
    opened_journal,
    read_password,
    today_of,
    write_told,
)
from homejournal.cli.name_lookup import child_asked, person_asked
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.line_keys import SECOND_PAGE_KEY
from homejournal.domain.visit_page.page import Paper, VisitPage
from homejournal.domain.visit_page.typed_choices import naming_others, waiting
from homejournal.texts.papers.visit_page import left_for_others, not_on_page
from homejournal.texts.wording import Wording


def make_page(asked: Namespace, wording: Wording) -> int:
    """Write the page that is asked for, with what is ticked at first."""
    password = read_password(asked.password_file, wording) if asked.password_file else ""
    with opened_journal(asked) as journal:
        family = journal.family()
        child = child_asked(asked, family)
        person = person_asked(asked, family)
        period = Period(asked.start, asked.end)
        material = journal.pages.material(child.id, period, today_of(asked, journal), person)
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
    for left in filter(None, (not_on_page(wording, waiting(offered, ticks)), others)):
        complain(left)
    made = _PAGES[asked.format](build_page(material, ticks), wording)
    if password:
        from homejournal.exchange.files.locked_pdf import locked_pdf

        made = locked_pdf(made, password)
    write_told(asked.out, made, wording)
    return 0


def _pdf(page: VisitPage, wording: Wording) -> bytes:
    from homejournal.domain.sentences.counts import Replaced
    from homejournal.reports.visit_page.pdf import PagePrinter
    from homejournal.texts.papers.visit_page import sheets_said
    from homejournal.texts.sentences.counts import say

    printer = PagePrinter()
    printed = printer.pdf(page)
    if printed.replaced:
        complain(say(wording, Replaced(printed.replaced)))
    sheets = printer.sheets(page)
    if sheets > 1:
        complain(sheets_said(wording, sheets))
    return printed.pdf


def _html(page: VisitPage, _wording: Wording) -> bytes:
    from homejournal.reports.visit_page.html import visit_page_html

    return visit_page_html(page)


def _text(page: VisitPage, _wording: Wording) -> bytes:
    from homejournal.reports.visit_page.plain_text import visit_page_text

    return visit_page_text(page).encode()


def _short(page: VisitPage, wording: Wording) -> bytes:
    from homejournal.reports.visit_page.short_text import short_leaves_out, short_text
    from homejournal.texts.papers.starter_sentences import short_leaves_out_words

    if short_leaves_out(page):
        complain(short_leaves_out_words(wording))
    return f"{short_text(page)}\n".encode()


def _page_json(page: VisitPage, _wording: Wording) -> bytes:
    from homejournal.exchange.json.page_json import page_to_dict

    return json_bytes(page_to_dict(page))


_PAGES: Mapping[str, Callable[[VisitPage, Wording], bytes]] = {
    "pdf": _pdf,
    "html": _html,
    "text": _text,
    "short": _short,
    "json": _page_json,
}
