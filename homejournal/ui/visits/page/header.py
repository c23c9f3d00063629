"""What is to be known of the page above it, which side is shown, and the ways it leaves."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from homejournal.domain.sentences.values import Replaced
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.button import MoreButton, make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.scroll_areas import show_in_sight
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_ROOM = 64


class PageHead(QWidget):
    """`old` says that a kept page is shown, `trouble` what did not work.

    `hand_over` offers to keep the page; `side` chooses between page and rail where they do not fit
    side by side. `ways` are the buttons by which the page leaves, which are not in the head but at
    the foot of the rail; `where` shows the file that was saved last in its folder.
    """

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        text = wording.text
        self.side = SingleChoice(
            [(False, text("The page")), (True, text("What’s on it"))], text("Show")
        )
        self.side.set_choice(value=False)
        self.side.hide()
        self.old = Notice("", NoticeKind.INFO, text("Back to the new page"))
        self.trouble = Notice("", NoticeKind.CAREFUL, text("All right"))
        self.trouble.pressed.connect(self.trouble.hide)
        self.hand_over = Notice("", NoticeKind.INFO, text("Keep this page"))
        self.ways = self._buttons()
        notices = (self.old, self.trouble, self.hand_over)
        in_column(self.side, *notices, gap=10, inside=self)
        for notice in notices:
            notice.hide()

    def _buttons(self) -> QWidget:
        text = self._wording.text
        self.save = make_button(text("Save as PDF…"), "download")
        self.printing = make_button(text("Print…"), "printer", look="primary")
        self.more = MoreButton(text("More ways"))
        self.more.set_lines(
            (
                ("mail", text("Send by e-mail…")),
                ("locked", text("PDF with a password…")),
                ("html", text("Web page for screen readers…")),
                ("short", text("Short text for a message…")),
                ("copy", text("Copy as text")),
            )
        )
        self.where = make_button(text("Show the file in its folder"), look="link")
        self.where.hide()
        record = text("A page that you hand over may become part of your child’s record.")
        buttons = QWidget()
        row = FlowRow(self.printing, self.save, self.more, self.where)
        in_column(row, WrapLabel(record, "small"), gap=8, inside=buttons)
        return buttons

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Offer one side at a time."""
        self.side.setVisible(narrow)

    def say_trouble(self, words: str) -> None:
        """Say what did not work, and what to do about it."""
        self.trouble.set_text(words, self._wording.text("All right"))

    def say_replaced(self, signs: tuple[str, ...]) -> None:
        """Say which characters no font here draws, where there are any."""
        if signs:
            self.say_trouble(capitalized(say(self._wording, Replaced(signs))))

    def say_refused(self) -> None:
        """Say that the printer did not take the page."""
        self.say_trouble(
            self._wording.text(
                "The page was not printed. Check that the printer is on, or save the page as PDF."
            )
        )

    def offer_to_keep(self) -> None:
        """Ask whether the page was handed over; what that may mean stands above all the while."""
        words = self._wording.text(
            "Did you hand the page over? Keep a copy here, to see later what you said."
        )
        self.hand_over.set_text(words, self._wording.text("Keep this page"))
        QTimer.singleShot(0, self, self._show_question)  # once it has its place

    def _show_question(self) -> None:
        """Bring the question into sight, free of what the window says at its foot meanwhile."""
        show_in_sight(self.hand_over, _ROOM)

    def say_old(self, day: str) -> None:
        """Say that a page is shown that was kept on a day."""
        words = self._wording.text("This page was kept on {day}, as it was handed over.", day=day)
        self.old.set_text(words, self._wording.text("Back to the new page"))
