"""A family's days as a long row of saves, each told by its number alone.

So whoever looks at a journal after a crash knows, without having been told, what must stand in it
once that many saves were done, and that nothing else may.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from homejournal.domain.errors import MediaMissingError
from homejournal.domain.records.children import Child
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import Often, PlanStep, Strategy
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Kind, Record
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal

NOW = datetime(2026, 3, 10, 20, 30, tzinfo=UTC)
FIRST_DAY = date(2026, 3, 2)
DEVICE = UUID("dddddddd-0000-4000-8000-000000000009")
CHILD = UUID("cccccccc-0000-4000-8000-000000000001")
STRATEGY = UUID("cccccccc-0000-4000-8000-000000000002")
STEP = UUID("cccccccc-0000-4000-8000-000000000003")
KEY = bytes(range(48))
"""The key and its salt of an encrypted journal."""
DRAFT = "note:torture"
GONE, _SHEET = "its bytes are gone", "sheet.pdf"
_SIZES = (3, 40, 600, 9000)


@dataclass(slots=True)
class Standing:
    """What stands in a journal: notes and practices by id, and unfinished words by place.

    Of hand-outs it is the hash of the bytes that are read, or that they are gone.
    """

    notes: dict[UUID, str] = field(default_factory=dict)
    practices: dict[UUID, object] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    sheets: dict[UUID, str] = field(default_factory=dict)

    def copied(self) -> "Standing":
        """Return what stands now, whatever comes later."""
        return Standing(
            dict(self.notes), dict(self.practices), dict(self.drafts), dict(self.sheets)
        )


@dataclass(slots=True)
class Story:
    """The saves from the first to the one that comes next; each is known by its number alone."""

    seed: int
    done: int = 0
    stands: Standing = field(default_factory=Standing)
    _tied: dict[UUID, UUID] = field(default_factory=dict)
    _removed: list[Media] = field(default_factory=list)

    def tell(self, journal: FamilyJournal) -> None:
        """Save what comes next in the journal; only then is it told."""
        chance = Random(f"{self.seed} {self.done}")  # noqa: S311
        self._deed(chance, journal)
        self.done += 1

    def advance(self) -> None:
        """Go on by one save without a journal."""
        self._deed(Random(f"{self.seed} {self.done}"), None)  # noqa: S311
        self.done += 1

    def _deed(self, chance: Random, journal: FamilyJournal | None) -> None:
        which = chance.random()
        if which < 0.4 or len(self.stands.notes) < 5:
            self._practice_with_note(chance, journal)
        elif which < 0.56:
            self._note_from_draft(chance, journal)
        elif which < 0.66:
            self._edited_note(chance, journal)
        elif which < 0.72 and len(self._tied) > 3:
            self._deleted_practice(chance, journal)
        elif which < 0.81:
            self._sheet(chance, journal)
        elif which < 0.88 and len(self.stands.sheets) > 2:
            self._removed_sheet(chance, journal)
        elif which < 0.95 and self._removed:
            self._sheet_for_another(chance, journal)
        else:
            self._draft(chance, journal)

    def _practice_with_note(self, chance: Random, journal: FamilyJournal | None) -> None:
        """Save both in one step: never one without the other."""
        did = practice(_id(chance), chance)
        said = replace(note(_id(chance), self._words(chance), chance), practice=did.id)
        if journal:
            journal.records.save(did, said)
        self.stands.practices[did.id] = did.rating
        self.stands.notes[said.id] = said.text
        self._tied[did.id] = said.id

    def _note_from_draft(self, chance: Random, journal: FamilyJournal | None) -> None:
        said = note(_id(chance), self._words(chance), chance)
        if journal:
            journal.notes.write(said, draft=DRAFT)
        self.stands.notes[said.id] = said.text
        self.stands.drafts.pop(DRAFT, None)

    def _edited_note(self, chance: Random, journal: FamilyJournal | None) -> None:
        chosen = chance.choice(sorted(self.stands.notes))
        words = self._words(chance)
        if journal:
            before = journal.records.get(chosen)
            assert isinstance(before, Note), f"note {chosen} is gone"  # noqa: S101
            journal.notes.edit(before, replace(before, text=words))
        self.stands.notes[chosen] = words

    def _deleted_practice(self, chance: Random, journal: FamilyJournal | None) -> None:
        """Delete an entry; its note goes with it in the same step."""
        chosen = chance.choice(sorted(self._tied))
        if journal:
            journal.records.delete(chosen)
        del self.stands.practices[chosen]
        del self.stands.notes[self._tied.pop(chosen)]

    def _sheet(self, chance: Random, journal: FamilyJournal | None) -> None:
        """Keep a hand-out; several may have the same bytes."""
        kept = _kept_file(chance)
        number = _id(chance)
        if journal:
            journal.media.add(_put(journal, kept, number))
        self.stands.sheets[number] = _sha256(kept.data)

    def _removed_sheet(self, chance: Random, journal: FamilyJournal | None) -> None:
        chosen = chance.choice(sorted(self.stands.sheets))
        old = _media(chosen, self.stands.sheets.pop(chosen))
        if journal:
            journal.media.remove(old)
        self._removed.append(old)

    def _sheet_for_another(self, chance: Random, journal: FamilyJournal | None) -> None:
        """Delete a removed one for good while another, perhaps the same, waits for its record."""
        kept, number = _kept_file(chance), _id(chance)
        old = self._removed.pop()
        if chance.random() < 0.7:
            kept = _SHEETS[old.sha256]
        if journal:
            new = _put(journal, kept, number)
            journal.media.delete_for_good(old)
            journal.media.add(new)
        self.stands.sheets[number] = _sha256(kept.data)

    def _draft(self, chance: Random, journal: FamilyJournal | None) -> None:
        words = self._words(chance)
        if journal:
            journal.drafts.keep(DRAFT, words)
        self.stands.drafts[DRAFT] = words

    def _words(self, chance: Random) -> str:
        return f"{self.done} " + "snack and song " * (chance.choice(_SIZES) // 15 + 1) + "end"


def told_until(seed: int, done: int) -> Story:
    """Return the story after that many saves."""
    story = Story(seed)
    while story.done < done:
        story.advance()
    return story


def begin(folder: Path, key: bytes | None = None) -> None:
    """Make a journal with a child and a plan, in which a story can be told; sealed with a key."""
    journal = create_journal(folder, clock=clock, device=DEVICE, key=key)
    try:
        journal.records.save(*family())
    finally:
        journal.close()


def opened(folder: Path, key: bytes | None = None, *, write: bool = True) -> FamilyJournal:
    """Open a journal as the program does."""
    return open_journal(folder, clock=clock, device=DEVICE, write=write, key=key)


def clock() -> datetime:
    """Return the one moment at which all is written."""
    return NOW


def family() -> tuple[Record, ...]:
    """Return a child with a strategy and its plan."""
    return (
        Child(id=CHILD, name="Mateo"),
        Strategy(id=STRATEGY, child=CHILD, name="Pause and wait"),
        PlanStep(
            id=STEP,
            strategy=STRATEGY,
            from_day=FIRST_DAY,
            often=Often(times=2, slots=("breakfast", "dinner")),
            rating=RatingPlan(kind=RatingKind.HELP),
        ),
    )


def practice(number: UUID, chance: Random) -> Practice:
    """Return a practice on one of the days."""
    return Practice(
        id=number,
        strategy=STRATEGY,
        day=_day(chance),
        rating_kind=RatingKind.HELP,
        rating=chance.randrange(1, 4),
        written=NOW,
    )


def note(number: UUID, words: str, chance: Random) -> Note:
    """Return a note on one of the days."""
    return Note(id=number, child=CHILD, day=_day(chance), text=words, written=NOW)


def standing_in(journal: FamilyJournal) -> Standing:
    """Return what stands in an open journal."""
    notes = {one.id: one.text for one in journal.records.all_of(Kind.NOTE) if isinstance(one, Note)}
    did = journal.records.all_of(Kind.PRACTICE)
    practices: dict[UUID, object] = {one.id: one.rating for one in did if isinstance(one, Practice)}
    return Standing(notes, practices, journal.drafts.kept(), _sheets_in(journal))


def hashes_in(journal: FamilyJournal) -> frozenset[str]:
    """Return the hashes of the hand-outs that are kept, or removed and can be brought back."""
    kept = journal.media.of_strategies([STRATEGY])[STRATEGY]
    return frozenset(media.sha256 for media in (*kept, *journal.media.removed([STRATEGY])))


def _sheets_in(journal: FamilyJournal) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for media in journal.records.all_of(Kind.MEDIA):
        assert isinstance(media, Media)  # noqa: S101
        found[media.id] = GONE
        with suppress(MediaMissingError):
            found[media.id] = _sha256(journal.media.read(media))
    return found


def _kept_file(chance: Random) -> KeptFile:
    return _SHEETS[chance.choice(sorted(_SHEETS))]


def _put(journal: FamilyJournal, file: KeptFile, number: UUID) -> Media:
    return replace(journal.media.put(file, _SHEET, STRATEGY), id=number)


def _media(number: UUID, sha256: str) -> Media:
    return Media(id=number, sha256=sha256, name=_SHEET, type=PDF, strategy=STRATEGY)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _sheets(number: int) -> dict[str, KeptFile]:
    """Return so few hand-outs that the same bytes are kept again and again."""
    texts = [b"%PDF-1.7 " + bytes([one]) * _SIZES[one % len(_SIZES)] for one in range(number)]
    return {_sha256(text): KeptFile(text, PDF) for text in texts}


_SHEETS = _sheets(16)


def _day(chance: Random) -> date:
    return FIRST_DAY + timedelta(days=chance.randrange(9))


def _id(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)
