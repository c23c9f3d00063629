"""A desktop that nobody sees: a screen, a window manager, a bus, and somebody who listens."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

SCREEN = "1366x900x24"
_SECONDS_TO_END = 5
_LISTENING = (
    *("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"),
    *("org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled"),
    "variant:boolean:true",
)
"""What a screen reader says when it starts; without it a program keeps its tree to itself."""


class Desktop:
    """It begins when it is made, with its files in a folder; `end` ends all that runs on it.

    With a user's number, all that runs on it runs as this user.
    """

    def __init__(self, folder: Path, user: int | None = None) -> None:
        self._who: dict[str, Any] = (
            {} if user is None else {"user": user, "group": user, "extra_groups": ()}
        )
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        self.environment = {
            **kept,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
        }
        try:
            self._begin()
        except BaseException:
            self.end()
            raise

    def _begin(self) -> None:
        self.environment["DISPLAY"] = self._screen()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus()
        self.run(["openbox"])
        environment = self.environment
        subprocess.run(_LISTENING, env=environment, check=True, capture_output=True, **self._who)

    def _screen(self) -> str:
        reading, writing = os.pipe()
        order = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        self.run(order, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as told:
            return ":" + told.readline().strip()

    def _bus(self) -> str:
        order = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        order += [f"--address=unix:dir={self._folder}"]
        bus = self.run(order, stdout=subprocess.PIPE)
        return line_of(bus).strip()

    def run(self, order: list[str], **options: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401
        """Start a program here; further words go to Popen."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        usual = {"env": self.environment, **quiet, **self._who}
        started = subprocess.Popen(order, **{**usual, **options})
        self._running.append(started)
        return started

    def stop(self, started: subprocess.Popen[bytes]) -> None:
        """End one program that was started here, by its own number."""
        started.terminate()
        try:
            started.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait(_SECONDS_TO_END)
        for stream in (started.stdin, started.stdout):
            if stream is not None:
                stream.close()
        self._running.remove(started)

    def end(self) -> None:
        """End all that runs here, the newest first."""
        for started in reversed(self._running[:]):
            self.stop(started)


def line_of(program: subprocess.Popen[bytes]) -> str:
    """Return the next line that a program with a pipe writes."""
    if program.stdout is None:
        raise ValueError("this program writes to no pipe")
    return program.stdout.readline().decode()
