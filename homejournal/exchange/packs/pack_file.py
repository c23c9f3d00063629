"""A pack: a journal's revisions for another computer or home, in one file sealed with words.

Inside stands JSON, one object a line: the head, the revisions, what was deleted for good, texts
that are not finished where a journal moves to a new computer, and the bytes of pictures. It is
sealed by age (https://age-encryption.org/v1) under a passphrase, so that any program that reads age
opens it without this one. Nothing of it is ever written to a disk as it is read, and no name in it
is a path.
"""

import base64
import binascii
import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError, PackLockedError
from homejournal.domain.limits import read_json
from homejournal.domain.sharing.outgoing import Audience, Sender, media_named
from homejournal.exchange.json.json_text import Json, fault, place_inside
from homejournal.exchange.packs.pack_header import Invitation, PackHead, head_line, id_in, read_head
from homejournal.exchange.packs.revision_lines import Incoming, line_of, not_photos_of, read_lines

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

    Raises ImportFaultsError where it is too large even without pictures.
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
    bare = (" " if unicodedata.category(one)[0] in _BETWEEN else one for one in words)
    return tuple(dict.fromkeys((words, " ".join("".join(bare).split()))))


def plain_pack(pack: Pack) -> bytes:
    """Return what is sealed: JSON, one object a line."""
    parts = [head_line(pack.sender, pack.audience, pack.settings, pack.invitation)]
    parts += [line_of(one) for one in pack.incoming.all]
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

    Raises PackLockedError where the words do not open it, and ImportFaultsError with every fault;
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


__all__ = [
    "MOST_BYTES",
    "SUFFIX",
    "Invitation",
    "Pack",
    "media_named",
    "read_pack",
    "write_pack",
]
