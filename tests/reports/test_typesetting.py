"""One printer for several threads: a window that closes may still be drawing."""

from concurrent.futures import ThreadPoolExecutor

from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.reports.paper_to_pdf import Printer
from tests.reports.page_families import mateo


def test_a_second_thread_waits_for_its_turn():
    material = mateo(strategies=())  # charts are drawn on one thread only
    page, printer = build_page(material, default_ticks(material)), Printer()
    alone = printer.pdf(page).pdf
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: printer.pdf(page).pdf, range(8)))
    assert set(made) == {alone}
