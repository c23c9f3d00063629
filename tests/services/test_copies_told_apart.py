"""Which copies open with another key, which come from another computer, and what a name tells."""

import shutil

from homejournal.domain.backups import Place
from tests.services.passwords import set_password, take_password_away
from tests.services.test_second_place_computers import ours, theirs

__all__ = ["ours", "theirs"]

OTHER = "another four words here"


def test_copies_of_an_earlier_key_are_known_without_a_password(ours):
    journal, place = ours
    backups = journal.safe.backups
    (earlier,) = place.copies()
    assert backups.that_open_otherwise([earlier]) == frozenset()
    take_password_away(journal)
    plain = backups.make()
    assert backups.that_open_otherwise([earlier, plain]) == {earlier.path}
    set_password(journal, OTHER)
    assert backups.that_open_otherwise([earlier, plain, backups.make()]) == {earlier.path}


def test_one_that_is_gone_counts_for_none(journal):
    backups = journal.safe.backups
    made = backups.make()
    made.path.unlink()
    assert backups.that_open_otherwise([made]) == frozenset()


def test_copies_of_another_computer_are_told_apart(ours, theirs):
    copies = ours[1].copies()
    assert [one.other_computer for one in copies] == [False, True]
    assert ours[0].safe.backups.that_open_otherwise(copies) == {copies[1].path}


def test_a_chosen_file_is_known_by_its_name(journal, tmp_path):
    made = journal.safe.backups.make()
    restoring = journal.safe.backups.restoring
    chosen = restoring.chosen(made.path)
    assert (chosen.made, chosen.place) == (made.made, Place.SHOWN)
    old = shutil.copy(made.path, tmp_path / "before-schema-2.hj")
    assert restoring.chosen(old).before_update
    assert restoring.chosen(tmp_path / "from the stick.hj") is None
