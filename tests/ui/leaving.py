"""What leaves the window: sheets that a printer lays into a file, and a disk that refuses."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from homejournal.domain.errors import DiskError, DiskFullError

DISK_REFUSES = pytest.mark.parametrize(
    ("failure", "words"), [(DiskFullError, "is full"), (DiskError, "did not let homejournal")]
)


def refusing(failure):
    """Return what fails in place of saving a file."""

    def refuse(where, _data):
        raise failure(where)

    return refuse


def printing_into(printer, path):
    """Let a printer lay its sheets into a file, and return it."""
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer
