"""What became of a photo: each choice as it was read, beside what was meant."""

from typing import NamedTuple

from sheet_photos.photos import Kinds
from sheet_photos.truth import Meant, Verdict


class Judged(NamedTuple):
    """What was read of one choice, beside what was meant."""

    kind: str
    plain: bool
    meant: Meant
    pen: str
    verdict: Verdict


class Outcome(NamedTuple):
    """What became of one photo; `refused` names why it was not read, and is empty if it was."""

    seed: int
    kinds: Kinds
    seconds: float
    refused: str
    judged: tuple[Judged, ...]
