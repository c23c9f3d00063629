"""Copies: each is whole, read before it counts, for this person alone, and made beside the work."""

import shutil
from datetime import timedelta
from uuid import uuid4

from homejournal.domain.safe.backups import OLD
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.before_opening import copies_in, has_copies
from homejournal.services.opening import create_journal
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.golden.make import KEY
from tests.journals import DEVICE, NOW, child
from tests.locked import lay_keys
from tests.services.copied import a_family, files, go_on, texts_in


def test_a_copy_holds_all_that_the_journal_holds_and_is_for_this_person_alone(journal):
    a_family(journal)
    made = journal.safe.backups.make()
    assert journal.safe.backups.here() == [made]
    assert made.made == NOW
    held = read_genuine_contents(made.path)
    assert (held.whole, held.not_genuine, held.journal_id) == (True, 0, journal.settings.id)
    assert len(held.revisions) == journal.files.check().revisions
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert files(made.path.parent) == [made.path.name]


def test_a_kept_copy_opens_as_a_journal(journal, tmp_path, journals):
    notes = a_family(journal)
    made = journal.safe.backups.make()
    (tmp_path / "again").mkdir()
    shutil.copy(made.path, tmp_path / "again" / "journal.hj")
    found = journals.again("again")
    assert texts_in(found) == {note.text for note in notes}


def test_each_copy_has_the_next_number_whatever_the_clock_says(journal, journals):
    a_family(journal)
    first = journal.safe.backups.make()
    journals.clock.forward(days=-4000)
    second = journal.safe.backups.make()
    assert (first.seq, second.seq) == (1, 2)
    assert [backup.seq for backup in journal.safe.backups.here()] == [2, 1]


def test_what_else_lies_in_the_folder_is_no_copy_and_stays(journal):
    a_family(journal)
    folder = journal.safe.backups.make().path.parent
    for name in ("letter.hj", "00000009-99999999T999999Z.hj", "00000003-20260310T203000Z.txt"):
        (folder / name).write_text("mine", encoding="utf-8")
    (folder / "00000004-20260310T203000Z.hj").mkdir()
    assert [backup.seq for backup in journal.safe.backups.here()] == [1]
    assert journal.safe.backups.make().seq == 2


def test_a_copy_with_the_highest_number_of_eight_digits_is_followed_by_the_next(journal):
    a_family(journal)
    first = journal.safe.backups.make()
    first.path.rename(first.path.with_name("99999999-20260310T203000Z.hj"))
    assert [journal.safe.backups.make().seq for _ in range(2)] == [100_000_000, 100_000_001]
    assert not journal.safe.backups.is_due(NOW)


def test_a_photo_that_is_added_while_the_copy_is_made_is_in_it(journal):
    a_family(journal)
    made, photo = [], b"%PDF-1.7 added meanwhile"

    def add_a_photo():
        if not made:
            made.append(journal.media.put(KeptFile(photo, PDF), "letter.pdf", uuid4()))

    copy = journal.safe.backups.make(add_a_photo)
    assert (copy.path.parent / "media" / made[0].sha256).read_bytes() == photo


def test_before_a_step_nothing_is_made_twice(journal):
    a_family(journal)
    backups = journal.safe.backups
    first = backups.before("import")
    assert backups.before("merge") == first
    journal.records.save(child(name="Lin"))
    assert backups.changed
    assert backups.before("merge").seq == 2
    assert not backups.changed


def test_a_new_session_makes_its_own_copy_before_a_step(journal, journals):
    a_family(journal)
    journal.safe.backups.make()
    journal.close()
    assert journals.again().safe.backups.before("import").seq == 2


def test_a_copy_is_due_where_none_is_there_or_the_newest_is_a_day_old_or_from_the_future(
    journal, journals
):
    a_family(journal)
    backups = journal.safe.backups
    assert backups.is_due(NOW)
    backups.make_if_due(go_on)
    backups.make_if_due(go_on)
    assert len(backups.here()) == 1
    assert not backups.is_due(NOW + OLD)
    assert backups.is_due(NOW + OLD + timedelta(seconds=1))
    assert backups.is_due(NOW - OLD - timedelta(seconds=1))
    journal.records.save(child(name="Lin"))
    backups.make_if_due(go_on)  # something was written since
    assert len(backups.here()) == 2


def test_at_closing_a_copy_is_made_only_of_what_was_written_in_a_journal_with_a_child(
    journal, journals
):
    journal.safe.backups.at_closing()
    journal.drafts.keep("a note", "not yet saved")
    journal.safe.backups.at_closing()
    assert journal.safe.backups.here() == []
    a_family(journal)
    journal.safe.backups.at_closing()
    journal.safe.backups.at_closing()
    assert len(journal.safe.backups.here()) == 1
    reading = journals.again(write=False)
    reading.safe.backups.at_closing()
    assert len(reading.safe.backups.here()) == 1


def test_an_encrypted_journal_has_encrypted_copies_with_their_keys(journals, tmp_path):
    journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
    journals.opened.append(journal)
    a_family(journal)
    lay_keys(journal, KEY, "our long word")
    made = journal.safe.backups.make()
    assert b"reached for the cup" not in made.path.read_bytes()
    keys = made.path.with_suffix(".keys.json")
    assert keys.read_bytes() == (journal.folder / "keys.json").read_bytes()
    assert keys.stat().st_mode & 0o777 == 0o600
    assert len(read_genuine_contents(made.path, KEY).revisions) == journal.files.check().revisions
    for _ in range(12):
        journal.safe.backups.make()
    copies = {backup.path for backup in journal.safe.backups.here()}
    both = {one.name for copy in copies for one in (copy, copy.with_suffix(".keys.json"))}
    assert len(both) == 22  # the keys of those that were thinned out are gone, too
    assert set(files(made.path.parent)) == both
    assert journal.safe.backups.make_beside(lambda: False) is None
    assert set(files(made.path.parent)) == both


def test_copies_are_found_without_a_journal(journal, tmp_path):
    assert not has_copies(tmp_path / "nowhere")
    a_family(journal)
    made = journal.safe.backups.make()
    journal.close()
    (journal.folder / "journal.hj").unlink()
    assert has_copies(journal.folder)
    assert copies_in(journal.folder) == [made]


def test_closing_once_more_copies_nothing(journal):
    a_family(journal)
    journal.safe.backups.at_closing()
    journal.close()
    journal.safe.backups.at_closing()
    journal.close()
    assert len(journal.safe.backups.here()) == 1
