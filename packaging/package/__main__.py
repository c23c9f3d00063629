"""Make what a family gets, and try it where nothing is installed.

    python3 packaging/dev.py package deb|tar|wheel|folder [...]
    python3 packaging/dev.py package --check

deb and tar are built in a root of Debian 12, which debootstrap makes as root; elsewhere, on this
system. What is made lies in dist/, beside a list of what is inside (CycloneDX). --check installs
both in bare roots of Debian 12 and 13 and uses them as a family does; it takes some minutes.
"""

import argparse
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path[0] = str(PACKAGING)
sys.path.insert(1, str(PACKAGING.parent))

from console import StopError, tell  # noqa: E402 (the path comes first)
from homejournal import __version__  # noqa: E402
from package.freezing import build_wheel, freeze, list_parts, workshop  # noqa: E402
from package.laying import make_deb, make_tar  # noqa: E402

KINDS = ("deb", "tar", "wheel", "folder")


def main() -> int:
    asked = parser()
    options = asked.parse_args()
    if not set(options.kinds) <= set(KINDS) or not (options.kinds or options.check):
        asked.error(f"say what to make: {', '.join(KINDS)}, or --check")
    try:
        for file in made(options.kinds):
            tell(f"{file}: {size_of(file) / 1e6:.1f} MB")
        if options.check:
            from package.checking import check

            return check()
    except StopError as stop:
        tell(str(stop))
        return 2
    return 0


def made(kinds: list[str]) -> list[Path]:
    """Make each kind and return the files; the program is frozen once for all of them."""
    files = [build_wheel()] if "wheel" in kinds else []
    if not {"deb", "tar", "folder"} & set(kinds):
        return files
    shop = workshop()
    frozen = freeze(shop)
    makers = {"deb": make_deb, "tar": make_tar}
    files += [make(shop, frozen, __version__) for kind, make in makers.items() if kind in kinds]
    files.append(list_parts(shop, frozen, __version__))
    return files + ([frozen] if "folder" in kinds else [])


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of all files in a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(one.lstat().st_size for one in path.rglob("*") if not one.is_dir())


def parser() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser(
        prog="dev.py package",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    asked.add_argument("--check", action="store_true", help="use what is in dist/ as a family does")
    return asked


if __name__ == "__main__":
    sys.exit(main())
