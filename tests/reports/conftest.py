"""One printer for all page tests, as the program keeps one."""

import pytest

from homejournal.reports.paper_to_pdf import Printer


@pytest.fixture(scope="session")
def printer():
    return Printer()
