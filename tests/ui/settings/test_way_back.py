"""The way back to what was chosen at first, which stands only where something was chosen."""

from datetime import time

import pytest
from PySide6.QtWidgets import QPushButton

from homejournal.ui.theme import Scheme
from homejournal.ui.widgets.button import Pill
from tests.ui.settings.test_page import card_of, choose, no_of, settings

__all__ = ["settings"]


def ways_back(window, hands):
    return [
        button.accessibleName()
        for button in window.page.findChildren(QPushButton)
        if button.accessibleName().startswith("Back to default") and button.isVisible()
    ]


def test_a_way_back_is_shown_only_where_something_was_chosen(settings, hands):
    assert ways_back(settings, hands) == []
    heights = [card.height() for card in settings.page.cards]
    choose(card_of(settings, "colors").colors, Scheme.DARK)
    hands.click(hands.named(settings.page, Pill, "Sunday"))
    hands.click(no_of(settings, "greeting"))
    choose(card_of(settings, "day_end").day_end, time(6))
    assert ways_back(settings, hands) == [
        "Back to default: Colors",
        "Back to default: The day ends at",
        "Back to default: A week begins on",
        "Back to default: A welcome after weeks away",
    ]
    assert [card.height() for card in settings.page.cards] == heights


@pytest.mark.parametrize(
    ("key", "choose_other", "is_first"),
    [
        (
            "text_size",
            lambda card: choose(card.text_size, 200),
            lambda card: card.text_size.value() == 100,
        ),
        (
            "colors",
            lambda card: choose(card.colors, Scheme.DARK),
            lambda card: card.colors.value() is Scheme.SYSTEM,
        ),
        (
            "week_start",
            lambda card: press(card.week_start, 1),
            lambda card: card.week_start.pills[0].isChecked(),
        ),
        (
            "calm",
            lambda card: press(card.calm, 1),
            lambda card: card.calm.pills[0].isChecked(),
        ),
        (
            "greeting",
            lambda card: press(card.switches["greeting"], 1),
            lambda card: card.switches["greeting"].pills[0].isChecked(),
        ),
        (
            "language",
            lambda card: press(card.language, 2),
            lambda card: card.language.pills[0].isChecked(),
        ),
    ],
)
def test_a_setting_goes_back_to_the_first_choice_and_undo_takes_that_back(
    settings, key, choose_other, is_first
):
    assert is_first(card_of(settings, key))
    choose_other(card_of(settings, key))
    assert not is_first(card_of(settings, key))
    back = way_back(settings, key)
    assert back.isVisible()
    assert back.height() >= 40
    back.click()
    assert is_first(card_of(settings, key))
    assert not way_back(settings, key).isVisible()
    settings.desk.editing.undo()
    assert not is_first(card_of(settings, key))
    assert way_back(settings, key).isVisible()


def press(choice, place):
    choice.pills[place].setChecked(True)


def way_back(window, key):
    card = card_of(window, key)
    name = card._texts[key].name  # in the language of the window
    return next(
        button
        for button in card.findChildren(QPushButton)
        if button.accessibleName().endswith(f": {name}")
    )


def test_the_keyboard_stays_at_the_setting_that_went_back(three, settings):
    choose(card_of(settings, "day_end").day_end, time(6))
    back = way_back(settings, "day_end")
    back.setFocus()
    back.click()
    assert three.journal.settings.day_end == time(4)
    assert card_of(settings, "day_end").day_end.value() == time(4)
    assert card_of(settings, "day_end").focused() == "day_end"


def test_reminders_are_off_again_with_one_press(three, settings):
    from homejournal.ui.base.reminder_settings import (
        RingSettings,
        put_ring_settings,
        ring_settings,
    )

    ringing = RingSettings(times={three.ids["Sign more"]: time(18)}, names=True)
    put_ring_settings(settings.desk, ringing)
    settings.page.refresh()
    way_back(settings, "reminders").click()
    assert ring_settings(settings.desk) == RingSettings(times={})
    assert settings.frame.toast.text() == "Reminders: off"
    assert not way_back(settings, "reminders").isVisible()
    settings.desk.editing.undo()
    assert ring_settings(settings.desk) == ringing
