"""All commands by their names, for the search (menus, pages, settings, help), and all keys."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from homejournal.domain.names import (
    matches_typed,
    search_form,
    with_distinct_names,
    words_met,
)
from homejournal.domain.records.family import active_children
from homejournal.texts.display_names import names_said
from homejournal.texts.window import commands as said
from homejournal.texts.window.commands import Where, press_it_there, where_said
from homejournal.texts.window.help import TOPICS, help_page
from homejournal.texts.window.opening import journal_said
from homejournal.texts.window.settings import searched_in, setting_texts
from homejournal.texts.wording import Wording, key_names
from homejournal.ui.base.actions import Action, ActionLine, menu_title
from homejournal.ui.day_rows.shortcuts import ALT, CARD_KEYS, CardAction
from homejournal.ui.widgets.day_navigation import TODAY_KEY
from homejournal.ui.widgets.wrapping_labels import without_key

if TYPE_CHECKING:
    from homejournal.ui.kit.window_interface import OpenWindow


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the list; `where` says its place, `why_not` why it does nothing now.

    `told` marks a key that is only listed, because another part of the window handles it.
    """

    words: str
    run: Callable[[], object]
    keys: str = ""
    where: str = ""
    other_words: str = ""
    why_not: str = ""
    told: bool = False

    @property
    def note(self) -> str:
        """Return what stands small under the words."""
        return self.where if self.told else self.why_not or self.where


def found(commands: Sequence[Command], typed: str) -> list[int]:
    """Return the places of the commands that are meant: those first whose names begin so.

    Where no command has all the words that were typed, those are meant that have most of them.
    """
    searched = [f"{one.words} {one.where} {one.other_words}" for one in commands]
    meant = [place for place, words in enumerate(searched) if matches_typed(typed, words)]
    if not meant:
        met = [words_met(typed, words) for words in searched]
        meant = [place for place, n in enumerate(met) if n and n == max(met)]
    return sorted(meant, key=lambda place: _distance(commands[place].words, typed))


def _distance(words: str, typed: str) -> int:
    """Return how far a name is from what was typed: 0 where it begins so."""
    if search_form(words).startswith(search_form(typed)):
        return 0
    return 1 if matches_typed(typed, words) else 2


_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"
"""Unicode's signs around what is read from the left inside another direction."""


def keys_said(wording: "Wording", keys: Sequence[QKeySequence | str]) -> str:
    """Return keys as their computer writes them: "Ctrl+Z", or "Ctrl+Z or Ctrl+Y"."""
    shown = [
        key if isinstance(key, str) else key.toString(QKeySequence.SequenceFormat.NativeText)
        for key in keys
    ]
    if wording.direction == "rtl":  # or a bracket would be turned round, and Alt+Left torn apart
        shown = [f"{_LEFT_TO_RIGHT}{key}{_END}" for key in shown if key]
    together = ""
    for key in dict.fromkeys(filter(None, shown)):
        together = wording.text("{one} or {other}", one=together, other=key) if together else key
    return together


def menu_commands(asked: "OpenWindow") -> Iterator[Command]:
    """Yield every line of the menus, and Undo and Redo."""
    wording = asked.desk.wording
    other_words = said.other_words(wording)
    for action, line in asked.menus.lines.items():
        yield Command(
            without_key(line.text),
            line.do,
            keys_said(wording, [QKeySequence(keys) for keys in line.keys]),
            without_key(menu_title(wording, line.menu)) if line.menu else line.where,
            other_words.get(line.action.value, ""),
            why_not=_why_not(asked, action, line),
        )
    yield from _steps(asked)


def _steps(asked: "OpenWindow") -> Iterator[Command]:
    wording, stack = asked.desk.wording, asked.desk.editing.stack
    edit = without_key(wording.text("&Edit"))
    for undo in asked.menus.steps:
        again = undo is not asked.menus.steps[0]
        yield Command(
            without_key(undo.text()),
            asked.desk.editing.redo if again else asked.desk.editing.undo,
            keys_said(wording, [key for key in undo.shortcuts() if key.toString().isascii()]),
            edit,
            why_not=""
            if (stack.canRedo() if again else stack.canUndo())
            else said.not_now(wording),
        )


def _why_not(asked: "OpenWindow", action: "QAction", line: "ActionLine") -> str:
    wording = asked.desk.wording
    if action.isEnabled():
        return ""
    if line.writes and not asked.desk.can_write:
        return said.only_read(wording)
    return said.not_on_this_page(wording) if line.by_page else said.not_now(wording)


def place_commands(asked: "OpenWindow") -> Iterator[Command]:
    """Yield parts of pages that no line of a menu names; each opens its page at itself."""
    wording = asked.desk.wording
    if asked.page is not None and asked.page.child is not None:
        out, deleted = said.days_left_out(wording), said.recently_deleted(wording)
        why_not = "" if asked.desk.can_write else said.only_read(wording)
        leave_out = partial(_on_page, asked, "today", Action.LEAVE_OUT_DAYS)
        show_deleted = partial(_on_page, asked, "journal", Action.SHOW_DELETED)
        today, journal = wording.text("Today"), wording.text("Journal")
        yield Command(out.name, leave_out, "", today, out.other_words, why_not)
        yield Command(deleted.name, show_deleted, "", journal, deleted.other_words)
    for part in said.safe_places(wording):
        go, where = partial(asked.open_page, "safe", part.place), wording.text("Keep it safe")
        yield Command(part.name, go, where=where, other_words=part.other_words)


