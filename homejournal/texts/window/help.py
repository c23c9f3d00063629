"""The help pages, and the short texts that explain: the opening, paper, this program."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from homejournal import RELEASED, __version__
from homejournal.domain.names import matches_typed, search_form
from homejournal.resources import resource
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


def about(wording: Wording, folder: str) -> HelpText:
    """Return what this program is, its licenses, and where the journal lies."""
    text = wording.text
    return HelpText(
        text("About homejournal"),
        (
            text(
                "homejournal {version}, {day}",
                version=__version__,
                day=wording.day(date.fromisoformat(RELEASED)),
            ),
            text("A home-practice journal for families of a small child in early intervention."),
            text("No account, no network, no advice."),
            text("Your journal is in {folder}", folder=wording.own(folder)),
            text(
                "homejournal is free software under the MIT license. It is built with Qt and"
                " PySide6 (LGPL), SQLAlchemy, SQLCipher, Matplotlib and Typst. It shows the"
                " Noto fonts and Tabler icons."
            ),
            *filter(None, (not_read_yet(wording),)),
        ),
    )


TOPICS = (
    "start",
    "today",
    "plan",
    "plan-files",
    "journal",
    "progress",
    "visit-page",
    "visits",
    "packs",
    "team",
    "about-child",
    "children",
    "people",
    "numbers",
    "away-from-the-computer",
    "week-grid",
    "sheet-photo",
    "reminders",
    "settings",
    "privacy",
    "two-homes",
    "files",
    "copies",
    "repair",
    "deleting",
    "password",
    "staying-safe",
    "accessibility",
    "whats-new",
    "format",
)
"""The names of the pages' files, in the order in which the help lists them."""

SOURCE_LANGUAGE = "en"
_PICTURE = re.compile(r"^!\[([^\]]+)\]\((pictures/[a-z0-9-]+\.png)\)$", re.MULTILINE)
_TABLE = re.compile(r"^(\|.*\|)\n\|[-|]+\|\n((?:\|.*\|(?:\n|\Z))+)", re.MULTILINE)
_NEXT_LINE = "\u2028"
"""Begins a line that belongs to the same paragraph: Qt makes a paragraph of Markdown's own sign."""
_LEAST_LETTERS = 3
_NO_WORDS = re.compile(r"\]\([^)]*\)|\W+")


class HelpPage(NamedTuple):
    """One page of the help: its heading, and its whole text as Markdown."""

    title: str
    markdown: str


def help_page(language: str, topic: str) -> HelpPage:
    """Return a page in a language, or in English where that language has none."""
    path = resource("help", language, f"{topic}.md")
    if not path.is_file():
        path = resource("help", SOURCE_LANGUAGE, f"{topic}.md")
    markdown = path.read_text("utf-8")
    return HelpPage(markdown.splitlines()[0].lstrip("# "), markdown)


def with_captions(markdown: str) -> str:
    """Return a page whose pictures are told in words below them, too, for whoever listens."""
    return _PICTURE.sub(r"![\1](\2)\n\n*\1*", markdown)


def tables_as_lists(markdown: str) -> str:
    """Return a page whose tables are lists: a point for each row, that begins with its first cell.

    Where a row has more than two cells, each of the others says the head of its column.
    """
    return _TABLE.sub(_as_list, markdown)


def _as_list(table: re.Match[str]) -> str:
    _, *heads = _cells(table[1])
    told = []
    for row in table[2].splitlines():
        first, *others = _cells(row)
        name = f"\u2068{first}\u2069"  # what it says keeps its direction to itself
        if "`" not in first:
            name = f"**{name}**"
        if len(others) == 1:
            told.append(f"- {name}: {others[0]}\n")
            continue
        lines = [f"{head}: {words}" for head, words in zip(heads, others, strict=True)]
        told.append(f"- {_NEXT_LINE.join((name, *lines))}\n")
    return "".join(told)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def help_picture(language: str, name: str) -> Path | None:
    """Return the file of a picture as a page names it, in English where the language has none.

    Nothing but the help's own pictures can be named.
    """
    if _PICTURE.match(f"![a]({name})") is None:
        return None
    files = (resource("help", one, name) for one in (language, SOURCE_LANGUAGE))
    return next((file for file in files if file.is_file()), None)


def topics_about(language: str, typed: str) -> tuple[str, ...]:
    """Return the topics whose page has a word that begins with each word that was typed.

    Those come first that have all of them in their heading.
    """
    words = _NO_WORDS.sub(" ", search_form(typed))
    found = [topic for topic in TOPICS if matches_typed(words, _read_aloud(language, topic))]
    found.sort(key=lambda topic: not matches_typed(words, help_page(language, topic).title))
    return tuple(found)


def words_to_mark(typed: str) -> tuple[str, ...]:
    """Return what is marked of the words that were typed: "a" and "of" only where all are short."""
    words = typed.split()
    return tuple(word for word in words if len(word) >= _LEAST_LETTERS) or tuple(words)


def _read_aloud(language: str, topic: str) -> str:
    # Signs over a letter, which Arabic may write or leave out, would part its word.
    return _NO_WORDS.sub(" ", search_form(help_page(language, topic).markdown))
