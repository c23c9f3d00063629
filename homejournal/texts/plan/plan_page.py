"""What the Plan page says of strategies, steps and outcomes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import assert_never

from homejournal.domain.packs.pack import OutcomeInPack
from homejournal.domain.plan.plan_page import Answers, StrategyInPlan
from homejournal.domain.records.plan import Named, Outcome, PlanStep, Standing, StepKind, Words
from homejournal.domain.records.practices import DayMark
from homejournal.domain.records.rating_scales import Aim, RatingKind, RatingPlan, levels_of
from homejournal.domain.records.visits import Visit
from homejournal.texts import labels
from homejournal.texts.sentences import say
from homejournal.texts.today.day_page import capitalized, mark_said
from homejournal.texts.wording import Wording

_MOST = 8


def losing_said(wording: Wording, losing: Sequence[Named]) -> str:
    """Return what would belong to no time of the plan any more, day by day, and what to do."""
    ordered = sorted(losing, key=lambda entry: (entry.day, entry.slot or ""))
    lines = [_line(wording, entry) for entry in ordered[:_MOST]]
    more = len(ordered) - len(lines)
    if more:
        lines.append(wording.count("and {n} more", "and {n} more", more))
    lead = wording.text("The plan would have no time for what is written here:")
    foot = wording.text(
        "It stays in the journal, but counts for no time of the day. Write the names as they were,"
        " or press Save once more."
    )
    return "\n".join([lead, *lines, foot])


def _line(wording: Wording, one: Named) -> str:
    said = mark_said(wording, one) if isinstance(one, DayMark) else wording.text("did it")
    slot = wording.own(one.slot or "")
    return wording.text("{day}: {slot}, {said}", day=wording.day(one.day), slot=slot, said=said)


_QUESTIONS: Mapping[str, Callable[[Wording], str]] = {
    "what": lambda w: w.text("What"),
    "how": lambda w: w.text("How"),
    "when_where_who": lambda w: w.text("When, where and with whom"),
    "why": lambda w: w.text("Why"),
    "how_we_know": lambda w: w.text("How we will know"),
}


def standing(wording: Wording, which: Standing) -> str:
    """Return where a strategy stands: now, paused, finished, or still to come."""
    match which:
        case Standing.ACTIVE:
            return wording.text("Now")
        case Standing.NOT_STARTED:
            return wording.text("Still to come")
        case Standing.PAUSED:
            return wording.text("Paused")
        case Standing.FINISHED:
            return wording.text("Finished")
        case _:
            assert_never(which)


def suggested(wording: Wording, one: StrategyInPlan) -> str:
    """Return who suggested a strategy and since when: "From Dana, speech, since March 2, 2026"."""
    return capitalized(say(wording, one.suggested)) if one.suggested else ""


def planned(wording: Wording, one: StrategyInPlan) -> str:
    """Return how often, and what is noted each time."""
    often = capitalized(labels.how_often(wording, one.often))
    return wording.line_of((often, rating(wording, one.rating)))


def rating(wording: Wording, plan: RatingPlan) -> str:
    """Return what is noted each time: "A number: minutes a day · less is better"."""
    kind = labels.rating_kind(wording, plan.kind)
    if plan.kind is RatingKind.NUMBER:
        unit = wording.own(plan.unit) if plan.unit else ""
        numbers = labels.numbers_of(wording, unit, of_days=plan.of_days)
        kind = wording.text("{kind}: {unit}", kind=kind, unit=numbers)
    better = labels.better(wording, plan.better) if plan.better else ""
    own = [
        labels.level(wording, plan.kind, level, plan.words)
        for level in levels_of(plan.kind)
        if plan.word(level)
    ]
    return wording.line_of((kind, *own, better, aim(wording, plan.aim)))


def aim(wording: Wording, wanted: Aim | None) -> str:
    """Return the family's own aim in words, or nothing."""
    if wanted is None:
        return ""
    low = wording.number(wanted.low) if wanted.low is not None else ""
    high = wording.number(wanted.high) if wanted.high is not None else ""
    if low and high:
        return wording.text("our aim: {low} to {high}", low=low, high=high)
    if low:
        return wording.text("our aim: {low} or more", low=low)
    return wording.text("our aim: up to {high}", high=high) if high else ""


def questions(wording: Wording, said: Words) -> tuple[tuple[str, str], ...]:
    """Return the five questions of "how we do it" that have an answer, with their answers."""
    asked = ((question(wording), getattr(said, field)) for field, question in _QUESTIONS.items())
    return tuple((question, answer) for question, answer in asked if answer)


def step_title(wording: Wording, step: PlanStep, visit: Visit | None) -> str:
    """Return what happened and when: "Changed on March 13, 2026, at the visit"."""
    kind, day = labels.step_kind(wording, step.step), wording.day(step.from_day)
    if visit is not None and visit.day == step.from_day:
        return wording.text("{step} on {day}, at the visit", step=kind, day=day)
    if visit is not None:
        return wording.text(
            "{step} on {day}, after the visit on {visit}",
            step=kind,
            day=day,
            visit=wording.day(visit.day),
        )
    return wording.text("{step} on {day}", step=kind, day=day)


def step_said(wording: Wording, step: PlanStep, changed: Answers = ()) -> str:
    """Return how often and what was noted from a step on, and line by line the words it changed."""
    if step.step in {StepKind.PAUSE, StepKind.FINISH}:
        return ""
    often = capitalized(labels.how_often(wording, step.often)) if step.often else ""
    plan = wording.line_of((often, rating(wording, step.rating) if step.rating else ""))
    return "\n".join(filter(None, (plan, *(_answer(wording, *one) for one in changed))))


def _answer(wording: Wording, field: str, answer: str | None) -> str:
    question = _QUESTIONS[field](wording)
    if not answer:
        return wording.text("{question}: left off", question=question)
    return wording.text("{question}: {answer}", question=question, answer=wording.own(answer))


def visit_name(wording: Wording, visit: Visit, people: tuple[str, ...]) -> str:
    """Return a visit for a list: "Visit on March 13, 2026 (Dana)"."""
    day = wording.day(visit.day)
    if people:
        names = wording.list_of([wording.own(name) for name in people])
        return wording.text("Visit on {day} ({names})", day=day, names=names)
    return wording.text("Visit on {day}", day=day)


def visit_choice(wording: Wording, visit: Visit, people: Sequence[str], today: date) -> str:
    """Return a visit among others where there is little room: "March 13 · Dana · 9:30 AM"."""
    this_year = visit.day.year == today.year
    day = wording.day_without_year(visit.day) if this_year else wording.day(visit.day)
    names = wording.list_of([wording.own(name) for name in people])
    return wording.line_of((day, names, wording.time(visit.time) if visit.time else ""))


def outcome_line(wording: Wording, outcome: Outcome | OutcomeInPack) -> str:
    """Return the areas of an outcome and its dates on one line."""
    areas = wording.text(", ").join(labels.area(wording, area) for area in outcome.areas)
    since = wording.text("since {day}", day=wording.day(outcome.since)) if outcome.since else ""
    closed = (
        wording.text("closed on {day}", day=wording.day(outcome.closed)) if outcome.closed else ""
    )
    return wording.line_of((areas, since, closed))
