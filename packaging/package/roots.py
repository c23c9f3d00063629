"""Bare Debian systems in folders, in which packages are built and tried.

They are made by debootstrap, which needs root, and kept outside the project. The archive that they
come from is the one that this computer's own apt asks.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from console import StopError, tell

BUILDS_IN = "bookworm"
"""Debian 12: what is built with its C library starts on every newer one, never the other way."""
TRIED_IN = {"bookworm": "Debian 12", "trixie": "Debian 13"}
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "homejournal-packaging"
USER = 65534
"""The person without rights in a root. Outside this is nobody: a bus serves only whom it knows."""
HOME = "/home/family"
_HERE = ("/etc/resolv.conf", "/etc/hosts")
_APT_SAYS = ("Acquire::http::Proxy", "Acquire::https::Proxy", "Acquire::Check-Valid-Until")
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_ENTER = """
mount -t proc proc "$0/proc"
while [ "$1" != -- ]; do
    mkdir -p "$0$1"; mount --rbind "$1" "$0$1"; shift
done
shift
exec "$@"
"""
"""What is mounted is seen by this program alone, and gone with it."""


def why_not() -> str | None:
    """Return why no root can be made on this system, or None where it can."""
    if os.geteuid() != 0:
        return "a Debian root can only be made by root"
    if not shutil.which("debootstrap"):
        return "debootstrap is not installed"
    if _told_of_system("ID") != "debian" or not _archives():
        return "apt on this system names no Debian archive"
    return None


@dataclass(frozen=True)
class Root:
    """A system in a folder."""

    folder: Path

    def order(
        self,
        words: Sequence[str],
        *,
        user: bool = False,
        shared: Iterable[Path] = (),
        variables: Mapping[str, str] | None = None,
        networked: bool = True,
    ) -> list[str]:
        """Return the command that runs these words here, as root or as the person.

        It keeps its process number. Shared folders of this computer are seen under the same path.
        """
        who = ["--userspec", f"{USER}:{USER}"] if user else []
        given = {"PATH": _PATH, "HOME": HOME if user else "/", "LC_ALL": "C.UTF-8"}
        settings = [f"{name}={text}" for name, text in {**given, **(variables or {})}.items()]
        apart = ["unshare", "--mount", "--propagation", "private"]
        apart += [] if networked else ["--net"]
        inside = ["chroot", *who, str(self.folder), "env", "-i", "-C", given["HOME"], *settings]
        folders = [str(folder) for folder in shared]
        return [*apart, "sh", "-ec", _ENTER, str(self.folder), *folders, "--", *inside, *words]

    def run(self, words: Sequence[str], **how: object) -> str:
        """Run these words here and return what they print; StopError where they fail."""
        done = self.tried(words, **how)
        if done.returncode:
            tail = "\n".join(done.stdout.splitlines()[-25:])
            raise StopError(f"{tail}\n\nThis failed in {self.folder.name}: {' '.join(words[:8])}")
        return done.stdout

    def tried(self, words: Sequence[str], **how: object) -> subprocess.CompletedProcess[str]:
        """Run these words here, and leave it to the caller what a failure means."""
        return subprocess.run(
            self.order(words, **how),  # type: ignore[arg-type]
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def install(self, *packages: str) -> str:
        """Install packages, or files that lie in the root, with all that they ask for."""
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        self.run(["apt-get", "update", "-qq"], variables=quiet)
        order = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        return self.run(order, variables=quiet)


def bare(release: str) -> Root:
    """Return the smallest system of a release as debootstrap makes it, from the cache."""
    kept = CACHE / release
    if not kept.exists():
        tell(f"Making a bare root of {TRIED_IN[release]}, some minutes the first time ...")
        made = kept.with_suffix(".new")
        shutil.rmtree(made, ignore_errors=True)
        made.parent.mkdir(parents=True, exist_ok=True)
        order = ["debootstrap", "--variant=minbase", release, str(made), _archives()[_codename()]]
        done = subprocess.run(order, check=False, capture_output=True, encoding="utf-8")
        if done.returncode:
            tail = "\n".join(done.stdout.splitlines()[-5:])
            raise StopError(f"{tail}\n\nNo root of {TRIED_IN[release]} could be made.")
        made.rename(kept)
    _set_up(kept, release)
    return Root(kept)


def copy_of(root: Root, name: str) -> Root:
    """Return a copy with a home for a person without rights; an older copy is thrown away."""
    folder = CACHE / name
    remove(folder)
    subprocess.run(["cp", "-a", "--reflink=auto", root.folder, folder], check=True)
    copied = Root(folder)
    copied.run(["usermod", "--login", "family", "--home", HOME, "nobody"])
    copied.run(["install", "--directory", "--owner=family", HOME])
    return copied


def remove(folder: Path) -> None:
    """Throw a copy away; what is mounted in it is so only for programs that have ended."""
    if folder.exists():
        subprocess.run(["rm", "-rf", "--one-file-system", folder], check=True)


def _set_up(folder: Path, release: str) -> None:
    """Give a root this computer's way to the network, and the archives of its own release."""
    for file in map(Path, _HERE):
        if file.exists():
            (folder / file.relative_to("/")).write_bytes(file.read_bytes())
    lines = sources(_archives(), _codename(), release)
    (folder / "etc/apt/sources.list").write_text("".join(lines), encoding="utf-8")
    said = subprocess.run(
        ["apt-config", "dump", *_APT_SAYS], check=True, capture_output=True, encoding="utf-8"
    )
    (folder / "etc/apt/apt.conf.d/90as-outside").write_text(said.stdout, encoding="utf-8")


def sources(archives: Mapping[str, str], own: str, release: str) -> list[str]:
    """Return the lines for apt that name the same archives, of another release of Debian."""
    return [
        f"deb {address} {suite.replace(own, release, 1)} main\n"
        for suite, address in archives.items()
    ]


def _archives() -> dict[str, str]:
    """Return the addresses that apt asks, by the suites of this system's own release."""
    if not shutil.which("apt-get"):
        return {}
    order = ["apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)"]
    told = subprocess.run(
        [*order, "Created-By: Packages"], check=False, capture_output=True, encoding="utf-8"
    )
    pairs = sorted({line for line in told.stdout.splitlines() if line.startswith(_codename())})
    return {suite: address for suite, _, address in (line.partition(" ") for line in pairs)}


def _codename() -> str:
    return _told_of_system("VERSION_CODENAME") or "unknown"


def _told_of_system(name: str) -> str:
    """Return what a system says of itself: "debian", "trixie"; nothing where it does not."""
    told = Path("/etc/os-release")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    return dict(line.partition("=")[::2] for line in lines).get(name, "").strip('"')
