"""Qt's own words, also those that its catalogues know by another form."""

from PySide6.QtCore import QTranslator
from typing_extensions import override

_DIALOG = "QFileDialog"
_KNOWN_AS = {
    (_DIALOG, "&Look in:"): "Look in:",
    (_DIALOG, "Files of &type:"): "Files of type:",
    ("QAbstractFileIconProvider", "Folder"): "Folder",
    ("QAbstractFileIconProvider", "%1 File"): "%1 File",
    ("QAbstractFileIconProvider", "File"): "File",
    ("QAbstractFileIconProvider", "Drive"): "Drive",
}
"""Words of the window that asks for a file, under which its catalogues still hold them.

Qt 6.11 asks for these in another form, or for another class, and showed them in English.
"""


class QtWords(QTranslator):
    """Qt's catalogue of one language."""

    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str | None:
        known = _KNOWN_AS.get((context, source))
        said = super().translate(context, source, disambiguation, n)
        if not said and known:
            said = super().translate(_DIALOG, known)
        # Nothing is what Qt takes for "ask the next one".
        return said or None
