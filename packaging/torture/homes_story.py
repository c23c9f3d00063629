"""Three computers that share one journal, and everything that can go wrong between them.

What was said, and by which choice of a person it went, is kept beside the journals; so at the end
it is known what must stand on each of them.
"""

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID

from homejournal.domain.errors import StaleChangeError
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Note
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.sharing.shared_folder import keep_own_part, read_own_part
from torture.carrying import copy_all, hash_of, lying_in
from torture.homes_computer import Computer
from torture.story import CHILD, FIRST_DAY

_WRITTEN_SINCE = 0.3
_LOOKED_BETWEEN, _WITH_HISTORY = 0.7, 0.5


class HomesStory:
    """Does one thing after another; `chance` decides about all that is not said."""

    COMPUTERS = 3

    def __init__(self, base: Path, chance: Random) -> None:
        self.base, self.chance = base, chance
        self.computers = [Computer(base / f"computer{n}") for n in range(self.COMPUTERS)]
        self.said: dict[str, UUID] = {}
        self.gone: set[str] = set()
        """Words that a person knowingly replaced or deleted."""
        self.purged: set[UUID] = set()
        self._left_behind: frozenset[str] = frozenset()
        """The hashes of files that were shared right before a computer's journal went."""
        self._number = 0
        self._copies: list[tuple[int, Path]] = []
        first = self.computers[0]
        first.journal.records.save(Child(id=CHILD, name="Mateo"))
        for _ in range(3):
            self.new(0)
        shared = first.journal.safe.sharing.begin(Audience.OWN, first.cloud, first.settings)
        invitation = first.journal.safe.sharing.invitation(shared, first.settings)
        for other in self.computers[1:]:
            other.journal.safe.pack_files.take_in(first.pack())
            other.journal.safe.sharing.join(invitation, other.cloud, other.settings)

    def close(self) -> None:
        """Close the journals."""
        for computer in self.computers:
            computer.journal.close()

    def new(self, at: int) -> None:
        """Write a new note."""
        self._say(at, UUID(int=self.chance.getrandbits(128)))

    def edit(self, at: int, which: int) -> None:
        """Write other words in a note's place."""
        if (record := self._picked(at, which)) is not None:
            self._replace(at, record)
            self._say(at, record)

    def delete(self, at: int, which: int) -> None:
        """Delete a note."""
        if (record := self._picked(at, which)) is not None:
            self._replace(at, record)
            self.computers[at].journal.records.delete(record)

    def settle(self, at: int) -> None:
        """Settle what stands in two versions, if anything does."""
        journal = self.computers[at].journal
        for two in journal.safe.settling.waiting()[:1]:
            record = two.records[0].id
            self._replace(at, record)
            self._say(at, record)

    def undo_a_pack(self, at: int, source: int) -> None:
        """Take a pack in and out again: as if it had never come, also where a run wrote it."""
        if at != source:
            computer = self.computers[at]
            computer.look()
            history = self.chance.random() < _WITH_HISTORY
            pack = self.computers[source].pack(history=history)
            if pack.purged - computer.journal.safe.purging.ids():
                return  # what is deleted for good with it does not come back
            files = computer.journal.safe.pack_files
            if history:  # so that envelopes are here of what it brings whole
                files.take_in(self.computers[source].pack())
            before = computer.notes()
            change = files.take_in(pack, files.preparing(pack)())
            if self.chance.random() < _LOOKED_BETWEEN:
                computer.look()
            try:
                computer.journal.undo(change)
            except StaleChangeError:
                return  # what was written upon it had come before it: it stays
            hold(computer.notes() == before, "a pack that was taken out left something")
            came = {revision.id for revision in change.came}
            hold(came.isdisjoint(computer.whole()), "a pack that was taken out left earlier words")
            computer.look()
            hold(computer.notes() == before, "a pack that was taken out came again by itself")

    def pack(self, at: int, source: int) -> None:
        """Take a pack in, twice; now and then something is written while it is worked out."""
        if at != source:
            pack = self.computers[source].pack()
            files = self.computers[at].journal.safe.pack_files
            ahead = files.preparing(pack)()
            if self.chance.random() < _WRITTEN_SINCE:
                self.new(at)
            files.take_in(pack, ahead)
            again = files.take_in(pack, ahead)
            hold(not again.moves, "a pack that came twice changed something")

    def look(self, at: int, *, write: bool = True) -> None:
        """Let one computer look into its shared folder."""
        self.computers[at].look(write=write)

    def deliver(self, to: int) -> None:
        """Carry a part of the files, in any order, some torn, some under another name."""
        target = self.computers[to]
        files = [
            (computer.cloud, path)
            for computer in self.computers
            if computer is not target
            for path in sorted(computer.cloud.rglob("*.hjb"))
        ]
        self.chance.shuffle(files)
        for cloud, path in files[: self.chance.randint(0, len(files))]:
            there = target.cloud / path.relative_to(cloud)
            there.parent.mkdir(parents=True, exist_ok=True)
            data = path.read_bytes()
            how = self.chance.random()
            if how < 0.15 and not there.exists():
                there.write_bytes(data[: self.chance.randrange(len(data) + 1)])
            elif how < 0.25:
                there.with_name(f"{there.stem} (conflicted copy).hjb").write_bytes(data)
            else:
                there.write_bytes(data)

    def empty(self, at: int) -> None:
        """Lose the shared folder's files on one computer: unmounted, signed out, cleaned up.

        What a journal that is gone left there, and no other folder has, is taken in before: once it
        is nowhere, no program brings it back.
        """
        computer = self.computers[at]
        elsewhere = (lying_in(one.cloud) for one in self.computers if one is not computer)
        if self._left_behind & lying_in(computer.cloud).difference(*elsewhere):
            computer.look(write=False)
        for path in computer.cloud.iterdir():
            shutil.rmtree(path)

    def keep_a_copy(self, at: int) -> None:
        """Keep a copy of one computer's file."""
        kept = self.base / f"copy{len(self._copies)}"
        shutil.copy(self.computers[at].place / "journal.hj", kept)
        self._copies.append((at, kept))

    def restore(self, which: int) -> None:
        """Put an old copy of the file back and go on writing, after what was new was shared."""
        if not self._copies:
            return
        at, kept = self._copies[which % len(self._copies)]
        computer = self.computers[at]
        self._share_all(at)
        computer.journal.close()
        shutil.copy(kept, computer.place / "journal.hj")
        computer.again()

    def clone(self, source: int, to: int) -> None:
        """Copy a computer whole over another one, its settings and device id included."""
        if source == to:
            return
        self._share_all(to)
        one, other = self.computers[source], self.computers[to]
        one.journal.close()
        other.journal.close()
        for name in ("settings", "journal"):
            shutil.rmtree(other.base / name)
            shutil.copytree(one.base / name, other.base / name)
        self._point_to_own_cloud(other)
        one.again()
        other.again()

    def purge(self, at: int, which: int) -> None:
        """Delete a note for good."""
        record = self._picked(at, which)
        if record is None:
            return
        from homejournal.storage.journal.deleting import purge, puts_of

        self._replace(at, record)
        session = self.computers[at].journal._session  # noqa: SLF001
        with session.step() as step:
            step.did(step.writer.delete([record]))
            known = step.writer.standing([record])
            ids = {one for stored in known.values() for one in puts_of(stored)}
            purge(session.store, step.connection, ids)

    def converge(self) -> None:
        """Carry everything everywhere until nothing moves, and hold what was promised."""
        for _ in range(12):
            moved = sum(computer.look() for computer in self.computers)
            carried = sum(self._carry_all(at) for at in range(self.COMPUTERS))
            if not moved and not carried:
                break
        else:
            raise AssertionError("the computers never come to rest")
        first, *others = [computer.notes() for computer in self.computers]
        for other in others:
            same = {key: sorted(said) for key, said in other.items()}
            hold(same == {key: sorted(said) for key, said in first.items()}, "they differ")
        stands = {text for said in first.values() for text in said}
        lost = self.said.keys() - stands - self.gone
        hold(not lost, f"{len(lost)} sentences are lost")
        for computer in self.computers:
            hold(computer.journal.files.check().is_sound, "a journal is not sound")
            shown = {two.records[0].id for two in computer.journal.safe.settling.waiting()}
            two = {key for key, said in first.items() if len(set(said)) > 1}
            hold(shown == two, "not all that stands in two versions is shown as such")

    def _say(self, at: int, record: UUID) -> None:
        self._number += 1
        text = f"sentence {self._number}"
        self.said[text] = record
        self.computers[at].journal.records.save(
            Note(id=record, child=CHILD, day=FIRST_DAY, text=text)
        )

    def _replace(self, at: int, record: UUID) -> None:
        """Know that a person saw these words here and wrote others in their place, or none."""
        self.gone.update(self.computers[at].notes().get(record, ()))

    def _picked(self, at: int, which: int) -> UUID | None:
        known = sorted(self.computers[at].notes())
        return known[which % len(known)] if known else None

    def _share_all(self, at: int) -> None:
        """Write what this computer has, and let the others have its files: it will be gone here."""
        self.computers[at].look()
        source = self.computers[at].cloud
        for other in self.computers:
            if other.cloud != source:
                copy_all(source, other.cloud)
        self._left_behind |= lying_in(source)

    def _carry_all(self, to: int) -> int:
        """Carry what others have, and what others took out of the folder; return how much."""
        target = self.computers[to].cloud
        others = [computer for computer in self.computers if computer.cloud != target]
        dropped = frozenset[str]().union(*map(self._dropped, self.computers))
        gone = [path for path in target.rglob("*.hjb") if hash_of(path) in dropped]
        for path in gone:
            path.unlink()
        return len(gone) + sum(copy_all(computer.cloud, target, dropped) for computer in others)

    def _dropped(self, computer: Computer) -> frozenset[str]:
        """Return what a computer took out of the folder itself; sync programs carry that, too."""
        found: frozenset[str] = frozenset()
        for file in (computer.settings / "sharing").iterdir():
            here = read_own_part(computer.settings, UUID(file.name.partition(".")[0]))
            found |= here.earlier - set(here.written.values()) if here else frozenset()
        return found

    def _point_to_own_cloud(self, computer: Computer) -> None:
        for file in (computer.settings / "sharing").iterdir():
            id_ = UUID(file.name.partition(".")[0])
            here = read_own_part(computer.settings, id_)
            if here is not None:
                keep_own_part(computer.settings, id_, replace(here, folder=computer.cloud))


def hold(is_so: bool, otherwise: str) -> None:  # noqa: FBT001 - what must be so stands first
    """Raise AssertionError with these words unless it is so."""
    if not is_so:
        raise AssertionError(otherwise)
