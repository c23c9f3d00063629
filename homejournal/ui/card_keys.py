"""The single keys of a card on Today in one table, which cards obey and the list of keys shows."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from PySide6.QtCore import Qt

_Key = Qt.Key


class CardDeed(Enum):
    """What a single key does on a card that has the frame."""

    RATE = auto()
    DID_IT = auto()
    NOT_TODAY = auto()
    LEFT_OUT = auto()
    ONCE_MORE = auto()
    WHO = auto()
    TIMER = auto()
    NOTE = auto()
    HOW = auto()
    REMOVE = auto()
    OTHER_TIME = auto()
    OTHER_CARD = auto()


CARD_KEYS: Mapping[CardDeed, tuple[Qt.Key, ...]] = MappingProxyType(
    {
        CardDeed.RATE: tuple(_Key(key) for key in range(_Key.Key_0, _Key.Key_9 + 1)),
        CardDeed.DID_IT: (_Key.Key_D,),
        CardDeed.NOT_TODAY: (_Key.Key_N,),
        CardDeed.LEFT_OUT: (_Key.Key_L,),
        CardDeed.ONCE_MORE: (_Key.Key_O,),
        CardDeed.WHO: (_Key.Key_W,),
        CardDeed.TIMER: (_Key.Key_S,),
        CardDeed.NOTE: (_Key.Key_Return, _Key.Key_Enter),
        CardDeed.HOW: (_Key.Key_H,),
        CardDeed.REMOVE: (_Key.Key_Delete,),
        CardDeed.OTHER_TIME: (_Key.Key_Left, _Key.Key_Right),
        CardDeed.OTHER_CARD: (_Key.Key_Up, _Key.Key_Down),
    }
)
_DEEDS = {int(key): deed for deed, keys in CARD_KEYS.items() for key in keys}


def deed_of(key: int) -> CardDeed | None:
    """Return what a key does on a card, or None where it means nothing there."""
    return _DEEDS.get(key)


def digit_of(key: int) -> int:
    """Return the number on a key that rates."""
    return key - int(_Key.Key_0)
