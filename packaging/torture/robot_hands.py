"""The robot's hands: keys go to whatever has the focus, and clicks to where a person sees a part.

A step is a verb and a word, so that a row of steps can be read, kept and played again.
"""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QTimerEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit, QScrollArea, QWidget

from homejournal.ui.today.page import TodayPage
from torture.robot_eyes import Seen, controls, words_of
from torture.robot_home import Home

Step = tuple[str, str]
_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
OPENING = (
    "Add a photo…",
    "As last time",
    "More",
    "In which routine",
    "Somebody else…",
    "Somebody new…",
)
"""Buttons that lead elsewhere or only show something; the robot leaves them alone."""
_CURSOR = {"Left", "Right", "Up", "Down", "Delete"}


def do(home: Home, seen: Seen, step: Step) -> bool:
    """Do a step as a person does, and return whether it could be done."""
    verb, what = step
    done = _DOES[verb](home, seen, what)
    _finish()
    return done


def _type(_home: Home, seen: Seen, text: str) -> bool:
    """Type on a card or in a field; elsewhere nobody would expect letters to stay."""
    if not seen.focus.owner:
        return False
    if seen.focus.kind == "note":
        _press("Ctrl+End")
    for letter in text:
        _letter(letter)
    return True


def _accent(_home: Home, seen: Seen, text: str) -> bool:
    """Type an accent by a dead key, as on a Spanish keyboard.

    Qt puts the two keys together where something takes what an input method writes, and nowhere
    else.
    """
    part = QApplication.focusWidget()
    if not seen.focus.owner or part is None:
        return False
    if part.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        letter = QInputMethodEvent()
        letter.setCommitString("á")
        QApplication.sendEvent(part, letter)
    else:
        QTest.sendKeyEvent(QTest.KeyAction.Click, part, Qt.Key.Key_Dead_Acute, "", _PLAIN)
        _letter("a")
    for one in text:
        _letter(one)
    return True


def _paste(_home: Home, seen: Seen, text: str) -> bool:
    if not seen.focus.owner:
        return False
    QGuiApplication.clipboard().setText(text)
    _press("Ctrl+V")
    return True


def _key(_home: Home, seen: Seen, keys: str) -> bool:
    if seen.focus.kind == "note" and keys in _CURSOR:
        return False  # what is typed next would stand in the middle of other words
    presses = keys in {"Enter", "Ctrl+Enter", "Space"} | _CURSOR
    if presses and (not seen.focus.owner or seen.focus.words.endswith(OPENING)):
        return False  # it would open what the robot leaves alone
    _press(keys)
    return True


def _click(home: Home, _seen: Seen, name: str) -> bool:
    part = controls(home).get(name)
    if part is None:
        return False
    pressed = _press_at(home, part, QPoint(6, 6) if name.endswith("|") else None)
    if pressed and isinstance(part, QPlainTextEdit):
        _press("Ctrl+End")
    return pressed


def _menu(home: Home, seen: Seen, what: str) -> bool:
    """Choose what stands behind the three dots of a line, where it is offered."""
    name, _, words = what.partition("|")
    there, card = controls(home), seen.cards.get(name)
    written = card is not None and card.practice is not None
    if written is (words == "Did it") or what in there or f"{name}|More" not in there:
        return False
    return _pick(home, there[f"{name}|More"], words)


def _head(home: Home, seen: Seen, name: str) -> bool:
    page = home.window.page
    if name == "Go to today":
        if not isinstance(page, TodayPage) or seen.day == seen.today:
            return False
        return _pick(home, page.header.menu, name)
    found = [
        widget
        for widget in (page.findChildren(QWidget) if page is not None else [])
        if widget.isVisible() and widget.isEnabled() and words_of(widget) == name
    ]
    return bool(found) and _press_at(home, found[0])


def _nav(home: Home, _seen: Seen, name: str) -> bool:
    return _press_at(home, home.window.frame.nav.button(name))


