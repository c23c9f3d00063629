"""What would leave a journal for somebody, told before it does."""

from collections.abc import Mapping
from typing import NamedTuple

from homejournal.domain.records.record import Kind


class Leaves(NamedTuple):
    """How many records of each kind would leave, and how many stay; the children by name."""

    things: Mapping[Kind, int]
    stays: Mapping[Kind, int]
    children: tuple[str, ...] = ()
