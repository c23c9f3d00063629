"""The team's page as a person uses it: who is there, contacts, leaving and coming back."""

from dataclasses import replace
from datetime import time
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from homejournal.domain.people import Channel, Contact, TeamMember, Way
from homejournal.domain.plan import PlanStep, Strategy
from homejournal.domain.record import Kind
from homejournal.ui.widgets.pill import Pill
from tests.ui.pages.visiting import (
    DAY,
    TODAY,
    a_visit,
    again,
    dialog,
    field,
    no_dialog,
    press,
    somebody,
    type_in,
    undo,
)

Key = Qt.Key
WAYS = (
    Way(way=Channel.PHONE, value="555-0117"),
    Way(way=Channel.TEXT, value="555-0142", preferred=True),
    Way(way=Channel.IN_PERSON),
)


def a_contact(house, person, days=0, words="Sent the video"):
    contact = Contact(
        id=uuid4(), team=person.id, day=TODAY + days * DAY, way=Channel.TEXT, words=words
    )
    house.journal.records.save(contact)
    return contact


def an_idea(house, person, name, days=0):
    strategy = Strategy(id=uuid4(), child=house.child.id, name=name, suggested_by=person.id)
    step = PlanStep(id=uuid4(), strategy=strategy.id, from_day=TODAY + days * DAY)
    house.journal.records.save(strategy, step)
    return strategy


def names(page):
    return [card.title() for card in page.cards]


def said(page, hands):
    return " | ".join(hands.texts(page)).replace("\u202f", " ").replace("\u200b", "")


def shown(card):
    return [one.text() for one in card.findChildren(QPushButton) if one.isVisible() and one.text()]


def asks(page):
    heard = []
    page.asks_for.connect(lambda name, place: heard.append((name, place)))
    return heard


# Who is there


def test_without_anybody_the_page_invites_the_first(house, open_team, hands):
    page = open_team(house)
    assert page.title == "Our team"
    for words in ("You may ask for a meeting", "Ask for a meeting…"):
        assert words not in said(page, hands)
    page.ask_for_meeting()
    assert no_dialog()
    hands.click(hands.named(page, QPushButton, "Add somebody"))
    type_in(hands, QLineEdit, "Their name", "Dana")
    press(hands, "Save")
    assert names(page) == ["Dana"]
    assert "You may ask for a meeting of the team at any time." in said(page, hands)
    undo(page)
    assert page.cards == ()


