"""Makes docs/safety.md from what runs of the torture found; the newest of each promise counts.

`results.json` keeps one line for each promise. A quick run never takes the place of a full one,
unless it lost something. What was tried in parts, with a seed for each, is added up.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from torture.finding import promises
from torture.frame import Promise, Size
from torture.mutant_results import Fate
from torture.mutant_run import promised
from torture.promise_28_window import PATHS

RESULTS = Path(__file__).with_name("results.json")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "safety.md"
Known = dict[str, dict[str, Any]]
"""What is known of each promise by its short name."""
_HEAD = """# How safe it is

`packaging/dev.py torture` tries what is promised to families until it breaks. This page is made by
`packaging/dev.py torture --page FILE`, from the files that `torture --json FILE` writes.

*Planted* are faults of our own, put into the running program: each must be caught. *Mutants* are
small changes by chance to the program's files that somebody could notice; *left* are those that no
test and no promise noticed. [How they were tried](../packaging/SAFETY.md#mutants). *In the
window* is what was also tried from outside, in the real window, with a screen reader and keys.

| promise | tried | lost | planted, caught | mutants, left | in the window | when, version |
|---|---|---:|---:|---:|---|---|
"""
_FOOT = """
A promise that was tried in part only says *quick*. A dash was not tried, or not yet written down.

Without any copy, a spoiled plain journal gave back 99.6 % of its notes after a changed bit, 99.5 %
after a lost page, 93.5 % after 64 KiB of garbage and 61 % after it was cut; with yesterday's copy
all of them.
"""


def write_page(files: Iterable[Path]) -> None:
    """Take what the files tell into the results, and write the page anew."""
    known: Known = json.loads(RESULTS.read_text(encoding="utf-8"))
    for file in files:
        take_in(known, json.loads(file.read_text(encoding="utf-8")))
    said = json.dumps(known, indent=1, ensure_ascii=False, sort_keys=True)
    RESULTS.write_text(said + "\n", encoding="utf-8")
    PAGE.write_text(page(known), encoding="utf-8")


def take_in(known: Known, rows: Iterable[Mapping[str, Any]]) -> None:
    """Take in the rows of one run: promises, planted faults, or mutants."""
    rows = list(rows)
    for row in rows:
        if "fate" not in row and not row["planted"] and row["tried"]:
            _take_promise(known.setdefault(row["name"], {}), row)
    planted = [row for row in rows if row.get("planted") and row["tried"]]
    for name in {row["name"] for row in planted}:
        mine = [row for row in planted if row["name"] == name]
        caught = sum(bool(row["lost"]) for row in mine)
        known.setdefault(name, {}).update(planted=len(mine), caught=caught)
    _take_mutants(known, [row for row in rows if "fate" in row])


def _take_promise(before: dict[str, Any], row: Mapping[str, Any]) -> None:
    full = Size.FULL.value
    if row.get("parts", 1) > 1 and row["size"] == full:
        _take_part(before, row)
    elif row["size"] == full or before.get("size") != full or row["lost"]:
        before.update({name: row[name] for name in ("tried", "lost", "size", "made", "version")})
        before.pop("words", None)


def _take_part(before: dict[str, Any], row: Mapping[str, Any]) -> None:
    """Add the tried and lost of a seed to those of the others; the same seed counts once."""
    by_seed = before.setdefault("parts", {})
    by_seed[str(row["seed"])] = [row["tried"], row["lost"]]
    tried, lost = map(sum, zip(*by_seed.values(), strict=True))
    if tried >= before.get("tried", 0) or before.get("size") != Size.FULL.value or lost:
        told = {name: row[name] for name in ("size", "made", "version")}
        before.update(told, tried=tried, lost=lost)
        before.pop("words", None)


def _take_mutants(known: Known, rows: Iterable[Mapping[str, Any]]) -> None:
    tried, left = Counter[str](), Counter[str]()
    for row in rows:
        for name in promised(row["path"]):
            if row["fate"] != Fate.EQUIVALENT.name:
                tried[name] += 1
                left[name] += row["fate"] == Fate.SURVIVED.name
    for name, often in tried.items():
        known.setdefault(name, {}).update(mutants=often, left=left[name])


def page(known: Known) -> str:
    """Return the page in Markdown."""
    return _HEAD + "".join(_row(one, known.get(one.name, {})) for one in promises()) + _FOOT


def _row(promise: Promise, known: Mapping[str, Any]) -> str:
    walks = [path.words for path in PATHS if promise.number in path.about]
    tried = known.get("words") or (
        f"{known['tried']:,} {promise.tried}" if "tried" in known else "–"
    )
    quick = "" if known.get("size", "full") == Size.FULL.value else " (quick)"
    cells = (
        promise.words,
        tried + quick,
        str(known.get("lost", "–")),
        _two(known, "planted", "caught"),
        _two(known, "mutants", "left"),
        "; ".join(walks) or "no",
        f"{known['made']}, {known['version']}" if "made" in known else "–",
    )
    return f"| {' | '.join(cells)} |\n"


def _two(known: Mapping[str, Any], first: str, second: str) -> str:
    return f"{known[first]:,}, {known[second]:,}" if first in known else "–"
