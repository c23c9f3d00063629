"""Installs what was made on bare systems, lets a family use it, and removes it again."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from console import StopError
from outside.desktop import Desktop
from package.family import Family, desktop
from package.freezing import DIST, pip_settings
from package.roots import CACHE, HOME, TRIED_IN, USER, Root, bare, copy_of, remove, why_not
from package.slimming import sizes
from package.smoke import STEPS, WHEEL_STEPS, Step, kept
from package.starting import start_times, wheel_and_frozen
from package.telling import Report
from system_packages import DRAWING, WINDOW, missing_from_outside

_OF_A_DESKTOP = (*DRAWING.values(), "libx11-xcb1", "libxcb-randr0", "libxcb-shape0", "libxcb-sync1")
_MORE_OF_A_DESKTOP = ("libxcb-xfixes0", "libxcb-shm0", "libxcb-render0", "libssl3")
"""What every desktop has; the folder that runs without rights brings the rest."""
_FOR_A_WHEEL = (*DRAWING.values(), *WINDOW.values(), "pipx", "ca-certificates")
_LOGS = ("/var/log/", "/var/cache/apt/", "/var/lib/apt/", "/proc/", "/sys/", f"{HOME}/")
_MOST_MB = {"*.deb": 120, "*.tar.zst": 120}
_MOST_UNPACKED_MB = 300
_LARGEST = 14


def check() -> int:
    """Try everything on each system and return 0 where all of it holds."""
    lacking = why_not() or ", ".join(missing_from_outside())
    if lacking:
        raise StopError(f"This cannot be tried here: {lacking}")
    report = Report()
    _weigh(report)
    with desktop() as screen:
        for release, name in TRIED_IN.items():
            for kind, way in (("deb", _deb), ("tar", _tar), ("wheel", _wheel)):
                report.at(f"{name}, .{kind}" if kind != "wheel" else f"{name}, wheel by pipx")
                way(copy_of(bare(release), f"{release}-check"), screen, report)
                remove(CACHE / f"{release}-check")
        report.at("Start, by turns")
        with wheel_and_frozen(screen, newest("*.deb")) as (wheel, frozen):
            start_times(wheel, frozen, report)
    report.write()
    return 1 if report.failed else 0


def newest(pattern: str) -> Path:
    """Return the file that was made last."""
    found = sorted(DIST.glob(pattern), key=lambda file: file.stat().st_mtime)
    if not found:
        raise StopError(f"There is no {pattern} in dist/: make it first.")
    return found[-1]


def _weigh(report: Report) -> None:
    """Measure the files, and what the .deb unpacks to, by library."""
    report.at("Sizes")
    for pattern, most in _MOST_MB.items():
        megabytes = newest(pattern).stat().st_size / 1e6
        name = pattern.removeprefix("*")
        report.figure(name, f"{megabytes:.1f} MB", f"≤ {most} MB", holds=megabytes <= most)
    report.figure("wheel", f"{newest('*.whl').stat().st_size / 1e6:.1f} MB", "")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", newest("*.deb"), folder], check=True)
        counted = sizes(Path(folder, "usr/lib/homejournal"))
    whole = sum(counted.values()) / 1e6
    most = _MOST_UNPACKED_MB
    report.figure("unpacked", f"{whole:.1f} MB", f"≤ {most} MB", holds=whole <= most)
    for library, size in list(counted.items())[:_LARGEST]:
        report.size(library, size / 1e6)
    report.size("all others", sum(list(counted.values())[_LARGEST:]) / 1e6)


def _deb(root: Root, screen: Desktop, report: Report) -> None:
    """Install the .deb as apt does, use it, and purge it."""
    file = newest("*.deb")
    shutil.copy(file, root.folder / "tmp")
    root.install(f"/tmp/{file.name}")
    (root.folder / "tmp" / file.name).unlink()
    report.step(_NO_PYTHON, partial(_no_python, root))
    family = Family(root, screen, "/usr/bin")
    _use(family, STEPS, report)
    report.step("a desktop opens each kind of its files with it", partial(_double_click, root))
    before = kept(family)
    root.run(["apt-get", "purge", "-y", "-qq", "homejournal"])
    report.step(_REMOVED, partial(_no_trace, root))
    report.step("the family’s own stays", lambda: _same(before, kept(family)))


def _double_click(root: Root) -> None:
    """Ask GNOME's own tool which program opens a file of each kind."""
    root.install("desktop-file-utils", "libglib2.0-bin")
    for ending in ("hjplan", "hjpack", "hj"):
        file = f"{HOME}/a.{ending}"
        root.run(["sh", "-c", f"echo a >{file}"], user=True)
        told = root.run(["gio", "info", "-a", "standard::content-type", file], user=True)
        opens = root.run(["gio", "mime", told.split()[-1]], user=True)
        root.run(["rm", file], user=True)
        if "homejournal.desktop" not in opens:
            raise StopError(f".{ending}: {opens}")


def _tar(root: Root, screen: Desktop, report: Report) -> None:
    """Unpack the folder in the person's home, use it, and delete it."""
    root.install(*_OF_A_DESKTOP, *_MORE_OF_A_DESKTOP, "zstd")
    file = newest("*.tar.zst")
    name = file.name.removesuffix(".tar.zst")
    shutil.copy(file, root.folder / "tmp")
    root.run(["tar", "--zstd", "-xf", f"/tmp/{file.name}"], user=True)
    report.step(_NO_PYTHON, partial(_no_python, root))
    _use(Family(root, screen, f"{HOME}/{name}"), STEPS, report)
    root.run(["rm", "-r", f"{HOME}/{name}"], user=True)
    (root.folder / "tmp" / file.name).unlink()
    report.step(_REMOVED, partial(_no_trace, root))


def _wheel(root: Root, screen: Desktop, report: Report) -> None:
    """Install the wheel by pipx, as the person, use it, and take it out again."""
    root.install(*_FOR_A_WHEEL)
    file = newest("*.whl")
    shutil.copy(file, root.folder / "tmp")
    root.run(["pipx", "install", f"/tmp/{file.name}"], user=True, variables=pip_settings(root))
    (root.folder / "tmp" / file.name).unlink()
    family = Family(root, screen, f"{HOME}/.local/bin")
    _use(family, WHEEL_STEPS, report)
    root.run(["pipx", "uninstall", "homejournal"], user=True)
    report.step(_REMOVED, partial(_no_trace, root))


def _use(family: Family, steps: Mapping[str, Step], report: Report) -> None:
    for what, step in steps.items():
        report.step(what, partial(step, family))


_NO_PYTHON = "no Python on this system"
_REMOVED = "removed without a trace but the family’s own"


def _no_python(root: Root) -> None:
    if root.tried(["sh", "-c", "command -v python3"]).returncode == 0:
        raise StopError("a Python is installed")


def _no_trace(root: Root) -> None:
    words = f"find / -xdev '(' -name '*homejournal*' -o -uid {USER} ')' -print"
    found = root.run(["sh", "-c", f"{words} 2>/dev/null || true"]).splitlines()
    left = [path for path in found if path != HOME and not path.startswith(_LOGS)]
    left = [path for path in left if not path.startswith("/tmp/")]
    if left:
        raise StopError("\n".join(left))


def _same(before: set[str], after: set[str]) -> None:
    if before != after:
        raise StopError(f"{before ^ after}")
