"""The borders between the layers, and what must never be shipped."""

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
