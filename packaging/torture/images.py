"""Real file systems in a file, whose plug can be pulled: Linux as root with loop devices alone."""

import fcntl
import os
import shutil
import struct
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FILE_SYSTEMS = ("ext4", "xfs")
_MIB = {"ext4": 64, "xfs": 400}
_PULL_THE_PLUG = (2 << 30) | (4 << 16) | (ord("X") << 8) | 125
"""FS_IOC_SHUTDOWN of Linux; nothing that was not synced is written any more."""
_WITHOUT_FLUSHING = struct.pack("I", 2)


def why_not(kind: str) -> str:
    """Return why such a file system cannot be made and mounted here, or ""."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return f"{kind} needs Linux and the rights of root"
    if not shutil.which(f"mkfs.{kind}"):
        return f"mkfs.{kind} is not installed"
    return ""


class NotHereError(Exception):
    """This computer cannot mount such a file system; the text says why."""


@dataclass(frozen=True, slots=True)
class Image:
    """A file system of a kind in a file, and the folder where it is mounted."""

    kind: str
    file: Path
    folder: Path

    def make(self) -> None:
        """Make the file system and mount it. Raises NotHereError."""
        self.folder.mkdir()
        with self.file.open("wb") as file:
            file.truncate(_MIB[self.kind] << 20)
        try:
            _run(f"mkfs.{self.kind}", "-q", self.file)
            self.mount()
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode(errors="replace").strip().splitlines()
            raise NotHereError(f"{self.kind}: {said[-1] if said else error}") from error

    def mount(self) -> None:
        """Mount it, as after a start of the computer."""
        options = "loop,nouuid" if self.kind == "xfs" else "loop"
        _run("mount", "-o", options, self.file, self.folder)

    def pull_the_plug(self) -> None:
        """Let nothing more reach the disk."""
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, _PULL_THE_PLUG, _WITHOUT_FLUSHING)
        finally:
            os.close(folder)

    def start_again(self) -> None:
        """Mount it anew; the file system mends itself as after a power cut.

        Raises NotHereError where something else on this computer still holds the file system, as
        a program does that sees other mounts.
        """
        _run("umount", self.folder)
        self.mount()
        try:
            (self.folder / "again").touch()
        except OSError:
            raise NotHereError(f"{self.kind}: another program holds the disk") from None

    def remove(self) -> None:
        """Unmount it, whatever happened, and forget it."""
        with suppress(subprocess.CalledProcessError):
            _run("umount", "-l", self.folder)
        self.file.unlink(missing_ok=True)


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True)
