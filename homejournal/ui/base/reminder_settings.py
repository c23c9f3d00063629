"""Which planned times ring on this computer; it remembers ids and clocks, and no names."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from homejournal.domain.today.reminders_and_timer import times_from_text, times_to_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time as time_of_day
    from uuid import UUID

    from homejournal.ui.base.desk import Desk

REMINDERS = "reminders"
"""The name of the setting, and the beginning of the keys under which it is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RingSettings:
    """The clocks by the ids of planned times; without any, nothing ever rings.

    `beside_clock` shows a message of the system as well, and `names` says in it what it is for.
    """

    times: "Mapping[UUID, time_of_day]"
    beside_clock: bool = True
    names: bool = False


def rings_here(desk: "Desk") -> bool:
    """Return whether any time of this journal was set on this computer."""
    return desk.preferences.remembered(_times_at(desk)) is not None


def ring_settings(desk: "Desk") -> RingSettings:
    """Return what this computer remembers for the journal that is open."""
    remembered = desk.preferences.remembered
    return RingSettings(
        times=times_from_text(remembered(_times_at(desk)) or ""),
        beside_clock=remembered(f"{REMINDERS}/beside_clock") != "no",
        names=remembered(f"{REMINDERS}/names") == "yes",
    )


def put_ring_settings(desk: "Desk", settings: RingSettings) -> None:
    """Remember other ones in their place."""
    remember = desk.preferences.remember
    remember(_times_at(desk), times_to_text(settings.times) or None)
    remember(f"{REMINDERS}/beside_clock", None if settings.beside_clock else "no")
    remember(f"{REMINDERS}/names", "yes" if settings.names else None)


def _times_at(desk: "Desk") -> str:
    return f"{REMINDERS}/{desk.journal.settings.id}"
