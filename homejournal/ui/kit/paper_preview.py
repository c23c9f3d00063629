"""The pages of a paper on the screen, and the dialog that shows them before they are printed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.papers.printed_sheets import Paper, PaperSize, SmallPaper
from homejournal.domain.sentences.values import Replaced
from homejournal.domain.visit_page.choices import page_file_name, paper_of
from homejournal.texts.day_page import capitalized
from homejournal.texts.error_texts import explain
from homejournal.texts.papers.visit_page import pages_shown
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording, languages
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.language import own_name, page_languages
from homejournal.ui.base.timers import one_shot
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.kit.paper_output import PaperOutput, PasswordDialog, drawn, is_landscape
from homejournal.ui.theme import paint_box, px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import DropDown, SingleChoice
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.layout.boxes import in_column, in_row, let_go, turn
from homejournal.ui.widgets.layout.dialog import ReadingOrderDialog, fit, foot_row
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from datetime import date

    from homejournal.reports.paper_to_pdf import Printed


_INCHES_WIDE: dict[PaperSize, float] = {Paper.LETTER: 8.5, Paper.A4: 8.27, SmallPaper.A5: 5.83}
_LEAST_PPI, _MOST_PPI = 30.0, 300.0
_SETTLE_MS = 200


class Sheet(QLabel):
    """A picture with a thin line around it, so that white paper ends somewhere on white.

    The line is thick and has the color of the focus while what the sheet lies in has it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.has_keys = False
        self.setMargin(1)
        self.setMinimumWidth(1)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink, width = ("focus", 3) if self.has_keys else ("control", 1)
        paint_box(painter, self.rect().toRectF(), "", ink, (width, 0))
        painter.end()


