"""The first start: from an empty journal to the first answer."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.people import Home, TeamMember
from homejournal.domain.records.plan import OftenKind
from homejournal.domain.records.rating_scales import Per, RatingKind
from homejournal.domain.records.record import Kind
from homejournal.services.opening import open_journal
from homejournal.ui.first_start import FirstStartPage
from homejournal.ui.widgets.button import Pill
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.journals import DEVICE
from tests.ui.conftest import SUNDAY
from tests.ui.forms import dialog

Key = Qt.Key
CHILD, SUGGESTED = "What do you call your child?", "What did your therapist suggest?"


@pytest.fixture
def later():
    """Hold journals that are closed once their windows are gone."""
    journals = []
    yield journals
    for one in journals:
        one.close()


@pytest.fixture
def first(empty_journal, later, open_window):
    return open_window(empty_journal)


@pytest.fixture
def second(first, hands):
    """Come to the second screen."""
    press(first, hands, "Start our journal")
    return first


def press(window, hands, words):
    hands.click(hands.named(window.page, QPushButton, words))


def field(window, hands, name):
    return hands.named(window.page, QLineEdit, name)


def test_one_sentence_says_that_nothing_leaves_the_computer(first, hands):
    assert isinstance(first.page, FirstStartPage)
    assert "What you write stays on this computer. No account, no internet." in hands.texts(
        first.page
    )
    assert not first.frame.nav.isVisible()


def test_three_clicks_and_two_texts_lead_to_the_first_answer(first, hands, empty_journal):
    press(first, hands, "Start our journal")
    hands.press("Maya", Key.Key_Return, "Pause and wait")
    press(first, hands, "Open Today")
    (line,) = first.page.lines
    hands.click(line.answer_bar.segments[1])
    child = next(iter(empty_journal.family().children))
    (practice,) = empty_journal.days.between(child, SUNDAY, SUNDAY).practices
    assert practice.rating == 2
    assert first.frame.switch.accessibleName() == "Child: Maya"


def test_the_keyboard_alone_leads_to_the_first_answer(first, hands, empty_journal):
    hands.press(Key.Key_Return, "Maya", Key.Key_Return, "Pause and wait", Key.Key_Return, "2")
    child = next(iter(empty_journal.family().children))
    (practice,) = empty_journal.days.between(child, SUNDAY, SUNDAY).practices
    assert practice.rating == 2
    assert [row.card.strategy.name for row in first.page.rows] == ["Pause and wait"]


def test_enter_presses_the_button_that_has_the_focus(second, hands):
    hands.named(second.page, QPushButton, "Back").setFocus()
    hands.press(Key.Key_Return)
    assert second.page.start.isVisible()


def test_nothing_has_to_be_answered(second, hands, empty_journal):
    press(second, hands, "Open Today")
    assert [one.name for one in empty_journal.family().children.values()] == ["Our child"]
    assert second.page.title == "Today"
    assert "No strategies yet" in hands.texts(second.page)


def test_examples_come_with_their_plan_and_beside_what_is_typed(second, hands, empty_journal):
    hands.press("Maya", Key.Key_Return, "Pause and wait")
    press(second, hands, "Wait a moment before giving more")
    press(second, hands, "Open Today")
    family = empty_journal.family()
    assert [(one.name, one.example) for one in family.strategies.values()] == [
        ("Pause and wait", False),
        ("Wait a moment before giving more", True),
    ]
    assert {one.name for one in family.routines.values()} == {"Meals"}
    assert all(len(steps) == 1 for steps in family.steps.values())


def test_a_birthday_is_asked_only_when_wanted(second, hands):
    born = second.page.child_form.born
    assert not born.isVisible()
    press(second, hands, "Add a birthday")
    assert born.isVisible()


def test_a_birthday_in_the_future_gets_a_sentence_and_stays(second, hands):
    hands.press("Maya")
    press(second, hands, "Add a birthday")
    second.page.child_form.born.set_day(SUNDAY + timedelta(days=1))
    press(second, hands, "Open Today")
    assert any("still to come" in text for text in hands.texts(second.page))
    assert second.page.child_form.born.day() == date(2026, 3, 23)
    assert field(second, hands, CHILD).text() == "Maya"


@pytest.mark.parametrize(
    ("text", "said"),
    [("x" * 10_000, "at most 200 letters"), ("Ma\x00ya", "cannot be written down")],
)
@pytest.mark.parametrize("name", [CHILD, SUGGESTED])
def test_a_name_that_cannot_be_gets_a_sentence_and_stays(second, hands, text, said, name):
    named = field(second, hands, name)
    named.setText(text)
    press(second, hands, "Open Today")
    assert any(said in one for one in hands.texts(second.page))
    assert named.isVisible()
    assert named.text() == text


def test_back_keeps_what_was_typed(second, hands):
    hands.press("Maya")
    press(second, hands, "Back")
    press(second, hands, "Start our journal")
    assert field(second, hands, CHILD).text() == "Maya"


def test_counts_ask_for_their_unit(second, hands, empty_journal):
    hands.press("Maya", Key.Key_Return, "Listen for words")
    press(second, hands, "How often, and how to answer")
    hands.click(hands.named(second.page, Pill, "any 3 days a week"))
    hands.click(hands.named(second.page, Pill, "A number"))
    field(second, hands, "Number of what?").setText("words")
    press(second, hands, "Open Today")
    ((step,),) = empty_journal.family().steps.values()
    assert (step.rating.kind, step.rating.unit) == (RatingKind.NUMBER, "words")
    assert (step.often.kind, step.often.days) == (OftenKind.DAYS_A_WEEK, 3)


def test_a_unit_that_cannot_be_is_shown_where_it_is_typed(second, hands):
    hands.press("Maya", Key.Key_Return, "Listen for words")
    press(second, hands, "How often, and how to answer")
    hands.click(hands.named(second.page, Pill, "A number"))
    field(second, hands, "Number of what?").setText("wo\x00rds")
    press(second, hands, "How often, and how to answer")
    press(second, hands, "Open Today")
    assert field(second, hands, "Number of what?").isVisible()
    assert isinstance(second.page, FirstStartPage)


def test_a_number_of_several_times_a_day_is_asked_what_it_belongs_to(second, hands, empty_journal):
    hands.press("Maya", Key.Key_Return, "Fall asleep")
    press(second, hands, "How often, and how to answer")
    asked = second.page.strategy_form.per
    hands.click(hands.named(second.page, Pill, "A number"))
    assert not asked.isVisible()
    hands.click(hands.named(second.page, Pill, "twice a day"))
    assert asked.isVisible()
    hands.click(hands.named(second.page, Pill, "To each time by itself"))
    press(second, hands, "Open Today")
    ((step,),) = empty_journal.family().steps.values()
    assert (step.often.times, step.rating.per) == (2, Per.TIME)


def test_a_full_disk_keeps_everything_typed(second, hands, empty_journal, monkeypatch):
    def full(*_told):
        raise DiskFullError(empty_journal.folder)

    monkeypatch.setattr(empty_journal.records, "save_ending", full)
    hands.press("Maya")
    press(second, hands, "Open Today")
    assert "is full" in second.frame.failure.text()
    assert isinstance(second.page, FirstStartPage)
    assert second.page.child_form.name.text() == "Maya"


def test_what_was_typed_is_there_again_in_the_next_window(
    second, empty_journal, hands, open_window, clock, later
):
    hands.press("Maya", Key.Key_Return, "Pause and wait")
    press(second, hands, "Wait a moment before giving more")
    press(second, hands, "How often, and how to answer")
    hands.click(hands.named(second.page, Pill, "A number"))
    assert second.close()
    later.append(open_journal(empty_journal.folder, clock=clock, device=DEVICE))
    again = open_window(later[0]).page
    assert again.child_form.name.text() == "Maya"
    assert again.strategy_form.name.text() == "Pause and wait"
    assert again.strategy_form.rating.choice() is RatingKind.NUMBER
    assert len(again.strategy_form.examples.chosen()) == 1


def test_a_window_whose_typed_words_cannot_be_kept_closes_only_at_the_second_try(
    second, empty_journal, hands, monkeypatch
):
    def full(*_):
        raise DiskFullError(empty_journal.folder)

    monkeypatch.setattr(empty_journal.drafts, "keep", full)
    hands.press("Maya")
    assert not second.close()
    assert "closing now would lose it" in second.frame.failure.text()
    assert second.close()


def test_the_example_family_can_be_asked_for(first, hands, qtbot):
    with qtbot.waitSignal(first.example_wanted):
        press(first, hands, "Look around with an example family")


def test_the_language_is_chosen_in_sight(first, hands):
    hands.click(hands.named(first.page, Pill, "Español"))
    assert "Empezar nuestro diario" in [one.text() for one in first.page.findChildren(QPushButton)]


def test_another_language_takes_nothing_away_that_was_typed(second, hands):
    hands.press("Maya", Key.Key_Return, "Pause and wait")
    press(second, hands, "How often, and how to answer")
    hands.click(hands.named(second.page, Pill, "A number"))
    second.set_language("es")
    assert second.page.strategy_form.name.text() == "Pause and wait"
    assert second.page.strategy_form.rating.choice() is RatingKind.NUMBER
    assert second.page.child_form.name.text() == "Maya"


class TestWhatIsAskedOnToday:
    """From whom it is and who writes, once something was answered."""

    @pytest.fixture
    def today(self, second, hands):
        hands.press("Maya", Key.Key_Return, "Pause and wait", Key.Key_Return)
        return second

    def test_nothing_is_asked_before_the_first_answer(self, today, hands):
        assert not today.page.first.isVisible()
        hands.press("2")
        assert today.page.first.isVisible()

    def test_who_one_is_is_asked_once(self, today, hands, qtbot):
        hands.press("2")
        hands.click(today.page.first.who)
        asked = dialog()
        asked.name.setText("Mom")
        asked.save()
        assert today.desk.helper is not None
        assert not today.page.first.who.isVisible()

    @pytest.fixture
    def named(self, today, hands):
        hands.press("2")
        hands.click(today.page.first.who)
        dialog().name.setText("Mom")
        dialog().save()
        return today

    def test_the_name_is_offered_once_for_what_was_written_before_it_was_said(self, named, hands):
        (mom,) = named.journal.family().helpers
        (practice,) = named.journal.records.all_of(Kind.PRACTICE)
        assert practice.helper is None
        hands.click(hands.named(named, QPushButton, "Add Mom to what is written so far"))
        (practice,) = named.journal.records.all_of(Kind.PRACTICE)
        assert (practice.helper, practice.written_by) == (mom, None)
        assert not named.page.first.mine.isVisible()
        named.desk.editing.undo()
        (practice,) = named.journal.records.all_of(Kind.PRACTICE)
        assert practice.helper is None
        assert not named.page.first.mine.isVisible()

    def test_the_name_is_asked_for_no_more_once_it_was_sent_away(self, named, hands):
        hands.click(named.page.first.never)
        named.page.refresh()
        assert not named.page.first.isVisible()
        named.desk.preferences.remember("today/first_questions", None)
        named.page.refresh()
        assert not named.page.first.mine.isVisible()

    def test_where_another_home_writes_it_is_not_known_whose_the_rest_is(self, today, hands):
        today.journal.records.save(Home(id=uuid4(), name="Grandma’s"))
        hands.press("2")
        hands.click(today.page.first.who)
        dialog().name.setText("Mom")
        dialog().save()
        assert not today.page.first.mine.isVisible()

    def test_from_whom_it_is_stands_on_the_row(self, today, hands):
        hands.press("2")
        hands.click(today.page.first.whom)
        asked = dialog()
        asked.person.box.set_value("new")
        asked.form.fields["person"].setText("Dana")
        asked.save()
        assert not today.page.first.whom.isVisible()
        assert [one.name for one in today.journal.family().team.values()] == ["Dana"]

    def test_once_all_is_said_the_focus_is_at_the_rows(self, named, hands):
        named.page.first.mine.click()
        named.page.first.whom.setFocus()
        named.page.first.whom.click()
        dialog().person.box.set_value("new")
        dialog().form.fields["person"].setText("Dana")
        dialog().save()
        QApplication.processEvents()
        assert not named.page.first.isVisible()
        assert has_focus_inside(named.page.lines[0])

    def test_it_is_asked_still_once_somebody_is_on_the_team(self, today, hands):
        hands.press("2")
        today.journal.records.save(TeamMember(id=uuid4(), name="Kim"))
        today.page.refresh()
        assert today.page.first.whom.isVisible()
        hands.click(today.page.first.whom)
        dialog().save()
        assert not today.page.first.isVisible() or not today.page.first.whom.isVisible()

    def test_an_arrow_passes_somebody_new_and_the_list_leads_to_the_name(self, today, hands):
        hands.press("2")
        hands.click(today.page.first.whom)
        asked = dialog()
        box, name = asked.person.box, asked.form.fields["person"]
        assert asked.windowTitle() == "From whom is “Pause and wait”?"
        box.setFocus()
        hands.press(Key.Key_Down)
        assert (box.currentText(), name.isVisible()) == ("Somebody new…", True)
        assert box.hasFocus()
        hands.press(Key.Key_Up)
        box.showPopup()
        QTest.keyClick(box.view(), Key.Key_Down)
        QTest.keyClick(box.view(), Key.Key_Return)
        assert (box.currentText(), name.hasFocus()) == ("Somebody new…", True)

    def test_it_can_be_sent_away_for_good(self, today, hands):
        hands.press("2")
        hands.click(today.page.first.never)
        assert not today.page.first.isVisible()
        hands.press("3", modifier=Qt.KeyboardModifier.AltModifier)
        assert not today.page.first.isVisible()
