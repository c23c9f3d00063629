"""What homejournal needs from the operating system itself: on Linux, libraries and Python's venv.

The names come from reading with ldd what Qt's own files ask for. Windows and macOS bring all of it.
"""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

from console import StopError, agrees, someone_is_there, tell

# library file -> the package of Debian and Ubuntu that holds it
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
SYSTEM_PYTHON = "/usr/bin/python3"
"""The bindings of AT-SPI are for this one alone, never for an environment's own Python."""
# program -> the package that holds it
FROM_OUTSIDE = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "dbus-send": "dbus-bin",
}
# program -> the package that holds it; what these are for is told as not tried without them
TORTURE = {
    "strace": "strace",
    "mkfs.ext4": "e2fsprogs",
    "mkfs.xfs": "xfsprogs",
    "faketime": "faketime",
    "syncthing": "syncthing",  # carries the shared folder of two computers
    "unshare": "util-linux",
}
_BINDINGS = ("python3-gi", "gir1.2-atspi-2.0", "at-spi2-core")
_ASKS_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def ensure_system(*, with_window: bool, with_venv: bool) -> None:
    """See to it that the system has what is needed; raise StopError where a person has to.

    Everything is looked up first, so that a person is asked only once.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries({**DRAWING, **(WINDOW if with_window else {})})
    packages = [*missing.values(), *(missing_venv() if with_venv else [])]
    if packages:
        install(packages, libraries=missing)


def missing_libraries(wanted: Mapping[str, str]) -> dict[str, str]:
    """Return those of the wanted libraries that this computer cannot load."""
    return {file: package for file, package in wanted.items() if not _loads(file)}


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def missing_from_outside() -> list[str]:
    """Return the packages that using the window from outside needs and this computer has not."""
    missing = [package for program, package in FROM_OUTSIDE.items() if not shutil.which(program)]
    missing += missing_libraries(WINDOW).values()
    asked = [SYSTEM_PYTHON, "-c", _ASKS_BINDINGS]
    try:
        subprocess.run(asked, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        missing += _BINDINGS
    return missing


def ensure_from_outside() -> None:
    """See to it that the window can be used from outside; else say that those tests are left out.

    They are no reason to stop: everything else can be tested without them.
    """
    if not sys.platform.startswith("linux"):
        return
    _install_if_possible(
        missing_from_outside(),
        "Without them the tests that use the window from outside are left out.",
    )


def ensure_torture() -> None:
    """See to it that system calls and disks can be made to break; else say what is left out."""
    if sys.platform.startswith("linux"):
        missing = [package for program, package in TORTURE.items() if not shutil.which(program)]
        _install_if_possible(missing, "Without them some promises are told as not tried here.")


def _install_if_possible(missing: list[str], otherwise: str) -> None:
    if not missing:
        return
    try:
        install(missing, libraries=())
    except StopError as stop:
        tell(f"{stop}\n\n{otherwise}")


def missing_venv() -> list[str]:
    """Return the package that lets Python make an environment with pip; Debian splits it off."""
    if importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def install(packages: Iterable[str], *, libraries: Iterable[str]) -> None:
    """Install packages with apt-get: as root at once, otherwise with sudo and after a question."""
    packages = sorted(set(packages))
    if not shutil.which("apt-get"):
        raise StopError(without_apt(packages, sorted(libraries)))
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    commands = [
        [*prefix, "apt-get", "update", "-qq"],
        [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ]
    by_hand = " && ".join(map(shlex.join, commands))
    tell(f"homejournal needs from the system what is not there yet: {', '.join(packages)}.")
    if prefix and not (shutil.which("sudo") and someone_is_there()):
        raise StopError(f"Please run this once, then start again:\n  {by_hand}")
    if prefix and not agrees(f"May I run this now? It asks for your password.\n  {by_hand}\n"):
        raise StopError("Nothing was installed. homejournal cannot start without them.")
    tell("Installing them, about a minute ...")
    for command in commands:
        _run_quietly(command, by_hand)


def without_apt(packages: list[str], libraries: list[str]) -> str:
    """Return what to tell a person whose system has no apt-get."""
    if libraries:
        return (
            "Please install these libraries with your system's own package tool, then start "
            f"again:\n  {', '.join(libraries)}\n"
            f"(Debian and Ubuntu call the packages {', '.join(packages)}.)"
        )
    return (
        "This Python cannot make an environment of its own: its ensurepip module is missing.\n"
        "Please install your system's full Python package, then start again."
    )


def _run_quietly(command: list[str], by_hand: str) -> None:
    """Run an apt-get command; its many lines are shown only where it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command,
        env=environment,
        check=False,
        stdin=None if someone_is_there() else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-15:])
        raise StopError(
            f"{tail}\n\nThe system packages could not be installed. Is this computer on the "
            f"internet?\nYou can also run this yourself, then start again:\n  {by_hand}"
        )
