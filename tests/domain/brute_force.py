"""A second, naive way to count: it asks every question of every day anew, straight from the rules.

It shares no code with the counting but the values that go in; it is slow and has no tricks.
"""

from calendar import day_name
from datetime import date, timedelta

from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from tests.domain.brute_ratings import ratings, ratings_of_days

ONE = timedelta(days=1)
RANK = {"start": 0, "change": 1, "pause": 2, "restart": 3, "finish": 4}
UNRATED = RatingPlan(kind=RatingKind.NONE)
CHILD_REASONS = ["sick", "away", "appointment", "other"]


class BruteForce:
    """One strategy, counted over any set of days."""

    def __init__(self, steps, practices, marks, today, reaches):
        self.steps = sorted(steps, key=lambda s: (s.from_day, RANK[s.step.value], s.id))
        self.practices = practices
        self.marks = marks
        self.today = today
        self.reaches = reaches

    # What the plan says

    def step(self, day):
        """The last step whose from-day is not after the day."""
        found = None
        for step in self.steps:
            if step.from_day <= day:
                found = step
        return found

    def said(self, step, name):
        """What a step says, or what it takes up: back to the last start, over pauses."""
        position = self.steps.index(step)
        while position >= 0:
            each = self.steps[position]
            own = getattr(each, name)
            if each.step.value not in {"pause", "finish"} and own is not None:
                return own
            if each.step.value == "start":
                return None
            position -= 1
        return None

    def often(self, day):
        """times, slots, weekdays, N; or None where nothing is planned that day."""
        step = self.step(day)
        if step is None or step.step.value in {"pause", "finish"}:
            return None
        often = self.said(step, "often")
        if often is None:
            return 1, (), None
        if often.kind.value == "days_a_week":
            return 0, (), often.days
        names = [weekday.value for weekday in often.weekdays]
        if names and day_name[day.weekday()][:3].lower() not in names:
            return None
        return often.times, often.slots, None

    def rating(self, day):
        step = self.step(day)
        if step is None and self.steps:
            step = self.step(self.steps[0].from_day)
        return self.said(step, "rating") if step else None

    # What stands on a day

    def done(self, day):
        return [p for p in self.practices if p.day == day.isoformat()]

    def said_on(self, day):
        return [m for m in self.marks if m.day == day.isoformat()]

    def counts(self, day):
        if day > self.today:
            return False
        if day == self.today:
            return bool(self.done(day) or self.said_on(day))
        return True

    def left_reasons(self, day, slot="whole"):
        """The reasons that leave out the whole day, or one slot."""
        reasons = []
        for mark in self.said_on(day):
            fits = mark.slot is None if slot == "whole" else mark.slot == slot
            if mark.mark.value == "left_out" and fits:
                reason = mark.reason.value if mark.reason else "other"
                if reason != "other_home" or not self.is_told_elsewhere(day, mark.home):
                    reasons.append(reason)
        return reasons

    def is_told_elsewhere(self, day, home):
        """Whether a home tells of the day that is surely another one than the mark is of."""
        telling = [one for one, through in self.reaches.items() if day <= through]
        if home is None and len(self.reaches) > 1:
            return len(telling) > 1
        return any(one != home for one in telling)

    def put_off(self, day, slot="whole"):
        return any(
            mark.mark.value == "not_today"
            and (mark.slot is None if slot == "whole" else mark.slot == slot)
            for mark in self.said_on(day)
        )

    def times(self, day):
        """The planned times of a day as a list of (slot, what is said of it), naively dealt out.

        Each time is one of done, left_child, left_other, not_today, blank.
        """
        number, slots, _ = self.often(day)
        waiting = [p.slot for p in self.done(day)]
        times = []
        for slot in slots or [None] * number:
            what = "blank" if slot is None else self.slot_says(day, slot)
            if slot is not None and slot in waiting:
                waiting.remove(slot)
                what = "done"
            times.append([slot, what])
        free = len(waiting) if not slots else waiting.count(None)
        for wanted in ("blank", "not_today", "left_child", "left_other"):
            for time in [time for time in times if time[1] == wanted][: max(free, 0)]:
                time[1] = "done"
                free -= 1
        self.hear_other_names(day, times, {m.slot for m in self.said_on(day)} - {None, *slots})
        return times

    def hear_other_names(self, day, times, names):
        """Left out at a slot the plan does not name speaks of one blank time, not today of none."""
        says = [self.left_reasons(day, name) for name in names]
        away = [one for one in says if one and set(one) <= {"other_home"}]
        self.turn(times, "left_child", len([one for one in says if one]) - len(away))
        self.turn(times, "not_today", 99 if self.put_off(day) else 0)
        self.turn(times, "left_other", len(away))

    @staticmethod
    def turn(times, into, number):
        for time in [time for time in times if time[1] == "blank"][:number]:
            time[1] = into

    def slot_says(self, day, slot):
        reasons = self.left_reasons(day, slot)
        if any(reason != "other_home" for reason in reasons):
            return "left_child"
        if self.put_off(day, slot) or self.put_off(day):
            return "not_today"
        return "left_other" if reasons else "blank"

    def state(self, day):
        plan = self.often(day)
        whole = self.left_reasons(day)
        if plan is None:
            return "not_planned"
        if self.done(day):
            return "did_it"
        says = {"put off"} if self.put_off(day) else {"blank"}
        if plan[2] is None:
            says = {what for _, what in self.times(day)}
        if set(whole) - {"other_home"} or says <= {"left_child", "left_other"}:
            return "left_out"
        if says & {"put off", "not_today"}:
            return "not_today"
        if whole:
            return "left_out"
        return "not_planned" if plan[2] is not None else "not_written"

    def reason(self, day):
        reasons = self.left_reasons(day)
        if all(reason == "other_home" for reason in reasons):
            for slot in {m.slot for m in self.said_on(day)} - {None}:
                if self.often(day)[2] is None:
                    reasons = reasons + self.left_reasons(day, slot)
        return next((reason for reason in CHILD_REASONS if reason in reasons), "other_home")

    # What a stretch counts

    def days(self, start, end):
        day = start
        while day <= end:
            if self.counts(day):
                yield day
            day += ONE

    def block(self, start, end, weeks, asked=None):
        """The counts from one day to another; `weeks` are the whole calendar weeks to judge.

        The ratings are those asked for, or of the last planned day.
        """
        days = list(self.days(start, end))
        states = [self.state(day) for day in days]
        any_days = any((self.often(day) or (0, (), None))[2] for day in days or [end])
        block = {
            "did_it": states.count("did_it"),
            "not_today": states.count("not_today"),
            "left_out": states.count("left_out"),
            "left_out_by": self.reasons([d for d in days if self.state(d) == "left_out"]),
            "times": sum(len(self.done(day)) for day in days),
            "written_later": sum(self.later(day) for day in days),
            "extra": sum(self.above(day) for day in days),
            "extra_times": sum(self.above(day) for day in days if self.often(day)),
            "outside_times": sum(len(self.done(day)) for day in days if not self.often(day)),
            "extra_days": None,
            "told_not_today": None,
            "planned": None,
            "not_written": None,
            "times_planned": None,
            "times_not_today": None,
            "times_not_written": None,
            "plan_met": None,
            "weeks_judged": None,
            "weeks_unsure": None,
        }
        if any_days:
            judged = [week for week in map(self.judge, weeks) if week]
            block["plan_met"] = sum(did >= wanted for did, wanted, _ in judged)
            # Had each day without a word been one on which it was done, would the plan be met?
            block["weeks_unsure"] = sum(did < need <= did + blank for did, need, blank in judged)
            block["weeks_judged"] = len(judged)
            block["extra_days"] = sum(max(0, did - wanted) for did, wanted, _ in judged)
            block["extra"] += block["extra_days"]
            block["told_not_today"] = len([day for day in days if self.is_told_not_today(day)])
        else:
            block["not_written"] = states.count("not_written")
            block["planned"] = block["did_it"] + block["not_today"] + block["not_written"]
            block |= self.planned_times(days)
        practices = [(day, p) for day in days for p in self.done(day)]
        asked = asked or self.asked(days, end)
        same = {day: self.aim(day) for day in days if not self.is_of_other_measure(day, asked)}
        if asked.kind.value == "number" and asked.per.value == "day":
            return block | ratings_of_days(practices, same, set(filter(self.is_open, days)))
        return block | ratings(asked.kind.value, practices, same)

    def is_told_not_today(self, day):
        plan = self.often(day)
        return plan is not None and plan[2] is not None and self.state(day) == "not_today"

    def is_open(self, day):
        """Whether a planned time of a day is not written."""
        plan = self.often(day)
        if plan is None or plan[2] is not None or self.state(day) == "left_out":
            return False
        return "blank" in [what for _, what in self.times(day)]

    def planned_times(self, days):
        said = [
            what
            for day in days
            if self.state(day) in {"did_it", "not_today", "not_written"}
            for _, what in self.times(day)
        ]
        kept = [what for what in said if not what.startswith("left")]
        return {
            "times_planned": len(kept),
            "times_not_today": kept.count("not_today"),
            "times_not_written": kept.count("blank"),
        }

    def reasons(self, days):
        found = {}
        for day in days:
            found[self.reason(day)] = found.get(self.reason(day), 0) + 1
        return found

    def later(self, day):
        return sum(
            p.written is not None and (date.fromisoformat(p.written) - day).days > 1
            for p in self.done(day)
        )

    def above(self, day):
        plan = self.often(day)
        if plan is None:
            return len(self.done(day))
        if plan[2] is not None:
            return 0
        filled = sum(what == "done" for _, what in self.times(day))
        return len(self.done(day)) - filled

    def judge(self, monday):
        """Days done, wanted and without a word of a week, or None where it is not judged."""
        week = [monday + ONE * number for number in range(7)]
        plan = self.often(week[0])
        if not all(self.counts(day) for day in week) or plan is None or plan[2] is None:
            return None
        if any(self.step(day) is not self.step(monday) for day in week):
            return None
        states = [self.state(day) for day in week]
        if 7 - states.count("left_out") < plan[2]:
            return None
        return states.count("did_it"), plan[2], states.count("not_planned")

    def asked(self, days, end):
        """How practices were rated on the last planned day."""
        planned = [day for day in days if self.often(day) is not None]
        return self.rating(planned[-1] if planned else end) or UNRATED

    def is_of_other_measure(self, day, asked):
        """Whether numbers of a day cannot stand beside those that are asked for."""
        own = (self.rating(day) if self.step(day) else None) or UNRATED
        same = (own.unit, own.per) == (asked.unit, asked.per)
        return own.kind.value == asked.kind.value == "number" and not same

    def aim(self, day):
        rating = self.rating(day) if self.step(day) else None
        if rating is None or rating.kind.value != "number" or rating.aim is None:
            return None
        low, high = rating.aim.low, rating.aim.high
        return None if low is None and high is None else (low, high)
