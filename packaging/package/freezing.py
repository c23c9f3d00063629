"""Freezes the program: one folder that holds Python, Qt and everything else.

It is built from the wheel, so both hold the same; in a root of Debian 12 where one can be made.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from console import StopError, tell
from environment import PACKAGE_LOCK, PYTHON, ROOT, Part
from package.icu import trim
from package.inside import write_list
from package.roots import BUILDS_IN, CACHE, TRIED_IN, Root, bare, why_not
from package.slimming import is_stripped, sizes, told
from system_packages import DRAWING, WINDOW

DIST = ROOT / "dist"
_SPEC = ROOT / "packaging" / "package"
_TOOLS = ("python3", "python3-venv", "libpython3.11", "binutils", "dpkg-dev", "ca-certificates")
_ASKED_FOR = (
    *("libcups2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
    *("libxcb-image0", "libxcb-render-util0", "libxcb-util1"),
)
"""What Qt's libraries and plugins ask for beyond what a window needs."""
_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


@dataclass(frozen=True)
class Workshop:
    """Where the program is frozen: a folder in a root, or on this system where `root` is None."""

    folder: Path
    root: Root | None

    def seen(self, path: Path) -> str:
        """Return the path as what runs in the workshop has it."""
        return str(path) if self.root is None else f"/{path.relative_to(self.root.folder)}"

    def run(self, words: list[str], **variables: str) -> str:
        """Run these words and return what they print; StopError where they fail."""
        if self.root is not None:
            return self.root.run(words, variables=variables)
        done = subprocess.run(
            words,
            check=False,
            env={**os.environ, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode:
            raise StopError("\n".join(done.stdout.splitlines()[-25:]))
        return done.stdout

    @property
    def python(self) -> Path:
        """Return the Python of the environment in which the program is frozen."""
        return self.folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def workshop() -> Workshop:
    """Return the place to freeze in, with all tools; say so where it is only this system."""
    reason = why_not()
    if reason:
        tell(f"Built on this system, since {reason}: it may not start on an older one.")
        return Workshop(ROOT / "build" / "package", None)
    folder = CACHE / f"{BUILDS_IN}-build"
    if not folder.exists():
        tell(f"Putting Python and the libraries that Qt asks for into {TRIED_IN[BUILDS_IN]} ...")
        made = folder.with_suffix(".new")
        shutil.rmtree(made, ignore_errors=True)
        subprocess.run(["cp", "-a", bare(BUILDS_IN).folder, made], check=True)
        Root(made).install(*_TOOLS, *_ASKED_FOR, *DRAWING.values(), *WINDOW.values())
        made.rename(folder)
    return Workshop(folder / "build", Root(folder))


def build_wheel() -> Path:
    """Build the wheel and return its file; older ones are thrown away."""
    for old in DIST.glob("homejournal-*.whl"):
        old.unlink()
    order = [str(PYTHON), "-m", "hatchling", "build", "-t", "wheel", "-d", str(DIST)]
    done = subprocess.run(order, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise StopError(f"{done.stderr}\nThe wheel could not be built.")
    (wheel,) = DIST.glob("homejournal-*.whl")
    return wheel


def freeze(shop: Workshop) -> Path:
    """Freeze the program and return its folder, as seen from outside; print what is how large."""
    wheel = build_wheel()
    shop.folder.mkdir(parents=True, exist_ok=True)
    _ensure_packages(shop)
    _take_in(shop, wheel)
    tell("Freezing, some minutes ...")
    folder = shop.folder / "dist" / "homejournal"
    shop.run(
        [
            *(shop.seen(shop.python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", shop.seen(folder.parent)),
            *("--workpath", shop.seen(shop.folder / "work")),
            shop.seen(shop.folder / "spec" / "homejournal.spec"),
        ],
        HOMEJOURNAL_ICON=shop.seen(shop.folder / "icons" / "512.png"),
    )
    if sys.platform == "linux":
        _make_smaller(shop, folder)
    if sys.platform != "win32":
        (folder / "homejournal-cli").symlink_to("homejournal")
    tell("What the frozen program holds, in files:")
    for line in told(sizes(folder)):
        tell(line)
    return folder


def list_parts(shop: Workshop, frozen: Path, version: str) -> Path:
    """Write which packages the program holds, and which Python, Qt and ICU; return the file."""
    asks = "import platform, PySide6.QtCore as qt; print(platform.python_version(), qt.qVersion())"
    python, qt = shop.run([shop.seen(shop.python), "-c", asks]).split()
    parts = {"Python": python, "Qt": qt}
    for library in frozen.rglob("PySide6/**/libicudata.so.*"):
        parts["ICU"] = library.name.rpartition(".")[2]
    return write_list(
        frozen, parts, DIST / f"homejournal-{version}-{sys.platform}-{platform.machine()}.cdx.json"
    )


def _make_smaller(shop: Workshop, folder: Path) -> None:
    for library in folder.rglob("PySide6/**/libicudata.so.*"):
        trim(library, shop.run, shop.seen)
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    stripped = [file for file in files if is_stripped(file.relative_to(folder))]
    shop.run(["strip", "--strip-unneeded", *map(shop.seen, stripped)])


def _ensure_packages(shop: Workshop) -> None:
    """Install the locked packages and PyInstaller, where they are not there yet."""
    locks = [Part.RUN.lock, PACKAGE_LOCK]
    wanted = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()
    stamp = shop.folder / "packages.stamp"
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    tell("Fetching the packages that the program is built on, some minutes ...")
    shutil.rmtree(shop.folder / "venv", ignore_errors=True)
    python = sys.executable if shop.root is None else "/usr/bin/python3"
    shop.run([python, "-m", "venv", shop.seen(shop.folder / "venv")])
    for lock in locks:
        shutil.copy(lock, shop.folder)
        options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r"]
        _pip(shop, *options, shop.seen(shop.folder / lock.name))
    stamp.write_text(wanted, encoding="utf-8")


def _take_in(shop: Workshop, wheel: Path) -> None:
    """Put our wheel and the spec with what it needs into the workshop."""
    shutil.copy(wheel, shop.folder)
    _pip(shop, "--no-deps", "--force-reinstall", shop.seen(shop.folder / wheel.name))
    spec = shop.folder / "spec"
    shutil.rmtree(spec, ignore_errors=True)
    shutil.copytree(_SPEC, spec, ignore=shutil.ignore_patterns("__pycache__"))
    drawing = spec / "homejournal.svg"
    shutil.copy(ROOT / "resources/icons/app/homejournal.svg", drawing)
    draws = [shop.seen(shop.python), shop.seen(spec / "icons.py"), shop.seen(drawing)]
    shop.run([*draws, shop.seen(shop.folder / "icons")])


def _pip(shop: Workshop, *words: str) -> None:
    given = pip_settings(shop.root)
    shop.run([shop.seen(shop.python), "-m", "pip", "install", "--quiet", *words], **given)


def pip_settings(root: Root | None) -> dict[str, str]:
    """Return the index that this person's own settings name, and this system's trust in a root."""
    given = {name: text for name, text in os.environ.items() if name.startswith("PIP_INDEX")}
    if root is not None and _CERTIFICATES.exists():
        shutil.copyfile(_CERTIFICATES, root.folder / _CERTIFICATES.relative_to("/"))
        given["PIP_CERT"] = str(_CERTIFICATES)
    return given
