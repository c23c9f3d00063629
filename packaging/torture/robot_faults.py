"""Faults that families once met, planted in the running program; the robot has to find each."""

from functools import partial

from homejournal.ui.day_cards import strategy_card
from homejournal.ui.day_cards.base_card import RatedCard
from PySide6.QtGui import QKeyEvent

from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
from homejournal.domain.today.strategy_cards import extra_time as above_the_plan
from homejournal.services.days import days
from homejournal.texts import day_page as texts
from homejournal.ui.day_rows.input_methods import InputOnCards
from homejournal.ui.day_rows.notes.undo import NoteUndo
from homejournal.ui.day_rows.shortcuts import ALT
from homejournal.ui.today.page import TodayPage
from homejournal.ui.widgets.buttons.wrapping_button import FlagButton, HeldPress, OnceButton
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.fields.note_field import NoteEdit


def _commands(keys: str) -> None:
    """Let single keys do on a card what they do with Alt."""
    usual, heard = Card.keyPressEvent, frozenset(map(ord, keys))

    def pressed(card: Card, event: QKeyEvent, /) -> None:
        if event.key() in heard and not event.modifiers() and card.hasFocus():
            card.key.emit(event.key() | ALT)
        else:
            usual(card, event)

    Card.keyPressEvent = pressed  # type: ignore[method-assign]


def _first_open(card: CardOfDay, time: TimeOfCard) -> TimeOfCard:
    return card.first_open or above_the_plan(card, time)


def _ask_about_the_next(card: RatedCard, _time: object) -> None:
    card._chosen = None  # noqa: SLF001


FAULTS = {
    "enter_turns_private": partial(setattr, FlagButton, "keyPressEvent", OnceButton.keyPressEvent),
    "letters_are_commands": partial(_commands, "DNLOWSI"),
    "digits_rate_what_is_written": partial(_commands, "1234"),
    "accents_are_lost": partial(setattr, InputOnCards, "_on_focus", lambda *_: None),
    "once_more_takes_an_open_time": partial(setattr, strategy_card, "extra_time", _first_open),
    "the_card_goes_on": partial(setattr, RatedCard, "_stay_at", _ask_about_the_next),
    "who_said_not_today_is_forgotten": partial(setattr, days, "_person_of", lambda _: None),
    "today_stays_on_another_day": partial(setattr, TodayPage, "page_entered", lambda _: None),
    "undo_passes_over_words": partial(setattr, NoteUndo, "eventFilter", lambda *_: False),
    "saved_is_said_too_early": partial(
        setattr,
        texts,
        "saved",
        lambda *told, usual=texts.saved, **more: usual(*told, **more | {"typing": False}),
    ),
    "a_press_moves_the_answer_away": partial(setattr, HeldPress, "goes_on", lambda event, _: event),
    "words_stay_after_they_are_saved": partial(setattr, NoteEdit, "set_text", lambda *_: None),
}
