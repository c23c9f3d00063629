"""The words on a row of Today: what is saved of a time, where and from whom, how the week was."""

from collections.abc import Sequence

from homejournal.domain.days.day_states import DayState
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.practices import is_written_later
from homejournal.domain.today.strategy_cards import CardOfDay, DayOfWeek, TimeOfCard
from homejournal.texts import day_page as said
from homejournal.texts import labels
from homejournal.texts.wording import Wording

DONE = "✓"
MOST_LETTERS = 300
"""So much of a note is looked at for one line."""


def saved_said(wording: Wording, card: CardOfDay, time: TimeOfCard | None, who: str) -> str:
    """Return what is saved of a time: "✓ A little help", who did it, and which home wrote it.

    It is empty while nothing is written.
    """
    if time is None or time.open:
        return ""
    if time.practice is None:
        return said.capitalized(said.mark_said(wording, time.mark)) if time.mark else ""
    rated = said.capitalized(said.practice_said(wording, time.practice, card.plan))
    home = wording.own(time.home.name) if time.home else ""
    practice = time.practice
    later = is_written_later(practice.day, practice.written)
    when = wording.text("written later") if later else ""
    return wording.line_of((f"{DONE} {rated}", who and wording.own(who), home, when))


def where_and_whom(wording: Wording, card: CardOfDay) -> str:
    """Return in which routines a strategy is used, and who suggested it."""
    slots = {slot.casefold() for slot in card.plan.slots}  # the times say these already
    names = [wording.own(one.name) for one in card.routines if one.name.casefold() not in slots]
    whom = said.from_whom(wording, card.suggested_by) if card.suggested_by else ""
    wanted = card.plan.days_a_week
    often = ""
    if wanted is not None:
        often = wording.count("planned for any {n} day", "planned for any {n} days", wanted)
    return wording.line_of((*names, whom, often))


def note_said(wording: Wording, texts: Sequence[str]) -> str:
    """Return the notes of a line one after another, as far as they can be looked at."""
    return wording.line_of([wording.own(" ".join(text[:MOST_LETTERS].split())) for text in texts])


def signed_note(wording: Wording, note: AnyNote, who: str) -> str:
    """Return the beginning of a note, with the name of who wrote it where that is told."""
    text = " ".join(note.text[:MOST_LETTERS].split())
    return wording.text("{name}: {said}", name=who, said=wording.own(text)) if who else text


def week_said(wording: Wording, week: Sequence[DayOfWeek]) -> str:
    """Return how the days of a week were for a strategy, as they are read aloud."""
    days = [
        wording.text("{day}: {state}", day=wording.weekday(one.day), state=_state(wording, one))
        for one in week
        if not one.later and one.state is not DayState.NOT_PLANNED
    ]
    if not days:
        return ""
    return wording.text("This week: {days}", days=wording.list_of(days))


def _state(wording: Wording, one: DayOfWeek) -> str:
    return said.used_anyway(wording) if one.used_anyway else said.day_state(wording, one.state)


def name_of_line(wording: Wording, saved: str, notes: Sequence[str]) -> str:
    """Return what is read aloud of the second line, and what a press on it does."""
    does = wording.text("Change the note") if notes else wording.text("Add a note")
    return wording.line_of((saved, note_said(wording, notes), does))


def left_out_line(wording: Wording, card: CardOfDay) -> str:
    """Return why nothing is to be written down: "Sick: nothing to write down"."""
    why = labels.reason(wording, card.reason) if card.reason else wording.text("left out")
    return wording.text("{reason}: nothing to write down", reason=said.capitalized(why))
