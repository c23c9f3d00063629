"""A pack as JSON and back: the form in which it is kept once it was handed over."""

from collections.abc import Mapping
from typing import Any

from homejournal.domain.packs.pack import Pack
from homejournal.exchange.json.value_json import value_from_dict, value_to_dict


def pack_to_dict(pack: Pack) -> dict[str, Any]:
    """Return the pack as JSON can hold it."""
    return value_to_dict(pack)


def pack_from_dict(stored: Mapping[str, Any]) -> Pack:
    """Return the pack that was stored.

    Raises InvalidValueError where the fields are not those of a pack.
    """
    return value_from_dict(Pack, stored, "pack")
