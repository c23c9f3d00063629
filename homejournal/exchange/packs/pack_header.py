"""The first line of a pack: which journal, from whom, for whom, and perhaps an invitation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.days.periods import (
    DAY_ENDS,
    JournalSettings,
    WeekStart,
    later_settings,
)
from homejournal.domain.errors import Fault, FaultKind
from homejournal.domain.sharing.outgoing import Audience, Sender
from homejournal.exchange.json.canonical_values import ID, NEEDS_FIELD, form_fault, form_fields
from homejournal.exchange.json.json_text import Json, fault, parse_json, place_inside

FORMAT = "homejournal-pack"
_MOST_HEAD = 10_000
_KEY = re.compile("[0-9a-f]{64}")
_NAMES = {
    "format",
    "schema",
    NEEDS_FIELD,
    "journal",
    "device",
    "home",
    "through",
    "audience",
    "invitation",
}
_NEEDED = ("journal", "device", "through", "audience")
_INVITED = {"sharing", "journal", "key", "device", "public"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What somebody needs to read a sharing folder: its key, and who invites.

    `sharing` is the id of the sharing, `journal` the folder's name, `key` 32 bytes, and `public`
    the key by which what the inviting computer writes is known.
    """

    sharing: UUID
    journal: UUID
    audience: Audience
    key: bytes = field(repr=False)
    device: UUID
    public: bytes


class PackHead(NamedTuple):
    """The checked first line."""

    sender: Sender
    audience: Audience
    settings: JournalSettings
    invitation: Invitation | None


def head_line(
    sender: Sender,
    audience: Audience,
    settings: JournalSettings,
    invitation: Invitation | None,
) -> dict[str, Any]:
    """Return the first line as an object."""
    younger = later_settings(settings)
    told: dict[str, Any] = {
        "format": FORMAT,
        **form_fields(says_more=bool(younger)),
        "journal": {
            "id": str(sender.journal),
            "day_end": settings.day_end.isoformat("minutes"),
            "week_start": str(settings.week_start),
            **younger,
        },
        "device": str(sender.device),
        "through": sender.through.isoformat(),
        "audience": str(audience),
    }
    if sender.home:
        told["home"] = str(sender.home)
    if invitation:
        told["invitation"] = {
            "sharing": str(invitation.sharing),
            "journal": str(invitation.journal),
            "key": invitation.key.hex(),
            "device": str(invitation.device),
            "public": invitation.public.hex(),
        }
    return told


def read_head(line: bytes, faults: list[Fault]) -> PackHead | None:
    """Return the head that a line tells, or None and its faults."""
    told, found = parse_json(line) if len(line) <= _MOST_HEAD else (None, [])
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        faults.append(fault("", FaultKind.NOT_A_PACK))
        return None
    strange = form_fault(told)
    if strange:
        faults.append(strange)
        return None
    found += [fault(name, FaultKind.UNKNOWN_FIELD) for name in told.keys() - _NAMES]
    found += [fault(name, FaultKind.MISSING_FIELD) for name in _NEEDED if name not in told]
    faults += found
    return None if found else _read(told, faults)


def id_in(told: Json) -> UUID | None:
    """Return the id that a text tells, or None."""
    return UUID(told) if isinstance(told, str) and ID.fullmatch(told) else None


def _read(told: Mapping[str, Any], faults: list[Fault]) -> PackHead | None:
    read = _Reader(faults)
    audience = read.audience(told["audience"])
    settings = read.settings(told["journal"])
    sender = Sender(
        journal=settings.id,
        device=read.id("device", told["device"]),
        home=read.id("home", told["home"]) if told.get("home") else None,
        through=read.day(told["through"]),
    )
    invitation = read.invitation(told.get("invitation"), audience)
    if read.faults:
        return None
    return PackHead(sender, audience, replace(settings, home=sender.home), invitation)


class _Reader:
    """Reads values and gathers the faults of those that are none."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults

    def id(self, place: str, told: Json) -> UUID:
        found = id_in(told)
        if found is None:
            self.faults.append(fault(place, FaultKind.NOT_AN_ID, told))
        return found or UUID(int=0)

    def audience(self, told: Json) -> Audience:
        """Return whom it is for."""
        if isinstance(told, str) and told in set(Audience):
            return Audience(told)
        self.faults.append(fault("audience", FaultKind.NOT_A_CHOICE, told))
        return Audience.OTHER_HOME

    def day(self, told: Json) -> date:
        """Return the last day that it reaches."""
        try:
            if isinstance(told, str) and len(told) == len("2026-03-22"):
                return date.fromisoformat(told)
        except ValueError:
            pass
        self.faults.append(fault("through", FaultKind.NOT_A_DAY, told))
        return date.min

    def settings(self, told: Json) -> JournalSettings:
        """Return how the journal counts days and weeks."""
        said = told if isinstance(told, dict) else {}
        younger = {name: said[name] for name in ("memories", "calm") if name in said}
        if said.keys() - younger.keys() != {"id", "day_end", "week_start"}:
            self.faults.append(fault("journal", FaultKind.NOT_AN_OBJECT))
            return JournalSettings(id=UUID(int=0))
        ends = {one.isoformat("minutes"): one for one in DAY_ENDS}
        starts = {str(one): one for one in WeekStart}
        day_end: time | None = ends.get(str(said["day_end"]))
        week_start = starts.get(str(said["week_start"]))
        clear = all(isinstance(one, bool) for one in younger.values())
        if day_end is None or week_start is None or not clear:
            self.faults.append(fault("journal", FaultKind.NOT_A_CHOICE))
        return JournalSettings(
            id=self.id(place_inside("journal", "id"), said["id"]),
            day_end=day_end or DAY_ENDS[0],
            week_start=week_start or WeekStart.MONDAY,
            **younger,
        )

    def invitation(self, told: Json, audience: Audience) -> Invitation | None:
        """Return the invitation, if there is one."""
        if told is None:
            return None
        if not isinstance(told, dict) or told.keys() != _INVITED:
            self.faults.append(fault("invitation", FaultKind.NOT_AN_OBJECT))
            return None
        place = "invitation"
        return Invitation(
            sharing=self.id(place_inside(place, "sharing"), told["sharing"]),
            journal=self.id(place_inside(place, "journal"), told["journal"]),
            device=self.id(place_inside(place, "device"), told["device"]),
            audience=audience,
            key=self._key(place_inside(place, "key"), told["key"]),
            public=self._key(place_inside(place, "public"), told["public"]),
        )

    def _key(self, place: str, told: Json) -> bytes:
        if isinstance(told, str) and _KEY.fullmatch(told):
            return bytes.fromhex(told)
        self.faults.append(fault(place, FaultKind.WRONG))
        return b""
