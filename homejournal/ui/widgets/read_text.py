"""A text with links that people who listen read by line, as any other text."""

from PySide6.QtWidgets import QTextBrowser


class QTextEdit(QTextBrowser):
    """Called as Qt's own class that shows the same without links.

    Qt tells of a part by the name of its class, and of a QTextBrowser as a label, of which a screen
    reader says the name and goes on. Nothing else in Qt asks for that name.
    """
