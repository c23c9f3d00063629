"""The help names the very letters that the week to type in reads in that language."""

import re

import pytest

from homejournal.texts.week_grid import letters
from homejournal.texts.window.help import help_page
from homejournal.texts.wording import languages, wording_of


@pytest.mark.parametrize("language", languages())
def test_the_help_lists_the_letters_of_its_language(language):
    markdown = help_page(language, "week-grid").markdown
    listed = re.findall(r"^\| ([^\W\d_]) \|", markdown, re.MULTILINE)
    assert listed == list(letters(wording_of(language)))
