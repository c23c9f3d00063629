"""What a key writes: its character, with the digits of every script and the Arabic keyboard."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

_Modifier = Qt.KeyboardModifier
COMMAND = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier
"""How Windows says that AltGr is held, with which people write."""

ON_ONE_KEY = dict(zip("QWERTYUIOPASDFGHJKLZXCVNM", "ضصثقفغعهخحشسيبلاتنمئءؤرىة", strict=True))
"""The letters of an Arabic keyboard by the Latin ones of the same keys; B writes two at once."""
_LATIN = {letter: latin for latin, letter in ON_ONE_KEY.items()}


def with_arabic(keys: Iterable[QKeySequence]) -> list[QKeySequence]:
    """Return shortcuts, and after each with a Latin letter the one of the same Arabic key."""
    every = []
    for one in keys:
        held, _, pressed = one.toString().rpartition("+")
        every.append(one)
        if pressed in ON_ONE_KEY:
            every.append(QKeySequence(f"{held}+{ON_ONE_KEY[pressed]}"))
    return every


def digit_of(text: str) -> int | None:
    """Return the digit that a text is, in whichever script, or None."""
    return unicodedata.decimal(text, None) if len(text) == 1 else None


def plain_key(event: QKeyEvent) -> int:
    """Return the key of an event, as a Latin keyboard has it: digits and Arabic letters, too."""
    key = event.key()
    sign = event.text() or (chr(key) if 0 < key <= 0xFFFF else "")
    digit = digit_of(sign)
    if digit is not None:
        return int(Qt.Key.Key_0) + digit
    return ord(_LATIN[sign]) if sign in _LATIN else key


def written(event: QKeyEvent) -> str:
    """Return the character that a key writes; nothing for a blank, a command or any other key."""
    held = event.modifiers() & COMMAND
    if held not in {_Modifier.NoModifier, _ALT_GR}:
        return ""
    text = event.text()
    return text if text.strip() and text.isprintable() else ""
