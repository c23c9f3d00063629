"""The made-up words of a family, and the records that hold them: each stands nowhere else."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Note, PrivateNote

TODAY = date(2026, 3, 22)
NOW = datetime(2026, 3, 22, 20, tzinfo=UTC)
DAYS = 14
DAY = timedelta(days=1)
MADE = re.compile(r"[bcdghjkmnpqrstvwxzñéçö]{6}\d{3}zq")


def words_in(*values):
    """Return the made-up words in texts, records or sentences."""
    return set(MADE.findall(" ".join(map(repr, values))))


@dataclass
class SecretFamily:
    """The records of two children, and all the words that were ever made."""

    random: Random
    records: list = field(default_factory=list)
    deleted: list = field(default_factory=list)
    """What was written, and then deleted."""
    edited: list = field(default_factory=list)
    """What was written, as it stood before it was written anew."""
    hidden: list = field(default_factory=list)
    """Notes that were made private later, each with the private one."""
    every: set[str] = field(default_factory=set)
    child: Child | None = None
    people: list = field(default_factory=list)
    helpers: list = field(default_factory=list)

    def word(self):
        """Return a word that stands nowhere else; many have letters that are written otherwise."""
        letters = "".join(self.random.choices("bcdghjkmnpqrstvwxzñéçö", k=6))
        made = f"{letters}{len(self.every):03d}zq"
        self.every.add(made)
        return made

    def words(self, *names):
        return {name: self.word() for name in names}

    def id(self):
        return UUID(int=self.random.getrandbits(128), version=4)

    def add(self, record):
        self.records.append(record)
        return record

    def day(self, before=DAYS):
        return TODAY - self.random.randrange(before) * DAY

    def some(self, values):
        return self.random.choice(list(values))

    def chance(self, part):
        return self.random.random() < part

    def mine(self, cls, child=None):
        """Return the child's own records of a class, or those of another child."""
        own = {(child or self.child).id}
        for record in self.records:
            if {getattr(record, name, None) for name in ("child", "strategy", "outcome")} & own:
                own.add(record.id)
        asked_of = (getattr(record, "visit", None) for record in self.records)
        own |= {record.id for record, at in zip(self.records, asked_of, strict=True) if at in own}
        return [record for record in self.records if isinstance(record, cls) and record.id in own]

    def all(self, cls):
        return [record for record in self.records if isinstance(record, cls)]

    def names(self, ids):
        """Return the names of records of whatever kind."""
        wanted = set(ids)
        return {record.name for record in self.records if record.id in wanted}

    def save_in(self, journal):
        """Write everything as a family does: some of it deleted, edited or hidden afterwards."""
        anew = {one.id: one for one in self.edited}
        first = [anew.get(record.id, record) for record in self.records]
        journal.records.save(*first, *self.deleted, *(note for note, _ in self.hidden))
        journal.records.save(*(record for record in self.records if record.id in anew))
        journal.records.delete(*(one.id for one in self.deleted))
        for note, private in self.hidden:
            journal.notes.edit(note, private)
        journal.drafts.keep("a note", self.word())


def a_note(made, child, **said):
    told = {"id": made.id(), "child": child.id, "day": made.day(), "text": made.word()}
    told |= {"helper": made.some(made.helpers).id, "written": NOW}
    return Note(**told | said)


def a_private_note(made, child, **said):
    told = {"id": made.id(), "child": child.id, "day": made.day(), "text": made.word()}
    told |= {"helper": made.some(made.helpers).id, "written": NOW}
    return PrivateNote(**told | said)
