"""The words of visits, agreements and the team, and of a calendar file.

A calendar is often shared or kept in a cloud. So an entry holds what one needs to be there: the
child's first name, who comes, how, and what to bring; nothing of the plan's or the notes' words
but the name of a strategy that asks to be remembered.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import assert_never

from homejournal.domain.days.periods import Period
from homejournal.domain.packs.pack import PersonInPack
from homejournal.domain.records.children import Child
from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Contact, TeamMember, Way
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.visits import Asked, Visit, VisitHow
from homejournal.domain.text_rules import folded
from homejournal.domain.today.reminders_and_timer import CalendarEntry, ReminderTime, reminder_id
from homejournal.domain.visits import Decision, VisitTold, has_left, is_coming
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.wording import Wording, languages, wording_of


def coordinator(wording: Wording) -> str:
    """Return what the person is called who holds the services together (34 CFR 303.34)."""
    return wording.text("Service coordinator")


def what_they_do(wording: Wording, person: TeamMember | PersonInPack) -> str:
    """Return discipline and role; a role that the mark of the coordinator says is left out."""
    role = person.role or ""
    marks = {coordinator(wording_of(language)).casefold() for language in languages()}
    if person.coordinator and role.strip().casefold() in marks:
        role = ""
    said = (wording.own(part) for part in (person.discipline or "", role))
    return capitalized(wording.line_of(said))


def person_choice(wording: Wording, person: TeamMember) -> str:
    """Return a person as a choice among others: "Carmen · service coordinator"."""
    does = person.discipline or person.role or ""
    if person.coordinator:
        does = coordinator(wording)
    return wording.line_of((wording.own(person.name), wording.own(does)))


def role_said(wording: Wording, person: TeamMember | PersonInPack) -> str:
    """Return what a person does, in few words; a service coordinator is called that."""
    if not person.coordinator:
        return what_they_do(wording, person)
    return wording.line_of((coordinator(wording), wording.own(person.discipline or "")))


def copies_way(wording: Wording, way: Way, name: str) -> str:
    """Return what a press on a way to reach somebody does: "Phone: 555-0142, copy (Dana)"."""
    return wording.text(
        "{way}: {value}, copy ({person})",
        way=capitalized(labels.channel(wording, way.way)),
        value=wording.own(way.value or ""),
        person=wording.own(name),
    )


def way_said(wording: Wording, way: Way) -> str:
    """Return a way to reach a person: "Text message: 555-0142"."""
    name = capitalized(labels.channel(wording, way.way))
    if not way.value:
        return name
    return wording.text("{way}: {value}", way=name, value=wording.own(way.value))


def left_said(wording: Wording, person: TeamMember, today: date) -> str:
    """Return when a person left the team or will leave it, or nothing."""
    if person.left is None:
        return ""
    day = wording.day(person.left)
    if has_left(person, today):
        return wording.text("Left on {day}", day=day)
    return wording.text("Leaves on {day}", day=day)


def next_visit(wording: Wording, visit: Visit, today: date) -> str:
    """Return when a person comes next."""
    return wording.text("Next visit: {visit}", visit=_when(wording, visit, today))


def last_visit(wording: Wording, visit: Visit, today: date) -> str:
    """Return when a person came last."""
    return wording.text("Last visit: {visit}", visit=_when(wording, visit, today))


def _when(wording: Wording, visit: Visit, today: date) -> str:
    this_year = visit.day.year == today.year
    day = wording.day_without_year(visit.day) if this_year else wording.day(visit.day)
    day = wording.text("today") if visit.day == today else day
    if visit.time is None:
        return day
    return wording.text("{day} at {time}", day=day, time=wording.time(visit.time))


def contact_head(wording: Wording, contact: Contact) -> str:
    """Return when and how a contact was: "April 14, 2026 · Text message"."""
    way = capitalized(labels.channel(wording, contact.way))
    return wording.line_of((wording.day(contact.day), way))


def more_people(wording: Wording, count: int) -> str:
    return wording.count("Show {n} more person", "Show {n} more people", count)


def visit_entry(
    wording: Wording, child: Child, visit: Visit, people: Sequence[TeamMember]
) -> CalendarEntry:
    """Return a visit as a calendar tells it; `changed` is left to whoever knows the history."""
    lines = [
        *(
            labels.person_with_discipline(wording, person.name, person.discipline)
            for person in people
        ),
        capitalized(labels.visit_how(wording, visit.how)) if visit.how else "",
        capitalized(language_said(wording, visit)),
        wording.text("Bring: {things}", things=wording.own(visit.bring)) if visit.bring else "",
    ]
    away = visit.how in {VisitHow.HOME, VisitHow.CLINIC}
    return CalendarEntry(
        id=visit.id,
        day=visit.day,
        time=visit.time,
        summary=_summary(wording, child, people),
        description="\n".join(line for line in lines if line),
        place=capitalized(labels.visit_how(wording, visit.how)) if visit.how and away else "",
    )


def reminder_entry(
    wording: Wording, child: Child, time: ReminderTime, days: Period
) -> CalendarEntry:
    """Return a strategy's planned time as a calendar reminds of it, from first to last day."""
    name = wording.own(time.strategy.name)
    summary = wording.text("{child}: {strategy}", child=wording.own(child.name), strategy=name)
    return CalendarEntry(
        id=reminder_id(time.strategy.id, time.key),
        day=days.start,
        time=time.time,
        summary=summary,
        description=wording.own(time.name) if time.name else "",
        reminds=True,
        weekdays=time.weekdays,
        until=days.end,
    )


