"""The list of the Journal as a person meets it: its entries without the days between them."""

from PySide6.QtWidgets import QApplication


def indexes(page):
    """Return the places of the entries that were read."""
    model = page.model
    return [model.index(at) for at in range(model.rowCount()) if model.row(at) is not None]


def rows(page):
    """Return what the entries say, as they are read aloud."""
    return [index.data() for index in indexes(page)]


def open_entry(page, at=0):
    """Choose an entry by its place or by some of its words, and open it."""
    if isinstance(at, str):
        at = next(place for place, row in enumerate(rows(page)) if at in row)
    page.list.setCurrentIndex(indexes(page)[at])
    page.list.opened.emit()
    QApplication.processEvents()
