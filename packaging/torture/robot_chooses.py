"""What a person might do next, by chance, and what often follows on what was just done."""

from collections.abc import Mapping, Sequence
from random import Random

from torture.robot_eyes import controls
from torture.robot_hands import OPENING, Step
from torture.robot_home import Home
from torture.robot_means import LEVELS

_FIRST = ("d", "n", "l", "o", "w", "s", "h", "t", "ä", "1", "2", "7", "12", "٣")
"""What a note begins with: letters that were commands once, digits, another script's digit."""
_KEYS = {
    "Enter": 6,
    "Space": 5,
    "Tab": 5,
    "Shift+Tab": 3,
    "Escape": 2,
    "Up": 1,
    "Down": 1,
    "Left": 1,
    "Right": 1,
    "Ctrl+Enter": 1,
    "Ctrl+Z": 7,
    "Ctrl+Shift+Z": 3,
    "Ctrl+1": 1,
    "Alt+Home": 0.5,
    "Alt+1": 1,
    "Alt+2": 1,
    "Alt+4": 1,
    "Alt+D": 1,
    "Alt+N": 1,
    "Alt+O": 2,
    "Alt+Left": 0.5,
    "Delete": 0.7,
}
_CLICKS = {"note": 4, "Private": 4, "Not today": 6, "": 2, "Remove": 1}
_VERBS = {
    "type": 22,
    "click": 30,
    "key": 25,
    "menu": 6,
    "accent": 3,
    "paste": 2,
    "head": 4,
    "nav": 4,
    "wait": 3,
    "toast": 2,
    "writer": 5,
    "child": 1,
    "day": 0.5,
    "restart": 0.4,
}
_NOT_TODAY = "|Not today"
_MORE = "|More"
_IN_MENU = ("Once more", "Once more", "Did it", "Remove what is written")
_OFTEN = 0.6
_HEAD = ("The week before", "The week after", "Go to today", "Write down a moment")
_WORDS = {
    "head": _HEAD,
    "nav": ("today", "today", "our_child", "journal", "visits"),
    "writer": ("Mom", "Mom", "Grandma", "Grandma", "Not chosen"),
    "child": ("Maya", "Noa"),
}


def choose(chance: Random, home: Home, steps: Sequence[Step]) -> Step:
    """Return what a person might do next, after these steps of one evening."""
    verb, what = _following(chance, home, steps[-2:]) or (_one_of(chance, _VERBS), "")
    match verb:
        case "type" | "accent" | "paste":
            first = chance.choice(_FIRST) + chance.choice(("", " ")) if verb == "type" else ""
            return verb, f"{first}word{len(steps)}e"  # so that each is known again
        case "key":
            return verb, _one_of(chance, _KEYS)
        case "menu":
            lines = [one.removesuffix(_MORE) for one in controls(home) if one.endswith(_MORE)]
            if not lines:
                return "nav", "today"
            return verb, f"{chance.choice(lines)}|{chance.choice(_IN_MENU)}"
        case "click" if not what:
            there = {
                name: _CLICKS.get(name.partition("|")[2], 2)
                for name in controls(home)
                if not name.endswith(OPENING)
            }
            return (verb, _one_of(chance, there)) if there else ("nav", "today")
    return verb, what or (chance.choice(_WORDS[verb]) if verb in _WORDS else "")


def _following(chance: Random, home: Home, last: Sequence[Step]) -> Step | None:
    """Return what often comes next, or None: chance alone would hardly ever lead there.

    Whoever clicks on a card types there. Whoever said "not today" hands the journal on, and then
    it was done after all, by nobody knows whom.
    """
    match [step for step in last if chance.random() < _OFTEN]:
        case [*_, ("click", card)] if card.endswith("|"):
            return "type", ""
        case [*_, ("click", told)] if told.endswith(_NOT_TODAY):
            return "writer", "Not chosen"
        case [("click", told), ("writer", "Not chosen")] if told.endswith(_NOT_TODAY):
            card = told.removesuffix(_NOT_TODAY)
            answers = [
                control for control in controls(home) if control.removeprefix(f"{card}|") in LEVELS
            ]
            return ("click", chance.choice(answers)) if answers else None
    return None


def _one_of(chance: Random, weights: Mapping[str, float]) -> str:
    return chance.choices([*weights], [*weights.values()])[0]
