"""What is said in the search for commands and in the list of keys."""

from dataclasses import dataclass
from enum import Enum

from homejournal.texts.wording import Wording


class Where(Enum):
    """Where a key means something."""

    CARD = "card"
    TODAY = "today"
    NOTE = "note"
    FORM = "form"
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
        Where.FORM: text("In a form"),
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
        "new_journal": text("start begin create another"),
        "open": text("file load journal double click"),
        "import": text("add bring load file csv"),
        "export": text("save copy table excel csv download"),
        "prepare": text("print page visit therapist report"),
        "save_pdf": text("print file paper download"),
        "quit": text("close exit end"),
        "new": text("note milestone first celebration write photo"),
        "search": text("search look for words"),
        "child": text("new twin sibling baby second"),
        "today": text("home start write down rate log answer done timer note"),
        "week_grid": text("paper sheet fridge grid table"),
        "journal": text(
            "diary notes entries calendar month celebration concern private filter photos history"
        ),
        "progress": text(
            "charts graphs statistics numbers compare before after trend how many filter"
        ),
        "visits": text(
            "add appointments schedule calendar file therapist session questions bring agreed"
        ),
        "visit_page": text("report summary handout one page doctor therapist short text message"),
        "team": text(
            "add therapists doctors teacher coordinator phone email message contacts people"
        ),
        "about_child": text(
            "photo birthday name pronouns she he words strengths likes page for new people sitter"
        ),
        "plan": text(
            "add strategy strategies routines pause finish restart change how often twice"
            " suggested confidence how is it for us"
        ),
        "outcomes": text("add goals ladders IFSP reviews hopes"),
        "safe": text("backup copies password security"),
        "settings": text("options preferences"),
        "larger": text("zoom bigger font size letters"),
        "smaller": text("zoom font size letters"),
        "usual": text("zoom reset font size letters"),
        "language": text("English Spanish Arabic translation"),
        "hide": text("safe private cover secret lock"),
        "lock": text("password close secret"),
        "help": text("manual guide instructions questions"),
        "keys": text("shortcuts keyboard"),
        "paper": text("print sheet fridge"),
        "example": text("try demo"),
        "sheet_photo": text("scan picture paper camera phone week fridge drop"),
        "try_photo": text("example sheet scan paper demo"),
        "news": text("update version changes"),
        "copy_details": text("problem fault error bug help"),
        "about": text("version license"),
        "for_helper": text("sitter grandparent grandma grandpa guest babysitter"),
        "take_plan": text("import open file professional"),
        "put_away": text("archive moved three finished"),
        "fridge": text("print sheet paper grid"),
        "together": text("twins siblings side by side"),
        "hand_over_plan": text("export save file professional"),
        "pack": text("print review birthday three transition preschool IFSP hand over"),
        "book": text("print everything keep whole journal year"),
        "life_events": text("move new baby sibling illness hospital change"),
        "reminders": text("ring alarm bell time notifications"),
        "people": text("names mom dad grandma writers rename"),
        "folder": text("file place disk backup"),
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
