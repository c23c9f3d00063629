"""The Visit page as a person uses it: what stands there is ticked, and typing never waits."""

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from homejournal.ui.widgets.button import Pill
from tests.ui.forms import pick
from tests.ui.visits.page.visit_pages import FIRST, note, page, ready, settled, tick

__all__ = ["page", "ready"]


Key = Qt.Key


def noted(house, text):
    notes = house.journal.records.all_of(Kind.NOTE, child=house.child.id)
    return next(one.id for one in notes if one.text == text)


def test_the_page_begins_with_the_days_since_the_last_visit(page, hands):
    assert page.shown.period == (FIRST, date(2026, 3, 21))
    assert page.shown.visit_on == date(2026, 3, 24)
    assert "March 10 to March 21, 2026" in hands.texts(page)
    assert {strategy.name for strategy in page.shown.strategies} == {
        "Two choices",
        "Sign more",
        "Pause in songs",
    }


def test_the_preview_shows_the_real_page_and_says_it_to_a_screen_reader(page, qtbot):
    settled(page, qtbot)
    label, picture = page.preview._sheets[0]
    assert label.isVisible()
    assert abs(picture.deviceIndependentSize().width() - label.width()) <= 4
    assert "She said banana" in page.preview.accessibleDescription()


def test_what_is_unticked_is_not_on_the_page_and_the_tick_stays(page, hands, qtbot, ready):
    tick(page, hands, "“She said banana” · Mar 10")
    assert page.shown.celebrations == ()
    settled(page, qtbot)
    assert "banana" not in page.preview.accessibleDescription()
    note(ready, "She clapped", flags=(Flag.CELEBRATION,))
    page.heard(frozenset({Kind.NOTE}))
    assert [celebration.text for celebration in page.shown.celebrations] == ["She clapped"]


def test_without_its_strategy_no_line_of_it_can_be_ticked(page, hands):
    row = page.choices.ticks.rows()
    head = next(key for key, one in row.items() if one.box.accessibleName() == "Sign more")
    row[head].box.toggle()
    assert [strategy.name for strategy in page.shown.strategies] == [
        "Two choices",
        "Pause in songs",
    ]
    assert not row[f"{head}:chart"].box.isEnabled()


def test_a_second_page_comes_with_one_tick_and_each_part_of_it_has_its_own(
    page, hands, qtbot, ready
):
    page.choices.show_list(shown=True)
    rows = page.choices.ticks.rows()
    of_it = [one for key, one in rows.items() if key.startswith("second:")]
    assert of_it
    assert not any(one.isVisible() for one in of_it)
    assert page.shown.second is None
    settled(page, qtbot)
    assert len(page.preview._sheets) == 1

    tick(page, hands, "A second page: larger charts, and notes by date")
    assert [chart.strategy for chart in page.shown.second.charts] == ["Two choices", "Sign more"]
    assert all(one.isVisible() and one.box.isChecked() for one in of_it)
    settled(page, qtbot)
    assert len(page.preview._sheets) > 1
    assert "CHARTS AND NOTES" in page.preview.accessibleDescription()

    page.choices.ensureWidgetVisible(of_it[0])
    tick(page, hands, "Larger chart: Two choices")
    assert [chart.strategy for chart in page.shown.second.charts] == ["Sign more"]
    rows[f"second:note:{noted(ready, 'She said banana')}"].box.toggle()
    assert "She said banana" not in {one.text for one in page.shown.second.notes}
    assert "so tired" not in str(page.shown)


def test_a_larger_chart_can_be_ticked_only_with_its_strategy(page, ready):
    rows = page.choices.ticks.rows()
    rows["second"].box.toggle()
    which = ready.ids["Sign more"]
    rows[f"strategy:{which}"].box.toggle()
    assert not rows[f"second:chart:{which}"].box.isEnabled()
    assert [chart.strategy for chart in page.shown.second.charts] == ["Two choices"]
    rows[f"strategy:{which}"].box.toggle()
    assert rows[f"second:chart:{which}"].box.isEnabled()
    assert len(page.shown.second.charts) == 2


def test_a_click_on_the_words_ticks_them_too(page, hands):
    row = page.choices.ticks.rows()["boxes"]
    page.choices.ensureWidgetVisible(row)
    QApplication.processEvents()
    hands.click(row)
    assert not page.shown.boxes


def test_private_notes_are_not_even_offered(page, hands):
    offered = " ".join(row.box.accessibleName() for row in page.choices.ticks.rows().values())
    assert "so tired" not in offered
    assert "so tired" not in str(page.shown)


