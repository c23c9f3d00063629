"""Photos of sheets as a person gives them, and what the worker reads in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.papers.sheet_marks import PhotoFault
from homejournal.domain.papers.sheet_reading import PhotoRead
from homejournal.ui.base.clipboard import files_or_picture, png_of

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from homejournal.domain.papers.sheet_places import KeptSheets


@dataclass(frozen=True, slots=True)
class GivenPhoto:
    """A photo by its name; `data` returns its bytes, on any thread, or raises OSError."""

    name: str
    data: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class ReadPhoto:
    """A photo by its name, and what was read in it."""

    name: str
    read: PhotoRead


def photos_of_files(paths: Iterable[Path]) -> list[GivenPhoto]:
    """Return files of the disk, each once."""
    return [GivenPhoto(path.name, partial(_read_file, path)) for path in dict.fromkeys(paths)]


def photos_given(data: "QMimeData", name: str) -> list[GivenPhoto]:
    """Return what is dropped or pasted: files of this computer, else a picture under `name`."""
    paths, image = files_or_picture(data)
    return photos_of_files(paths) if image is None else [GivenPhoto(name, partial(png_of, image))]


def read_all(
    photos: Sequence[GivenPhoto], kept: "KeptSheets", tell: Callable[[int, int], bool]
) -> list[ReadPhoto]:
    """Read one photo after the other; `tell` says how far it is, and whether to go on."""
    # Pillow and the reader load with the first photo.
    from homejournal.exchange.sheet_photo.reading import read_photo

    done: list[ReadPhoto] = []
    for photo in photos:
        if not tell(len(done), len(photos)):
            break
        try:
            read = read_photo(photo.data(), kept)
        except OSError:
            read = PhotoRead(faults=(PhotoFault.UNREADABLE,))
        done.append(ReadPhoto(photo.name, read))
    return done


def _read_file(path: Path) -> bytes:
    from homejournal.exchange.read_and_save import read_chosen
    from homejournal.exchange.sheet_photo.reading import MOST_PHOTO_BYTES

    return read_chosen(path, MOST_PHOTO_BYTES + 1)