class PagePreview(QScrollArea):
    """Shows the sheets; `resized` comes when they should be drawn again for another width."""

    resized = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._sheets: list[tuple[QLabel, QPixmap]] = []
        self.body = QWidget()
        self._column = in_column(gap=12, inside=self.body)
        self._column.addStretch(1)
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        tell_as(self, ToldAs.GROUP, wording.text("Preview of the page"))
        self._settle = one_shot(self, self.resized, _SETTLE_MS)

    def ppi(self, paper: PaperSize) -> float:
        """Return how many pixels an inch fill the width, sharp on this screen."""
        width = self._width() * self.devicePixelRatioF()
        return round(min(_MOST_PPI, max(_LEAST_PPI, width / _INCHES_WIDE[paper])), 1)

    def show_sheets(self, sheets: Sequence[QImage], text: str) -> None:
        """Show the pictures; `text` is what a screen reader reads of them."""
        self.setAccessibleDescription(text)
        while len(self._sheets) > len(sheets):
            label, _ = self._sheets.pop()
            let_go(label)
        while len(self._sheets) < len(sheets):
            label = Sheet()
            self._column.insertWidget(len(self._sheets), label)
            self._sheets.append((label, QPixmap()))
        for place, image in enumerate(sheets):
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            label = self._sheets[place][0]
            label.setAccessibleName(pages_shown(self._wording, place + 1, len(sheets)))
            self._sheets[place] = (label, picture)
        self._fit()

    def _width(self) -> int:
        return max(1, self.viewport().width() - 2)

    def _fit(self) -> None:
        """Show each picture as it is, or scaled until it is drawn for this width."""
        ratio, width = self.devicePixelRatioF(), self._width()
        for label, picture in self._sheets:
            if picture.isNull():
                continue
            shown = picture
            if abs(picture.deviceIndependentSize().width() - width) > 2:
                height = round(width * picture.height() / picture.width())
                shown = picture.scaled(
                    QSize(round(width * ratio), round(height * ratio)),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                shown.setDevicePixelRatio(ratio)
            label.setPixmap(shown)
        self._show_keys()

    @override
    def event(self, event: QEvent, /) -> bool:
        answer = super().event(event)
        if isinstance(event, QFocusEvent):
            self._show_keys()
        return answer

    def _show_keys(self) -> None:
        """Show at the sheets whether the keys are here, to scroll (WCAG 2.2, criterion 2.4.7)."""
        for label in self.body.findChildren(Sheet):
            label.has_keys = self.hasFocus()
            label.update()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            self._settle.start()


def paper_choice(wording: Wording) -> SingleChoice[Paper]:
    """Return a choice of paper; at first it is what people use where this computer stands."""
    text = wording.text
    choice = SingleChoice([(Paper.LETTER, text("US Letter")), (Paper.A4, "A4")], text("Paper"))
    choice.set_choice(paper_of(QLocale.territoryToCode(QLocale.system().territory())))
    return choice


_BESIDE_FROM = 720


_Shown = TypeVar("_Shown", bound="Printed")


class SheetDialog(ReadingOrderDialog, Generic[_Shown]):
    """Shows what would be printed while it is chosen; looking at it writes nothing in the journal.

    Subclasses add rows to `form`, answer the sheet in `sheet`, and call `show_sheet` when
    something else was chosen. What is `FOR_OTHERS` can have two languages and a password, and says
    what it may become.
    """

    FOR_OTHERS: ClassVar[bool] = False

    def __init__(self, desk: Desk, title: str, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self.desk, self.wording = desk, desk.wording
        self.form = Form()
        self.language = DropDown[tuple[str, str | None]]()
        alone = [((code, None), own_name(code)) for code in languages()]
        offered = page_languages() if self.FOR_OTHERS else alone
        self.language.set_choices(offered, (self.wording.language, None))
        self.paper = paper_choice(self.wording)
        self.preview = PagePreview(self.wording)
        self.notice = Notice("", NoticeKind.INFO)
        self._pages: tuple[bytes, ...] = ()
        self._drawn: _Shown | None = None
        """What was drawn last and said of; in another size it leaves what was said of a file."""
        self._render = NewestOnly(desk.worker, drawn, self)
        self._output = PaperOutput(desk, self, same_folder=False)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._render.done.connect(self._on_drawn)
        self._render.failed.connect(self._on_not_drawn)
        self._output.done.connect(self._on_done)
        self._output.failed.connect(self._on_failed)
        self._output.refused.connect(self._on_refused)
        self.preview.resized.connect(self.show_sheet)
        self.language.picked.connect(self._on_chosen)
        self.paper.chosen.connect(self._on_chosen)

    def _lay_out(self) -> None:
        text = self.wording.text
        self._choices = ScrollColumn(edge=4)
        self._choices.column.setContentsMargins(px(4), 0, px(4), 0)
        self._choices.column.insertLayout(0, self.form)
        self._body = in_row(gap=16)
        self._body.addWidget(self._choices, 2)
        self._body.addWidget(self.preview, 3)
        self._make_buttons()
        column = in_column(
            self._body,
            self.notice,
            grow=self._body,
            gap=12,
            edges=(px(20), px(16), px(20), px(16)),
            inside=self,
        )
        if self.FOR_OTHERS:
            words = text("A page that you hand over may become part of your child’s record.")
            column.addWidget(WrapLabel(words, "small"))
        column.addWidget(self.buttons)

    def _make_buttons(self) -> None:
        text = self.wording.text
        self.print_button = make_button(text("Print…"), "printer", self.print_page, look="primary")
        self.save_button = make_button(text("Save as PDF…"), "download", self.save_pdf)
        self.lock_button = make_button(text("PDF with a password…"), "lock", self.save_locked)
        self.lock_button.setVisible(self.FOR_OTHERS)
        self._close = make_button(text("Close"), on=self.reject)
        self.buttons = foot_row(self._close, *self.ways)

    def ask(self) -> None:
        self.add_choices()
        fit(self, px(1040), px(760))
        self.print_button.setDefault(True)
        self.open()
        self.show_sheet()

    def add_choices(self) -> None:
        """Add the rows that every sheet has."""
        text = self.wording.text
        self.form.add_row(text("Language of the sheet"), self.language)
        self.form.add_row(text("Paper"), self.paper)

    def sheet(self) -> _Shown | None:
        """Return what is chosen, or None after saying what is missing."""
        raise NotImplementedError

    def file_words(self) -> "tuple[str, str, date]":
        """Return what a file is named after: what it is, the child, and a day."""
        raise NotImplementedError

    def told(self, sheet: _Shown) -> str:
        """Return for a screen reader what stands on the sheet."""
        raise NotImplementedError

    def said_of(self, _sheet: _Shown, _pages: int) -> str:
        """Return what is to be known of the pages, or nothing."""
        return ""

    @property
    def ways(self) -> tuple[QPushButton, ...]:
        """Return the buttons by which the sheet leaves the window."""
        return self.lock_button, self.save_button, self.print_button

    def chosen_language(self) -> str:
        return self.chosen_languages()[0]

    def chosen_languages(self) -> tuple[str, str | None]:
        """Return the language of the sheet, and the second one that stands beside it."""
        return self.language.value() or (self.wording.language, None)

    def chosen_paper(self) -> Paper:
        return self.paper.choice() or Paper.LETTER

    def show_sheet(self) -> None:
        """Draw what is chosen now."""
        sheet = self.sheet()
        for button in self.ways:
            button.setEnabled(sheet is not None)
        if sheet is None:
            self._pages = ()
            self.preview.show_sheets((), "")
        else:
            self._render.want((sheet, self.preview.ppi(sheet.paper)))

    def save_pdf(self) -> None:
        sheet = self.sheet()
        if sheet is not None:
            self._output.save_pdf(sheet, page_file_name(*self.file_words()))

    def save_locked(self) -> None:
        """Ask for a password, and then where to save the sheet that is shown."""
        dialog = PasswordDialog(self.desk, self)
        dialog.chosen.connect(self._on_password)
        dialog.ask()

    def print_page(self) -> None:
        sheet = self.sheet()
        if sheet is not None and self._pages:
            name = page_file_name(*self.file_words())
            landscape = is_landscape(self._pages[0])
            self._output.print(sheet, sheet.paper, name, landscape=landscape)

    def say(self, words: str) -> None:
        """Say something under the pages, or nothing."""
        self._drawn = None
        self._tell(words)

    def _tell(self, words: str) -> None:
        if words:
            self.notice.set_text(words)
        else:
            self.notice.hide()

    def _on_password(self, password: str) -> None:
        sheet = self.sheet()
        if sheet is not None:
            self._output.save_pdf(sheet, page_file_name(*self.file_words()), password)

    def _on_chosen(self, _value: object = None) -> None:
        self.show_sheet()

    def _on_drawn(self, wish: tuple[_Shown, float], pages: "Sequence[bytes]") -> None:
        sheet, _ = wish
        self._pages = tuple(pages)
        self.preview.show_sheets([*map(QImage.fromData, pages)], self.told(sheet))
        if sheet != self._drawn:
            self.say(self.said_of(sheet, len(pages)))
        self._drawn = sheet

    def _on_not_drawn(self, _wish: object, failure: Exception) -> None:
        self.say(explain(self.wording, failure))

    def _on_done(self, _sheet: _Shown, words: str, replaced: tuple[str, ...]) -> None:
        more = capitalized(say(self.wording, Replaced(replaced))) if replaced else ""
        self._tell("\n".join(part for part in (words, more) if part))

    def _on_failed(self, failure: Exception) -> None:
        self._tell(explain(self.wording, failure))

    def _on_refused(self) -> None:
        self._tell(
            self.wording.text("The printer did not take the page. Look at it and try again.")
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE_FROM)
        turn(self._body, across=beside)
        # Large letters take their room from the page, which is small anyway and can be scrolled.
        self._choices.setMinimumWidth(self._choices.least_width() if beside else 0)
