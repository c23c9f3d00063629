"""Makes the golden journals of this schema: `python -m tests.golden.make NAME`.

Run it once for a new schema, with a new name; the files of earlier schemas are never made again,
since they stand for the journals that families have.
"""

import json
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid5

from homejournal.domain.bin import BinSection
from homejournal.domain.children import About, Child, LifeEvent
from homejournal.domain.codec import to_fields
from homejournal.domain.homes import Device, Home
from homejournal.domain.kept import KeptPack, Media, Page
from homejournal.domain.ladders import (
    ConfidenceRating,
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
    RoutineRating,
)
from homejournal.domain.notes import Flag, Note, PrivateNote
from homejournal.domain.numbers import Period
from homejournal.domain.people import Channel, Contact, Helper, TeamMember, Way
from homejournal.domain.plan import (
    Area,
    Often,
    OftenKind,
    Outcome,
    PlanStep,
    Routine,
    StepKind,
    Strategy,
    Weekday,
)
from homejournal.domain.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.preparations import PackKind, Preparation
from homejournal.domain.ratings import Aim, Better, RatingKind, RatingPlan, Tries
from homejournal.domain.record import Kind, Record
from homejournal.domain.settings import WeekStart
from homejournal.domain.timeline import TimelineFilter
from homejournal.domain.visits import Asked, Visit, VisitHow
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal
from tests.journals import Clock, revisions, take_in

HERE = Path(__file__).parent
NAMES = UUID("6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b99")
DAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 10, 20, 30, tzinfo=timezone(timedelta(hours=-5)))


def number(what: str) -> UUID:
    return uuid5(NAMES, what)


MATEO, PAUSE, DONE = number("child"), number("pause"), number("done")
KEY = bytes(range(48))
"""The key of the encrypted golden journals."""
FORGOTTEN, PURGED = "zqvkxjwphd.jpg", "Unspeakable mfgrtbnlsq"
"""Words that were deleted for good."""


def plan() -> list[Record]:
    """Return who and what is planned."""
    return [
        Home(id=number("home"), name="Home"),
        Device(id=number("device"), name="Kitchen laptop", home=number("home")),
        Child(
            id=MATEO,
            name="Mateo",
            surname="Ruíz-Ångström 王",
            born=date(2024, 4, 20),
            due=date(2024, 5, 1),
            words="Spanish with grandma",
            communicates=("gestures", "a few words"),
        ),
        Helper(id=number("helper"), name="Grandpa 👴", home=number("home")),
        TeamMember(
            id=number("dana"),
            name="Dana",
            discipline="speech",
            coordinator=True,
            ways=(Way(way=Channel.TEXT, value="555 0100", preferred=True),),
        ),
        Outcome(id=number("outcome"), child=MATEO, text="Asks for food", areas=(Area.ADAPTIVE,)),
        Routine(id=number("breakfast"), name="Breakfast", child=MATEO),
        Strategy(
            id=PAUSE,
            child=MATEO,
            name="Pause and wait",
            outcome=number("outcome"),
            suggested_by=number("dana"),
        ),
        Strategy(id=number("steps"), child=MATEO, name="Steps", example=True),
        PlanStep(
            id=number("pause start"),
            strategy=PAUSE,
            from_day=DAY - timedelta(days=7),
            what="Wait five seconds",
            routines=(number("breakfast"),),
            often=Often(times=2, slots=("breakfast", "dinner"), weekdays=(Weekday.MON,)),
            rating=RatingPlan(kind=RatingKind.HELP),
        ),
        PlanStep(
            id=number("steps start"),
            strategy=number("steps"),
            from_day=DAY,
            step=StepKind.START,
            often=Often(kind=OftenKind.DAYS_A_WEEK, days=3),
            rating=RatingPlan(
                kind=RatingKind.NUMBER,
                unit="steps",
                better=Better.MORE,
                aim=Aim(low=Decimal("2.5")),
            ),
        ),
    ]


