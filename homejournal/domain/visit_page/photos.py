"""Photos that a visit page may show, where the family ticks them."""

from dataclasses import dataclass
from uuid import UUID

from homejournal.domain.visit_page.page import PhotoOnPage


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMaterial:
    """A photo of a practice or a note, never of a private one.

    `shown` is what the page says of it; the picture is in it only once it is ticked.
    """

    media: UUID
    shown: PhotoOnPage
    strategy: UUID | None = None
