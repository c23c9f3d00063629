"""The borders between the layers, and what must never be shipped."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "homejournal"


@cache
def trees():
    """Return the syntax tree of each module by its name."""
    return {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): ast.parse(
            path.read_text("utf-8")
        )
        for path in PACKAGE.rglob("*.py")
    }


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


def changed_in(tree):
    """Return the names of a module that its own code changes after the module was loaded."""
    changing = {"add", "append", "clear", "extend", "insert", "pop", "remove", "setdefault"}
    kept = {
        name.id
        for one in tree.body
        if isinstance(one, ast.Assign | ast.AnnAssign)
        for name in (one.targets if isinstance(one, ast.Assign) else [one.target])
        if isinstance(name, ast.Name)
    }
    inside = [node for one in tree.body if hasattr(one, "body") for node in ast.walk(one)]
    found = {name for node in inside if isinstance(node, ast.Global) for name in node.names}
    for node in inside:
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if called and node.func.attr in changing | {"update", "discard"}:
            found.add(getattr(node.func.value, "id", ""))
        elif isinstance(node, ast.Subscript | ast.Attribute) and isinstance(
            node.ctx, ast.Store | ast.Del
        ):
            found.add(getattr(node.value, "id", ""))
    return found & kept


def test_what_a_module_keeps_and_changes_is_read_by_no_other_module():
    changed = {(module, name) for module, tree in trees().items() for name in changed_in(tree)}
    read = {
        (node.module, name.name)
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    assert changed  # such as the readers of records, each made when it is first asked for
    assert changed & read == set()


def test_no_class_has_more_than_400_lines_or_25_methods_for_others():
    large = [
        f"{module}.{one.name}"
        for module, tree in trees().items()
        for one in tree.body
        if isinstance(one, ast.ClassDef)
        and (one.end_lineno - one.lineno >= 400 or len(for_others(one)) > 25)
    ]
    assert large == []


def for_others(cls):
    """Return the names of methods that others may call; Qt's own names are none of ours."""
    return {
        one.name
        for one in cls.body
        if isinstance(one, ast.FunctionDef)
        and not one.name.startswith("_")
        and not any(getattr(by, "id", "") == "override" for by in one.decorator_list)
    }
