"""Looks where files lie: whether something carries them elsewhere, and on which disk."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from homejournal.domain.sharing.cloud_folders import (
    MARKS,
    Carrier,
    carrier_by_marks,
    carrier_by_mounts,
    carrier_by_name,
)

_MOUNTS = Path("/proc/self/mountinfo")


def volume_of(path: Path) -> int | None:
    """Return the number of the disk on which a path lies or would lie; None where it tells none."""
    told = map(_volume, (path, *path.parents))
    return next((one for one in told if one is not None), None)


def lie_on_one_stick(
    file: Path,
    folder: Path,
    own: Iterable[Path],
    volume: Callable[[Path], int | None] = volume_of,
) -> bool:
    """Return whether a file would lie on the stick or disk of a folder.

    The disks on which the `own` files of this computer lie are none that are carried away.
    """
    found = volume(file.resolve())
    return (
        found is not None
        and found == volume(folder.resolve())
        and found not in [volume(one) for one in own]
    )


def carrier_of(folder: Path, mounts: Path = _MOUNTS) -> Carrier | None:
    """Return who carries a folder, or None where nothing tells of anybody; never raises OSError."""
    try:
        whole = folder.resolve()
        found = {mark for one in (whole, *whole.parents) for mark in MARKS if (one / mark).exists()}
        told = mounts.read_text(errors="replace") if mounts.exists() else ""
    except OSError:
        return None
    return (
        carrier_by_name(whole, os.environ)
        or carrier_by_marks(found)
        or carrier_by_mounts(whole, told)
    )


def _volume(path: Path) -> int | None:
    with suppress(OSError):
        return path.stat().st_dev
    return None
