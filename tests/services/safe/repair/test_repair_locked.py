"""Repair of a journal with a password: it stays locked, and asks for what opens a copy."""

import shutil
from random import Random

import pytest

from homejournal.domain.errors import KeysDamagedError, PasswordNeededError
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import create_journal, open_journal
from tests.damages import KINDS, damaged
from tests.journals import DEVICE
from tests.locked import KEY, lay_keys
from tests.services.copied import a_family, go_on, texts_in
from tests.services.repairs import repair_of, repaired


class TestLocked:
    @pytest.fixture
    def locked(self, journals, tmp_path):
        journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
        notes = a_family(journal)
        lay_keys(journal, KEY, "our long word")
        journal.safe.backups.make()
        journal.close()
        return journal.folder, notes, (journal.folder / "journal.hj").read_bytes()

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_damage_is_repaired_and_stays_locked(self, locked, journals, kind):
        folder, notes, raw = locked
        (folder / "journal.hj").write_bytes(damaged(raw, kind, Random(4)))
        found, _ = repaired(folder, journals, KEY)
        assert texts_in(found) == {note.text for note in notes}
        assert notes[0].text.encode() not in (folder / "journal.hj").read_bytes()

    @pytest.mark.parametrize("kind", ["head", "first page", "page"])
    def test_without_a_copy_its_pages_are_opened_one_by_one(self, locked, journals, kind):
        folder, notes, raw = locked
        shutil.rmtree(folder / "backups")
        (folder / "journal.hj").write_bytes(damaged(raw, kind, Random(4)))
        found, report = repaired(folder, journals, KEY)
        assert len(texts_in(found)) >= len(notes) - 3
        assert report.found >= 8

    @pytest.mark.parametrize("typed", ["our long word", " ".join(groups_of(KEY[:32]))])
    def test_without_a_key_it_is_asked_for(self, locked, journals, typed):
        folder, notes, raw = locked
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(4)))
        repair = repair_of(folder, journals.clock)
        with pytest.raises(PasswordNeededError):
            repair.prepare(go_on)
        (folder / "keys.json").unlink()  # the copy has them, too
        repair.unlock(typed)
        repair.finish(repair.prepare(go_on))
        assert (folder / "keys.json").is_file()
        found = open_journal(folder, clock=journals.clock, device=DEVICE, key=KEY)
        journals.opened.append(found)
        assert texts_in(found) == {note.text for note in notes}

    def test_damaged_keys_are_replaced_by_those_of_a_copy(self, locked, journals):
        folder, notes, raw = locked
        before = (folder / "keys.json").read_bytes()
        (folder / "journal.hj").write_bytes(damaged(raw, "page", Random(4)))
        (folder / "keys.json").write_bytes(before[:-40])
        repair = repair_of(folder, journals.clock)
        repair.unlock("our long word")
        repair.finish(repair.prepare(go_on))
        assert (folder / "keys.json").read_bytes() == before
        found = open_journal(folder, clock=journals.clock, device=DEVICE, key=KEY)
        journals.opened.append(found)
        assert texts_in(found) == {note.text for note in notes}

    def test_where_only_locked_copies_are_left_the_password_is_asked_for(self, locked, journals):
        folder, _, _ = locked
        (folder / "journal.hj").unlink()
        (folder / "keys.json").unlink()
        with pytest.raises(PasswordNeededError):
            repair_of(folder, journals.clock).prepare(go_on)

    def test_without_any_keys_a_password_opens_nothing(self, locked, journals):
        folder, _, _ = locked
        shutil.rmtree(folder / "backups")
        (folder / "keys.json").unlink()
        with pytest.raises(KeysDamagedError):
            repair_of(folder, journals.clock).unlock("our long word")

    def test_keys_that_are_nowhere_hinder_no_repair(self, locked, journals):
        folder, notes, _ = locked
        (folder / "keys.json").unlink()
        next((folder / "backups").glob("*.keys.json")).unlink()
        found, _ = repaired(folder, journals, KEY)
        assert texts_in(found) == {note.text for note in notes}

    def test_a_copy_of_another_password_is_left_out(self, locked, journals, tmp_path):
        folder, notes, _ = locked
        other = bytes(reversed(range(48)))
        theirs = create_journal(tmp_path / "o", clock=journals.clock, device=DEVICE, key=other)
        a_family(theirs)
        made = theirs.safe.backups.make()
        theirs.close()
        shutil.copy(made.path, folder / "backups" / "00000009-20260401T000000Z.hj")
        found, _ = repaired(folder, journals, KEY)
        assert texts_in(found) == {note.text for note in notes}
