"""What was deleted, in words, for every kind that can be deleted."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from homejournal.domain.journal.bin import BinSection
from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.ladders_and_feelings import (
    ConfidenceRating,
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
    RoutineRating,
)
from homejournal.domain.records.media_and_papers import KeptBook, KeptPack, Media, Page, Sheet
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Channel, Contact, Helper, TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.visits import Asked, Visit
from homejournal.texts import versions as said
from homejournal.texts.wording import wording_of

EN = wording_of("en")
ID, CHILD, DAY = UUID(int=50), UUID(int=1), date(2026, 3, 20)
AT = datetime(2026, 3, 20, 21, 15, tzinfo=UTC)
WAIT = Strategy(id=UUID(int=2), child=CHILD, name="Wait")
MEALS = Routine(id=UUID(int=3), name="Meals")
EATS = Outcome(id=UUID(int=4), child=CHILD, text="Eats with us")
DANA = TeamMember(id=UUID(int=5), name="Dana")
FAMILY = Family(
    strategies={WAIT.id: WAIT},
    routines={MEALS.id: MEALS},
    outcomes={EATS.id: EATS},
    team={DANA.id: DANA},
)
LEVELS = {str(level): f"level {level}" for level in range(-2, 3)}

LINES = [
    (
        Practice(id=ID, strategy=WAIT.id, day=DAY, rating=2, rating_kind=RatingKind.HELP),
        "March 20, 2026 · Wait · some help",
    ),
    (
        Note(id=ID, child=CHILD, day=DAY, text="She\nwaited", flags=(Flag.CELEBRATION,)),
        "March 20, 2026 · A moment · Celebration · She waited",
    ),
    (
        PrivateNote(id=ID, child=CHILD, day=DAY, text="a" * 90),
        f"March 20, 2026 · A moment · Private · {'a' * 80}…",
    ),
    (
        LifeEvent(id=ID, child=CHILD, day=DAY, words="We moved"),
        "March 20, 2026 · In our life · We moved",
    ),
    (WAIT, "Strategy: Wait"),
    (
        PlanStep(id=ID, strategy=WAIT.id, from_day=DAY),
        "Change of the plan: March 20, 2026 · Wait",
    ),
    (MEALS, "Routine: Meals"),
    (EATS, "Outcome: Eats with us"),
    (Ladder(id=ID, outcome=EATS.id, levels=LEVELS), "Ladder: Eats with us"),
    (
        LadderRating(id=ID, ladder=UUID(int=9), day=DAY, level=1),
        "On the ladder: March 20, 2026",
    ),
    (
        OutcomeReview(id=ID, outcome=EATS.id, day=DAY, words=Progress.SOME),
        "What the review said: March 20, 2026 · Eats with us",
    ),
    (
        RoutineRating(id=ID, child=CHILD, routine=MEALS.id, day=DAY, level=3),
        "How it feels for us: March 20, 2026 · Meals",
    ),
    (
        ConfidenceRating(id=ID, child=CHILD, strategy=WAIT.id, day=DAY, level=3),
        "How sure we feel: March 20, 2026 · Wait",
    ),
    (Visit(id=ID, child=CHILD, day=DAY), "Visit: March 20, 2026"),
    (Asked(id=ID, visit=UUID(int=8), text="Does she point?"), "Question: Does she point?"),
    (Page(id=ID, child=CHILD, made=AT, page={}), "Visit page: March 20, 2026"),
    (KeptPack(id=ID, child=CHILD, made=AT, pack={}), "Pack: March 20, 2026"),
    (Sheet(id=ID, child=CHILD, week=DAY, page=1, made=AT), "Printed week: March 20, 2026"),
    (KeptBook(id=ID, child=CHILD, made=AT, book={}), "Book: March 20, 2026"),
    (Media(id=ID, sha256="0" * 64, name="cup.jpg", type="image/jpeg"), "cup.jpg"),
    (Helper(id=ID, name="Grandma"), "Writes here: Grandma"),
    (DANA, "Our team: Dana"),
    (
        Contact(id=ID, team=DANA.id, day=DAY, way=Channel.PHONE, words="Called"),
        "Contact: March 20, 2026 · Dana",
    ),
    (About(id=ID, child=CHILD, day=DAY), "About page: March 20, 2026"),
    (Child(id=ID, name="Maya"), "Maya"),
]


@pytest.mark.parametrize(("record", "line"), LINES)
def test_every_kind_is_told_in_one_line(record, line):
    assert said.deleted_line(EN, FAMILY, record) == line


def test_every_kind_of_the_bin_is_among_them_or_an_entry():
    kinds = {type(record).__name__ for record, _ in LINES}
    assert len(kinds) == sum(len(section.value) for section in BinSection) - 1, "marks are entries"


def test_an_entry_is_told_field_by_field_and_anything_else_by_its_line():
    practice, note = LINES[0][0], LINES[1][0]
    assert said.deleted_details(EN, FAMILY, practice)[0] == "How it went: some help"
    assert "The note: She\nwaited" in said.deleted_details(EN, FAMILY, note)
    assert said.deleted_details(EN, FAMILY, WAIT) == []


def test_a_deletion_says_when_it_was():
    told = said.deleted_when(EN, AT).replace("\u202f", " ")
    assert told == "Deleted: March 20, 2026 at 9:15 PM"
    assert said.deleted_when(EN, None) == "Deleted in another journal, day not known"


def test_every_section_has_a_heading_of_its_own():
    titles = {said.bin_section_title(EN, section) for section in BinSection}
    assert len(titles) == len(BinSection)
