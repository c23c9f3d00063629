"""Lives ten years of a family day by day, the window opened at times, and opens every file then."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from itertools import count
from uuid import UUID

from homejournal.domain.records.changes import Change
from homejournal.services.days.days import Days, PracticeTold
from outside.client import OutsideError
from outside.desktop import Desktop
from system_packages import missing_from_outside
from torture.frame import Result, Scale
from torture.homes_story import hold
from torture.ten_years import STRATEGIES, Life
from torture.window_home import WindowHome, hidden_desktop

PROMISE = "Ten years later every file opens, and the numbers are what was said"
TRIED = "days lived on two computers, and files opened after"
_DAYS, _QUICK_DAYS = 3650, 100
_WINDOW_EVERY = 91
_MOST_MEMORY = 1.5
"""So many times the memory of the first year is the most that the last one may take."""


def run(scale: Scale) -> Result:
    life = Life(scale.folder, scale.random("ten years"))
    try:
        _live(life, scale.times(full=_DAYS, quick=_QUICK_DAYS), scale)
        files = len(list(life.end()))
        _holds_memory(life)
    except (AssertionError, OutsideError) as lost:
        return Result(life.lived + 1, life.lived, 1, (f"day {life.lived}: {lost}",))
    told = f"{life.lived:,} days, {files} files opened, {life.memory} MiB at the ends of the years"
    return Result(life.lived + files, life.lived + files, 0, (told,))


def _live(life: Life, days: int, scale: Scale) -> None:
    """Live so many days, with an evening at the real window every season."""
    # where there is no desktop, the years go by in the services alone
    with nullcontext() if missing_from_outside() else hidden_desktop(scale) as window:
        for day in range(1, days + 1):
            if window is not None and day % _WINDOW_EVERY == 0:
                _evening(life, window, scale)
            life.live()


def _evening(life: Life, desktop: Desktop, scale: Scale) -> None:
    """Open the window on the kitchen's computer, answer and write there, and close it."""
    kitchen = life.kitchen
    kitchen.journal.close()
    home = WindowHome(desktop, kitchen.base, scale, empty=True)
    today = life.today.isoformat()
    try:
        person = home.unlocked(today) if kitchen.key else home.started(today=today)
        person.heard()
        person.press("radio button", "Some help")
        name = person.hears(": some help").partition(":")[0]
        words = f"typed in the window on {today}"
        home.note(words)
        home.picture(f"day {life.lived}")
        home.quit()
    finally:
        home.end()
    kitchen.again()
    life.model.answers[STRATEGIES[name], life.today, 2] += 1
    life.heard(words)


def _holds_memory(life: Life) -> None:
    if len(life.memory) > 1:
        first, last = life.memory[0], life.memory[-1]
        hold(last <= first * _MOST_MEMORY, f"memory grew from {first} to {last} MiB")


def _hear_wrongly() -> None:
    """Write some answers down as the highest level."""
    save, times = Days.did_it, count(1)

    def did_it(self: Days, strategy: UUID, day: date, told: PracticeTold | None = None) -> Change:
        heard = told or PracticeTold()
        return save(self, strategy, day, heard if next(times) % 20 else replace(heard, rating=4))

    Days.did_it = did_it  # type: ignore[method-assign]


MUTANTS = {"some_answers_are_heard_wrongly": _hear_wrongly}
