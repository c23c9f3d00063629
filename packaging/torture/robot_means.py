"""What each step means to the person who does it, told from what stands on the screen."""

from dataclasses import dataclass
from enum import Enum, auto

from torture.robot_eyes import FLAGS, PRIVATE, Focus, Seen
from torture.robot_hands import Step

LEVELS = {
    "A lot of help": 1,
    "Some help": 2,
    "A little help": 3,
    "On own": 4,
    "Hard": 1,
    "Okay": 2,
    "Well": 3,
    "Did it": None,
    "Alt+1": 1,
    "Alt+2": 2,
    "Alt+3": 3,
    "Alt+4": 4,
    "Alt+D": None,
}
_DID_IT = " did it"


class Deed(Enum):
    """What a person says with a step; all that is not told is NOTHING."""

    NOTHING = auto()
    ANSWER = auto()
    NOT_TODAY = auto()
    WHO = auto()
    ONCE_MORE = auto()
    REMOVE = auto()
    FLAG = auto()
    PRIVATE = auto()
    SAVE = auto()
    REMOVE_NOTE = auto()
    TYPE = auto()
    UNDO = auto()
    REDO = auto()
    IN_FIELD = auto()
    """Taking back, or doing again, what was typed in the field."""
    TODAY = auto()
    RESTART = auto()


_PRESSED = {
    "Not today": Deed.NOT_TODAY,
    "Once more": Deed.ONCE_MORE,
    "Alt+N": Deed.NOT_TODAY,
    "Alt+O": Deed.ONCE_MORE,
    "Delete": Deed.REMOVE,
    "Remove": Deed.REMOVE_NOTE,
    "Remove what is written": Deed.REMOVE,
    "Undo": Deed.UNDO,
    PRIVATE: Deed.PRIVATE,
    **dict.fromkeys(FLAGS, Deed.FLAG),
    **dict.fromkeys(LEVELS, Deed.ANSWER),
}
_PRESSING = {
    ("button", "Space"),
    ("button", "Enter"),
    ("button", "Ctrl+Enter"),
    ("pill", "Space"),
}
_KEYS = {
    "Ctrl+1": Deed.TODAY,
    "Alt+Home": Deed.TODAY,
    "Ctrl+Z": Deed.UNDO,
    "Ctrl+Shift+Z": Deed.REDO,
}
_VERBS = {"toast": Deed.UNDO, "restart": Deed.RESTART}
"""What the word at the foot takes back is what it tells."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A deed, the line it is on, and what stands on the part that was pressed, or was typed."""

    deed: Deed
    card: str = ""
    words: str = ""
    sure: bool = True
    """Whether it has to write something: keys do only where the line offers it."""


def meaning_of(step: Step, seen: Seen) -> Meaning:
    """Return what a step means."""
    verb, what = step
    match verb, what:
        case (("type" | "accent" | "paste"), _):
            return Meaning(Deed.TYPE, seen.focus.owner, f"á{what}" if verb == "accent" else what)
        case (("click" | "menu"), _):
            card, _, words = what.partition("|")
            return _pressed(card, words)
        case ("nav", "today") | ("head", "Go to today"):
            return Meaning(Deed.TODAY)
        case "key", "Alt+Home" if seen.page != "today":
            return Meaning(Deed.NOTHING)
        case "key", _:
            return _key(what, seen.focus)
    return Meaning(_VERBS.get(verb, Deed.NOTHING), words=verb)


def _key(key: str, focus: Focus) -> Meaning:
    """Return what a key means where the focus is.

    Enter on a flag saves the note; many press it to be done with what they have just pressed, so
    it takes nothing back.
    """
    if (key == "Ctrl+Z" and focus.has_undo) or (key == "Ctrl+Shift+Z" and focus.has_redo):
        return Meaning(Deed.IN_FIELD, focus.owner)
    if key == "Ctrl+Enter" and focus.kind == "note":
        return Meaning(Deed.SAVE, focus.owner)
    if key in _PRESSED:
        on_card = key != "Delete" or focus.kind in {"card", "pill", "words"}
        return Meaning(_PRESSED[key] if on_card else Deed.NOTHING, focus.owner, key, sure=False)
    if (focus.kind, key) in _PRESSING:
        meant = _pressed(focus.owner, focus.words)
        saves = key != "Space" and meant.deed in {Deed.FLAG, Deed.PRIVATE}
        stays = key != "Space" and focus.is_on
        return (
            Meaning(Deed.SAVE if saves else Deed.NOTHING, focus.owner) if saves or stays else meant
        )
    return Meaning(_KEYS.get(key, Deed.NOTHING))


def _pressed(card: str, words: str) -> Meaning:
    if words in _PRESSED:
        return Meaning(_PRESSED[words], card, words)
    if words.endswith(_DID_IT):
        return Meaning(Deed.WHO, card, words.removesuffix(_DID_IT))
    return Meaning(Deed.NOTHING, card, words)
