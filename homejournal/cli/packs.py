"""The command `pack`: what a family takes to a review, or hands over around the third birthday."""

from argparse import Namespace
from dataclasses import replace

from homejournal.cli.command_io import (
    HOME_LANGUAGE,
    complain,
    opened_journal,
    read_password,
    today_of,
    write_told,
)
from homejournal.cli.name_lookup import child_asked
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.material import PackAsked, pack_material
from homejournal.domain.packs.offers import default_keys, pack_offers
from homejournal.domain.records.preparations import PackKind
from homejournal.domain.sentences.counts import Replaced
from homejournal.domain.visit_page.page import Paper
from homejournal.texts.papers.visit_page import left_for_others
from homejournal.texts.sentences.counts import say
from homejournal.texts.wording import Wording


def make_pack(asked: Namespace, wording: Wording) -> int:
    """Write a pack as PDF, with what was prepared for it and with nothing private."""
    from homejournal.reports.papers.pack import PackPrinter
    from homejournal.reports.typst.common_words import nothing_written

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
    off = sum(1 for one in pack_offers(material) if one.about_sibling)
    if off:
        complain(left_for_others(wording, off))
    pack = pack_of(material, default_keys(material), typed)
    if pack.empty:
        complain(nothing_written(wording))
    made = PackPrinter().pdf(pack)
    if made.replaced:
        complain(say(wording, Replaced(made.replaced)))
    if password:
        from homejournal.exchange.files.locked_pdf import locked_pdf

        made = replace(made, pdf=locked_pdf(made.pdf, password))
    write_told(asked.out, made.pdf, wording)
    return 0
