"""Pulls the plug of a real disk under the window while somebody answers and types in it."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind
from outside.client import OutsideError
from torture.frame import NotTried
from torture.images import Image, NotHereError, why_not
from torture.story import opened
from torture.window_home import CARD, TODAY, LookedInto, Lost, Place, WindowHome, hold

_DAYS_BACK = 8
"""The plan is as old."""
_LINES = ("breakfast", "dinner")
_LEVELS = ("A lot of help", "Some help", "A little help", "On own")
_LONGEST_WAIT, _LISTENED_FOR = 0.25, 0.4
_MOST_DEEDS = 4
Line = tuple[date, str]
"""A day and a time of it."""
Announced = Callable[[str], str]
"""Returns the sentence that was announced with these words, or "" where it never was."""
Hear = Callable[[Announced], None]


@dataclass(slots=True)
class _Said:
    """What the window announced as saved: words, each of which comes once, and answers.

    An answer that was given last and not announced may be there as well.
    """

    chance: Random
    words: list[str] = field(default_factory=list)
    ratings: dict[Line, set[object]] = field(default_factory=dict)
    tried: int = 0
    announced: int = 0


def plugs_pulled(place: Place) -> int:
    """Pull the plug again and again; whatever the window said was saved is there afterwards."""
    if why := why_not("ext4"):
        raise NotTried(why)
    image = Image("ext4", place.folder / "ext4.image", place.folder / "disk")
    said, plugs = _Said(place.scale.random("plug")), place.scale.times(full=60, quick=2)
    try:
        image.make()
        home = place.at(image.folder / "home")
        for _ in range(plugs):
            _pull(home, image, said)
    except NotHereError as error:
        raise NotTried(str(error)) from None
    finally:
        place.end()
        image.remove()
    hold(said.announced > plugs, "next to nothing was saved before the plugs")
    return plugs


def _pull(home: WindowHome, image: Image, said: _Said) -> None:
    """Write a little; pull the plug at some moment of the last deed, and look."""
    home.started()
    day = date.fromisoformat(TODAY) - timedelta(said.chance.randrange(_DAYS_BACK))
    _go_to(home, f"{day:%A, %B} {day.day}, {day.year}")
    for _ in range(said.chance.randint(1, _MOST_DEEDS)):
        with suppress(OutsideError):  # what is not announced need not be there
            _deed(home, said, day)(home.person.hears)
    last = None
    with suppress(OutsideError):
        last = _deed(home, said, day)
        time.sleep(said.chance.uniform(0, _LONGEST_WAIT))
    image.pull_the_plug()
    announced = " ".join(str(one["words"]) for one in home.person.heard(_LISTENED_FOR))
    home.picture("the plug is pulled")
    home.kill()
    image.start_again()
    if last is not None:
        last(lambda words: announced if words in announced else "")
    _compare(home.journal, said)


def _deed(home: WindowHome, said: _Said, day: date) -> Hear:
    """Answer or write at a line of a day; what is returned takes notice of what is announced."""
    return said.chance.choice((_note, _answer))(home, said, (day, said.chance.choice(_LINES)))


def _go_to(home: WindowHome, day: str) -> None:
    """Choose a day of this week, or of the one before."""
    person = home.person
    for turn in range(2):
        found = [str(one["name"]) for one in person.tree() if str(one["name"]).startswith(day)]
        if found:
            person.press("button", found[0])
            person.look("button", day)
            return
        if not turn:
            person.press("button", "The week before")
            person.look("button", "Tuesday, March 3, 2026")
    hold(False, f"there is no way to {day}")  # noqa: FBT003


def _note(home: WindowHome, said: _Said, line: Line) -> Hear:
    """Type a word into a line's note and save it; what is returned takes notice of the answer."""
    said.tried += 1
    word = f"word{said.tried}."
    home.note(word, line=_LINES.index(line[1]), save=False)
    home.person.heard()
    home.person.keys("ctrl+Return")

    def hear(announced: Announced) -> None:
        if announced("Note saved"):
            said.words.append(word)
            said.announced += 1

    return hear


def _answer(home: WindowHome, said: _Said, line: Line) -> Hear:
    """Answer a line otherwise than it is answered."""
    said.tried += 1
    there = said.ratings.setdefault(line, {None})
    level = said.chance.choice([one for one in range(1, 5) if one not in there])
    said.ratings[line] = {*there, level}
    home.person.heard()
    home.person.press("radio button", _LEVELS[level - 1], nth=_LINES.index(line[1]))

    def hear(announced: Announced) -> None:
        if announced(f"{CARD}: {_LEVELS[level - 1].lower()}"):
            said.ratings[line] = {level}
            said.announced += 1

    return hear


def _compare(folder: Path, said: _Said) -> None:
    try:
        journal = opened(folder)
    except JournalDamagedError:
        raise Lost("the journal is damaged after the plug") from None
    try:
        stands = LookedInto(journal)
        did = journal.records.all_of(Kind.PRACTICE)
        found = {(one.day, one.slot): one.rating for one in did if isinstance(one, Practice)}
    finally:
        journal.close()
    notes = " ".join(stands.notes)
    gone = [word for word in said.words if notes.count(word) != 1]
    hold(not gone, f"{gone} of {len(said.words)} saved words are gone, or there twice")
    for line, ratings in said.ratings.items():
        hold(found.get(line) in ratings, f"{line}: {found.get(line)} stands for one of {ratings}")
        said.ratings[line] = ratings & {found.get(line)}
