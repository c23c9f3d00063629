"""Fields that came after the first form of a record or of a page that is kept.

Where such a field says nothing, it is left out.
"""

from dataclasses import Field, field
from typing import Any, TypeVar

_ADDED = "added"

T = TypeVar("T")


def added(default: T) -> T:
    """Return a field that came later; where it holds its default, it is never written.

    So whatever says nothing new stays byte for byte what an older homejournal writes and reads.
    """
    return field(default=default, metadata={_ADDED: True})


def is_added(one: Field[Any]) -> bool:
    """Return whether a field came later."""
    return bool(one.metadata.get(_ADDED))
