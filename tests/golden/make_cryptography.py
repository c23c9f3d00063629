"""Makes the known answers of all that is sealed: `python -m tests.golden.make_cryptography NAME`.

Run it once for a new form, with a new name; the files of earlier forms are never made again, since
what families have on their disks was made so. Nothing secret is in them: the keys are counted up.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope
from homejournal.domain.safe.passwords import groups_of, sheet_number
from homejournal.domain.sharing.outgoing import Audience, Sender
from homejournal.exchange.batch_file import Batch, Signer, write_batch
from homejournal.exchange.pack_file import Invitation, Pack, plain_pack, write_pack
from homejournal.exchange.revision_lines import Incoming
from homejournal.storage.keys.keys_file import (
    Costs,
    key_of,
    keys_bytes,
    new_slots,
    secret_of,
    with_computer,
)
from homejournal.storage.media.media_folder import MediaSeal

HERE = Path(__file__).parent
KEY = key_of(bytes(range(32)))
PASSWORD, WORDS = "Blanket r\u00edver 7", "seven quiet words"
JOURNAL, DEVICE, HOME = UUID(int=0x10), UUID(int=0x20), UUID(int=0x30)
SHARING = bytes(range(64, 96))
SIGNING = bytes(range(32, 64))
PHOTO = b"\xff\xd8 not really a photo"
COSTS = Costs(memory=64, passes=2, lanes=2)


class Counted:
    """Numbers counted up in the place of random ones."""

    def __init__(self) -> None:
        self._drawn = 0

    def draw(self, count: int) -> bytes:
        """Return so many bytes, others each time."""
        self._drawn += 1
        return bytes((self._drawn * 16 + at) % 256 for at in range(count))


@contextmanager
def counted() -> Iterator[None]:
    """Let whatever is sealed draw numbers that are known."""
    drawn = Counted()
    with patch("secrets.token_bytes", drawn.draw), patch("os.urandom", drawn.draw):
        yield


def revision() -> Any:
    """Return one entry."""
    told = Envelope(kind=Kind.HOME, record=HOME, device=str(DEVICE), at="2026-03-10T20:30:00+00:00")
    return told.seal(bytes(16), b'{"name":"With Ana"}')


def batch() -> Batch:
    """Return a batch with it."""
    return Batch(
        journal=JOURNAL,
        device=DEVICE,
        number=3,
        public=Signer(SIGNING).public,
        home=HOME,
        through=date(2026, 3, 10),
        incoming=Incoming(revisions=(revision(),)),
        gone={UUID(int=0x40): 2},
    )


def pack() -> Pack:
    """Return a pack with it, and with an invitation."""
    return Pack(
        sender=Sender(journal=JOURNAL, device=DEVICE, home=HOME, through=date(2026, 3, 10)),
        audience=Audience.OWN,
        settings=JournalSettings(id=JOURNAL, home=HOME),
        incoming=Incoming(revisions=(revision(),)),
        invitation=Invitation(
            sharing=UUID(int=0x50),
            journal=JOURNAL,
            audience=Audience.OWN,
            key=SHARING,
            device=DEVICE,
            public=Signer(SIGNING).public,
        ),
    )


def sealed() -> dict[str, str]:
    """Return all that is sealed, from numbers that are known, so that it is the same each time."""
    seal, sha256 = MediaSeal(KEY), hashlib.sha256(PHOTO).hexdigest()
    with counted():
        slots, id_, secret = with_computer(new_slots(JOURNAL, KEY, PASSWORD, COSTS), KEY)
        photo, written = seal.seal(PHOTO, sha256), write_batch(batch(), SHARING, Signer(SIGNING))
    return {
        "key": KEY.hex(),
        "letters": " ".join(groups_of(secret_of(KEY))),
        "sheet_number": sheet_number(KEY[32:]),
        "keys_json": keys_bytes(slots).decode(),
        "computer": str(id_),
        "secret": secret.hex(),
        "photo": photo.hex(),
        "photo_name": seal.name(sha256),
        "batch": written.hex(),
        "plain_pack": plain_pack(pack()).decode(),
        "revision": revision().id.hex(),
    }


def main(name: str) -> None:
    """Write the file of known answers; a pack is sealed with numbers that nobody can count."""
    told = sealed() | {"sealed_pack": write_pack(pack(), WORDS).hex()}
    (HERE / f"{name}.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
