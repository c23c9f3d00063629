"""The window of one journal: opens pages, takes back steps, follows the day and the settings."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from homejournal.domain.record import Kind
from homejournal.texts.errors import explain
from homejournal.texts.wording import wording_of
from homejournal.ui.desk import Desk
from homejournal.ui.editing import Editing
from homejournal.ui.empty_field_undo import EmptyFieldUndo
from homejournal.ui.languages import speak
from homejournal.ui.preferences import Preferences
from homejournal.ui.theme import px
from homejournal.ui.window_doings import WindowDoings
from homejournal.ui.window_frame import WindowFrame
from homejournal.ui.window_menus import WindowMenus
from homejournal.ui.window_pages import FIRST_START, PAGES, make_page
from homejournal.ui.worker import Worker

if TYPE_CHECKING:
    from datetime import date

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.ui.page import Page

_MINUTE_MS = 60_000


class MainWindow(QMainWindow):
    """Shows the frame at once; `open_first` fills it after the first paint."""

    example_wanted = Signal()
    own_wanted = Signal()
    closed = Signal(object)
    """This window, which has let its journal go."""

    def __init__(self, journal: "FamilyJournal", preferences: Preferences, language: str) -> None:
        super().__init__()
        self._journal, self._preferences = journal, preferences
        self._editing = Editing(journal.undo, self)
        self._editing.changed.connect(self._on_changed)
        self._editing.done.connect(self._on_done)
        self._editing.turned.connect(self._on_turned)
        self._editing.failed.connect(self.say_failure)
        self._worker = Worker(self)
        self._empty_field_undo = EmptyFieldUndo(self)
        self._child: UUID | None = None
        self._shown_today = journal.today()
        self._warm = False
        self._name = ""
        self._pages: dict[str, Page] = {}
        self.doings = WindowDoings(self)
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self.follow_day)
        self._clock.start()
        self._build(language)
        self._stand(preferences)

    def _build(self, language: str) -> None:
        wording = wording_of(language)
        self.setLocale(speak(language))
        self.desk = Desk(
            journal=self._journal,
            editing=self._editing,
            wording=wording,
            preferences=self._preferences,
            worker=self._worker,
            today=self._journal.today,
        )
        self._pages = {}
        self.frame = WindowFrame(wording)
        self.frame.nav.chosen.connect(self.open_page)
        self.frame.switch.chosen.connect(self.show_child)
        self.frame.switch.add_wanted.connect(self.doings.add_child)
        self.frame.toast.undo.connect(self._editing.undo)
        self.frame.example.pressed.connect(self.own_wanted)
        self.setCentralWidget(self.frame)
        self.menus = WindowMenus(self.menuBar(), wording, self)
        self.menus.asked.connect(self.doings.do)
        self.menus.language_asked.connect(self.set_language)
        self.menus.scheme_asked.connect(self.doings.set_scheme)
        self.menus.add_choices(self._preferences, language)
        undo, redo = self.menus.add_undo(self._editing.stack)
        undo.triggered.connect(self._editing.undo)
        redo.triggered.connect(self._editing.redo)
        self._show_notices()
        self.setWindowTitle(wording.text("homejournal"))

    def _stand(self, preferences: Preferences) -> None:
        self.resize(px(1120), px(780))
        self.setMinimumSize(480, 360)
        geometry = preferences.geometry
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _show_notices(self) -> None:
        why = self._journal.read_only_because
        sentence = explain(self.desk.wording, why) if why is not None else ""
        self.frame.show_notices(example=self._journal.settings.example, read_only=sentence)

    @property
    def page(self) -> "Page | None":
        """Return the page that is open."""
        return self._pages.get(self._name)

    @property
    def page_name(self) -> str:
        """Return the name of the page that is open."""
        return self._name

    @property
    def journal(self) -> "FamilyJournal":
        """Return the journal of this window."""
        return self._journal

    def open_first(self) -> None:
        """Open the page to begin with: Today, or the first start while there is no child."""
        children = self._journal.family().children
        known = self._preferences.child
        self._child = known if known in children else next(iter(children), None)
        self.open_page(PAGES[0] if children else FIRST_START)

    def open_page(self, name: str, place: object = None) -> None:
        """Open a page by its name, at a day or record where one is given."""
        if not self._journal.family().children:
            name = FIRST_START
        page = self._pages.get(name)
        if self.page is not None and self.page is not page:
            self.page.put_down()
        if page is None:
            page = self._make(name)
        self._name = name
        page.set_child(self._child)
        if place is not None:
            page.open_at(place)
        self.frame.navigate(shown=name != FIRST_START)
        self.frame.nav.set_current(name)
        self.frame.stack.setCurrentWidget(page)
        self._show_titles()

    def _make(self, name: str) -> "Page":
        page = make_page(name, self.desk)
        page.asks_for.connect(self._on_asks_for)
        page.tells.connect(self._on_tells)
        self._pages[name] = page
        self.frame.stack.addWidget(page)
        if self._warm:
            page.warmed()
        return page

    def _show_titles(self) -> None:
        children = self._journal.family().children
        self.frame.switch.show_child(children, self._child)
        self.menus.allow(self.page, can_write=self.desk.can_write)
        said = [self.page.title if self.page else "", self.desk.wording.text("homejournal")]
        if self._journal.settings.example:
            said.insert(1, self.desk.wording.text("Example family"))
        self.setWindowTitle(" – ".join(part for part in said if part))

    def show_child(self, child: UUID) -> None:
        """Show another child on every page."""
        self._child = child
        self._preferences.child = child
        if self.page is not None:
            self.page.set_child(child)
        self._show_titles()

    def warmed(self) -> None:
        """Take notice that everything is loaded; pages read what the first look left out."""
        self._warm = True
        for page in self._pages.values():
            page.warmed()

    def follow_day(self) -> None:
        """Turn to the next family day if it has begun since."""
        today: date = self._journal.today()
        if today != self._shown_today:
            self._shown_today = today
            for page in self._pages.values():
                page.day_turned()
            self._show_titles()

    def show_up(self) -> None:
        """Come to the front, because the program was started a second time."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def set_language(self, language: str) -> None:
        """Speak another language at once: the same page is built anew at the same day."""
        self._preferences.language = language
        name, day = self._name, self.page.day if self.page else self._shown_today
        for page in self._pages.values():
            page.put_down()
        self._build(language)
        if name:
            self.open_page(name, day)

    def say_failure(self, failure: Exception) -> None:
        """Say what could not be done and what to do about it, above the page."""
        self.frame.say_failure(explain(self.desk.wording, failure))

    def _on_asks_for(self, name: str, place: object) -> None:
        if name == "example":
            self.example_wanted.emit()
        elif name == "paper":
            self.doings.show_paper()
        else:
            self.open_page(name, place)

    def _on_tells(self, words: str) -> None:
        self.frame.toast.show_text(words)

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if Kind.CHILD in kinds:
            self._take_child()
        for page in self._pages.values():
            page.heard(kinds)
        self._show_titles()

    def _take_child(self) -> None:
        """Keep showing a child that exists, or the first start when none is left."""
        children = self._journal.family().children
        if self._child not in children:
            self._child = next(reversed(list(children)), None)
        if self.page is not None:
            self.page.set_child(self._child)
        if not children and self._name != FIRST_START:
            self.open_page(FIRST_START)

    def _on_done(self, words: str) -> None:
        self.frame.forget_failure()
        self.frame.toast.show_text(words, self.desk.wording.text("Undo"))

    def _on_turned(self, words: str) -> None:
        self.frame.forget_failure()
        said = self.desk.wording.text("Taken back or done again: {step}", step=words)
        self.frame.toast.show_text(said)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.follow_day()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        for page in self._pages.values():
            page.put_down()
        self._clock.stop()
        self._preferences.geometry = self.saveGeometry()
        self._preferences.save()
        self._worker.close()
        self._journal.close()
        super().closeEvent(event)
        self.closed.emit(self)
