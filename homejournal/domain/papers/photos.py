"""A photo that stands on a paper."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoOnPage:
    """A photo with the name that says what it shows.

    `jpeg` is the picture itself in Base64, so that the page stays as it was handed over; it is
    empty if the picture is not in the journal's folder any more.
    """

    name: str
    day: date
    about: str | None = None
    jpeg: str = ""
    width: int = 0
    height: int = 0
    key: str = field(default="", compare=False)
    """By which it is ticked while its paper is prepared; never kept."""
