"""A person without rights who uses the installed program on a bare system, seen from outside."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typing_extensions import override

from console import StopError
from homejournal.exchange.heic import READ_HEIC
from outside.client import Client
from outside.desktop import Desktop
from package.roots import HOME, USER, Root

DAY = "2026-03-22"
_SCREENS = Path("/tmp/.X11-unix")
_TOLD = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM")


class FamilysDesktop(Desktop):
    """A hidden desktop of the person; what enters a root begins as root, and gives it up there."""

    @override
    def run(self, order: list[str], **options: Any) -> subprocess.Popen[bytes]:
        """Start a program here; further words go to Popen."""
        if order[0] == "unshare":
            options = {"user": None, "group": None, "extra_groups": None, **options}
        return super().run(order, **options)


class Family:
    """Uses the program in a root: its window on a desktop outside, and its command line."""

    def __init__(
        self, root: Root, desktop: Desktop, programs: str, installed: Path | None = None
    ) -> None:
        self._root = root
        self._desktop = desktop
        self._programs = programs
        self.installed = installed or root.folder
        self.home = root.folder / HOME.removeprefix("/")

    @contextlib.contextmanager
    def window(self, *words: str, language: str = "en") -> Iterator[Client]:
        """Start the window, in which the program keeps everything where it usually does."""
        order = [f"{self._programs}/homejournal", "--today", DAY, "--lang", language, *words]
        environment = self._desktop.environment
        client = Client(
            self._desktop,
            self._root.order(
                order,
                user=True,
                shared=[Path(environment["XDG_RUNTIME_DIR"]), _SCREENS],
                variables={name: environment[name] for name in _TOLD},
                networked=False,
            ),
            self.home,
        )
        try:
            yield client
        finally:
            client.close()

    def cli(self, *words: str) -> str:
        """Carry out a command of the command line; StopError where it fails."""
        order = [f"{self._programs}/homejournal-cli", *words]
        return self._root.run(order, user=True, networked=False)

    def photo(self, data: bytes) -> bytes:
        """Read an iPhone's photo as the window does, by a second start; StopError if it cannot."""
        order = [f"{self._programs}/homejournal-cli", READ_HEIC, "400"]
        order = self._root.order(order, user=True, networked=False)
        done = subprocess.run(order, input=data, check=False, capture_output=True)
        if done.returncode:
            raise StopError(done.stderr.decode("utf-8", "replace") or "The photo was not read.")
        return done.stdout.partition(b"\n")[2]

    def write(self, name: str, text: str | bytes) -> str:
        """Put a file into the person's home, and return its path in the root."""
        data = text.encode() if isinstance(text, str) else text
        (self.home / name).write_bytes(data)
        os.chown(self.home / name, USER, USER)
        return f"{HOME}/{name}"

    def read(self, name: str) -> bytes:
        """Return a file of the person's home; StopError where it was not made."""
        file = self.home / name
        if not file.is_file():
            raise StopError(f"{name} was not made.")
        return file.read_bytes()


@contextlib.contextmanager
def desktop() -> Iterator[Desktop]:
    """Give a hidden desktop whose files lie in a folder of the person's own."""
    folder = Path(tempfile.mkdtemp(prefix="homejournal-desktop-"))
    os.chown(folder, USER, USER)
    try:
        made = FamilysDesktop(folder, USER)
        try:
            yield made
        finally:
            made.end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
