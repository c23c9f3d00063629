"""Which copies stay: three years with holidays, and clocks that jump by years."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.backup_rotation import (
    DAILY,
    MOST_DROPPED,
    NEWEST,
    WEEKLY,
    Kept,
    is_sudden_loss,
    to_drop,
)

BEGIN = datetime(2026, 3, 1, 8, tzinfo=UTC)
YEARS = timedelta(days=3 * 365)
JUMPS = (0, -400, 3000, 20000, -9000)
"""Days by which a clock may be wrong from now on."""


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
        dropped = to_drop([Kept(one, told) for one, (told, _) in kept.items()], real + wrong)
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


def made_each(day: float, times: int) -> list[Kept]:
    return [Kept(seq, BEGIN + timedelta(days=day * seq)) for seq in range(1, times + 1)]


def all_dropped(kept: list[Kept], now: datetime) -> list[Kept]:
    while gone := to_drop(kept, now):
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
    assert len(weeks) <= len({one.made.isocalendar()[:2] for one in weeks}) + 2  # and a month's


def test_the_oldest_goes_first_and_never_more_than_two_at_a_time():
    assert to_drop(made_each(0.01, 30), BEGIN + timedelta(days=1)) == (2, 3)
    assert to_drop(made_each(0.01, 10), BEGIN + timedelta(days=1)) == ()


def test_a_clock_that_was_years_ahead_pushes_nothing_out():
    ahead = [Kept(seq, BEGIN + timedelta(days=3000, hours=seq)) for seq in range(1, 13)]
    back = [Kept(seq, BEGIN + timedelta(hours=seq)) for seq in range(13, 25)]
    gone = set(to_drop([*ahead, *back], BEGIN + timedelta(days=1)))
    assert gone <= {one.seq for one in ahead}


def test_a_fifth_less_stops_all_deleting():
    assert not is_sudden_loss(80, 100)
    assert is_sudden_loss(79, 100)
    assert not is_sudden_loss(0, 0)
