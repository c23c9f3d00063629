"""Makes the golden journals of this schema: `python -m tests.golden.make NAME`.

Run it once for a new schema, with a new name; the files of earlier schemas are never made again,
since they stand for the journals that families have.
"""

import json
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from homejournal.domain.days.periods import JournalSettings, Period, WeekStart, later_settings
from homejournal.domain.journal.bin import BinSection
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.children import Pronoun, ShownName
from homejournal.domain.records.codec import to_fields
from homejournal.domain.records.media_and_papers import (
    KeptBook,
    KeptPack,
    Media,
    Page,
    Sheet,
    SheetRow,
)
from homejournal.domain.records.notes import Note, PackKind, Preparation
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Ending, PlanStep, StepKind, Strategy
from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import Per, RatingKind, RatingPlan
from homejournal.domain.records.record import Kind, is_added
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal
from tests.golden.family import (
    DAY,
    DONE,
    MATEO,
    NOW,
    PAUSE,
    days,
    number,
    people,
    plans,
    practices,
    seldom,
)
from tests.journals import Clock, revisions, take_in

HERE = Path(__file__).parent
KEY = bytes(range(48))
"""The key of the encrypted golden journals."""
FORGOTTEN, PURGED = "zqvkxjwphd.jpg", "Unspeakable mfgrtbnlsq"
"""Words that were deleted for good."""
ASKING = number("with Dad"), number("with Grandma"), number("with Aunt Rosa")
"""The other homes that ask to delete for good."""


def fill(journal: FamilyJournal, other: FamilyJournal) -> None:
    """Write every kind of record, two versions, an edit, a deletion and a draft."""
    journal.records.save(*people(), *plans())
    journal.records.save(*practices(), *days(), *seldom())
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


def fill_younger(journal: FamilyJournal) -> None:
    """Write what came with the second schema of records: each field of it, and each kind."""
    face, sheet, begun = number("face"), number("sheet"), number("by the time")
    child, helper = journal.records.get(MATEO), journal.records.get(number("grandma"))
    photo = Media(id=face, sha256="23" * 32, name="face.jpg", type="image/jpeg", child=MATEO)
    rating = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", per=Per.TIME)
    later = DAY + timedelta(days=9)
    steps = (
        PlanStep(id=begun, strategy=number("asleep"), from_day=DAY, rating=rating),
        PlanStep(
            id=number("rest"), strategy=PAUSE, from_day=later, step=StepKind.PAUSE, until=later
        ),
        PlanStep(
            id=number("until then"),
            strategy=number("asleep"),
            from_day=later,
            step=StepKind.PAUSE,
            until_visit=True,
        ),
        PlanStep(
            id=number("by now"),
            strategy=PAUSE,
            from_day=later + timedelta(days=9),
            step=StepKind.FINISH,
            ending=Ending.PART_OF_OUR_DAY,
        ),
    )
    journal.records.save(
        replace(child, pronoun=Pronoun.HE, photo=face, shown_name=ShownName.OUR_CHILD),
        replace(helper, color="#aa5500"),
        photo,
        replace(photo, id=number("her face"), child=None, helper=helper.id),
        Strategy(id=number("asleep"), child=MATEO, name="Sing him to sleep"),
        *steps,
        Sheet(
            id=sheet,
            child=MATEO,
            week=DAY,
            page=1,
            made=NOW,
            rows=(SheetRow(strategy=number("asleep"), step=begun, slot="nap"),),
            layout={"boxes": [{"row": 0, "x": "12.5"}]},
        ),
        Practice(id=number("from paper"), strategy=number("asleep"), day=DAY, read_from=sheet),
        DayMark(id=number("read"), child=MATEO, day=DAY, mark=MarkKind.NOT_TODAY, read_from=sheet),
        Page(id=number("ticked"), child=MATEO, made=NOW, page={}, photos=(face,)),
        KeptBook(id=number("book"), child=MATEO, made=NOW, book={"paper": "a4"}, photos=(face,)),
    )
    journal.change_settings(replace(journal.settings, memories=False, calm=False))


def purge(journal: FamilyJournal) -> None:
    """Delete a note for good."""
    gone = Note(id=number("unspeakable"), child=MATEO, day=DAY, text=PURGED, written=NOW)
    journal.notes.write(gone)
    journal.records.delete(gone.id)
    purging = journal.safe.purging
    purging.carry_out(purging.of_deleted(gone.id))


def ask(journal: FamilyJournal) -> None:
    """Let three homes ask to delete the same note for good, each with one more entry."""
    for home, more in zip(ASKING, (DONE, number("typed"), number("sick")), strict=True):
        asked = [journal.records.history(one)[0].revision for one in (number("note"), more)]
        journal.safe.purging.request(asked, home)


def asked_in(journal: FamilyJournal) -> dict[str, Any]:
    """Return what other homes ask to delete; nothing where nobody asks."""
    asked = [
        [str(request.home), sorted(id_.hex() for id_ in request.ids), dict(request.counts)]
        for request in sorted(journal.safe.purging.requests(), key=lambda one: one.home)
    ]
    return {"asked": asked} if asked else {}


def settings_said(settings: JournalSettings) -> str:
    """Return the settings; what came later is told only where it is not what held before."""
    later = {field.name for field in fields(settings) if is_added(field)}
    told = (field.name for field in fields(settings) if field.name not in later)
    named = (*told, *sorted(later_settings(settings)))
    said = ", ".join(f"{name}={getattr(settings, name)!r}" for name in named)
    return f"JournalSettings({said})"


def told(journal: FamilyJournal) -> dict[str, Any]:
    """Return what a journal reads as."""
    entries = journal.timeline.page(EntryFilter(child=MATEO))
    counted = journal.numbers.of_child(MATEO, Period(DAY - timedelta(days=7), DAY), DAY)
    return {
        "settings": settings_said(journal.settings),
        "records": {
            kind: {str(record.id): to_fields(record) for record in found}
            for kind in Kind
            if (found := journal.records.all_of(kind))
        },
        "revisions": sorted(revision.id.hex() for revision in revisions(journal)),
        "timeline": [
            [str(entry.record.id), [str(note.id) for note in entry.notes], entry.versions]
            for entry in entries
        ],
        "found": [
            str(entry.record.id)
            for entry in journal.timeline.page(EntryFilter(child=MATEO, words="mira pointed"))
        ],
        "deleted": [
            to_fields(one.record) for one in journal.bin.page(MATEO, BinSection.ENTRIES).deleted
        ],
        "history": [version.at for version in journal.records.history(DONE)],
        "drafts": journal.drafts.kept(),
        "numbers": [
            [strategy.name, strategy.total.did_it, strategy.total.times, strategy.total.unsettled]
            for strategy in counted.strategies
        ],
        **asked_in(journal),
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
            fill_younger(opened[0])
            purge(opened[0])
            ask(opened[0])
            opened[0].safe.purging.decline(ASKING[0])  # the others have no answer yet
            answer = json.dumps(told(opened[0]), indent=1, ensure_ascii=False, sort_keys=True)
            for journal in opened:
                journal.close()
            (HERE / f"{name}.json").write_text(answer + "\n", "utf-8")
            made = Path(folder) / "journal" / "journal.hj"
            (HERE / f"{name}{ending}.hj").write_bytes(made.read_bytes())


if __name__ == "__main__":
    main()
