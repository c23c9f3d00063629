"""Random records of every kind, and random files of records that name each other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from homejournal.domain.records.children import Child, Pronoun, ShownName
from homejournal.domain.records.kinds import KINDS, REFERENCES
from homejournal.domain.records.ladders_and_feelings import Progress
from homejournal.domain.records.media_and_papers import Media, SheetRow
from homejournal.domain.records.notes import Flag, PackKind, PrepQuestion
from homejournal.domain.records.people import Channel, Helper, Way
from homejournal.domain.records.plan import Area, Ending, Often, OftenKind, StepKind, Weekday
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import Aim, Better, Per, RatingKind, RatingPlan, Tries
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.visits import VisitHow

if TYPE_CHECKING:
    from uuid import UUID

# What people paste: letters of every script, emoji, signs, line ends; not what no record can hold.
letters = st.characters(
    exclude_categories=("Cs",),
    exclude_characters=[chr(code) for code in range(0x20) if chr(code) not in "\t\n\r"],
)
texts = st.text(letters, min_size=1, max_size=60).filter(str.strip)
names = st.text(letters, min_size=1, max_size=30).filter(str.strip)
days = st.dates(date(1990, 1, 1), date(2089, 12, 31))
birthdays = st.dates(date(1990, 1, 1), date(2026, 3, 10))
"""A journal takes in no birthday after its today."""
times = st.times().map(lambda moment: time(moment.hour, moment.minute))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda least: timezone(timedelta(minutes=least)))
instants = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001 (the zone is drawn)
    datetime(2089, 12, 31),  # noqa: DTZ001
    timezones=offsets | st.just(UTC),
)
numbers = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3).map(
    lambda value: value.normalize() if value else Decimal(0)
)
tries = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(
    lambda pair: Tries(took=min(pair), of=max(pair))
)


def lists_of(part: SearchStrategy[Any], most: int = 3) -> SearchStrategy[Any]:
    return st.lists(part, max_size=most, unique=True).map(tuple)


def maybe(part: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | part


@st.composite
def often(draw: Callable[..., Any]) -> Often:
    if draw(st.booleans()):
        return Often(kind=OftenKind.DAYS_A_WEEK, days=draw(st.integers(1, 7)))
    slots = draw(lists_of(names))
    return Often(
        times=len(slots) or draw(st.integers(1, 6)),
        slots=slots,
        weekdays=draw(lists_of(st.sampled_from(Weekday), 7)),
    )


@st.composite
def ratings(draw: Callable[..., Any]) -> dict[str, Any]:
    kind = draw(maybe(st.sampled_from(RatingKind)))
    rating = {
        RatingKind.HELP: st.integers(1, 4),
        RatingKind.WENT: st.integers(1, 3),
        RatingKind.NUMBER: numbers,
        RatingKind.TRIES: tries,
    }.get(kind, st.none())
    return {"rating_kind": kind, "rating": draw(maybe(rating))}


ways = st.builds(Way, way=st.sampled_from(Channel), value=maybe(names), preferred=st.booleans())
plans = st.builds(
    RatingPlan,
    kind=st.sampled_from(RatingKind),
    unit=maybe(names),
    better=maybe(st.sampled_from(Better)),
    aim=maybe(st.builds(Aim, low=maybe(numbers), high=maybe(numbers))),
    words=st.just(()) | st.tuples(names, names, names, names),
    per=st.sampled_from(Per),
)
levels = st.dictionaries(st.sampled_from(["-2", "-1", "0", "1", "2"]), names, min_size=3)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | texts,
    lambda part: st.lists(part, max_size=3) | st.dictionaries(names, part, max_size=3),
    max_leaves=8,
)
written = {"day": days, "written": maybe(instants)}

# The fields of each kind beside its id and the records that it names.
FIELDS: dict[Kind, dict[str, SearchStrategy[Any]]] = {
    Kind.HOME: {"name": names},
    Kind.DEVICE: {"name": names},
    Kind.CHILD: {
        "name": names,
        "surname": maybe(names),
        "born": maybe(birthdays),
        "due": maybe(days),
        "words": maybe(texts),
        "communicates": lists_of(names),
        "put_away": maybe(days),
        "pronoun": st.sampled_from(Pronoun),
        "shown_name": st.sampled_from(ShownName),
    },
    Kind.HELPER: {
        "name": names,
        "left": maybe(days),
        "color": maybe(st.from_regex("#[0-9a-f]{6}", fullmatch=True)),
    },
    Kind.TEAM_MEMBER: {
        "name": names,
        "discipline": maybe(names),
        "role": maybe(names),
        "coordinator": st.booleans(),
        "language": maybe(names),
        "interpreter": st.booleans(),
        "ways": lists_of(ways),
        "left": maybe(days),
    },
    Kind.OUTCOME: {
        "text": texts,
        "areas": lists_of(st.sampled_from(Area)),
        "since": maybe(days),
        "closed": maybe(days),
    },
    Kind.ROUTINE: {"name": names},
    Kind.STRATEGY: {"name": names, "example": st.booleans()},
    Kind.PLAN_STEP: {
        "from_day": days,
        "step": st.sampled_from(StepKind),
        "what": maybe(texts),
        "how": maybe(texts),
        "when_where_who": maybe(texts),
        "why": maybe(texts),
        "how_we_know": maybe(texts),
        "often": maybe(often()),
        "rating": maybe(plans),
        "until": maybe(days),
        "ending": st.sampled_from(Ending),
    },
    Kind.PRACTICE: {**written, "slot": maybe(names), "time": maybe(times)},
    Kind.DAY_MARK: {
        **written,
        "slot": maybe(names),
        "mark": st.sampled_from(MarkKind),
        "reason": maybe(st.sampled_from(LeftOutReason)),
        "words": maybe(texts),
    },
    Kind.NOTE: {
        **written,
        "text": texts,
        "flags": lists_of(st.sampled_from(Flag)),
        "answered": maybe(days),
    },
    Kind.PRIVATE_NOTE: {**written, "text": texts},
    Kind.VISIT: {
        "day": days,
        "time": maybe(times),
        "how": maybe(st.sampled_from(VisitHow)),
        "language": maybe(names),
        "interpreter": st.booleans(),
        "bring": maybe(texts),
        "agreed_between": maybe(texts),
        "agreed_next": maybe(texts),
        "held": st.booleans(),
    },
    Kind.ASKED: {
        "text": texts,
        "open": st.booleans(),
        "answer": maybe(texts),
        "answered": maybe(days),
    },
    Kind.LIFE_EVENT: {"day": days, "words": texts},
    Kind.LADDER: {"levels": levels},
    Kind.LADDER_RATING: {"day": days, "level": st.integers(-2, 2)},
    Kind.ROUTINE_RATING: {"day": days, "level": st.integers(1, 5)},
    Kind.CONFIDENCE_RATING: {"day": days, "level": st.integers(1, 5)},
    Kind.OUTCOME_REVIEW: {"day": days, "words": st.sampled_from(Progress)},
    Kind.ABOUT: {
        "day": days,
        **dict.fromkeys(("strengths", "interests", "needs", "helps", "hard"), maybe(texts)),
        "routines": maybe(texts),
    },
    Kind.CONTACT: {"day": days, "way": st.sampled_from(Channel), "words": texts},
    Kind.MEDIA: {
        "sha256": st.binary(min_size=32, max_size=32).map(bytes.hex),
        "name": names,
        "type": names,
    },
    Kind.PAGE: {"made": instants, "page": st.dictionaries(names, json_values, max_size=4)},
    Kind.PREPARATION: {
        "pack": st.sampled_from(PackKind),
        "day": days,
        "answers": st.dictionaries(st.sampled_from([*PrepQuestion]).map(str), texts, max_size=6),
        "meeting": maybe(days),
    },
    Kind.PACK: {"made": instants, "pack": st.dictionaries(names, json_values, max_size=4)},
    Kind.SHEET: {
        "week": days,
        "page": st.integers(1, 9),
        "made": instants,
        "layout": st.dictionaries(names, json_values, max_size=4),
    },
    Kind.BOOK: {"made": instants, "book": st.dictionaries(names, json_values, max_size=4)},
}


@cache
def records(kind: Kind) -> SearchStrategy[Record]:
    """Return random records of a kind; what they name is nowhere."""
    return _records(kind, lambda _kind: st.uuids())


@st.composite
def families(draw: Callable[..., Any], most: int = 3) -> tuple[Record, ...]:
    """Return random records of all kinds that name only each other."""
    made: dict[Kind, list[UUID]] = {}
    found: list[Record] = []
    pools = lambda kind: st.sampled_from(made[kind]) if made.get(kind) else st.nothing()  # noqa: E731
    for kind in IN_ORDER:
        if any(_is_needed(kind, ref.field) and not made.get(ref.kind) for ref in REFERENCES[kind]):
            continue
        for record in draw(st.lists(_records(kind, pools), min_size=1, max_size=most)):
            made.setdefault(kind, []).append(record.id)
            found.append(record)
    photos = {one.child or one.helper: one.id for one in found if isinstance(one, Media)}
    return tuple(
        replace(one, photo=photos.get(one.id)) if isinstance(one, Child | Helper) else one
        for one in found
    )


def _records(kind: Kind, ids: Callable[[Kind], SearchStrategy[Any]]) -> SearchStrategy[Record]:
    given = dict(FIELDS[kind])
    for field, named, many, part in REFERENCES[kind]:
        one = ids(named)
        if part:
            given[field] = _rows(ids)
        elif many:
            given[field] = lists_of(one) if not one.is_empty else st.just(())
        else:
            given[field] = one if _is_needed(kind, field) else maybe(one)
    made = st.fixed_dictionaries({"id": st.uuids(), **given})
    if kind is Kind.PRACTICE:
        made = st.tuples(made, ratings()).map(lambda pair: pair[0] | pair[1])
    if kind is Kind.MEDIA:
        made = made.map(_of_a_person_or_not)
    if kind is Kind.PLAN_STEP:
        made = st.tuples(made, st.booleans()).map(
            lambda pair: pair[0] | {"until_visit": pair[1] and pair[0]["until"] is None}
        )
    return made.map(lambda said: KINDS[kind].cls(**said))


def _rows(ids: Callable[[Kind], SearchStrategy[Any]]) -> SearchStrategy[Any]:
    """Return the rows of a printed sheet."""
    strategies, steps = ids(Kind.STRATEGY), ids(Kind.PLAN_STEP)
    if strategies.is_empty or steps.is_empty:
        return st.just(())
    return lists_of(st.builds(SheetRow, strategy=strategies, step=steps, slot=maybe(names)))


def _of_a_person_or_not(said: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a photo: it shows a person, or it is kept with something."""
    people = {"child": said["child"], "helper": said["helper"]}
    owners = ("strategy", "practice", "note", "private_note")
    return said | dict.fromkeys(owners if any(people.values()) else people)


def _is_needed(kind: Kind, field: str) -> bool:
    return KINDS[kind].cls.__dataclass_fields__[field].default is not None


IN_ORDER = (
    *(Kind.HOME, Kind.DEVICE, Kind.CHILD, Kind.HELPER, Kind.TEAM_MEMBER, Kind.OUTCOME),
    *(Kind.ROUTINE, Kind.STRATEGY, Kind.VISIT, Kind.PLAN_STEP, Kind.SHEET, Kind.PRACTICE),
    Kind.DAY_MARK,
    *(Kind.NOTE, Kind.PRIVATE_NOTE, Kind.ASKED, Kind.LIFE_EVENT, Kind.LADDER),
    *(Kind.LADDER_RATING, Kind.ROUTINE_RATING, Kind.CONFIDENCE_RATING, Kind.OUTCOME_REVIEW),
    *(Kind.ABOUT, Kind.CONTACT, Kind.MEDIA, Kind.PAGE, Kind.PREPARATION, Kind.PACK, Kind.BOOK),
)
"""The kinds so that each names only kinds before it; the photo of a person names the person."""
