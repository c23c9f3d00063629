"""What was deleted since a copy was made, and what came back from it, is said by its kind."""

from homejournal.texts.safe.backups import brings_said, deleted_said, restored_said
from homejournal.texts.wording import wording_of
from tests.journals import planned
from tests.services.copied import a_family
from tests.services.photos import add_photo


def test_what_it_is_is_said_before_and_after(journal):
    notes = a_family(journal)
    photo = add_photo(journal)
    copy = journal.safe.backups.make()
    journal.media.remove(photo)
    journal.records.delete(notes[0].id, notes[0].practice)
    restoring = journal.safe.backups.restoring
    look, wording = restoring.look(copy.path), wording_of("en")
    assert deleted_said(wording, look.deleted) == (
        "Also bring back 3 things that were deleted since: 1 entry, 1 note and 1 photo or hand-out"
    )
    assert brings_said(wording, look) == (
        "All entries that were not deleted are in your journal already."
    )
    told = restoring.restore(copy.path, look, deleted=True)
    assert restored_said(wording, told.counts, told.media).startswith(
        "This came back: 1 day, 1 entry, 1 note and 1 photo or hand-out."
    )


def test_what_is_written_on_no_day_is_another_thing(journal):
    _, what = planned(journal)
    copy = journal.safe.backups.make()
    journal.records.delete(what.id)
    look = journal.safe.backups.restoring.look(copy.path)
    assert deleted_said(wording_of("en"), look.deleted) == (
        "Also bring back 1 thing that was deleted since: 1 other thing"
    )
