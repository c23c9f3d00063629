"""The icons of a note's flags; each has its word beside it or is read aloud."""

from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.texts import labels
from homejournal.texts.wording import Wording

FLAG_ICONS = {
    Flag.CELEBRATION: "confetti",
    Flag.CONCERN: "hand-grab",
    Flag.QUESTION: "message-circle-question",
}
PRIVATE_ICON = "lock"
NOTE_ICON = "message-circle"


def signs_of(wording: Wording, note: Note | PrivateNote) -> list[tuple[str, str]]:
    """Return the icons of a note, each with its word: private, what it is for, or only a note."""
    if isinstance(note, PrivateNote):
        return [(PRIVATE_ICON, wording.text("Private"))]
    flags = [(FLAG_ICONS[flag], labels.flag(wording, flag)) for flag in note.flags]
    return flags or [(NOTE_ICON, wording.text("Note"))]
