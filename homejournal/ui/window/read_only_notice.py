"""Why a journal can only be read, as the window says it above the pages."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording


def only_read_said(wording: "Wording", journal: "FamilyJournal") -> str:
    """Return why it can only be read; empty where it can be written to."""
    why = journal.read_only_because
    if why is None:
        return ""
    from homejournal.texts.error_texts import (
        explain,  # not at a start that has nothing to tell
    )

    return explain(wording, why, in_window=False)
