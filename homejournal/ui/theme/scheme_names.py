"""The colours that can be chosen, by the names that the menu and the settings give them."""

from homejournal.texts.wording import Wording
from homejournal.ui.theme import Scheme


def scheme_names(wording: Wording) -> tuple[tuple[Scheme, str], ...]:
    """Return every choice with its words for a menu, in which "&" stands before a letter to press.

    Where the words stand alone, `without_key` takes that sign away.
    """
    text = wording.text
    return (
        (Scheme.SYSTEM, text("As the &system")),
        (Scheme.LIGHT, text("&Light")),
        (Scheme.DARK, text("&Dark")),
        (Scheme.CONTRAST_LIGHT, text("Light with &high contrast")),
        (Scheme.CONTRAST_DARK, text("Dark with high &contrast")),
    )


def without_key(words: str) -> str:
    """Return the words of a menu without the sign before the letter that chooses them."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")