def days() -> list[Record]:
    """Return what was written on days."""
    told = {"written": NOW, "helper": number("helper")}
    return [
        Practice(
            id=DONE,
            strategy=PAUSE,
            day=DAY,
            slot="breakfast",
            time=time(8, 5),
            routine=number("breakfast"),
            rating=2,
            rating_kind=RatingKind.HELP,
            **told,
        ),
        Practice(
            id=number("number"),
            strategy=number("steps"),
            day=DAY,
            rating=Decimal("7.25"),
            rating_kind=RatingKind.NUMBER,
        ),
        Practice(
            id=number("tries"),
            strategy=PAUSE,
            day=DAY,
            rating=Tries(took=0, of=4),
            rating_kind=RatingKind.TRIES,
            **told,
        ),
        DayMark(
            id=number("sick"),
            child=MATEO,
            day=DAY - timedelta(days=1),
            mark=MarkKind.LEFT_OUT,
            reason=LeftOutReason.SICK,
            words="Fever",
            home=number("home"),
        ),
        Note(
            id=number("note"),
            child=MATEO,
            day=DAY,
            text="He pointed at the banana.\n“¡Mira!” 😀 <b>$x$</b> שלום",
            practice=DONE,
            strategy=PAUSE,
            flags=(Flag.CELEBRATION, Flag.QUESTION),
            **told,
        ),
        PrivateNote(id=number("own"), child=MATEO, day=DAY, text="I was so tired", **told),
        LifeEvent(id=number("moved"), child=MATEO, day=DAY, words="We moved"),
        Note(id=number("gone"), child=MATEO, day=DAY, text="Unmistakable", **told),
    ]


def seldom() -> list[Record]:
    """Return what is written at visits and from time to time."""
    return [
        Visit(
            id=number("visit"),
            child=MATEO,
            day=DAY,
            time=time(10, 30),
            people=(number("dana"),),
            how=VisitHow.HOME,
            agreed_between="Wait longer",
            held=True,
        ),
        Asked(id=number("asked"), visit=number("visit"), text="More words?", answer="Two"),
        Ladder(
            id=number("ladder"),
            outcome=number("outcome"),
            levels={"-1": "cries", "0": "looks", "1": "points"},
        ),
        LadderRating(id=number("rung"), ladder=number("ladder"), day=DAY, level=0),
        RoutineRating(id=number("how"), child=MATEO, routine=number("breakfast"), day=DAY, level=4),
        ConfidenceRating(id=number("sure"), child=MATEO, strategy=PAUSE, day=DAY, level=3),
        OutcomeReview(id=number("review"), outcome=number("outcome"), day=DAY, words=Progress.SOME),
        About(id=number("about"), child=MATEO, day=DAY, strengths="Laughs", hard="Loud rooms"),
        Contact(
            id=number("call"), team=number("dana"), day=DAY, way=Channel.PHONE, words="Thursday"
        ),
        Media(id=number("photo"), sha256="ab" * 32, name="cup.jpg", type="image/jpeg"),
        Page(
            id=number("page"),
            child=MATEO,
            made=NOW,
            page={"title": "Mateo", "rows": [1, None, {"n": "2.5"}]},
            visit=number("visit"),
        ),
    ]


def fill(journal: FamilyJournal, other: FamilyJournal) -> None:
    """Write every kind of record, two versions, an edit, a deletion and a draft."""
    journal.records.save(*plan())
    journal.records.save(*days(), *seldom())
    own = replace(journal.settings, week_start=WeekStart.SUNDAY, home=number("home"))
    journal.change_settings(own)
    take_in(other, revisions(journal))
    done = journal.records.get(DONE)
    journal.days.edit(replace(done, rating=3))
    other.days.edit(replace(done, rating=4))
    take_in(journal, revisions(other))
    child = journal.records.get(MATEO)
    journal.records.save(replace(child, name="Matty"))
    journal.records.delete(number("gone"))
    journal.drafts.keep("note:here", "He sa")