def _toast(home: Home, _seen: Seen, _what: str) -> bool:
    toast = home.window.frame.toast
    found = [widget for widget in toast.findChildren(QWidget) if words_of(widget) == "Undo"]
    return toast.isVisible() and bool(found) and _press_at(home, found[0])


def _writer(home: Home, seen: Seen, name: str) -> bool:
    if seen.page != "today":
        return False
    page = home.window.page
    found = (
        [widget for widget in page.findChildren(QWidget) if "writing" in words_of(widget)]
        if page
        else []
    )
    return bool(found) and _pick(home, found[0], name)


def _child(home: Home, _seen: Seen, name: str) -> bool:
    return _pick(home, home.window.frame.switch, name)


def _wait(home: Home, _seen: Seen, _what: str) -> bool:
    """Let two seconds go by, without waiting for them."""
    for timer in home.window.findChildren(QTimer):
        if timer.isActive() and timer.isSingleShot() and timer.interval() <= 2000:
            QApplication.sendEvent(timer, QTimerEvent(timer.timerId()))
    return True


def _day(home: Home, _seen: Seen, _what: str) -> bool:
    """Let the night go by, until the window looks at the clock again."""
    home.now = home.now.replace(day=home.now.day + 1) if home.now.day < 28 else home.now
    for timer in home.window.findChildren(QTimer):
        if timer.isActive() and timer.interval() == 60_000:
            QApplication.sendEvent(timer, QTimerEvent(timer.timerId()))
    return True


def _restart(home: Home, _seen: Seen, _what: str) -> bool:
    home.begin_again()
    return True


_DOES = {
    "type": _type,
    "accent": _accent,
    "paste": _paste,
    "key": _key,
    "click": _click,
    "menu": _menu,
    "head": _head,
    "nav": _nav,
    "toast": _toast,
    "writer": _writer,
    "child": _child,
    "wait": _wait,
    "day": _day,
    "restart": _restart,
}


def _letter(letter: str) -> None:
    part = QApplication.focusWidget()
    if part is not None:
        key = Qt.Key(ord(letter.upper()))
        QTest.sendKeyEvent(QTest.KeyAction.Click, part, key, letter, _PLAIN)


def _press(keys: str) -> None:
    *held, name = keys.split("+")
    modifiers = _PLAIN
    for one in held:
        modifiers |= _HELD[one]
    key = Qt.Key.Key_Backtab if keys == "Shift+Tab" else getattr(Qt.Key, f"Key_{name}")
    part = QApplication.focusWidget() or QApplication.activeWindow()
    if part is not None:
        QTest.keyClick(part.window().windowHandle(), key, modifiers)


def _press_at(home: Home, part: QWidget, at: QPoint | None = None) -> bool:
    """Click where a part is seen; scroll to it before, and let it be where something covers it."""
    window = home.window
    if not part.isVisible() or not part.isEnabled():
        return False
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(part, 0, 0)
        QApplication.processEvents()
    place = part.mapTo(window, at or part.rect().center())
    hit = window.childAt(place)
    if hit is None or not (hit is part or part.isAncestorOf(hit)):
        return False
    QTest.mousePress(window.windowHandle(), _LEFT, _PLAIN, place)
    QApplication.processEvents()  # no finger is so quick that the window stands still meanwhile
    QTest.mouseRelease(window.windowHandle(), _LEFT, _PLAIN, place)
    return True


def _pick(home: Home, button: QWidget, words: str) -> bool:
    """Open a menu with a click and choose a line of it, where it is there."""
    if not _press_at(home, button):
        return False
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return True
    line = next((action for action in menu.actions() if action.text() == words), None)
    if line is None:
        return False
    QTest.mouseClick(menu, _LEFT, _PLAIN, menu.actionGeometry(line).center())
    return True


def _finish() -> None:
    """Let everything come to rest; close what was opened by the way."""
    QApplication.processEvents()
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.reject()
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
