"""Values that no record can hold are refused, with the name of the field and the reason."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import get_type_hints
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.changes import Change, Move
from homejournal.domain.records.children import Child
from homejournal.domain.records.kinds import KINDS, REFERENCES, kind_of
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating, RoutineRating
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import Often, OftenKind, Weekday
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import Aim, RatingKind, Tries, check_rating, levels_of
from homejournal.domain.records.record import Kind
from homejournal.domain.text_rules import (
    LINE_LETTERS,
    NAME_LETTERS,
    TEXT_LETTERS,
    check_line,
    check_name,
    check_text,
    check_written,
)
from tests import records

ID = UUID("11111111-1111-4111-8111-111111111111")
DAY = date(2026, 3, 9)
TEXTS = [
    (kind, field.name)
    for kind, entry in KINDS.items()
    for field in fields(entry.cls)
    if get_type_hints(entry.cls)[field.name] in (str, str | None)
]


@pytest.mark.parametrize("bad", ["a\x00b", "a\x1bb", "half \ud83d sign", "x" * (TEXT_LETTERS + 1)])
@pytest.mark.parametrize(("kind", "field"), TEXTS, ids=str)
def test_no_text_of_any_record_holds_what_cannot_be_stored(kind, field, bad):
    record = made(kind)
    with pytest.raises(InvalidValueError) as told:
        replace(record, **{field: bad})
    assert told.value.field == field


_MADE: dict[Kind, object] = {}


def made(kind: Kind):
    """Return one record of a kind, the same in every test."""
    if kind not in _MADE:

        @given(records.records(kind))
        def keep(record) -> None:
            _MADE.setdefault(kind, record)

        keep()
    return _MADE[kind]


@pytest.mark.parametrize(
    "text", ["x" * 200, "😀" * 200, "<b>&amp;</b> $x$ {{}}", "שלום\u202eabc", "\t"]
)
def test_any_other_text_is_as_good_as_another(text):
    assert Note(id=ID, child=ID, day=DAY, text=f".{text}").text == f".{text}"


@pytest.mark.parametrize(
    ("check", "letters"),
    [(check_name, NAME_LETTERS), (check_line, LINE_LETTERS), (check_text, TEXT_LETTERS)],
)
def test_a_text_may_be_as_long_as_its_field_and_no_longer(check, letters):
    check("field", "x" * letters)
    with pytest.raises(InvalidValueError) as told:
        check("field", "x" * (letters + 1))
    assert (told.value.field, told.value.reason, told.value.limit) == (
        "field",
        Reason.TOO_LONG,
        letters,
    )
    assert str(told.value) == f"field: too_long ({letters})"


def test_names_and_notes_are_not_blank_and_the_rest_may_be():
    for check in (check_name, check_written):
        with pytest.raises(InvalidValueError) as told:
            check("field", " \n")
        assert told.value.reason is Reason.EMPTY
        assert str(told.value) == "field: empty"
    for check in (check_line, check_text):
        check("field", None)
        check("field", "")


def test_each_kind_has_one_class_and_one_list():
    assert set(KINDS) == set(Kind)
    assert len({entry.list_name for entry in KINDS.values()}) == len(Kind)
    assert kind_of(Child(id=ID, name="Mateo")) is Kind.CHILD


@pytest.mark.parametrize(
    "wrong",
    [
        {"times": 0},
        {"times": 51},
        {"times": 2, "slots": ("a",)},
        {"times": 2, "slots": ("a", "a")},
        {"times": 1, "slots": (" ",)},
        {"days": 3},
        {"kind": OftenKind.DAYS_A_WEEK},
        {"kind": OftenKind.DAYS_A_WEEK, "days": 0},
        {"kind": OftenKind.DAYS_A_WEEK, "days": 8},
        {"kind": OftenKind.DAYS_A_WEEK, "days": 3, "times": 2},
        {"kind": OftenKind.DAYS_A_WEEK, "days": 3, "slots": ("a",)},
        {"kind": OftenKind.DAYS_A_WEEK, "days": 3, "weekdays": (Weekday.MON,)},
    ],
)
def test_how_often_has_to_fit_together(wrong):
    with pytest.raises(InvalidValueError):
        Often(**wrong)


def test_weekdays_are_counted_from_monday():
    assert [day.number for day in Weekday] == list(range(7))
    assert DAY.weekday() == Weekday.MON.number


@pytest.mark.parametrize(
    ("kind", "rating"),
    [
        (RatingKind.HELP, 0),
        (RatingKind.HELP, 5),
        (RatingKind.HELP, True),
        (RatingKind.WENT, 4),
        (RatingKind.WENT, Decimal(2)),
        (RatingKind.NUMBER, 3),
        (RatingKind.NUMBER, Decimal("NaN")),
        (RatingKind.NUMBER, Decimal("Infinity")),
        (RatingKind.NUMBER, Decimal("1E+15")),
        (RatingKind.NUMBER, Decimal("1E-13")),
        (RatingKind.TRIES, 3),
        (RatingKind.NONE, 1),
        (None, 1),
    ],
)
def test_a_rating_is_one_of_its_kind(kind, rating):
    with pytest.raises(InvalidValueError):
        Practice(id=ID, strategy=ID, day=DAY, rating=rating, rating_kind=kind)
    Practice(id=ID, strategy=ID, day=DAY, rating_kind=kind)


@pytest.mark.parametrize("number", ["0", "-0.0", "999999999999999.123456789012", "1E-12", "0E-99"])
def test_numbers_have_room_enough(number):
    check_rating(RatingKind.NUMBER, Decimal(number))


def test_only_ordered_ratings_have_levels():
    assert levels_of(RatingKind.HELP) == (1, 2, 3, 4)
    assert levels_of(RatingKind.WENT) == (1, 2, 3)
    assert levels_of(RatingKind.TRIES) == levels_of(None) == ()


@pytest.mark.parametrize(("took", "of"), [(-1, 4), (5, 4), (0, 2**31)])
def test_tries_are_at_most_those_offered(took, of):
    with pytest.raises(InvalidValueError):
        Tries(took=took, of=of)


def test_an_aim_is_a_plain_number():
    with pytest.raises(InvalidValueError):
        Aim(high=Decimal("sNaN"))
    assert Aim(low=Decimal(2), high=None).low == 2


@pytest.mark.parametrize(
    "levels",
    [{"0": "a", "1": "b"}, {"0": "a", "1": "b", "3": "c"}, {"0": "a", "1": "b", "2": "\x00"}],
)
def test_a_ladder_has_three_to_five_written_levels(levels):
    with pytest.raises(InvalidValueError):
        Ladder(id=ID, outcome=ID, levels=levels)


def test_levels_of_ladders_and_routines_have_their_ends():
    for level in (-3, 3):
        with pytest.raises(InvalidValueError):
            LadderRating(id=ID, ladder=ID, day=DAY, level=level)
    for level in (0, 6):
        with pytest.raises(InvalidValueError):
            RoutineRating(id=ID, child=ID, routine=ID, day=DAY, level=level)


@given(st.text(max_size=70).filter(lambda text: len(text) != 64))
def test_a_file_is_named_by_its_hash(text):
    with pytest.raises(InvalidValueError):
        Media(id=ID, sha256=text, name="cup.jpg", type="image/jpeg")


def test_a_change_tells_which_kinds_it_touched():
    moves = (Move(Kind.NOTE, ID, (), (b"1",)), Move(Kind.PRACTICE, ID, (), (b"2",)))
    assert Change(moves).kinds == {Kind.NOTE, Kind.PRACTICE}
    assert Change(()).kinds == frozenset()


DRAWN_TOGETHER = {Kind.PRACTICE: {"rating", "rating_kind"}, Kind.PLAN_STEP: {"until_visit"}}


@pytest.mark.parametrize("kind", KINDS)
def test_random_records_say_every_field_of_their_kind(kind):
    named = {reference.field for reference in REFERENCES[kind]}
    drawn = {"id", *records.FIELDS[kind], *named, *DRAWN_TOGETHER.get(kind, ())}
    assert drawn == {field.name for field in fields(KINDS[kind].cls)}
