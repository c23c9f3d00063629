"""Makes man pages and completions from the commands themselves: dev.py manuals.

argparse-manpage and shtab do the work; they are fetched into build/manuals, never into .venv. What
is made stands in packaging/linux, so that a package can be built without them.
"""

import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
TOOLS = ROOT / "packaging" / "lock-manuals.txt"
FETCHED = ROOT / "build" / "manuals"
SHELLS = {"bash": "{}.bash", "zsh": "_{}", "fish": "{}.fish"}
ABOUT = {
    "homejournal": "a home-practice journal for families in early intervention",
    "homejournal-cli": "the same journals without a window",
}


def main() -> int:
    """Write all of them."""
    from homejournal import RELEASED, __version__
    from homejournal.cli.main import parser as commands
    from homejournal.program_arguments import parser as window

    released = datetime.fromisoformat(RELEASED).replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = f"{released.timestamp():.0f}"  # the same each time
    os.environ["COLUMNS"] = "80"
    _fetch_tools()
    both: tuple[Callable[[], ArgumentParser], ...] = (window, commands)
    for made in both:
        _manual(made(), __version__)
        _completions(made)
    return 0


def _fetch_tools() -> None:
    """Fetch what makes them, at fixed versions, where it is not there yet."""
    if not FETCHED.is_dir():
        fetch = ("-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps")
        subprocess.run([sys.executable, *fetch, "-r", TOOLS, "--target", FETCHED], check=True)
    sys.path.append(str(FETCHED))


def _manual(parser: ArgumentParser, version: str) -> None:
    told = {
        "prog": parser.prog,
        "project_name": "homejournal",
        "description": ABOUT[parser.prog],
        "version": version,
        "manual_title": "homejournal",
    }
    page = str(import_module("argparse_manpage.manpage").Manpage(parser, _data=told))
    head, _, rest = page.partition("\n")
    _write(LINUX / "man" / f"{parser.prog}.1", head.replace(r"\-", "-") + "\n" + rest)


def _completions(make: Callable[[], ArgumentParser]) -> None:
    for shell, name in SHELLS.items():
        parser = make()  # shtab changes it
        text = import_module("shtab").complete(parser, shell=shell)
        _write(LINUX / "completions" / name.format(parser.prog), text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = (line.rstrip() for line in text.strip().splitlines())
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
