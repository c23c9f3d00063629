"""A folder that a sync program carries: what goes wrong on the way costs nothing."""

import hashlib
import json
import shutil
import stat
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from homejournal.domain.sharing.outgoing import (
    Audience,
    BatchesArrived,
    Sender,
    batches_arrived,
    reached_day,
)
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.sharing import shared_folder, sync_run
from homejournal.services.safe.sharing.shared_folder import read_own_part
from tests.journals import TODAY, note, planned, practice, private_note, projection, revisions
from tests.sharing.computers import batches
from tests.sharing.pack_lines import newer_revision


@pytest.fixture
def two(computers):
    """Return two computers of one home that share a folder, and the folder."""
    folder = computers.shared_folder()
    laptop, desk = computers.new("laptop"), computers.new("desk")
    laptop.safe.homes.name_ours("Home")
    laptop.safe.homes.name_computer("Papa's laptop")
    laptop.of, laptop.what = planned(laptop.journal)
    shared = laptop.begin(folder)
    desk.join(laptop, shared, folder)
    return laptop, desk, folder


def in_step(*computers) -> bool:
    first, *others = [projection(computer.place) for computer in computers]
    return all(one == first for one in others)


def notes(computer, of) -> list[str]:
    found = computer.journal.days.between(of.id, TODAY, TODAY)
    return sorted(one.text for one in (*found.notes, *found.private_notes))


def test_what_one_computer_writes_stands_on_the_other(two):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "from the laptop"), private_note(laptop.of, "ours"))
    assert laptop.run().written == 1
    desk.run()
    desk.journal.records.save(note(laptop.of, "from the desk"))
    desk.run()
    laptop.run()
    assert notes(laptop, laptop.of) == ["from the desk", "from the laptop", "ours"]
    assert in_step(laptop, desk)
    (first, *_) = batches(folder)
    data = first.read_bytes()
    assert b"laptop" not in data
    assert b"Mateo" not in data
    name = f"{hashlib.sha256(data).hexdigest()[:16]}.hjb"
    assert first.name == f"00000001-{name}"
    assert first.parts[-3:-1] == (str(laptop.journal.settings.id), str(first.parent.name))


def test_nothing_is_written_where_nothing_is_new(two):
    laptop, desk, folder = two
    laptop.run(), desk.run()
    before = batches(folder)
    assert (laptop.run().written, desk.run().written) == (0, 0)
    laptop.again()
    assert laptop.run().written == 0
    assert batches(folder) == before


def test_what_lies_there_and_does_not_read_yet_is_counted(two):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "from the laptop"))
    laptop.run()
    (newest,) = batches(folder)
    whole = newest.read_bytes()
    for brought_so_far in (b"", bytes(len(whole)), whole[:-1]):
        newest.write_bytes(brought_so_far)
        desk.run()
        assert desk.safe.sharing.state(desk.shared, desk.settings).unread == 1
    newest.write_bytes(whole)
    desk.run()
    assert desk.safe.sharing.state(desk.shared, desk.settings).unread == 0
    assert notes(desk, laptop.of) == ["from the laptop"]


def test_it_may_be_told_not_to_write_yet_and_writes_everything_later(two):
    laptop, _, folder = two
    laptop.run()
    for number in range(3):
        laptop.journal.records.save(note(laptop.of, f"note {number}"))
        assert laptop.run(write=False).written == 0
    assert laptop.run().written == 1
    assert len(batches(folder)) == 2


def test_the_private_key_is_readable_for_this_person_alone(two):
    laptop, _, _ = two
    (file,) = (laptop.settings / "sharing").iterdir()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    private = json.loads(file.read_text())["private"]
    for path in laptop.place.rglob("*"):
        assert not path.is_file() or private.encode() not in path.read_bytes()
    assert private not in repr(read_own_part(laptop.settings, laptop.shared.id))
    invitation = laptop.safe.sharing.invitation(laptop.shared, laptop.settings)
    for said in (laptop.shared, invitation):
        assert repr(said.key) not in repr(said)


def test_a_torn_file_is_waited_for_and_read_once_it_is_whole(two):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "whole words"))
    laptop.run()
    (file,) = batches(folder)
    whole = file.read_bytes()
    for length in (0, 3, 60, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        ran = desk.run(write=False)
        assert (ran.incoming.revisions, ran.forged) == ((), ())
    file.write_bytes(whole)
    desk.run()
    assert notes(desk, laptop.of) == ["whole words"]


@pytest.mark.parametrize(
    "name",
    [
        "{stem} (Papa's conflicted copy 2026-03-10).hjb",
        "{stem}.sync-conflict-20260310-120000-ABCDEFG.hjb",
        "renamed by hand",
        "photo.jpg",
    ],
)
def test_the_name_of_a_file_does_not_matter(two, name):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "under any name"))
    laptop.run()
    (file,) = batches(folder)
    file.rename(file.with_name(name.format(stem=file.stem)))
    ran = desk.run(write=False)
    assert notes(desk, laptop.of) == ["under any name"]
    assert ran.arrived[laptop.device] == BatchesArrived(1, 1)


def test_a_file_under_two_names_counts_once(two):
    laptop, desk, folder = two
    laptop.run()
    (file,) = batches(folder)
    shutil.copy(file, file.with_name("copy of it.hjb"))
    assert desk.run(write=False).arrived[laptop.device] == BatchesArrived(1, 1)


