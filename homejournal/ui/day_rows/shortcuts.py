"""The keys of a line on Today in one table, which lines obey and the list of keys shows.

No letter is among them: a letter begins the note of the line.
"""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from PySide6.QtCore import Qt

_Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier.value
_DIGITS = tuple(range(int(_Key.Key_0), int(_Key.Key_9) + 1))


class CardAction(Enum):
    """What a key does on a line whose answers have the focus."""

    RATE = auto()
    CHANGE = auto()
    DID_IT = auto()
    NOT_TODAY = auto()
    LEFT_OUT = auto()
    ONCE_MORE = auto()
    WHO = auto()
    TIMER = auto()
    NOTE = auto()
    HOW = auto()
    REMOVE = auto()
    OTHER_CARD = auto()


CARD_KEYS: Mapping[CardAction, tuple[int, ...]] = MappingProxyType(
    {
        CardAction.RATE: _DIGITS,
        CardAction.CHANGE: tuple(ALT | key for key in _DIGITS),
        CardAction.DID_IT: (ALT | _Key.Key_D,),
        CardAction.NOT_TODAY: (ALT | _Key.Key_N,),
        CardAction.LEFT_OUT: (ALT | _Key.Key_L,),
        CardAction.ONCE_MORE: (ALT | _Key.Key_O,),
        CardAction.WHO: (ALT | _Key.Key_W,),
        CardAction.TIMER: (ALT | _Key.Key_S,),
        CardAction.NOTE: (int(_Key.Key_Return), int(_Key.Key_Enter)),
        CardAction.HOW: (ALT | _Key.Key_I,),
        CardAction.REMOVE: (int(_Key.Key_Delete),),
        CardAction.OTHER_CARD: (int(_Key.Key_Up), int(_Key.Key_Down)),
    }
)
_DEEDS = {key: deed for deed, keys in CARD_KEYS.items() for key in keys}


def card_action_of(key: int) -> CardAction | None:
    """Return what a key does on a card, or None if it means nothing there.

    The digits are not in it: whether they rate is the card's to say.
    """
    deed = _DEEDS.get(key)
    return None if deed is CardAction.RATE else deed
