"""Taking in what a look into a shared folder brought, in steps so small that nobody waits."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.changes import Change
from homejournal.exchange.packs.revision_lines import Incoming
from homejournal.services.safe.transfer import incoming as arriving

if TYPE_CHECKING:
    from homejournal.services.safe.sharing.folder_cache import Memory
    from homejournal.services.safe.sharing.sync_request import Ran
    from homejournal.services.session import Session

AT_ONCE = 120
"""So many revisions are taken in with one step, so that the window never stands still."""


def taking(session: "Session", ran: "Ran", memory: "Memory") -> Iterator[Change]:
    """Take in what a run brought; what does not fit what is here stays in the folder alone.

    It holds up nothing else: two computers may have read the same table in two ways, and in a
    folder with another home anybody can write what fits nothing. Raises what the disk raises.
    """
    memory.misfits = 0
    along = arriving.Along(private=ran.private)
    for part in _parts(ran.incoming):
        try:
            change = _taken(session, part, along, memory)
        except InvalidValueError:
            fitting = arriving.fitting(session, part)
            memory.misfits += len(part.revisions) - len(fitting.revisions)
            change = _taken(session, fitting, along, memory)
        yield change
        along = arriving.NOTHING


def _taken(session: "Session", part: "Incoming", along: arriving.Along, memory: "Memory") -> Change:
    change = arriving.take_in(session, part, {}, along)
    memory.took(part.all)
    return change


def _parts(incoming: "Incoming") -> Iterator["Incoming"]:
    revisions = incoming.revisions
    for at in range(0, len(revisions), AT_ONCE):
        yield Incoming(revisions=revisions[at : at + AT_ONCE])
    if incoming.newer:
        yield Incoming(newer=incoming.newer)
