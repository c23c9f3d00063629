"""How much work the usual things are: keys and clicks, and the seconds that they take.

Each task is told twice. The keystroke-level model of Card, Moran and Newell (1980) says how long a
practiced hand needs: so long for each key, each pointing and each thought. And the same keys are
pressed in a real window by a program that needs no time at all, so what is measured is the window.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.steps_family import DAY, STRATEGIES, WORD, make_family, photograph_sheet
from outside.client import Client, opened
from outside.desktop import Desktop

KEY, POINT, CLICK, HOME, THINK = 0.28, 1.1, 0.1, 0.4, 1.35
"""Seconds of the model: a key, pointing with the mouse, its button, a hand moved, a thought."""
_FIRST = "A lot of help"
"""The answer that the keyboard is at where nothing is said yet."""
_CHILD = "Maya"
_LONGEST = 20.0
_BOXES = 21
_PHOTO = "week.jpg"
_WARM = 1.0
"""So many seconds later, what is loaded after the first paint is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What a person does: keys, clicks of the mouse, moves of the hand, and thoughts."""

    keys: int = 0
    clicks: int = 0
    homes: int = 0
    thoughts: int = 0

    @property
    def seconds(self) -> float:
        """Return how long it takes by the keystroke-level model."""
        by_mouse = self.clicks * (POINT + CLICK)
        return self.keys * KEY + by_mouse + self.homes * HOME + self.thoughts * THINK

    @property
    def said(self) -> str:
        """Return the count of keys and clicks in words."""
        clicks = f"{self.clicks} click{'s' * (self.clicks > 1)}" if self.clicks else ""
        return ", ".join(part for part in (f"{self.keys} keys", clicks) if part)


@dataclass(frozen=True, slots=True)
class Task:
    """A usual thing, what it asks of a person, and how it is done from outside."""

    name: str
    effort: Effort
    does: Callable[[Client], None]
    is_new: bool = False
    """Whether it begins without a journal."""
    brings: Callable[[Path], None] | None = None
    """What lies in the folder of the task before: it is not counted."""


def _start(person: Client) -> None:
    person.keys("Return")
    person.moves_to("What do you call your child?")
    person.letters(_CHILD)
    person.keys("Return")
    person.moves_to("What did your therapist suggest?")
    person.letters(STRATEGIES[0])
    person.keys("Return")
    person.moves_to(_FIRST)
    person.keys("2")
    person.hears(STRATEGIES[0])


def _three(person: Client) -> None:
    person.keys("2", "Down", "2", "Down", "2")
    person.hears(STRATEGIES[-1])


def _twins(person: Client) -> None:
    person.keys("ctrl+shift+t")
    person.moves_to(_FIRST)
    person.keys("2", *["Down", "2"] * (2 * len(STRATEGIES) - 1))
    _until(lambda: person.hears(STRATEGIES[-1]))


def _yesterday(person: Client) -> None:
    person.keys("alt+Left")
    person.moves_to("Some help")
    person.keys("alt+3")
    person.hears(STRATEGIES[0])


def _sick(person: Client) -> None:
    person.keys("ctrl+shift+t")
    person.press("button", "Left out for a few days")
    person.look("dialog", "Left out for a few days")
    person.moves_to("First day")
    person.keys(*"03162026", "Return")
    person.hears("sick")


def _sheet(person: Client) -> None:
    person.keys("ctrl+9")
    person.moves_to("")
    # By turns: the same key twice at once would look like one that is held.
    person.keys(*"23" * 10, "2")
    _until(lambda: sum("help" in cell for row in _week(person) for cell in row) == _BOXES)


def _photo_in_pictures(folder: Path) -> None:
    photograph_sheet(folder / "journal", folder / "data" / "Pictures" / _PHOTO)


def _sheet_by_photo(person: Client) -> None:
    person.keys("ctrl+9")
    person.moves_to("")
    person.press("button", "Add a photo of a sheet…")
    person.moves_to("File name:")
    person.letters(_PHOTO)
    person.keys("Return")
    person.look("button", f"Save {_BOXES - len(STRATEGIES)} boxes")  # yesterday is written
    person.keys("ctrl+Return")
    _until(lambda: sum("help" in cell for row in _week(person) for cell in row) == _BOXES)


def _week(person: Client) -> list[list[str]]:
    return person.cells("The week, box by box")


def _note(person: Client) -> None:
    person.keys("ctrl+f")
    person.moves_to("Search in notes")
    person.letters(WORD)
    _until(lambda: [one["role"] for one in person.tree() if WORD in one["name"]] == ["list item"])


def _page(person: Client) -> None:
    person.keys("ctrl+5")
    person.look("image", "Page 1 of 1")
    person.keys("ctrl+s")
    person.moves_to("File name:")
    person.keys("Return")
    person.hears("Saved as")


_TYPED = len(_CHILD) + len(STRATEGIES[0])

TASKS = (
    Task("First start to first answer", Effort(keys=_TYPED + 4, thoughts=4), _start, is_new=True),
    Task("Log three strategies", Effort(keys=5, thoughts=3), _three),
    Task("Log three strategies of twins", Effort(keys=14, thoughts=6), _twins),
    Task("Correct yesterday", Effort(keys=2, thoughts=2), _yesterday),
    Task("A sick week, both children", Effort(keys=12, clicks=1, homes=2, thoughts=2), _sick),
    Task("Type in a sheet, 3 strategies, 7 days", Effort(keys=23, thoughts=7), _sheet),
    Task(
        "The same sheet by its photo, which is looked over",
        Effort(keys=len(_PHOTO) + 3, clicks=1, homes=2, thoughts=9),
        _sheet_by_photo,
        brings=_photo_in_pictures,
    ),
    Task("Find a note by a word", Effort(keys=8, thoughts=1), _note),
    Task("Make the page for the visit", Effort(keys=5, thoughts=2), _page),
)


def done(desktop: Desktop, folder: Path, task: Task) -> float:
    """Do a task in a folder of its own; return the seconds that the window took."""
    arguments = ["--today", DAY.isoformat(), "--lang", "en"]
    if not task.is_new:
        make_family(folder / "journal")
        arguments.insert(0, str(folder / "journal"))
    if task.brings is not None:
        task.brings(folder)
    with opened(desktop, folder / "data", arguments) as person:
        if task.is_new:
            person.look("button", "Start our journal", states=["focused"])
        else:
            person.look("radio button", _FIRST, about=STRATEGIES[0], states=["focused"])
        person.heard(_WARM)
        began = time.monotonic()
        task.does(person)
        return time.monotonic() - began


def table(rows: list[tuple[Task, float]]) -> str:
    """Return the tasks as a table in Markdown."""
    lines = [
        "| What | Keys and clicks | A practiced hand | The window |",
        "|---|---|---:|---:|",
        *(
            f"| {task.name} | {task.effort.said} | {task.effort.seconds:.1f} s | {took:.1f} s |"
            for task, took in rows
        ),
    ]
    return "\n".join(lines)


def measure_steps() -> str:
    """Do all tasks on a desktop that nobody sees, and return the table."""
    with TemporaryDirectory(prefix="homejournal-steps-") as folder:
        home = Path(folder) / "home"
        home.mkdir(mode=0o700)
        desktop = Desktop(home)
        try:
            places = [Path(folder) / str(place) for place in range(len(TASKS))]
            for place in places:
                place.mkdir()
            took = [done(desktop, *one) for one in zip(places, TASKS, strict=True)]
            return table(list(zip(TASKS, took, strict=True)))
        finally:
            desktop.end()


def _until(holds: Callable[[], object]) -> None:
    """Ask until it holds; TimeoutError where it never does."""
    end = time.monotonic() + _LONGEST
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("what was done does not show in the window")
