"""What may stand in a file and what must, and the search of its bytes for everything else."""

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from homejournal.services.opening import create_journal
from tests.reports.bytes_of import found_in
from tests.reports.private_families import secret_family
from tests.reports.private_words import NOW, SecretFamily

_MEMORY = Path("/dev/shm")  # noqa: S108
"""Where a system has it: a journal here does not wait for a disk."""


@dataclass(frozen=True)
class Leaving:
    """A file of a kind, the words that must be in it, and all that may: no others without `may`."""

    kind: str
    data: bytes
    must: frozenset
    may: frozenset | None = None


@dataclass(frozen=True)
class Home:
    """A family with its open journal, and how it decides what leaves and in which language."""

    family: SecretFamily
    journal: object
    random: Random
    language: str

    @property
    def child(self):
        return self.family.child

    def chance(self, part=0.5):
        return self.random.random() < part


@contextmanager
def at_home(seed, language=None):
    """Write a random family into a journal; the language is drawn where it is not asked for."""
    family, random = secret_family(seed), Random(seed)
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        journal = create_journal(Path(folder) / "journal", clock=lambda: NOW, device=family.id())
        try:
            family.save_in(journal)
            yield Home(family, journal, random, language or random.choice(["en", "es"]))
        finally:
            journal.close()


def found_words(family, one):
    """Return which words that were ever made are found in a file."""
    found = found_in(one.data, one.kind)
    return {word for word in family.every if word in found}


def check(family, one):
    """Everything that is meant is in a file, and nothing else."""
    found = found_words(family, one)
    may = one.must if one.may is None else one.may
    leaked = [_named(family, word) for word in (found | one.must) - may]
    missing = [_named(family, word) for word in one.must - found]
    assert not leaked, f"{one.kind}: leaked {leaked}"
    assert not missing, f"{one.kind}: missing {missing}"


def _named(family, word):
    """Return a word with the record that holds it."""
    hidden = [each for pair in family.hidden for each in pair]
    known = [*family.records, *family.deleted, *family.edited, *hidden]
    return word, next((one for one in known if word in repr(one)), "typed")
