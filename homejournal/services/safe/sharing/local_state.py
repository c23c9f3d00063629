"""What this computer alone knows of a sharing: where its folder is, its private key, what it wrote.

It lies in the computer's own settings folder and never in a journal: a journal can be copied or put
back from a copy, and must not take the key that signs along, nor what was written when.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from homejournal.domain.limits import read_json
from homejournal.exchange.files.read_and_save import disk_errors, safe_save
from homejournal.exchange.packs.batch_file import Signer, new_private_key

_FOLDER = "sharing"


TakenBackIds = Mapping[bytes, frozenset[str]]
"""What came with a file and was taken back, each with our batches from before that start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """This computer's part of a sharing.

    `written` are the hashes of its batches by number, `earlier` those of batches that were lost or
    taken away and written again under the same number. `before` are the private keys of ids that
    this computer had before it took a new one: what it wrote under them is still its own. `gone`
    are computers that it let go, each with the number through which its batches were taken away.
    """

    folder: Path
    device: UUID
    private: bytes = field(repr=False)
    written: Mapping[int, str] = field(default_factory=dict)
    earlier: frozenset[str] = frozenset()
    before: Mapping[UUID, bytes] = field(default_factory=dict, repr=False)
    gone: Mapping[UUID, int] = field(default_factory=dict)

    @property
    def signer(self) -> Signer:
        """Return what signs this computer's batches."""
        return Signer(self.private)

    @property
    def next_number(self) -> int:
        """Return the number of the next batch."""
        return max(self.written, default=0) + 1

    @property
    def ours(self) -> frozenset[str]:
        """Return the hashes of all batches that this computer ever wrote here."""
        return self.earlier.union(self.written.values())

    def with_written(self, number: int, sha256: str) -> "OwnPart":
        """Return it with one more batch written."""
        return replace(self, written={**self.written, number: sha256}, earlier=self.ours)

    def with_one_more(self, sha256: str) -> "OwnPart":
        """Return it with a batch that takes the place of one under an id of before."""
        return replace(self, earlier=self.earlier | {sha256})

    def without(self, gone: Mapping[UUID, int]) -> "OwnPart":
        """Return it with these computers let go, too."""
        return replace(self, gone={**self.gone, **gone})

    def beginning_anew(self) -> "OwnPart":
        """Return it for a folder that was emptied: numbers begin at 1 again."""
        return replace(self, written={}, earlier=self.ours)


def new_own_part(folder: Path, device: UUID) -> OwnPart:
    """Return a new part, with a key of its own."""
    return OwnPart(folder=folder, device=device, private=new_private_key())


def under_new_id(here: OwnPart, device: UUID) -> OwnPart:
    """Return this computer's part under a new id, since another one writes under the old one."""
    before = {**here.before, here.device: here.private}
    fresh = new_own_part(here.folder, device)
    return replace(fresh, earlier=here.ours, before=before, gone=here.gone)


def read_own_part(settings_folder: Path, sharing: UUID) -> OwnPart | None:
    """Return this computer's part, or None where it has none that can be read."""
    try:
        told = read_json(_file(settings_folder, sharing).read_bytes())
        return _read(told)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep_own_part(settings_folder: Path, sharing: UUID, here: OwnPart) -> None:
    """Keep this computer's part, readable for this person alone. Raises the disk's errors."""
    file = _file(settings_folder, sharing)
    told = {
        "folder": str(here.folder),
        "device": str(here.device),
        "private": here.private.hex(),
        "written": {str(number): sha256 for number, sha256 in here.written.items()},
        "earlier": sorted(here.earlier - set(here.written.values())),
        "before": {str(device): private.hex() for device, private in here.before.items()},
        "gone": {str(device): number for device, number in here.gone.items()},
    }
    _keep(file, told)


def forget_own_part(settings_folder: Path, sharing: UUID) -> None:
    """Forget this computer's part. Raises DiskError."""
    for file_of in (_file, _going_file, _back_file):
        file = file_of(settings_folder, sharing)
        with disk_errors(file):
            file.unlink(missing_ok=True)


def read_lost_computers(settings_folder: Path, sharing: UUID) -> frozenset[UUID]:
    """Return the computers whose files somebody wants taken away, as far as it can be read.

    They lie in a file of their own: a wish comes while a run may be writing this computer's part.
    """
    try:
        return frozenset(map(UUID, read_json(_going_file(settings_folder, sharing).read_bytes())))
    except (OSError, ValueError, TypeError, AttributeError):
        return frozenset()


def keep_lost_computers(settings_folder: Path, sharing: UUID, going: frozenset[UUID]) -> None:
    """Keep whose files are to be taken away. Raises the disk's errors."""
    _keep(_going_file(settings_folder, sharing), sorted(map(str, going)))


def read_undone_imports(settings_folder: Path, sharing: UUID) -> TakenBackIds:
    """Return what was taken back and may lie in our batches still, as far as it can be read.

    It lies in a file of its own, too: a run may be writing this computer's part.
    """
    try:
        told = read_json(_back_file(settings_folder, sharing).read_bytes())
        parts = [(part["ids"], frozenset(map(str, part["older"]))) for part in told]
        return {bytes.fromhex(id_): older for ids, older in parts for id_ in ids}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def keep_undone_imports(settings_folder: Path, sharing: UUID, back: TakenBackIds) -> None:
    """Keep what was taken back. Raises the disk's errors."""
    parts: dict[frozenset[str], list[str]] = {}
    for id_, older in back.items():
        parts.setdefault(older, []).append(id_.hex())
    told = [{"ids": sorted(ids), "older": sorted(older)} for older, ids in parts.items()]
    _keep(_back_file(settings_folder, sharing), told)


def _keep(file: Path, told: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    with disk_errors(file):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    safe_save(file, json.dumps(told).encode())


def _file(settings_folder: Path, sharing: UUID) -> Path:
    return settings_folder / _FOLDER / f"{sharing}.json"


def _going_file(settings_folder: Path, sharing: UUID) -> Path:
    return settings_folder / _FOLDER / f"{sharing}.going.json"


def _back_file(settings_folder: Path, sharing: UUID) -> Path:
    return settings_folder / _FOLDER / f"{sharing}.back.json"


def _read(told: Any) -> OwnPart:  # noqa: ANN401 - as it was stored
    here = OwnPart(
        folder=Path(told["folder"]),
        device=UUID(told["device"]),
        private=bytes.fromhex(told["private"]),
        written={int(number): str(sha256) for number, sha256 in told["written"].items()},
        earlier=frozenset(map(str, told["earlier"])),
        before={UUID(one): bytes.fromhex(key) for one, key in told.get("before", {}).items()},
        gone={UUID(one): int(number) for one, number in told.get("gone", {}).items()},
    )
    for private in (here.private, *here.before.values()):
        Signer(private)  # raises ValueError where it is no key
    return here
