"""Which copies open with another key, which come from another computer, and what a name tells."""

import os
import shutil

import pytest

from homejournal.domain.safe.backups import Place
from homejournal.services.before_opening import copies_in
from homejournal.services.safe.copies.copy_encryption import open_otherwise
from tests.services.copied import a_family
from tests.services.passwords import set_password, take_password_away
from tests.services.safe.copies.test_second_place_computers import ours, theirs

__all__ = ["ours", "theirs"]

OTHER = "another four words here"


def test_copies_of_an_earlier_key_are_known_without_a_password(ours):
    journal, place = ours
    backups = journal.safe.backups
    (earlier,) = place.copies()
    assert backups.with_other_key([earlier]) == frozenset()
    take_password_away(journal)
    plain = backups.make()
    assert backups.with_other_key([earlier, plain]) == {earlier.path}
    set_password(journal, OTHER)
    assert backups.with_other_key([earlier, plain, backups.make()]) == {earlier.path}


def test_one_that_is_gone_counts_for_none(journal):
    backups = journal.safe.backups
    made = backups.make()
    made.path.unlink()
    assert backups.with_other_key([made]) == frozenset()


def test_copies_of_another_computer_are_told_apart(ours, theirs):
    copies = ours[1].copies()
    assert [copy.other_computer for copy in copies] == [False, True]
    assert ours[0].safe.backups.with_other_key(copies) == {copies[1].path}


def test_a_chosen_file_is_known_by_its_name(journal, tmp_path):
    made = journal.safe.backups.make()
    restoring = journal.safe.backups.restoring
    chosen = restoring.chosen(made.path)
    assert (chosen.made, chosen.place) == (made.made, Place.SHOWN)
    old = shutil.copy(made.path, tmp_path / "before-schema-2.hj")
    assert restoring.chosen(old).before_update
    assert restoring.chosen(tmp_path / "from the stick.hj") is None


def test_of_copies_from_before_updates_the_newest_is_told_first(journal):
    made = journal.safe.backups.make()
    for number, changed in ((2, 2_000), (3, 3_000), (4, 1_000)):
        old = shutil.copy(made.path, made.path.with_name(f"before-schema-{number}.hj"))
        os.utime(old, (changed, changed))
    told = [copy.path.stem for copy in copies_in(journal.folder)]
    assert told == [made.path.stem, *(f"before-schema-{number}" for number in (3, 2, 4))]


class TestWithoutOpeningTheJournal:
    """The journal's own beginning tells, its locked keys, or nothing does."""

    @pytest.fixture
    def earlier(self, journal):
        """Return a copy of an earlier key; the journal has another one now."""
        a_family(journal)
        set_password(journal)
        made = journal.safe.backups.make()
        take_password_away(journal)
        return made

    def test_a_plain_journal_opens_none_that_is_encrypted(self, journal, earlier):
        plain = journal.safe.backups.make()
        assert open_otherwise(journal.folder, [earlier, plain]) == {earlier.path}

    def test_one_of_another_key_opens_its_own_alone(self, journal, earlier):
        set_password(journal, OTHER)
        copies = [earlier, journal.safe.backups.make()]
        assert open_otherwise(journal.folder, copies) == {earlier.path}
        (journal.folder / "keys.json").unlink()
        assert open_otherwise(journal.folder, copies) == {earlier.path}

    def test_a_damaged_beginning_makes_no_copy_an_earlier_one(self, journal, earlier):
        set_password(journal, OTHER)
        copies = [earlier, journal.safe.backups.make()]
        file = journal.folder / "journal.hj"
        journal.close()
        file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
        assert open_otherwise(journal.folder, copies) == {earlier.path}

    def test_where_nothing_tells_of_the_key_none_is_told(self, journal, earlier):
        folder = journal.folder
        journal.close()
        (folder / "journal.hj").unlink()
        assert open_otherwise(folder, [earlier]) == frozenset()
        (folder / "journal.hj").write_bytes(b"no journal")
        assert open_otherwise(folder, [earlier]) == frozenset()
