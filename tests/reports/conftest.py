"""One printer for all page tests, as the program keeps one."""

import pytest

from homejournal.reports.visit_page.pdf import PagePrinter


@pytest.fixture(scope="session")
def printer():
    return PagePrinter()
