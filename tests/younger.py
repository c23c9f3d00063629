"""A family that says all that came with the second schema: each such field, and each such kind."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from homejournal.domain.records.children import Child, Pronoun, ShownName
from homejournal.domain.records.media_and_papers import KeptBook, Media, Page, Sheet, SheetRow
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Ending, PlanStep, StepKind, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import Aim, Per, RatingKind, RatingPlan
from homejournal.domain.records.record import Record, is_added
from tests.journals import NOW, TODAY, child, mark, note, practice, private_note, step, strategy

BY_THE_TIME = RatingPlan(
    kind=RatingKind.NUMBER, unit="minutes", per=Per.TIME, aim=Aim(high=Decimal(9))
)


@dataclass(frozen=True)
class Younger:
    """The records by what they are; a photo's bytes lie nowhere."""

    child: Child
    helper: Helper
    photos: tuple[Media, Media]
    strategy: Strategy
    by_day: PlanStep
    by_time: PlanStep
    paused: PlanStep
    ended: PlanStep
    practice: Practice
    mark: DayMark
    sheet: Sheet
    page: Page
    book: KeptBook
    others: tuple[Record, ...]

    @property
    def all(self) -> tuple[Record, ...]:
        found: list[Record] = []
        for field in fields(self):
            said = getattr(self, field.name)
            found += said if isinstance(said, tuple) else [said]
        return tuple(found)

    @property
    def waiting(self) -> tuple[Record, ...]:
        """What an older homejournal can only keep as it came."""
        return (self.by_time, self.sheet, self.book)


def younger(photos: tuple[str, str] = ("ab" * 32, "cd" * 32)) -> Younger:
    """Return the family; what it names is in it, too."""
    ids = [uuid4() for _ in range(2)]
    of = child(
        pronoun=Pronoun.SHE, photo=ids[0], shown_name=ShownName.OUR_CHILD, name="Noa", surname="K."
    )
    helper = Helper(id=uuid4(), name="Grandma", photo=ids[1], color="#aa5500")
    what, other = strategy(of), strategy(of, name="Count to three")
    begun = step(what)
    said, quiet = note(of, "She laughed"), private_note(of)
    sheet = Sheet(
        id=uuid4(),
        child=of.id,
        week=TODAY - timedelta(days=TODAY.weekday()),
        page=1,
        made=NOW,
        rows=(SheetRow(strategy=what.id, step=begun.id, slot="breakfast"),),
        layout={"boxes": [{"row": 0, "x": "12.5", "kept": None}]},
    )
    return Younger(
        child=of,
        helper=helper,
        photos=(
            _photo(ids[0], photos[0], child=of.id),
            _photo(ids[1], photos[1], helper=helper.id),
        ),
        strategy=what,
        by_day=begun,
        by_time=step(other, rating=BY_THE_TIME),
        paused=step(what, step=StepKind.PAUSE, from_day=TODAY, until=TODAY + timedelta(days=9)),
        ended=step(
            other, step=StepKind.FINISH, from_day=TODAY, ending=Ending.PART_OF_OUR_DAY, rating=None
        ),
        practice=practice(what, helper=helper.id, read_from=sheet.id, slot="breakfast"),
        mark=mark(of, strategy=what.id, slot="dinner", read_from=sheet.id),
        sheet=sheet,
        page=Page(
            id=uuid4(), child=of.id, made=NOW, page={"n": 1}, photos=(ids[0],), quotes=(said.id,)
        ),
        book=KeptBook(
            id=uuid4(),
            child=of.id,
            made=NOW,
            book={"paper": "a4", "title": None},
            photos=(ids[0],),
            quotes=(said.id,),
            private_quotes=(quiet.id,),
        ),
        others=(
            other,
            said,
            quiet,
            step(what, step=StepKind.PAUSE, from_day=TODAY, until_visit=True),
        ),
    )


def younger_said(value: Any, name: str = "") -> set[str]:
    """Return the fields that came later and say something here, as `Child.pronoun`."""
    if isinstance(value, tuple):
        return set().union(*(younger_said(one) for one in value))
    if not is_dataclass(value):
        return set()
    said = [(field, getattr(value, field.name)) for field in fields(value)]
    own = {
        f"{type(value).__name__}.{one.name}"
        for one, told in said
        if is_added(one) and told != one.default
    }
    return own.union(*(younger_said(told) for _, told in said))


def _photo(id_: UUID, sha256: str, **whom: UUID) -> Media:
    return Media(id=id_, sha256=sha256, name="face.jpg", type="image/jpeg", **whom)
