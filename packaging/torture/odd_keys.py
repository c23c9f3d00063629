"""Odd files around keys: sealed packs, locked keys, and what a computer remembers of its own."""

import hashlib
import json
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from homejournal.domain.today.reminders_and_timer import timing_of
from homejournal.exchange.pack_file import read_pack
from homejournal.services.safe.sharing.shared_folder import (
    read_lost_computers,
    read_own_part,
    read_undone_imports,
)
from homejournal.services.safe.sharing.sharing import read_shared
from torture.grammar import as_bytes, json_text, odd

_ID, _WORDS = str(UUID(int=5)), "four quiet words here"
_REMEMBERED: tuple[Any, ...] = (
    [_ID],
    [{"ids": ["00"], "older": []}],
    {"folder": "/x", "device": _ID, "private": "00" * 32, "written": {"1": "x"}, "earlier": []},
    {"journal": _ID, "audience": "own", "key": "00" * 32, "known": {_ID: "00" * 32}},
    {"strategy": _ID, "child": _ID, "day": "2026-03-10", "number": 1, "began": "x"},
)


def read_sealed(data: bytes) -> None:
    """Read a pack by words that do not open it."""
    read_pack(data, _WORDS)


def sealed(chance: Random) -> bytes:
    """Return a file that begins as age does, with odd stanzas."""
    stanza = b"-> scrypt %s %s\n%s\n" % (
        chance.choice((b"uJEgeh7TCSH8ThXcfkCXzw", b"", b"!", b"A" * 5_000)),
        chance.choice((b"1", b"8", b"20", b"21", b"64", b"255", b"99999999999", b"-1", b"")),
        chance.choice((b"SW+9Qb3eCMTMK3m6QSme3N3A4fwoVbuZAAAAAAAAAAA", b"", b"A" * 64, b"=")),
    )
    other = b"-> X25519 %s\n%s\n" % (b"A" * 43, b"A" * 43)
    stanzas = b"".join(
        chance.choice((stanza, stanza, other)) for _ in range(chance.choice((0, 1, 1, 3)))
    )
    end = b"--- " + chance.choice((b"A" * 43, b"", b"=" * 43)) + chance.choice((b"\n", b""))
    body = chance.randbytes(chance.choice((0, 16, 90)))
    return b"age-encryption.org/v1\n" + stanzas + end + body


_COSTS = (0, 1, 7, 8, 16, 64, 512, 65_536, 65_537, 262_144, 2**31, 2**63, -1)


def keys(told: dict[str, Any], chance: Random) -> bytes:
    """Return locked keys whose sum fits, whatever they tell."""
    made = {name: said for name, said in told.items() if name != "sum"}
    password = {
        **made["slots"][0],
        chance.choice(("memory_kib", "passes", "lanes")): chance.choice(_COSTS),
    }
    sheet = {"kind": "recovery", "checked": chance.choice(("0001-01-01", "9999-12-31", "x"))}
    made["slots"] = chance.choice(([password], [password, sheet], [password] * 2, [sheet] * 40))
    if chance.random() < 0.6:
        made = odd(made, chance)
    text = json_text(made)
    try:
        plain = json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))
    except (ValueError, RecursionError):
        return as_bytes(text)
    summed = hashlib.sha256(plain.encode()).hexdigest()
    return as_bytes(f'{text[:-1]},"sum":"{summed}"}}')


def remembered(chance: Random) -> bytes:
    return as_bytes(json_text(odd(chance.choice(_REMEMBERED), chance)))


def remember(folder: Path, data: bytes) -> None:
    """Read what may have been changed in this computer's own files: it counts, or it does not."""
    settings, id_ = folder / "settings", UUID(int=5)
    (settings / "sharing").mkdir(parents=True, exist_ok=True)
    for ending in ("", ".going", ".back"):
        (settings / "sharing" / f"{id_}{ending}.json").write_bytes(data)
    read_own_part(settings, id_)
    read_lost_computers(settings, id_)
    read_undone_imports(settings, id_)
    text = data.decode("utf-8", "replace")
    read_shared({f"sharing:{id_}": text})
    timing_of(text)
