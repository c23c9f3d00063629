"""How long it takes to join what another computer wrote to a large journal."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from bench.counting import timed
from bench.journals import copy_of, opened
from bench.saving import told_save
from bench.table import Figure
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.transfer.sealed_files import pack_of

if TYPE_CHECKING:
    from homejournal.exchange.pack_file import Pack

REVISIONS = 10_000


def merging(journal: Path, *, repeats: int) -> Figure:
    """Measure the step that holds the window up, after a copy and all that is worked out before."""
    pack = _pack(journal)
    seconds = min(_taken(journal, pack) for _ in range(repeats))
    name = f"{len(pack.incoming.revisions):,} revisions joined to 100,000 practices, in seconds"
    return Figure(name, seconds, 1.0, 0.3)


def _pack(journal: Path) -> "Pack":
    """Return what another computer would send that wrote so many entries."""
    theirs = copy_of(journal, "sending")
    family = opened(theirs)
    told = [record for _ in range(REVISIONS // 2) for record in told_save()]
    family.records.save(*told)
    wish = family.safe.pack_files.wish(Audience.OWN, only=frozenset(one.id for one in told))
    pack = pack_of(wish)
    family.close()
    shutil.rmtree(theirs)
    return pack


def _taken(journal: Path, pack: "Pack") -> float:
    ours = copy_of(journal, "merging")
    family = opened(ours)
    family.warm_up()
    family.safe.backups.before("import")
    files = family.safe.pack_files
    ahead = files.preparing(pack)()
    seconds = timed(lambda: files.take_in(pack, ahead))
    family.close()
    shutil.rmtree(ours)
    return seconds
