"""The words of the Today page: a day, its strategies and times, children, helpers, reminders."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import assert_never
from uuid import UUID

from homejournal.domain.days.day_states import DayState
from homejournal.domain.records.family import Family, active_children
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.people import Home, TeamMember
from homejournal.domain.records.plan import PlanOfDay
from homejournal.domain.records.practices import (
    DayMark,
    LeftOutReason,
    MarkKind,
    Practice,
    is_written_later,
)
from homejournal.domain.records.rating_scales import Rating, RatingKind, Tries
from homejournal.domain.today.day_page import NextVisit
from homejournal.domain.today.reminders_and_timer import Reminder, ReminderTime
from homejournal.domain.today.strategy_cards import CardOfDay, DayOfWeek, TimeOfCard
from homejournal.texts import labels
from homejournal.texts import labels as words
from homejournal.texts.display_names import names_said
from homejournal.texts.wording import Wording


def about_helping(wording: Wording, *, password: bool, rings: bool) -> tuple[str, ...]:
    """Return what a helper sees and can do, and what this does not guard."""
    text = wording.text
    back = (
        text("Coming back asks for the password.")
        if password
        else text("It is not a lock: anybody can come back with one press.")
    )
    reminded = text("Reminders come there, too. They say no more than the rows do.")
    return (
        text("A helper writes down today only, and sees no notes, photos or earlier days."),
        *((reminded,) if rings else ()),
        back,
        text("When you start homejournal again, it opens as usual."),
    )


def nobody_chosen_said(wording: Wording) -> str:
    """Return the sentence for when no writer is chosen."""
    return wording.text("What is written here has no name on it.")


def kept_at_lock(wording: Wording, *, helped: bool) -> str:
    """Return what the lock says about unsaved input, to the person who typed it."""
    if helped:
        return wording.text(
            "Today for a helper is closed now. Nothing is lost: what you wrote is kept, and"
            " what you were typing, too. Anyone who knows the password can open the journal."
        )
    return wording.text("What you were typing is kept. With the password you go on where you were.")


_MOST_NAMES = 3
_MOST_DAYS = 6


def for_whom_said(wording: Wording, names: Sequence[str], *, everybody: bool) -> str:
    """Return for whom a step was: a few names, or everybody, or how many children."""
    if len(names) > _MOST_NAMES:
        if everybody:
            return wording.text("everybody")
        return wording.count("{n} child", "{n} children", len(names))
    return wording.list_of(names)


def left_out_said(
    wording: Wording, names: Sequence[str], reason: LeftOutReason, *, everybody: bool
) -> str:
    """Return the words of the step that leaves days of several children out."""
    return wording.text(
        "Left out for {whom}: {reason}",
        whom=for_whom_said(wording, names, everybody=everybody),
        reason=labels.reason(wording, reason),
    )


def held_said(wording: Wording, days: Sequence[date]) -> str:
    """Return on which days something was done, and that leaving them out changes nothing of it."""
    named = [wording.day(day) for day in days[:_MOST_DAYS]]
    more = len(days) - len(named)
    if more:
        named.append(wording.count("{n} more day", "{n} more days", more))
    return wording.text(
        "What you wrote down on {days} stays and still counts.", days=wording.list_of(named)
    )


def not_today_said(wording: Wording, strategy: str, names: Sequence[str]) -> str:
    """Return the words of the step that says "not today" for several children."""
    return wording.text(
        "{strategy}: not today for {whom}",
        strategy=wording.own(strategy),
        whom=for_whom_said(wording, names, everybody=False),
    )


def did_it_said(wording: Wording, strategy: str, names: Sequence[str]) -> str:
    """Return the words of the step that says that several children did it."""
    return wording.text(
        "{strategy}: did it, for {whom}",
        strategy=wording.own(strategy),
        whom=for_whom_said(wording, names, everybody=False),
    )


def nothing_planned(wording: Wording, names: Sequence[str]) -> str:
    """Return who has nothing planned that day."""
    return wording.text("Nothing is planned that day for {whom}.", whom=wording.list_of(names))


def note_for_several_said(wording: Wording, names: Sequence[str]) -> str:
    """Return the words of the step that writes a note for several children."""
    said = for_whom_said(wording, names, everybody=False)
    return wording.text("Note saved for {whom}", whom=said)


def day_title(wording: Wording, day: date, today: date) -> str:
    """Return "Today", "Yesterday", or the weekday."""
    if day == today:
        return wording.text("Today")
    if day == today - timedelta(days=1):
        return wording.text("Yesterday")
    return capitalized(wording.weekday(day))


def about_another_day(wording: Wording, day: date) -> str:
    """Return which day is written about, where it is not the present one."""
    return wording.text("You are writing about {day}.", day=wording.full_day(day))


def after_midnight(wording: Wording, day: date, day_end: time) -> str:
    """Return which day it still is for the family, and until when."""
    return wording.text(
        "It is after midnight. Until {time} this still counts as {weekday}.",
        time=wording.time(day_end),
        weekday=wording.weekday(day),
    )


def clock_is_back(wording: Wording, today: date, written: date) -> str:
    """Return that the computer's clock says an earlier day than when the newest entry was made."""
    return wording.text(
        "This computer’s clock says {today}. Your newest entry is from {day}. Nothing is"
        " lost. You may want to check the clock.",
        today=wording.full_day(today),
        day=wording.full_day(written),
    )


