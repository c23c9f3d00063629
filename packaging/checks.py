"""What can be told about the code without running it: style, layers, types."""

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from console import StopError, tell
from environment import PYTHON, ROOT


def commands() -> dict[str, list[str]]:
    """Return the command of each check under the words that tell what it looks at."""
    here = ROOT / "packaging"
    programs = sorted(here.glob("*.py"))
    for folder in ("outside", "package", "sheet_photos", "torture"):
        programs += sorted((here / folder).glob("*.py"))
    return {
        "Style (ruff)": ["-m", "ruff", "check", "--quiet"],
        "Form (ruff format)": ["-m", "ruff", "format", "--check", "--quiet"],
        "Layers (import-linter)": [
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
        ],
        "Types (mypy)": ["-m", "mypy", "homejournal", *map(str, programs)],
    }


def loading() -> dict[str, list[str]]:
    """Return what loads the tests once, where Python has not compiled them yet.

    Each worker would compile all of them, while here types are checked and one core has nothing
    to do.
    """
    if (ROOT / "tests" / "__pycache__").exists():
        return {}
    return {"Tests (pytest)": ["-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]}


def check_all(checks: dict[str, list[str]]) -> None:
    """Run all these checks and show what failing ones say; raise StopError where one fails."""
    with ThreadPoolExecutor() as pool:  # the longest one takes about as long as all others
        passing = list(pool.map(_passes, checks, checks.values()))
    failing = [name for name, passes in zip(checks, passing, strict=True) if not passes]
    if failing:
        raise StopError(f"\nNot in order yet: {', '.join(failing)}. See above.")


def _passes(name: str, command: list[str]) -> bool:
    begin = time.monotonic()
    done = subprocess.run(
        [PYTHON, *command],
        cwd=ROOT,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    verdict = "in order" if done.returncode == 0 else f"NOT in order\n{done.stdout}"
    tell(f"{name}: {verdict} ({time.monotonic() - begin:.0f} s)")
    return done.returncode == 0
