"""The sharings of a journal as the texts that stand in its file, and back."""

import json
import logging
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from homejournal.domain.limits import read_json
from homejournal.domain.sharing.outgoing import Audience, Shared

logger = logging.getLogger(__name__)

SHARING = "sharing:"
"""Before a sharing's id."""


def shared_texts(shared: Shared) -> dict[str, str]:
    """Return a sharing as it is stored."""
    told = {
        "journal": str(shared.journal),
        "audience": str(shared.audience),
        "key": shared.key.hex(),
        "known": {str(device): public.hex() for device, public in sorted(shared.known.items())},
    }
    return {f"{SHARING}{shared.id}": json.dumps(told)}


def read_shared(stored: Mapping[str, str]) -> tuple[Shared, ...]:
    """Return the stored sharings; one that was ended is an empty text.

    One that a disk changed is left out: it can be joined again, and hinders neither the others nor
    a repair.
    """
    found = []
    for name, text in sorted(stored.items()):
        if name.startswith(SHARING) and text:
            try:
                found.append(_read(UUID(name.removeprefix(SHARING)), read_json(text)))
            except (AttributeError, KeyError, TypeError, ValueError):
                logger.warning("a sharing does not read and is left out")
    return tuple(found)


def _read(id_: UUID, told: Any) -> Shared:  # noqa: ANN401 - as it was stored
    return Shared(
        id=id_,
        journal=UUID(told["journal"]),
        audience=Audience(told["audience"]),
        key=bytes.fromhex(told["key"]),
        known={UUID(device): bytes.fromhex(public) for device, public in told["known"].items()},
    )
