"""What a repair finds that is not in the journal's folder: places, and what somebody shows."""

import os
import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from homejournal.domain.errors import JournalDamagedError, PasswordNeededError
from homejournal.domain.safe.copy_comparison import Origin
from homejournal.services.opening import open_journal
from homejournal.services.safe.repair import outside_sources
from homejournal.services.safe.repair.outside_sources import OutsideSources
from tests.journals import DEVICE, planned
from tests.services.copied import a_family, go_on, texts_in
from tests.services.passwords import TYPED, set_password_only
from tests.services.repairs import copy_of, family, repair_of

__all__ = ["family"]


def noise(folder):
    file = folder / "journal.hj"
    file.write_bytes(os.urandom(file.stat().st_size))


@pytest.fixture
def away(journals, tmp_path):
    """A locked journal that is noise by now; a copy lies on a stick, and an earlier one aside."""
    journal = journals.new()
    notes = a_family(journal)
    set_password_only(journal)
    journal.safe.backups.make()
    shutil.copytree(journal.folder / "backups", tmp_path / "earlier")
    notes.append(replace(notes[0], id=uuid4(), text="written after the first copy"))
    journal.records.save(notes[-1])
    stick = tmp_path / "stick"
    stick.mkdir()
    place = journal.safe.backups.second_place(stick)
    place.begin()
    place.take(journal.safe.backups.make())
    key, known = journal._store.key, journal.settings.id
    journal.close()
    shutil.rmtree(journal.folder / "backups")
    noise(journal.folder)
    return journal.folder, notes, stick, known, key


def opened(folder, journals, key):
    found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(found)
    assert found.read_only_because is None
    return found


class TestPlaces:
    def repaired(self, away, journals, places):
        folder, notes, _, known, key = away
        repair = repair_of(folder, journals.clock)
        repair.elsewhere = OutsideSources(None, places)
        repair.unlock(TYPED)
        report = repair.prepare(go_on)
        assert [contribution.origin for contribution in report.contributions] == [Origin.COPY]
        repair.finish(report)
        found = opened(folder, journals, key)
        assert texts_in(found) == {note.text for note in notes}
        assert found.settings.id == known
        assert (folder / "keys.json").is_file()

    def test_the_keys_tell_whose_copies_are_looked_for(self, away, journals, tmp_path):
        _, _, stick, known, _ = away
        self.repaired(away, journals, {known: stick, uuid4(): tmp_path})

    def test_without_keys_it_is_the_only_journal_that_has_a_place(self, away, journals):
        folder, _, stick, known, _ = away
        (folder / "keys.json").unlink()
        self.repaired(away, journals, {known: stick})

    def test_of_two_places_none_is_guessed(self, away, journals, tmp_path):
        folder, _, stick, known, _ = away
        (folder / "keys.json").unlink()
        (folder / "journal.hj").write_bytes(b"")
        repair = repair_of(folder, journals.clock)
        repair.elsewhere = OutsideSources(None, {known: stick, uuid4(): tmp_path})
        with pytest.raises(JournalDamagedError):
            repair.prepare(go_on)

    def test_a_copy_here_tells_whose_it_is(self, away, journals, tmp_path):
        folder, notes, stick, known, key = away
        (folder / "keys.json").unlink()
        (folder / "journal.hj").unlink()
        shutil.move(tmp_path / "earlier", folder / "backups")
        repair = repair_of(folder, journals.clock, key)
        repair.elsewhere = OutsideSources(None, {known: stick, uuid4(): tmp_path})
        report = repair.prepare(go_on)
        assert report.holds.notes == len(notes)
        repair.leave(report)

    def test_one_that_is_not_there_today_has_none(self, away, journals):
        folder, _, stick, known, _ = away
        shutil.rmtree(stick)
        repair = repair_of(folder, journals.clock)
        repair.elsewhere = OutsideSources(None, {known: stick})
        with pytest.raises(PasswordNeededError):
            repair.prepare(go_on)


class TestShown:
    @pytest.fixture
    def stick(self, family, journals, tmp_path):
        """A journal that is gone; its copies were laid on a stick by hand."""
        folder, _, _ = family
        copy_of(folder, journals)
        (folder / "journal.hj").unlink()
        return Path(shutil.move(folder / "backups", tmp_path / "stick"))

    def repaired(self, family, journals, shown):
        folder, notes, _ = family
        repair = repair_of(folder, journals.clock)
        assert repair.elsewhere.show(shown)
        report = repair.prepare(go_on)
        repair.finish(report)
        found = opened(folder, journals, None)
        assert texts_in(found) == {note.text for note in notes}
        return report

    def test_a_folder_brings_all_copies_in_it(self, family, journals, stick):
        report = self.repaired(family, journals, stick)
        assert [contribution.made is not None for contribution in report.contributions] == [True]

    def test_of_more_copies_than_are_read_the_newest_count(
        self, family, journals, stick, monkeypatch
    ):
        (copy,) = stick.glob("*.hj")
        (stick / "00000001-20200101T000000Z.hj").write_bytes(b"no copy")
        monkeypatch.setattr(outside_sources, "_MOST", 1)
        self.repaired(family, journals, stick)
        assert copy.is_file()

    @pytest.mark.parametrize("inside", ["backups", "homejournal-1234", ""])
    def test_they_may_lie_in_a_folder_of_homejournals_own(
        self, family, journals, stick, tmp_path, inside
    ):
        top = tmp_path / "top"
        top.mkdir()
        shutil.move(stick, top / inside if inside else top / "homejournal-99")
        self.repaired(family, journals, top)

    def test_one_of_them_brings_the_others_along(self, family, journals, stick):
        (copy,) = stick.glob("*.hj")
        lies = stick / "00000001-20200101T000000Z.hj"
        lies.write_bytes(b"no copy")
        report = self.repaired(family, journals, lies)
        assert report.left_out == 1
        assert copy.is_file()

    def test_one_by_another_name_is_read_too(self, family, journals, stick):
        (copy,) = stick.glob("*.hj")
        self.repaired(family, journals, copy.rename(stick / "sent by mail"))

    def test_a_copy_of_another_family_is_left_out(self, family, journals, tmp_path):
        folder, notes, _ = family
        other = journals.new("other")
        planned(other, name="Somebody else")
        shown = other.safe.backups.make().path
        copy_of(folder, journals)
        (folder / "journal.hj").unlink()
        repair = repair_of(folder, journals.clock)
        repair.elsewhere.show(shown)
        report = repair.prepare(go_on)
        assert report.left_out == 1
        assert report.holds.notes == len(notes)
        repair.leave(report)

    def test_where_no_copy_lies_there_is_nothing_to_show(self, tmp_path):
        assert not OutsideSources().show(tmp_path)
        assert not OutsideSources().show(tmp_path / "nowhere")

    def test_what_is_shown_is_read_also_after_copies_that_brought_nothing(self, family, journals):
        folder, notes, _ = family
        for _ in range(4):
            copy_of(folder, journals)
            journals.clock.forward(days=1)
        late = folder.parent / "late"
        shutil.copytree(folder, late)
        journal = journals.again("late")
        journal.records.delete(notes[0].id)
        shown = journal.safe.backups.make().path
        journal.close()
        (folder / "journal.hj").unlink()
        repair = repair_of(folder, journals.clock)
        repair.elsewhere.show(shown)
        report = repair.prepare(go_on)
        assert report.holds.notes == len(notes) - 1
        repair.leave(report)
