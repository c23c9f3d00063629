"""Random families in which every word is known: what may leave, and what must not.

Each text of a family is one made-up word that stands nowhere else, so that it is found wherever it
went. Hypothesis draws a seed, and the family is made from it.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from homejournal.domain.children import About, Child, LifeEvent
from homejournal.domain.kept import Media
from homejournal.domain.notes import Flag, Note, PrivateNote
from homejournal.domain.people import Channel, Contact, Helper, TeamMember, Way
from homejournal.domain.plan import Often, Outcome, PlanStep, Routine, StepKind, Strategy
from homejournal.domain.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.ratings import RatingKind, RatingPlan
from homejournal.domain.visits import Asked, Visit, VisitHow

TODAY = date(2026, 3, 22)
NOW = datetime(2026, 3, 22, 20, tzinfo=UTC)
DAYS = 14
_DAY = timedelta(days=1)


@dataclass
class SecretFamily:
    """The records, the child whose things leave, and the words that must never leave."""

    random: Random
    records: list = field(default_factory=list)
    never: set[str] = field(default_factory=set)
    child: Child | None = None
    _words: int = 0

    def word(self, *, never=False):
        """Return a word that stands nowhere else; some have letters that are written otherwise."""
        self._words += 1
        letters = "".join(self.random.choices("bcdfghjklmnpqrstvwxz", k=6))
        made = f"{letters}{self._words:03d}zq"
        if never:
            self.never.add(made)
        return made

    def id(self):
        return UUID(int=self.random.getrandbits(128), version=4)

    def add(self, record):
        self.records.append(record)
        return record

    def day(self):
        return TODAY - self.random.randrange(DAYS) * _DAY

    def some(self, values):
        return self.random.choice(list(values))


def secret_family(seed):
    made = SecretFamily(Random(seed))
    people = [_person(made) for _ in range(made.random.randint(1, 3))]
    helpers = [made.add(Helper(id=made.id(), name=made.word())) for _ in range(2)]
    made.child = _child(made, people, helpers, never=False)
    _child(made, people, helpers, never=True)
    return made


def _person(made):
    mail = f"{made.word(never=True)}@{made.word(never=True)}.org"
    ways = (
        Way(way=Channel.EMAIL, value=mail, preferred=True),
        Way(way=Channel.PHONE, value=made.word(never=True)),
    )
    person = TeamMember(id=made.id(), name=made.word(), discipline=made.word(), ways=ways)
    made.add(person)
    contact = {"team": person.id, "day": made.day(), "way": Channel.PHONE}
    made.add(Contact(id=made.id(), words=made.word(never=True), **contact))
    return person


def _child(made, people, helpers, *, never):
    """Add a child with all that is written of them; of the other child nothing may leave."""

    def word(*, secret=False):
        return made.word(never=never or secret)

    child = Child(
        id=made.id(), name=word(), surname=word(secret=True), born=date(2024, 5, 4), words=word()
    )
    made.add(child)
    about = {name: word(secret=True) for name in ("strengths", "needs", "hard")}
    made.add(About(id=made.id(), child=child.id, day=made.day(), **about))
    made.add(LifeEvent(id=made.id(), child=child.id, day=made.day(), words=word()))
    visits = _visits(made, child, people, word)
    outcome = made.add(Outcome(id=made.id(), child=child.id, text=word()))
    for _ in range(made.random.randint(1, 3)):
        _strategy(made, child, people, helpers, outcome, word)
    for flag in (None, *Flag):
        for _ in range(made.random.randint(0, 3)):
            _note(made, child, helpers, word, flags=(flag,) if flag else ())
    for _ in range(3):
        _private(made, child, helpers)
    words = {"text": word(), "answer": word(), "answered": TODAY}
    made.add(Asked(id=made.id(), visit=visits[0].id, asked_by=made.some(people).id, **words))
    made.add(Asked(id=made.id(), visit=visits[0].id, text=word()))
    old = {"day": TODAY - 40 * _DAY, "flags": (Flag.QUESTION,), "helper": helpers[0].id}
    made.add(Note(id=made.id(), child=child.id, text=word(), **old))
    return child


def _visits(made, child, people, word):
    who = {"child": child.id, "people": (made.some(people).id,), "how": VisitHow.HOME}
    past = Visit(
        id=made.id(),
        day=TODAY - DAYS * _DAY,
        held=True,
        agreed_between=word(),
        agreed_next=word(),
        bring=word(secret=True),
        **who,
    )
    coming = Visit(id=made.id(), day=TODAY + 2 * _DAY, time=time(9, 30), bring=word(), **who)
    return made.add(past), made.add(coming)


def _strategy(made, child, people, helpers, outcome, word):
    routine = made.add(Routine(id=made.id(), name=word(), child=child.id))
    by = made.some([None, *people])
    strategy = Strategy(
        id=made.id(),
        child=child.id,
        name=word(),
        suggested_by=by.id if by else None,
        outcome=outcome.id,
    )
    made.add(strategy)
    kind = made.some([RatingKind.HELP, RatingKind.WENT, RatingKind.NUMBER])
    unit = word() if kind is RatingKind.NUMBER else None
    step = PlanStep(
        id=made.id(),
        strategy=strategy.id,
        from_day=TODAY - DAYS * _DAY,
        what=word(),
        how=word(),
        why=word(),
        routines=(routine.id,),
        often=Often(),
        rating=RatingPlan(kind=kind, unit=unit),
    )
    made.add(step)
    if made.random.random() < 0.4:
        change = {"from_day": TODAY - 6 * _DAY, "step": StepKind.CHANGE, "what": word()}
        made.add(PlanStep(id=made.id(), strategy=strategy.id, **change))
    _days(made, child, helpers, strategy, kind, word)
    hand_out = {"sha256": "0" * 64, "name": word(secret=True), "type": "application/pdf"}
    made.add(Media(id=made.id(), strategy=strategy.id, **hand_out))
    _note(made, child, helpers, word, strategy=strategy.id)
    _private(made, child, helpers, strategy=strategy.id)


def _days(made, child, helpers, strategy, kind, word):
    for ahead in range(DAYS):
        day = TODAY - ahead * _DAY
        said = {"day": day, "helper": made.some(helpers).id, "written": NOW}
        chance = made.random.random()
        if chance < 0.6:
            value = made.random.randint(1, 3)
            rating = Decimal(value) if kind is RatingKind.NUMBER else value
            practice = {"rating": rating, "rating_kind": kind}
            one = Practice(id=made.id(), strategy=strategy.id, **said, **practice)
            made.add(one)
            if chance < 0.1:
                _private(made, child, helpers, practice=one.id)
        elif chance < 0.8:
            reason = made.some(LeftOutReason)
            mark = {"mark": MarkKind.LEFT_OUT, "reason": reason, "words": word(secret=True)}
            made.add(DayMark(id=made.id(), child=child.id, strategy=strategy.id, **said, **mark))


def _note(made, child, helpers, word, **said):
    told = {"day": made.day(), "helper": made.some(helpers).id, "written": NOW}
    made.add(Note(id=made.id(), child=child.id, text=word(), **told, **said))


def _private(made, child, helpers, **said):
    told = {"day": made.day(), "helper": made.some(helpers).id, "written": NOW}
    made.add(PrivateNote(id=made.id(), child=child.id, text=made.word(never=True), **told, **said))
