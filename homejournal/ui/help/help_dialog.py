"""A dialog that shows a short help text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from homejournal.texts.window.help import HelpText
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px
from homejournal.ui.widgets.labels import WrapLabel
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, add_foot, fit


class HelpDialog(QDialog):
    """Paragraphs that scroll, and a button to close."""

    def __init__(self, wording: Wording, help_text: HelpText, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(help_text.title)
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(px(20), px(16), px(20), px(8))
        words.setSpacing(px(10))
        words.addWidget(WrapLabel(help_text.title, "heading"))
        for paragraph in help_text.paragraphs:
            words.addWidget(WrapLabel(paragraph))
        words.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(help_text.title)
        scroll.setWidget(inside)
        self.buttons = buttons = FootButtons()
        buttons.addButton(wording.text("Close"), Role.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        add_foot(column, scroll, [buttons])
        fit(self, px(560), px(440))
