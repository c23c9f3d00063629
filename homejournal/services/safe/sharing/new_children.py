"""Children whom another home brings and who were not here before: the window tells of them."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from homejournal.domain.records.family import Family
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.sharing.folder_cache import Memory
from homejournal.services.safe.sharing.sync_request import Ran

Names = tuple[str, ...]
_CHILD = b'"kind":"child"'


def coming_children(
    ran: Ran, memory: Memory, family: Family, ours: UUID | None
) -> dict[UUID, UUID | None]:
    """Return the children whom a run brings from other homes, each with the home, before `take`.

    Our own computers, which write in the same folder, bring none: they told of it themselves.
    """
    found: dict[UUID, UUID | None] = {}
    if ran.shared.audience is Audience.OWN:
        return found
    for one in ran.incoming.revisions:
        # Nothing else is read of what may be ten thousand revisions: this is the window's thread.
        if _CHILD not in one.envelope or one.told().record in family.children:
            continue
        homes = [batch.home for batch in memory.batches if one.id in batch.ids]
        if ours not in homes:
            found[one.told().record] = next(iter(homes), None)
    return found


def names_by_home(
    coming: Mapping[UUID, UUID | None], family: Family
) -> Iterator[tuple[str | None, Names]]:
    """Yield of those who are here now the names, by the name of the home that brought them."""
    by_home: dict[UUID | None, list[str]] = {}
    for child, home in coming.items():
        if child in family.children:
            by_home.setdefault(home, []).append(family.children[child].name)
    for home, names in by_home.items():
        known = family.homes.get(home) if home else None
        yield known.name if known else None, tuple(sorted(names))
