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


class CardDeed(Enum):
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


CARD_KEYS: Mapping[CardDeed, tuple[int, ...]] = MappingProxyType(
    {
        CardDeed.RATE: _DIGITS,
        CardDeed.CHANGE: tuple(ALT | key for key in _DIGITS),
        CardDeed.DID_IT: (ALT | _Key.Key_D,),
        CardDeed.NOT_TODAY: (ALT | _Key.Key_N,),
        CardDeed.LEFT_OUT: (ALT | _Key.Key_L,),
        CardDeed.ONCE_MORE: (ALT | _Key.Key_O,),
        CardDeed.WHO: (ALT | _Key.Key_W,),
        CardDeed.TIMER: (ALT | _Key.Key_S,),
        CardDeed.NOTE: (int(_Key.Key_Return), int(_Key.Key_Enter)),
        CardDeed.HOW: (ALT | _Key.Key_I,),
        CardDeed.REMOVE: (int(_Key.Key_Delete),),
        CardDeed.OTHER_CARD: (int(_Key.Key_Up), int(_Key.Key_Down)),
    }
)
_DEEDS = {key: deed for deed, keys in CARD_KEYS.items() for key in keys}


def deed_of(key: int) -> CardDeed | None:
    """Return what a key does on a card, or None where it means nothing there.

    The digits are not in it: whether they rate is the card's to say.
    """
    deed = _DEEDS.get(key)
    return None if deed is CardDeed.RATE else deed
