"""What leads away from the Visits page: pages, old and new, and calendar files."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog, QLineEdit

from homejournal.domain.records.media_and_papers import Page as KeptRecord
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.exchange.kept_papers_json import page_to_dict
from tests.ui.forms import dialog, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import DAY, TODAY, a_visit, choose, lines, somebody, unfolded
from tests.ui.waiting import settle


def said(page, hands):
    return " | ".join(hands.texts(page))


def asks(page):
    heard = []
    page.asks_for.connect(lambda name, place: heard.append((name, place)))
    return heard


def a_kept_page(house, visit=None, days=0):
    journal = house.journal
    period = journal.pages.since_last_visit(house.child.id, TODAY)
    material = journal.pages.material(house.child.id, period, TODAY)
    page = replace(build_page(material, default_ticks(material)), our_words="We are proud")
    made = journal._session.clock() - days * DAY
    record = KeptRecord(
        id=uuid4(),
        child=house.child.id,
        made=made,
        page=page_to_dict(page),
        visit=visit.id if visit else None,
    )
    journal.records.save(record)
    return record, page


def test_a_page_that_was_handed_over_opens_again_with_one_click(three, open_visits, hands):
    dana = somebody(three, "Dana 2")
    visit = a_visit(three, -1, people=(dana.id,), held=True)
    a_visit(three, 5, people=(dana.id,))
    _, kept = a_kept_page(three, visit, 1)
    page = open_visits(three)
    window = page.window()
    words = said(page, hands)
    assert words.count("The page of March 21, 2026") == 1
    assert "The page of March 21, 2026" in said(unfolded(page), hands)
    assert lines(page) == ["March 21 · Dana 2 · page handed over"]
    press(hands, "The page of March 21, 2026", page.next)
    assert window.page_name == "visit_page"
    assert window.page.shown == kept
    assert "as it was handed over" in said(window.page, hands)


def test_pages_without_a_visit_are_found_too(three, open_visits, hands):
    a_visit(three, 5)
    record, kept = a_kept_page(three)
    page = open_visits(three)
    heard = asks(page)
    page.papers.unfold()
    press(hands, "The page of March 22, 2026", page.papers)
    assert heard == [("visit_page", record.id)]
    assert page.window().page.shown == kept


def test_preparing_the_page_chooses_the_one_who_comes(three, open_visits, hands):
    dana, ben = somebody(three, "Ana"), somebody(three, "Ben")
    one = a_visit(three, 1, people=(dana.id,))
    both = a_visit(three, 2, people=(dana.id, ben.id))
    page = open_visits(three)
    window = page.window()
    press(hands, "Prepare the page", page.next)
    assert window.page_name == "visit_page"
    assert window.page.choices.wishes.people.value() == (dana.id,)
    assert window.page.shown.visit_on == one.day
    window.open_page("visits")
    press(hands, "Prepare the page", unfolded(page))
    assert window.page.choices.wishes.people.value() == (dana.id, ben.id)
    assert [person.name for person in window.page.shown.for_whom] == ["Ana", "Ben"]
    assert both.day > one.day


def test_a_page_for_somebody_who_has_left_is_for_the_team_and_not_for_who_came_before(
    three, open_visits, hands
):
    ana, ben = somebody(three, "Ana"), somebody(three, "Ben", left=TODAY - DAY)
    a_visit(three, 1, people=(ana.id,))
    visit = a_visit(three, 2, people=(ben.id,))
    page = open_visits(three)
    window = page.window()
    for visit_shown in (page.next, unfolded(page)):
        window.open_page("visits")
        press(hands, "Prepare the page", visit_shown)
    wishes = window.page.choices.wishes
    assert (wishes.people.value(), wishes.visit.value()) == ((), visit.id)


def test_the_page_begins_in_the_language_that_is_spoken_at_the_visit(three, open_visits, hands):
    ana, ben = somebody(three, "Ana", language="es"), somebody(three, "Ben", language="Igbo")
    carla = somebody(three, "Carla")
    for day, who in enumerate((ana, ben, carla), start=1):
        a_visit(three, day, people=(who.id,))
    page = open_visits(three)
    window = page.window()

    def prepared(place):
        window.open_page("visits")
        press(hands, "Prepare the page", page.next if place == 0 else unfolded(page, place - 1))
        return window.page.choices.wishes

    assert prepared(0).language.value() == ("es", None)
    assert window.page.shown.language == "es"
    assert prepared(1).language.value() == ("en", None)  # homejournal writes no Igbo
    assert prepared(0).language.value() == ("es", None)
    wishes = prepared(2)
    assert wishes.language.value() == ("en", None)
    wishes.language.setCurrentIndex(wishes.language.findText("English + Español"))
    assert prepared(0).language.value() == ("en", "es")  # chosen by hand


def saved(monkeypatch, tmp_path, name="visits.ics"):
    """Let the next file dialog choose a file; return it and the name that was proposed."""
    file, proposed = tmp_path / name, []
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _self, name: proposed.append(name))

    def accept(self):
        self.fileSelected.emit(str(file))
        self.close()

    monkeypatch.setattr(QFileDialog, "open", accept)
    return file, proposed


def events(file, page, qtbot):
    settle(page, qtbot)
    return Calendar.from_ical(file.read_bytes()).walk("VEVENT")


def test_one_visit_is_saved_for_a_calendar(house, open_visits, qtbot, monkeypatch, tmp_path):
    visit = a_visit(house, 2, time=time(9, 30))
    page = open_visits(house)
    told = []
    page.tells.connect(told.append)
    file, proposed = saved(monkeypatch, tmp_path)
    choose(page.next.does.menu, "Calendar file…")
    (event,) = events(file, page, qtbot)
    assert event["uid"] == f"{visit.id}@homejournal"
    assert proposed == ["Visit Maya 2026-03-24.ics"]
    assert told == ["Saved as visits.ics"]


def test_visits_and_reminders_are_chosen_and_saved(
    three, open_visits, hands, qtbot, monkeypatch, tmp_path
):
    a_visit(three, 2)
    a_visit(three, 9)
    page = open_visits(three)
    file, proposed = saved(monkeypatch, tmp_path)
    choose(page._more, "Calendar file…")
    assert "2 coming visits" in hands.texts(dialog())
    type_in(hands, QLineEdit, "Routine 1 · Sign more", "7:15")
    press(hands, "Save the file…")
    made = events(file, page, qtbot)
    assert [event.get("rrule") is not None for event in made] == [False, False, True]
    assert made[2]["summary"] == "Maya: Sign more"
    assert proposed == ["Visits Maya 2026-03-24.ics"]


def test_reminders_alone_and_bad_times(three, open_visits, hands, qtbot, monkeypatch, tmp_path):
    a_visit(three, -2)
    page = open_visits(three)
    file, proposed = saved(monkeypatch, tmp_path)
    choose(page._more, "Calendar file…")
    press(hands, "Save the file…")
    assert "Choose the visits, or write a time for a reminder." in hands.texts(dialog())
    type_in(hands, QLineEdit, "Routine 1 · Sign more", "soon")
    press(hands, "Save the file…")
    assert any("Please write a time such as" in text for text in hands.texts(dialog()))
    type_in(hands, QLineEdit, "Routine 1 · Sign more", "7:15")
    press(hands, "Save the file…")
    assert no_dialog()
    assert len(events(file, page, qtbot)) == 1
    assert proposed == ["Reminders Maya 2026-03-22.ics"]


def test_a_file_that_cannot_be_written_is_said(
    house, open_visits, hands, qtbot, monkeypatch, tmp_path
):
    a_visit(house, 2)
    page = open_visits(house)
    saved(monkeypatch, tmp_path, "none/visits.ics")
    choose(page.next.does.menu, "Calendar file…")
    settle(page, qtbot)
    assert any("did not let homejournal" in text for text in hands.texts(page.window()))
