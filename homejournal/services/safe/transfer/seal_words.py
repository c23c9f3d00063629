"""Words that seal a file: four of a list, easy to say on the phone and to type."""

import secrets

from homejournal.resources import resource

HOW_MANY = 4
_USUAL = "en"


def suggested_words(language: str) -> str:
    """Return four random words of a language; of English where it has no list."""
    file = resource("words", f"{language}.txt")
    if not file.exists():
        file = resource("words", f"{_USUAL}.txt")
    words = file.read_text(encoding="utf-8").split()
    return " ".join(secrets.choice(words) for _ in range(HOW_MANY))
