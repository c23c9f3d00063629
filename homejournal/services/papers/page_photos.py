"""Photos for a visit page: which there are, and the pictures of those that are ticked."""

import base64
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from homejournal.domain.errors import MediaMissingError, MediaRefusedError
from homejournal.domain.records.attachments import Media
from homejournal.domain.records.notes import Note
from homejournal.domain.records.practices import Practice
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, PageMaterial, Ticks, photo_key
from homejournal.domain.visit_page.page import PhotoMaterial, PhotoOnPage
from homejournal.exchange.files.media_files import JPEG, SmallPicture, picture_for_paper
from homejournal.services.session import Session
from homejournal.storage.media.media_folder import MediaFolder

if TYPE_CHECKING:
    from uuid import UUID


class PagePhotos:
    """Reads a picture when its photo is ticked for the first time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pictures: dict[str, SmallPicture | None] = {}

    def of(self, practices: Iterable[Practice], notes: Iterable[Note]) -> tuple[PhotoMaterial, ...]:
        """Return the photos of these entries without their pictures; a PDF is none."""
        entries: dict[UUID, Practice | Note] = {one.id: one for one in practices}
        entries |= {one.id: one for one in notes}
        with self._session.asking() as queries:
            photos = queries.photos_on(entries)
        return tuple(
            PhotoMaterial(
                media=photo.id,
                shown=PhotoOnPage(name=photo.name, day=entries[photo.entry].day),
                strategy=entries[photo.entry].strategy,
            )
            for photo in photos
            if photo.type == JPEG and photo.entry is not None
        )

    def with_pictures(self, material: PageMaterial, ticks: Ticks) -> PageMaterial:
        """Return the material with the pictures of the photos that are ticked, and no others."""
        if not ticks.has(SECOND_PAGE_KEY):
            return material
        photos = [
            self._with_picture(one) if ticks.has(photo_key(one)) else one for one in material.photos
        ]
        return replace(material, photos=tuple(photos))

    def _with_picture(self, photo: PhotoMaterial) -> PhotoMaterial:
        picture = self._picture(photo.media)
        if picture is None:
            return photo
        shown = replace(
            photo.shown,
            jpeg=base64.b64encode(picture.jpeg).decode(),
            width=picture.width,
            height=picture.height,
        )
        return replace(photo, shown=shown)

    def _picture(self, media: "UUID") -> SmallPicture | None:
        with self._session.asking() as queries:
            record = queries.one(media)
        if not isinstance(record, Media):
            return None
        if record.sha256 not in self._pictures:
            self._pictures[record.sha256] = self._read(record.sha256)
        return self._pictures[record.sha256]

    def _read(self, sha256: str) -> SmallPicture | None:
        try:
            store = self._session.store
            return picture_for_paper(MediaFolder(store.folder, store.key).get(sha256))
        except (MediaMissingError, MediaRefusedError):
            return None
