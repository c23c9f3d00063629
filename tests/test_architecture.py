"""The borders between the layers, and what must never be shipped."""

import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "homejournal"


def test_every_layer_imports_only_what_stands_below_it():
    # In a process of its own: the linter switches off every logger that is there already.
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=PACKAGE.parent, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode()


def test_nothing_that_is_shipped_can_reach_a_network():
    reaching = [
        path.name for path in PACKAGE.rglob("*.py") if "QtNetwork" in path.read_text("utf-8")
    ]
    assert reaching == []


def test_json_that_somebody_else_may_have_written_is_read_within_limits():
    """`json.loads` breaks on depth; what reads our own resources and exports alone may use it."""
    reads = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\bjson\.loads?\(", path.read_text(encoding="utf-8"))
    }
    assert reads == {
        "domain/limits.py",
        "exchange/json_text.py",
        "exchange/journal_csv.py",
        "services/opening.py",
    }