def _summary(wording: Wording, child: Child, people: Sequence[TeamMember]) -> str:
    name = wording.own(child.name)
    if not people:
        return wording.text("{child}: visit", child=name)
    names = wording.list_of([wording.own(person.name) for person in people])
    return wording.text("{child}: visit with {people}", child=name, people=names)


def visit_title(wording: Wording, visit: Visit, today: date) -> str:
    """Return when a visit is: "Today at 9:30 AM", "Wednesday, March 25, 2026"."""
    day = wording.text("today") if visit.day == today else wording.full_day(visit.day)
    if visit.time is None:
        return capitalized(day)
    return capitalized(wording.text("{day} at {time}", day=day, time=wording.time(visit.time)))


def line_day(wording: Wording, visit: Visit, today: date) -> str:
    """Return when a visit is or was, for a line: "July 8 at 2:00 PM", "December 3, 2025"."""
    if is_coming(visit, today):
        return capitalized(_when(wording, visit, today))
    return capitalized(_when(wording, replace(visit, time=None), today))


def visit_line(wording: Wording, told: VisitTold, names: Sequence[str], today: date) -> str:
    """Return who comes to a visit, how, and what left with it: "Ben · page handed over"."""
    coming = is_coming(told.visit, today)
    how = labels.visit_how(wording, told.visit.how) if told.visit.how and coming else ""
    page = wording.text("page handed over") if told.pages else ""
    return wording.line_of((wording.list_of([wording.own(name) for name in names]), how, page))


def agreed_on(wording: Wording, visit: Visit) -> str:
    """Return the heading over what was agreed at a visit."""
    return wording.text("Agreed on {day}", day=wording.day(visit.day))


def finds_visit(wording: Wording, told: VisitTold, typed: str) -> bool:
    """Say whether each word that is typed is in what is known of a visit."""
    visit = told.visit
    said = (
        wording.full_day(visit.day),
        *(f"{person.name} {person.discipline or ''}" for person in told.people),
        *(asked.text for asked in told.asked),
        visit.agreed_between or "",
        visit.agreed_next or "",
    )
    known = folded(" ".join(said))
    return all(word in known for word in folded(typed).split())


def people_said(wording: Wording, people: Sequence[TeamMember], visit: Visit) -> str:
    """Return who comes, with what they do; of somebody who left the team before, since when."""
    if not people:
        return wording.text("Nobody is named yet")
    # Each has a comma of its own, so commas between them would make one person look like two.
    return wording.line_of([_person(wording, person, visit) for person in people])


def _person(wording: Wording, person: TeamMember, visit: Visit) -> str:
    who = labels.person_with_discipline(wording, person.name, person.discipline)
    if person.left is None or not has_left(person, visit.day):
        return who
    return wording.text(
        "{person}, who left the team on {day}", person=who, day=wording.day(person.left)
    )


