"""A second, naive way to look back: days, phases, bars, visits and paths, from the rules alone."""

from datetime import date, timedelta

from tests.domain.brute_force import ONE, BruteForce

MIDDLE = {"did_it", "not_today", "not_written"}


class BruteLookBack(BruteForce):
    """One strategy, looked back at."""

    def calendar(self, start, end):
        return [self.shown(day) for day in self.days(start, end)]

    def shown(self, day):
        state = self.state(day)
        plan = self.often(day)
        planned = 0
        if plan is not None and plan[2] is None and state != "left_out":
            planned = len([w for _, w in self.times(day) if not w.startswith("left")])
        reason = self.reason(day) if state == "left_out" else None
        done = len(self.done(day))
        return day, state, reason, done, planned, self.later(day) > 0

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
        return way, how

    def stretches(self, start, end):
        """From the first planned or written day to the last, cut where the plan changed."""
        busy = [day for day in self.days(start, end) if self.often(day) or self.done(day)]
        if not busy:
            return []
        cuts = [day for day in self.changes(start, end) if busy[0] < day <= busy[-1]]
        firsts = [busy[0], *cuts]
        lasts = [*(day - ONE for day in cuts), busy[-1]]
        return list(zip(firsts, lasts, strict=True))

    def counted(self, start, end, week_day):
        """A block with the whole weeks that lie in the stretch, which begin on `week_day`."""
        weeks = [d for d in self.walk(start, end - 6 * ONE) if d.weekday() == week_day]
        return self.block(start, end, weeks)

    @staticmethod
    def walk(start, end):
        return [start + ONE * n for n in range((end - start).days + 1)]

    # Months

    def months(self, start, end):
        """Months cut to the period, none that begins after today."""
        found = []
        for day in self.walk(start, end):
            if found and found[-1][-1].month == day.month:
                found[-1].append(day)
            elif day <= self.today:
                found.append([day])
        return [(month[0], month[-1]) for month in found]

    def is_whole_month(self, first, last):
        whole = first.day == 1 and (last + ONE).day == 1
        return whole and all(self.counts(day) for day in self.walk(first, last))

    # Paths

    def joined(self, start, end):
        """The pairs of days a path joins: neighbouring planned days with numbers on both."""
        days = list(self.days(start, end))
        pairs = set()
        for place, first in enumerate(days):
            for second in days[place + 1 :]:
                if self.has_path(first, second):
                    pairs.add((first, second))
        return pairs

    def has_path(self, first, second):
        if not (self.may_join(first) and self.may_join(second)):
            return False
        if any(self.is_change(day) for day in self.walk(first + ONE, second)):
            return False
        if self.often(first)[2] is not None or self.often(second)[2] is not None:
            return second == first + ONE
        return not any(
            self.often(day) and self.state(day) != "left_out"
            for day in self.walk(first + ONE, second - ONE)
        )

    def may_join(self, day):
        return self.often(day) is not None and bool(self.numbers(day))

    def numbers(self, day):
        return [
            p.number
            for p in self.done(day)
            if p.settled and p.kind is not None and p.kind.value == "number" and p.number
        ]


def month_end(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)
