"""A folder at the second place from before each computer had one of its own there."""

import shutil
from uuid import UUID

import pytest

from homejournal.domain.errors import JournalMissingError
from homejournal.services.safe.copies.second_place import SecondPlace
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.file.file_encryption import is_encrypted
from homejournal.storage.keys.keys_file import key_by_password, read_keys
from tests.journals import note
from tests.killed import killed_at
from tests.services.copied import a_family, files, go_on
from tests.services.passwords import TYPED, WORD, holding, set_password, set_password_only
from tests.services.safe.copies.test_second_place_stick import pulled_out

THEIR_DEVICE = UUID("eeeeeeee-1111-4111-8111-111111111111")
OTHER = "another four words here"


@pytest.fixture
def journal(journals):
    journal = journals.new("ours")
    a_family(journal)
    return journal


@pytest.fixture
def before(journal, stick):
    """The folder of then, with a copy from before the journal had a password."""
    folder = stick / f"homejournal-{str(journal.settings.id)[:8]}"
    folder.mkdir()
    plain = journal.safe.backups.make()
    shutil.copy(plain.path, folder / plain.path.name)
    set_password_only(journal)
    return folder


def place_of(journal, stick) -> SecondPlace:
    return journal.safe.backups.second_place(stick)


def write(journal, text):
    child = next(iter(journal.family().children))
    journal.records.save(note(child, text))


def test_ours_is_taken_up_without_a_word_and_nothing_lies_plain(journal, before, stick):
    write(journal, f"A {WORD}")
    place = place_of(journal, stick)
    assert place.is_there
    place.take_if_due([journal.safe.backups.make()], go_on)
    assert not before.exists()
    assert [path.name for path in stick.iterdir()] == [place.folder.path.name]
    assert [copy.seq for copy in place.copies()] == [2, 1]
    assert not any(copy.other_computer for copy in place.copies())
    assert all(is_encrypted(copy.path) for copy in place.copies())
    assert holding(stick) == []


def test_it_is_taken_up_too_where_the_place_is_chosen_anew(journal, before, stick):
    place = place_of(journal, stick)
    place.begin()
    place.take(journal.safe.backups.make())
    assert len(place.folder.copies()) == 2
    assert not before.exists()


def test_its_copies_follow_the_password_from_then_on(journal, before, stick):
    made = journal.safe.backups.make()
    shutil.copy(made.path, before / made.path.name)
    shutil.copy(keys_of(made.path), before / keys_of(made.path).name)
    journal.safe.password.change(OTHER)
    place = place_of(journal, stick)
    place.take_if_due([], go_on)
    for copy in place.folder.copies():
        key_by_password(read_keys(keys_of(copy.path)), OTHER, copy.path.parent)


@pytest.fixture
def more(journals, before):
    """Another computer brought a copy there, too, with an entry of its own."""
    (copy,) = before.glob("*.hj")
    theirs = journals.new("theirs", THEIR_DEVICE)
    restoring = theirs.safe.backups.restoring
    restoring.restore(copy, restoring.look(copy))
    write(theirs, "Only there")
    made = theirs.safe.backups.make()
    shutil.copy(made.path, before / f"00000009-{made.path.name[9:]}")


def test_one_with_entries_that_we_have_not_stays_as_it_is(journal, before, more, stick):
    place = place_of(journal, stick)
    place.take_if_due([journal.safe.backups.make()], go_on)
    assert len(place.folder.copies()) == 1
    assert len(list(before.glob("*.hj"))) == 2
    assert [copy.other_computer for copy in place.copies()] == [False, True, True]


def test_one_with_copies_of_another_key_stays_as_it_is(journal, journals, before, stick):
    theirs = journals.new("theirs", THEIR_DEVICE)
    a_family(theirs)
    set_password(theirs, OTHER)
    made = theirs.safe.backups.make()
    shutil.copy(made.path, before / made.path.name)
    place = place_of(journal, stick)
    place.take_if_due([journal.safe.backups.make()], go_on)
    assert len(place.folder.copies()) == 1
    assert before.is_dir()


def test_another_computer_begins_its_own_beside_one_that_was_taken_up(
    journal, journals, before, stick
):
    place_of(journal, stick).take_if_due([journal.safe.backups.make()], go_on)
    theirs = journals.new("theirs", THEIR_DEVICE)
    restoring = theirs.safe.backups.restoring
    (copy, *_) = journal.safe.backups.here()
    key = restoring.key_for(copy.path, TYPED)
    restoring.restore(copy.path, restoring.look(copy.path, key), key=key)
    set_password_only(theirs)
    place = place_of(theirs, stick)
    assert place.is_there
    place.take_if_due([theirs.safe.backups.make()], go_on)
    assert len(place.folder.copies()) == 1


def test_a_link_to_a_folder_is_not_taken_up(journal, before, stick, tmp_path):
    before.rename(tmp_path / "elsewhere")
    before.symlink_to(tmp_path / "elsewhere")
    place = place_of(journal, stick)
    place.take_if_due([journal.safe.backups.make()], go_on)
    assert before.is_symlink()
    assert not place.folder.path.is_symlink()


@pytest.mark.parametrize("after", range(4))
def test_pulled_out_as_it_is_looked_into_nothing_is_made_where_the_stick_was(
    journal, more, stick, after
):
    place = place_of(journal, stick)
    with pytest.raises(JournalMissingError):
        place.take(journal.safe.backups.make(), pulled_out(place, after=after))
    assert list(stick.iterdir()) == []


def test_whatever_the_last_step_was_of_a_program_that_was_killed_all_comes_in_order(
    journal, before, stick
):
    made, kept, step, killed = journal.safe.backups.make(), stick.with_name("kept"), 0, True
    shutil.copytree(stick, kept)
    while killed:
        step += 1
        shutil.rmtree(stick)
        shutil.copytree(kept, stick)
        killed = killed_at(step, lambda: place_of(journal, stick).take(made))
        place = place_of(journal, stick)
        place.take(made)
        assert [path.name for path in stick.iterdir()] == [place.folder.path.name]
        copies = place.folder.copies()
        assert copies[-1].seq == 1
        assert all(is_encrypted(copy.path) for copy in copies)
        whole = {copy.path.name for copy in copies} | {keys_of(copy.path).name for copy in copies}
        assert set(files(place.folder.path)) == whole
    assert step > 10


def test_where_another_computer_takes_it_up_at_the_same_time_ours_is_made_beside(
    journal, before, stick
):
    place, made = place_of(journal, stick), journal.safe.backups.make()

    def taken_up():
        if before.is_dir():
            before.rename(f"{before}-{str(THEIR_DEVICE)[:8]}")

    taken = place.take(made, taken_up)
    assert taken.path.parent == place.folder.path
    assert len(place.copies()) == 2
