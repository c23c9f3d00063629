"""Photos that only private notes had, and that were deleted for good: no other home hears of them.

What said so is gone with their content; so each stands as a setting of the journal.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from homejournal.domain.record import Kind
from homejournal.domain.sharing import is_of_private_note
from homejournal.storage.projection import Stored

_BEFORE = "private_photo:"
_YES = "yes"


def settings_for(gone: Mapping[UUID, Sequence[Stored]]) -> dict[str, str]:
    """Return the settings for those of the records that go for good, while they still tell."""
    return {f"{_BEFORE}{record}": _YES for record, stored in gone.items() if _is_private(stored)}


def settings_in(stored: Mapping[str, str]) -> dict[str, str]:
    """Return those of a journal's settings that tell of such photos."""
    return {name: said for name, said in stored.items() if name.startswith(_BEFORE) and said}


def records_in(stored: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the records of such photos, as text."""
    return frozenset(name.removeprefix(_BEFORE) for name in settings_in(stored))


def _is_private(stored: Sequence[Stored]) -> bool:
    told = [one.revision for one in stored if one.revision.says_something]
    if not told or told[0].told().kind is not Kind.MEDIA:
        return False
    return all(map(is_of_private_note, told))
