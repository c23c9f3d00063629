"""Plays an evening full of words that stand nowhere else, and looks for them where none may be."""

import re
import subprocess
from collections.abc import Callable

from torture import children, scenario
from torture.frame import Result, Scale
from torture.scenario import CANARIES, data_folder, files_below

PROMISE = "Logs and details of errors hold no names and no notes"
TRIED = "files, lines at the console and details to copy"
_MAY_HOLD = re.compile(
    r"/(journal\.hj|journal\.hj-journal|backups/.*|media/.*|quarantine/.*|exports/.*"
    r"|shared [^/]*/.*|settings/sharing/.*|[^/]* broken/.*)$"
)
"""The journal, its copies, what the family itself saved elsewhere, and where that is."""


def run(scale: Scale) -> Result:
    """Play the evening; every file but the journal's own is searched, and what was said."""
    program = children.start(scale, "play", scale.folder, stderr=subprocess.STDOUT)
    said, _ = program.communicate(timeout=100)
    wrong = [] if program.returncode == 0 else [f"the evening broke off: {said[-1500:].decode()}"]
    looked = [("the console", said)]
    files = [file for file in files_below(scale.folder) if not _MAY_HOLD.search(str(file))]
    looked += [(str(path), path.read_bytes()) for path in files if path.is_file()]
    for name, data in looked:
        held = [word for word in CANARIES if _holds(data, word)]
        wrong += [f"{name} holds {word}: {_around(data, word)}" for word in held]
    log = data_folder(scale.folder) / "log" / "homejournal.log"
    if not log.is_file() or log.read_text().count("ValueError") < 3:
        wrong.append("the log does not tell what went wrong")
    notes = (f"looked through {len(looked)} files", *wrong[:8])
    return Result(len(looked), len(looked) - len(wrong), len(wrong), notes)


def play(folder: str) -> None:
    """Play the evening in this program."""
    scenario.play(folder)


def _holds(data: bytes, word: str) -> bool:
    return word.encode() in data or word.encode("utf-16-le") in data


def _around(data: bytes, word: str) -> str:
    found = data.find(word.encode())
    return data[max(0, found - 80) : found + 40].decode(errors="replace").replace("\n", " ⏎ ")


def _tell_all() -> None:
    """Write down what an error says, as programs usually do."""
    from homejournal.ui.base import error_log

    def whole(failure: BaseException) -> str:
        return f"{type(failure).__name__}: {failure}"

    error_log.trace_of = whole


def _tell_at_the_console() -> None:
    """Let Python tell errors at the console."""
    from homejournal.ui.base.error_log import Failures

    def whole(_: BaseException, say_all: Callable[[], None]) -> None:
        say_all()

    setattr(Failures, "_say", staticmethod(whole))  # noqa: B010


MUTANTS = {"the_log_tells_all": _tell_all, "the_console_tells_all": _tell_at_the_console}
