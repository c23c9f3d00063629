"""Packs of a journal, as a family asks for them."""

from datetime import timedelta

from homejournal.domain.days.periods import Period
from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.material import PackAsked, pack_material
from homejournal.domain.packs.offers import default_keys, pack_offers
from homejournal.domain.records.notes import PackKind
from homejournal.reports.paper_to_pdf import Printer
from tests.journals import TODAY

DAY = timedelta(days=1)
REVIEW, TRANSITION = PackKind.REVIEW, PackKind.TRANSITION
WHOLE = Period(TODAY - 150 * DAY, TODAY)


def material_of(journal, of, kind=REVIEW, period=WHOLE, today=TODAY, **said):
    asked = PackAsked(child=of.id, kind=kind, period=period, **said)
    reading = journal.packs.reading(asked, today)
    assert [*reading] == list(range(1, reading.parts + 1))
    return pack_material(reading.read)


def made(journal, of, kind=REVIEW, *, also=(), without=(), typed=None, **said):
    material = material_of(journal, of, kind, **said)
    keys = (default_keys(material) | set(also)) - set(without)
    return pack_of(material, keys, typed or PackTyped(answers={}))


def keys_of(material, says):
    return [pack_offer.key for pack_offer in pack_offers(material) if pack_offer.says == says]


PRINTER = Printer()
