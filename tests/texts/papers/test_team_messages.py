"""Messages to the team: whole, kind, in one or two languages, and with nothing private."""

import re

import pytest

from homejournal.domain.visits import MeetingAsk, Opening, OwnWords, Purpose, Thanks, ThankYou
from homejournal.texts.papers import team_messages as said
from homejournal.texts.wording import languages, wording_of
from tests.texts.banned_words import banned_in
from tests.texts.readable import long_parts

EN, ES = wording_of("en"), wording_of("es")
ASK = MeetingAsk(person="Carmen", child="Owen")
THANKS = ThankYou(person="Dana", child="Owen")
OWN = OwnWords(person="Dana", child="Owen")
EVERYTHING = (
    MeetingAsk(person="Carmen", child="Owen", purposes=tuple(Purpose)),
    ThankYou(person="Dana", child="Owen", openings=tuple(Opening), thanks=tuple(Thanks)),
    OWN,
)
FLATTERY = {"great", "best", "amazing", "wonderful", "excellent", "perfect", "maravillosa"}


def test_asking_for_a_meeting_is_a_whole_message():
    letter = said.letter([EN], ASK)
    assert letter.subject == "A meeting of the team"
    assert letter.text == (
        "Hello Carmen,\n\n"
        "We would like a meeting of the team about Owen.\n\n"
        "Could you help us find a day and a time for all of us? Thank you.\n\n"
        "Owen’s family"
    )


def test_what_a_meeting_is_for_stands_in_the_order_of_the_choices():
    asked = MeetingAsk(person="C", child="O", purposes=(Purpose.SOONER, Purpose.RIGHT))
    text = said.letter([EN], asked).text
    assert (
        "about O. We would like to meet before the next review. A family may ask for a review at"
        " any time (34 CFR 303.342(b))." in text
    )


def test_a_note_of_thanks_holds_what_was_chosen():
    note = ThankYou(person="D", child="O", openings=(Opening.USING,), thanks=(Thanks.SHOWING,))
    assert said.letter([EN], note).text == (
        "Hello D,\n\nWe have been using what you showed us.\n\n"
        "Thank you for showing us how to do it.\n\nO’s family"
    )
    assert said.letter([EN], THANKS).text == "Hello Dana,\n\nOwen’s family"


def test_a_message_in_own_words_leaves_room_for_them():
    letter = said.letter([EN], OWN)
    assert (letter.subject, letter.text) == ("A message", "Hello Dana,\n\n…\n\nOwen’s family")


def test_in_two_languages_one_text_stands_under_the_other():
    letter = said.letter([ES, EN], ASK)
    one, two = letter.text.split("\n\n———\n\n")
    assert one == said.letter([ES], ASK).text
    assert two == said.letter([EN], ASK).text
    assert letter.subject == f"{said.letter([ES], ASK).subject} · A meeting of the team"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("message", EVERYTHING)
def test_every_sentence_is_short_and_none_blames_or_flatters(language, message):
    letter = said.letter([wording_of(language)], message)
    text = f"{letter.subject}\n{letter.text}"
    assert long_parts(text) == []
    assert banned_in(text, language) == []
    assert FLATTERY.isdisjoint(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("message", EVERYTHING)
def test_the_subject_names_nobody(message):
    assert not {"Owen", "Dana", "Carmen"}.intersection(said.letter([EN], message).subject.split())


def test_each_choice_has_a_few_words_of_its_own():
    choices = [
        *(said.purpose_choice(EN, purpose) for purpose in Purpose),
        *(said.opening_choice(EN, opening) for opening in Opening),
        *(said.thanks_choice(EN, thanks) for thanks in Thanks),
    ]
    assert len(set(choices)) == len(choices)
    assert max(map(len, choices)) <= 30


def test_what_is_written_down_of_a_message():
    assert said.noted(EN, ASK) == "Asked for a meeting"
    assert said.noted(EN, THANKS) == "Said thank you"
    assert said.noted(EN, OWN) == "Wrote a message"


def test_names_in_another_script_are_kept_apart():
    name = "د" * 200
    assert (
        f"Hello \u2068{name}\u2069," in said.letter([EN], MeetingAsk(person=name, child="O")).text
    )


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("es", "es"),
        ("es-MX", "es"),
        ("ES_us", "es"),
        (" Spanish ", "es"),
        ("español", "es"),
        ("en", "en"),
        ("English", "en"),
        ("ASL", None),
        ("zh", None),
        ("espresso", None),
        ("", None),
        (None, None),
    ],
)
def test_a_message_is_in_the_language_that_a_person_speaks_if_it_is_known(written, code):
    assert said.message_language(written) == code


def test_a_language_that_is_not_written_here_is_said():
    assert said.other_language(EN, "ASL").startswith("homejournal does not write ASL.")


def test_a_mail_with_a_locked_page_tells_nothing_of_it():
    assert said.locked_mail_text(EN) == (
        "Our page is attached. You get the password in another way."
    )
