"""A hand-over copy: a part of the journal for somebody who cares for the child from now on."""

from dataclasses import replace

from homejournal.domain.sharing.hand_over_copy import HandOver, chosen
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.records.all_records import standing_in
from homejournal.services.safe.transfer.sealed_files import Packed, PackFiles, PackWish, packed
from homejournal.services.session import Session


class HandOvers:
    """Makes copies to hand over; they are taken in as every pack is."""

    def __init__(self, session: Session, packs: PackFiles) -> None:
        self._session = session
        self._packs = packs

    def wish(self, asked: HandOver) -> tuple[PackWish, HandOver]:
        """Return what `hand_over_pack` needs on any thread. Our home may have no name yet."""
        wish = self._packs.wish(Audience.OWN)
        through = min(wish.sender.through, asked.end or wish.sender.through)
        sender = replace(wish.sender, through=through)
        asked = replace(asked, home=self._session.settings.home)
        return replace(wish, audience=Audience.OTHER_HOME, sender=sender), asked


def hand_over_pack(wish: PackWish, asked: HandOver) -> Packed:
    """Return what the copy holds, not yet sealed; any thread may call this.

    What cannot be in it is told along. Raises what reading the journal's file raises.
    """
    standing = standing_in(wish.journal, wish.key, wish.audience)
    only = chosen((one.record for one in standing.found), asked)
    return packed(replace(wish, only=only))
