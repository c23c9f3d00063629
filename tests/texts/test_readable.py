"""What looking back says can be read by a tired parent: short sentences in plain words."""

import re
import sys
from functools import cache
from pathlib import Path

from tests.texts.readable import MOST_WORDS, long_parts

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
from translations import drawn_out

OF_LOOKING_BACK = re.compile(
    r"homejournal/(ui/pages/progress|ui/widgets/(chart|day_|strategy_grid)|reports/|domain/"
    r"|texts/(progress|look_back|more_|sentences|words|tables))"
)
JARGON = {
    "median", "mode", "interval", "p-value", "nonoverlap", "statistic", "statistics", "deviation",
    "baseline", "data", "parameter", "probability", "confidence", "ordinal", "variance",
}  # fmt: skip
SOURCE = re.compile("^Sources?: ")


def test_what_is_too_long_is_found():
    short = " ".join(["word"] * MOST_WORDS)
    assert long_parts(f"{short}. {short}; {short}: {short} · {short}") == []
    assert long_parts(f"One two. {short} more") == [f"{short} more"]


@cache
def texts_of_looking_back():
    """Return the texts in the code of looking back, but for the sources, cited as they are."""
    found = [
        text
        for message in drawn_out()
        if any(OF_LOOKING_BACK.match(place) for place, _ in message.locations)
        for text in ([message.id] if isinstance(message.id, str) else message.id)
    ]
    return [text for text in found if not SOURCE.match(text)]


def test_no_sentence_of_looking_back_is_long():
    assert len(texts_of_looking_back()) > 150
    assert [part for text in texts_of_looking_back() for part in long_parts(text)] == []


def test_no_word_of_statistics_is_said_to_families():
    said = {text: re.sub(r"\{\w+\}", "", text).casefold() for text in texts_of_looking_back()}
    found = {
        text: JARGON.intersection(re.findall(r"[\w-]+", words)) for text, words in said.items()
    }
    assert {text: words for text, words in found.items() if words} == {}
