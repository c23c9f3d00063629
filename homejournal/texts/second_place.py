"""What is said of a second place to which a copy could not go just now."""

from pathlib import Path

from homejournal.domain.errors import DiskFullError, PhotosNoRoomError
from homejournal.texts.errors import explain
from homejournal.texts.wording import Wording


def away_said(wording: Wording) -> str:
    """Return that a place is not there to which somebody wanted to copy, and what helps."""
    return wording.text(
        "Your second place is not there today, so no copy went there. Your journal here is safe."
        " Once the place is there again, press “Copy there now”."
    )


def not_copied_said(wording: Wording, failure: Exception, chosen: Path | None) -> str:
    """Return why not all went to the place that the family chose, and what helps.

    Where that place is full it is called as it was chosen; the journal's own disk may be full, too.
    """
    if isinstance(failure, DiskFullError) and chosen is not None:
        if isinstance(failure, PhotosNoRoomError):
            failure = PhotosNoRoomError(chosen)
        elif failure.path.is_relative_to(chosen):
            return _full_said(wording, chosen)
    return explain(wording, failure, in_window=False)


def _full_said(wording: Wording, chosen: Path) -> str:
    return wording.text(
        "Your second place {folder} is full, so not all could go there. Your journal here is safe."
        " Make some room there, then press “Copy there now”.",
        folder=wording.own(str(chosen)),
    )
