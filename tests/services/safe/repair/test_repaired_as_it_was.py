"""A repair brings nothing that was taken back, and no word that was deleted for good."""

from contextlib import closing
from dataclasses import replace

import pytest
import sqlcipher3

from homejournal.domain.records.record import Kind
from homejournal.domain.today.strategy_cards import draft_place
from tests.damages import spoil
from tests.journals import note, planned
from tests.services.copied import go_on
from tests.services.photos import PHOTO, add_photo
from tests.services.repairs import repair_of, repaired

TYPED = "typed and not saved"


@pytest.fixture
def taken_back(journals):
    """A closed journal without its photo; its copy holds a child that came in and went again."""
    other = journals.new("other")
    planned(other, name="Ida")
    journal = journals.new()
    planned(journal, name="Maya")
    made = add_photo(journal)
    came = journal.files.import_json(other.files.export_json())
    journal.safe.backups.make()
    journal.undo(came.change)
    journal.close()
    (journal.folder / "media" / made.sha256).unlink()
    return journal.folder, made


def names(journal) -> list[str]:
    return [child.name for child in journal.records.all_of(Kind.CHILD)]


def test_where_only_photos_are_missing_they_come_and_nothing_is_built(taken_back, journals):
    folder, made = taken_back
    before = (folder / "journal.hj").read_bytes()
    found, report = repaired(folder, journals)
    assert (report.built, report.quarantine, report.contributions) == (None, None, ())
    assert (report.lost, report.holds.notes) == (0, 1)
    assert names(found) == ["Maya"]
    assert found.media.read(made) == PHOTO
    assert (folder / "journal.hj").read_bytes() == before
    assert not (folder / "quarantine").exists()
    assert repair_of(folder, journals.clock).is_needless()


def test_left_as_it_is_no_photo_comes(taken_back, journals):
    folder, made = taken_back
    repair = repair_of(folder, journals.clock)
    repair.leave(repair.prepare(go_on))
    assert not (folder / "media" / made.sha256).exists()
    assert not (folder / "media.repaired").exists()


@pytest.fixture
def typed(journals):
    """An open journal of two children, and the copy of what was typed of one of them."""
    journal = journals.new()
    planned(journal, name="Maya")
    child, strategy = planned(journal, name="Ida")
    place = draft_place(strategy.id, journal.today())
    journal.drafts.keep(place, TYPED)
    journal.safe.backups.make()
    return journal, child, strategy, place


@pytest.mark.parametrize("harm", ["page", "gone", "drafts"])
def test_what_was_typed_of_a_child_comes_not_back_once_it_was_deleted_for_good(
    typed, journals, harm
):
    journal, child, _, _ = typed
    journal.safe.purging.carry_out(journal.safe.purging.of_child(child.id))
    if harm == "gone":  # and the newest copy knows of it
        journal.safe.backups.make()
    assert journal.drafts.kept() == {}
    journal.close()
    damage(journal.folder, harm)
    found, _ = repaired(journal.folder, journals)
    assert found.drafts.kept() == {}
    assert names(found) == ["Maya"]


def damage(folder, harm):
    if harm == "gone":
        (folder / "journal.hj").unlink()
    elif harm == "drafts":
        with closing(sqlcipher3.connect(folder / "journal.hj")) as connection, connection:
            connection.execute("DROP TABLE draft")
    else:
        spoil(folder, harm, seed=5)


@pytest.mark.parametrize("harm", ["gone", "drafts"])
def test_a_copy_tells_what_was_typed_where_the_journal_cannot(typed, journals, harm):
    journal, _, strategy, place = typed
    journal.records.save(replace(strategy, name="said anew"))
    journal.safe.purging.forget_earlier(strategy.id)  # and it stands still
    journal.close()
    damage(journal.folder, harm)
    found, _ = repaired(journal.folder, journals)
    assert found.drafts.kept() == {place: TYPED}


def test_what_was_saved_since_does_not_wait_as_typed_again(typed, journals):
    journal, child, _, place = typed
    journal.records.save(note(child, TYPED))
    journal.drafts.drop(place)
    text = note(child, "to be spoiled")
    journal.records.save(text)
    journal.close()
    file = journal.folder / "journal.hj"
    file.write_bytes(file.read_bytes().replace(text.text.encode(), text.text.upper().encode()))
    found, _ = repaired(journal.folder, journals)
    assert found.drafts.kept() == {}
