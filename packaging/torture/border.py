"""What comes to another home, looked at wherever it comes: its journal, its folder, its files.

Open is what ever stood in a note, or with one, that is not private; of all else nothing goes.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.outgoing import STAYS_AT_HOME, SharingEntry
from homejournal.exchange.batch_file import Batch, read_batch
from homejournal.exchange.pack_file import Pack
from torture.homes_computer import Computer

_ROWS = "SELECT id, envelope, salt, fields FROM revision"


class PrivateLeftError(AssertionError):
    """Something private came to another home."""


class Open(NamedTuple):
    """The words of notes that are not private, and the photos that ever were with such a note."""

    words: set[str]
    photos: set[str]

    def learn(self, computer: Computer) -> None:
        """Learn what stands open on a computer."""
        for record, one in computer.heads().items():
            for said in one.said:
                if one.kind is Kind.NOTE:
                    self.words.add(said["text"])
                elif one.kind is Kind.MEDIA and "private_note" not in said:
                    self.photos.add(str(record))

    def hold(self, revisions: Iterable[Revision], where: str) -> None:
        """Raise PrivateLeftError where one of these tells of something private."""
        for revision in revisions:
            told = json.loads(revision.envelope)
            kind, record = told["kind"], told["record"]
            if kind in STAYS_AT_HOME:
                raise PrivateLeftError(f"the envelope of a {kind} came to {where}")
            if kind == Kind.MEDIA and record not in self.photos:
                raise PrivateLeftError(f"the envelope of a private photo came to {where}")
            said = json.loads(revision.fields) if revision.fields else {}
            if kind == Kind.NOTE and said and said["text"] not in self.words:
                raise PrivateLeftError(f"private words came to {where}")


class Border:
    """Between two homes: whatever crosses it is looked at once."""

    def __init__(
        self, shared: SharingEntry, folder: Path, homes: Iterable[Iterable[Computer]]
    ) -> None:
        self._shared, self._folder = shared, folder
        self._homes = [list(home) for home in homes]
        self._seen: set[Path] = set()
        self.open = Open(set(), set())

    def look(self) -> None:
        """Look at each new file of the folder."""
        for path in set(self._folder.rglob("*.hjb")) - self._seen:
            self._seen.add(path)  # a batch is never changed, and named by its hash
            batch = read_batch(path.read_bytes(), self._shared.key, self._shared.journal)
            if not isinstance(batch, Batch) or batch.private:
                raise PrivateLeftError("a file of the other home's folder is none, or names photos")
            self.open.hold((*batch.incoming.revisions, *batch.incoming.newer), "the folder")

    def look_into(self, pack: Pack) -> None:
        """Look at a file for the other home."""
        if pack.private or pack.drafts:
            raise PrivateLeftError("a file names private photos, or holds unfinished words")
        self.open.hold((*pack.incoming.revisions, *pack.incoming.newer), "a file")

    def look_into_journals(self) -> None:
        """Look at all that each home has of the other one."""
        for home in self._homes:
            ours = {str(one.device) for one in home}
            for computer in home:
                rows = computer.journal._store.bare.execute(_ROWS).fetchall()  # noqa: SLF001
                told = (Revision(id=i, envelope=e, salt=s, fields=f) for i, e, s, f in rows)
                theirs = [
                    revision
                    for revision in told
                    if json.loads(revision.envelope)["device"] not in ours
                ]
                self.open.hold(theirs, "a journal")
