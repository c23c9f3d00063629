"""Which words may stand on a visit page with some ticks, told from the records of the family alone.

This says again, in a plain way of its own, what each tick takes along and what a page for one
professional may tell of.
"""

from dataclasses import dataclass, replace
from functools import partial

from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.ladders_and_feelings import Ladder
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.plan import Outcome, PlanStep, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.visits import Asked, Visit
from homejournal.domain.visit_page.builder import build_page, offers
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, PagePart, Ticks
from homejournal.domain.visit_page.page import VisitPage
from tests.reports.private_words import TODAY, words_in

_COUNT = ("summary", "days", "times", "ratings", "remarks", "chart")
"""The lines of a strategy that count entries."""


@dataclass(frozen=True)
class PageMade:
    """A page of random ticks, for one professional or all, with what must and may stand on it."""

    page: VisitPage
    must: frozenset
    may: frozenset
    person: object = None


def page_made(home):
    """Return a page of a family, its ticks and typed words drawn at random."""
    person = home.random.choice([None, *home.family.people])
    which, pages = person.id if person else None, home.journal.pages
    people = (which,) if which else ()
    period = pages.since_last_visit(home.child.id, TODAY, people)
    material = pages.material(home.child.id, period, TODAY, people)
    second = home.random.choice([None, "en", "es"])
    told = {"language": home.language, "second_language": second, "home_language": "es"}
    material = replace(material, **told)
    ticks = _ticks(home, material)
    page = build_page(material, ticks)
    must, may = _must(home, material, ticks), _May(home.family, ticks, which).words()
    return PageMade(page, frozenset(must), frozenset(may), person)


def _ticks(home, material):
    offered = offers(material)
    part = home.random.choice([0.3, 0.7, 0.95])
    keys = frozenset(one.key for one in offered if home.chance(part))
    typed = {name: home.family.word() for name in ("our_words", "thanks", "reach_us")}
    helped = {strategy.strategy.id: home.family.word() for strategy in material.strategies}
    notes = {one.note for one in offered if one.note and home.chance(0.2)}
    shortened = {note: home.family.word() for note in sorted(notes)}
    return Ticks(keys=keys, helped=helped, shortened=shortened, **typed)


def _must(home, material, ticks):
    """Return the words of every line and note that is ticked, and stands where it can be seen."""
    found = {home.child.name, ticks.our_words, ticks.thanks, ticks.reach_us}
    for offer in offers(material):
        inside = offer.part is PagePart.STRATEGY and offer.key != f"strategy:{offer.strategy}"
        needs = {offer.key, offer.needs, f"strategy:{offer.strategy}" if inside else ""}
        needs.add(SECOND_PAGE_KEY if offer.part is PagePart.SECOND_PAGE else "")
        if needs <= {*ticks.keys, ""}:
            short = ticks.shortened.get(offer.note)
            found |= words_in(short or offer.says, offer.answer)
            wrote = (note.helper for note in home.family.mine(Note) if note.id == offer.note)
            found |= home.family.names(wrote)
            if offer.part is PagePart.STRATEGY and not inside:
                found.add(ticks.helped[offer.strategy])
    if "for_whom" in ticks.keys:
        found |= words_in(*((person.name, person.discipline) for person in _people(home, material)))
    return found | ({home.child.surname} if "surname" in ticks.keys else set())


def _people(home, material):
    return [person for person in home.family.people if person.id in material.for_whom]


