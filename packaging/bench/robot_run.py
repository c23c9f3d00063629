"""The robot of the promises at work in one window, which also changes its language now and then.

    python robot_run.py FOLDER DEEDS

Writes {"before": MB, "after": MB, "wrong": times} to the standard output, and what was wrong to the
standard error.
"""

import ctypes
import gc
import json
import sys
from pathlib import Path
from random import Random
from statistics import median

from bench.charting import own_memory_mb
from torture.promise_25_hands import Evening
from torture.robot_chooses import choose
from torture.robot_eyes import look
from torture.robot_home import begin_application

FIFTH = 0.2
"""After this part of the deeds each page, form and language was used, and what it keeps is kept.

The memory after it is the middle of a second fifth, that in the end the middle of the last fifth:
what an allocator keeps between two evenings goes up and down by some megabytes.
"""
AN_EVENING = 250
"""After so many deeds the journal begins anew: what grows is then no longer what was written."""
_LANGUAGES = ("es", "ar", "en")


def main() -> None:
    folder, deeds = Path(sys.argv[1]), int(sys.argv[2])
    begin_application()
    chance, done = Random(7), 0  # noqa: S311 (the same deeds each time)
    wrong: list[str] = []
    memory: list[tuple[int, float]] = []  # deeds done, and MB after them
    while done < deeds:
        evening = Evening(folder / "evening")
        found = ""
        while not found and len(evening.steps) < AN_EVENING:
            found = evening.go_on(choose(chance, evening.home, evening.steps))
        found = evening.end(found or _in_other_languages(evening))
        wrong += [found] if found else []
        done += max(1, len(evening.steps))
        del evening
        memory.append((done, _memory()))
    sys.stderr.write("".join(f"{one}\n" for one in wrong))
    before = median(mb for at, mb in memory if FIFTH * deeds <= at <= 2 * FIFTH * deeds)
    after = median(mb for at, mb in memory if at >= (1 - FIFTH) * deeds)
    sys.stdout.write(json.dumps({"before": before, "after": after, "wrong": len(wrong)}) + "\n")


def _in_other_languages(evening: Evening) -> str:
    """Show the window in each language, and in English again; return what is written otherwise."""
    found = evening.go_on(("nav", "our_child"))  # all is saved or kept then
    for language in _LANGUAGES:
        evening.home.window.set_language(language)
    before, evening.seen = evening.seen, look(evening.home)
    return found or ("" if evening.seen.written == before.written else "another language: changed")


def _memory() -> float:
    """Return the memory that is in use, in MB; what was let go is given back first."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    return own_memory_mb()


main()
