"""Thumbnails of kept pictures, made in the background."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from homejournal.domain.errors import MediaRefusedError
from homejournal.exchange.files.media_files import JPEG, small_picture

if TYPE_CHECKING:
    from homejournal.domain.records.media_and_papers import Media as MediaRecord
    from homejournal.services.records.attachments import Media
    from homejournal.ui.base.worker import Task


def read_small(media: "Media", record: "MediaRecord", side: int, _task: "Task") -> QImage | None:
    """Return the picture, at most so many pixels wide and high; None for what is there and none.

    Raises MediaMissingError.
    """
    data = media.read(record)
    if record.type != JPEG:
        return None
    try:
        return QImage.fromData(small_picture(data, side))
    except MediaRefusedError:
        return None
