"""The ways a page leaves the window, each by the name of its menu line; as a mail, a short text.

The words of mail and text are ready, and the family changes them.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.names import name_outside
from homejournal.domain.records.changes import Change
from homejournal.domain.records.people import Channel
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.domain.visit_page.material import PageMaterial
from homejournal.domain.visit_page.page import VisitPage
from homejournal.domain.visits import ways_in_order
from homejournal.exchange.kept_papers_json import page_to_dict
from homejournal.exchange.mail_link import is_mail_address, mail_link
from homejournal.exchange.read_and_save import safe_save
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import short_leaves_out, short_text, visit_page_text
from homejournal.texts.papers.team_messages import (
    locked_mail_text,
    mail_subject,
    short_leaves_out_words,
)
from homejournal.texts.papers.visit_page import kept_name, words_counted
from homejournal.texts.wording import wording_of
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.kit.paper_output import FileWish, PaperOutput, PasswordDialog
from homejournal.ui.visits.page.drafts import PageDrafts, place_of
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce


class MailDialog(FormDialog):
    """Sends nothing: it asks for the file by `file_wanted`, and opens a new mail.

    `opened` comes once the mail program has been asked; the dialog stays for the file. Of a page
    that was `locked` already, the mail begins with words that tell nothing of it.
    """

    file_wanted = Signal(object)
    opened = Signal()

    def __init__(
        self,
        desk: Desk,
        page: VisitPage,
        address: str,
        parent: QWidget | None,
        *,
        locked: bool = False,
    ) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Send the page by e-mail"), text("Open a new mail"), parent)
        self._address, self._page = address, page
        lead = text(
            "homejournal sends nothing by itself. Save the page first; its folder opens with the"
            " file selected. Then open a new mail and attach the file by hand."
        )
        self.form.add_words(lead)
        self.files = [
            self._file("pdf", text("Save as PDF…"), "download"),
            self._file("locked", text("PDF with a password…"), "lock"),
        ]
        self._add_files()
        self.hint = WrapLabel(short_leaves_out_words(desk.wording), "small")
        self.told = WrapLabel("", "strong")
        self.told.hide()
        self._add_mail()
        if locked:
            self._tell_nothing()

    def _add_files(self) -> None:
        text = self.wording.text
        self.form.add_section(text("1. The file"))
        row = FlowRow()
        row.add(*self.files)
        self.form.addRow(row)
        self.files[0].setFocus()
        hint = text("A mail can be read on its way. With a password, the page stays closed.")
        self.form.add_words(hint, "small")

    def _add_mail(self) -> None:
        text = self.wording.text
        self.form.add_section(text("2. The mail"))
        subject = QLineEdit(mail_subject(wording_of(self._page.language), self._page))
        self.subject = self.form.add("subject", text("Title of the mail"), subject)
        self._short = short_text(self._page)
        mail = NoteEdit("", 4, 10)
        mail.set_text(self._short)
        self.text = self.form.add("text", text("Text of the mail"), mail)
        self.hint.setVisible(short_leaves_out(self._page))
        self.form.addRow(self.hint)
        self.form.addRow(self.told)

    @override
    def begin(self) -> None:
        """Begin with the file: it is attached by hand, and so comes first."""
        self.files[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _file(self, name: str, words: str, icon: str) -> QPushButton:
        return make_button(words, icon).giving(name, self.file_wanted)

    def on_pdf_locked(self) -> None:
        """Take the page's words out of the mail, now that the file is closed with a password.

        A text that the family changed stays: it is theirs, and it is said that it can be read.
        """
        text = self.wording.text
        untouched = self._snapshot() == self._typed
        neutral = locked_mail_text(wording_of(self._page.language))
        if self.text.text() not in (self._short, neutral):
            words = text("The text is as you wrote it. The password does not close it.")
            self.hint.hide()
        else:
            words = self._tell_nothing()
        if untouched:
            self._typed = self._snapshot()
        self.drop_drafts()
        self._tell(words)

    def _tell_nothing(self) -> str:
        """Write words into the mail that tell nothing of the page; return why they do."""
        self.text.set_text(locked_mail_text(wording_of(self._page.language)))
        self.hint.hide()
        words = self.wording.text(
            "A mail can be read on its way, so its text now tells nothing of the page."
        )
        self.told.say(words)
        return words

    @override
    def save(self) -> None:
        """Open a new mail; what a link cannot carry is copied, to be pasted."""
        text = self.wording.text
        link = mail_link(self._address, self.subject.text(), self.text.text())
        whole = "&body=" in link
        opened = QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))
        if opened and whole:
            self._say(text("Your mail program has the text. Attach the file there."))
        else:
            QGuiApplication.clipboard().setText(self.text.text())
            self._say(
                text("The text is long, so it is copied. Paste it into the mail.")
                if opened
                else text("No mail program answered. The text is copied; paste it into a mail.")
            )
        self.opened.emit()

    def _say(self, words: str) -> None:
        """Say what was done; the text is in other hands now and closing loses nothing."""
        self._typed = self._snapshot()
        self._tell(words)

    def _tell(self, words: str) -> None:
        self.told.say(words)
        self._scroll.show_whole(self.told)
        announce(self.told, words)


class ShortTextDialog(FormDialog):
    """Writes nothing in the journal: `copied` comes once the text is on the clipboard."""

    copied = Signal()

    def __init__(self, desk: Desk, page: VisitPage, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Short text for a message"), text("Copy"), parent)
        lead = text("Change it as you like. What you change here is nowhere else.")
        self.form.add_words(lead, "muted")
        self.edit = self.form.add("text", text("Your message"), NoteEdit("", 6, 14))
        self.count = self.form.add_words("", "small")
        if short_leaves_out(page):
            self.form.add_words(short_leaves_out_words(desk.wording), "small")
        self.edit.textChanged.connect(self._count)
        self.edit.set_text(short_text(page))

    def _count(self) -> None:
        self.count.setText(words_counted(self.wording, len(self.edit.text().split())))

    @override
    def save(self) -> None:
        """Copy the text and close."""
        QGuiApplication.clipboard().setText(self.edit.text())
        self.drop_drafts()
        self.accept()
        self.copied.emit()


_BUS = "org.freedesktop.FileManager1"
_PLACE = "/org/freedesktop/FileManager1"


def ways_to_show(path: Path, platform: str = sys.platform) -> Sequence[Sequence[str]]:
    """Return the commands that select a file in its folder, the first to be tried first.

    On Linux that is the file manager's own D-Bus interface (freedesktop.org, file manager).
    """
    if platform == "win32":
        return [["explorer", "/select,", str(path)]]
    if platform == "darwin":
        return [["open", "-R", str(path)]]
    uri = path.absolute().as_uri()
    where = ["--dest", _BUS, "--object-path", _PLACE, "--method", f"{_BUS}.ShowItems"]
    sent = ["--session", "--print-reply", "--reply-timeout=4000", f"--dest={_BUS}", _PLACE]
    return [
        ["gdbus", "call", "--session", "--timeout", "4", *where, f"['{uri}']", ""],
        ["dbus-send", *sent, f"{_BUS}.ShowItems", f"array:string:{uri}", "string:"],
    ]


class FileShower(QObject):
    """Tries one way after the other; where none answers it opens the folder alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways: Iterator[Sequence[str]] = iter(())
        self._path = Path()
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def show(self, path: Path) -> None:
        """Show the file; a wish that comes while another is under way is left to that one."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            return
        self._path, self._ways = path, iter(ways_to_show(path))
        self._try_next()

    def _try_next(self) -> None:
        way = next(self._ways, None)
        if way is None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
            return
        program, *arguments = way
        self._process.start(program, arguments)

    def _on_finished(self, code: int, _how: QProcess.ExitStatus) -> None:
        # The explorer of Windows answers 1 also where it did what it was asked.
        if code and sys.platform != "win32":
            self._try_next()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, self, self._try_next)  # it counts as running until then


_LAST = 9
"""So many pages that left before are remembered with what they were made from."""


class FileKind(Enum):
    """The kinds of file a page can become, by the name of their menu line."""

    PDF = "pdf"
    LOCKED = "locked"
    HTML = "html"


class PageWays(QObject):
    """`done` carries the page, what was done in words, and which characters were replaced.

    What was done may have put the page into other hands, so that it can be kept afterwards.
    """

    done = Signal(object, str, object)
    failed = Signal(object)
    refused = Signal()
    saved = Signal()
    """A file was saved, and can be shown in its folder."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._page: VisitPage | None = None
        self._material: PageMaterial | None = None
        self._left: list[tuple[VisitPage, PageMaterial]] = []
        self._file: Path | None = None
        self._in_file: object = None
        self._mail: MailDialog | None = None
        self._locked: set[str] = set()
        self._shower = FileShower(self)
        self.output = PaperOutput(desk, parent)
        self.output.done.connect(self.done)
        self.output.saved.connect(self._on_saved)
        self.output.failed.connect(self.failed)
        self.output.refused.connect(self.refused)

    def go(self, way: str, page: VisitPage, material: PageMaterial) -> None:
        """Go one of the ways with a page: "pdf", "print", "locked", "html", "copy", ..."""
        self._page, self._material = page, material
        self._left = [*self._left[-_LAST:], (page, material)]
        ways: dict[str, Callable[[], None]] = {
            "print": partial(self.output.print, page, page.paper, self._file_name(page, material)),
            "locked": self._ask_password,
            "copy": partial(self._copy, page),
            "short": self._ask_short,
            "mail": self._ask_mail,
        }
        ways.get(way, partial(self._save, way))()

    def show_file(self) -> None:
        """Show what was saved last in its folder."""
        if self._file is not None:
            self._shower.show(self._file)

    def has_file_of(self, page: VisitPage | None) -> bool:
        """Return whether the file that was saved last is of this very page, as it is now."""
        return self._file is not None and self._in_file == page

    def keep(self, page: VisitPage, drafts: PageDrafts) -> bool:
        """Keep a page as it was handed over, with its visit; return whether it is kept.

        The visit is that of this very page: another one may have been looked at since. What was
        typed for it ends with the step, so that the next page begins with empty fields.
        """
        wording = self._desk.wording
        material = next((of for left, of in reversed(self._left) if left == page), None)
        if material is None:
            return False
        words = wording.text("Page kept: {page}", page=kept_name(wording, page))
        return self._desk.editing.do(words, partial(self._keep, page, material, drafts)) is not None

    def _keep(self, page: VisitPage, material: PageMaterial, drafts: PageDrafts) -> Change:
        visit = material.visit.id if material.visit else None
        ended = drafts.ended_by(page, material)
        pages = self._desk.journal.pages
        return pages.keep(material.child.id, page_to_dict(page), visit, drafts=ended)

    def _save(self, kind: str, password: str = "") -> None:
        if self._page is not None and self._material is not None:
            if FileKind(kind) is FileKind.LOCKED:
                self._locked.add(self._which())
            name = self._file_name(self._page, self._material)
            if FileKind(kind) is FileKind.HTML:
                self.output.save(self._html_wish(self._page, name), self._mail)
            else:
                self.output.save_pdf(self._page, name, password, self._mail)

    def _html_wish(self, page: VisitPage, name: str) -> FileWish:
        text = self._desk.wording.text
        return FileWish(
            about=page,
            name=name,
            title=text("Save as a web page"),
            kinds=((text("Web page (*.html)"), "html"),),
            write=partial(_write_html, page),
        )

    def _file_name(self, page: VisitPage, material: PageMaterial) -> str:
        """Return the name of a file without its ending: no surname is in it."""
        child = name_outside(self._desk.journal.family().children, material.child.id)
        words = self._desk.wording.text("Visit page")
        return page_file_name(words, child, page.visit_on or page.printed)

    def _copy(self, page: VisitPage) -> None:
        """Put the page on the clipboard as plain text."""
        QGuiApplication.clipboard().setText(visit_page_text(page))
        self.done.emit(page, self._desk.wording.text("Copied as text"), ())

    def _ask_password(self) -> None:
        dialog = PasswordDialog(self._desk, self._mail or self._parent)
        dialog.chosen.connect(self._on_password)
        dialog.ask()

    def _on_password(self, password: str) -> None:
        self._save(FileKind.LOCKED.value, password)

    def _ask_short(self) -> None:
        if self._page is not None:
            dialog = ShortTextDialog(self._desk, self._page, self._parent)
            dialog.copied.connect(self._on_copied)
            dialog.keep_form(f"short-text:{self._which()}")
            dialog.ask()

    def _ask_mail(self) -> None:
        if self._page is not None:
            self._mail = dialog = MailDialog(
                self._desk,
                self._page,
                self._address(),
                self._parent,
                locked=self._which() in self._locked,
            )
            dialog.finished.connect(self._on_mail_left)
            dialog.file_wanted.connect(self._on_file_wanted)
            dialog.opened.connect(self._on_mail)
            dialog.keep_form(f"mail:{self._which()}")
            dialog.ask()

    def _which(self) -> str:
        """Return which page it is, whatever is ticked or typed on it since."""
        return place_of(self._material) if self._material else ""

    def _on_file_wanted(self, kind: str) -> None:
        if kind == FileKind.LOCKED.value:
            self._ask_password()
        else:
            self._save(kind)

    def _on_saved(self, wish: FileWish, path: Path) -> None:
        self._file, self._in_file = path, wish.about
        self.saved.emit()
        if self._mail is not None:
            if wish.locked:
                self._mail.on_pdf_locked()
            self.show_file()

    def _on_mail_left(self) -> None:
        self._mail = None

    def _on_copied(self) -> None:
        self.done.emit(self._page, self._desk.wording.text("Short text copied"), ())

    def _on_mail(self) -> None:
        self.done.emit(
            self._page, self._desk.wording.text("The e-mail is ready. Now attach the file."), ()
        )

    def _address(self) -> str:
        """Return the e-mail address of the one person the page is for, or nothing."""
        material = self._material
        visit = material.visit if material else None
        people = (material.for_whom if material else ()) or (visit.people if visit else ())
        person = material.person(people[0]) if material and len(people) == 1 else None
        ways = ways_in_order(person.ways if person else ())
        mails = (way.value or "" for way in ways if way.way is Channel.EMAIL)
        return next((mail for mail in mails if is_mail_address(mail)), "")


def _write_html(page: VisitPage, path: Path) -> tuple[str, ...]:
    """Write the page as one file for a browser; raises DiskFullError or DiskError."""
    safe_save(path, visit_page_html(page))
    return ()
