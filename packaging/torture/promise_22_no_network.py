"""Plays an evening under strace: no socket of the internet, and nothing loaded to open one."""

import subprocess
import sys
from pathlib import Path

from homejournal.services.family_journal import FamilyJournal
from torture import children, scenario
from torture.frame import Result, Scale, nothing_tried
from torture.system_calls import is_here

PROMISE = "The program reaches no network"
TRIED = "sockets, and parts that are loaded"
_CALLS = "socket,connect,bind,sendto,sendmsg"
_REACHING = ("PySide6.QtNetwork", "http.client", "urllib.request", "smtplib", "ftplib")
"""SQLAlchemy loads asyncio, and with it ssl, without using either."""
_LIBRARIES = ("Qt6Network", "Qt6WebEngine", "libcurl")


def run(scale: Scale) -> Result:
    """Play the evening; look at its sockets, its modules and its libraries."""
    if not is_here():
        return nothing_tried("strace is not installed")
    record = scale.folder / "calls.txt"
    traced = ("strace", "-f", "--seccomp-bpf", "-o", str(record), "-e", f"trace={_CALLS}")
    program = children.start(scale, "play", scale.folder, stderr=subprocess.DEVNULL, before=traced)
    said, _ = program.communicate(timeout=110)
    told = [line for line in said.decode().splitlines() if line.startswith("looked ")]
    wrong = [] if program.returncode == 0 and told else [f"broke off: {said[-1500:].decode()}"]
    wrong += [line for line in said.decode().splitlines() if line.startswith("loaded ")]
    calls = record.read_text(errors="replace").splitlines()
    wrong += [line for line in calls if "AF_INET" in line]
    tried = len(calls) + sum(int(line.split()[1]) for line in told)
    notes = (f"{len(calls)} calls with a socket of this computer's own (a display, fonts)",)
    return Result(tried, tried - len(wrong), len(wrong), (*notes, *wrong[:8]))


def play(folder: str) -> None:
    """Play the evening, then tell what was loaded."""
    scenario.play(folder, at_end=_tell_what_is_loaded)


def _tell_what_is_loaded() -> None:
    maps = Path("/proc/self/maps").read_text()
    found = [name for name in _REACHING if name in sys.modules]
    found += [name for name in _LIBRARIES if name in maps]
    for name in found:
        children.tell(f"loaded {name}")
    children.tell(f"looked {len(sys.modules)} modules")


def _look_for_news() -> None:
    """Ask a server whether there is a newer version, as many programs do."""
    warm_up = FamilyJournal.warm_up

    def asking() -> None:
        import socket

        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            asked.connect(("127.0.0.1", 9))
        warm_up()

    setattr(FamilyJournal, "warm_up", staticmethod(asking))  # noqa: B010


def _load_qt_network() -> None:
    """Load the part of Qt that can reach a network."""
    warm_up = FamilyJournal.warm_up

    def loading() -> None:
        import PySide6.QtNetwork  # noqa: F401

        warm_up()

    setattr(FamilyJournal, "warm_up", staticmethod(loading))  # noqa: B010


MUTANTS = {"news_are_looked_for": _look_for_news, "qt_network_is_loaded": _load_qt_network}
