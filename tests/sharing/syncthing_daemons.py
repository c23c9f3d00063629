"""Two Syncthing daemons that know each other and nobody else, on this computer's loopback alone."""

import fcntl
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

FOLDER = "shared"
PROGRAM = shutil.which("syncthing") or ""
_KEY = "only-for-this-test"
_SET_FLAGS, _UP_AND_RUNNING = 0x8914, 0x41

_CONFIG = """<configuration version="37">
  <folder id="{folder}" path="{path}" type="sendreceive" rescanIntervalS="3600"
          fsWatcherEnabled="false" ignorePerms="true" autoNormalize="true">
    <device id="{own}"></device><device id="{other}"></device>
    <maxConflicts>-1</maxConflicts><markerName>.stfolder</markerName>
  </folder>
  <device id="{own}" name="own"><address>tcp://127.0.0.1:{port}</address></device>
  <device id="{other}" name="other"><address>tcp://127.0.0.1:{other_port}</address></device>
  <gui enabled="true" tls="false"><address>127.0.0.1:{gui}</address><apikey>{key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <startBrowser>false</startBrowser><urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
  </options>
</configuration>
"""


def bring_loopback_up() -> None:
    """In a network namespace of its own even loopback is down at first."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh", b"lo", _UP_AND_RUNNING))


@dataclass
class Daemon:
    """One daemon; its folder is carried to the other one's."""

    home: Path
    folder: Path
    number: int
    process: "subprocess.Popen[bytes] | None" = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        command = [PROGRAM, "generate", f"--home={self.home}", "--no-default-folder"]
        subprocess.run(command, check=True, capture_output=True)
        asked = [PROGRAM, f"--home={self.home}", "--device-id"]
        told = subprocess.run(asked, check=True, capture_output=True)
        self.id = told.stdout.decode().strip()

    def know(self, other: "Daemon") -> None:
        told = _CONFIG.format(
            folder=FOLDER,
            path=self.folder,
            own=self.id,
            other=other.id,
            port=22000 + self.number,
            other_port=22000 + other.number,
            gui=8384 + self.number,
            key=_KEY,
        )
        (self.home / "config.xml").write_text(told)

    def start(self) -> Self:
        self.process = subprocess.Popen(
            [PROGRAM, "serve", f"--home={self.home}", "--no-browser", "--no-restart"],
            stdout=(self.home / "log").open("ab"),
            stderr=subprocess.STDOUT,
            env=os.environ | {"STMONITORED": "yes"},  # one process; a second would outlive it
        )
        until(self._answers)
        return self

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def scan(self) -> None:
        self._answer(f"db/scan?folder={FOLDER}", b"")

    def is_done(self) -> bool:
        told = json.loads(self._answer(f"db/status?folder={FOLDER}"))
        return told["state"] == "idle" and not told["needFiles"] and not told["needDeletes"]

    def _answers(self) -> bool:
        try:
            return bool(self._ask("system/ping"))
        except OSError:
            return False

    def _answer(self, what: str, data: bytes | None = None) -> bytes:
        """Ask again where a daemon that just began lets a question drop."""
        for _ in range(20):
            try:
                return self._ask(what, data)
            except OSError:
                time.sleep(0.25)
        return self._ask(what, data)

    def _ask(self, what: str, data: bytes | None = None) -> bytes:
        request = urllib.request.Request(
            f"http://127.0.0.1:{8384 + self.number}/rest/{what}", data, {"X-API-Key": _KEY}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - loopback
            return answer.read()


def two_daemons(base: Path) -> tuple[Daemon, Daemon]:
    one, other = (Daemon(base / f"home{n}", base / f"carried{n}", n) for n in (0, 1))
    one.know(other)
    other.know(one)
    return one.start(), other.start()


def carried(*daemons: Daemon) -> None:
    """Wait until the folders hold the same files."""

    def is_same() -> bool:
        for daemon in daemons:
            daemon.scan()
        first, *others = [_files(daemon.folder) for daemon in daemons]
        return all(one == first for one in others) and all(one.is_done() for one in daemons)

    until(is_same)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".st" not in str(path.relative_to(folder)) and _is_whole(path)
    }


def _is_whole(path: Path) -> bool:
    return not path.name.startswith((".syncthing.", "~syncthing~"))


def until(is_so: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(is_so)
        time.sleep(0.1)


def is_there() -> bool:
    return bool(PROGRAM) and shutil.which("unshare") is not None
