"""What a repair brought together, told to the family before anything is put in place."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from homejournal.domain.safe.copy_contents import ALL_WHOLE, Counts, MediaBack


class Origin(StrEnum):
    """Where revisions of a repaired journal come from."""

    OWN = "own"  # the damaged file itself
    COPY = "copy"  # a backup, here or at the second place
    BESIDE = "beside"  # another journal file in the folder, such as a cloud's conflict copy
    SHARED = "shared"  # the folder that is shared with other computers
    PACK = "pack"  # a sealed file that somebody showed


@dataclass(frozen=True, slots=True)
class Contribution:
    """How many revisions came from one source that no source before it had.

    `made` is when a copy was made; None for other sources.
    """

    origin: Origin
    added: int
    made: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairReport:
    """A journal that was built anew and read whole, and waits beside the damaged one.

    `built` is None where all that is written reads as it stands, and only photos come.
    `found` revisions are in it, of `known` of which anything is known; `holds` counts what stands.
    `media` are pictures and hand-outs that were not whole beside the damaged one. `locked` copies
    open with another password, and may hold more. `left_out` is what somebody showed that is of
    another journal, or does not read. `loses_password` says that the journal had a password, and
    will have none.
    """

    built: Path | None
    quarantine: Path | None
    found: int
    known: int
    holds: Counts
    contributions: tuple[Contribution, ...]
    media: MediaBack = ALL_WHOLE
    locked: int = 0
    left_out: int = 0
    loses_password: bool = False

    @property
    def lost(self) -> int:
        """Return how many revisions could be read nowhere."""
        return self.known - self.found
