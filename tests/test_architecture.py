"""The borders between the layers, and what must never be shipped."""

import re
from pathlib import Path

from importlinter.cli import lint_imports

PACKAGE = Path(__file__).parent.parent / "homejournal"


def test_every_layer_imports_only_what_stands_below_it():
    assert lint_imports(no_cache=True) == 0


def test_nothing_that_is_shipped_can_reach_a_network():
    reaching = [
        path.name for path in PACKAGE.rglob("*.py") if "QtNetwork" in path.read_text("utf-8")
    ]
    assert reaching == []


def test_the_parts_of_a_page_belong_to_one_page():
    pages = ("today", "plan", "journal", "visit_page", "first")
    named = re.compile(r"homejournal\.ui\.pages\.(\w+)")
    found = []
    for file in sorted((PACKAGE / "ui" / "pages").glob("*.py")):
        family = next((page for page in pages if file.stem.startswith(page)), file.stem)
        parts = named.findall(file.read_text("utf-8"))
        found += [f"{file.stem} imports {part}" for part in parts if not part.startswith(family)]
    assert found == []
