"""A pack: a journal's revisions for another computer or home, in one file sealed with words.

Inside stands JSON, one object a line: the head (which journal, from whom, for whom, perhaps an
invitation), the revisions, what was deleted for good, texts that are not finished where a journal
moves to a new computer, and the bytes of pictures. It is sealed by age
(https://age-encryption.org/v1) under a passphrase, so that any program that reads age opens it
without this one. Nothing of it is ever written to a disk as it is read, and no name in it is a
path.
"""

import base64
import binascii
import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any, NamedTuple, TypeGuard
from uuid import UUID

from homejournal.domain.days.periods import DAY_ENDS, JournalSettings, WeekStart, later_settings
from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError, PackLockedError
from homejournal.domain.limits import read_json
from homejournal.domain.sharing.outgoing import Audience, Sender
from homejournal.exchange.json_text import Json, fault, parse_json, place_inside
from homejournal.exchange.record_checks import ID, NEEDS_FIELD, form_fault, form_fields
from homejournal.exchange.revision_lines import Incoming, line_of, not_photos_of, read_lines

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


SUFFIX = ".hjpack"
MOST_BYTES = 96 << 20
"""A larger pack is neither written nor read; sealing adds next to nothing to what is inside."""
MOST_LINES = 400_000
_LONGEST_LINE = 32 << 20
"""A picture or hand-out of the largest size is shorter."""
_LONGEST_PLACE = 1_000
_AGE = b"age-encryption.org/v1\n"
_BY_WORDS = re.compile(rb"-> scrypt \S+ (\d{1,2})\n")
_MOST_WORK = 20
"""So many doublings take a gibibyte and some seconds; no program that seals in a second asks more,
and a file that does is made to stop a computer."""
_BETWEEN = "PSZC"
"""Punctuation, signs, blanks and what is not seen, by the first letter of the Unicode category."""
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What a pack holds; `media` are bytes by the hash that records name them by.

    `drafts` are texts that are not finished, by their places. `private` are the records of those
    of its photos that only private notes had, where nothing else in it says so; only our own
    computers get any.
    """

    sender: Sender
    audience: Audience
    settings: JournalSettings
    incoming: Incoming
    purged: frozenset[bytes] = frozenset()
    private: frozenset[str] = frozenset()
    drafts: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, bytes] = field(default_factory=dict)
    invitation: Invitation | None = None


def write_pack(pack: Pack, passphrase: str) -> bytes:
    """Return the sealed bytes; pictures that would make it too large are left out.

    Raises ImportFaultsError if it is too large even without pictures.
    """
    import pyrage  # type: ignore[import-untyped]

    plain = plain_pack(pack)
    if len(plain) > MOST_BYTES:
        raise ImportFaultsError([fault("", FaultKind.TOO_LARGE, MOST_BYTES)])
    return bytes(pyrage.passphrase.encrypt(plain, sealing_words(passphrase)))


def is_pack(data: bytes) -> bool:
    """Return whether the bytes begin as a sealed file does."""
    return data.startswith(_AGE)


def sealing_words(typed: str) -> str:
    """Return the words as they seal: small letters and single blanks, however they were typed."""
    return " ".join(unicodedata.normalize("NFC", typed).casefold().split())


def _opening_words(typed: str) -> tuple[str, ...]:
    """Return the words as they may seal: as typed, then without commas, hyphens or quotes."""
    words = sealing_words(typed)
    bare = (" " if unicodedata.category(word)[0] in _BETWEEN else word for word in words)
    return tuple(dict.fromkeys((words, " ".join("".join(bare).split()))))


def plain_pack(pack: Pack) -> bytes:
    """Return what is sealed: JSON, one object a line."""
    parts = [head_line(pack.sender, pack.audience, pack.settings, pack.invitation)]
    parts += [line_of(revision) for revision in pack.incoming.all]
    if pack.purged:
        parts.append({"purged": sorted(one.hex() for one in pack.purged)})
    if pack.private:
        parts.append({"private": sorted(pack.private)})
    parts += [{"draft": place, "text": text} for place, text in sorted(pack.drafts.items())]
    lines = [json.dumps(part, ensure_ascii=False).encode() for part in parts]
    room = MOST_BYTES - sum(map(len, lines)) - len(lines)
    for sha256, data in sorted(pack.media.items()):
        told = {"media": sha256, "data": base64.b64encode(data).decode()}
        line = json.dumps(told).encode()
        room -= len(line) + 1
        if room > 0:
            lines.append(line)
    return b"\n".join((*lines, b""))


def read_pack(sealed: bytes, passphrase: str) -> Pack:
    """Return what a pack holds, all of it checked.

    Raises PackLockedError if the words do not open it, and ImportFaultsError with every fault;
    nothing of it is to be taken then.
    """
    import pyrage

    if len(sealed) > MOST_BYTES + (1 << 20):
        raise ImportFaultsError([fault("", FaultKind.TOO_LARGE, MOST_BYTES)])
    if not is_pack(sealed):
        raise ImportFaultsError([fault("", FaultKind.NOT_A_PACK)])
    work = _BY_WORDS.match(sealed, len(_AGE))
    if work is None:
        raise PackLockedError
    if int(work[1]) > _MOST_WORK:
        raise ImportFaultsError([fault("", FaultKind.NOT_A_PACK)])
    for words in _opening_words(passphrase):
        with suppress(pyrage.DecryptError):
            return read_plain_pack(bytes(pyrage.passphrase.decrypt(sealed, words)))
    raise PackLockedError


def read_plain_pack(plain: bytes) -> Pack:
    """Return what the lines hold; raises ImportFaultsError with every fault."""
    lines = plain.split(b"\n", MOST_LINES + 1)
    if len(lines) > MOST_LINES:
        raise ImportFaultsError([fault("", FaultKind.TOO_MANY_ROWS, MOST_LINES)])
    told = _Told()
    for at, line in enumerate(lines[1:-1], start=2):
        told.take(place_inside("line", at), line)
    incoming, faults = read_lines(told.revisions)
    head = read_head(lines[0], told.faults)
    if lines[-1]:
        faults.append(fault("", FaultKind.CUT_SHORT))
    faults += _faults_of_private(told.private, incoming, head)
    if head is None or told.faults or faults:
        raise ImportFaultsError([*told.faults, *faults])
    return Pack(
        sender=head.sender,
        audience=head.audience,
        settings=head.settings,
        invitation=head.invitation,
        incoming=incoming,
        purged=frozenset(told.purged),
        private=frozenset(told.private),
        drafts=told.drafts,
        media=told.media,
    )


class _Told:
    """Gathers what the lines after the head tell."""

    def __init__(self) -> None:
        self.revisions: list[Json] = []
        self.purged: list[bytes] = []
        self.private: list[str] = []
        self.drafts: dict[str, str] = {}
        self.media: dict[str, bytes] = {}
        self.faults: list[Fault] = []

    def take(self, place: str, line: bytes) -> None:
        try:
            told = read_json(line) if len(line) <= _LONGEST_LINE else None
        except ValueError:
            told = None
        if not isinstance(told, dict):
            self.faults.append(fault(place, FaultKind.NOT_JSON, place))
        elif "envelope" in told:
            self.revisions.append(told)
        elif told.keys() == {"media", "data"}:
            self._take_media(place, told)
        elif told.keys() == {"purged"}:
            self._take_purged(place, told["purged"])
        elif told.keys() == {"private"}:
            self._take_private(place, told["private"])
        elif told.keys() == {"draft", "text"}:
            self._take_draft(place, told["draft"], told["text"])
        else:
            self.faults.append(fault(place, FaultKind.UNKNOWN_LIST))

    def _take_media(self, place: str, told: dict[str, Any]) -> None:
        try:
            data = base64.b64decode(told["data"], validate=True)
        except (binascii.Error, TypeError, ValueError):
            data = None
        if data is None or hashlib.sha256(data).hexdigest() != told["media"]:
            self.faults.append(fault(place, FaultKind.REVISION_DOES_NOT_FIT))
        else:
            self.media[told["media"]] = data

    def _take_purged(self, place: str, told: Json) -> None:
        ids = told if isinstance(told, list) else [None]
        if all(isinstance(one, str) and _HASH.fullmatch(one) for one in ids):
            self.purged += map(bytes.fromhex, ids)
        else:
            self.faults.append(fault(place, FaultKind.NOT_AN_ID))

    def _take_private(self, place: str, told: Json) -> None:
        if isinstance(told, list) and all(map(id_in, told)):
            self.private += told
        else:
            self.faults.append(fault(place, FaultKind.NOT_AN_ID))

    def _take_draft(self, place: str, at: Json, text: Json) -> None:
        if _is_text(at) and _is_text(text) and len(at) <= _LONGEST_PLACE:
            self.drafts[at] = text
        else:
            self.faults.append(fault(place, FaultKind.NOT_TEXT))


def _faults_of_private(
    told: Sequence[str], incoming: Incoming, head: PackHead | None
) -> list[Fault]:
    """Return what is wrong with the ids of private photos; another home tells and hears of none."""
    if told and head is not None and head.audience is not Audience.OWN:
        return [fault("private", FaultKind.UNKNOWN_LIST)]
    unknown = not_photos_of(incoming, told)[:1]
    return [fault("private", FaultKind.REFERENCE_TO_NOTHING, one) for one in unknown]


def _is_text(told: Json) -> TypeGuard[str]:
    """Return whether it is text without half of a character that takes two."""
    try:
        return isinstance(told, str) and bool(told.encode())
    except UnicodeEncodeError:
        return False
