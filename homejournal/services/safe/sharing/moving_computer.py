"""What becomes of shared folders where a journal moves to a new computer."""

from pathlib import Path
from typing import NamedTuple

from homejournal.domain.sharing.outgoing import Audience, Shared
from homejournal.services.safe.sharing.sharing import Sharing


class Moving(NamedTuple):
    """The sharing to which the file invites, and how many do not go along.

    A file invites to one alone, and one for our own computers never invites another home.
    """

    along: Shared | None
    ending: int


def moving(sharing: Sharing, computer: Path) -> Moving:
    """Return which sharing goes along from a computer, which has its settings there."""
    known = sharing.all()
    ours = [
        one
        for one in known
        if one.audience is Audience.OWN and sharing.state(one, computer).folder is not None
    ]
    along = ours[0] if len(ours) == 1 else None
    return Moving(along, len(known) - (along is not None))
