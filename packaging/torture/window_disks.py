"""Disks and folders go wrong under the window: full, only to be read, pulled out, and back."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.opening import open_journal
from homejournal.this_computer import device_id
from torture.frame import NotTried
from torture.story import begin, clock
from torture.window_home import KEPT, PASSWORD_KEY, Place, WindowHome, hold, wait_until

_MANY_BYTES = 64 * 1024
_BACK = "A spoon for Teddy, too."
_LATER = "He asked for more by himself."


def full_disk_while_typing(place: Place) -> int:
    """Fill the disk up: the next save takes the room that was held; then words wait, and are told.

    They are saved as soon as there is room, without another word from anybody.
    """
    with small_disk(place.folder / "full", "28m") as disk:
        home = place.at(disk)
        person = home.started()
        home.note(_BACK, save=False)
        wait_until((home.journal / "reserve.bin").exists, "no room is held")
        _fill(disk / "filler")
        person.heard()
        person.keys("ctrl+Return")
        person.hears("Note saved")  # into the room that was held
        home.sees("The disk is nearly full")
        _fill(disk / "filler")
        home.note(_LATER, line=1, save=False)
        person.keys("ctrl+Return")
        home.sees("is full. Make some room on the disk")
        home.sees(_LATER)
        home.picture("the disk is full")
        (disk / "filler").unlink()
        person.press("button", "Try again")
        person.gone("button", "Try again")
        home.picture("there is room again")
        home.kill()
        stands = home.looked_into()
        hold({_BACK, _LATER} <= {*stands.notes}, f"a note is gone: {stands.notes}")
    return 1


def read_only_folder(place: Place) -> int:
    """Open a journal where nothing may be written: it is read, and the window says so."""
    with small_disk(place.folder / "reading", "28m") as disk:
        home = place.at(disk)
        _mount("-o", "remount,ro", disk)
        home.started()
        home.sees("can be read but not written here")
        home.page("ctrl+3", "Journal")
        home.sees(KEPT)
        home.picture("only to be read")
        home.quit()
        _mount("-o", "remount,rw", disk)
        home.started()
        home.note(_BACK)
        home.quit()
        hold(home.looked_into().notes == sorted([KEPT, _BACK]), "the note is not there")
    return 1


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Make a small disk in memory; NotTried where only root may."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        raise NotTried("only root may make small disks")
    folder.mkdir(parents=True)
    try:
        _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder)
    except subprocess.CalledProcessError:
        raise NotTried("this computer makes no small disks") from None
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _mount(*words: str | Path) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)


def _fill(filler: Path) -> None:
    for size in (_MANY_BYTES, 4096, 512):
        with suppress(OSError), filler.open("ab", buffering=0) as file:
            while file.write(bytes(size)) == size:
                pass


def second_place_pulled_out(place: Place) -> int:
    """Pull the stick with the copies out and put it in again: both are told, copies go on."""
    home = place.home("stick")
    home.lock_with_password()
    stick = place.folder / "stick-of-the-family"
    stick.mkdir()
    person = home.unlocked()
    home.keep_safe()
    home.choose_second_place(stick)
    pulled = stick.rename(place.folder / "pulled-out")
    home.page("ctrl+1", "Today")
    home.note(_BACK)
    home.keep_safe()
    home.sees("not there")
    home.picture("the second place is gone")
    hold(not stick.exists(), "a folder was made where the stick was")
    pulled.rename(stick)
    person.look("button", "Copy there now", states=["enabled"])
    person.heard()
    person.press("button", "Copy there now")
    person.hears("A copy is at the second place now.")
    home.picture("it is back")
    home.quit()
    home.looked_into(PASSWORD_KEY)
    copies = sorted(stick.rglob("*.hj"))
    hold(len(copies) >= 1, "no copy is there")
    return 1


def shared_folder_gone_and_back(place: Place) -> int:
    """Take the shared folder away and bring it back: what was written meanwhile goes over."""
    ours, theirs = place.home("at-home"), place.home("at-grandma", empty=True)
    cloud = place.folder / "cloud"
    cloud.mkdir()
    _share(ours, theirs, cloud)
    away = cloud.rename(place.folder / "away")
    person = ours.started()
    ours.note(_BACK)
    ours.keep_safe()
    person.press("button", "Look now")
    ours.sees("The shared folder is not there now")
    ours.picture("the shared folder is gone")
    away.rename(cloud)
    person.press("button", "Look now")
    person.hears("The shared folder was looked into just now.")
    ours.picture("it is back")
    ours.quit()
    theirs.started()
    theirs.page("ctrl+3", "Journal")
    theirs.sees(_BACK)
    theirs.picture("on the other computer")
    theirs.quit()
    hold(theirs.looked_into().notes == sorted([KEPT, _BACK]), "not all came over, or twice")
    return 1


def _share(ours: WindowHome, theirs: WindowHome, cloud: Path) -> None:
    """Let two computers share a journal through a folder, as their families did long ago."""
    invitation = None
    for home in (ours, theirs):
        settings = home.folder / "settings"
        if not home.journal.exists():
            home.folder.mkdir()
            begin(home.journal)
        journal = open_journal(home.journal, clock=clock, device=device_id(settings))
        sharing = journal.safe.sharing
        if invitation is None:
            shared = sharing.begin(Audience.OWN, cloud, settings)
            invitation = sharing.invitation(shared, settings)
        else:
            sharing.join(invitation, cloud, settings)
        journal.close()
