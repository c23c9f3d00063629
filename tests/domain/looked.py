"""One strategy of one child, looked back at, to try a single sentence on."""

from homejournal.domain.day_counts import CountingFrame
from homejournal.domain.look_back import LookBack, StrategyWritten
from homejournal.domain.looking_back import look_back
from homejournal.domain.numbers import Period
from homejournal.domain.ratings import RatingPlan
from homejournal.domain.sentences import Joined, Sentence, Single
from tests.domain.small import Small
from tests.family import day, days


class Looked(Small):
    """Written in the notation of the builder, from Monday 2 March 2026 on."""

    def __init__(self, text: str = "", rating: RatingPlan | None = None, **plan) -> None:
        super().__init__(kind=rating or RatingPlan(kind=plan.pop("kind")), **plan)
        self.rating = self.step.rating
        self.write(text, kind=self.rating.kind)

    def back(
        self, last: int = 29, *, today: int = 0, visit: int = 0, narrowed: bool = False, **more
    ) -> LookBack:
        """Look back at the days through the `last` one, with a visit on a day if there was one."""
        visits = (self.child.visit(day(visit)),) if visit else ()
        family = self.child.family(Period(day(2), day(last)), day(today or last + 1))
        return look_back(
            StrategyWritten(
                strategy=self.strategy,
                steps=tuple(family.steps(self.strategy)),
                practices=family.practices(self.strategy),
                marks=() if narrowed else family.marks(self.strategy),
                frame=CountingFrame(days(2, last), family.today),
                visits=visits,
                narrowed=narrowed,
                **more,
            )
        )


def parts(sentence: Sentence) -> tuple[Single, ...]:
    """Return the statements that stand on one line."""
    return sentence.parts if isinstance(sentence, Joined) else (sentence,)