def capitalized(text: str) -> str:
    """Return the text with its first letter as at the start of a sentence."""
    return text[:1].upper() + text[1:]


def day_state(wording: Wording, state: DayState) -> str:
    """Return one of the five states of a day."""
    match state:
        case DayState.DID_IT:
            return wording.text("did it")
        case DayState.NOT_TODAY:
            return wording.text("not today")
        case DayState.LEFT_OUT:
            return wording.text("left out")
        case DayState.NOT_WRITTEN:
            return wording.text("not written")
        case DayState.NOT_PLANNED:
            return wording.text("not planned")
        case _:
            assert_never(state)


def used_anyway(wording: Wording) -> str:
    """Return what a day is on which something was done that was not planned."""
    return wording.text("used anyway")


def left_out(wording: Wording, mark: DayMark) -> str:
    """Return "left out: sick", or "left out" with the family's own words."""
    if mark.words:
        return wording.text("left out: {reason}", reason=wording.own(mark.words))
    if mark.reason is None:
        return wording.text("left out")
    return wording.text("left out: {reason}", reason=words.reason(wording, mark.reason))


def mark_said(wording: Wording, mark: DayMark) -> str:
    """Return what a mark says: "not today", or "left out" with the reason."""
    if mark.mark is MarkKind.NOT_TODAY:
        return wording.text("not today")
    return left_out(wording, mark)


def rating_said(
    wording: Wording, kind: RatingKind | None, rating: Rating | None, unit: str | None = None
) -> str:
    """Return a rating in words: "some help", "5.5 minutes", "3 of 5"; without one, "did it"."""
    if rating is None:
        return wording.text("did it")
    if isinstance(rating, Tries):
        took, of = wording.number(rating.took), wording.number(rating.of)
        return wording.text("{took} of {of}", took=took, of=of)
    if kind in {RatingKind.HELP, RatingKind.WENT}:
        return words.level(wording, kind or RatingKind.HELP, int(rating))
    return words.amount(wording, rating, unit)


def practice_said(wording: Wording, practice: Practice, plan: PlanOfDay) -> str:
    """Return how a practice was rated, in the kind it was written with."""
    return rating_said(wording, practice.rating_kind, practice.rating, plan.rating.unit)


def time_name(wording: Wording, time: TimeOfCard) -> str:
    """Return what a time of the day is called: its slot, or which time it is."""
    if time.slot:
        return wording.own(capitalized(time.slot))
    if time.extra:
        return wording.text("Once more")
    return wording.text("Time {number}", number=wording.number(time.number))


def who_elsewhere(wording: Wording, home: Home, who: str) -> str:
    """Return which home wrote a time, who did it if known, and what to do."""
    did = wording.text("{name} did it", name=who) if who else ""
    return wording.text(
        "{who}. If you did it, too, press “Once more”.",
        who=wording.line_of((wording.own(home.name), did)),
    )