def test_the_page_is_opened_by_key(house, open_window, hands):
    window = open_window(house.journal)
    hands.press("7", modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.page_name == "team"


def test_a_card_says_what_is_known_with_the_preferred_way_first(house, open_team, hands):
    dana = somebody(
        house,
        discipline="speech",
        role="comes on Tuesdays",
        coordinator=True,
        language="es",
        interpreter=True,
        ways=WAYS,
    )
    a_visit(house, 2, time=time(9, 30), people=(dana.id,))
    a_visit(house, -5, people=(dana.id,))
    an_idea(house, dana, "Wait & see")
    a_contact(house, dana)
    page = open_team(house)
    words = said(page, hands)
    for part in (
        "Service coordinator",
        "Speech · comes on Tuesdays",
        "Spanish, with an interpreter",
        "Text message: 555-0142 (they prefer this) | Phone: 555-0117 | In person",
        "Next visit: March 24 at 9:30 AM",
        "Last visit: March 17",
        "Wait && see",
        "Sent the video | March 22, 2026 · Text message",
    ):
        assert part in words


def test_somebody_without_anything_is_a_name(house, open_team, hands):
    somebody(house)
    page = open_team(house)
    assert [one for one in hands.texts(page.cards[0]) if one] == [
        "Dana",
        "Say thank you…",
        "Write down a contact…",
        "Change…",
        "Remove",
    ]


def test_fifty_people_some_of_one_name_are_shown_some_at_a_time(house, open_team, hands):
    people = [TeamMember(id=uuid4(), name=name) for name in ("Dana", "Ben") * 25]
    house.journal.records.save(*people)
    page = open_team(house)
    assert names(page) == ["Ben"] * 20
    press(hands, "Show 30 more people", page)
    assert names(page) == ["Ben"] * 25 + ["Dana"] * 15
    assert page.cards[20].hasFocus()
    last = max((one for one in people if one.name == "Dana"), key=lambda one: str(one.id))
    page.open_at(last.id)
    QApplication.processEvents()
    card = page.cards[49]
    assert card.told.person == last
    assert card.hasFocus()
    assert card.visibleRegion().boundingRect() == card.rect()


def test_a_very_long_name_fits_its_card(house, open_team):
    name = "عبدالرحمن" * 22
    somebody(house, name[:200], role="د" * 1500, ways=(Way(way=Channel.EMAIL, value="ح" * 1500),))
    page = open_team(house)
    (card,) = page.cards
    assert card.title() == name[:200]
    assert card.width() <= page.width()


def test_links_lead_to_visits_and_to_the_plan(house, open_team, hands):
    dana = somebody(house)
    visit = a_visit(house, 2, people=(dana.id,))
    idea = an_idea(house, dana, "Wait " * 30)
    page = open_team(house)
    window, heard = page.window(), asks(page)
    hands.click(hands.named(page, QPushButton, "Next visit: March 24"))
    assert heard == [("visits", visit.id)]
    assert window.page_name == "visits"
    for name, link in (
        ("visits", "Next visit: March 24"),
        ("plan", idea.name),
        ("visits", "Next visit: March 24"),
        ("plan", idea.name),
    ):
        window.open_page("team")
        QApplication.processEvents()
        hands.click(hands.named(window.page, QPushButton, link))
        QApplication.processEvents()
        assert window.page_name == name
        assert window.page.cards[0].hasFocus()


def test_many_ideas_are_shown_when_asked_for(house, open_team, hands):
    dana = somebody(house)
    for n in range(9):
        an_idea(house, dana, f"Idea {n}", days=n - 20)
    page = open_team(house)
    assert "Idea 6" not in said(page, hands)
    press(hands, "Show all", page)
    assert "Idea 8" in said(page, hands)
    assert page.cards[0].hasFocus()


def test_another_child_has_the_same_people_with_its_own_visits(house, open_team, hands):
    dana = somebody(house)
    a_visit(house, 2, people=(dana.id,))
    leo = replace(house.child, id=uuid4(), name="Leo")
    house.journal.records.save(leo)
    page = open_team(house)
    page.set_child(leo.id)
    assert names(page) == ["Dana"]
    assert "Next visit" not in said(page, hands)


def test_nothing_is_counted_and_nobody_is_ranked(house, open_team, hands):
    dana, ben = somebody(house), somebody(house, "Ben")
    for n in range(5):
        an_idea(house, dana, f"Idea {'abcde'[n]}")
        a_contact(house, dana, -n)
    page = open_team(house)
    assert names(page) == ["Ben", "Dana"]
    assert ben != dana
    for words in shown(page.cards[1]):
        assert not any(letter.isdigit() for letter in words)


# Writing down and changing


def test_a_person_with_everything_is_one_step(house, open_team, hands):
    page = open_team(house)
    page.new()
    assert "Left the team on" not in hands.texts(dialog())
    type_in(hands, QLineEdit, "Their name", "Carmen")
    type_in(hands, QLineEdit, "What do they do? (optional)", "nurse")
    type_in(hands, QLineEdit, "Their part in the team (optional)", "calls every month")
    hands.named(dialog(), QCheckBox, "Service coordinator").setChecked(True)
    value = field(QLineEdit, "Number, address or place")
    value.setText("555-0163")
    press(hands, "Add another way")
    ways = dialog().fields["value"]
    second = ways.rows[1]
    second.box.setCurrentIndex(second.box.findText("E-mail"))
    second.value.setText(" carmen+ei@example.org ")
    hands.click(ways.rows[0].best)
    hands.click(second.best)
    assert not ways.rows[0].best.isChecked()
    press(hands, "Add another way")
    box = field(QComboBox, "In which language? (optional)")
    box.setCurrentIndex(box.findText("Spanish"))
    press(hands, "Save")
    (person,) = house.journal.family().team.values()
    assert (person.name, person.discipline, person.role) == ("Carmen", "nurse", "calls every month")
    assert (person.coordinator, person.language, person.left) == (True, "es", None)
    assert person.ways == (
        Way(way=Channel.PHONE, value="555-0163"),
        Way(way=Channel.EMAIL, value="carmen+ei@example.org", preferred=True),
    )
    undo(page)
    assert house.journal.family().team == {}


def test_a_form_shows_what_is_known_and_saves_the_same(house, open_team, hands):
    ways = (*WAYS[1:], Way(way=Channel.EMAIL), Way(way=Channel.VIDEO, value="link"))
    dana = somebody(house, ways=ways, language="ASL", interpreter=True, left=TODAY + DAY)
    page = open_team(house)
    assert "Leaves on March 23, 2026" in said(page, hands)
    press(hands, "Change…", page)
    press(hands, "Save")
    assert again(house, dana) == dana
    press(hands, "Change…", page)
    hands.click(dialog().fields["value"].rows[0].remove)
    press(hands, "Save")
    assert again(house, dana).ways == ways[1:]


def test_all_ways_can_be_taken_away(house, open_team, hands):
    dana = somebody(house, ways=WAYS)
    page = open_team(house)
    press(hands, "Change…", page)
    edit = dialog().fields["value"]
    for _ in WAYS:
        hands.click(edit.rows[0].remove)
    press(hands, "Add another way")
    hands.click(edit.rows[0].best)
    hands.click(edit.rows[0].best)
    press(hands, "Save")
    assert again(house, dana).ways == ()


def test_tab_reaches_a_new_way_where_it_stands(house, open_team, hands):
    page = open_team(house)
    page.new()
    press(hands, "Add another way")
    rows = dialog().fields["value"].rows
    rows[0].remove.setFocus()
    for part in (rows[1].box, rows[1].value, rows[1].best, rows[1].remove):
        hands.press(Key.Key_Tab)
        assert QApplication.focusWidget() is part
    hands.press(Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Add another way"


@pytest.mark.parametrize(
    ("name", "words", "fault"),
    [
        ("Their name", " ", "Please"),
        ("Their name", "D" * 201, "too long"),
        ("Their part in the team (optional)", "D" * 5000, "too long"),
        ("Number, address or place", "D" * 5000, "too long"),
    ],
)
def test_what_does_not_fit_is_said_under_its_field(house, open_team, hands, name, words, fault):
    page = open_team(house)
    page.new()
    type_in(hands, QLineEdit, "Their name", "Dana")
    edit = field(QLineEdit, name)
    edit.setText(words)
    press(hands, "Save")
    assert any(fault in text for text in hands.texts(dialog()))
    assert edit.text() == words
    assert edit.hasFocus()


# Contacts


def test_a_contact_is_written_changed_and_removed(house, open_team, hands):
    dana = somebody(house, ways=WAYS)
    page = open_team(house)
    press(hands, "Write down a contact…", page)
    type_in(hands, QPlainTextEdit, "What was it about?", "Asked about shoes")
    press(hands, "Save")
    (contact,) = house.journal.records.all_of(Kind.CONTACT)
    assert (contact.team, contact.day, contact.way) == (dana.id, TODAY, Channel.TEXT)
    assert contact.words == "Asked about shoes"
    press(hands, "Change this contact…", page)
    type_in(hands, QPlainTextEdit, "What was it about?", "Barefoot is good")
    dialog().day.set_day(TODAY - DAY)
    hands.click(hands.named(dialog(), Pill, "E-mail"))
    press(hands, "Save")
    changed = again(house, contact)
    assert (changed.day, changed.way) == (TODAY - DAY, Channel.EMAIL)
    assert "Barefoot is good | March 21, 2026 · E-mail" in said(page, hands)
    press(hands, "Remove this contact", page)
    assert again(house, contact) is None
    assert page.window().focusWidget() is page.cards[0]
    undo(page)
    assert again(house, contact) == changed


def test_an_empty_contact_is_refused(house, open_team, hands):
    somebody(house)
    page = open_team(house)
    press(hands, "Write down a contact…", page)
    press(hands, "Save")
    assert "Please write something here." in hands.texts(dialog())


def test_the_newest_contacts_are_shown_and_all_when_asked_for(house, open_team, hands):
    dana = somebody(house)
    for n in range(4):
        a_contact(house, dana, -n, f"Talk {n}")
    page = open_team(house)
    assert "Talk 1" in said(page, hands)
    assert "Talk 2" not in said(page, hands)
    press(hands, "Show all contacts", page)
    assert "Talk 3" in said(page, hands)
    focused = page.window().focusWidget()
    assert focused.accessibleName() == "Change this contact…"
    assert "Talk 2" in focused.accessibleDescription()
    assert focused.isVisible()


# Leaving


def test_whoever_is_named_elsewhere_leaves_and_comes_back(house, open_team, hands):
    dana, ben = somebody(house, coordinator=True), somebody(house, "Ben")
    a_visit(house, -3, people=(dana.id,))
    page = open_team(house)
    assert "Remove" not in shown(page.cards[1])
    press(hands, "Left the team", page)
    assert names(page) == ["Ben", "Dana"]
    assert "They left the team" in said(page, hands)
    assert "Left on March 22, 2026" in said(page, hands)
    assert again(house, dana).left == TODAY
    assert page.desk.editing.stack.undoText() == "Dana left the team"
    assert "Ask for a meeting…" not in shown(page.cards[1])
    undo(page)
    assert again(house, dana) == dana
    press(hands, "Left the team", page)
    press(hands, "Back in the team", page)
    assert again(house, dana) == dana
    assert again(house, ben) == ben


def test_whoever_is_named_nowhere_is_removed_with_undo(house, open_team, hands):
    dana = somebody(house)
    page = open_team(house)
    assert "Left the team" not in shown(page.cards[0])
    hands.named(page.cards[0], QPushButton, "Remove").setFocus()
    hands.press(Key.Key_Space)
    QApplication.processEvents()
    assert again(house, dana) is None
    assert page.cards == ()
    undo(page)
    assert again(house, dana) == dana


def test_the_focus_goes_on_where_a_card_with_it_is_gone(house, open_team, hands):
    somebody(house, "Ana")
    somebody(house, "Ben")
    page = open_team(house)
    hands.named(page.cards[0], QPushButton, "Remove").setFocus()
    hands.press(Key.Key_Space)
    QApplication.processEvents()
    assert QApplication.focusWidget().text() == "Add somebody"


def test_the_focus_stays_in_the_card_whose_part_is_gone(house, open_team, hands):
    dana = somebody(house)
    idea = an_idea(house, dana, "Wait")
    page = open_team(house)
    hands.named(page, QPushButton, "Wait").setFocus()
    step = house.journal.family().steps[idea.id][0]
    delete = partial(house.journal.records.delete, idea.id, step.id)
    page.desk.editing.do("Removed", delete)
    assert page.window().focusWidget() is page.cards[0]


def test_a_day_of_leaving_can_be_corrected(house, open_team, hands):
    dana = somebody(house, left=TODAY)
    page = open_team(house)
    press(hands, "Change…", page)
    dialog()._left.set_day(TODAY - 9 * DAY)
    press(hands, "Save")
    assert again(house, dana).left == TODAY - 9 * DAY
    assert "Left on March 13, 2026" in said(page, hands)


def test_the_page_opens_at_a_person_and_takes_no_notice_of_others(house, open_team):
    left = somebody(house, "Zoe", left=TODAY)
    somebody(house, "Ana")
    page = open_team(house)
    page.window().open_page("today")
    page.window().open_page("team", left.id)
    QApplication.processEvents()
    assert page.cards[1].hasFocus()
    page.open_at(uuid4())
    page.open_at(TODAY)
    assert page.cards[1].hasFocus()


def test_a_journal_that_is_only_read_offers_nothing_to_write(house, open_team, hands):
    dana = somebody(house, ways=WAYS)
    a_contact(house, dana)
    house.journal._store.write = False
    page = open_team(house)
    assert shown(page.cards[0]) == ["Say thank you…"]
    assert "Sent the video" in said(page, hands)
    assert "Ask for a meeting…" in said(page, hands)
    page.new()
    assert no_dialog()
    house.journal._store.write = True
