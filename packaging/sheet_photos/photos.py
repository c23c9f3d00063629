"""One photo of one filled sheet from one number: the same number makes the same photo."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from PIL import Image

from sheet_photos import mix, phone, scene
from sheet_photos.choosing import Points, chance, pick
from sheet_photos.filling import Filled, fill
from sheet_photos.lens import a_pose, taken
from sheet_photos.light import lit, noise_of
from sheet_photos.mix import Hardness
from sheet_photos.paper import body, copied, moved, printed, with_rim
from sheet_photos.sheets import SHEETS, BlankSheet, blank_pages
from sheet_photos.truth import Told


class Kinds(NamedTuple):
    """How a photo came to be, in words of the mix."""

    hardness: Hardness
    paper: str
    light: str
    lens: str
    covered: str
    phone: str


_LAST = "filled, then copied"
_COPIES = {"copied": 1, "copied twice": 2, _LAST: 1}


@dataclass(frozen=True)
class Photo:
    """A photo as a family would add it, and what is on it."""

    seed: int
    data: bytes
    kinds: Kinds
    sheet: BlankSheet
    told: tuple[Told, ...]
    pens: frozenset[str]
    pixels: Callable[[Points], Points]
    """Where places of the sheet in millimeters are in the photo, held upright by its EXIF."""


def kinds_of(seed: int) -> Kinds:
    """Return the kinds of a photo, without making it."""
    by = chance(seed, "kinds")
    hardness = Hardness(pick(by, mix.HARDNESS))
    tables = (mix.PAPERS, mix.LIGHTS, mix.LENSES, mix.COVERED, mix.PHONES)
    return Kinds(hardness, *(pick(by, table[hardness]) for table in tables))


def make(seed: int, *, ink: bool = True) -> Photo:
    """Make the photo of this number; without `ink` it is the same photo of an empty sheet."""
    kinds = kinds_of(seed)
    pages = blank_pages(seed % SHEETS)
    sheet = pages[seed // SHEETS % len(pages)]
    return shot(sheet, _on_paper(sheet, kinds.paper, seed, ink=ink), kinds, seed)


def shot(sheet: BlankSheet, filled: Filled, kinds: Kinds, seed: int) -> Photo:
    """Take the photo of a page that is filled in."""
    by = chance(seed, "paper")
    how = moved(_COPIES.get(kinds.paper, 0), sheet.size, by)
    paper = body(kinds.paper, sheet.size, by)
    held = phone.held(kinds.hardness, kinds.phone, chance(seed, "held"))
    pose = a_pose(held, sheet.size, paper.height, chance(seed, "pose"))
    page = taken(with_rim(filled.page), pose, how, paper)
    by = chance(seed, "scene")
    photo = scene.around(page, pose, paper, by)
    scene.cover(photo, kinds.covered, pose, sheet, by)
    data = _through_phone(photo, kinds, seed)
    return Photo(
        seed, data, kinds, sheet, filled.told, filled.pens, lambda at: pose.drawn(how.on_paper(at))
    )


def _on_paper(sheet: BlankSheet, kind: str, seed: int, *, ink: bool) -> Filled:
    """Print, copy and fill a sheet in, in the order in which its family did."""
    by = chance(seed, "print")
    gray = printed(sheet.picture, by)
    for _ in range(_COPIES.get(kind, 0) if kind != _LAST else 0):
        gray = copied(gray, by)
    filled = fill(replace(sheet, picture=gray), seed, ink=ink)
    return replace(filled, page=copied(filled.page, by)) if kind == _LAST else filled


def _through_phone(photo: Image.Image, kinds: Kinds, seed: int) -> bytes:
    by = chance(seed, "light")
    photo = lit(phone.focused(photo, kinds.lens, by), kinds.light, by)
    photo = phone.sensed(photo, noise_of(kinds.light, by), by)
    photo = phone.developed(photo, by)
    sent = kinds.phone == "sent by a messenger"
    return phone.stored(photo, kinds.hardness, sent=sent, by=by)
