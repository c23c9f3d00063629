"""The days of the example family: what was done, what was not, and what was noted."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from random import Random
from uuid import UUID

from names import (
    BED,
    BEDTIME,
    BITE,
    BREAKFAST,
    CHILD,
    DAD,
    DINNER,
    FIRST_DAY,
    GRANDMA,
    LAST_DAY,
    LUNCH,
    MEALS,
    MOM,
    NAP,
    PAUSED,
    RESTARTED,
    TOY,
    WAIT,
    an_id,
    at,
)
from notes import NOTES, PRIVATE_NOTES

from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, Tries
from homejournal.domain.records.record import Record

_ROUTINES = dict(zip(MEALS, (BREAKFAST, DINNER), strict=True))
BABY = date(2026, 5, 4)
LEFT_OUT: dict[date, tuple[LeftOutReason, str | None]] = {
    date(2026, 4, 20): (LeftOutReason.SICK, "A cold"),
    date(2026, 4, 21): (LeftOutReason.SICK, "Fever in the night"),
    date(2026, 4, 22): (LeftOutReason.SICK, None),
    BABY: (LeftOutReason.OTHER, "The baby came"),
    date(2026, 5, 23): (LeftOutReason.AWAY, "At the lake"),
    date(2026, 5, 24): (LeftOutReason.AWAY, "At the lake"),
    date(2026, 5, 25): (LeftOutReason.AWAY, "At the lake"),
}
SAID = {
    (WAIT, date(2026, 4, 11), "breakfast"): 2,
    (WAIT, date(2026, 5, 16), "breakfast"): 2,
    (WAIT, date(2026, 6, 20), "breakfast"): 4,
    (TOY, date(2026, 4, 17), None): 2,
    (TOY, date(2026, 5, 28), None): 3,
    (BED, date(2026, 6, 27), None): 14,
    (BITE, date(2026, 4, 28), None): Tries(took=0, of=3),
    (BITE, date(2026, 6, 16), None): Tries(took=3, of=3),
}
"""What notes tell of is written down as well."""
GRANDMA_ILL = (date(2026, 6, 11), date(2026, 6, 12), date(2026, 6, 13))


def days() -> Iterator[Record]:
    """Yield practices, marks and notes of all days, the same each time."""
    did_it: dict[UUID, UUID | None] = {}
    yield from _left_out()
    for number in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=number)
        if day in LEFT_OUT:
            continue
        luck = Random(number)  # noqa: S311 (an example, no secret)
        for record in chain(
            _waiting(day, luck), _toy(day, luck), _bed(day, luck), _bite(day, luck)
        ):
            if isinstance(record, Practice):
                did_it[record.id] = record.helper
            yield record
    yield from _notes(did_it)


def _left_out() -> Iterator[Record]:
    for day, (reason, words) in LEFT_OUT.items():
        yield DayMark(
            id=an_id("left out", day),
            child=CHILD,
            day=day,
            mark=MarkKind.LEFT_OUT,
            reason=reason,
            words=words,
            helper=MOM,
            written=at(day, 20, 30),
        )
    yield DayMark(
        id=an_id("hearing test"),
        child=CHILD,
        strategy=BITE,
        day=date(2026, 6, 3),
        mark=MarkKind.LEFT_OUT,
        reason=LeftOutReason.APPOINTMENT,
        words="Hearing test over lunch",
        helper=DAD,
        written=at(date(2026, 6, 3), 18),
    )
    for day in GRANDMA_ILL:
        yield DayMark(
            id=an_id("grandma ill", day),
            child=CHILD,
            strategy=TOY,
            day=day,
            mark=MarkKind.LEFT_OUT,
            reason=LeftOutReason.OTHER,
            words="Grandma was ill",
            helper=MOM,
            written=at(GRANDMA_ILL[-1], 19),
        )


def _waiting(day: date, luck: Random) -> Iterator[Record]:
    """Twice a day; less help as weeks pass, and a little more again after the change."""
    weeks = (day - FIRST_DAY).days / 7
    easier = weeks * 0.28 if weeks < 6.3 else 0.6 + (weeks - 6.3) * 0.26
    busy = 0.4 if timedelta(0) < day - BABY < timedelta(days=9) else 0.17
    once_more = LUNCH
    for slot in MEALS if day < LAST_DAY else MEALS[:1]:
        chance, said = luck.random(), SAID.get((WAIT, day, slot))
        if said is None and chance < busy:
            once_more = _ROUTINES[slot]  # it shows at this time, as it names none itself
            continue
        if said is None and chance < busy + 0.05:
            yield _not_today(WAIT, day, slot)
            continue
        level = min(4, max(1, round(1.1 + easier + luck.gauss(0, 0.55))))
        yield _practice(WAIT, day, said or level, luck, slot)
    if day.weekday() == 5 and luck.random() < 0.4:
        yield replace(_practice(WAIT, day, 3, luck), routine=once_more)


def _toy(day: date, luck: Random) -> Iterator[Record]:
    """Any three days a week at Grandma's, typed in at the weekend from her sheet."""
    said = SAID.get((TOY, day, None))
    often = (0.8, 0.15, 0.7, 0.3, 0.85, 0.1, 0.0)[day.weekday()]
    if day in GRANDMA_ILL or (said is None and luck.random() > often):
        return
    weeks = (day - FIRST_DAY).days // 7
    level = min(3, max(1, round(1.5 + weeks * 0.12 + luck.gauss(0, 0.6))))
    saturday = day + timedelta(days=5 - day.weekday())
    yield Practice(
        id=an_id("practice", TOY, day, None),
        strategy=TOY,
        day=day,
        routine=NAP,
        helper=GRANDMA,
        rating=said or level,
        rating_kind=RatingKind.WENT,
        written=at(saturday, 9, 10),
    )


