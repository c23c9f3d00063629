"""Which words may stand in a pack with some ticks, told from the records of the family alone."""

from functools import cache
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.packs.builder import PackTyped, pack_of
from homejournal.domain.packs.material import PackAsked, pack_material
from homejournal.domain.packs.offers import pack_offers
from homejournal.domain.packs.pack import asked_in
from homejournal.domain.records.children import About, LifeEvent
from homejournal.domain.records.ladders_and_feelings import Ladder
from homejournal.domain.records.notes import Note, PackKind, Preparation
from homejournal.domain.records.plan import Outcome, PlanStep, StepKind, Strategy
from homejournal.reports.paper_to_pdf import Printer
from tests.reports.leaks import Leaving
from tests.reports.leaks_pages import entered_by
from tests.reports.private_words import TODAY, words_in

printer = cache(Printer)


def pack_leaving(home, kind):
    """Return a pack of random ticks as PDF, with the answers that were prepared for it."""
    usual = home.journal.packs.days(home.child.id, kind, TODAY)
    period = home.random.choice([usual, Period(home.family.day(), usual.end)])
    second = home.random.choice([None, "en", "es"])
    languages = {"language": home.language, "second_language": second, "home_language": "es"}
    asked = PackAsked(child=home.child.id, kind=kind, period=period, **languages)
    prepared = home.journal.packs.preparation(home.child.id, kind, period.start)
    reading = home.journal.packs.reading(asked, TODAY)
    for _ in reading:
        pass
    material = pack_material(reading.read)
    part = home.random.choice([0.3, 0.7, 0.95])
    keys = {pack_offer.key for pack_offer in pack_offers(material) if home.chance(part)}
    answers = prepared.answers if prepared else {}
    asked = {answers[one] for one in asked_in(kind) if one in answers}
    made = printer().pdf(pack_of(material, keys, PackTyped(answers=answers)))
    told = _May(home.family, keys, period, kind)
    must = {home.child.name, *asked} | _must(material, keys) | told.lines()
    return Leaving("pdf", made.pdf, frozenset(must), frozenset(told.words()))


def _must(material, keys):
    """Return the words of every line that is ticked, with all the lines that it stands under."""
    offered = {pack_offer.key: pack_offer for pack_offer in pack_offers(material)}
    found = set()
    for one in offered.values():
        above = one
        while above.key in keys and above.needs:
            above = offered[above.needs]
        if above.key in keys:
            found |= words_in(one.says)
    return found


class _May:
    """The words that the ticked keys name."""

    def __init__(self, family, keys, period, kind):
        self.family, self.keys, self.period, self.kind = family, keys, period, kind

    def words(self):
        prepared = [one for one in self.family.mine(Preparation) if one.pack is self.kind]
        asked = asked_in(self.kind)
        said = {words for one in prepared for ask, words in one.answers.items() if ask in asked}
        return said.union({self.family.child.name}, *map(self._of_key, self.keys))

    def lines(self):
        """Return the words of the ticked lines that always have them; a pause has no plan."""
        paused = (step for step in self.family.mine(PlanStep) if step.step is StepKind.PAUSE)
        still = {f"strategy:{one.strategy}:plan" for one in paused}
        # A history tells of a ladder only the sentences where the child stood and stands.
        ladder = ("ladder",) if self.kind is PackKind.REVIEW else ()
        always = (*ladder, "plan", "changes")
        return set().union(
            *(self._of_key(key) for key in self.keys - still if key.split(":")[-1] in always)
        )

    def _of_key(self, key):
        head, *rest = key.split(":")
        named = {
            "outcome": self._outcome,
            "strategy": self._strategy,
            "first": self._first,
            "life": self._life,
            "about": self._about,
            "person": self._person,
            "words": self._child,
            "communicates": self._child,
            "written_by": self._writers,
            **dict.fromkeys(("sure", "routine"), self._feeling),
            **dict.fromkeys(("celebration", "concern", "question"), self._note),
        }
        return named[head](*rest) if head in named else set()

    def _outcome(self, which, line=None):
        if f"outcome:{which}" not in self.keys or which == "none":
            return set()
        ladders = [one for one in self.family.mine(Ladder) if str(one.outcome) == which]
        outcome = [one.text for one in self.family.mine(Outcome) if str(one.id) == which]
        return words_in(outcome if line is None else [ladder.levels for ladder in ladders])

    def _theirs(self, which):
        """Return a strategy and its steps; none where its outcome is not in the pack."""
        one = next(strategy for strategy in self.family.mine(Strategy) if str(strategy.id) == which)
        steps = [step for step in self.family.mine(PlanStep) if step.strategy == one.id]
        told = f"outcome:{one.outcome or 'none'}" in self.keys
        return (one, steps) if told else (None, [])

    def _strategy(self, which, line=None):
        one, steps = self._theirs(which)
        if one is None or f"strategy:{which}" not in self.keys:
            return set()
        people = [p for p in self.family.people if p.id == one.suggested_by]
        slots = words_in(*(step.often and step.often.slots for step in steps))
        later = [step.what for step in steps[1:] if step.from_day >= self.period.start]
        lines = {
            None: {one.name},
            "plan": words_in(*((p.name, p.discipline) for p in people))
            | self.family.names(routine for step in steps for routine in step.routines)
            | slots,
            "changes": words_in(later),
        }
        return lines.get(line, words_in(*(step.rating for step in steps)))

    def _writers(self):
        """Return who wrote entries that are counted; who wrote a note is named with the note."""
        counted = {
            str(strategy.id)
            for strategy in self.family.mine(Strategy)
            if self._strategy(str(strategy.id))
            and self.keys & {f"strategy:{strategy.id}:{line}" for line in ("numbers", "chart")}
        }
        return entered_by(self.family, counted)

    def _first(self, which):
        one, steps = self._theirs(which)
        return words_in(one and one.name, *(step.often and step.often.slots for step in steps))

    def _life(self, which):
        return {event.words for event in self.family.mine(LifeEvent) if str(event.id) == which}

    def _about(self, part=None):
        if self.kind is not PackKind.TRANSITION or "about" not in self.keys or part is None:
            return set()
        return {getattr(max(self.family.mine(About), key=lambda about: about.day), part)}

    def _person(self, which):
        if self.kind is not PackKind.TRANSITION or "team" not in self.keys:
            return set()
        (person,) = (one for one in self.family.people if str(one.id) == which)
        ways = person.ways if "reach" in self.keys else ()
        return words_in((person.name, person.discipline, person.role), ways)

    def _child(self):
        if self.kind is not PackKind.TRANSITION:
            return set()
        child, keys = self.family.child, self.keys
        told = (child.words if "words" in keys else None,)
        return words_in(told, child.communicates if "communicates" in keys else ())

    def _feeling(self, which, by=""):
        ids = {UUID(one) for one in (which, by) if one}
        return self.family.names(ids)

    def _note(self, which):
        note = next(one for one in self.family.mine(Note) if str(one.id) == which)
        inside = self.period.start <= note.day <= self.period.end
        return {note.text} | self.family.names([note.helper]) if inside else set()
