"""Lays the frozen program out as on a family's computer, and packs it as .deb or .tar.zst."""

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import time
from email.utils import formatdate
from pathlib import Path

from console import StopError, tell
from environment import ROOT
from package import debian
from package.freezing import DIST, Workshop
from package.icons import SIZES

LINUX = ROOT / "packaging" / "linux"
_DRAWINGS = ROOT / "resources" / "icons" / "app"
_AS_DEB = ("-Zxz", "-z2")
_AS_TAR = "zstd -19 -T0"
_PROGRAMS = ("homejournal", "homejournal-cli")
_PLACES = {
    "*.desktop": "applications",
    "*.metainfo.xml": "metainfo",
    "*.mime.xml": "mime/packages",
    "completions/*.bash": "bash-completion/completions",
    "completions/*.fish": "fish/vendor_completions.d",
    "completions/_*": "zsh/vendor-completions",
}
"""Where what desktops and shells read belongs under share/."""


def lay_share(share: Path, icons: Path) -> None:
    """Put icons, the desktop entry and what else a desktop reads under a folder `share`."""
    for size in SIZES:
        _copy(icons / f"{size}.png", share / f"icons/hicolor/{size}x{size}/apps/homejournal.png")
    _copy(_DRAWINGS / "homejournal.svg", share / "icons/hicolor/scalable/apps/homejournal.svg")
    symbolic = "homejournal-symbolic.svg"
    _copy(_DRAWINGS / symbolic, share / "icons/hicolor/symbolic/apps" / symbolic)
    for pattern, place in _PLACES.items():
        for file in LINUX.glob(pattern):
            name = file.name.replace(".mime.xml", ".xml").removesuffix(".bash")
            _copy(file, share / place / name)
    for page in LINUX.glob("man/*.1"):
        packed = share / "man/man1" / f"{page.name}.gz"
        packed.parent.mkdir(parents=True, exist_ok=True)
        packed.write_bytes(gzip.compress(page.read_bytes(), mtime=0))


def make_deb(shop: Workshop, frozen: Path, version: str) -> Path:
    """Pack the .deb and return its file."""
    made = shop.folder / "deb"
    shutil.rmtree(made, ignore_errors=True)
    program = made / "usr/lib/homejournal"
    shutil.copytree(frozen, program, symlinks=True)
    (made / "usr/bin").mkdir()
    for name in _PROGRAMS:
        (made / "usr/bin" / name).symlink_to(f"../lib/homejournal/{name}")
    share = made / "usr/share"
    lay_share(share, shop.folder / "icons")
    _lay_documents(share, version)
    _set_rights(made)
    _write_control(shop, made, version)
    file = DIST / f"homejournal_{version}_amd64.deb"
    tell("Packing the .deb, a minute or two ...")
    _call(["dpkg-deb", "--root-owner-group", *_AS_DEB, "--build", str(made), str(file)])
    return file


def make_tar(shop: Workshop, frozen: Path, version: str) -> Path:
    """Pack the folder that runs from anywhere, and return the file."""
    name = f"homejournal-{version}-linux-{platform.machine()}"
    made = shop.folder / "tar" / name
    shutil.rmtree(made.parent, ignore_errors=True)
    shutil.copytree(frozen, made, symlinks=True)
    lay_share(made / "share", shop.folder / "icons")
    for paper in ("LICENSE", "CHANGELOG.md", "packaging/THIRD-PARTY.md"):
        _copy(ROOT / paper, made / Path(paper).name)
    _set_rights(made)
    file = DIST / f"{name}.tar.zst"
    tell("Packing the .tar.zst, about a minute ...")
    owner = ("--owner=0", "--group=0", "--numeric-owner", "--sort=name")
    _call(["tar", "-I", _AS_TAR, *owner, "-cf", str(file), "-C", str(made.parent), name])
    return file


def _lay_documents(share: Path, version: str) -> None:
    documents = share / "doc/homejournal"
    documents.mkdir(parents=True)
    ours = (ROOT / "LICENSE").read_text("utf-8")
    third = (ROOT / "packaging" / "THIRD-PARTY.md").read_text("utf-8")
    told = debian.copyright_file(ours, third)
    (documents / "copyright").write_text(told, encoding="utf-8")
    entry = debian.changelog(version, formatdate(_when(), localtime=False))
    (documents / "changelog.gz").write_bytes(gzip.compress(entry.encode(), mtime=0))
    overrides = share / "lintian/overrides/homejournal"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(debian.overrides(), encoding="utf-8")


def _when() -> float:
    return float(os.environ.get("SOURCE_DATE_EPOCH", time.time()))


def _set_rights(folder: Path) -> None:
    """Let everybody read, the owner write, and only programs be run."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)


def _is_program(path: Path) -> bool:
    return path.name in _PROGRAMS and (path.parent / "_internal").is_dir()


def _write_control(shop: Workshop, made: Path, version: str) -> None:
    files = [path for path in sorted(made.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = (
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{file.relative_to(made)}\n"
        for file in files
    )
    kilobytes = sum(-(-file.stat().st_size // 1024) for file in files)
    own = debian.control(version, needs=_needs(shop, made), kilobytes=kilobytes)
    (made / "DEBIAN").mkdir(mode=0o755)
    (made / "DEBIAN/md5sums").write_text("".join(sums), encoding="utf-8")
    (made / "DEBIAN/control").write_text(own, encoding="utf-8")


def _needs(shop: Workshop, made: Path) -> list[str]:
    """Return the packages that hold what the program's files load from the system."""
    files = [file for file in (made / "usr/lib").rglob("*") if _is_read(file)]
    told = shop.run(["readelf", "--dynamic", "--wide", *map(shop.seen, files)])
    wanted = debian.loaded(told) - {file.name for file in (made / "usr/lib").rglob("*.so*")}
    owners = shop.run(["dpkg-query", "--search", *(f"*/{name}" for name in sorted(wanted))])
    c_library = shop.run(["dpkg-query", "--show", "--showformat", "${Version}", "libc6"])
    return debian.needs(owners, c_library.partition("-")[0])


def _is_read(file: Path) -> bool:
    """Return whether a file is asked what it loads; what only some desktops have is not asked."""
    shared = _is_program(file) or ".so" in file.name
    return shared and file.is_file() and not file.is_symlink() and "gtk3" not in file.name


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)


def _call(order: list[str]) -> None:
    done = subprocess.run(order, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise StopError(f"{done.stderr}\nThis failed: {order[0]}")