def test_another_homes_days_count_as_covered_only_without_a_gap(computers):
    folder = computers.shared_folder()
    mom, dad = computers.new("mom"), computers.new("dad")
    mom.safe.homes.name_ours("With Mom")
    dad.safe.homes.name_ours("With Dad")
    of, _ = planned(mom.journal)
    dad.join(mom, mom.begin(folder, Audience.OTHER_HOME), folder)
    for number in range(3):
        computers.clock.forward(days=1)
        mom.journal.records.save(note(of, f"note {number}"), private_note(of, "ours alone"))
        mom.run()
    _, second, _ = batches(folder)
    data = second.read_bytes()
    second.unlink()
    dad.run()
    (covered,) = dad.safe.homes.covered()
    assert (covered.name, covered.through) == ("With Mom", date(2026, 3, 16))
    second.write_bytes(data)
    dad.run()
    (covered,) = dad.safe.homes.covered()
    assert covered.through == date(2026, 3, 18)
    assert "ours alone" not in notes(dad, of)
    assert mom.safe.homes.covered() == ()
    mom.run()
    assert [one.name for one in mom.safe.homes.covered()] == ["With Dad"]


@pytest.mark.parametrize(
    ("told", "through"),
    [
        ([], None),
        ([(2, TODAY)], None),
        ([(1, TODAY), (3, TODAY + timedelta(9))], TODAY),
        ([(1, TODAY), (2, TODAY - timedelta(3))], TODAY),
        ([(1, TODAY), (1, TODAY + timedelta(1))], TODAY + timedelta(1)),
    ],
)
def test_a_computer_reaches_as_far_as_its_batches_are_here(told, through):
    assert reached_day(told) == through
    assert batches_arrived(number for number, _ in told).written == max(
        (n for n, _ in told), default=0
    )


def test_what_only_a_newer_homejournal_reads_waits_and_is_passed_on(two, computers):
    laptop, desk, folder = two
    from homejournal.services.safe.transfer import incoming

    strange = newer_revision()
    incoming.take_in(laptop.journal._session, Incoming(newer=(strange,)), {})
    laptop.run()
    ran = desk.run(take=False)
    assert ran.incoming.newer == (strange,)
    desk.run()
    assert desk.run().incoming.newer == ()
    for batch in batches(folder):
        batch.unlink()
    desk.again()
    desk.run()
    laptop.run()
    third = computers.new("third")
    third.join(desk, desk.shared, folder)
    assert third.pack(Audience.OWN).incoming.newer == (strange,)


def test_much_is_written_in_several_batches(two, monkeypatch):
    laptop, desk, _ = two
    laptop.run()  # what stands at the beginning goes first, however much that is
    monkeypatch.setattr(sync_run, "MOST_REVISIONS", 10)
    laptop.journal.records.save(*(practice(laptop.what) for _ in range(25)))
    assert laptop.run().written == 3
    monkeypatch.setattr(sync_run, "_MOST_BYTES", 3000)
    laptop.journal.records.save(*(note(laptop.of, "x" * 2000) for _ in range(3)))
    assert laptop.run().written == 3
    desk.run()
    assert in_step(laptop, desk)


def test_what_came_is_taken_in_small_steps(two, monkeypatch):
    laptop, desk, _ = two
    monkeypatch.setattr(shared_folder, "AT_ONCE", 10)
    laptop.journal.records.save(*(practice(laptop.what) for _ in range(25)))
    laptop.run()
    ran = desk.run(take=False)
    steps = desk.safe.sharing.take(ran)
    assert len(next(steps).moves) == 10
    steps.close()  # the window is closed in the middle
    assert len(desk.journal.days.between(laptop.of.id, TODAY, TODAY).practices) == 10
    desk.again()
    desk.run()
    assert in_step(laptop, desk)


def test_a_stub_gets_its_content_when_it_comes_and_only_once(two, computers):
    laptop, desk, _ = two
    said = note(laptop.of, "first")
    laptop.journal.records.save(said)
    laptop.journal.records.save(replace(said, text="second"))
    laptop.run()
    desk.run()
    (first, _) = [
        revision for revision in revisions(laptop.journal) if revision.told().record == said.id
    ]
    desk.journal.safe.sharing.folder_of(desk.shared).waiting[first.id] = first
    assert desk.run().incoming.revisions == (first,)
    assert desk.run().incoming.revisions == ()
    assert [version.record.text for version in desk.journal.records.history(said.id)] == [
        "first",
        "second",
    ]


def test_a_sender_is_told_by_its_names():
    told = Sender(journal=UUID(int=1), device=UUID(int=2), home=None, through=TODAY)
    assert told.through == TODAY


def test_a_file_that_cannot_be_read_for_a_moment_is_read_with_the_next_look(two, monkeypatch):
    laptop, desk, _folder = two
    laptop.journal.records.save(note(laptop.of, "from the laptop"))
    laptop.run()
    opened = Path.open

    def refused(path, *how, **said):
        if path.suffix == ".hjb":
            raise PermissionError(path)
        return opened(path, *how, **said)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refused)
        assert not desk.run().incoming.revisions
    desk.run()
    assert notes(desk, laptop.of) == ["from the laptop"]


def test_a_sharing_that_a_disk_changed_hinders_no_other(two):
    laptop, _desk, _folder = two
    (whole,) = laptop.safe.sharing.all()
    for at, text in enumerate(("{", "7", '{"key": 7}')):
        laptop.journal._store.set_meta({f"sharing:{at}": text, f"sharing:{uuid4()}": text})
    assert laptop.safe.sharing.all() == (whole,)


def test_what_is_much_goes_in_files_of_eight_megabytes_or_a_little_more(two):
    """A cloud that is cut off carries the next one later, and not all of it anew."""
    laptop, desk, folder = two
    laptop.run()
    before = set(batches(folder))
    laptop.journal.records.save(*(note(laptop.of, "x" * 199_000 + str(n)) for n in range(45)))
    laptop.run()
    assert len(set(batches(folder)) - before) == 2
    desk.run()
    assert in_step(laptop, desk)
