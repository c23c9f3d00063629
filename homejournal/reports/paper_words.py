"""What the templates of all sheets take: language, direction, fonts, paper and day of printing."""

from datetime import date

from homejournal.domain.visit_page import Paper
from homejournal.reports.own_words import Fields
from homejournal.texts.wording import Wording

_LATIN, _ARABIC, _SIGNS = "Noto Sans", "Noto Sans Arabic", "Noto Emoji"


def paper_fields(wording: Wording, paper: Paper, printed: date) -> Fields:
    """Return the fields by the names that the templates use.

    The font of the language stands first: otherwise its lines would jump.
    """
    rtl = wording.direction == "rtl"
    return {
        "lang": wording.language,
        "dir": wording.direction,
        "fonts": [_ARABIC, _LATIN, _SIGNS] if rtl else [_LATIN, _ARABIC, _SIGNS],
        "paper": "a4" if paper is Paper.A4 else "us-letter",
        "printed": [printed.year, printed.month, printed.day],
    }
