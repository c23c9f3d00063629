"""Random families in which every word is known: what may leave, and what must not.

Each text of a family is one made-up word that stands nowhere else, so that it is found wherever it
went. A seed is drawn, and the family is made from it: two children with people, plans, notes of
every kind, and things that were deleted, written anew or made private afterwards.
"""

from datetime import date
from random import Random

from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.ladders_and_feelings import (
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
    RoutineRating,
)
from homejournal.domain.records.media_and_papers import KeptPack, Page
from homejournal.domain.records.notes import Flag, PackKind, Preparation, PrepQuestion
from homejournal.domain.records.people import Channel, Contact, Helper, TeamMember, Way
from homejournal.domain.records.plan import Outcome, Routine
from tests.reports.private_days import add_strategies, add_visits
from tests.reports.private_words import DAY, NOW, TODAY, SecretFamily, a_note, a_private_note


def secret_family(seed):
    made = SecretFamily(Random(seed))
    made.people = [_person(made) for _ in range(made.random.randint(1, 3))]
    made.helpers = [made.add(Helper(id=made.id(), name=made.word())) for _ in range(2)]
    shared = made.add(Routine(id=made.id(), name=made.word()))
    stranger = _person(made)
    for people in (made.people, [*made.people, stranger]):
        child = _child(made)
        made.child = made.child or child
        visits = add_visits(made, child, people)
        add_strategies(
            made, child, people, [shared, *_routines(made, child)], _outcomes(made, child)
        )
        _notes(made, child, visits)
        _kept(made, child)
    return made


def _person(made):
    mail = f"{made.word()}@{made.word()}.org"
    ways = (
        Way(way=Channel.EMAIL, value=mail, preferred=True),
        Way(way=Channel.PHONE, value=made.word()),
    )
    said = made.words("name", "discipline", "role", "language")
    person = made.add(TeamMember(id=made.id(), ways=ways, **said))
    told = {"day": made.day(), "way": Channel.PHONE, "words": made.word()}
    made.add(Contact(id=made.id(), team=person.id, **told))
    return person


def _child(made):
    said = made.words("name", "surname", "words")
    born, ways = date(2024, 5, 4), (made.word(),)
    child = made.add(Child(id=made.id(), born=born, communicates=ways, **said))
    for day in (TODAY - 30 * DAY, made.day(5)):
        parts = made.words("strengths", "interests", "needs", "helps", "hard", "routines")
        made.add(About(id=made.id(), child=child.id, day=day, **parts))
    for day in (TODAY - 60 * DAY, made.day()):
        made.add(LifeEvent(id=made.id(), child=child.id, day=day, words=made.word()))
    return child


def _routines(made, child):
    """Return two routines of the child, one of which is rated by the family and of no strategy."""
    own = [made.add(Routine(id=made.id(), name=made.word(), child=child.id)) for _ in range(2)]
    rated = {"child": child.id, "day": made.day(), "helper": made.helpers[0].id}
    made.add(RoutineRating(id=made.id(), routine=own[0].id, level=2, **rated))
    return own[1:]


def _outcomes(made, child):
    found = []
    for _ in range(2):
        outcome = made.add(Outcome(id=made.id(), child=child.id, text=made.word()))
        ladder = {"outcome": outcome.id, "levels": made.words("-2", "-1", "0", "1", "2")}
        ladder = made.add(Ladder(id=made.id(), **ladder))
        made.add(LadderRating(id=made.id(), ladder=ladder.id, day=made.day(), level=1))
        review = {"outcome": outcome.id, "day": made.day(), "words": Progress.SOME}
        made.add(OutcomeReview(id=made.id(), **review))
        found.append(outcome)
    return found


def _notes(made, child, visits):
    """Add notes of each flag, an old question, an answered one, and what is no longer a note."""
    for flag in (None, *Flag):
        for _ in range(made.random.randint(0, 3)):
            made.add(a_note(made, child, flags=(flag,) if flag else ()))
    alone = made.add(Helper(id=made.id(), name=made.word()))
    old = {"day": TODAY - 40 * DAY, "flags": (Flag.QUESTION,), "helper": alone.id}
    made.add(a_note(made, child, **old))
    made.add(a_note(made, child, **old | {"answered": TODAY - 39 * DAY}))
    made.add(a_note(made, child, day=visits[0].day, visit=visits[0].id))
    secret = made.add(Helper(id=made.id(), name=made.word()))
    for _ in range(3):
        made.add(a_private_note(made, child, helper=secret.id))
    made.deleted.append(a_note(made, child, flags=(made.some(Flag),)))
    made.deleted.append(a_private_note(made, child))
    anew = made.add(a_note(made, child, flags=(Flag.CELEBRATION,)))
    made.edited.append(a_note(made, child, id=anew.id))
    made.hidden.append((a_note(made, child), made.add(a_private_note(made, child))))


def _kept(made, child):
    """Add what is kept for the family: a page handed over, and what it prepared for meetings."""
    page = {"child": made.word(), "our_words": made.word()}
    made.add(Page(id=made.id(), child=child.id, made=NOW, page=page))
    pack = {"child": made.word(), "team": [{"name": made.word()}]}
    made.add(KeptPack(id=made.id(), child=child.id, made=NOW, pack=pack))
    for pack in PackKind:
        answers = made.words(*PrepQuestion)
        told = {"child": child.id, "pack": pack, "day": TODAY, "answers": answers}
        made.add(Preparation(id=made.id(), **told))
