"""A second, naive way to look back: days, phases, bars, visits and paths, from the rules alone."""

from fractions import Fraction
from itertools import groupby, product
from statistics import median

from tests.domain.brute_force import ONE, BruteForce

LEVELS = {"help": (1, 2, 3, 4), "went": (1, 2, 3)}


class BruteLookBack(BruteForce):
    """One strategy, looked back at; weeks begin on `week_day` (Monday is 0)."""

    def __init__(self, *written, week_day):
        super().__init__(*written)
        self.week_day = week_day

    @staticmethod
    def walk(start, end):
        return [start + ONE * n for n in range((end - start).days + 1)]

    def counted(self, start, end, asked=None):
        """A block with the whole weeks that lie in the stretch."""
        weeks = [d for d in self.walk(start, end - 6 * ONE) if d.weekday() == self.week_day]
        return self.block(start, end, weeks, asked)

    # The calendar

    def calendar(self, start, end):
        return [self.shown(day) for day in self.days(start, end)]

    def shown(self, day):
        state = self.state(day)
        plan = self.often(day)
        planned = 0
        if plan is not None and plan[2] is None and state != "left_out":
            planned = len([w for _, w in self.times(day) if not w.startswith("left")])
        reason = self.reason(day) if state == "left_out" else None
        return day, state, reason, len(self.done(day)), planned, self.later(day) > 0

    def left_out_ranges(self, start, end):
        """Neighbouring planned days that were left out for one reason, with no pause between."""
        told = self.days(start, end)
        planned = [day for day in told if self.often(day) or not self.speaks(day)]
        out = [self.reason(day) if self.state(day) == "left_out" else None for day in planned]
        runs = groupby(zip(planned, out, strict=True), lambda each: each[1])
        found = [(reason, [day for day, _ in run]) for reason, run in runs]
        return [(days[0], days[-1], reason) for reason, days in found if reason]

    # Changes and phases

    def speaks(self, day):
        step = self.step(day)
        return step if step and step.step.value not in {"pause", "finish"} else None

    def changes(self, start, end):
        """Days on which a step comes into force that says something else than the last one did."""
        return [day for day in self.walk(start + ONE, min(end, self.today)) if self.is_change(day)]

    def is_change(self, day):
        now = self.speaks(day)
        if now is None or now.from_day != day:
            return False
        earlier = [s.from_day for s in self.steps if s.from_day < day and self.speaks(s.from_day)]
        if not earlier:
            return False
        before = self.speaks(max(earlier))
        return now.step.value == "change" or self.all_said(now) != self.all_said(before)

    def all_said(self, step):
        often, rating = self.said(step, "often"), self.said(step, "rating")
        way = ("times_a_day", 1, (), (), None)
        if often:
            way = (often.kind.value, often.times, often.slots, often.weekdays, often.days)
        how = ("none", None, None, None)
        if rating:
            how = (rating.kind.value, rating.unit, rating.better, rating.aim)
        return way, how, self.said(step, "how") or None

    def busy(self, start, end):
        return [day for day in self.days(start, end) if self.often(day) or self.done(day)]

    def stretches(self, start, end):
        """From the first planned or written day to the last, cut where the plan changed."""
        busy = self.busy(start, end)
        if not busy:
            return []
        cuts = [day for day in self.changes(start, end) if busy[0] < day <= busy[-1]]
        lasts = [*(day - ONE for day in cuts), busy[-1]]
        return list(zip([busy[0], *cuts], lasts, strict=True))

    # Bars

    def weeks(self, start, end):
        """Weeks cut to a window, none that begins after today."""
        found = []
        for day in self.walk(start, end):
            if found and day.weekday() != self.week_day:
                found[-1].append(day)
            elif day <= self.today:
                found.append([day])
            else:
                break
        return [(week[0], week[-1]) for week in found]

    def months(self, start, end):
        """Months cut to the period, none that begins after today."""
        found = []
        for day in self.walk(start, end):
            if found and found[-1][-1].month == day.month:
                found[-1].append(day)
            elif day <= self.today:
                found.append([day])
            else:
                break
        return [(month[0], month[-1]) for month in found]

    def is_whole_month(self, first, last):
        whole = first.day == 1 and (last + ONE).day == 1
        return whole and all(self.counts(day) for day in self.walk(first, last))

    def bar(self, first, last, asked):
        """What a bar of a week shows of the ratings asked for."""
        block = self.block(first, last, [], asked)
        written = bool(block["times"] or block["not_today"])
        given = block["levels"] or {}
        middle = block["median"]
        return {
            "start": first,
            "end": last,
            "partial": len(list(self.days(first, last))) < 7,
            "written": written,
            "left_out": not written and self.is_left_out(first, last),
            "unplanned": not written and self.is_unplanned(first, last),
            "begun": not list(self.days(first, last)),
            "days": block["did_it"],
            "levels": tuple(given.get(level, 0) for level in LEVELS.get(block["kind"], ())),
            "median": None if isinstance(middle, tuple) else middle,
            **{name: block[name] for name in ("n", "planned", "not_written", "sum", "low", "high")},
            **{name: block[name] for name in ("at_least", "took", "of")},
        }

    def is_left_out(self, first, last):
        planned = [day for day in self.days(first, last) if self.often(day)]
        return bool(planned) and all(self.state(day) == "left_out" for day in planned)

    def is_unplanned(self, first, last):
        """Days that count there are, but none of them is a planned one."""
        days = list(self.days(first, last))
        return bool(days) and not any(self.often(day) for day in days)

    # Single ratings

    def values(self, day, asked):
        """The ratings of a day, of what is asked for."""
        own = [p for p in self.done(day) if p.settled and p.kind is asked.kind]
        if self.is_of_other_measure(day, asked):
            return []
        levels = [p.level for p in own if p.level is not None]
        tries = [(p.took, p.of) for p in own if p.took is not None]
        numbers = [Fraction(p.number) for p in own if p.number is not None]
        if asked.kind.value == "number" and asked.per.value == "day":
            return [sum(numbers)] if numbers and not self.is_open(day) else []
        return levels + tries + numbers

    def dots(self, start, end, asked):
        found = []
        for day in self.days(start, end):
            values = self.values(day, asked)
            for value in sorted(set(values)):
                took, of = value if isinstance(value, tuple) else (value, None)
                found.append((day, took, of, values.count(value)))
        return found

    def joined(self, start, end, asked):
        """The pairs of points a path joins: neighboring planned days with numbers on both."""
        days = list(self.days(start, end))
        return {
            (
                (first, median(self.values(first, asked))),
                (second, median(self.values(second, asked))),
            )
            for place, first in enumerate(days)
            for second in days[place + 1 :]
            if self.has_path(first, second, asked)
        }

    def has_path(self, first, second, asked):
        if not all(self.often(day) and self.values(day, asked) for day in (first, second)):
            return False
        between = self.walk(first + ONE, second)
        if any(self.is_change(day) or not self.speaks(day) for day in between):
            return False
        if self.often(first)[2] is not None or self.often(second)[2] is not None:
            return second == first + ONE
        return not any(self.often(day) and self.state(day) != "left_out" for day in between[:-1])

    # Visits

    def sides(self, visit, start, end):
        """The counts before a visit and since, or None where one of them has nothing."""
        busy = self.busy(start, end)
        past = visit.day < self.today or (visit.day == self.today and visit.held)
        if not busy or not past or not busy[0] < visit.day <= busy[-1]:
            return None
        last = min(end, self.today)
        return self.counted(start, visit.day - ONE), self.counted(visit.day, last)

    def nap(self, visit, start, end):
        """Of all pairs of a rating before and one since, in how many the later is better."""
        last = min(end, self.today)
        asked = self.asked(list(self.days(visit.day, last)), last)
        kind, less = asked.kind.value, asked.kind.value == "number" and asked.better == "less"
        if kind not in LEVELS and not (kind == "number" and (less or asked.better == "more")):
            return None
        days_before = list(self.days(start, visit.day - ONE))
        if self.asked(days_before, visit.day - ONE).kind is not asked.kind:
            return None
        before = [v for day in days_before for v in self.values(day, asked)]
        since = [v for day in self.days(visit.day, last) for v in self.values(day, asked)]
        if len(before) < 5 or len(since) < 5:
            return None
        pairs = [(b, a) if less else (a, b) for b, a in product(before, since)]
        halves = sum(2 * (later > first) + (later == first) for later, first in pairs)
        return Fraction(halves, 2), len(pairs)
