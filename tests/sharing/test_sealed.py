"""A pack is sealed by age, with work that makes trying words slow."""

import pytest
from pyrage import passphrase

from homejournal.domain.errors import PackLockedError
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.pack_file import read_pack
from homejournal.services.safe.transfer.sealed_files import make_pack, read_pack_file
from tests import quick_sealing
from tests.journals import planned

WORDS = "apple lamp meadow seven"
SEALED_BY_AGE = passphrase.encrypt  # before the tests replace it


@pytest.fixture
def mom(computers):
    """A computer with a child and a strategy, whose home has a name."""
    made = computers.new("mom")
    made.safe.homes.name_ours("With Mom")
    planned(made.journal)
    return made


def test_trying_words_takes_long(mom, monkeypatch):
    monkeypatch.setattr(passphrase, "encrypt", SEALED_BY_AGE)
    sealed = make_pack(mom.safe.pack_files.wish(Audience.OTHER_HOME), WORDS).data
    assert b"Mateo" not in sealed
    assert sealed.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert int(sealed.split(b"\n")[1].split()[-1]) > quick_sealing.WORK
    assert read_pack(sealed, WORDS).audience is Audience.OTHER_HOME


def test_a_sealed_file_opens_with_its_words_alone(mom, computers, tmp_path):
    dad = computers.new("dad")
    dad.safe.homes.name_ours("With Dad")
    sealed = make_pack(mom.safe.pack_files.wish(Audience.OTHER_HOME), WORDS).data
    file = tmp_path / "for dad.hjpack"
    file.write_bytes(sealed)
    dad.take(read_pack_file(file, WORDS))
    assert [child.name for child in dad.journal.family().children.values()] == ["Mateo"]
    assert read_pack(sealed, "“Apple-lamp, meadow – seven.”").audience is Audience.OTHER_HOME
    with pytest.raises(PackLockedError):
        read_pack(sealed, "apple lamp meadow six")