def written_by_other_said(wording: Wording) -> str:
    """Return what a card tells a helper about a time that somebody else wrote."""
    return wording.text(
        "This was written before, and stays so. If you did it again, press “Once more”."
    )


def not_saved(wording: Wording, pressed: str) -> str:
    """Return what a card says while an answer waits to be saved, with the pressed button."""
    if not pressed:
        return wording.text("Not saved yet")
    return wording.text("Not saved yet: {said}", said=pressed)


def from_whom(wording: Wording, person: TeamMember) -> str:
    """Return who suggested a strategy: "from Dana, speech"."""
    who = words.person_with_discipline(wording, person.name, person.discipline)
    return wording.text("from {person}", person=who)


def next_visit(wording: Wording, coming: NextVisit, today: date) -> str:
    """Return that there is a visit soon: when, who comes, and what to bring."""
    return wording.text("Next visit: {day}", day=visit_said(wording, coming, today))


def visit_said(wording: Wording, coming: NextVisit, today: date) -> str:
    """Return when a visit is, who comes, and what to bring."""
    visit = coming.visit
    when = wording.text("today") if visit.day == today else wording.full_day(visit.day)
    if visit.time is not None:
        when = wording.text("{day} at {time}", day=when, time=wording.time(visit.time))
    said = [when]
    if coming.people:
        said.append(wording.list_of([wording.own(person.name) for person in coming.people]))
    if visit.bring:
        said.append(wording.text("Bring: {things}", things=wording.own(visit.bring)))
    return wording.line_of(said)


def day_of_strip(wording: Wording, one: DayOfWeek, *, later: bool) -> str:
    """Return how a day of the week strip is read aloud."""
    full = wording.full_day(one.day)
    if later:
        return wording.text("{day}: still to come", day=full)
    said = used_anyway(wording) if one.used_anyway else day_state(wording, one.state)
    return wording.text("{day}: {state}", day=full, state=said)


_MOST_LINES = 4


def time_said(wording: Wording, time: ReminderTime) -> str:
    """Return a planned time in words: the name of the time, if it has one, and the strategy."""
    name = wording.own(capitalized(time.name)) if time.name else ""
    return wording.line_of((name, wording.own(time.strategy.name)))


def reminders_said(wording: Wording, family: Family, reminders: Sequence[Reminder]) -> str:
    """Return what is due, one line each; the child is named if there are several."""
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


def reminder_not_today_said(wording: Wording, reminders: Sequence[Reminder]) -> str:
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
        return capitalized(mark_said(wording, time.mark)) if time.mark else ""
    rated = capitalized(practice_said(wording, time.practice, card.plan))
    home = wording.own(time.home.name) if time.home else ""
    practice = time.practice
    later = is_written_later(practice.day, practice.written)
    when = wording.text("written later") if later else ""
    return wording.line_of((f"{DONE} {rated}", who and wording.own(who), home, when))


def where_and_whom(wording: Wording, card: CardOfDay) -> str:
    """Return in which routines a strategy is used, and who suggested it."""
    slots = {slot.casefold() for slot in card.plan.slots}  # the times say these already
    names = [wording.own(one.name) for one in card.routines if one.name.casefold() not in slots]
    whom = from_whom(wording, card.suggested_by) if card.suggested_by else ""
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
    return used_anyway(wording) if one.used_anyway else day_state(wording, one.state)


def name_of_line(wording: Wording, saved: str, notes: Sequence[str]) -> str:
    """Return what is read aloud of the second line, and what a press on it does."""
    does = wording.text("Change the note") if notes else wording.text("Add a note")
    return wording.line_of((saved, note_said(wording, notes), does))


def left_out_line(wording: Wording, card: CardOfDay) -> str:
    """Return why nothing is to be written down: "Sick: nothing to write down"."""
    why = labels.reason(wording, card.reason) if card.reason else wording.text("left out")
    return wording.text("{reason}: nothing to write down", reason=capitalized(why))
