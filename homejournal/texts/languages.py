"""The languages of the program: their own names, whose days and digits they take, who read them."""

from typing import NamedTuple


class Language(NamedTuple):
    """One language. A catalogue without a line here is called by its code and counts as unread."""

    own_name: str
    region: str
    """The locale of its days and numbers."""
    read: bool
    """Whether somebody who grew up with it has read all of it."""


# Families of the program's home country: Spanish there writes dates and numbers as es_US does, and
# the Arabic of ar_AE has the digits that stand on the papers of an American team.
LANGUAGES = {
    "en": Language("English", "en_US", read=True),
    "es": Language("Español", "es_US", read=False),
    "ar": Language("العربية", "ar_AE", read=False),
}


def language(code: str) -> Language:
    """Return what is known of a language."""
    return LANGUAGES.get(code, Language(code, code, read=False))
