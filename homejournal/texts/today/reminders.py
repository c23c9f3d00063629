"""What a reminder says: what is planned, and nothing about whether it was done before."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from homejournal.domain.records.family import Family, active_children
from homejournal.domain.today.reminders_and_timer import Reminder, ReminderTime
from homejournal.texts.display_names import names_said
from homejournal.texts.today.day_page import capitalized
from homejournal.texts.wording import Wording

_MOST_LINES = 4


def time_said(wording: Wording, time: ReminderTime) -> str:
    """Return a planned time in words: the name of the time, if it has one, and the strategy."""
    name = wording.own(capitalized(time.name)) if time.name else ""
    return wording.line_of((name, wording.own(time.strategy.name)))


def reminders_said(wording: Wording, family: Family, reminders: Sequence[Reminder]) -> str:
    """Return what is due, several on a line each; the child is named where there are several."""
    names = names_said(wording, active_children(family))
    said = [_named(wording, names, reminder) for reminder in reminders[:_MOST_LINES]]
    if len(reminders) == 1:
        return wording.text("Reminder: {what}", what=said[0])
    more = len(reminders) - _MOST_LINES
    lines = [wording.text("Reminders:"), *said]
    if more > 0:
        lines.append(wording.count("and {n} more", "and {n} more", more))
    return "\n".join(lines)


def neutral_reminder(wording: Wording) -> str:
    """Return the reminder without names, for a screen that others may see."""
    return wording.text("A reminder")


def not_today_said(wording: Wording, reminders: Sequence[Reminder]) -> str:
    """Return the words of the step that writes "not today" for all that is due."""
    names = [wording.own(reminder.time.strategy.name) for reminder in reminders]
    if len(names) == 1:
        return wording.text("{name}: not today", name=names[0])
    return wording.text("Not today: {names}", names=wording.list_of(names))


def _named(wording: Wording, names: Mapping[UUID, str], reminder: Reminder) -> str:
    said = time_said(wording, reminder.time)
    if len(names) == 1:
        return said
    return wording.text("{child}: {said}", child=names[reminder.time.strategy.child], said=said)
