"""One strategy of one child, looked back at, to try a single sentence on."""

from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.records.rating_scales import RatingPlan
from homejournal.domain.sentences.values import Joined, Sentence, Single
from tests.domain.looked_back import back_at_small
from tests.domain.small import Small
from tests.family import day, days


class Looked(Small):
    """Written in the notation of the builder, from Monday 2 March 2026 on."""

    def __init__(self, text: str = "", rating: RatingPlan | None = None, **plan) -> None:
        super().__init__(kind=rating or RatingPlan(kind=plan.pop("kind")), **plan)
        self.write(text, kind=self.step.rating.kind)

    def back(
        self, last: int = 29, *, today: int = 0, visit: int = 0, narrowed: bool = False
    ) -> LookBack:
        """Look back at the days through the `last` one, with a visit on a day if there was one."""
        if visit:
            self.child.visit(day(visit))
        return back_at_small(self, days(2, last), today or last + 1, narrowed=narrowed)


def parts(sentence: Sentence) -> tuple[Single, ...]:
    """Return the statements that stand on one line."""
    return sentence.parts if isinstance(sentence, Joined) else (sentence,)
