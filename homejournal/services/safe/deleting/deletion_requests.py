"""What other homes ask to delete for good here, too: how much it is, and what it says."""

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.safe.deleting_for_good import DeletionPreview, PurgeRequest

if TYPE_CHECKING:
    from homejournal.storage.journal.store import Store

MOST_TOLD = 10
"""So many things are told one by one before somebody agrees; of others how many there are."""


def open_requests(store: "Store") -> tuple[PurgeRequest, ...]:
    """Return what other homes ask to delete and nobody answered, one for each home."""
    from homejournal.storage.deleting.deleting_for_good import asked, records_with
    from homejournal.storage.journal.related_records import Belonging

    with store.reading() as connection:
        found = asked(connection)
        records = {home: records_with(connection, ids) for home, ids in found.items()}
        homes = Counter(record for asked_for in records.values() for record in asked_for)
        asked_twice = {record for record, times in homes.items() if times > 1}
        asking = Belonging(connection, store.keys, store.damage)
        return tuple(
            PurgeRequest(
                home=home,
                ids=tuple(ids),
                counts=asking.counts(records[home]),
                shared=asking.counts(asked_twice.intersection(records[home])),
            )
            for home, ids in found.items()
        )


def leaving_of(store: "Store", home: UUID) -> DeletionPreview:
    """Return what goes where the family agrees to what a home asks for by now.

    What comes later is asked about by itself. Kept pages with the same words stay.
    """
    from homejournal.storage.deleting.deleting_for_good import asked, asked_ids, records_with
    from homejournal.storage.journal.deletion_requests import first_things
    from homejournal.storage.journal.related_records import Belonging

    with store.reading() as connection:
        ids = frozenset(asked(connection).get(home, ()))
        records = tuple(sorted(records_with(connection, ids)))
        asking = Belonging(connection, store.keys, store.damage)
        return DeletionPreview(
            records=records,
            counts=asking.counts(records),
            kept=asking.kept_with_words(records),
            asked=frozenset(asked_ids(connection, home)),
            first=first_things(store, connection, ids, MOST_TOLD),
        )
