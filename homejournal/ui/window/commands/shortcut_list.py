"""The list of keys, made from the menus and from the table that the cards obey."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from homejournal.texts.window.commands import Where, press_it_there, where_said
from homejournal.texts.wording import key_names
from homejournal.ui.day_cards.shortcuts import ALT, CARD_KEYS, CardDeed
from homejournal.ui.widgets.days.shortcuts import TODAY_KEY
from homejournal.ui.window.commands.all_commands import Command, keys_said

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


def key_commands(wording: "Wording", menus: Sequence[Command]) -> tuple[Command, ...]:
    """Return a line for every key: those of the cards first, then those of the menus."""
    everywhere = where_said(wording, Where.ANYWHERE)
    with_keys = [one for one in menus if one.keys]
    anywhere = [
        Command(one.words, one.run, one.keys, everywhere, one.where, one.why_not)
        for one in with_keys
    ]
    return (*_cards(wording), *_pages(wording), *anywhere)


def _cards(wording: "Wording") -> Iterator[Command]:
    said = _deeds_said(wording)
    for deed, keys in CARD_KEYS.items():
        if deed in {CardDeed.RATE, CardDeed.CHANGE}:
            first, last = (_named(wording, keys[digit]) for digit in (1, 4))
            shown = wording.text("{first} to {last}", first=first, last=last)
        else:
            shown = keys_said(wording, [_named(wording, key) for key in keys])
        yield _line(wording, (shown, said[deed]), Where.CARD)


def _deeds_said(wording: "Wording") -> dict[CardDeed, str]:
    """Return in words what each key of a card does."""
    text = wording.text
    return {
        CardDeed.RATE: text("Rate it, or type how many, while nothing is written"),
        CardDeed.CHANGE: text("Change how it went"),
        CardDeed.DID_IT: text("Did it, without a rating"),
        CardDeed.NOT_TODAY: text("Not today"),
        CardDeed.LEFT_OUT: text("Left out, with a reason"),
        CardDeed.ONCE_MORE: text("Once more"),
        CardDeed.WHO: text("Who did it"),
        CardDeed.TIMER: text("Start or stop the timer"),
        CardDeed.NOTE: text("Write a note"),
        CardDeed.HOW: text("How we do it"),
        CardDeed.REMOVE: text("Remove what is written"),
        CardDeed.OTHER_TIME: text("Another time of the day"),
        CardDeed.OTHER_CARD: text("The card above or below"),
    }


def _pages(wording: "Wording") -> Iterator[Command]:
    text = wording.text
    alt_arrows = (QKeySequence("Alt+Left"), QKeySequence("Alt+Right"))
    lines: tuple[tuple[Where, str, tuple[QKeySequence | str, ...]], ...] = (
        (Where.TODAY, text("The day before, or the day after"), alt_arrows),
        (Where.TODAY, text("Back to today"), (QKeySequence(TODAY_KEY),)),
        (Where.NOTE, text("Save the note. Leaving it saves it, too"), (text("Ctrl+Enter"),)),
        (Where.WEEK, text("The week before, or the week after"), alt_arrows),
        (Where.WEEK, text("Change a box"), (QKeySequence("F2"),)),
        (Where.WEEK, text("Once more in a box"), ("+",)),
        (Where.WEEK, text("Clear a box"), (_named(wording, Qt.Key.Key_Delete),)),
        (Where.WEEK, text("Copy the box above"), (QKeySequence("Ctrl+D"),)),
        (Where.WEEK, text("Copy the box before"), (QKeySequence("Ctrl+R"),)),
        (Where.WEEK, text("Open the day of a box"), (text("Ctrl+Enter"),)),
        (Where.JOURNAL, text("Open an entry"), (_named(wording, Qt.Key.Key_Return),)),
        (Where.JOURNAL, text("Remove an entry"), (_named(wording, Qt.Key.Key_Delete),)),
    )
    for where, words, keys in lines:
        yield _line(wording, (keys_said(wording, keys), words), where)


def _line(wording: "Wording", told: tuple[str, str], where: Where) -> Command:
    keys, words = told
    why = press_it_there(wording, where, keys)
    return Command(words, _nothing, keys, where_said(wording, where), why_not=why, told=True)


def _nothing() -> None:
    """Do nothing: a key of a card means something only on its card."""


def _named(wording: "Wording", key: int) -> str:
    """Return a key by the name that stands on it."""
    text, keys = wording.text, key_names(wording)
    names = {
        Qt.Key.Key_Return: keys["Return"],
        Qt.Key.Key_Enter: keys["Enter"],
        Qt.Key.Key_Delete: keys["Del"],
        Qt.Key.Key_Up: text("Up"),
        Qt.Key.Key_Down: text("Down"),
        Qt.Key.Key_Left: text("Left"),
        Qt.Key.Key_Right: text("Right"),
    }
    usual = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return names.get(Qt.Key(key & ~ALT), usual)