def how_said(wording: Wording, visit: Visit) -> str:
    """Return how a visit is, in which language: "At home · Spanish, with an interpreter"."""
    how = labels.visit_how(wording, visit.how) if visit.how else ""
    return wording.line_of((capitalized(how), capitalized(language_said(wording, visit))))


def language_said(wording: Wording, of: Visit | TeamMember) -> str:
    """Return the language of a visit or a person, and whether an interpreter comes; or nothing."""
    spoken = language_name(wording, of.language) if of.language else ""
    if not of.interpreter:
        return spoken
    if spoken:
        return wording.text("{language}, with an interpreter", language=spoken)
    return wording.text("with an interpreter")


def language_name(wording: Wording, written: str) -> str:
    """Return the name of a language, of which the journal holds a code or the family's words."""
    match written:
        case "en":
            return wording.text("English")
        case "es":
            return wording.text("Spanish")
        case "ar":
            return wording.text("Arabic")
        case _:
            return wording.own(written)


def decision(wording: Wording, which: Decision) -> str:
    """Return what becomes of a strategy, as a choice."""
    match which:
        case Decision.KEEP:
            return wording.text("Keep as it is")
        case Decision.CHANGE:
            return wording.text("Change")
        case Decision.PAUSE:
            return wording.text("Pause")
        case Decision.RESTART:
            return wording.text("Restart")
        case Decision.FINISH:
            return wording.text("Finish")
        case _:
            assert_never(which)


def begun(wording: Wording, step: PlanStep, strategy: Strategy, visit: Visit) -> str:
    """Return what began at a visit: "Changed: Pause and wait"; from another day on, from which."""
    kind, name = labels.step_kind(wording, step.step), wording.own(strategy.name)
    if step.from_day == visit.day:
        return wording.text("{step}: {strategy}", step=kind, strategy=name)
    day = wording.day(step.from_day)
    return wording.text("{step}: {strategy}, from {day} on", step=kind, strategy=name, day=day)


def stays(wording: Wording, later: PlanStep) -> str:
    """Return that a step after the day from which on something is agreed keeps its place."""
    kind, day = labels.step_kind(wording, later.step), wording.day(later.from_day)
    return wording.text("{step} from {day} on. That stays.", step=capitalized(kind), day=day)


def question_since(wording: Wording, question: Note) -> str:
    """Return since when a question of the family waits: "Since March 2, 2026"."""
    return capitalized(wording.text("since {day}", day=wording.day(question.day)))


def asked_by(wording: Wording, person: TeamMember | None, visit: Visit) -> str:
    """Return who asked, and at which visit: "Dana asked on March 2, 2026"."""
    day = wording.day(visit.day)
    if person is None:
        return wording.text("Asked on {day}", day=day)
    return wording.text("{person} asked on {day}", person=wording.own(person.name), day=day)


def answer_said(wording: Wording, asked: Asked) -> str:
    """Return the family's answer and its day, or that it waits."""
    if asked.answered is None:
        return wording.text("Not answered yet")
    day = wording.day(asked.answered)
    return wording.text("{answer} ({day})", answer=wording.own(asked.answer or ""), day=day)


def page_said(wording: Wording, page: Page) -> str:
    """Return a page that was handed over: "The page of March 2, 2026"."""
    return wording.text("The page of {day}", day=wording.day(page.made.date()))


def steps_move(wording: Wording, count: int) -> str:
    """Return what begins at a visit and may move with it."""
    return wording.count(
        "{n} change of your plan begins at this visit. Move it, too?",
        "{n} changes of your plan begin at this visit. Move them, too?",
        count,
    )


def overtaken(wording: Wording, strategies: Sequence[Strategy]) -> str:
    """Return why a plan cannot move along with its visit, and what to do."""
    names = wording.list_of([wording.own(strategy.name) for strategy in strategies])
    return wording.text(
        "The plan changed again in between: {strategies}. Choose another day, or let it stay.",
        strategies=names,
    )


def more_coming(wording: Wording, count: int) -> str:
    """Return the words that show more of the coming visits."""
    return wording.count("Show {n} later visit", "Show {n} later visits", count)


def more_past(wording: Wording, count: int) -> str:
    """Return the words that show more of the past visits."""
    return wording.count("Show {n} earlier visit", "Show {n} earlier visits", count)
