"""The window of one journal: opens pages, takes back steps, follows the day and the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from typing_extensions import override

from homejournal.texts.wording import wording_of
from homejournal.ui.base.editing import Editing
from homejournal.ui.base.keys import EmptyFieldUndo, KeysInOrder
from homejournal.ui.base.language import set_week_start, use_language
from homejournal.ui.base.timers import one_shot
from homejournal.ui.kit.window_interface import OpenWindow
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.focus import FocusInSight
from homejournal.ui.widgets.roles import begin_telling
from homejournal.ui.window.actions import WindowActions
from homejournal.ui.window.frame import WindowFrame
from homejournal.ui.window.lifecycle import WindowLifecycle, place
from homejournal.ui.window.menus import WindowMenus, menu_lines
from homejournal.ui.window.pages import (
    TODAY,
    child_after,
    first_child,
    fitting_page,
    make_page,
    window_title,
)
from homejournal.ui.window.places import OUR_CHILD, LastPages, has_tab, our_child, waiting_pages

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QCloseEvent

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.record import Kind
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.editing import Unfinished
    from homejournal.ui.base.page import LeftOpen, Page
    from homejournal.ui.base.preferences import Preferences
    from homejournal.ui.base.worker import Worker


AGAIN_MS = 10_000
"""So long after a refusal it is tried by itself."""


class SaveRetry(QObject):
    """Belongs to one window; trying by itself moves no focus, and says nothing twice."""

    failed = Signal(object)
    """JournalError: something could not be done, or still cannot; it is to be said."""

    def __init__(self, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._frame: WindowFrame | None = None
        self._timer = one_shot(self, self.by_itself)
        self._is_trying = False
        editing.failed.connect(self.failed)
        editing.changed.connect(self._on_changed)

    def say(self, frame: WindowFrame, failure: Exception, wording: Wording) -> None:
        """Say above the pages what could not be done, and that it waits where it does."""
        from homejournal.texts.error_texts import explain, waits_said

        if not self._editing.unfinished.waits:
            frame.say_failure(explain(wording, failure))
            return
        self._frame = frame
        self._timer.start(AGAIN_MS)
        frame.again_wanted.connect(self.now, Qt.ConnectionType.UniqueConnection)
        frame.say_failure(waits_said(wording, failure), waits=True)

    def now(self) -> None:
        """Try what waits, as somebody has asked, and say why where it still cannot be saved."""
        failure = self._try()
        if failure is not None:
            self.failed.emit(failure)
        elif self._frame is not None and self._frame.shows_waiting:
            self._frame.forget_failure()

    def by_itself(self) -> None:
        """Try what waits; where it has to wait on, that stands above the pages."""
        if not self._editing.unfinished.waits:
            return
        failure = self._try()
        if failure is None:
            return
        self._timer.start(AGAIN_MS)
        if self._frame is not None and not self._frame.shows_waiting:
            self.failed.emit(failure)

    def stop(self) -> None:
        """Try no more: the window has let its journal go."""
        self._timer.stop()

    def _try(self) -> Exception | None:
        self._is_trying = True
        try:
            return self._editing.try_again()
        finally:
            self._is_trying = False

    def _on_changed(self) -> None:
        """Try with what was just saved: there may be room again."""
        if self._editing.unfinished.waits and not self._is_trying:
            self._timer.start(0)


class UnsavedWordsGuard:
    """Remembers which words were already spoken of, so that closing again closes."""

    def __init__(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished
        self._told: frozenset[str] = frozenset()

    def hold(self, pages: Collection[Page], frame: WindowFrame, wording: Wording) -> bool:
        """Put every page and form down; say so, and return True, where words would be lost."""
        # The frame is painted before anything of the journal is loaded.
        from homejournal.ui.base.drafts import FieldDraft

        for page in pages:
            page.keep_typing()
        forms = frame.window().findChildren(FieldDraft)
        for kept in forms:
            kept.keep()
        of_forms = (draft.at_risk() for draft in forms)
        of_pages = (page.at_risk() for page in pages)
        words = self._unfinished.pressed().union(*of_pages, *of_forms)
        if words <= self._told:
            return False
        self._told = words
        frame.say_failure(
            wording.text(
                "What you typed or pressed is not saved, and closing now would lose it. Save it"
                " first, after making room on the disk if that is full, or close once more to"
                " leave it."
            ),
            waits=bool(self._unfinished.waits),
        )
        return True


_MINUTE_MS = 60_000


class MainWindow(OpenWindow):
    """Shows the frame at once; `take` and `open_first` fill it after the first paint."""

    frame: WindowFrame
    menus: WindowMenus
    window_actions: WindowActions

    def __init__(self, preferences: Preferences, language: str, *, example: bool = False) -> None:
        super().__init__()
        self._preferences, self._example = preferences, example
        self._journal: FamilyJournal | None = None
        self._editing = Editing(self._put_back, self)
        self._editing.changed.connect(self._on_changed)
        self._again = SaveRetry(self._editing, self)
        self._again.failed.connect(self.say_failure)
        self.closed.connect(self._again.stop)
        self._worker: Worker | None = None
        self._child: UUID | None = None
        self._shown_today: date | None = None
        self._warm, self._is_let_go, self._name = False, False, ""
        self._left: dict[str, LeftOpen] = {}
        self._last_pages = LastPages()
        self._words = UnsavedWordsGuard(self._editing.unfinished)
        self.window_actions = WindowActions(self)
        self.lifecycle = WindowLifecycle(self)
        self._editing.setting_changed.connect(self.lifecycle.follow_setting)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.follow_day)
        begin_telling()
        FocusInSight.begin()
        self._build(language)
        place(self, preferences, QSize(px(1120), px(780)))

    def take(self, journal: FamilyJournal) -> None:
        """Take a journal, which is closed with the window; once and for good."""
        self._journal = journal
        self._empty_field_undo = EmptyFieldUndo(self)
        KeysInOrder.begin()
        self._shown_today = journal.today()
        self._example = journal.settings.example
        self._sit_down()
        self._clock.start(_MINUTE_MS)

    def _build(self, language: str) -> None:
        self._wording = wording_of(language)
        self.setLocale(use_language(language))
        self._pages: dict[str, Page] = {}
        self.frame = WindowFrame(self._wording, self)
        self.frame.nav.chosen.connect(self._go_to_place)
        self.frame.tabs.chosen.connect(self.go_to)
        self.frame.switch.chosen.connect(self.show_child)
        self.frame.switch.add_wanted.connect(self.window_actions.child.add_child)
        self.frame.switch.page_wanted.connect(self.open_page)
        self.frame.toast.undo.connect(self._editing.undo)
        self.frame.tell_of(self._editing)
        self.frame.own_wanted.connect(self.own_wanted)
        self.frame.show_notices(example=self._example, read_only="")
        self.setCentralWidget(self.frame)
        self.menus = WindowMenus(self.menuBar(), self._wording, self.frame)
        self.setWindowTitle(self._wording.text("homejournal"))
        if self._journal is not None:
            self._sit_down()

    def _sit_down(self) -> None:
        """Lay out the desk for the pages of this language."""
        from homejournal.ui.base.desk import Desk
        from homejournal.ui.base.worker import Worker

        self._worker = self._worker or Worker(self)
        self.desk = Desk(
            journal=self.journal,
            editing=self._editing,
            wording=self._wording,
            preferences=self._preferences,
            worker=self._worker,
            today=self.journal.today,
        )
        set_week_start(self, self.journal.settings.week_start)
        self._fill_menus()
        self.frame.show_notices(example=self._example, read_only=self._only_read())

    def _only_read(self) -> str:
        """Return why the journal can only be read; empty if it can be written to."""
        why = self.journal.read_only_because
        if why is None:
            return ""
        from homejournal.texts.error_texts import explain  # not at a start with nothing to tell

        return explain(self._wording, why, in_window=False)

    def _fill_menus(self) -> None:
        self.menus.fill(menu_lines(self._wording, self.window_actions))
        self.menus.add_recent(self.window_actions)
        self.menus.scheme_asked.connect(self.window_actions.set_scheme)
        self.menus.add_colors(self._preferences.scheme)
        undo, redo = self.menus.add_undo(self._editing.stack)
        undo.triggered.connect(self._editing.undo)
        redo.triggered.connect(self._editing.redo)

    def _put_back(self, change: Change) -> Change:
        return self.journal.undo(change)

    @property
    @override
    def page(self) -> Page | None:
        return self._pages.get(self._name)

    @property
    @override
    def page_name(self) -> str:
        return self._name

    @property
    def is_busy(self) -> bool:
        """Whether long work runs or waits."""
        return self._worker is not None and self._worker.busy

    @property
    @override
    def is_example(self) -> bool:
        return self._example

    @property
    @override
    def journal(self) -> FamilyJournal:
        if self._journal is None:
            raise RuntimeError("this window has no journal yet")
        return self._journal

    def open_first(self, name: str = TODAY, place: object = None) -> None:
        """Open the page to begin with: Today, or the first start while there is no child."""
        self.lifecycle.begin()
        self._child = first_child(self.journal.family(), self._preferences.child)
        self.open_page(name, place)

    @override
    def open_page(self, name: str, place: object = None) -> None:
        if self._journal is None:
            return  # somebody was faster than the first paint
        left = self._left.pop(name, None) if place is None else None
        place = left.day if left else place
        name = fitting_page(self.journal.family(), self._child, name, place)
        page = self._pages.get(name)
        if self.page is not None and self.page is not page:
            self.page.keep_typing()
        if page is None:
            page = self._make(name)
        comes, self._name = name != self._name, name
        page.set_child(self._child)
        if place is not None:
            page.open_at(place)
        elif comes:
            page.page_entered()
        self._last_pages.opened(name, self.journal.today())
        self.frame.show_page(page, name, waiting_pages(self.journal, self._child))
        self._show_titles()
        if left is not None and left.typed is not None:
            page.type_in(left.typed)

    @override
    def go_to(self, name: str) -> None:
        again = name == self._name
        self.open_page(name)
        if self.page is not None:
            self.page.page_entered()
            if again:
                self.page.asked_again()

    def _go_to_place(self, name: str) -> None:
        self.go_to(self._last_pages.page_of(name, self.journal.today()))

    def _make(self, name: str) -> Page:
        page = make_page(name, self.desk, self.frame.stack)
        page.asks_for.connect(self.open_page)
        page.wants.connect(self.window_actions.do)
        page.child_wanted.connect(self.show_child)
        page.tells.connect(self.frame.toast.show_text)
        page.titled.connect(self._show_titles)
        if has_tab(name):
            page.leave_title_to_tab()
        self._pages[name] = page
        self.frame.stack.addWidget(page)
        if self._warm:
            page.warmed()
        return page

    def _show_titles(self) -> None:
        from homejournal.domain.records.family import pronoun_of

        family = self.journal.family()
        who = pronoun_of(family, self._child)
        self.frame.switch.show_child(family.children, self._child)
        self.frame.nav.rename(OUR_CHILD, our_child(self._wording, who))
        self.menus.speak_of(who)
        if self._warm and self._child is not None:
            self._show_portrait(self._child)
        self.menus.allow(self.page, can_write=self.desk.can_write)
        self.setWindowTitle(window_title(self._wording, self.page, self.journal.settings))

    def _show_portrait(self, which: UUID) -> None:
        """Show the child's photo where there is one; it is read once, and not before the paint."""
        from homejournal.ui.attachments.portrait import portrait

        child, switch = self.journal.family().children.get(which), self.frame.switch
        if child is not None and child.photo != switch.photo:
            switch.show_photo(child.photo, portrait(self.desk, child))

    @override
    def show_child(self, child: UUID) -> None:
        self._child = self._preferences.child = child
        self._left.clear()
        self.open_page(self._name)

    def warmed(self) -> bool:
        """Let pages read, once, what the first look left out; False while the journal is locked."""
        if self._warm or self.journal.safe.is_locked:
            return self._warm
        self._warm = True
        for page in self._pages.values():
            page.warmed()
        self.lifecycle.warmed()
        if self._name:
            self._show_titles()
        return True

    @override
    def follow_day(self) -> None:
        today = self._journal.today() if self._journal is not None else None
        if today is not None and today != self._shown_today:
            self._shown_today = today
            for page in self._pages.values():
                page.day_turned()
            self._show_titles()

    @override
    def set_language(self, language: str) -> None:
        self._preferences.language = language
        self._left |= {name: page.left_open() for name, page in self._pages.items()}
        for page in self._pages.values():
            page.keep_typing()
        self._editing.disconnect(self.frame)  # it lasts a moment longer, and would say all twice
        self._build(language)
        self.frame.show()  # Qt waits with it otherwise, and a key pressed meanwhile is lost
        if self._name:
            self.open_page(self._name)
        self.lifecycle.warmed()

    def say_failure(self, failure: Exception) -> None:
        """Say what could not be done and what to do about it, above the page."""
        self._again.say(self.frame, failure, self._wording)

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        from homejournal.domain.records.record import Kind

        if Kind.CHILD in kinds:
            self._take_child()
        for page in self._pages.values():
            page.heard(kinds)
        self.frame.show_place(self._name, waiting_pages(self.journal, self._child))
        self._show_titles()

    def _take_child(self) -> None:
        """Keep showing a child that exists, or the first start when none is left."""
        self._child = child_after(self.journal.family(), self._child)
        if self._name:
            self.open_page(self._name)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.follow_day()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_let_go or self._words.hold(self._pages.values(), self.frame, self._wording):
            event.setAccepted(self._is_let_go)
            return
        self._is_let_go = True
        self._clock.stop()
        self.lifecycle.leave(self._preferences)
        self._preferences.save()
        if self._worker is not None:
            self._worker.close()
        if self._journal is not None:
            self._journal.close()
        super().closeEvent(event)
        self.closed.emit(self)
