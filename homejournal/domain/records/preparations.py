"""What a family prepares for a review or for the move out of early intervention: its own words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.record import ChildId, Record
from homejournal.domain.text_rules import check_text


class PackKind(StrEnum):
    """The two packs: for the six-month review, and for the time around the third birthday."""

    REVIEW = "review"
    TRANSITION = "transition"


class PrepQuestion(StrEnum):
    """Six questions to prepare a review (Early Intervention Clearinghouse, Illinois)."""

    PROGRESS = "progress"
    SERVICES = "services"
    PRIORITIES = "priorities"
    MET = "met"
    NEW = "new"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation(Record):
    """The answers to the six questions by their names, and the day of the meeting, if known.

    `day` is the day on which it was written last.
    """

    child: ChildId
    pack: PackKind
    day: date
    answers: Mapping[str, str] = field(default_factory=dict)
    meeting: date | None = None

    def __post_init__(self) -> None:
        if not set(self.answers) <= set(PrepQuestion):
            raise InvalidValueError("answers", Reason.DOES_NOT_FIT)
        for words in self.answers.values():
            check_text("answers", words)


def preparation_for(
    known: Iterable[Preparation], kind: PackKind, start: date
) -> Preparation | None:
    """Return the newest preparation of a kind; of a review only one written after its first day.

    What was written for the review before belongs to that one.
    """
    mine = [
        one
        for one in known
        if one.pack is kind and (kind is PackKind.TRANSITION or one.day > start)
    ]
    return max(mine, key=lambda one: (one.day, one.id), default=None)
