"""Every screen that a picture is made of, and how a person gets there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

import picture_password as password
from homejournal.ui.base.actions import Action
from homejournal.ui.journal.entry_list import JournalList
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from picture_helper import for_helper
from picture_safe_scenes import SAFE
from picture_scene import Scene, strategy_called
from picture_things import (
    add_twin,
    ask_for_calendar,
    change_what_was_agreed,
    delete_some,
    look_at_no_sheet,
    look_at_photo,
    look_at_plan,
    look_at_strange_plan,
    open_first_person,
    open_last_visit,
    show_hand_outs,
    show_photos,
)
from picture_unsaved import on_full_disk

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.ui.window.main_window import MainWindow

FIRST_START = tuple(
    Scene(f"first-start-{step}", "first_start", pressed)
    for step, pressed in enumerate(
        (
            (),
            ("Start our journal",),
            ("Start our journal", "Add a birthday", "How often, and how to answer"),
        )
    )
)
"""In a journal without a child."""
EMPTY = (
    Scene("today-empty", "today"),
    Scene("plan-empty", "plan"),
    Scene("journal-empty", "journal"),
    Scene("progress-empty", "progress"),
    Scene("visit-page-empty", "visit_page"),
    Scene("visits-empty", "visits"),
    Scene("team-empty", "team"),
    Scene("outcomes-empty", "outcomes"),
    Scene("about-child-empty", "about_child"),
    Scene("settings-empty", "settings"),
    Scene("safe-empty", "safe"),
)
"""In a journal in which only the child is written down."""
FULL = (
    Scene("today", "today"),
    Scene("today-how-we-do-it", "today", ("More", "How we do it")),
    Scene("today-note", "today", ("Add a note",)),
    Scene("today-moment", "today", ("Write down a moment",)),
    Scene("today-left-out", "today", ("More for this day", "Left out for a few days…")),
    Scene("today-timer", "today", ("Start the timer",)),
    Scene("plan", "plan"),
    Scene("plan-new-strategy", "plan", ("Add a strategy",)),
    Scene("plan-examples", "plan", ("Add a strategy", "Choose from examples…")),
    Scene("plan-how-it-is", "plan", ("How is it?",)),
    Scene("plan-files", "plan", ("Hand over as a plan file…",)),
    Scene("plan-file", "plan", first=look_at_plan),
    Scene("plan-file-with-faults", "plan", first=look_at_strange_plan),
    Scene("plan-hand-outs", "plan", first=show_hand_outs),
    Scene("plan-details", "plan", ("Details",), whole=True),
    Scene("plan-change", "plan", ("Change…",)),
    Scene("plan-pause", "plan", ("Pause…",)),
    Scene("plan-finish", "plan", ("Finish…",)),
    Scene("plan-parts-of-the-day", "plan", ("Parts of the day",)),
    Scene("plan-grid-on-paper", "plan", ("Parts of the day", "On paper…")),
    Scene("week-for-the-fridge", "today", action=Action.FRIDGE_WEEK),
    Scene("week-grid", "week_grid"),
    Scene("sheet-photo", "week_grid", then=look_at_photo),
    Scene("sheet-photo-refused", "week_grid", then=look_at_no_sheet),
    Scene("settings", "settings", whole=True),
    Scene("settings-page", "settings"),
    Scene("reminders", "today", action=Action.REMINDERS),
    Scene("put-away", "about_child", action=Action.PUT_AWAY),
    Scene("journal-as-a-book", "journal", action=Action.BOOK),
    Scene("journal", "journal"),
    Scene("journal-entry", "journal", first_entry=True),
    Scene("journal-change-entry", "journal", ("Change…",), first_entry=True),
    Scene("journal-deleted", "journal", ("Recently deleted",), first=delete_some),
    Scene("life-events", "journal", action=Action.LIFE_EVENTS),
    Scene("progress", "progress"),
    Scene("progress-own-dates", "progress", ("Own dates…",)),
    Scene("progress-all", "progress", ("3 months",), whole=True),
    Scene("progress-strategy", "progress", ("3 months",), strategy="Pause and wait"),
    *(
        Scene(f"progress-{name}", "progress", pressed, strategy=strategy, whole=True)
        for name, strategy, pressed in (
            ("help", "Pause and wait", ("3 months", "Show more detail")),
            ("minutes", "Same three steps to bed", ("3 months", "Show table")),
            ("tries", "One new bite beside two she likes", ("3 months",)),
            ("how-it-went", "Toy one step away", ("3 months", "How is this counted?")),
        )
    ),
    Scene("visit-page", "visit_page"),
    Scene("visit-page-mail", "visit_page", ("Send by e-mail…",)),
    Scene("visit-page-password", "visit_page", ("PDF with a password…",)),
    Scene("visit-page-short-text", "visit_page", ("Short text for a message…",)),
    Scene("visits", "visits"),
    Scene("visits-new-visit", "visits", ("Add a visit",)),
    Scene("visits-past", "visits", then=open_last_visit),
    Scene("visits-agree", "visits", then=change_what_was_agreed),
    Scene("visits-asked", "visits", ("They asked us…",)),
    Scene("visits-calendar", "visits", then=ask_for_calendar),
    Scene("team", "team"),
    Scene("team-opened", "team", then=open_first_person),
    Scene("team-new-person", "team", ("Add somebody",)),
    Scene("team-person", "team", ("Change…",)),
    Scene("team-contact", "team", ("Write down a contact…",)),
    Scene("team-meeting", "team", ("Ask for a meeting…",)),
    Scene("team-thanks", "team", ("Say thank you…",)),
    Scene("team-own-words", "team", ("In our own words…",)),
    Scene("visits-pack", "visits", action=Action.PACK),
    Scene("outcomes", "outcomes"),
    Scene("outcomes-new", "outcomes", ("Add an outcome",)),
    Scene("outcomes-rate", "outcomes", ("Rate it at a visit…",)),
    Scene("outcomes-review", "outcomes", ("What the review said…",)),
    Scene("about-child", "about_child"),
    Scene("about-child-change", "about_child", ("Change what we wrote…",)),
    Scene("about-child-dates", "about_child", ("Name and birthday…",)),
    Scene("about-child-on-paper", "about_child", ("A page for new people…",)),
    Scene("new-child", "today", action=Action.ADD_CHILD),
    Scene("people-who-write", "today", action=Action.PEOPLE),
    Scene("today-for-helper-asked", "today", action=Action.FOR_HELPER),
    Scene("today-for-helper", "today", then=for_helper),
    Scene("help", "today", action=Action.HELP),
    Scene("help-keys", "today", action=Action.KEYS),
    Scene("find-a-command", "today", action=Action.FIND_COMMAND),
    Scene("help-paper", "today", action=Action.HELP_ON_PAPER),
    Scene("help-about", "today", action=Action.ABOUT),
    Scene("today-add-a-photo", "today", ("Add a photo…",)),
    Scene("today-photos", "today", first=show_photos),
    Scene("journal-photos", "journal", first_entry=True, first=show_photos),
    Scene("today-not-saved", "today", then=on_full_disk),
    Scene("together", "together", first=add_twin),
    Scene("today-of-twins", "today", first=add_twin),
    *SAFE,
)
"""In the journal of the example family. What changes it stands behind what shows its entries.

