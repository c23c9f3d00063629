"""Thanks to somebody of the team, and the last words to whoever left."""

from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.record import Kind
from homejournal.ui.visits.team.message_dialog import ThanksDialog
from tests.ui.forms import dialog, press
from tests.ui.visits.coming.visiting import TODAY, a_visit, somebody
from tests.ui.visits.team.test_message_dialog import message


def test_thanks_are_chosen_and_kept_as_a_contact(house, open_team, hands):
    dana = somebody(house)
    page = open_team(house)
    press(hands, "Say thank you…", page)
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


def test_whoever_left_can_be_thanked(house, open_team, hands):
    somebody(house, "Ana")
    zoe = somebody(house, "Zoe", left=TODAY)
    a_visit(house, -3, people=(zoe.id,))
    page = open_team(house)
    hands.click(hands.named(page.cards[1], QPushButton, "Say thank you…"))
    assert message().startswith("Hello Zoe,")
