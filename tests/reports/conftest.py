"""One printer for all page tests, as the program keeps one."""

import pytest

from homejournal.reports.printer import Printer


@pytest.fixture(scope="session")
def printer():
    return Printer()
