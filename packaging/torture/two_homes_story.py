"""Two computers of one home and one of another: open and private notes, and photos on both.

What was said, and by which choice of a person it went, is kept beside the journals; so at the end
it is known what must stand where, and what may never have come to the other home.
"""

import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID

from PIL import Image

from homejournal.domain.errors import MediaMissingError, StaleChangeError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import Child
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import kept_file
from torture.border import Border
from torture.homes_computer import Computer, Heads
from torture.homes_story import hold
from torture.story import CHILD, FIRST_DAY

_NOTES = (Kind.NOTE, Kind.PRIVATE_NOTE)
_WITH_PHOTO, _PRIVATE, _READ, _AGREES, _WITH_HISTORY = 0.4, 0.5, 0.9, 0.7, 0.3


class TwoHomesStory:
    """Does one thing after another; `chance` decides about all that is not said."""

    def __init__(self, base: Path, chance: Random) -> None:
        self.chance = chance
        self.computers = [Computer(base / name) for name in ("kitchen", "bedroom", "other home")]
        self.kitchen, self.bedroom, self.other = self.computers
        self.said: dict[str, UUID] = {}
        self.gone: set[str] = set()
        """Words that a person knowingly replaced or deleted."""
        self._changes: dict[Path, list[Change]] = {computer.base: [] for computer in self.computers}
        self._number = 0
        own, between = base / "own folder", base / "folder between homes"
        own.mkdir()
        between.mkdir()
        self._begin(own, between)

    def _begin(self, own: Path, between: Path) -> None:
        first = self.kitchen
        first.journal.safe.homes.name_ours("With Mom")
        self.other.journal.safe.homes.name_ours("With Dad")
        first.journal.records.save(Child(id=CHILD, name="Mateo"))
        shared = {
            folder: first.journal.safe.sharing.begin(audience, folder, first.settings)
            for folder, audience in ((own, Audience.OWN), (between, Audience.OTHER_HOME))
        }
        joining = [(self.bedroom, own), (self.other, between)]
        if self.chance.random() < 0.5:
            joining.append((self.bedroom, between))
        for computer, folder in joining:
            audience = Audience.OTHER_HOME if computer is self.other else Audience.OWN
            invitation = first.journal.safe.sharing.invitation(shared[folder], first.settings)
            computer.journal.safe.pack_files.take_in(first.pack(audience))
            computer.journal.safe.sharing.join(invitation, folder, computer.settings)
        homes = ((self.kitchen, self.bedroom), (self.other,))
        self.border = Border(shared[between], between, homes)

    def close(self) -> None:
        """Close the journals."""
        for computer in self.computers:
            computer.journal.close()

    def after(self, *changed: Computer) -> None:
        """Learn what stands open there, and look at all that came to the folder between homes."""
        for computer in changed:
            self.border.open.learn(computer)
        self.border.look()

    def new(self, at: Computer) -> None:
        """Write a note, private or not, perhaps with a photo."""
        kind = PrivateNote if self.chance.random() < _PRIVATE else Note
        note = kind(id=self._id(), child=CHILD, day=FIRST_DAY, text=self._words())
        self.said[note.text] = note.id
        if self.chance.random() < _WITH_PHOTO:
            photo = self._photo(at, note)
            self._did(at, at.journal.media.add_with_note(note, photo))
        else:
            self._did(at, at.journal.notes.write(note))

    def edit(self, at: Computer) -> None:
        """Write other words in a note's place."""
        if (note := self._picked(at)) is not None:
            self._replace(at, note.id)
            after = replace(note, text=self._words())
            self.said[after.text] = note.id
            self._did(at, at.journal.notes.edit(note, after))

    def turn(self, at: Computer) -> None:
        """Make an open note private, or a private one open."""
        if (note := self._picked(at)) is not None:
            other = Note if isinstance(note, PrivateNote) else PrivateNote
            after = other(id=self._id(), child=note.child, day=note.day, text=note.text)
            self._replace(at, note.id)
            self.gone.discard(note.text)
            self.said[note.text] = after.id
            self._did(at, at.journal.notes.edit(note, after))

    def delete(self, at: Computer) -> None:
        """Delete a note."""
        if (note := self._picked(at)) is not None:
            self._replace(at, note.id)
            self._did(at, at.journal.records.delete(note.id))

    def photo(self, at: Computer) -> None:
        """Add a photo to a note."""
        if (note := self._picked(at)) is not None:
            self._did(at, at.journal.media.add(self._photo(at, note)))

    def remove_a_photo(self, at: Computer) -> None:
        """Remove a photo from its note."""
        known = sorted(one for one, heads in at.heads().items() if heads.kind is Kind.MEDIA)
        record = at.journal.records.get(self.chance.choice(known)) if known else None
        if isinstance(record, Media):
            self._did(at, at.journal.media.remove(record))

    def undo(self, at: Computer) -> None:
        """Take the last thing back that was done there."""
        if changes := self._changes[at.base]:
            change = changes.pop()
            self._replace(at, *(move.record for move in change.moves))
            self._take_back(at, change)

    def empty_the_bin(self, at: Computer) -> None:
        """Delete for good whatever was deleted."""
        purging = at.journal.safe.purging
        purging.carry_out(purging.of_bin())

    def answer(self, at: Computer) -> None:
        """Delete for good what the other home asks for, or keep it."""
        purging = at.journal.safe.purging
        for request in purging.requests():
            if self.chance.random() < _AGREES:
                before = _words_in(at.heads().values())
                purging.carry_out(purging.of_request(request.home))
                self.gone |= before - _words_in(at.heads().values())
            else:
                purging.decline(request.home)

    def look(self, at: Computer) -> None:
        """Let one computer look into its shared folders, and now and then read alone."""
        at.look(write=self.chance.random() < _READ)

    def again(self, at: Computer) -> None:
        """Close the program and start it again: nothing can be taken back then."""
        at.journal.close()
        at.again()
        self._changes[at.base].clear()

    def pack(self, at: Computer) -> None:
        """Take a file in from another computer."""
        source = self._another(at)
        pack = source.pack(self._audience(at, source))
        if pack.audience is Audience.OTHER_HOME:
            self.border.look_into(pack)
        self._did(at, at.journal.safe.pack_files.take_in(pack))

    def undo_a_pack(self, at: Computer) -> None:
        """Take a file in and out again, perhaps after a look had carried it on.

        Where an envelope stood before, it stands again.
        """
        for _ in range(9):
            if not at.look():  # what one look brings may let the next bring more
                break
        source = self._another(at)
        history = self.chance.random() < _WITH_HISTORY
        pack = source.pack(self._audience(at, source), history=history)
        if pack.purged - at.journal.safe.purging.ids():
            return  # what is deleted for good with it does not come back
        if history:  # so that envelopes are here of what it brings whole
            self._did(at, at.journal.safe.pack_files.take_in(source.pack(pack.audience)))
        change = at.journal.safe.pack_files.take_in(pack)
        if self.chance.random() < _READ:
            at.look()
        if not self._take_back(at, change):
            return
        came = {revision.id for revision in change.came.fresh}
        filled = {revision.id for revision in change.came.filled}
        for _ in range(2):
            hold(came.isdisjoint(at.ids()), "what was taken back stayed, or came again by itself")
            hold(filled.isdisjoint(at.whole()), "words that were taken back stayed, or came again")
            at.look()

    def converge(self) -> None:
        """Look everywhere until nothing moves, and hold what was promised."""
        for _ in range(14):
            moved = sum(computer.look() for computer in self.computers)
            self.after(*self.computers)
            if not moved:
                break
        else:
            raise AssertionError("the computers never come to rest")
        self.border.look_into_journals()
        ours, bedroom, other = (computer.heads() for computer in self.computers)
        hold(_alike(ours) == _alike(bedroom), "the computers of one home differ")
        stands = _words_in((*ours.values(), *other.values()))
        lost = self.said.keys() - stands - self.gone
        hold(not lost, f"{len(lost)} sentences are lost")
        # What the other home deleted for good stays away from there, and stands here untouched.
        there = other.keys() | self.other.deleted_for_good()
        opens = {one for one, heads in ours.items() if heads.kind is Kind.NOTE}
        hold(opens <= there, "an open note did not come to the other home")
        for computer in self.computers:
            self._hold_photos(computer)
            hold(computer.journal.files.check().is_sound, "a journal is not sound")

    def _hold_photos(self, at: Computer) -> None:
        known = (one for one, heads in at.heads().items() if heads.kind is Kind.MEDIA)
        for record in map(at.journal.records.get, known):
            try:
                at.journal.media.read(record)  # type: ignore[arg-type]
            except MediaMissingError as error:
                raise AssertionError("a photo is lost") from error

    def _another(self, at: Computer) -> Computer:
        return self.chance.choice([computer for computer in self.computers if computer is not at])

    def _audience(self, at: Computer, source: Computer) -> Audience:
        is_other = at is self.other or source is self.other
        return Audience.OTHER_HOME if is_other else Audience.OWN

    def _did(self, at: Computer, change: Change) -> None:
        if change.moves:
            self._changes[at.base].append(change)

    def _take_back(self, at: Computer, change: Change) -> bool:
        """Take something back; return False where somebody changed it since, so that it stays."""
        try:
            at.journal.undo(change)
        except StaleChangeError:
            return False
        return True

    def _replace(self, at: Computer, *records: UUID) -> None:
        """Know that a person saw these words here and wrote others in their place, or none."""
        heads = at.heads()
        self.gone |= _words_in(heads[record] for record in records if record in heads)

    def _picked(self, at: Computer) -> Note | PrivateNote | None:
        known = sorted(one for one, heads in at.heads().items() if heads.kind in _NOTES)
        found = at.journal.records.get(self.chance.choice(known)) if known else None
        return found if isinstance(found, Note | PrivateNote) else None

    def _photo(self, at: Computer, note: Note | PrivateNote) -> Media:
        self._number += 1
        number, drawn = self._number, io.BytesIO()
        Image.new("RGB", (8, 6), (number % 256, number // 256, 7)).save(drawn, "PNG")
        return at.journal.media.put_photo(kept_file(drawn.getvalue()), f"{number}.png", note)

    def _words(self) -> str:
        self._number += 1
        return f"sentence {self._number}"

    def _id(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128))


def _words_in(heads: Iterable[Heads]) -> set[str]:
    return {said["text"] for head in heads if head.kind in _NOTES for said in head.said}


def _alike(heads: dict[UUID, Heads]) -> dict[UUID, tuple[Kind, list[str]]]:
    """Return what stands, whichever version came first."""
    return {
        record: (one.kind, sorted(map(repr, one.said)))
        for record, one in heads.items()
        if one.kind in {*_NOTES, Kind.MEDIA}
    }
