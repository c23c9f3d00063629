"""Which copies stay: three years with holidays, and clocks that jump by years."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.safe.backups import (
    DAILY,
    MOST_DROPPED,
    NEWEST,
    WEEKLY,
    KeptCopy,
    copies_to_delete,
    is_sudden_loss,
)

BEGIN = datetime(2026, 3, 1, 8, tzinfo=UTC)
YEARS = timedelta(days=3 * 365)
JUMPS = (0, -400, 3000, 20000, -9000)
"""Days by which a clock may be wrong from now on."""


def all_alike(_seq: int) -> set[bytes]:
    return {b"an entry"}


def days_and_holidays(chance: Random) -> timedelta:
    return timedelta(days=chance.choice([0.1, 0.3, 0.5, 1, 1, 1, 2, 20]) * chance.random())


def three_years(seed: int, *, jumps: float):
    """Yield after each copy what is kept, with the true instants, and the number just made."""
    chance, real, wrong = Random(seed), BEGIN, timedelta()
    kept: dict[int, tuple[datetime, datetime]] = {}
    seq = 0
    while real < BEGIN + YEARS:
        real += days_and_holidays(chance)
        if chance.random() < jumps:
            wrong = timedelta(days=chance.choice(JUMPS))
        seq += 1
        kept[seq] = (real + wrong, real)
        told = [KeptCopy(one, made) for one, (made, _) in kept.items()]
        dropped = copies_to_delete(told, real + wrong, all_alike)
        assert len(dropped) <= MOST_DROPPED
        for one in dropped:
            del kept[one]
        yield kept, seq, real


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_the_newest_ten_always_stay_and_copies_of_every_age_are_there(seed):
    end, kept = BEGIN, {}
    for kept, seq, end in three_years(seed, jumps=0):
        assert end >= BEGIN
        assert set(range(max(1, seq - NEWEST + 1), seq + 1)) <= kept.keys()
        assert len(kept) < 150
    ages = [end - made for _, made in kept.values()]
    for least, most in ((0, 20), (20, 45), (45, 120), (120, 400), (400, 1000)):
        assert any(timedelta(days=least) <= age <= timedelta(days=most) for age in ages)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.floats(0.001, 0.02))
def test_whatever_the_clock_does_the_newest_ten_stay_and_the_number_is_bounded(seed, jumps):
    for kept, seq, _ in three_years(seed, jumps=jumps):
        assert set(range(max(1, seq - NEWEST + 1), seq + 1)) <= kept.keys()
        assert len(kept) < 200


def made_each(day: float, times: int) -> list[KeptCopy]:
    return [KeptCopy(seq, BEGIN + timedelta(days=day * seq)) for seq in range(1, times + 1)]


def all_dropped(kept: list[KeptCopy], now: datetime) -> list[KeptCopy]:
    while gone := copies_to_delete(kept, now, all_alike):
        kept = [one for one in kept if one.seq not in gone]
    return kept


def test_of_one_day_the_first_copy_stays_for_two_weeks_then_one_of_the_week_then_of_the_month():
    kept = all_dropped(made_each(0.25, 400), BEGIN + timedelta(days=100))
    now = BEGIN + timedelta(days=100)
    days = [one.made.date() for one in kept]
    assert len(set(days[-NEWEST - 14 : -NEWEST])) == 14  # before the newest, one of each day
    old = [one for one in kept if now - one.made > WEEKLY]
    assert len(old) == len({(one.made.year, one.made.month) for one in old})
    weeks = [one for one in kept if DAILY < now - one.made <= WEEKLY]
    assert len(weeks) <= len({week.made.isocalendar()[:2] for week in weeks}) + 2  # and a month's


def test_the_oldest_goes_first_and_never_more_than_two_at_a_time():
    assert copies_to_delete(made_each(0.01, 30), BEGIN + timedelta(days=1), all_alike) == (2, 3)
    assert copies_to_delete(made_each(0.01, 10), BEGIN + timedelta(days=1), all_alike) == ()


def test_a_clock_that_was_years_ahead_pushes_nothing_out():
    ahead = [KeptCopy(seq, BEGIN + timedelta(days=3000, hours=seq)) for seq in range(1, 13)]
    back = [KeptCopy(seq, BEGIN + timedelta(hours=seq)) for seq in range(13, 25)]
    gone = set(copies_to_delete([*ahead, *back], BEGIN + timedelta(days=1), all_alike))
    assert gone <= {one.seq for one in ahead}


def entries(first: int, last: int) -> set[bytes]:
    return {number.to_bytes(4) for number in range(first, last)}


def test_a_fifth_less_is_a_sudden_loss_whatever_came_instead():
    assert not is_sudden_loss(entries(20, 100), entries(0, 100))
    assert is_sudden_loss(entries(21, 100), entries(0, 100))
    assert is_sudden_loss(entries(21, 1000), entries(0, 100))
    assert not is_sudden_loss(set(), set())


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 20), st.integers(1, 40), st.integers(15, 80))
def test_the_last_copy_before_a_sudden_loss_stays_and_the_number_is_bounded(before, new, after):
    held: dict[int, set[bytes]] = {}
    kept: list[KeptCopy] = []
    for seq in range(before + after):
        first = 0 if seq < before else 50
        held[seq] = entries(first, 100 + new * seq)
        if first and new * before > 200:
            held[seq] -= entries(0, 100 + new * (before - 1))
        kept.append(KeptCopy(seq, BEGIN + timedelta(minutes=seq)))
        gone = copies_to_delete(kept, BEGIN + timedelta(minutes=seq), held.__getitem__)
        kept = [one for one in kept if one.seq not in gone]
    lost = is_sudden_loss(held[before], held[before - 1])
    assert (before - 1 in {one.seq for one in kept}) or not lost
    assert len(kept) <= NEWEST + 2 + MOST_DROPPED


def test_a_copy_that_does_not_tell_what_it_holds_is_never_taken_as_empty():
    kept = made_each(0.01, 13)
    now = BEGIN + timedelta(days=1)
    alike = {b"an entry"}
    assert copies_to_delete(kept, now, lambda one: None if one == 2 else alike) == (3,)
    assert copies_to_delete(kept, now, lambda one: alike if one == 2 else None) == ()
