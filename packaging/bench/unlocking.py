"""How long an encrypted journal takes to open, once its password is typed."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from uuid import UUID

from bench.journals import copy_of
from bench.starts import HERE, environment
from bench.table import Figure
from homejournal.services.safe.unlocking import needs_key
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.encrypting import rekeyed_copy
from homejournal.storage.keys.keys_file import new_key, new_slots, write_keys

PASSWORD = "blanket river seven toast"  # noqa: S105 (of a journal that is thrown away)
LONGEST_SECONDS = 60


def unlocking(journal: Path, *, repeats: int) -> list[Figure]:
    """Measure in so many processes of their own, one after another."""
    copy = copy_of(journal, "encrypted")
    folder, key = JournalFolder(copy), new_key()
    write_keys(folder.keys, new_slots(UUID(int=1), key, PASSWORD))
    rekeyed_copy(folder.journal, folder.journal, None, key)
    if not needs_key(copy):
        raise RuntimeError("the journal is not encrypted")
    with tempfile.TemporaryDirectory() as home:
        runs = [_run(copy, Path(home)) for _ in range(repeats + 1)][1:]
    shutil.rmtree(copy)
    painted = median(run["painted"] for run in runs)
    return [Figure("encrypted journal, from the password to Today, in seconds", painted, 0.5, 0.35)]


def _run(journal: Path, home: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, str(HERE / "unlock_run.py"), str(journal), PASSWORD],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home),
        timeout=LONGEST_SECONDS,
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told
