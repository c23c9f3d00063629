"""What is said in the search for commands and in the list of keys."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Findable:
    """A part of a page, found by its name or by other words; `place` is where its page opens."""

    name: str
    other_words: str
    place: str = ""


def where_said(wording: Wording, where: Where) -> str:
    """Return in words where a key means something."""
    text = wording.text
    said = {
        Where.CARD: text("On the framed card on Today"),
        Where.TODAY: text("On Today"),
        Where.NOTE: text("In a note"),
        Where.WEEK: text("In the table of “Type in a week”"),
        Where.JOURNAL: text("In the list of the journal"),
        Where.ANYWHERE: text("Everywhere"),
    }
    return said[where]


def found_said(wording: Wording, number: int, first: str) -> str:
    """Return how many lines a search leaves, and the first of them."""
    return wording.count("{n} found: {first}", "{n} found. First: {first}", number, first=first)


def not_on_this_page(wording: Wording) -> str:
    """Return why nothing can be printed or saved."""
    return wording.text("This page cannot do it. The visit page can, for example.")


def only_read(wording: Wording) -> str:
    """Return why nothing can be written."""
    return wording.text("This journal can only be read just now.")


def not_now(wording: Wording) -> str:
    """Return that something is not possible for a reason that the page itself tells."""
    return wording.text("This is not possible just now.")


def press_it_there(wording: Wording, where: Where, keys: str) -> str:
    """Return where a key is pressed that does nothing from a list."""
    said = where_said(wording, where)
    return wording.text("{where}: press {keys} there.", where=said, keys=keys)


def other_words(wording: Wording) -> dict[str, str]:
    """Return other words by which lines of the menus are looked for, by the names of the lines."""
    text = wording.text
    return {
        "prepare": text("print page visit therapist"),
        "save_pdf": text("print file paper"),
        "fridge": text("print sheet paper grid"),
        "pack": text("print review birthday hand over"),
        "book": text("print everything keep whole journal"),
        "take_plan": text("import open file professional"),
        "hand_over_plan": text("export save file professional"),
        "example": text("try demo"),
        "folder": text("file place disk backup"),
        "child": text("new twin sibling baby"),
        "week_grid": text("paper sheet fridge grid"),
        "together": text("twins siblings side by side"),
        "hide": text("safe private cover secret lock"),
        "for_helper": text("sitter grandparent guest babysitter"),
        "reminders": text("ring alarm bell time"),
        "copy_details": text("problem fault error bug help"),
        "put_away": text("archive moved three finished"),
        "today": text("write down rate log"),
        "paper": text("print sheet fridge"),
        "keys": text("shortcuts keyboard"),
    }


def safe_places(wording: Wording) -> tuple[Findable, ...]:
    """Return what keeps the journal safe, by the names of the cards of that page."""
    text = wording.text
    return (
        Findable(
            text("Copies"),
            text("backup journal copy save restore bring back second place disk stick"),
            "backups",
        ),
        Findable(text("Check and repair"), text("damaged broken fix problem"), "repair"),
        Findable(
            text("Password"),
            text("journal lock encrypt secret recovery sheet words"),
            "password",
        ),
        Findable(
            text("Other computers and homes"),
            text("two share other home second computer laptop family sync folder"),
            "sharing",
        ),
        Findable(
            text("Import and export"),
            text("export import save excel spreadsheet table csv move new computer hand over"),
            "exchange",
        ),
        Findable(text("Delete for good"), text("deleting erase remove wipe forget"), "deleting"),
    )


def days_left_out(wording: Wording) -> Findable:
    """Return the way to leave out a few days, on Today."""
    words = wording.text("sick ill away holiday vacation trip travel hospital break")
    return Findable(wording.text("Left out for a few days"), words)


def recently_deleted(wording: Wording) -> Findable:
    """Return the way to what was deleted, on Journal."""
    words = wording.text("delete restore undelete bring back trash bin lost")
    return Findable(wording.text("Recently deleted"), words)