def test_own_dates_and_reversed_ones(page, hands, qtbot):
    hands.click(hands.named(page, Pill, "Other dates"))
    page.choices.wishes.first.set_day(date(2026, 3, 12))
    page.choices.wishes.last.set_day(date(2026, 3, 15))
    assert page.shown.period == (date(2026, 3, 12), date(2026, 3, 15))
    page.choices.wishes.last.set_day(date(2026, 3, 1))
    QApplication.processEvents()
    assert "The last day comes before the first. Change one of the two." in hands.texts(page)
    assert page.shown.period == (date(2026, 3, 12), date(2026, 3, 15))


def test_a_page_for_one_person_has_only_what_they_suggested(ready, open_visit_page):
    ready.plan("Tummy time", by="Ben")
    page = open_visit_page(ready)
    pick(page.choices.wishes.people, "Ben · speech")
    assert [strategy.name for strategy in page.shown.strategies] == ["Tummy time"]
    assert [person.name for person in page.shown.for_whom] == ["Ben"]


def test_a_coming_visit_chooses_its_person(page, ready):
    ben = TeamMember(id=uuid4(), name="Ben")
    visit = Visit(id=uuid4(), child=ready.child.id, day=date(2026, 3, 30), people=(ben.id,))
    ready.journal.records.save(ben, visit)
    page.heard(None)
    page.window().open_page("visit_page", visit.id)
    assert [person.name for person in page.shown.for_whom] == ["Ben"]


def test_the_page_is_for_the_people_of_the_next_visit_until_somebody_chooses(page, ready):
    assert [person.name for person in page.shown.for_whom] == ["Dana"]
    ben = TeamMember(id=uuid4(), name="Ben")
    visit = Visit(id=uuid4(), child=ready.child.id, day=date(2026, 3, 22), people=(ben.id,))
    ready.journal.records.save(ben, visit)
    page.heard(None)
    assert [person.name for person in page.shown.for_whom] == ["Ben"]
    pick(page.choices.wishes.people, "The whole team")
    page.heard(None)
    assert page.shown.whole_team


def test_language_and_paper_of_the_page(page, hands, qtbot):
    hands.click(page.choices.wishes.more)
    pick(page.choices.wishes.language, "Español")
    hands.click(hands.named(page, Pill, "A4"))
    assert (page.shown.language, page.shown.paper) == ("es", Paper.A4)
    settled(page, qtbot)
    assert "ALEGRÍAS" in page.preview.accessibleDescription()


def test_nothing_written_says_one_kind_sentence(house, open_visit_page, hands):
    page = open_visit_page(house)
    assert any("Nothing is written down for these days yet" in text for text in hands.texts(page))


def test_in_a_narrow_window_one_side_is_shown_at_a_time(page, hands):
    page.window().resize(700, 640)
    QApplication.processEvents()
    assert page.preview.isVisible()
    assert not page.choices.isVisible()
    hands.click(hands.named(page, Pill, "What’s on it"))
    assert page.choices.isVisible()
    assert not page.preview.isVisible()


def test_typing_never_waits_for_the_picture(page, hands, qtbot):
    settled(page, qtbot)
    page.choices.words.edit("our_words").setFocus()
    hands.press("one two three")
    assert page._render.busy
    settled(page, qtbot)
    assert page._render._last[0].our_words == "one two three"


def test_of_many_wishes_of_one_moment_only_the_last_is_drawn(page, qtbot):
    settled(page, qtbot)
    drawn = []
    page._render.drawn.connect(lambda shown, _sheets: drawn.append(shown.our_words))
    for words in ("a", "ab", "abc", "abcd"):
        page.choices.words.edit("our_words").set_text(words)
    settled(page, qtbot)
    assert drawn == ["abcd"]


def test_what_the_page_leaves_out_because_it_would_be_long_is_said_at_once(
    ready, open_visit_page, hands, qtbot
):
    for number in range(3):
        ready.plan(f"One more {number}")
    page = open_visit_page(ready)
    said = "Not on this page: 2 strategies. They are in the list."
    assert page.choices._not_on_it.isVisible()
    assert said in hands.texts(page)
    tick(page, hands, "Pause in songs")
    settled(page, qtbot)
    page.choices.show_list(shown=False)
    assert "Not on this page: 1 strategy. They are in the list." in hands.texts(page)
    tick(page, hands, "Pause in songs")
    settled(page, qtbot)
    page.choices.show_list(shown=False)
    assert "Not on this page: 1 strategy. They are in the list." in hands.texts(page)