A damaged one is only read, and so comes last.
"""
HELP_PAGES = {
    "about-child": "about-child",
    "copies": "safe-two-places",
    "files": "safe-save-all",
    "journal": "journal",
    "password": "password-card",
    "plan": "plan",
    "progress": "progress",
    "reminders": "reminders",
    "repair": "safe-damaged",
    "settings": "settings-page",
    "sheet-photo": "sheet-photo",
    "team": "team",
    "today": "today",
    "two-homes": "safe-sharing",
    "visit-page": "visit-page",
    "visits": "visits",
    "week-grid": "week-grid",
}
"""The help's pictures: the topics on whose pages they stand, and the screens."""


def go_to(scene: Scene, window: "MainWindow", settle: Callable[[], None]) -> QWidget:
    """Go where the scene is, and return what the picture shows: a dialog or the whole window."""
    if scene.first is not None:
        scene.first(window)
        settle()
    window.open_page(scene.page, _place(scene, window))
    settle()
    if scene.first_entry:
        _choose_first_entry(window)
        settle()
    for words in scene.pressed:
        _press(window, window.desk.wording.text(words))
        settle()
    if scene.action is not None:
        window.menus.action(scene.action).trigger()
        settle()
    if scene.then is not None:
        shown = scene.then(window)
        settle()
        return shown
    if scene.whole:
        columns = window.findChildren(ScrollColumn)
        return next(filter(None, (column.widget() for column in columns if column.isVisible())))
    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), window)


def _place(scene: Scene, window: "MainWindow") -> "UUID | str | None":
    return strategy_called(window, scene.strategy) if scene.strategy else scene.at or None


def leave(window: "MainWindow") -> None:
    """Close the dialogs of a scene without saving, and what stands beside the window."""
    password.leave_password(window)
    for dialog in window.findChildren(QDialog):
        dialog.reject()
        dialog.deleteLater()


def _press(window: "MainWindow", words: str) -> None:
    """Press what is on the screen, or else what a small window shows in a menu instead."""
    page = window.page
    buttons = page.findChildren(QAbstractButton) if page else []
    named = [
        button for button in buttons if _is_called(button.text() or button.accessibleName(), words)
    ]
    for button in sorted(named, key=lambda one: not one.isVisible()):
        button.click()
        return
    for item in page.findChildren(QAction) if page else []:
        if _is_called(item.text(), words):
            if (menu := QApplication.activePopupWidget()) is not None:
                menu.close()
            item.trigger()
            return
    raise LookupError(f"The page has nothing to press that is called {words!r}.")


def _is_called(label: str, words: str) -> bool:
    """Return whether a label says these words; dots at its end may be no part of them."""
    return label.replace("&", "") in {words, f"{words}…"}


def _choose_first_entry(window: "MainWindow") -> None:
    view = window.findChildren(JournalList)[0]
    if not view.isVisible():  # where there is little room, an entry stands there alone
        QTest.keyClick(cast("QWidget", window.page), Qt.Key.Key_Escape)
    rows = (view.model().index(at, 0) for at in range(view.model().rowCount()))
    first = next(row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable)
    view.setCurrentIndex(first)
    view.clicked.emit(first)
