"""Small changes of the program, drawn by chance: what a slip of the hand could leave behind.

Where and how a file is changed is told by the operators of Cosmic Ray, and by one of our own. Each
place has the same chance, however many changes there are for it, and each area gets as many.
"""
# ruff: noqa: ANN401 (what is not installed for other commands has no types here)

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from environment import MUTANTS

AREAS = {
    "storage": ("homejournal/storage",),
    "safe": ("homejournal/services/safe",),
    "exchange": ("homejournal/exchange",),
    "counting": ("homejournal/domain/days", "homejournal/domain/looking_back"),
}
"""The journal's file, what keeps it safe, what comes in and leaves, and what counts."""
_GUESSING = frozenset(
    f"homejournal/exchange/sheet_photo/{name}.py"
    for name in ("ink", "page", "pixels", "registration")
)
"""What reads a photo of a sheet guesses, and somebody looks at each guess: `sheet-photos` tells how
many are right, and a limit that is a little different is no fault."""
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
_NEVER_RUN = (
    "TYPE_CHECKING",
    "sys.platform",
    "assert_never",
    "NotImplementedError",
    "@override",
    "@dataclass(",
    "cache(maxsize=",
)
"""What no test here can run, or only whoever reads the code needs, or only how long it takes."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the lines before and after it without their indents, and the file's new text."""

    path: str
    lines: range
    function: str
    before: str
    after: str
    text: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Return what tells this change from others, wherever in its file the line now stands."""
        return self.path, self.function, self.before, self.after

    def told(self) -> str:
        """Return where the change is and what it is."""
        return (
            f"{self.path}:{self.lines.start} in {self.function or 'the file itself'}\n"
            f"      - {self.before}\n      + {self.after}"
        )


class LeaveOut:
    """Leaves out a call whose answer nobody takes, or a refusal: what is forgotten most easily.

    It has the two methods of Cosmic Ray's operators.
    """

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        if node.parent is not None and node.parent.type == "simple_stmt":
            is_call = node.type == "atom_expr" and node.children[-1].get_first_leaf().value == "("
            if is_call or node.type == "raise_stmt":
                yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:  # noqa: ARG002 (Cosmic Ray calls it so)
        from parso.python.tree import Name

        return Name("pass", node.start_pos, node.get_first_leaf().prefix)


Place = tuple[str, tuple[int, int], tuple[int, int]]
"""A file, and line and column of where the change begins and ends."""
Change = tuple[Any, int, int]
"""An operator, the number of the node in its file, and which of the operator's changes there."""
Touched = Mapping[str, Collection[int]] | None


@cache
def _operators() -> tuple[Any, ...]:
    from cosmic_ray.operators.provider import OperatorProvider

    provider = OperatorProvider()
    theirs = [provider[name] for name in provider]
    return LeaveOut(), *(one() for one in theirs if not one.arguments())


class _Trees:
    """The files of a checkout as trees, each read once: that takes longer than all else here."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, tuple[str, list[Any], dict[int, str]]] = {}

    def of(self, path: str) -> tuple[str, list[Any], dict[int, str]]:
        """Return a file's text, its nodes, and the names of the functions of its lines."""
        from cosmic_ray.ast import ast_nodes, get_ast

        if path not in self._known:
            text = (self._root / path).read_text("utf-8")
            self._known[path] = text, list(ast_nodes(get_ast(text))), _functions(text)
        return self._known[path]


def drawn(
    root: Path, areas: Mapping[str, Iterable[str]], count: int, seed: int, touched: Touched
) -> list[Mutant]:
    """Return so many mutants, the same ones for the same seed and code; fewer if there are fewer.

    `touched` are lines by file that are to be changed before others; then only these files are.
    """
    sys.path.append(str(MUTANTS))  # what is there for this alone
    chance = Random(seed)  # noqa: S311 (nothing secret)
    trees = _Trees(root)
    rows = [
        _in_order(root, trees, folders, touched, chance) for _, folders in sorted(areas.items())
    ]
    found: list[Mutant] = []
    while len(found) < count and any(rows):
        for row in filter(None, rows):
            place, changes = row.pop(0)
            made = _mutant(trees, place, chance.choice(changes))
            if made and len(found) < count:
                found.append(made)
    return found


def _in_order(
    root: Path, trees: _Trees, folders: Iterable[str], touched: Touched, chance: Random
) -> list[tuple[Place, list[Change]]]:
    files = sorted(file for folder in folders for file in (root / folder).rglob("*.py"))
    paths = [path for file in files if (path := file.relative_to(root).as_posix()) not in _GUESSING]
    places = [
        one for path in paths if touched is None or path in touched for one in _places(trees, path)
    ]
    chance.shuffle(places)
    if touched is not None:
        places.sort(key=lambda one: one[0][1][0] not in touched[one[0][0]])
    return places


