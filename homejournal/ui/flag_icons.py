"""The icons that stand for what a note is for; each has its word beside it or is read aloud."""

from homejournal.domain.notes import Flag

FLAG_ICONS = {
    Flag.CELEBRATION: "confetti",
    Flag.CONCERN: "hand-grab",
    Flag.QUESTION: "message-circle-question",
}
PRIVATE_ICON = "lock"
