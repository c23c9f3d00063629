"""The same list in a journal with a password: it tells no hash of what lies sealed."""

import pytest

from homejournal.services.opening import create_journal, open_journal
from homejournal.storage.keys.keys_file import key_of
from tests.journals import DEVICE, child, strategy
from tests.services.loose_media import killed, lists
from tests.services.records.test_media_kept import kept, lying, put, wait

__all__ = ["killed", "wait"]
KEY = key_of(bytes(range(32)))


@pytest.fixture
def sealed(journals):
    """An encrypted journal with a strategy, whose id it tells."""
    made = create_journal(journals.folder / "sealed", clock=journals.clock, device=DEVICE, key=KEY)
    journals.opened.append(made)
    of = child()
    what = strategy(of)
    made.records.save(of, what)
    return made, what.id


def unsealed(journals, name):
    return open_journal(journals.folder / name, clock=journals.clock, device=DEVICE, key=KEY)


def name_of(journal, record):
    return journal._store.own_media().names(record.sha256)[0]


def test_it_goes_of_a_sealed_journal_and_no_list_tells_its_hash(journals, sealed, killed):
    journal, what = sealed
    named, loose = kept(journal, b"one", what), put(journal, b"two", what)
    (told,) = lists(journal)
    assert loose.sha256 not in (journal.folder / told).read_text()
    again = unsealed(journals, killed(journal))
    again.close()
    assert lying(again) == [name_of(journal, named)]


def test_what_a_record_of_a_sealed_journal_names_stays(journals, sealed, killed):
    """Whether it was named before it was put, since its bytes were damaged, or only later."""
    journal, what = sealed
    before = kept(journal, b"one", what)
    (journal.folder / "media" / name_of(journal, before)).write_bytes(b"spoiled")
    put(journal, b"one", what), put(journal, b"two", what)
    again = unsealed(journals, killed(journal))
    later = kept(again, b"two", what)
    (told,) = lists(again)
    assert (again.folder / told).read_text().endswith(f"-{name_of(journal, later)}")
    last = unsealed(journals, killed(again))
    last.close()
    again.close()
    for one in (last, again):
        assert lying(one) == sorted(name_of(journal, record) for record in (before, later))