def _places(trees: _Trees, path: str) -> list[tuple[Place, list[Change]]]:
    """Return all places of a file that can be changed, each with its changes."""
    text, nodes, _ = trees.of(path)
    found: dict[Place, list[Change]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for operator in () if _says_only_a_type(node) else _operators():
            for index, (begin, end) in enumerate(operator.mutation_positions(node)):
                found[path, begin, end].append((operator, number, index))
    lines = text.splitlines()
    return [
        (place, changes)
        for place, changes in found.items()
        if not any(words in lines[place[1][0] - 1] for words in _NEVER_RUN)
    ]


def _says_only_a_type(node: Any) -> bool:
    """Return whether a node lies in an annotation, or joins types outside of any function."""
    joins, inside = getattr(node, "value", "") == "|", False
    while (above := node.parent) is not None:
        if above.type in {"annassign", "tfpdef"} and ":" in [
            getattr(one, "value", "") for one in above.children[: above.children.index(node)]
        ]:
            return bool(above.type == "tfpdef" or above.children.index(node) == 1)
        if above.type == "funcdef":
            if above.annotation is node:
                return True
            inside = True
        node = above
    return joins and not inside


def _mutant(trees: _Trees, place: Place, change: Change) -> Mutant | None:
    """Return the changed file, or None where the change makes no difference or no Python."""
    path, (line, _), (last, _) = place
    operator, number, index = change
    old, nodes, functions = trees.of(path)
    node = nodes[number]
    above = node.parent
    at = above.children.index(node)
    before = _as_it_is(above)
    try:
        made = operator.mutate(node, index)
    except AttributeError:  # Cosmic Ray replaces no error with a dot in a list of errors
        return None
    above.children[at : at + 1] = [] if made is None else [made]
    text = nodes[0].get_code()
    for one, name, value in before:
        setattr(one, name, value)
    if text == old or not _is_python(text):
        return None
    words = _difference(old, text)
    return Mutant(path, range(line, last + 1), functions.get(line, ""), *words, text)


def _as_it_is(node: Any) -> list[tuple[Any, str, Any]]:
    """Return all that an operator can change below a node, to be set again."""
    inner = getattr(node, "children", None)
    if inner is None:
        return [(node, name, getattr(node, name)) for name in ("value", "prefix", "parent")]
    own = [(node, "children", [*inner]), (node, "parent", node.parent)]
    return [*own, *(one for child in inner for one in _as_it_is(child))]


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _difference(old: str, new: str) -> tuple[str, str]:
    """Return the lines that differ, each side in one line."""
    sides = old.splitlines(), new.splitlines()
    shortest = min(map(len, sides))
    begin = next((at for at in range(shortest) if sides[0][at] != sides[1][at]), shortest)
    rest = shortest - begin
    end = next((at for at in range(rest) if sides[0][-1 - at] != sides[1][-1 - at]), rest)
    before, after = (_one_line(side[begin : len(side) - end]) for side in sides)
    return before, after


def _one_line(lines: Iterable[str]) -> str:
    return " ".join(" ".join(lines).split())


def _functions(text: str) -> dict[int, str]:
    """Return the name of the innermost function or class of each line."""
    found: dict[int, str] = {}

    def walk(node: ast.AST, name: str) -> None:
        for one in ast.iter_child_nodes(node):
            inner = name
            if isinstance(one, ast.FunctionDef | ast.ClassDef):
                inner = f"{name}.{one.name}".strip(".")
                found.update(dict.fromkeys(range(one.lineno, (one.end_lineno or 0) + 1), inner))
            walk(one, inner)

    walk(ast.parse(text), "")
    return found


def judged_equivalent(file: Path = EQUIVALENT) -> dict[tuple[str, str, str, str], str]:
    """Return why each mutant of the list changes nothing that anybody could notice."""
    told = tomllib.loads(file.read_text("utf-8")).get("mutant", [])
    return {(one["path"], one["function"], one["before"], one["after"]): one["why"] for one in told}


def stale(root: Path, keys: Iterable[tuple[str, str, str, str]]) -> list[str]:
    """Return the entries of the list whose line stands no more in the function that they name."""
    gone = []
    for path, function, before, _ in keys:
        file = root / path
        text = file.read_text("utf-8") if file.exists() else ""
        names = _functions(text)
        inside = [
            line for at, line in enumerate(text.splitlines(), 1) if names.get(at, "") == function
        ]
        if before not in _one_line(inside):
            gone.append(f"{path} in {function}: {before}")
    return gone
