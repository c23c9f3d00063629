"""The journal's file as no family wants it: spoiled, newer, older, in two windows, years ahead."""

import shutil
from contextlib import closing

from homejournal.storage.file.connection import SAYS_MORE, connect
from torture.promise_07_old_files import GOLDEN
from torture.window_home import FIRST_ANSWER, KEPT, TODAY, Place, WindowHome, hold

_BACK = "A spoon for Teddy, too."
_YEARS_AHEAD = "2028-03-10"


def one_bit_while_open(place: Place) -> int:
    """Turn one bit of a note over while the window is open: it is told, and repaired."""
    home = place.home("bit")
    home.started()
    home.note(_BACK)
    home.keep_safe()
    home.person.heard()
    home.person.press("button", "Make a copy now")
    home.person.hears("The copy is done")
    home.page("ctrl+1", "Today")
    _turn_a_bit_over(home)
    home.page("ctrl+3", "Journal")
    home.sees("is damaged and cannot be read whole")
    changed = {one["name"] for one in home.person.tree() if "song at" in one["name"]}
    hold(all(KEPT in one for one in changed), f"changed words were shown: {changed}")
    home.picture("one bit is another")
    home.person.press("button", "Repair the journal…")
    home.person.look("frame", "Keep it safe – homejournal")
    home.person.press("button", "Repair the journal…", about="Check and repair")
    _repair(home)
    home.page("ctrl+3", "Journal")
    home.sees(KEPT)
    home.sees(_BACK)
    home.picture("repaired")
    home.quit()
    hold(home.looked_into().notes == sorted([KEPT, _BACK]), "not all is there again")
    return 1


def _repair(home: WindowHome) -> None:
    person = home.person
    person.look("dialog", "Repair the journal", states=["active"])
    person.press("button", "Look now")
    person.look("button", "Go on with the repaired journal")
    home.picture("what can be saved")
    person.press("button", "Go on with the repaired journal")
    person.gone("dialog", "Repair the journal")
    person.look("button", "Today")


def _turn_a_bit_over(home: WindowHome) -> None:
    file = home.journal / "journal.hj"
    at = file.read_bytes().index(KEPT.encode()) + len("We sang the ")
    with file.open("r+b") as opened:
        opened.seek(at)
        (letter,) = opened.read(1)
        opened.seek(at)
        opened.write(bytes([letter ^ 1]))


def newer_file(place: Place) -> int:
    """Open a journal of a newer version: it is read, nothing is written, and it says why."""
    home = place.home("newer")
    file = home.journal / "journal.hj"
    with closing(connect(file, write=True)) as newer:
        newer.execute(f"PRAGMA user_version = {SAYS_MORE + 1}")
        newer.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    before = file.read_bytes()
    home.started()
    home.sees("was saved by a newer homejournal")
    home.page("ctrl+3", "Journal")
    home.sees(KEPT)
    home.picture("of a newer version")
    home.quit()
    hold(file.read_bytes() == before, "a newer file was changed")
    return 1


def older_files(place: Place) -> int:
    """Open the journals of all versions before: what stood in them stands there still."""
    files = sorted(GOLDEN.glob("schema-[0-9].hj"))
    for file in files:
        home = place.home(file.stem, empty=True)
        home.journal.mkdir(parents=True)
        shutil.copy(file, home.journal / "journal.hj")
        person = home.start()
        person.look("button", "Today")
        home.page("ctrl+3", "Journal")
        home.sees("Matty")
        home.picture("of an older version")
        home.quit()
    return len(files)


def two_windows(place: Place) -> int:
    """Start it a second time: the window that is there comes to the front, and nothing is lost."""
    home = place.home("twice")
    person = home.started()
    home.note(_BACK, save=False)
    other = place.home("twice", empty=True)
    other.start().ends()
    other.end()
    person.look("frame", "Today – homejournal", states=["active"])
    home.sees(_BACK)
    person.heard()
    person.keys("ctrl+Return")
    person.hears("Note saved")
    home.picture("one window")
    home.quit()
    hold(home.looked_into().notes == sorted([KEPT, _BACK]), "the note is not there")
    return 1


def clock_two_years_ahead(place: Place) -> int:
    """Let the clock go two years wrong for an evening: it is told, and all is there."""
    home = place.home("clock")
    person = home.started(today=_YEARS_AHEAD)
    home.note(_BACK)
    home.quit()
    person = home.started(today=TODAY)
    home.sees("You may want to check the clock")
    home.picture("the clock was wrong")
    person.focus("radio button", FIRST_ANSWER)
    person.heard()
    person.keys("2")
    person.hears("some help")
    person.press("button", "Go to the newest day")
    home.sees(_BACK)
    home.quit()
    stands = home.looked_into()
    hold(stands.notes == sorted([KEPT, _BACK]), f"a note is gone: {stands.notes}")
    hold(stands.practices == 1, "the answer is gone")
    return 1
