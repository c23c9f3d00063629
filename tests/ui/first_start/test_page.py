"""The first start: from an empty journal to the first card."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.plan import OftenKind
from homejournal.domain.records.rating_scales import Per, RatingKind
from homejournal.services.opening import open_journal
from homejournal.ui.first_start import page
from homejournal.ui.first_start.page import FirstStartPage
from homejournal.ui.widgets.buttons.button import Pill
from tests.journals import DEVICE
from tests.ui.conftest import SUNDAY

Key = Qt.Key


@pytest.fixture
def later():
    """Hold journals that are closed once their windows are gone."""
    journals = []
    yield journals
    for journal in journals:
        journal.close()


@pytest.fixture
def first(empty_journal, later, open_window):
    return open_window(empty_journal)


def field(window, hands, name):
    return hands.named(window.page, QLineEdit, name)


def test_six_plain_sentences_open_it(first, hands):
    assert isinstance(first.page, FirstStartPage)
    assert "You need no account and no internet." in hands.texts(first.page)
    assert not first.frame.nav.isVisible()


def test_three_steps_by_keyboard_lead_to_the_first_card(first, hands, empty_journal):
    hands.press(Key.Key_Space, "Maya")
    hands.click(hands.named(first.page, QPushButton, "Next"))
    hands.press("Mom")
    hands.click(hands.named(first.page, QPushButton, "Next"))
    hands.press("Pause and wait", Key.Key_Tab, "Dana", Key.Key_Tab, "speech", Key.Key_Tab, "meals")
    hands.click(hands.named(first.page, Pill, "twice a day"))
    hands.click(hands.named(first.page, QPushButton, "Next"))
    hands.click(hands.named(first.page, QPushButton, "Open Today"))
    assert [card.title() for card in first.page.cards] == ["Pause and wait"]
    assert "from Dana, speech" in hands.texts(first.page.cards[0])
    assert "meals" in hands.texts(first.page.cards[0])
    assert first.frame.switch.accessibleName() == "Child: Maya"
    assert [helper.name for helper in empty_journal.family().helpers.values()] == ["Mom"]
    hands.press("2")
    child = next(iter(empty_journal.family().children))
    (practice,) = empty_journal.days.between(child, SUNDAY, SUNDAY).practices
    assert (practice.rating, practice.helper) == (2, first.desk.helper)


def test_enter_presses_the_button_that_has_the_focus(first, hands):
    hands.press(Key.Key_Space)
    hands.named(first.page, QPushButton, "Back").setFocus()
    hands.press(Key.Key_Return)
    assert "You need no account and no internet." in hands.texts(first.page)


def test_the_focus_goes_straight_to_the_field_of_a_step_and_its_title_is_spoken(
    first, hands, qapp, monkeypatch
):
    spoken, reached = [], []
    monkeypatch.setattr(page, "announce", lambda _on, said: spoken.append(said))
    watch = Watch(reached)
    qapp.focusChanged.connect(watch.note)
    hands.press(Key.Key_Space, "Maya", Key.Key_Return)
    qapp.focusChanged.disconnect(watch.note)
    assert reached == ["Name or nickname", "Who is writing?"]
    assert spoken == ["1 of 3: Your child", "2 of 3: Who is writing?"]


class Watch(QObject):
    def __init__(self, reached):
        super().__init__()
        self._reached = reached

    def note(self, _old, now):
        if now is not None:
            self._reached.append(now.accessibleName() or now.text())


def test_enter_goes_on_to_the_next_step(first, hands):
    hands.press(Key.Key_Space, "Maya", Key.Key_Return, "Mom", Key.Key_Return, "Pause and wait")
    hands.named(first.page, Pill, "once a day").setFocus()
    hands.press(Key.Key_Right, Key.Key_Return, Key.Key_Return)
    assert [card.title() for card in first.page.cards] == ["Pause and wait"]


def test_every_step_can_be_skipped(first, hands, empty_journal):
    hands.press(Key.Key_Space)
    for _ in range(3):
        hands.click(hands.named(first.page, QPushButton, "Skip this step"))
    hands.click(hands.named(first.page, QPushButton, "Open Today"))
    assert [child.name for child in empty_journal.family().children.values()] == ["Our child"]
    assert first.page.title == "Today"
    assert "No strategies yet" in hands.texts(first.page)


def test_a_birthday_in_the_future_gets_a_sentence_and_stays(first, hands):
    hands.press(Key.Key_Space, "Maya")
    first.page.child_form.born.set_day(SUNDAY + timedelta(days=1))
    hands.click(hands.named(first.page, QPushButton, "Next"))
    assert any("still to come" in text for text in hands.texts(first.page))
    assert first.page.child_form.born.day() == date(2026, 3, 23)
    assert field(first, hands, "Name or nickname").text() == "Maya"


@pytest.mark.parametrize(
    ("text", "said"),
    [("x" * 10_000, "at most 200 letters"), ("Ma\x00ya", "cannot be written down")],
)
def test_a_name_that_cannot_be_gets_a_sentence_and_stays(first, hands, text, said):
    hands.press(Key.Key_Space)
    name = field(first, hands, "Name or nickname")
    name.setText(text)
    hands.click(hands.named(first.page, QPushButton, "Next"))
    assert any(said in one for one in hands.texts(first.page))
    assert name.isVisible()
    assert name.text() == text


def test_back_keeps_what_was_typed(first, hands):
    hands.press(Key.Key_Space, "Maya")
    hands.click(hands.named(first.page, QPushButton, "Next"))
    hands.click(hands.named(first.page, QPushButton, "Back"))
    assert field(first, hands, "Name or nickname").text() == "Maya"


def test_counts_ask_for_their_unit(first, hands, empty_journal):
    hands.press(Key.Key_Space)
    for _ in range(2):
        hands.click(hands.named(first.page, QPushButton, "Skip this step"))
    hands.press("Listen for words")
    hands.click(hands.named(first.page, Pill, "any 3 days a week"))
    hands.click(hands.named(first.page, Pill, "A number"))
    field(first, hands, "Number of what?").setText("words")
    hands.click(hands.named(first.page, QPushButton, "Next"))
    hands.click(hands.named(first.page, QPushButton, "Open Today"))
    ((step,),) = empty_journal.family().steps.values()
    assert (step.rating.kind, step.rating.unit) == (RatingKind.NUMBER, "words")
    assert (step.often.kind, step.often.days) == (OftenKind.DAYS_A_WEEK, 3)


def test_a_number_of_several_times_a_day_is_asked_what_it_belongs_to(first, hands, empty_journal):
    hands.press(Key.Key_Space)
    for _ in range(2):
        hands.click(hands.named(first.page, QPushButton, "Skip this step"))
    hands.press("Fall asleep")
    asked = first.page.strategy_form.per
    hands.click(hands.named(first.page, Pill, "A number"))
    assert not asked.isVisible()
    hands.click(hands.named(first.page, Pill, "twice a day"))
    assert asked.isVisible()
    hands.click(hands.named(first.page, Pill, "To each time by itself"))
    hands.click(hands.named(first.page, QPushButton, "Next"))
    hands.click(hands.named(first.page, QPushButton, "Open Today"))
    ((step,),) = empty_journal.family().steps.values()
    assert (step.often.times, step.rating.per) == (2, Per.TIME)


def test_a_full_disk_keeps_everything_typed(first, hands, empty_journal, monkeypatch):
    def full(*_told):
        raise DiskFullError(empty_journal.folder)

    monkeypatch.setattr(empty_journal.records, "save_ending", full)
    hands.press(Key.Key_Space, "Maya")
    hands.click(hands.named(first.page, QPushButton, "Next"))
    for _ in range(2):
        hands.click(hands.named(first.page, QPushButton, "Skip this step"))
    hands.click(hands.named(first.page, QPushButton, "Open Today"))
    assert "is full" in first.frame.failure.text()
    assert isinstance(first.page, FirstStartPage)
    assert first.page.child_form.name.text() == "Maya"


def test_what_was_typed_is_there_again_in_the_next_window(
    first, empty_journal, hands, open_window, clock, later
):
    hands.press(Key.Key_Space, "Maya")
    hands.click(hands.named(first.page, QPushButton, "Next"))
    hands.click(hands.named(first.page, QPushButton, "Skip this step"))
    field(first, hands, "What will you do?").setText("Pause and wait")
    hands.click(hands.named(first.page, Pill, "A number"))
    assert first.close()
    later.append(open_journal(empty_journal.folder, clock=clock, device=DEVICE))
    again = open_window(later[0]).page
    assert again.child_form.name.text() == "Maya"
    assert again.strategy_form.name.text() == "Pause and wait"
    assert again.strategy_form.rating.choice() is RatingKind.NUMBER


def test_a_window_whose_typed_words_cannot_be_kept_closes_only_at_the_second_try(
    first, empty_journal, hands, monkeypatch
):
    def full(*_):
        raise DiskFullError(empty_journal.folder)

    monkeypatch.setattr(empty_journal.drafts, "keep", full)
    hands.press(Key.Key_Space, "Maya")
    assert not first.close()
    assert "closing now would lose it" in first.frame.failure.text()
    assert first.close()


def test_the_example_family_can_be_asked_for(first, hands, qtbot):
    with qtbot.waitSignal(first.example_wanted):
        hands.click(hands.named(first.page, QPushButton, "Look around with an example family"))


def test_another_language_takes_nothing_away_that_was_typed(first, hands):
    hands.click(hands.named(first.page, QPushButton, "Start our journal"))
    field(first, hands, "Name or nickname").setText("Maya")
    hands.click(hands.named(first.page, QPushButton, "Next"))
    hands.click(hands.named(first.page, QPushButton, "Skip this step"))
    field(first, hands, "What will you do?").setText("Pause and wait")
    hands.click(hands.named(first.page, Pill, "A number"))
    assert first.page.strategy_form.unit.isVisible()
    first.set_language("es")
    assert first.page.strategy_form.name.text() == "Pause and wait"
    assert first.page.strategy_form.rating.choice() is RatingKind.NUMBER
    assert first.page.strategy_form.unit.isVisible()
    assert first.page.child_form.name.text() == "Maya"
