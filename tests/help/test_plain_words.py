"""The help can be read by everybody, and calls each thing as the window does."""

import re

import pytest

from homejournal.texts.window.help import TOPICS, help_page
from homejournal.texts.wording import languages
from tests.texts.readable import is_plain, long_sentences, words_of
from tests.texts.test_no_word_of_blame import texts_in

PAGES = [(language, topic) for language in languages() for topic in TOPICS]
CODE = re.compile(r"```.*?```", re.DOTALL)
FOR_PROGRAMMERS = {
    "format": "its tables list the names of fields in a file",
    "plan-files": "its tables list the names of fields in a file",
    "accessibility": "its tables list the rules of a standard, each with its tests",
}
"""Pages whose tables are not read as sentences, and why. Lines of code are read nowhere."""
NAME = re.compile(r"\*\*([^*]+)\*\*|\*([^*\n]+)\*")


def markdown_of(language, topic):
    return CODE.sub("", help_page(language, topic).markdown)


def read_aloud(language, topic):
    """Return the words of a page as they are read, with a line for each cell of a table."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown_of(language, topic))
    lines = [re.sub(r"^(#+|\d+\.|-) ", "", line) for line in text.splitlines()]
    if topic in FOR_PROGRAMMERS:
        lines = [line for line in lines if not line.startswith("|")]
    cells = [cell for line in lines for cell in line.split("|")]
    return re.sub(r"[*`]", "", "\n".join(cells))


def running_text(language, topic):
    """Return the same without headings and tables, whose few words would make a page look easy."""
    lines = help_page(language, topic).markdown.splitlines()
    apart = {line.lstrip("# ") for line in lines if line.startswith("#")}
    apart |= {cell for line in lines if line.startswith("|") for cell in line.split("|")}
    said = read_aloud(language, topic).splitlines()
    return "\n".join(line for line in said if line not in apart)


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_no_sentence_is_long(language, topic):
    assert long_sentences(read_aloud(language, topic)) == []


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_every_page_is_read_easily(language, topic):
    text = running_text(language, topic)
    assert len(words_of(text)) > 100
    assert is_plain(text, language)


@pytest.mark.parametrize("language", languages())
def test_every_name_in_the_help_is_one_that_the_window_shows(language):
    shown = {_plain(text) for _, text in texts_in(language)}
    found = [
        (topic, name)
        for topic in TOPICS
        for name in _names_in(re.sub("`[^`]*`", "", markdown_of(language, topic)))
        if not _is_sentence(name) and _plain(name) not in shown
    ]
    assert found == []


def _names_in(markdown):
    # Two names with an arrow between them, which points as one reads, are a menu and what is in it.
    return [
        one
        for bold, slanted in NAME.findall(markdown)
        for one in re.split(" [→←] ", bold or slanted)
    ]


def _plain(name):
    return name.replace("&", "").rstrip("…:.").casefold()


def _is_sentence(name):
    # A whole sentence is said with weight, and is no name.
    return name.endswith(".") and len(name.split()) > 3


@pytest.mark.parametrize("language", languages())
def test_the_first_page_names_every_other_by_its_title(language):
    named = re.findall(r"^- \[(.*)\]\((.*)\.md\)$", markdown_of(language, "start"), re.MULTILINE)
    titles = [(help_page(language, topic).title, topic) for topic in TOPICS if topic != "start"]
    assert named == titles


@pytest.mark.parametrize("language", languages())
def test_a_help_page_that_the_program_names_is_there(language):
    titles = {help_page(language, topic).title for topic in TOPICS}
    of_help = re.compile(r"(?:help page|página de ayuda|صفحة المساعدة) [“«]([^”»]*)[”»]")
    named = [name for _, text in texts_in(language) for name in of_help.findall(text)]
    assert named
    assert set(named) <= titles
