"""The licenses of this program and of all that it brings along, with their whole texts."""

import importlib.metadata as metadata
import re
from collections.abc import Iterator
from typing import NamedTuple

from homejournal.resources import resource

_OURS = "homejournal"
_QT = frozenset({"pyside6-essentials", "shiboken6"})
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_KEPT_APART = re.compile(r"[-_.]+")


class License(NamedTuple):
    """A part by its name, what its license is called, and the texts of it."""

    part: str
    called: str
    text: str


def licenses() -> tuple[License, ...]:
    """Return this program's license first, then fonts and icons, then the packages by name."""
    return (
        License(_OURS, "MIT", _read("licenses", "homejournal.txt")),
        License("Noto", "OFL-1.1", _read("fonts", "OFL.txt")),
        License("Tabler Icons", "MIT", _read("icons", "LICENSE")),
        *(_of_package(name) for name in sorted(_packages())),
    )


def _read(*parts: str) -> str:
    return resource(*parts).read_text("utf-8")


def _packages() -> set[str]:
    """Return the names of all packages that are used while the program runs."""
    found: set[str] = set()
    waiting = list(_needed_by(_OURS)) if _is_installed(_OURS) else []
    while waiting:
        name = waiting.pop()
        if name not in found and _is_installed(name):
            found.add(name)
            waiting += _needed_by(name)
    return found


def _needed_by(name: str) -> Iterator[str]:
    for line in metadata.requires(name) or ():
        needed = _NAME.match(line)
        if needed is not None and "extra ==" not in line:
            yield _KEPT_APART.sub("-", needed.group()).lower()


def _is_installed(name: str) -> bool:
    """Return whether a package is there: some are only needed on another system."""
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _of_package(name: str) -> License:
    package = metadata.distribution(name)
    told = package.metadata
    classes = [one for one in told.get_all("Classifier", []) if one.startswith("License ::")]
    said = [*told.get_all("License-Expression", []), *classes, *told.get_all("License", [])]
    called = said[0].rpartition(":: ")[2].partition("\n")[0] if said else ""
    texts = [
        file.read_text("utf-8")
        for file in package.files or ()
        if ".dist-info" in file.parts[0] and "LICEN" in str(file).upper()
    ]
    if name in _QT:  # the package itself has none
        texts += [_read("licenses", "LGPL-3.0.txt"), _read("licenses", "GPL-3.0.txt")]
    return License(f"{told['Name']} {package.version}", called, "\n\n".join(texts))
