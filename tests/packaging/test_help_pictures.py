"""Each picture of the help is there in its language, small, and told in words."""

import re

import pytest
from PIL import Image

from homejournal.resources import resource
from homejournal.texts.window.help import TOPICS, help_page, help_picture
from homejournal.texts.wording import languages
from picture_scenes import HELP_PAGES
from tests.texts.readable import MOST_WORDS

MOST_BYTES = 80_000
OWN = [one for one in languages() if resource("help", one, "pictures").is_dir()]
ALL = [(language, topic) for language in OWN for topic in HELP_PAGES]


def pictures_of(language, topic):
    return re.findall(r"!\[(.*?)\]\((.*?)\)", help_page(language, topic).markdown)


@pytest.mark.parametrize(("language", "topic"), ALL)
def test_a_page_shows_its_picture_and_tells_it_in_words(language, topic):
    ((alt, name),) = pictures_of(language, topic)
    assert name == f"pictures/{topic}.png"
    assert help_picture(language, name) == resource("help", language, name)
    assert alt.endswith(".")
    assert 6 < len(alt.split()) <= MOST_WORDS


@pytest.mark.parametrize(("language", "topic"), ALL)
def test_a_picture_is_small_and_can_be_read(language, topic):
    file = resource("help", language, f"pictures/{topic}.png")
    assert file.stat().st_size <= MOST_BYTES
    with Image.open(file) as picture:
        assert 400 <= picture.width <= 1000
        assert not {"exif", "date:create", "Author"} & set(picture.info)


@pytest.mark.parametrize("language", OWN)
def test_no_picture_is_left_over_or_shown_elsewhere(language):
    kept = {file.stem for file in resource("help", language, "pictures").iterdir()}
    assert kept == set(HELP_PAGES)
    shown = {topic for topic in TOPICS if pictures_of(language, topic)}
    assert shown == set(HELP_PAGES)


@pytest.mark.parametrize("language", OWN)
def test_no_two_pictures_are_told_alike(language):
    told = [alt for topic in HELP_PAGES for alt, _ in pictures_of(language, topic)]
    assert len(set(told)) == len(told)


def test_a_language_without_pictures_shows_the_english_ones():
    assert help_picture("xx", "pictures/today.png") == help_picture("en", "pictures/today.png")
