"""The texts of a Debian package: what it is, what it asks for, and under which licenses it is."""

import re
from collections.abc import Iterable

MAINTAINER = "homejournal contributors <homejournal@users.noreply.github.com>"
ABOUT = (
    "journal of home practice for families in early intervention",
    "A family writes down each day in seconds what it practiced with its small child",
    "between visits, and sees what is changing. For the next visit it makes one page",
    "that a therapist reads in half a minute, with charts, as a PDF or on paper.",
    ".",
    "Everything stays on this computer, with a password where the family wants one;",
    "the program has no account and uses no network. It speaks English, Spanish and",
    "Arabic.",
)
"""What package tools tell: one line, then the rest."""
OWN_NEEDS = ("libssl3", "libxcb-cursor0", "libxkbcommon-x11-0", "shared-mime-info")
"""Asked for by name: Python's hashes find OpenSSL late, and a desktop opens our files by type."""
LATER_NEEDS = ("libcups2", "xdg-utils")
"""Printers, and opening a saved page; the program starts without them."""


def control(version: str, *, needs: Iterable[str], kilobytes: int) -> str:
    """Return the file by which apt knows the package."""
    title, *rest = ABOUT
    fields = {
        "Package": "homejournal",
        "Version": version,
        "Architecture": "amd64",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(needs),
        "Recommends": ", ".join(LATER_NEEDS),
        "Section": "utils",
        "Priority": "optional",
        "Homepage": "https://github.com/homejournal/homejournal",
        "Description": "\n ".join([title, *rest]),
    }
    return "".join(f"{name}: {text}\n" for name, text in fields.items())


def loaded(told: str) -> set[str]:
    """Return the names of the libraries that files load, from what readelf tells of them."""
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", told))


def needs(owners: str, c_library: str) -> list[str]:
    """Return what the package depends on: who owns what is loaded, and what we ask for by name.

    The C library is asked for in the version that the program was built with.
    """
    found = {line.partition(":")[0] for line in owners.splitlines()}
    asked = (found | {*OWN_NEEDS}) - {"libc6", *LATER_NEEDS}
    return [f"libc6 (>= {c_library})", *sorted(asked)]


def copyright_file(our_license: str, third_parties: str) -> str:
    """Return the file that tells under which license each part is.

    Our own license and the table of what homejournal stands on are taken as they are.
    """
    holder, _, terms = our_license.partition("\n\n")[2].partition("\n\n")
    rows = [line for line in third_parties.splitlines() if line.startswith("| ")]
    return (
        f"{_HEAD}\nFiles: *\nCopyright: {holder.removeprefix('Copyright (c) ')}\n"
        f"License: Expat\n{_indented(terms)}\n"
        "Files: usr/lib/homejournal/_internal/*\n"
        "Copyright: the authors of each package, named in its dist-info folder there\n"
        f"License: several\n{_indented(chr(10).join(rows[1:]))}"
    )


_HEAD = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: homejournal
Comment: The program carries Python and the packages below, each with its own
 license text in /usr/lib/homejournal/_internal/*.dist-info. Qt is under the
 LGPL, version 3 (/usr/share/common-licenses/LGPL-3); its libraries are files
 of their own there, and can be replaced by another build of Qt.
"""


def _indented(text: str) -> str:
    lines = (line.rstrip() for line in text.strip().splitlines())
    return "".join(f" {line or '.'}\n" for line in lines)


def changelog(version: str, day: str) -> str:
    """Return the package's own list of changes, which names the program's."""
    return (
        f"homejournal ({version}) unstable; urgency=medium\n\n"
        "  * What is new is told in the program: Help, What is new.\n\n"
        f" -- {MAINTAINER}  {day}\n"
    )


OVERRIDES = (
    ("embedded-library", "what PyInstaller carries of the packages' own wheels is needed as it is"),
    ("unstripped-binary-or-object", "the two starters hold the program behind their code"),
    ("package-installs-python-bytecode", "no other Python reads them: they are the program"),
    ("shared-library-lacks-prerequisites", "modules of Python find its names in the program"),
)


def overrides() -> str:
    """Return what lintian is not to tell, each with the reason."""
    return "".join(f"# {reason}\nhomejournal: {tag}\n" for tag, reason in OVERRIDES)
