"""The table of promises as text and as JSON."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from homejournal import __version__
from torture.frame import Promise
from torture.running import Row, Wished

_LEAST = 40


def width_of(promises: Iterable[Promise]) -> int:
    """Return how wide the column with what is promised has to be, in letters."""
    return max((len(promise.words) for promise in promises), default=_LEAST)


def heading(width: int = _LEAST) -> str:
    """Return the first line of the table."""
    columns = f"{'tried':>9} {'survived':>9} {'lost':>6} {'s':>6}"
    return f"{'':>2} {'what is promised':<{width}} {columns}  what was tried"


def line(row: Row, width: int = _LEAST) -> str:
    """Return one row, with its notes below; a planted fault says whether it was caught."""
    result = row.result
    words = f"  planted: {row.mutant.replace('_', ' ')}" if row.mutant else row.promise.words
    if not result.tried and result.not_tried:
        numbers = f"{'not tried here':>26} {row.seconds:6.1f}"
    elif row.mutant:
        numbers = f"{'caught' if row.is_good else 'NOT CAUGHT':>26} {row.seconds:6.1f}"
    else:
        numbers = f"{result.tried:>9,} {result.survived:>9,} {result.lost:>6,} {row.seconds:6.1f}"
    first = f"{row.promise.number:>2} {words:<{width}} {numbers}  {row.promise.tried}"
    return "\n".join([first, *(f"     {note}" for note in _notes(row))])


def _notes(row: Row) -> list[str]:
    notes = [f"not tried here: {row.result.not_tried}"] if row.result.not_tried else []
    if not row.mutant or not row.is_good:
        notes += row.result.notes
    return [part for note in notes for part in note.splitlines()]


def verdict(rows: Sequence[Row]) -> str:
    """Return the last sentence: what was lost, and how many planted faults were caught."""
    promises = [row for row in rows if not row.mutant]
    planted = [row for row in rows if row.mutant and (row.result.tried or not row.is_good)]
    lost = [f"{row.promise.number} {row.promise.name}" for row in promises if row.result.lost]
    parts = []
    if promises:
        told = f"Lost: {', '.join(lost)}." if lost else "Lost: nothing."
        parts.append(f"{len(promises)} promises tried. {told}")
    if planted:
        caught = sum(row.is_good for row in planted)
        parts.append(f"Planted faults caught: {caught} of {len(planted)}.")
    return " ".join(parts)


def as_json(rows: Sequence[Row], wished: Wished) -> str:
    """Return the rows as a JSON list, each with the day, the version, and how much was tried."""
    run = {
        "size": wished.size.value,
        "seed": wished.seed,
        "parts": wished.parts,
        "made": f"{datetime.now().astimezone():%Y-%m-%d}",
        "version": __version__,
    }
    told = [
        run
        | {
            "number": row.promise.number,
            "name": row.promise.name,
            "promise": row.promise.words,
            "what": row.promise.tried,
            "planted": row.mutant,
            "tried": row.result.tried,
            "survived": row.result.survived,
            "lost": row.result.lost,
            "not_tried": row.result.not_tried,
            "notes": list(row.result.notes),
            "seconds": round(row.seconds, 1),
        }
        for row in rows
    ]
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
