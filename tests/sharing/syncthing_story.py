"""Two journals in step through two real Syncthing daemons; run in a network of its own.

unshare -n python -m tests.sharing.syncthing_story FOLDER
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from homejournal.domain.records.children import Child
from homejournal.services.opening import create_journal, open_journal
from tests.journals import TODAY, note, planned, projection
from tests.sharing.computers import Computer, Computers
from tests.sharing.syncthing_daemons import Daemon, bring_loopback_up, carried, two_daemons


def main(base: Path) -> None:
    bring_loopback_up()
    one, other = two_daemons(base / "syncthing")
    computers = Computers(base)
    try:
        in_step(computers, one, other)
        whole_journals(computers, one, other)
    finally:
        computers.close()
        one.kill()
        other.kill()


def in_step(computers: Computers, one: Daemon, other: Daemon) -> None:
    """Both write at the same time, a daemon is killed, and files get conflict copies."""
    laptop, desk = computers.new("laptop"), computers.new("desk")
    of, _ = planned(laptop.journal)
    both = note(of, "begun")
    laptop.journal.records.save(both)
    desk.join(laptop, laptop.begin(one.folder), other.folder)
    for number in range(4):
        for computer in (laptop, desk):
            text = f"{computer.name} {number}"
            computer.journal.records.save(note(of, text), replace(both, text=f"by {text}"))
            computer.run()
        if number == 1:
            laptop.journal.records.save(*(note(of, f"much {n} {'x' * 900}") for n in range(2000)))
            laptop.run()
            one.scan()
            other.kill()  # in the middle of a large batch
        if number == 2:
            spoil_a_batch(one, other)
            other.start()
        carried_if_up(one, other)
    carried(one, other)
    for _ in range(3):
        laptop.run(), desk.run()
        carried(one, other)
    check(of, laptop, desk)
    settle(laptop, desk, one, other)
    tell(f"in step: {len(list(one.folder.rglob('*.hjb')))} batches")


def check(of: Child, laptop: Computer, desk: Computer) -> None:
    """Both have all that was written, and know the same of what stands in two versions."""
    written = {f"{name} {number}" for name in ("laptop", "desk") for number in range(4)}
    assert projection(laptop.place) == projection(desk.place)
    for computer in (laptop, desk):
        found = {each.text for each in computer.journal.days.between(of.id, TODAY, TODAY).notes}
        assert written <= found
        assert len(found) > 2000
        assert computer.journal.files.check().is_sound
    versions = [one.safe.settling.waiting() for one in (laptop, desk)]
    assert versions[0] == versions[1]
    assert laptop.device != desk.device


def settle(laptop: Computer, desk: Computer, one: Daemon, other: Daemon) -> None:
    for two in laptop.safe.settling.waiting():
        laptop.safe.settling.settle(two.proposal)
    laptop.run()
    carried(one, other)
    desk.run()
    assert desk.safe.settling.how_many() == 0


def spoil_a_batch(one: Daemon, other: Daemon) -> None:
    """Change one file on both sides while they do not see each other."""
    name = next(
        path.relative_to(one.folder)
        for path in sorted(one.folder.rglob("*.hjb"))
        if (other.folder / path.relative_to(one.folder)).exists()
    )
    whole = (one.folder / name).read_bytes()
    (other.folder / name).write_bytes(whole[: len(whole) // 2])
    os.utime(one.folder / name)


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def carried_if_up(one: Daemon, other: Daemon) -> None:
    if other.process is not None:
        carried(one, other)


def whole_journals(computers: Computers, one: Daemon, other: Daemon) -> None:
    """Somebody laid the journal itself into the synced folder: the conflict copy is joined."""
    here, there = (daemon.folder / "family" for daemon in (one, other))
    journal = create_journal(here, clock=computers.clock, device=computers.opened[0].device)
    of, _ = planned(journal)
    journal.close()
    (here / "journal.lock").unlink(missing_ok=True)
    carried(one, other)
    other.kill()
    for folder, computer in ((here, computers.opened[0]), (there, computers.opened[1])):
        journal = open_journal(folder, clock=computers.clock, device=computer.device)
        journal.records.save(note(of, f"written on the {computer.name}"))
        journal.close()
        (folder / "journal.lock").unlink(missing_ok=True)
    other.start()
    carried(one, other)
    journal = open_journal(here, clock=computers.clock, device=computers.opened[0].device)
    copies = journal.safe.copies
    found = copies.found()
    assert [path.name.startswith("journal.sync-conflict-") for path in found] == [True]
    copies.join([copies.look_into(path) for path in found])
    texts = {each.text for each in journal.days.between(of.id, TODAY, TODAY).notes}
    assert texts == {"written on the laptop", "written on the desk"}
    assert copies.found() == ()
    journal.close()
    tell(f"joined: {found[0].name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