def fill_more(journal: FamilyJournal) -> None:
    """Write what came after the first golden journal: packs, photos of entries, who typed."""
    grandma = number("grandma")
    said = Note(
        id=number("typed"),
        child=MATEO,
        day=DAY,
        text="He slept well",
        helper=number("helper"),
        written_by=grandma,
        written=NOW,
    )
    photos = [
        Media(id=number(name), sha256=sha * 32, name=name, type="image/jpeg", **where)
        for name, sha, where in (
            ("spoon.jpg", "cd", {"practice": DONE}),
            ("bed.jpg", "ef", {"note": said.id}),
            (FORGOTTEN, "01", {"strategy": PAUSE}),
        )
    ]
    answers = {"progress": "He waits"}
    journal.records.save(
        Helper(id=grandma, name="Grandma", left=DAY),
        said,
        *photos,
        Preparation(id=number("six"), child=MATEO, pack=PackKind.REVIEW, day=DAY, answers=answers),
        KeptPack(id=number("pack"), child=MATEO, made=NOW, pack={"kind": "review", "n": ["2.5"]}),
    )
    journal.media.remove(photos[-1])
    journal.media.delete_for_good(photos[-1])


def purge(journal: FamilyJournal) -> None:
    """Delete a note for good."""
    gone = Note(id=number("unspeakable"), child=MATEO, day=DAY, text=PURGED, written=NOW)
    journal.notes.write(gone)
    journal.records.delete(gone.id)
    purging = journal.safe.purging
    purging.carry_out(purging.of_deleted(gone.id))


def told(journal: FamilyJournal) -> dict[str, Any]:
    """Return what a journal reads as."""
    entries = journal.timeline.page(TimelineFilter(child=MATEO))
    counted = journal.numbers.of_child(MATEO, Period(DAY - timedelta(days=7), DAY), DAY)
    return {
        "settings": str(journal.settings),
        "records": {
            kind: {str(record.id): to_fields(record) for record in found}
            for kind in Kind
            if (found := journal.records.all_of(kind))
        },
        "revisions": sorted(one.id.hex() for one in revisions(journal)),
        "timeline": [
            [str(entry.record.id), [str(note.id) for note in entry.notes], entry.versions]
            for entry in entries
        ],
        "found": [
            str(entry.record.id)
            for entry in journal.timeline.page(TimelineFilter(child=MATEO, words="mira pointed"))
        ],
        "deleted": [
            to_fields(one.record) for one in journal.bin.page(MATEO, BinSection.ENTRIES).deleted
        ],
        "history": [version.at for version in journal.records.history(DONE)],
        "drafts": journal.drafts.kept(),
        "numbers": [
            [one.name, one.total.did_it, one.total.times, one.total.unsettled]
            for one in counted.strategies
        ],
    }


@contextmanager
def chosen_by(seed: int) -> Iterator[None]:
    """Let chance be the same in every run."""
    chance = random.Random(seed)
    with (
        patch("secrets.token_bytes", chance.randbytes),
        patch("homejournal.services.opening.uuid4", lambda: number("journal")),
    ):
        yield


def main() -> None:
    """Write a plain and an encrypted journal of this schema, and what they read as."""
    name = sys.argv[1]
    for key, ending in ((None, ""), (KEY, "-encrypted")):
        with TemporaryDirectory() as folder, chosen_by(1):
            opened = [
                create_journal(Path(folder) / name, clock=Clock(NOW), device=number(name), key=key)
                for name in ("journal", "other")
            ]
            fill(*opened)
            fill_more(opened[0])
            purge(opened[0])
            answer = json.dumps(told(opened[0]), indent=1, ensure_ascii=False, sort_keys=True)
            for journal in opened:
                journal.close()
            (HERE / f"{name}.json").write_text(answer + "\n", "utf-8")
            made = Path(folder) / "journal" / "journal.hj"
            (HERE / f"{name}{ending}.hj").write_bytes(made.read_bytes())


if __name__ == "__main__":
    main()
