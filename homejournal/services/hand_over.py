"""A hand-over copy: a part of the journal for somebody who cares for the child from now on."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from homejournal.domain.hand_over import HandOver, chosen
from homejournal.domain.sharing import Audience, Leaving
from homejournal.services.pack_files import PackFiles, PackWish, pack_of
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.domain.record import Record
    from homejournal.exchange.pack_file import Pack


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


def hand_over_pack(wish: PackWish, asked: HandOver) -> "Pack":
    """Return what the copy holds, not yet sealed; any thread may call this.

    Raises what reading the journal's file raises.
    """
    only = chosen(_standing(wish), asked)
    return pack_of(replace(wish, only=only))


def _standing(wish: PackWish) -> Iterator["Record"]:
    """Yield every version of the records that stand and may leave."""
    from homejournal.domain.codec import from_fields
    from homejournal.storage.leaving import read_contents

    contents = read_contents(wish.journal, wish.key)
    leaving = Leaving(audience=wish.audience, withheld=contents.purged)
    leaving.learn((*contents.revisions, *contents.newer))
    for revision in leaving.of(contents.revisions):
        if revision.says_something:
            told = revision.told()
            yield from_fields(told.kind, told.record, json.loads(revision.fields or b""))
