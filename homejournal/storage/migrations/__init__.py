"""The steps from older tables to the present ones, by the number that each leads to.

Only what is not projection moves here; each step says what the tables looked like at its time and
is never changed afterwards. They load only where a file is old.

Uses file and records. Tests: tests/storage/migrations and tests/golden.
"""

from types import MappingProxyType
from typing import TYPE_CHECKING

from homejournal.storage.migrations import to_2, to_3

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from alembic.operations import Operations

STEPS: "Mapping[int, Callable[[Operations], None]]" = MappingProxyType(
    {2: to_2.upgrade, 3: to_3.upgrade}
)