def _on_page(asked: "OpenWindow", name: str, action: Action) -> None:
    asked.open_page(name)
    if asked.page is not None:  # the one that is open stays where its words cannot be kept
        asked.page.do(action)


def setting_commands(asked: "OpenWindow") -> Iterator[Command]:
    """Yield the settings; each opens the page of settings at itself."""
    wording = asked.desk.wording
    for setting in setting_texts(wording):
        go = partial(asked.open_page, "settings", setting.key)
        where = wording.text("Settings")
        yield Command(setting.name, go, where=where, other_words=searched_in(wording, setting))


def recent_commands(
    wording: "Wording", folders: Sequence[Path], open_journal: Callable[[Path], None]
) -> Iterator[Command]:
    """Yield the other journals that were opened here."""
    where = without_key(wording.text("Open recen&t"))
    for folder in folders:
        yield Command(journal_said(wording, folder), partial(open_journal, folder), where=where)


def help_commands(wording: "Wording", open_help: Callable[[str], None]) -> Iterator[Command]:
    """Yield the topics of the help."""
    where = without_key(wording.text("&Help"))
    for topic in TOPICS:
        title = help_page(wording.language, topic).title
        yield Command(title, partial(open_help, topic), where=where)


def child_commands(asked: "OpenWindow") -> Iterator[Command]:
    """Yield the strategies of the child that is shown, and the other children."""
    wording, family = asked.desk.wording, asked.desk.journal.family()
    child = asked.page.child if asked.page else None
    if child is None:
        return
    pages = (("plan", wording.text("Plan")), ("progress", wording.text("Progress")))
    for name, where in pages:
        for strategy in with_distinct_names(family, child).strategies_of(child):
            yield Command(
                wording.own(strategy.name), partial(asked.open_page, name, strategy.id), "", where
            )
    names = names_said(wording, family.children.values())
    for other in active_children(family):
        if other.id != child:
            words = wording.text("Show {name}", name=names[other.id])
            yield Command(words, partial(asked.show_child, other.id), "", wording.text("Child"))


def key_commands(wording: "Wording", menus: Sequence[Command]) -> tuple[Command, ...]:
    """Return a line for every key: those of the cards first, then those of the menus."""
    everywhere = where_said(wording, Where.ANYWHERE)
    with_keys = [command for command in menus if command.keys]
    anywhere = [
        Command(
            command.words, command.run, command.keys, everywhere, command.where, command.why_not
        )
        for command in with_keys
    ]
    return (*_cards(wording), *_pages(wording), *anywhere)


def _cards(wording: "Wording") -> Iterator[Command]:
    said = _deeds_said(wording)
    for deed, keys in CARD_KEYS.items():
        if deed in {CardAction.RATE, CardAction.CHANGE}:
            first, last = (_named(wording, keys[digit]) for digit in (1, 4))
            shown = wording.text("{first} to {last}", first=first, last=last)
        else:
            shown = keys_said(wording, [_named(wording, key) for key in keys])
        yield _line(wording, (shown, said[deed]), Where.CARD)


def _deeds_said(wording: "Wording") -> dict[CardAction, str]:
    """Return in words what each key of a card does."""
    text = wording.text
    return {
        CardAction.RATE: text("Rate it, or type how many, while nothing is written"),
        CardAction.CHANGE: text("Change how it went"),
        CardAction.DID_IT: text("Did it, without a rating"),
        CardAction.NOT_TODAY: text("Not today"),
        CardAction.LEFT_OUT: text("Left out, with a reason"),
        CardAction.ONCE_MORE: text("Once more"),
        CardAction.WHO: text("Who did it"),
        CardAction.TIMER: text("Start or stop the timer"),
        CardAction.NOTE: text("Write a note"),
        CardAction.HOW: text("How we do it"),
        CardAction.REMOVE: text("Remove what is written"),
        CardAction.OTHER_CARD: text("The card above or below"),
    }


def _pages(wording: "Wording") -> Iterator[Command]:
    text = wording.text
    alt_arrows = (QKeySequence("Alt+Left"), QKeySequence("Alt+Right"))
    lines: tuple[tuple[Where, str, tuple[QKeySequence | str, ...]], ...] = (
        (Where.TODAY, text("The day before, or the day after"), alt_arrows),
        (Where.TODAY, text("Back to today"), (QKeySequence(TODAY_KEY),)),
        (Where.NOTE, text("Save the note. Leaving it saves it, too"), (text("Ctrl+Enter"),)),
        (Where.FORM, text("Save the form"), (text("Ctrl+Enter"),)),
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
