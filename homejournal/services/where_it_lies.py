"""Looks whether a journal's folder is carried elsewhere, or lies on another computer's disk."""

import os
from pathlib import Path

from homejournal.domain.where_it_lies import (
    MARKS,
    Carrier,
    carrier_by_marks,
    carrier_by_mounts,
    carrier_by_name,
)

_MOUNTS = Path("/proc/self/mountinfo")


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
