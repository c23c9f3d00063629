"""Carries the files of a shared folder from one place to another, as a sync program does."""

import hashlib
from collections.abc import Collection
from pathlib import Path


def lying_in(cloud: Path) -> frozenset[str]:
    """Return the hashes of the batches that lie in a folder."""
    return frozenset(map(hash_of, cloud.rglob("*.hjb")))


def hash_of(path: Path) -> str:
    """Return the hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copy_all(source: Path, target: Path, dropped: Collection[str] = ()) -> int:
    """Carry each file that is not there, or not whole; return how many."""
    carried = 0
    for path in source.rglob("*.hjb"):
        there = target / path.relative_to(source)
        there.parent.mkdir(parents=True, exist_ok=True)
        data = path.read_bytes()
        if hash_of(path) in dropped:
            continue
        if not there.exists() or there.stat().st_size < len(data):
            there.write_bytes(data)
            carried += 1
    return carried
