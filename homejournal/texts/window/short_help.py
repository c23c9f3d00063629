"""The short texts that explain: the opening, paper, the keys, and what this program is."""

from typing import NamedTuple

from homejournal import __version__
from homejournal.texts.languages import language
from homejournal.texts.wording import Wording


def not_read_yet(wording: "Wording") -> str:
    """Return the sentence that nobody who grew up with this language has read it, or nothing."""
    if language(wording.language).read:
        return ""
    return wording.text(
        "No native speaker has checked this translation yet. Some words may sound odd."
    )


class HelpText(NamedTuple):
    """One help text; every paragraph is plain text."""

    title: str
    paragraphs: tuple[str, ...]


def opening(wording: Wording) -> tuple[str, ...]:
    """Return what is said first of all, in six plain sentences."""
    text = wording.text
    return (
        text("This journal stays on this computer."),
        text("You need no account and no internet."),
        text("Nothing you write is ever sent anywhere."),
        text("Nobody else reads it, unless you hand over a page you have seen first."),
        text("Write as much or as little as fits your day."),
        text("Everything can be changed later, and nothing gets lost."),
    )


def away_from_computer(wording: Wording) -> HelpText:
    """Return how to write things down on paper and type them in later."""
    text = wording.text
    return HelpText(
        text("How do I write it down away from the computer?"),
        (
            text(
                "Print a week for the fridge: it is in the File menu once there is a plan. Any"
                " other sheet of paper will do, too. A number or a check mark is enough."
            ),
            text(
                "Grandparents and sitters can write on it, too. Their name beside the mark says who"
                " did it."
            ),
            text(
                "When you have a quiet minute, open “Type in a week” in the View menu, or press"
                " Ctrl+9. It looks like the sheet: one key for each box. You can always do this"
                " later; the journal only keeps, in small print, that it was written later."
            ),
            text(
                "What is not on the sheet stays “not written”. That is fine, and it is not a “no”."
            ),
        ),
    )


def about(wording: Wording, folder: str) -> HelpText:
    """Return what this program is, its licenses, and where the journal lies."""
    text = wording.text
    return HelpText(
        text("About homejournal"),
        (
            text("homejournal {version}", version=__version__),
            text("A home-practice journal for families of a small child in early intervention."),
            text("It works without an account and without a network. It gives no advice."),
            text("Your journal is in {folder}", folder=wording.own(folder)),
            text(
                "homejournal is free software under the MIT license. It is built with Qt and"
                " PySide6 (LGPL), SQLAlchemy, SQLCipher, Matplotlib and Typst. It shows the"
                " Noto fonts and Tabler icons."
            ),
            *filter(None, (not_read_yet(wording),)),
        ),
    )
