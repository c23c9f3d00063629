"""The team's page as a person uses it: who is there, and what their rows say."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from homejournal.domain.records.people import Channel, TeamMember, Way
from homejournal.domain.records.record import Kind
from homejournal.ui.widgets.button import Pill
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.forms import dialog, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import (
    DAY,
    TODAY,
    a_visit,
    again,
    choose,
    offered,
    somebody,
    undo,
)
from tests.ui.visits.team.team_page import WAYS, a_contact, an_idea, names, said, unfolded


def asks(page):
    heard = []
    page.asks_for.connect(lambda name, place: heard.append((name, place)))
    return heard


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
    assert page.rows == ()


def test_the_page_is_opened_by_key(house, open_window, hands):
    window = open_window(house.journal)
    hands.press("7", modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.page_name == "team"


def test_a_row_opens_what_is_known_with_the_preferred_way_first(house, open_team, hands):
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
    row = page.rows[0]
    assert "Dana Service coordinator · speech | 555-0142 | 555-0117" in said(row, hands)
    assert not row.is_open
    words = said(unfolded(page), hands)
    for part in (
        "Speech · comes on Tuesdays",
        "Spanish, with an interpreter",
        "Text message: 555-0142 · they prefer this | Phone: 555-0117 | In person",
        "Next visit: March 24 at 9:30 AM",
        "Last visit: March 17",
        "Wait && see",
        "Sent the video | March 22, 2026 · Text message",
    ):
        assert part in words


def test_somebody_without_anything_is_a_name(house, open_team, hands):
    somebody(house)
    page = open_team(house)
    assert [text for text in hands.texts(page.rows[0]) if text] == ["Dana", "Write a message"]
    assert offered(page.rows[0].menu) == [
        "Write down a contact…",
        "Change…",
        "Remove from the team",
    ]
    assert [text for text in hands.texts(unfolded(page)) if text] == [
        "Dana",
        "Write a message",
        "Write down a contact…",
    ]


def test_fifty_people_some_of_one_name_are_shown_some_at_a_time(house, open_team, hands):
    people = [TeamMember(id=uuid4(), name=name) for name in ("Dana", "Ben") * 25]
    house.journal.records.save(*people)
    page = open_team(house)
    bens, danas = ([f"{name} ({n})" for n in range(1, 26)] for name in ("Ben", "Dana"))
    assert names(page) == bens[:20]
    press(hands, "Show 30 more people", page)
    assert names(page) == bens + danas[:15]
    assert page.rows[20].line.hasFocus()
    last = people[48]
    page.open_at(last.id)
    QApplication.processEvents()
    row = page.rows[49]
    assert row.told.person == last
    assert row.is_open
    assert row.line.hasFocus()
    assert row.visibleRegion().boundingRect() == row.rect()


def test_in_a_wide_window_the_second_half_of_the_people_is_beside_the_first(
    house, open_team, qtbot
):
    for name in ("Ana", "Ben", "Carmen"):
        somebody(house, name)
    page = open_team(house)
    page.window().resize(1920, 1000)
    qtbot.waitUntil(lambda: page.rows[2].x() > page.rows[0].x())
    first, second, third = page.rows
    assert (first.x(), first.y()) == (second.x(), third.y())
    assert third.x() - (first.x() + first.width()) >= 24


def test_a_very_long_name_fits_its_row(house, open_team):
    name = "عبدالرحمن" * 22
    somebody(house, name[:200], role="د" * 1500, ways=(Way(way=Channel.EMAIL, value="ح" * 1500),))
    page = open_team(house)
    row = unfolded(page)
    assert row.title().startswith(name[:200])
    assert row.width() <= page.width()


def test_links_lead_to_visits_and_to_the_plan(house, open_team, hands):
    dana = somebody(house)
    visit = a_visit(house, 2, people=(dana.id,))
    idea = an_idea(house, dana, "Wait " * 30)
    page = open_team(house)
    window, heard = page.window(), asks(page)
    hands.click(hands.named(unfolded(page), QPushButton, "Next visit: March 24"))
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
        if name == "plan":
            assert window.page.cards[0].hasFocus()
        else:
            assert window.focusWidget() is window.page.next.does.prepare


def test_many_ideas_are_shown_when_asked_for(house, open_team, hands):
    dana = somebody(house)
    for n in range(9):
        an_idea(house, dana, f"Idea {n}", days=n - 20)
    page = open_team(house)
    row = unfolded(page)
    assert "Idea 6" not in said(page, hands)
    press(hands, "Show all", page)
    assert "Idea 8" in said(page, hands)
    assert has_focus_inside(row)


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
    for words in hands.texts(page.rows[1]):
        assert not any(letter.isdigit() for letter in words)


def test_a_contact_is_written_changed_and_removed(house, open_team, hands):
    dana = somebody(house, ways=WAYS)
    page = open_team(house)
    choose(page.rows[0].menu, "Write down a contact…")
    type_in(hands, QPlainTextEdit, "What was it about?", "Asked about shoes")
    press(hands, "Save")
    (contact,) = house.journal.records.all_of(Kind.CONTACT)
    assert (contact.team, contact.day, contact.way) == (dana.id, TODAY, Channel.TEXT)
    assert contact.words == "Asked about shoes"
    press(hands, "Change this contact…", unfolded(page))
    type_in(hands, QPlainTextEdit, "What was it about?", "Barefoot is good")
    dialog().day.set_day(TODAY - DAY)
    hands.click(hands.named(dialog(), Pill, "E-mail"))
    press(hands, "Save")
    changed = again(house, contact)
    assert (changed.day, changed.way) == (TODAY - DAY, Channel.EMAIL)
    assert "Barefoot is good | March 21, 2026 · E-mail" in said(page, hands)
    press(hands, "Remove this contact", page)
    assert again(house, contact) is None
    assert has_focus_inside(page.rows[0])
    undo(page)
    assert again(house, contact) == changed


def test_an_empty_contact_is_refused(house, open_team, hands):
    somebody(house)
    page = open_team(house)
    press(hands, "Write down a contact…", unfolded(page))
    press(hands, "Save")
    assert "Please write something here." in hands.texts(dialog())


def test_the_newest_contacts_are_shown_and_all_when_asked_for(house, open_team, hands):
    dana = somebody(house)
    for n in range(4):
        a_contact(house, dana, -n, f"Talk {n}")
    page = open_team(house)
    unfolded(page)
    assert "Talk 1" in said(page, hands)
    assert "Talk 2" not in said(page, hands)
    press(hands, "Show all contacts", page)
    assert "Talk 3" in said(page, hands)
    focused = page.window().focusWidget()
    assert focused.accessibleName() == "Change this contact…"
    assert "Talk 2" in focused.accessibleDescription()
    assert focused.isVisible()


def test_the_page_opens_at_a_person_and_takes_no_notice_of_others(house, open_team):
    left = somebody(house, "Zoe", left=TODAY)
    somebody(house, "Ana")
    page = open_team(house)
    page.window().open_page("today")
    page.window().open_page("team", left.id)
    QApplication.processEvents()
    assert page.rows[1].line.hasFocus()
    page.open_at(uuid4())
    page.open_at(TODAY)
    assert page.rows[1].line.hasFocus()


def test_a_journal_that_is_only_read_offers_nothing_to_write(house, open_team, hands):
    dana = somebody(house, ways=WAYS)
    a_contact(house, dana)
    house.journal._store.write = False
    page = open_team(house)
    assert page.rows[0].menu.isHidden()
    assert "Write down a contact…" not in said(unfolded(page), hands)
    assert "Write a message" in said(page.rows[0], hands)
    assert "Sent the video" in said(page, hands)
    assert "Ask for a meeting…" in said(page, hands)
    page.new()
    assert no_dialog()
    house.journal._store.write = True
