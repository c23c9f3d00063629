"""Taking in what a look into a shared folder brought, in steps so small that nobody waits."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import Family
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.packs.revision_lines import Incoming
from homejournal.services.safe.transfer import incoming as arriving

if TYPE_CHECKING:
    from homejournal.services.safe.sharing.shared_folder import SharedFolder, SyncResult
    from homejournal.services.session import Session

AT_ONCE = 120
"""So many revisions are taken in with one step, so that the window never stands still."""
Names = tuple[str, ...]
_CHILD = b'"kind":"child"'


def take_in_batches(
    session: "Session", ran: "SyncResult", folder: "SharedFolder"
) -> Iterator[Change]:
    """Take in what a run brought; what does not fit what is here stays in the folder alone.

    It holds up nothing else: two computers may have read the same table in two ways, and in a
    folder with another home anybody can write what fits nothing. Raises what the disk raises.
    """
    folder.misfits = 0
    along = arriving.ExtraContents(private=ran.private)
    for part in _parts(ran.incoming):
        try:
            change = _taken(session, part, along, folder)
        except InvalidValueError:
            fitting = arriving.fitting(session, part)
            folder.misfits += len(part.revisions) - len(fitting.revisions)
            change = _taken(session, fitting, along, folder)
        yield change
        along = arriving.NOTHING


def _taken(
    session: "Session", part: "Incoming", along: arriving.ExtraContents, folder: "SharedFolder"
) -> Change:
    change = arriving.take_in(session, part, {}, along)
    folder.took(part.all)
    return change


def _parts(incoming: "Incoming") -> Iterator["Incoming"]:
    revisions = incoming.revisions
    for at in range(0, len(revisions), AT_ONCE):
        yield Incoming(revisions=revisions[at : at + AT_ONCE])
    if incoming.newer:
        yield Incoming(newer=incoming.newer)


def coming_children(
    ran: "SyncResult", folder: "SharedFolder", family: Family, ours: UUID | None
) -> dict[UUID, UUID | None]:
    """Return the children whom a run brings from other homes, each with the home, before `take`.

    They were not here before, so the window tells of them. Our own computers, which write in the
    same folder, bring none: they told of it themselves.
    """
    found: dict[UUID, UUID | None] = {}
    if ran.shared.audience is Audience.OWN:
        return found
    for revision in ran.incoming.revisions:
        # Nothing else is read of what may be ten thousand revisions: this is the window's thread.
        if _CHILD not in revision.envelope or revision.told().record in family.children:
            continue
        homes = [batch.home for batch in folder.batches.all if revision.id in batch.ids]
        if ours not in homes:
            found[revision.told().record] = next(iter(homes), None)
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
