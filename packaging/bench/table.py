"""A measured ratio beside its limit, and the table and JSON that tell all of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One ratio; it is in order up to the limit, and good up to the aim."""

    name: str
    ratio: float
    limit: float
    aim: float

    @property
    def verdict(self) -> str:
        """Return "good" within the aim, "ok" within the limit, else "OVER"."""
        if self.ratio <= self.aim:
            return "good"
        return "ok" if self.ratio <= self.limit else "OVER"


HEADINGS = ("figure", "ratio", "limit", "aim", "")


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines of text, in columns."""
    rows = [HEADINGS] + [
        (figure.name, f"{figure.ratio:.2f}", f"{figure.limit:g}", f"{figure.aim:g}", figure.verdict)
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(_line(row, widths) for row in rows)


def as_json(figures: Sequence[Figure]) -> str:
    """Return the figures as a JSON list of {name, ratio, limit}."""
    told = [
        {"name": figure.name, "ratio": figure.ratio, "limit": figure.limit} for figure in figures
    ]
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *rest = (
        text.ljust(width) if column == 0 else text.rjust(width)
        for column, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([name, *rest]).rstrip()
