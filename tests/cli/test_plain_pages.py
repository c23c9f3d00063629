"""What the program says on the example family's pages is plain, but for the family's own words."""

import json
import re

import pytest

from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.material import PackAsked, pack_material
from homejournal.domain.packs.offers import default_keys
from homejournal.domain.records.notes import PackKind
from homejournal.domain.visits import MeetingAsk, Opening, Purpose, Thanks, ThankYou
from homejournal.reports.papers.pack import PackWords
from homejournal.services.opening import create_example
from homejournal.texts.papers.team_messages import letter
from homejournal.texts.wording import languages, wording_of
from tests.cli.example import DAYS, EXAMPLE, THREE_MONTHS
from tests.journals import DEVICE, TODAY, Clock
from tests.texts.readable import is_plain, long_parts, words_of

PAGES = {
    "since the last visit": ("page", *DAYS, "--format", "text"),
    "three months": ("page", *THREE_MONTHS, "--format", "text", "--second-page"),
    "a short message": ("page", *THREE_MONTHS, "--format", "short"),
    "about our child": ("about", "--today", "2026-06-28", "--format", "text"),
}
NO_WORDS = re.compile(r"[0-9a-f-]{36}|[\d:T.+-]+|[a-z_]+")
"""Ids, days, and words of the file's format."""


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", PAGES)
def test_what_is_told_on_a_page_is_plain(cli, example, language, page):
    command, *more = PAGES[page]
    made = cli(command, example, "--child", "Noa", *more, "--lang", language, "--out", "-")
    assert made.code == 0
    said = without_own_words(made.out)
    assert "Grandma Rosa" not in said
    assert len(words_of(said)) > 30
    assert [part for part in long_parts(said) if not is_list_of_days(part)] == []
    assert is_plain(said, language)


def is_list_of_days(part):
    """Whether a part names days one after the other, as the words for a strip of days do."""
    words = part.split()
    return sum(any(map(str.isdigit, word)) for word in words) > len(words) / 3


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", PackKind)
def test_what_is_told_in_a_pack_is_plain(tmp_path, language, kind):
    journal = create_example(tmp_path / "example", clock=Clock(), device=DEVICE)
    (child,) = journal.family().children
    days = journal.packs.days(child, kind, TODAY)
    reading = journal.packs.reading(
        PackAsked(child=child, kind=kind, period=days, language=language), TODAY
    )
    for _ in reading:
        pass
    material = pack_material(reading.read)
    pack = PackWords(pack_of(material, default_keys(material), PackTyped(answers={})))
    for _ in pack.draw():
        pass
    said = without_own_words("\n".join(_said_in(pack.fields())))
    journal.close()
    assert len(words_of(said)) > 200
    assert long_parts(said) == []
    assert is_plain(said, language)


@pytest.mark.parametrize("language", languages())
def test_messages_with_everything_in_them_are_plain(language):
    whole = MeetingAsk(person="X", child="X", purposes=tuple(Purpose))
    thanks = ThankYou(person="X", child="X", openings=tuple(Opening), thanks=tuple(Thanks))
    said = "\n".join(letter([wording_of(language)], one).text for one in (whole, thanks))
    assert len(words_of(said)) > 100
    assert long_parts(said) == []
    assert is_plain(said, language)


def without_own_words(said):
    """Return a text with one letter for each thing that the example family wrote."""
    own = set(_texts_in(json.loads(EXAMPLE.read_text("utf-8"))))
    for words in sorted(own, key=len, reverse=True):
        said = said.replace(words, "X")
    return said


def _texts_in(told):
    if isinstance(told, str) and not NO_WORDS.fullmatch(told):
        yield told
    elif isinstance(told, list | dict):
        for part in told.values() if isinstance(told, dict) else told:
            yield from _texts_in(part)


def _said_in(fields):
    """Yield what a template shows, but for what a person wrote: that knows its direction."""
    if isinstance(fields, str):
        yield fields
    elif isinstance(fields, dict) and "rtl" not in fields:
        for part in fields.values():
            yield from _said_in(part)
    elif isinstance(fields, list | tuple):
        for part in fields:
            yield from _said_in(part)
