"""The two messages to the team: asking for a meeting, and a note of thanks."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.papers.team_messages import MeetingAsk, Opening, Purpose, Thanks, ThankYou
from homejournal.texts.papers import team_messages as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.visits.team.message_dialog import Addressed, MessageDialog


class MeetingDialog(MessageDialog):
    """Asking for a meeting, which a family may do at any time."""

    def __init__(self, desk: Desk, to: Addressed, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("Ask for a meeting"), to, parent)

    @override
    def lead(self) -> str:
        return self.wording.text(
            "You may ask for a meeting at any time; you need not wait for the next review. Here is"
            " a message to begin with. Nothing is sent from here."
        )

    @override
    def add_choices(self) -> None:
        label = self.wording.text("What for? (optional)")
        choices = [(one, said.purpose_choice(self.wording, one)) for one in Purpose]
        self._purposes = self.add_chips(label, choices)

    @override
    def message(self) -> MeetingAsk:
        return MeetingAsk(
            person=self.person.name,
            child=self.child,
            purposes=tuple(one for one in self._purposes.chosen() if isinstance(one, Purpose)),
        )


class ThanksDialog(MessageDialog):
    """A note of thanks, with a sentence of how it goes at home."""

    def __init__(self, desk: Desk, to: Addressed, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("Say thank you"), to, parent)

    @override
    def lead(self) -> str:
        return self.wording.text(
            "A few words are enough. Choose some, or write your own. Nothing is sent from here."
        )

    @override
    def add_choices(self) -> None:
        text, wording = self.wording.text, self.wording
        openings = [(one, said.opening_choice(wording, one)) for one in Opening]
        self._openings = self.add_chips(text("To begin with (optional)"), openings)
        thanks = [(one, said.thanks_choice(wording, one)) for one in Thanks]
        self._thanks = self.add_chips(text("What do you thank for?"), thanks)
        self._thanks.set_chosen([Thanks.TIME])

    @override
    def message(self) -> ThankYou:
        return ThankYou(
            person=self.person.name,
            child=self.child,
            openings=tuple(one for one in self._openings.chosen() if isinstance(one, Opening)),
            thanks=tuple(one for one in self._thanks.chosen() if isinstance(one, Thanks)),
        )
