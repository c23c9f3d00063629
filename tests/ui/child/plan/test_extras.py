"""Plan's examples to begin with, copies for brothers and sisters, and the hint above four."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QApplication, QLineEdit

from homejournal.domain.records.children import Child
from homejournal.services.days.days import PracticeTold
from homejournal.ui.child.plan.page import CopyToSiblingDialog, ExamplesDialog
from homejournal.ui.child.plan.strategy_dialog import StrategyDialog
from homejournal.ui.widgets.button import ToggleButton
from tests.ui.conftest import SUNDAY
from tests.ui.forms import choose_line, dialog, field, lines_of, no_dialog, press
from tests.ui.visits.coming.visiting import undo
from tests.ui.whole_window.test_every_page import nameless

HINT = "Many at once? Ask which one matters most this week."
FIRST = "Offer two things to choose from"
COPY, REMOVE = "Copy to a brother or sister…", "Remove the example"


def take_first(hands):
    asked = dialog()
    next(iter(asked.toggles)).click()
    press(hands, "Add to our plan")


def with_sister(house, **said):
    sister = Child(id=uuid4(), name="Ada", **said)
    house.journal.records.save(sister)
    return sister


def card_lines(page, place=0):
    return list(lines_of(page.cards[place]))


def test_an_empty_plan_offers_examples_and_takes_what_is_chosen(house, open_plan, hands):
    page = open_plan(house)
    press(hands, "Look at examples…", page)
    asked = dialog()
    assert isinstance(asked, ExamplesDialog)
    assert len(asked.toggles) == 12
    assert not any(toggle.isChecked() for toggle in asked.toggles)
    assert QApplication.focusWidget() is next(iter(asked.toggles))
    assert nameless(asked) == []
    take_first(hands)

    (card,) = page.cards
    assert card.title() == FIRST
    said = " ".join(hands.texts(card))
    assert "Meals" in said
    assert "Example · Since March 22, 2026" in said
    assert "Look at examples…" not in hands.texts(page)
    undo(page)
    assert page.cards == ()


def test_an_example_that_was_added_comes_in_sight(three, open_plan, hands):
    page = open_plan(three)
    page.window().resize(1024, 500)
    page.look_at_examples()
    take_first(hands)
    added = page.cards[-1]
    assert added.title() == FIRST
    assert added.visibleRegion().boundingRect().height() == added.height()


def test_nothing_chosen_is_said_and_changes_nothing(house, open_plan, hands):
    page = open_plan(house)
    press(hands, "Look at examples…", page)
    press(hands, "Add to our plan")
    assert "Choose at least one, or press Cancel." in hands.texts(dialog())
    press(hands, "Cancel")
    assert no_dialog()
    assert page.cards == ()


def test_adding_a_strategy_leads_to_the_examples_and_shows_what_is_there(three, open_plan, hands):
    page = open_plan(three)
    assert "Look at examples…" not in hands.texts(page)
    press(hands, "Add a strategy", page)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(hands, "Choose from examples…")
    take_first(hands)
    assert FIRST in [card.title() for card in page.cards]
    page.new()
    press(hands, "Choose from examples…")
    assert len(dialog().toggles) == 11
    assert "In your plan already" in hands.texts(dialog())


def test_typed_words_are_not_lost_on_the_way_to_the_examples(three, open_plan, hands):
    page = open_plan(three)
    page.new()
    field(QLineEdit, "What will you do?").setText("Sing in the car")
    press(hands, "Choose from examples…")
    assert isinstance(dialog(), StrategyDialog)
    assert "What you typed is not saved yet." in " ".join(hands.texts(dialog()))
    press(hands, "Choose from examples…")
    assert isinstance(dialog(), ExamplesDialog)


def test_where_every_example_is_taken_there_is_nothing_to_choose(house, open_plan, hands):
    page = open_plan(house)
    page.look_at_examples()
    for toggle in dialog().toggles:
        toggle.click()
    press(hands, "Add to our plan")
    assert len(page.cards) == 12
    page.look_at_examples()
    assert dialog().toggles == {}
    dialog().reject()


def test_correcting_an_example_makes_it_the_familys_own(house, open_plan, hands):
    page = open_plan(house)
    page.look_at_examples()
    take_first(hands)
    page.cards[0].press("change")
    field(QLineEdit, "What will you do?").setText("Two cups to choose from")
    press(hands, "Save")
    (mine,) = house.journal.family().strategies.values()
    assert (mine.name, mine.example) == ("Two cups to choose from", False)
    assert REMOVE not in card_lines(page)


def test_the_example_family_keeps_its_strategies(house, open_plan, hands):
    page = open_plan(house)
    page.look_at_examples()
    take_first(hands)
    assert REMOVE in card_lines(page)
    house.journal.change_settings(replace(house.journal.settings, example=True))
    page.heard(None)
    assert REMOVE not in card_lines(page)


def test_an_example_is_removed_and_brought_back(house, open_plan, hands):
    page = open_plan(house)
    page.look_at_examples()
    take_first(hands)
    choose_line(page.cards[0], REMOVE)
    assert page.cards == ()
    undo(page)
    assert [card.title() for card in page.cards] == [FIRST]


def test_an_example_that_something_is_written_about_stays_and_says_so(house, open_plan, hands):
    page = open_plan(house)
    page.look_at_examples()
    take_first(hands)
    house.journal.days.did_it(page.cards[0].shown.strategy.id, SUNDAY, PracticeTold(rating=2))
    told = []
    page.tells.connect(told.append)
    page.cards[0].press("remove")
    assert told == ["Something is written about it, so it stays. You can finish it instead."]
    assert len(page.cards) == 1


def test_a_copy_is_offered_only_where_there_is_a_brother_or_sister(three, open_plan):
    page = open_plan(three)
    assert COPY not in card_lines(page)
    with_sister(three, put_away=SUNDAY)
    page.heard(None)
    assert COPY not in card_lines(page)
    with_sister(three)
    page.heard(None)
    assert COPY in card_lines(page)
    assert REMOVE not in card_lines(page)


def test_one_sister_gets_a_copy_with_one_press(three, open_plan, hands):
    ada = with_sister(three)
    page = open_plan(three)
    choose_line(page.cards[0], COPY)
    assert isinstance(dialog(), CopyToSiblingDialog)
    assert nameless(dialog()) == []
    press(hands, "Copy")
    assert no_dialog()
    assert [card.title() for card in page.cards][:1] == ["Two choices"]
    page.set_child(ada.id)
    assert [card.title() for card in page.cards] == ["Two choices"]
    undo(page)
    assert page.cards == ()


def test_of_several_one_has_to_be_chosen(three, open_plan, hands):
    with_sister(three)
    leo = Child(id=uuid4(), name="Leo")
    three.journal.records.save(leo)
    page = open_plan(three)
    page.cards[1].press("copy")
    press(hands, "Copy")
    assert "Choose a child." in hands.texts(dialog())
    dialog().child.pills[1].click()
    press(hands, "Copy")
    (made,) = three.journal.family().strategies_of(leo.id)
    assert made.name == "Sign more"


def test_words_that_name_the_child_are_pointed_out(three, open_plan, hands):
    with_sister(three)
    strategy = three.journal.family().strategies[three.ids["Two choices"]]
    page = open_plan(three)
    page.cards[0].press("copy")
    assert "The words name Maya" not in " ".join(hands.texts(dialog()))
    dialog().reject()
    three.journal.records.save(replace(strategy, name="Wait for Maya"))
    page.heard(None)
    page.cards[0].press("copy")
    assert "The words name Maya. You can correct them in the copy." in hands.texts(dialog())


def test_above_four_active_ones_a_quiet_hint_stands_and_blocks_nothing(three, open_plan, hands):
    three.plan("Fourth")
    page = open_plan(three)
    assert HINT not in hands.texts(page)
    three.plan("Fifth")
    page.heard(None)
    assert HINT in hands.texts(page)
    assert "Add a strategy" in hands.texts(page)


def test_paused_ones_do_not_count_for_the_hint(three, open_plan, hands):
    for name in ("Fourth", "Fifth"):
        three.plan(name)
    page = open_plan(three)
    assert HINT in hands.texts(page)
    page.cards[0].press("pause")
    press(hands, "Pause")
    assert HINT not in hands.texts(page)


def test_the_examples_speak_the_language_of_the_window(house, open_plan):
    page = open_plan(house, "es")
    page.look_at_examples()
    names = [offer.strategy.name for offer in dialog().toggles.values()]
    assert "Decir qué lavamos" in names
    assert all(isinstance(toggle, ToggleButton) for toggle in dialog().toggles)


def test_brothers_of_nearly_one_name_are_told_apart_in_the_copy(three, open_plan, hands):
    three.journal.records.save(
        Child(id=uuid4(), name="José", born=SUNDAY), Child(id=uuid4(), name="Jose")
    )
    page = open_plan(three)
    choose_line(page.cards[0], COPY)
    said = [pill.accessibleName() for pill in dialog().child.pills]
    assert said == ["José – born March 22, 2026", "Jose"]


def test_a_second_one_of_the_same_name_is_asked_about(three, open_plan, hands):
    ada = with_sister(three)
    page = open_plan(three)
    page.cards[0].press("copy")
    press(hands, "Copy")
    page.cards[0].press("copy")
    press(hands, "Copy")
    assert any("Ada has a strategy with this name." in text for text in hands.texts(dialog()))
    assert len(three.journal.family().strategies_of(ada.id)) == 1
    press(hands, "Copy")
    assert no_dialog()
    assert len(three.journal.family().strategies_of(ada.id)) == 2
