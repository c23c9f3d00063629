"""Thanks to somebody of the team, and the last words to whoever left."""

from homejournal.domain.records.record import Kind
from homejournal.ui.visits.team.message_dialog import ThanksDialog
from tests.ui.forms import dialog, press
from tests.ui.visits.coming.visiting import TODAY, a_visit, choose, offered, somebody
from tests.ui.visits.team.test_message_dialog import message


def test_thanks_are_chosen_and_kept_as_a_contact(house, open_team, hands):
    dana = somebody(house)
    page = open_team(house)
    choose(page.rows[0].message, "Say thank you…")
    assert isinstance(dialog(), ThanksDialog)
    assert message() == "Hello Dana,\n\nThank you for your time.\n\nMaya’s family"
    press(hands, "We have been using it")
    press(hands, "For your time")
    press(hands, "For showing us how")
    assert message() == (
        "Hello Dana,\n\nWe have been using what you showed us.\n\n"
        "Thank you for showing us how to do it.\n\nMaya’s family"
    )
    press(hands, "Save as a contact")
    (contact,) = house.journal.records.all_of(Kind.CONTACT)
    assert (contact.team, contact.words) == (dana.id, "Said thank you")


def test_whoever_left_can_be_thanked(house, open_team):
    somebody(house, "Ana")
    zoe = somebody(house, "Zoe", left=TODAY)
    a_visit(house, -3, people=(zoe.id,))
    page = open_team(house)
    assert offered(page.rows[1].message) == ["In our own words…", "Say thank you…"]
    choose(page.rows[1].message, "Say thank you…")
    assert message().startswith("Hello Zoe,")


def test_a_message_in_our_own_words_is_kept_as_a_contact(house, open_team, hands):
    dana = somebody(house)
    page = open_team(house)
    choose(page.rows[0].message, "In our own words…")
    assert message() == "Hello Dana,\n\n…\n\nMaya’s family"
    dialog().text.set_text("Could we move Tuesday?")
    press(hands, "Save as a contact")
    (contact,) = house.journal.records.all_of(Kind.CONTACT)
    assert (contact.team, contact.words) == (dana.id, "Wrote a message")
