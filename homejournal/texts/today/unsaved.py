"""What is said above the pages while something waits to be saved."""

from homejournal.texts.errors.error_texts import explain
from homejournal.texts.wording import Wording


def waits_said(wording: Wording, failure: Exception) -> str:
    """Return why it could not be saved, that it waits, and what becomes of it."""
    waits = wording.text(
        "What you typed or pressed is not saved yet. It waits here, and is saved by itself as soon"
        " as that is possible. Or press “Try again”."
    )
    return f"{explain(wording, failure, in_window=False)} {waits}"
