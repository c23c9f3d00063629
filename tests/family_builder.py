"""A short notation for what a family wrote, day by day, made into records.

Days follow each other from Monday 2 March 2026 on, `|` begins a new week. A word of ratings is
"did it", one digit (or one value, joined by +) for each time; `y` did it without a rating; `n` not
today; `s`, `a`, `o` left out (sick, away, other home); `.` nothing written.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Helper, Home, TeamMember
from homejournal.domain.records.plan import Often, Outcome, PlanStep, Routine, StepKind, Strategy
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import Rating, RatingKind, RatingPlan, Tries
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Visit, VisitHow
from tests.family import FIRST_DAY, Ask, Family, evening

_NAMES = UUID("6f1c6a52-52a5-4c43-9d0b-0f2d7a1f3b11")
_MARKS: Mapping[str, tuple[MarkKind, LeftOutReason | None]] = {
    "n": (MarkKind.NOT_TODAY, None),
    "s": (MarkKind.LEFT_OUT, LeftOutReason.SICK),
    "a": (MarkKind.LEFT_OUT, LeftOutReason.AWAY),
    "o": (MarkKind.LEFT_OUT, LeftOutReason.OTHER_HOME),
}


@dataclass
class Builder:
    """Puts a family's records together; each gets an id that stays the same in every run."""

    name: str
    born: date
    records: list[Record] = field(default_factory=list)
    written: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.child = self.add(Child(id=self.id("child"), name=self.name, born=self.born))

    def id(self, what: str) -> UUID:
        return uuid5(_NAMES, f"{self.name}/{what}")

    def add(self, record):
        self.records.append(record)
        return record

    def home(self, name: str) -> Home:
        return self.add(Home(id=self.id(f"home {name}"), name=name))

    def helper(self, name: str) -> Helper:
        return self.add(Helper(id=self.id(f"helper {name}"), name=name))

    def routine(self, name: str) -> Routine:
        return self.add(Routine(id=self.id(f"routine {name}"), name=name, child=self.child.id))

    def outcome(self, text: str) -> Outcome:
        return self.add(Outcome(id=self.id("outcome"), child=self.child.id, text=text))

    def strategy(self, name: str, by: str, discipline: str) -> Strategy:
        member = TeamMember(id=self.id(f"team {by}"), name=by, discipline=discipline)
        if member not in self.records:
            self.add(member)
        outcome = next((each.id for each in self.records if isinstance(each, Outcome)), None)
        return self.add(
            Strategy(
                id=self.id(f"strategy {name}"),
                child=self.child.id,
                name=name,
                outcome=outcome,
                suggested_by=member.id,
            )
        )

    def step(
        self,
        strategy: Strategy,
        from_day: date = FIRST_DAY,
        step: StepKind = StepKind.START,
        rating: RatingKind | RatingPlan | None = None,
        often: Often | None = None,
        **words,
    ) -> PlanStep:
        plan = RatingPlan(kind=rating) if isinstance(rating, RatingKind) else rating
        return self.add(
            PlanStep(
                id=self.id(f"step {strategy.name} {len(self.records)}"),
                strategy=strategy.id,
                from_day=from_day,
                step=step,
                often=often,
                rating=plan,
                **words,
            )
        )

    def write(
        self,
        strategy: Strategy,
        text: str,
        *,
        kind: RatingKind = RatingKind.HELP,
        start: date = FIRST_DAY,
        slots: tuple[str, ...] = (),
        for_all: str = "",
        **said,
    ) -> None:
        """Add what the notation says; marks named in `for_all` are for the whole child, once."""
        for number, word in enumerate(text.replace("|", " ").split()):
            on = start + timedelta(days=number)
            if word in _MARKS:
                self.mark(None if word in for_all else strategy, on, *_MARKS[word], **said)
            elif word != ".":
                for place, rating in enumerate(_ratings(word, kind)):
                    slot = slots[place] if place < len(slots) else None
                    self.practice(strategy, on, kind, rating, slot=slot, **said)

    def practice(self, strategy, on, kind, rating, *, written=None, home=None, **said) -> None:
        key = f"practice {strategy.name} {on} {home and home.name}"
        self.written[key] += 1
        self.add(
            Practice(
                id=self.id(f"{key} {self.written[key]}"),
                strategy=strategy.id,
                day=on,
                rating=rating,
                rating_kind=kind,
                written=evening(written or on),
                **said,
            )
        )

    def mark(self, strategy, on, mark, reason, *, home=None, routine=None, **said) -> None:
        made = DayMark(
            id=self.id(f"mark {strategy and strategy.name} {on} {mark} {home and home.name}"),
            child=self.child.id,
            strategy=strategy and strategy.id,
            day=on,
            mark=mark,
            reason=reason,
            home=home and home.id,
            written=evening(on),
            **said,
        )
        if made not in self.records:
            self.add(made)

    def visit(self, on: date, *, held: bool = True, name: str = "") -> Visit:
        return self.add(
            Visit(
                id=self.id(f"visit {name or on}"),
                child=self.child.id,
                day=on,
                how=VisitHow.HOME,
                held=held,
            )
        )

    def private_notes(self, number: int, on: date = FIRST_DAY) -> None:
        for place in range(1, number + 1):
            self.add(
                PrivateNote(
                    id=self.id(f"private note {place}"),
                    child=self.child.id,
                    day=on,
                    text=f"For me alone, {place}: a hard evening.",
                )
            )

    def note(self, on: date, text: str, *flags: Flag, strategy: Strategy | None = None) -> Note:
        return self.add(
            Note(
                id=self.id(f"note {text}"),
                child=self.child.id,
                day=on,
                text=text,
                flags=flags,
                strategy=strategy and strategy.id,
                written=evening(on),
            )
        )

    def family(self, period: Period, today: date, *asks: Ask, **more) -> Family:
        return Family(
            name=self.name,
            records=tuple(self.records),
            period=period,
            today=today,
            asks=asks,
            **more,
        )


def _ratings(word: str, kind: RatingKind) -> Iterator[Rating | None]:
    if word.strip("y") == "":
        yield from (None for _ in word)
    elif kind in {RatingKind.HELP, RatingKind.WENT}:
        yield from (int(letter) for letter in word)
    elif kind is RatingKind.NUMBER:
        yield from (Decimal(each) for each in word.split("+"))
    else:
        for each in word.split("+"):
            took, of = each.split("/")
            yield Tries(took=int(took), of=int(of))
