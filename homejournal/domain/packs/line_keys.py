"""The keys by which the lines of a pack are ticked, the same each time.

Notes and what happened in the family's life have the keys that they have on a visit page.
"""

from enum import StrEnum
from uuid import UUID

from homejournal.domain.packs.material import OutcomeTold, StrategyTold


class PackLine(StrEnum):
    """The lines that have no words of their own until a language says them."""

    AGE = "age"
    WRITTEN_BY = "written_by"
    TEAM = "team"
    ABOUT = "about"
    STRENGTHS = "strengths"
    INTERESTS = "interests"
    HELPS = "helps"
    NEEDS = "needs"
    HARD = "hard"
    ROUTINES = "routines"
    NO_OUTCOME = "no_outcome"
    LADDER = "ladder"
    REVIEWS = "reviews"
    PLAN = "plan"
    NUMBERS = "numbers"
    CHART = "chart"
    CHANGES = "changes"
    CELEBRATIONS = "celebrations"
    CONCERNS = "concerns"
    QUESTIONS = "questions"
    LIFE = "life"
    FEELINGS = "feelings"
    SURE = "sure"
    ASK_LONGER = "ask_longer"


def head_key(line: PackLine) -> str:
    """Return the key of a line that stands once in a pack."""
    return str(line)


def about_key(part: str) -> str:
    """Return the key of a part of what the family wrote about the child."""
    return f"{PackLine.ABOUT}:{part}"


def outcome_key(one: OutcomeTold, line: PackLine | None = None) -> str:
    """Return the key of an outcome, or of one of its lines; those without one have a key, too."""
    return _with_line(f"outcome:{one.outcome.id if one.outcome else 'none'}", line)


def strategy_key(one: StrategyTold, line: PackLine | None = None) -> str:
    """Return the key of a strategy, or of one of its lines."""
    return _with_line(f"strategy:{one.id}", line)


def first_key(one: StrategyTold) -> str:
    """Return the key of a strategy's first time on own."""
    return f"first:{one.id}"


def feeling_key(about: UUID, by: UUID | None, *, sure: bool) -> str:
    """Return the key of what one person said of a routine, or of how sure it feels."""
    return f"{'sure' if sure else 'routine'}:{about}" + (f":{by}" if by else "")


def _with_line(key: str, line: PackLine | None) -> str:
    return f"{key}:{line}" if line else key
