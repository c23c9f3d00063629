"""Texts that take forms by the child: she, he or neither, in every language."""

import re
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from homejournal.domain.records.children import Pronoun
from homejournal.resources import resource
from homejournal.texts.labels import child_said
from homejournal.texts.wording import languages, wording_of

pytestmark = pytest.mark.measured

with resource("translations", "homejournal.pot").open("rb") as template:
    FORMED = sorted({message.id for message in read_po(template) if message.context == "she"})
HERS, HIS = re.compile(r"\bhijas?\b"), re.compile(r"\bhijos?\b")
SEARCHED = "homejournal/texts/window/commands.py"
NOBODY_YET = {"What do you call your child?"}
"""Asked before there is a child."""
WHOSE = {
    Pronoun.SHE: (True, False),
    Pronoun.HE: (False, True),
    Pronoun.NEITHER: (True, True),
}


def said(language, pronoun, literal):
    wording, names = wording_of(language), names_in(literal)
    ours = child_said(wording, pronoun)
    told = wording.text_about(pronoun, literal, **dict.fromkeys(names, ours))
    assert told.count(ours) >= len(names)
    return str(told)


def names_in(literal):
    return {name for _, name, _, _ in Formatter().parse(literal) if name}


def test_there_are_some():
    assert {"our child", "How {child} communicates"} <= set(FORMED)


def test_a_child_is_called_by_the_name_where_papers_say_it():
    assert child_said(wording_of("en"), Pronoun.SHE, "Noa") == "Noa"
    assert child_said(wording_of("es"), Pronoun.SHE) == "nuestra hija"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("pronoun", Pronoun)
@pytest.mark.parametrize("literal", FORMED)
def test_each_form_is_said_in_the_language_and_none_is_left_out(literal, pronoun, language):
    told = said(language, pronoun, literal)
    assert told
    english = literal.format(**dict.fromkeys(names_in(literal), "our child"))
    assert (told == english) == (language == "en")


@pytest.mark.parametrize("pronoun", Pronoun)
@pytest.mark.parametrize("literal", FORMED)
def test_a_form_speaks_of_the_child_as_the_family_does(literal, pronoun):
    spanish, arabic = said("es", pronoun, literal), said("ar", pronoun, literal)
    hers = bool(HERS.search(spanish)), bool(HIS.search(spanish))
    assert hers == WHOSE[pronoun]
    assert ("طفلة" in arabic or "طفلت" in arabic) == (pronoun is Pronoun.SHE)


def is_left_out(message):
    return message.id in FORMED or {file for file, _ in message.locations} == {SEARCHED}


def plain(language):
    """Return all texts without forms with their words in a language, but not words to find by."""
    with resource("translations", language, "LC_MESSAGES", "homejournal.po").open("rb") as file:
        known = {m.id: m.string for m in read_po(file) if m.id and not is_left_out(m)}
    return {
        str(text): "\n".join([said] if isinstance(said, str) else said)
        for text, said in known.items()
    }


def test_a_text_without_forms_never_calls_a_child_a_son_alone():
    told = plain("es").values()
    assert [one for one in told if HIS.search(one) and not HERS.search(one)] == []


@pytest.mark.parametrize(("language", "ours"), [("es", HERS), ("ar", re.compile("طفل(نا|كم|ه)"))])
def test_a_text_about_one_child_that_is_known_has_forms(language, ours):
    assert {text for text, told in plain(language).items() if ours.search(told)} <= NOBODY_YET


def test_a_text_is_worded_anew_with_the_same_form():
    told = wording_of("en").text_about(Pronoun.SHE, "our child")
    assert told.in_language(wording_of("es")) == "nuestra hija"
