"""The icons that stand for what a note is for; each has its word beside it or is read aloud."""

from homejournal.domain.journal_rows import JournalRow
from homejournal.domain.notes import Flag

FLAG_ICONS = {
    Flag.CELEBRATION: "confetti",
    Flag.CONCERN: "hand-grab",
    Flag.QUESTION: "message-circle-question",
}
PRIVATE_ICON = "lock"


def signs_of(row: JournalRow) -> tuple[str, ...]:
    """Return the icons of a row."""
    private = (PRIVATE_ICON,) if row.private else ()
    return (*(FLAG_ICONS[flag] for flag in row.flags), *private)
