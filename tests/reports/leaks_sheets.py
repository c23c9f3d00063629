"""What stands on sheets beside visit pages and packs, told from the records of a family."""

from dataclasses import replace
from functools import cache

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.about_child import ABOUT_PARTS, AboutAsked
from homejournal.domain.papers.book import BookAsked, book_material, book_of
from homejournal.domain.papers.printed_sheets import FridgeAsked
from homejournal.domain.records.children import About, LifeEvent
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.plan import PlanStep, Routine, StepKind, Strategy
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.visits import Visit
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.papers.about_page import about_page_text
from tests.reports.leaks import Leaving
from tests.reports.private_words import DAY, TODAY, words_in

_printer = cache(Printer)


def planned_now(home):
    """Return the strategies that are used today, each with its steps."""
    for strategy in home.family.mine(Strategy):
        steps = [step for step in home.family.mine(PlanStep) if step.strategy == strategy.id]
        if all(step.step is not StepKind.PAUSE for step in steps):
            yield strategy, steps


def some(home, values):
    return frozenset(one for one in values if home.chance())


def routines_of(home, steps):
    return home.family.names(each for step in steps for each in step.routines)


def suggested(home, strategies):
    ids = {strategy.suggested_by for strategy in strategies}
    people = (person for person in home.family.people if person.id in ids)
    return words_in(*((person.name, person.discipline) for person in people))


def about_leaving(home):
    """Return the page about a child, in one or two languages, as PDF and as text."""
    parts = some(home, ["surname", "age", "words", "communicates", "suggested", *ABOUT_PARTS])
    now = dict(planned_now(home))
    chosen = {one for one in now if home.chance()}
    asked = AboutAsked(
        child=home.child.id,
        parts=parts,
        strategies=frozenset(one.id for one in chosen),
        language=home.language,
        second_language=home.random.choice([None, "en", "es"]),
        home_language="en",
    )
    sheet = home.journal.about.sheet(asked, TODAY)
    newest = max(home.family.mine(About), key=lambda about: (about.day, about.id))
    told = {part: getattr(newest, part) for part in ABOUT_PARTS}
    told |= {"surname": home.child.surname, "words": home.child.words}
    told |= {"communicates": home.child.communicates[0]}
    must = {home.child.name} | {words for part, words in told.items() if part in parts}
    must |= {one.name for one in chosen}.union(*(routines_of(home, now[one]) for one in chosen))
    must |= suggested(home, chosen) if "suggested" in parts else set()
    yield Leaving("pdf", _printer().pdf(sheet).pdf, frozenset(must))
    yield Leaving("text", about_page_text(sheet).encode(), frozenset(must))


def fridge_leaving(home):
    """Return a week for the fridge of all that is planned, or of some of it."""
    now = dict(planned_now(home))
    chosen = {one for one in now if home.chance()} or set(now)
    asked = FridgeAsked(
        child=home.child.id,
        day=TODAY,
        strategies=frozenset(one.id for one in chosen),
        with_how=home.chance(),
        language=home.language,
    )
    must = {home.child.name, *(one.name for one in chosen)}
    for one in chosen:
        first, *_ = steps = now[one]
        what = [step.what for step in steps if step.what][-1]
        must |= routines_of(home, steps) | words_in(first.often.slots, first.rating)
        must |= {first.how or what} if asked.with_how else set()
    sheet = home.journal.sheets.fridge(asked, TODAY)
    yield Leaving("pdf", _printer().pdf(sheet).pdf, frozenset(must))


def grid_leaving(home):
    """Return the grid of routines: those of the child and of all, and what is planned now."""
    grid = replace(home.journal.sheets.grid(home.child.id, TODAY), language=home.language)
    routines = [one for one in home.family.all(Routine) if one.child in {None, home.child.id}]
    must = {home.child.name, *(routine.name for routine in routines)}
    must |= {one.name for one, _ in planned_now(home)}
    yield Leaving("pdf", _printer().pdf(grid).pdf, frozenset(must))


def book_leaving(home):
    """Return a book of some days, with private notes only where the family wished them."""
    private, days = home.chance(), home.random.sample(range(45), 2)
    start, end = (TODAY - before * DAY for before in sorted(days, reverse=True))
    asked = BookAsked(
        child=home.child.id,
        period=Period(start, end),
        private=private,
        numbers=home.chance(),
        language=home.language,
    )
    reading = home.journal.sheets.book(asked, TODAY)
    for _ in reading:
        pass
    inside = _inside(home, asked.period)
    notes = [*inside(Note), *(inside(PrivateNote) if private else ())]
    practices = {practice.id: practice for practice in home.family.mine(Practice)}
    about = {
        note.strategy or getattr(practices.get(note.practice), "strategy", 0) for note in notes
    }
    must = {home.child.name, *(note.text for note in notes), *(e.words for e in inside(LifeEvent))}
    must |= home.family.names(note.helper for note in notes) | home.family.names(about)
    for visit in inside(Visit):
        must |= words_in(visit.agreed_between, visit.agreed_next)
        must |= home.family.names(visit.people)
    plans = home.family.mine(PlanStep)
    may = {strategy.name for strategy in home.family.mine(Strategy)}
    may |= words_in(*((plan.rating, plan.often) for plan in plans))
    made = _printer().pdf(book_of(book_material(reading.read))).pdf
    yield Leaving("pdf", made, frozenset(must), frozenset(must | may))


def _inside(home, period):
    def found(cls):
        return [one for one in home.family.mine(cls) if period.start <= one.day <= period.end]

    return found
