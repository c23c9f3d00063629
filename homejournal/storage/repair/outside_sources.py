"""What a repair may draw on that is no file of a journal."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import Revision
from homejournal.domain.safe.copy_contents import Origin


class Held(NamedTuple):
    """What a source holds, such as a folder that is shared, or a sealed file.

    `private` are photos that only private notes had, where the revisions do not say so. `purged` is
    what our own computers are known to have deleted for good, `said_purged` what a file says was,
    which anybody could have made. `journal` and `home` tell whose it is, `for_others` that it is
    for another home or from there; a folder that is shared is known by its key. The settings are
    for a journal that has none of its own, the drafts too. `media` are bytes by their hash.
    """

    revisions: Sequence[Revision] = ()
    private: frozenset[str] = frozenset()
    newer: Sequence[Revision] = ()
    purged: frozenset[RevisionId] = frozenset()
    said_purged: frozenset[RevisionId] = frozenset()
    for_others: bool = False
    origin: Origin = Origin.SHARED
    journal: UUID | None = None
    home: UUID | None = None
    settings: Mapping[str, str] = MappingProxyType({})
    drafts: Mapping[str, str] | None = None
    media: Mapping[str, bytes] = MappingProxyType({})
