"""The help pages: which there are, in which order, and their text in a language."""

from typing import NamedTuple

from homejournal.resources import resource

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
    "reminders",
    "settings",
    "privacy",
    "staying-safe",
    "whats-new",
    "format",
)
"""The names of the pages' files, in the order in which the help lists them."""

SOURCE_LANGUAGE = "en"


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
