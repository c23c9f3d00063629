"""What stands is edited, never made anew: so a part that a form does not show stays as it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import homejournal
from homejournal.domain.records.kinds import KINDS

pytestmark = pytest.mark.unmeasured

PACKAGE = Path(homejournal.__file__).parent
CLASSES = {entry.cls.__name__ for entry in KINDS.values()} | {"MediaRecord"}
NEW = (
    *("uuid4(", "uuid5(", "next(ids)", "ids.next(", "writing.new_id(", "context.new_id(", "new_id"),
    *("helper_id(", "turned_id("),
)
"""How a new id is told; what has one cannot stand yet."""
MEANT = {
    ("domain/plan/plan_files.py", "TeamMember"),  # for a file, which holds no way to reach them
    ("domain/papers/sheet_layout.py", "Sheet"),  # printed twice just so, it is one
}


def made_anew() -> Iterator[tuple[str, str]]:
    """Yield where a record is made under an id that is none of the new ones."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            told = [ast.unparse(keyword.value) for keyword in node.keywords if keyword.arg == "id"]
            if node.func.id in CLASSES and told and not told[0].startswith(NEW):
                yield file.relative_to(PACKAGE).as_posix(), node.func.id


def test_a_record_is_made_anew_only_under_a_new_id():
    assert set(made_anew()) == MEANT
