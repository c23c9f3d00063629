"""Photos that wait for their record stay; those that nothing names go, also after a kill."""

import shutil
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import PDF, KeptFile, kept_file
from homejournal.services.opening import open_journal
from tests.journals import planned
from tests.sharing.computers import Computers
from tests.sharing.pack_lines import jpeg
from tests.sharing.test_media_in_folder import bytes_of, keep_photo, lies_here
from tests.sharing.test_shared_folder import two

__all__ = ["two"]


def kill(computer):
    """Let the program end without a word: its folder as it lies, and nothing that it knew."""
    left = computer.place.with_name("left")
    shutil.copytree(computer.place, left)
    computer.journal.close()
    shutil.rmtree(computer.place)
    left.rename(computer.place)
    computer.journal = open_journal(computer.place, clock=computer.clock, device=computer.device)


def test_a_photo_that_came_through_the_folder_waits_for_its_record(two):
    laptop, desk, _ = two
    desk.run()
    photo = keep_photo(laptop)
    laptop.run()
    desk.run(take=False)
    assert lies_here(desk, photo)
    kill(desk)
    desk.run()
    desk.again()
    assert bytes_of(desk, photo) == kept_file(jpeg()).data


def test_one_whose_record_never_came_goes_and_comes_again_with_it(two):
    laptop, desk, _ = two
    desk.run()
    photo = keep_photo(laptop)
    laptop.run()
    desk.run(take=False)
    kill(desk)
    desk.again()
    assert not lies_here(desk, photo)
    desk.run()
    assert bytes_of(desk, photo) == kept_file(jpeg()).data


@pytest.mark.parametrize("redo", [False, True])
def test_what_was_taken_back_before_a_kill_goes_and_what_was_done_again_stays(two, redo):
    laptop, desk, _ = two
    desk.run()
    photo = keep_photo(laptop)
    back = desk.journal.undo(desk.take(laptop.pack(Audience.OWN)))
    if redo:
        desk.journal.undo(back)
    assert bool(list(desk.place.glob("media-*"))) is not redo
    kill(desk)
    assert lies_here(desk, photo)
    desk.again()
    assert lies_here(desk, photo) is redo


class Deed(NamedTuple):
    what: str
    which: int


DEEDS = st.builds(
    Deed,
    st.sampled_from(
        ("put", "put", "name", "remove", "delete for good", "take in", "undo", "kill", "again")
    ),
    st.integers(0, 2),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(deeds=st.lists(DEEDS, max_size=14))
def test_what_lies_there_at_the_end_is_what_something_names(tmp_path_factory, deeds):
    computers = Computers(tmp_path_factory.mktemp("computers"))
    try:
        desk = Desk(computers)
        for deed in deeds:
            desk.do(deed)
            assert desk.named() <= desk.lying()
        desk.do(Deed("kill", 0))
        desk.do(Deed("again", 0))
        assert desk.lying() == desk.named()
        assert not list(desk.computer.place.glob("media-*"))
    finally:
        computers.close()


class Desk:
    """A computer on which photos are put, named, removed, brought by a file, and taken back."""

    def __init__(self, computers):
        self.computer, other = computers.new("desk"), computers.new("other")
        _, self.what = planned(self.computer.journal)
        _, theirs = planned(other.journal)
        for at in range(2):
            made = other.journal.media.put(words_of(at), "theirs.pdf", theirs.id)
            other.journal.media.add(made)
        self.pack = other.pack(Audience.OWN)
        self.begin()

    def begin(self):
        self.waiting, self.change = {}, None

    def do(self, deed):
        media = self.computer.journal.media
        match deed.what:
            case "put":
                self.waiting[deed.which] = media.put(words_of(deed.which), "a.pdf", self.what.id)
            case "name" if deed.which in self.waiting:
                media.add(self.waiting.pop(deed.which))
            case "remove" if kept := media.of_strategies([self.what.id])[self.what.id]:
                media.remove(kept[deed.which % len(kept)])
            case "delete for good" if gone := media.removed([self.what.id]):
                media.delete_for_good(gone[deed.which % len(gone)])
            case "take in":
                self.change = self.computer.take(self.pack)
            case "undo" if self.change:
                self.change = self.computer.journal.undo(self.change)
            case "kill" | "again":
                self.end(deed.what)
                self.begin()

    def end(self, how):
        if how == "kill":
            kill(self.computer)
        else:
            self.computer.again()
            assert self.lying() == self.named()

    def lying(self):
        folder = self.computer.place / "media"
        return {path.name for path in folder.iterdir()} if folder.is_dir() else set()

    def named(self):
        """Return what stands or can be brought back, as the records tell it."""
        journal = self.computer.journal
        standing = journal.records.all_of(Kind.MEDIA)
        removed = journal.media.removed([self.what.id])
        return {one.sha256 for one in (*standing, *removed)}


def words_of(at):
    return KeptFile(b"%%PDF-1.7 %d" % at, PDF)
