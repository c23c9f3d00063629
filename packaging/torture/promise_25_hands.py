"""A robot types and clicks as people do, and a small model knows what they would expect."""

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from homejournal.domain.records.record import Kind
from torture.frame import Result, Scale
from torture.robot_chooses import choose
from torture.robot_expects import Expectations
from torture.robot_eyes import Written, leaving, look, read
from torture.robot_faults import FAULTS
from torture.robot_hands import Step, do
from torture.robot_home import COMPLAINTS, Home, begin_application
from torture.robot_means import meaning_of

PROMISE = "Whoever types and clicks finds what was said, once, where it was said"
TRIED = "steps of a robot in the real window, each compared with a model"
_STEPS_OF_AN_EVENING = 250
_ENOUGH = 5
_LONGEST_SECONDS = 30


class Evening:
    """One journal in its window, used step by step."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self.home = Home(folder)
        self.seen = look(self.home)
        self.steps: list[Step] = []
        self._expected = Expectations(self.seen.written)
        self._states: list[Written] = []
        self._listen()

    def _listen(self) -> None:
        self.home.window.desk.editing.changed.connect(self._hear)

    def _hear(self, _kinds: frozenset[Kind]) -> None:
        self._states.append(read(self.home.journal))

    def go_on(self, step: Step) -> str:
        """Do a step; return what is not as expected."""
        meant = meaning_of(step, self.seen)
        self._states.clear()
        COMPLAINTS.clear()
        if not do(self.home, self.seen, step):
            return ""
        self.steps.append(step)
        if step[0] == "restart":
            self._listen()
        before, self.seen = self.seen, look(self.home)
        wrong = self._expected.after(meant, before, self.seen, self._states)
        return wrong or "; ".join(COMPLAINTS)

    def end(self, wrong: str = "") -> str:
        """Close the window; before, leave the page and look at what could go to others."""
        wrong = wrong or self.go_on(("nav", "our_child"))  # all is saved or kept then
        wrong = wrong or self._expected.leaves(leaving(self.home.journal, self.seen.today))
        self.home.close()
        return wrong


def run(scale: Scale) -> Result:
    begin_application()
    steps, done, found = scale.times(full=1_000_000, quick=2_000, usual=250), 0, list[str]()
    while done < steps and not (found and scale.mutant) and len(found) < _ENOUGH:
        chance, evening = scale.random("evening", done), Evening(scale.folder / "evening")
        wrong = ""
        while not wrong and len(evening.steps) < _STEPS_OF_AN_EVENING:
            wrong = evening.go_on(choose(chance, evening.home, evening.steps))
        done += len(evening.steps)
        if wrong := evening.end(wrong):
            needed = evening.steps if scale.mutant else shortest(scale, evening.steps, wrong)
            found.append(f"{wrong}\n  after {' · '.join(' '.join(one) for one in needed)}")
    return Result(done, done - len(found), len(found), tuple(found))


def played(folder: Path, steps: Sequence[Step]) -> str:
    """Play steps in a fresh journal, as far as they can be done; return what goes wrong."""
    evening = Evening(folder)
    wrong = ""
    for step in steps:
        wrong = wrong or evening.go_on(step)
    return evening.end(wrong)


def shortest(scale: Scale, steps: Sequence[Step], wrong: str) -> Sequence[Step]:
    """Leave out whatever is not needed for the same to go wrong, for half a minute at most."""
    rule, end = wrong.partition(":")[0], time.monotonic() + _LONGEST_SECONDS
    length = len(steps) // 2
    while length and time.monotonic() < end:
        at = 0
        while at < len(steps) and time.monotonic() < end:
            fewer = [*steps[:at], *steps[at + length :]]
            if played(scale.folder / "evening", fewer).partition(":")[0] == rule:
                steps = fewer
            else:
                at += length
        length //= 2
    return steps


MUTANTS = FAULTS
