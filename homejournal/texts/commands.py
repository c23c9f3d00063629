"""What is said in the search for commands and in the list of keys."""

from enum import Enum

from homejournal.texts.wording import Wording


class Where(Enum):
    """Where a key means something."""

    CARD = "card"
    TODAY = "today"
    NOTE = "note"
    WEEK = "week"
    JOURNAL = "journal"
    ANYWHERE = "anywhere"


def where_said(wording: Wording, where: Where) -> str:
    """Return in words where a key means something."""
    text = wording.text
    match where:
        case Where.CARD:
            return text("On a card of Today that has the frame")
        case Where.TODAY:
            return text("On Today")
        case Where.NOTE:
            return text("In a note")
        case Where.WEEK:
            return text("In the table of “Type in a week”")
        case Where.JOURNAL:
            return text("In the list of the journal")
        case Where.ANYWHERE:
            return text("Everywhere")


def not_on_this_page(wording: Wording) -> str:
    """Return why nothing can be printed or saved."""
    return wording.text("This page cannot do it. The visit page can, for example.")


def only_read(wording: Wording) -> str:
    """Return why nothing can be written."""
    return wording.text("This journal can only be read just now.")


def not_now(wording: Wording) -> str:
    """Return that something is not possible for a reason that the page itself tells."""
    return wording.text("This is not possible just now.")


def press_it_there(wording: Wording, where: Where) -> str:
    """Return why a key of another part of the window does nothing from a list."""
    return wording.text("Press it there: {where}.", where=where_said(wording, where))
