"""What can be said of numbers and tries; `counts.py` has the rest and what holds for all."""

from dataclasses import dataclass
from decimal import Decimal

from homejournal.domain.records.rating_scales import Aim, Better
from homejournal.domain.records.record import added


@dataclass(frozen=True, slots=True)
class NumberSum:
    """24 added up over the days: where things are counted, one and the same may be in it often.

    It may be more where a time of a day is not written.
    """

    total: Decimal
    unit: str | None
    n: int
    at_least: bool = added(default=False)


@dataclass(frozen=True, slots=True)
class NumberSummary:
    """The middle value with the lowest and highest, of n values; of single times or of days."""

    median: Decimal
    low: Decimal
    high: Decimal
    n: int
    unit: str | None = None
    of_days: bool = added(default=False)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """2 days with a time not written: their number may be higher, so it is in no middle."""

    days: int


@dataclass(frozen=True, slots=True)
class Direction:
    """Less is better, or more is better: said in words, as colour alone says nothing."""

    better: Better


@dataclass(frozen=True, slots=True)
class InAim:
    """9 of 11 within our aim; of single times or of days."""

    times: int
    of: int
    aim: Aim
    unit: str | None = None
    of_days: bool = added(default=False)


@dataclass(frozen=True, slots=True)
class TriesOf:
    """18 of 36 tries, on 9 times written down; no interval, as tries of one meal hang together."""

    took: int
    of: int
    n: int


NumberSentence = NumberSum | NumberSummary | AtLeast | Direction | InAim | TriesOf