def _bed(day: date, luck: Random) -> Iterator[Record]:
    weeks = (day - date(2026, 4, 6)).days / 7
    chance, said = luck.random(), SAID.get((BED, day, None))
    if weeks < 0 or day == LAST_DAY or (said is None and chance < 0.14):
        return
    if said is None and chance < 0.2:
        yield _not_today(BED, day, None)
        return
    after_the_baby = 12 if timedelta(0) < day - BABY < timedelta(days=12) else 0
    minutes = max(8, round(44 - weeks * 2.1 + after_the_baby + luck.gauss(0, 6)))
    half = Decimal("0.5") if chance > 0.95 else Decimal(0)
    yield Practice(
        id=an_id("practice", BED, day, None),
        strategy=BED,
        day=day,
        routine=BEDTIME,
        helper=luck.choice((MOM, DAD)),
        rating=Decimal(said) if said else minutes + half,
        rating_kind=RatingKind.NUMBER,
        written=at(day, 20, 50),
    )


def _bite(day: date, luck: Random) -> Iterator[Record]:
    paused = PAUSED <= day < RESTARTED
    said = SAID.get((BITE, day, None))
    if day < date(2026, 4, 8) or paused or day == date(2026, 6, 3):
        return
    if said is None and luck.random() < 0.18:
        return
    of = luck.choice((2, 3, 3, 4))
    share = min(0.9, 0.12 + (day - date(2026, 4, 8)).days / 110)
    took = sum(luck.random() < share for _ in range(of))
    yield _practice(BITE, day, said or Tries(took=took, of=of), luck)


def _practice(
    strategy: UUID, day: date, rating: int | Tries, luck: Random, slot: str | None = None
) -> Practice:
    late = luck.random() < 0.05
    rated = luck.random() > 0.03 or (strategy, day, slot) in SAID
    return Practice(
        id=an_id("practice", strategy, day, slot),
        strategy=strategy,
        day=day,
        slot=slot,
        routine=_ROUTINES[slot] if slot else LUNCH,
        helper=luck.choice((MOM, MOM, DAD)),
        rating=rating if rated else None,
        rating_kind=RatingKind.TRIES if isinstance(rating, Tries) else RatingKind.HELP,
        written=at(day + timedelta(days=2 if late else 0), 20, 40),
    )


def _not_today(strategy: UUID, day: date, slot: str | None) -> DayMark:
    return DayMark(
        id=an_id("not today", strategy, day, slot),
        child=CHILD,
        strategy=strategy,
        day=day,
        slot=slot,
        mark=MarkKind.NOT_TODAY,
        helper=MOM,
        written=at(day, 20, 45),
    )


def _notes(did_it: Mapping[UUID, UUID | None]) -> Iterator[Record]:
    """Whoever did what a note tells of wrote it, too."""
    for day, text, said in NOTES:
        yield Note(
            id=an_id("note", day, text),
            child=CHILD,
            day=day,
            text=text,
            **{"helper": did_it.get(said.get("practice"), MOM), "written": at(day, 20, 55), **said},
        )
    for day, text, said in PRIVATE_NOTES:
        yield PrivateNote(
            id=an_id("private note", day, text),
            child=CHILD,
            day=day,
            text=text,
            **{"helper": MOM, "written": at(day, 22, 10), **said},
        )