class _May:
    """The words that the ticked keys name, as far as a page is for who reads it."""

    def __init__(self, family, ticks, person):
        self.family, self.ticks, self.person = family, ticks, person
        every = family.mine(Strategy)
        theirs = [one for one in every if person and one.suggested_by == person]
        own = [one for one in every if one.suggested_by is None]
        self.served = {one.outcome for one in theirs or every}
        shown = [*theirs, *own] if theirs else every
        self.shown = {str(one.id): one for one in shown}

    def words(self):
        typed = {self.ticks.our_words, self.ticks.thanks, self.ticks.reach_us}
        return {self.family.child.name, *typed}.union(*map(self._of_key, self.ticks.keys))

    def _of_key(self, key):
        head, *rest = key.split(":")
        named = {
            "surname": self._surname,
            "for_whom": self._person,
            "written_by": self._writers,
            "asked": self._asked,
            "life": self._life,
            "visitors": self._visitors,
            "first": self._first,
            "quote": self._note,
            "second": self._second,
            "strategy": self._strategy,
            "agreed": partial(self._agreed, "agreed_between"),
            "agreed_next": partial(self._agreed, "agreed_next"),
            **dict.fromkeys(Flag, self._note),
        }
        return named[head](*rest) if head in named else set()

    def _surname(self):
        return {self.family.child.surname}

    def _person(self):
        return self._professional(self.person)

    def _professional(self, which):
        people = (person for person in self.family.people if person.id == which)
        return words_in(*((person.name, person.discipline) for person in people))

    def _visitors(self):
        """Return who came to visits; on a page for one person nobody else is named."""
        came = {who for visit in self.family.mine(Visit) for who in visit.people}
        named = came & {self.person} if self.person else came
        return words_in(*(person.name for person in self.family.people if person.id in named))

    def _writers(self):
        """Return who wrote entries that are counted; who wrote a note is named with the note."""
        keys = self.ticks.keys
        larger = {key for key in keys if key.startswith("second:chart:")}
        counted = {
            which
            for which in self.shown
            if f"strategy:{which}" in keys
            and (keys & {f"strategy:{which}:{line}" for line in _COUNT})
            | (larger & {f"second:chart:{which}"} if SECOND_PAGE_KEY in keys else set())
        }
        return entered_by(self.family, counted)

    def _agreed(self, half, which=""):
        """Return what was agreed at a visit: that of the key, or the last one of whom it is for."""
        held = [visit for visit in self.family.mine(Visit) if visit.held]
        theirs = [one for one in held if not self.person or self.person in one.people]
        last = sorted(theirs, key=lambda one: one.day)[-1:]
        meant = [one for one in theirs if str(one.id) == which] if which else last
        names = () if self.person else (who for visit in meant for who in visit.people)
        return words_in(*(getattr(visit, half) for visit in meant)) | self.family.names(names)

    def _asked(self, which):
        one = next(question for question in self.family.mine(Asked) if str(question.id) == which)
        visit = next(visit for visit in self.family.mine(Visit) if visit.id == one.visit)
        if self.person and self.person not in ([one.asked_by] if one.asked_by else visit.people):
            return set()
        return words_in(one.text, one.answer) | self.family.names([one.asked_by])

    def _life(self, which):
        return {event.words for event in self.family.mine(LifeEvent) if str(event.id) == which}

    def _note(self, which):
        note = next(one for one in self.family.mine(Note) if str(one.id) == which)
        practice = [one.strategy for one in self.family.mine(Practice) if one.id == note.practice]
        about = str(note.strategy or (practice[0] if practice else ""))
        if about and self.person and about not in self.shown:
            return set()
        named = {self.shown[about].name} if f"strategy:{about}" in self.ticks.keys else set()
        short = self.ticks.shortened.get(note.id, note.text)
        return {short} | self.family.names([note.helper]) | named

    def _second(self, part="", which=""):
        if SECOND_PAGE_KEY not in self.ticks.keys:
            return set()
        chart = partial(self._strategy, line="chart")
        told = {"note": self._note, "chart": chart, "ladder": self._ladder}
        return told[part](which) if part else set()

    def _ladder(self, which):
        ladder = next(one for one in self.family.mine(Ladder) if str(one.id) == which)
        if self.person and ladder.outcome not in self.served:
            return set()
        outcomes = (one for one in self.family.mine(Outcome) if one.id == ladder.outcome)
        return words_in(ladder.levels, *(outcome.text for outcome in outcomes))

    def _first(self, which):
        one = self.shown[which]
        return {one.name} | self._slots(one)

    def _strategy(self, which, line=None):
        if which not in self.shown or f"strategy:{which}" not in self.ticks.keys:
            return set()
        one = self.shown[which]
        steps = self._steps(one)
        routines = self.family.names(each for step in steps for each in step.routines)
        *before, now = [step.what for step in steps if step.what]
        lines = {
            None: {one.name, self.ticks.helped[one.id]},
            "what": words_in(now),
            "changed": words_in(before)
            if f"strategy:{which}:earlier" in self.ticks.keys
            else set(),
            "suggested": self._professional(one.suggested_by),
            "planned": routines | self._slots(one),
        }
        units = words_in(*(step.rating for step in steps))
        return lines.get(line, units)

    def _slots(self, strategy):
        return words_in(*(step.often and step.often.slots for step in self._steps(strategy)))

    def _steps(self, strategy):
        found = [step for step in self.family.mine(PlanStep) if step.strategy == strategy.id]
        return sorted(found, key=lambda one: one.from_day)


def entered_by(family, strategies):
    """Return the names of those who wrote the practices and marks of some strategies, by ids."""
    entries = [one for cls in (Practice, DayMark) for one in family.mine(cls)]
    theirs = [entry for entry in entries if str(entry.strategy) in strategies]
    whole = [entry for entry in entries if strategies and entry.strategy is None]
    return family.names(one.helper for one in (*theirs, *whole))
