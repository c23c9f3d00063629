"""The ratings of the second, naive count."""

from fractions import Fraction
from statistics import median, median_high, median_low

ALONE = ("levels", "median", "median_so_far", "low", "high", "sum", "took", "of", "in_aim")


def ratings(kind, practices, aims):
    """What practices, as (day, practice), say of a kind.

    `aims` has each day on which numbers are in the unit asked for.
    """
    rated = [
        (day, p)
        for day, p in practices
        if p.settled and (p.level, p.number, p.took) != (None, None, None)
    ]
    own = [(day, p) for day, p in rated if p.kind.value == kind and day in aims]
    others = [p.kind.value for day, p in rated if p.kind.value != kind or day not in aims]
    block = dict.fromkeys(ALONE) | {
        "kind": kind,
        "n": len(own),
        "others": {other: others.count(other) for other in others},
        "unsettled": sum(not p.settled for _, p in practices),
        "times_rated": len(own),
        "at_least": 0,
        "aims": (),
    }
    if kind in {"help", "went"}:
        block |= levels([p.level for _, p in own])
    if kind == "number":
        block |= numbers([Fraction(p.number) for _, p in own])
        block |= judged([(day, Fraction(p.number)) for day, p in own], aims)
    if kind == "tries" and own:
        block |= {"took": sum(p.took for _, p in own), "of": sum(p.of for _, p in own)}
    return block


def levels(given):
    block = {"levels": {level: given.count(level) for level in given}}
    if len(given) >= 3:
        low, high = median_low(given), median_high(given)
        block["median_so_far"] = low if low == high else (low, high)
        block["median"] = block["median_so_far"] if len(given) >= 5 else None
    return block


def numbers(given):
    if not given:
        return {}
    middle = median(given)
    return {
        "median": middle,
        "median_so_far": middle,
        "low": min(given),
        "high": max(given),
        "sum": sum(given),
    }


def ratings_of_days(practices, aims, open_days):
    """What practices say of numbers that belong to the day: what each day comes to.

    `open_days` have a time that is not written, so nobody knows what they come to.
    """
    block = ratings("number", practices, aims)
    added = {}
    for day, p in practices:
        if day in aims and p.settled and p.number is not None:
            added[day] = added.get(day, 0) + Fraction(p.number)
    whole = {day: number for day, number in added.items() if day not in open_days}
    block |= dict.fromkeys(("median", "median_so_far", "low", "high", "sum"))
    block |= numbers(list(whole.values())) | judged(list(whole.items()), aims)
    block |= {"n": len(added), "at_least": len(added) - len(whole)}
    return block | {"sum": sum(added.values()) if added else None}


def judged(numbers, aims):
    """How many of the numbers, as (day, number), lie inside the aim of their day."""
    if not any(aims.values()):
        return {"in_aim": None, "aims": ()}
    found = {}
    for day, number in numbers:
        if aims[day] is not None:
            low, high = aims[day]
            inside = (low is None or number >= low) and (high is None or number <= high)
            found[aims[day]] = [*found.get(aims[day], []), inside]
    return {
        "in_aim": sum(sum(each) for each in found.values()),
        "aims": tuple(({"low": a, "high": b}, sum(x), len(x)) for (a, b), x in found.items()),
    }
