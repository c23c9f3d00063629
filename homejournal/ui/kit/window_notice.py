"""One sentence above the pages of a window, until somebody has answered it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from homejournal.ui.widgets.cards.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from homejournal.ui.kit.window_interface import OpenWindow


class WindowNotice(QObject):
    """Shows one notice at a time; a later one replaces the one before."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._notice: Notice | None = None
        window.installEventFilter(self)
        window.closed.connect(self._on_closed)

    def tell(self, sentence: str, answer: str, kind: NoticeKind = NoticeKind.INFO) -> None:
        """Show a sentence with a button that dismisses it."""
        self.forget()
        self._notice = Notice("", kind)
        self._notice.pressed.connect(self._on_read)
        self._window.frame.add_above(self._notice)
        self._notice.set_text(sentence, answer)
        self._window.frame.space_notices()

    def forget(self) -> None:
        """Remove the notice, if there is one."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
            self._window.frame.space_notices()

    def _on_read(self) -> None:
        self.forget()

    def _on_closed(self) -> None:
        """Stop filtering events: Python cannot handle those of a window that is being deleted."""
        self._window.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LocaleChange:
            self._notice = None  # it went with the frame of the other language
        return False
