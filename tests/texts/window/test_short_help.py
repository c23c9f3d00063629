"""The short texts that explain, and the help pages in every language."""

from datetime import date
from itertools import pairwise

import pytest

from homejournal import RELEASED, __version__
from homejournal.texts.window import help as help_texts
from homejournal.texts.window.help import TOPICS, help_page, tables_as_lists
from homejournal.texts.wording import languages, wording_of


def test_about_says_which_version_this_is_and_where_the_journal_lies():
    told = help_texts.about(wording_of("en"), "/home/mom/Journal")
    day = wording_of("en").day(date.fromisoformat(RELEASED))
    assert f"homejournal {__version__}, {day}" in told.paragraphs
    assert "Your journal is in /home/mom/Journal" in told.paragraphs


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", TOPICS)
def test_every_help_page_begins_with_its_title(language, topic):
    page = help_page(language, topic)
    assert page.markdown.startswith(f"# {page.title}")


def test_a_language_without_help_pages_shows_the_english_ones():
    assert help_page("fr", "today") == help_page("en", "today")
    assert help_page("es", "today") != help_page("en", "today")


KEYS = """Before.

| key | what it does |
|---|---|
| Enter | a note |
| `Ctrl` (or Cmd) | more |

After.
"""
RULES = """| Rule | State | How |
|---|---|---|
| 1.1.1 | met | By words. |
"""


def test_a_table_of_two_columns_becomes_a_list_of_lines():
    assert tables_as_lists(KEYS).splitlines() == [
        *("Before.", "", "- **\u2068Enter\u2069**: a note"),
        *("- \u2068`Ctrl` (or Cmd)\u2069: more", "", "After."),
    ]


def test_a_table_of_more_columns_says_the_heads_in_each_row():
    assert tables_as_lists(RULES) == (
        "- **\u20681.1.1\u2069**\u2028State: met\u2028How: By words.\n"
    )


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", TOPICS)
def test_as_lists_a_page_keeps_all_that_its_tables_say(language, topic):
    markdown = help_page(language, topic).markdown
    told = tables_as_lists(markdown)
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    cells = {cell.strip() for row in rows for cell in row.split("|")}
    heads = {cell.strip() for row in rows for cell in row.split("|") if row in _heads(rows)}
    assert "\n|" not in told
    assert [cell for cell in cells - heads if cell.strip("-") and cell not in told] == []


def _heads(rows):
    return {row for row, below in pairwise(rows) if below.startswith("|---")}
