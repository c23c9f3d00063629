"""Faults that families once met, planted in the running program; the robot has to find each."""

from functools import partial

from PySide6.QtGui import QKeyEvent

from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
from homejournal.domain.today.strategy_cards import extra_time as above_the_plan
from homejournal.services.days import days
from homejournal.ui.day_rows import strategy_row
from homejournal.ui.day_rows.answer_line import AnswerLine
from homejournal.ui.day_rows.notes.panel import NoteUndo
from homejournal.ui.day_rows.shortcuts import ALT
from homejournal.ui.today.page import TodayPage
from homejournal.ui.widgets.cards.typing_area import InputOnCards, TypingArea
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.wrapping_button import FlagButton, OnceButton


def _commands(keys: str) -> None:
    """Let single keys do on a line what they do with Alt."""
    usual, heard = TypingArea.keyPressEvent, frozenset(map(ord, keys))

    def pressed(line: TypingArea, event: QKeyEvent, /) -> None:
        on_answers = isinstance(line.window().focusWidget(), Segment)
        if event.key() in heard and not event.modifiers() and on_answers:
            line.key.emit(event.key() | ALT)
        else:
            usual(line, event)

    TypingArea.keyPressEvent = pressed  # type: ignore[method-assign]


def _first_open(card: CardOfDay, time: TimeOfCard) -> TimeOfCard:
    return card.first_open or above_the_plan(card, time)


def _from_the_first(card: CardOfDay, _places: object) -> tuple[TimeOfCard, ...]:
    return card.times


FAULTS = {
    "enter_turns_private": partial(setattr, FlagButton, "keyPressEvent", OnceButton.keyPressEvent),
    "letters_are_commands": partial(_commands, "DNLOWSI"),
    "digits_rate_what_is_written": partial(_commands, "1234"),
    "accents_are_lost": partial(setattr, InputOnCards, "_on_focus", lambda *_: None),
    "once_more_takes_an_open_time": partial(setattr, strategy_row, "extra_time", _first_open),
    "an_answer_goes_to_another_line": partial(
        setattr, strategy_row, "times_in_place", _from_the_first
    ),
    "who_said_not_today_is_forgotten": partial(setattr, days, "_person_of", lambda _: None),
    "today_stays_on_another_day": partial(setattr, TodayPage, "page_entered", lambda _: None),
    "undo_passes_over_words": partial(setattr, NoteUndo, "eventFilter", lambda *_: False),
    "saved_is_said_too_early": partial(
        setattr, AnswerLine, "is_typing", property(lambda _line: False)
    ),
    "words_stay_after_they_are_saved": partial(setattr, NoteEdit, "set_text", lambda *_: None),
}
