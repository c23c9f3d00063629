"""What stands around every page: navigation, child, the sentences above it, and the toast."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.texts.wording import Wording
from homejournal.ui.child_switch import ChildSwitch
from homejournal.ui.theme import px
from homejournal.ui.widgets.label import line_label
from homejournal.ui.widgets.nav import SideNav
from homejournal.ui.widgets.notice import Notice, NoticeKind
from homejournal.ui.widgets.toast import Toast
from homejournal.ui.window_pages import ICONS, PAGES, page_title, short_title


class WindowFrame(QWidget):
    """Built anew for each language; knows no journal."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        text = wording.text
        self.nav = SideNav(text("Pages"), text("open now"))
        self._brand = line_label(text("homejournal"), "brand")
        self.switch = ChildSwitch(wording)
        self.nav.top.addWidget(self._brand)
        self.nav.top.addWidget(self.switch)
        for name in PAGES:
            self.nav.add_page(
                name, page_title(wording, name), ICONS[name], short_title(wording, name)
            )
        self.example = Notice(
            text("Example family. Try everything."),
            NoticeKind.INFO,
            text("Start our own journal"),
        )
        self.read_only = Notice("", NoticeKind.CAREFUL)
        self.failure = Notice("", NoticeKind.CAREFUL, text("OK"))
        self.failure.pressed.connect(self.failure.hide)
        for notice in (self.example, self.read_only, self.failure):
            notice.hide()
        self.stack = QStackedWidget()
        self._right = QWidget()
        self._lay_out()
        self.toast = Toast(self._right)

    def _lay_out(self) -> None:
        self._notices = QVBoxLayout()
        self._notices.setSpacing(px(8))
        for notice in (self.example, self.read_only, self.failure):
            self._notices.addWidget(notice)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._notices)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(self._right, 1)
        self.setMinimumWidth(1)
        self._right.setMinimumWidth(1)

    def show_notices(self, *, example: bool, read_only: str) -> None:
        """Say above every page that this is an example, or why nothing can be written."""
        self.example.setVisible(example)
        self.read_only.setVisible(bool(read_only))
        if read_only:
            self.read_only.set_text(read_only)
        self._space_notices()

    def say_failure(self, sentence: str) -> None:
        """Say above the page what could not be done and what to do about it."""
        self.failure.set_text(sentence, self._wording.text("OK"))
        self.failure.show()
        self._space_notices()

    def forget_failure(self) -> None:
        """Take the sentence away: something was saved since."""
        self.failure.hide()
        self._space_notices()

    def navigate(self, *, shown: bool) -> None:
        """Show or hide the navigation; the first start goes without."""
        self.nav.setVisible(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.nav.fit(self.width())
        self._brand.setVisible(not self.nav.is_narrow())

    def _space_notices(self) -> None:
        notices = (self.example, self.read_only, self.failure)
        any_shown = any(not notice.isHidden() for notice in notices)
        side = px(32)
        self._notices.setContentsMargins(side, px(12) if any_shown else 0, side, 0)
        self._notices.setAlignment(Qt.AlignmentFlag.AlignTop)
