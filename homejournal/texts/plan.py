"""The words of the plan: strategies, steps, outcomes with their ladders, feelings, plan files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, assert_never
from uuid import UUID

from homejournal.domain.packs.pack import OutcomeInPack
from homejournal.domain.plan.outcomes import FEELING_LEVELS, Feeling, LadderStep, LadderTold
from homejournal.domain.plan.plan_files import ImportEffect, PlanItem, PlanPreview
from homejournal.domain.plan.plan_page import StepTold, StrategyInPlan
from homejournal.domain.records.ladders_and_feelings import (
    ConfidenceRating,
    OutcomeReview,
    Progress,
)
from homejournal.domain.records.people import TeamMember, Way
from homejournal.domain.records.plan import (
    STANDING_STILL,
    Ending,
    Named,
    Outcome,
    PlanStatus,
    PlanStep,
    StepKind,
    StepWords,
    Strategy,
)
from homejournal.domain.records.practices import DayMark
from homejournal.domain.records.rating_scales import Aim, RatingKind, RatingPlan, levels_of
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.values import Planned
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized, mark_said
from homejournal.texts.sentences import say
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


def standing(wording: Wording, which: PlanStatus) -> str:
    """Return where a strategy stands: now, paused, finished, or still to come."""
    match which:
        case PlanStatus.ACTIVE:
            return wording.text("Now")
        case PlanStatus.NOT_STARTED:
            return wording.text("Still to come")
        case PlanStatus.PAUSED:
            return wording.text("Paused")
        case PlanStatus.FINISHED:
            return wording.text("Finished")
        case _:
            assert_never(which)


def suggested(wording: Wording, one: StrategyInPlan) -> str:
    """Return who suggested a strategy and since when: "From Dana, speech, since March 2, 2026"."""
    return capitalized(say(wording, one.suggested)) if one.suggested else ""


def planned(wording: Wording, one: StrategyInPlan) -> str:
    """Return how often, in which routines, and what is noted each time."""
    where = tuple(routine.name for routine in one.routines)
    often = capitalized(say(wording, Planned(one.often, where)))
    return wording.line_of((often, rating(wording, one.rating)))


def state(wording: Wording, one: StrategyInPlan) -> str:
    """Return what is not as usual: a pause and until when, an end, or what is still to come."""
    now = one.now
    if now is None or now.step not in STANDING_STILL:
        return _to_come(wording, one.coming) if one.coming else ""
    day = wording.day(now.from_day)
    if now.step is StepKind.FINISH:
        ending = labels.ending(wording, now.ending) if now.ending is not Ending.STOPPED else ""
        return wording.line_of((wording.text("Finished on {day}", day=day), ending))
    if now.until_visit:
        return wording.text("Paused since {day}, until the next visit", day=day)
    if now.until is not None:
        until = wording.day(now.until)
        return wording.text("Paused since {day}, until {until}", day=day, until=until)
    return wording.text("Paused since {day}", day=day)


def pause_over(wording: Wording, one: StrategyInPlan) -> str:
    """Return the question whether to go on, once the day of a pause has come."""
    now = one.now
    if now is None or now.until is None:
        return wording.text("Paused until the next visit, which has been. Go on with it?")
    return wording.text("Paused until {day}. Go on with it?", day=wording.day(now.until))


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


def questions(wording: Wording, said: StepWords) -> tuple[tuple[str, str], ...]:
    """Return the five questions of "how we do it" that have an answer, with their answers."""
    asked = ((question(wording), getattr(said, field)) for field, question in _QUESTIONS.items())
    return tuple((question, answer) for question, answer in asked if answer)


def step_title(
    wording: Wording,
    step: PlanStep,
    visit: Visit | None,
    people: Sequence[str] = (),
    today: date | None = None,
) -> str:
    """Return what happens and when: "Changed on March 13, 2026, at the visit with Dana".

    After `today`, it is said as something still to come.
    """
    comes = today is not None and step.from_day > today
    said = _to_come(wording, step) if comes else _so_far(wording, step)
    if visit is None:
        return said
    names = wording.list_of([wording.own(name) for name in people])
    if visit.day == step.from_day:
        if not names:
            return wording.text("{said}, at the visit", said=said)
        return wording.text("{said}, at the visit with {people}", said=said, people=names)
    then = wording.day(visit.day)
    if not names:
        return wording.text("{said}, after the visit on {visit}", said=said, visit=then)
    return wording.text(
        "{said}, after the visit with {people} on {visit}", said=said, people=names, visit=then
    )


def step_done(wording: Wording, step: PlanStep, today: date, name: str) -> str:
    """Return the words of a step for Undo: "Bath: Paused on March 13, until March 27"."""
    said = step_title(wording, step, None, today=today)
    if step.until_visit:
        said = wording.text("{said}, until the next visit", said=said)
    elif step.until is not None:
        said = wording.text("{said}, until {day}", said=said, day=wording.day(step.until))
    return wording.text("{name}: {said}", name=wording.own(name), said=said)


def _so_far(wording: Wording, step: PlanStep) -> str:
    kind, day = labels.step_kind(wording, step.step), wording.day(step.from_day)
    return wording.text("{step} on {day}", step=kind, day=day)


def _to_come(wording: Wording, step: PlanStep) -> str:
    """Return what is still to come, and from when: "Changes on March 13, 2026"."""
    day, text = wording.day(step.from_day), wording.text
    match step.step:
        case StepKind.START:
            return text("Starts on {day}", day=day)
        case StepKind.CHANGE:
            return text("Changes on {day}", day=day)
        case StepKind.PAUSE:
            return text("Pauses on {day}", day=day)
        case StepKind.FINISH:
            return text("Ends on {day}", day=day)
        case StepKind.RESTART:
            return text("Starts again on {day}", day=day)
        case _:
            assert_never(step.step)


def step_changes(
    wording: Wording, told: StepTold, names: Mapping[UUID, str]
) -> tuple["LineTold", ...]:
    """Return what a step says, and what was before it where that differs."""
    before = _plan_lines(wording, told.before, names) if told.before else {}
    return _differing(_plan_lines(wording, told.now, names), before)


def strategy_changes(
    wording: Wording, before: Strategy, now: Strategy, names: Mapping[UUID, str]
) -> tuple["LineTold", ...]:
    """Return what is corrected in a strategy's name, in who suggested it, or for what it is."""
    found = _differing(_lines(wording, now, names), _lines(wording, before, names))
    return tuple(line for line in found if line.label != wording.text("Example"))


def change_said(wording: Wording, line: "LineTold") -> tuple[str, str]:
    """Return what is said now, "How often: Twice a day", and what was before, or nothing."""
    now = line.now or wording.text("left off")
    before = wording.text("Before: {words}", words=line.before) if line.before else ""
    return wording.text("{label}: {words}", label=line.label, words=now), before


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


class LineTold(NamedTuple):
    """One thing that a record says; `before` is what stands there now, where that differs."""

    label: str
    now: str
    before: str = ""


def preview_summary(wording: Wording, preview: PlanPreview) -> str:
    """Return in a sentence what taking the file would do."""
    if not preview.items:
        return wording.text("There is nothing in this file.")
    if preview.changes_nothing:
        return wording.text("Everything in this file is in your plan already.")
    new = sum(item.fate is ImportEffect.NEW for item in preview.items)
    changed = sum(item.fate is ImportEffect.CHANGED for item in preview.items)
    parts = [
        wording.count("{n} thing is new", "{n} things are new", new) if new else "",
        wording.count("{n} would change", "{n} would change", changed) if changed else "",
    ]
    told = wording.line_of(parts)
    return wording.text("{what}. Nothing is taken until you say so.", what=told)


def fate_said(wording: Wording, fate: ImportEffect) -> str:
    """Return what taking a record would do, in a word or two."""
    match fate:
        case ImportEffect.NEW:
            return wording.text("new")
        case ImportEffect.CHANGED:
            return wording.text("would change")
        case ImportEffect.SAME:
            return wording.text("in your plan already")
        case _:
            assert_never(fate)


def item_title(wording: Wording, record: Record) -> str:
    """Return what a record is: "Strategy: Pause and wait", "Begun on March 2, 2026"."""
    if isinstance(record, PlanStep):
        return step_title(wording, record, None)
    name = record.text if isinstance(record, Outcome) else str(getattr(record, "name", ""))
    kind = _KINDS.get(type(record), _routine)(wording)
    return wording.text("{kind}: {name}", kind=kind, name=wording.own(name))


def item_lines(wording: Wording, item: PlanItem, names: Mapping[UUID, str]) -> tuple[LineTold, ...]:
    """Return what a new record says, or what a changed one says anew beside what stands."""
    now = _lines(wording, item.record, names)
    if item.before is None:
        return _differing(dict(list(now.items())[1:]), {})  # the first is the title above it
    return _differing(now, _lines(wording, item.before, names))


def _differing(now: Mapping[str, str], before: Mapping[str, str]) -> tuple[LineTold, ...]:
    return tuple(
        LineTold(label, said, before.get(label, ""))
        for label, said in now.items()
        if said != before.get(label, "")
    )


def _lines(wording: Wording, record: Record, names: Mapping[UUID, str]) -> dict[str, str]:
    text = wording.text
    if isinstance(record, TeamMember):
        ways = [_way(wording, way) for way in record.ways]
        return {
            text("Person"): wording.own(record.name),
            text("Discipline"): wording.own(record.discipline or ""),
            text("Role"): wording.own(record.role or ""),
            text("Service coordinator"): _yes(wording, record.coordinator),
            text("Language"): wording.own(record.language or ""),
            text("Interpreter"): _yes(wording, record.interpreter),
            text("How to reach"): "; ".join(ways),
            text("Left on"): wording.day(record.left) if record.left else "",
        }
    if isinstance(record, Outcome):
        return {
            text("Outcome"): wording.own(record.text),
            text("Areas"): outcome_line(wording, record),
        }
    if isinstance(record, Strategy):
        return {
            text("Strategy"): wording.own(record.name),
            text("Suggested by"): _named(wording, record.suggested_by, names),
            text("Outcome"): _named(wording, record.outcome, names),
            text("Example"): _yes(wording, record.example),
        }
    return _step_lines(wording, record, names) if isinstance(record, PlanStep) else {}


def _step_lines(wording: Wording, step: PlanStep, names: Mapping[UUID, str]) -> dict[str, str]:
    first = {wording.text("From"): step_title(wording, step, None)}
    return first | _plan_lines(wording, step, names)


def _plan_lines(wording: Wording, step: PlanStep, names: Mapping[UUID, str]) -> dict[str, str]:
    text = wording.text
    routines = wording.text(", ").join(_named(wording, routine, names) for routine in step.routines)
    often = capitalized(labels.how_often(wording, step.often)) if step.often else ""
    return {
        text("What"): wording.own(step.what or ""),
        text("How"): wording.own(step.how or ""),
        text("When, where and with whom"): wording.own(step.when_where_who or ""),
        text("Why"): wording.own(step.why or ""),
        text("How we will know"): wording.own(step.how_we_know or ""),
        text("Routines"): routines,
        text("How often"): often,
        text("What is noted"): rating(wording, step.rating) if step.rating else "",
        text("Paused until"): _until(wording, step),
        text("How it ended"): labels.ending(wording, step.ending) if _is_end(step) else "",
    }


def _is_end(step: PlanStep) -> bool:
    return step.step is StepKind.FINISH or step.ending is not Ending.STOPPED


def _until(wording: Wording, step: PlanStep) -> str:
    """Return until when the family pauses, as far as that is said."""
    if step.until_visit:
        return wording.text("the next visit")
    return wording.day(step.until) if step.until else ""


def _way(wording: Wording, way: Way) -> str:
    preferred = wording.text("preferred") if way.preferred else ""
    return wording.line_of(
        (labels.channel(wording, way.way), wording.own(way.value or ""), preferred)
    )


def _yes(wording: Wording, said: bool) -> str:  # noqa: FBT001 (what a record says)
    return wording.text("yes") if said else ""


def _named(wording: Wording, id_: UUID | None, names: Mapping[UUID, str]) -> str:
    return wording.own(names.get(id_, "")) if id_ is not None else ""


def _routine(wording: Wording) -> str:
    return wording.text("Routine")


_KINDS: Mapping[type, Callable[[Wording], str]] = {
    TeamMember: lambda w: w.text("Person"),
    Outcome: lambda w: w.text("Outcome"),
    Strategy: lambda w: w.text("Strategy"),
}


def routine_question(wording: Wording) -> str:
    """Return the question about a routine."""
    return wording.text("How does this routine feel for us?")


def sure_question(wording: Wording) -> str:
    """Return the question of how sure somebody feels."""
    return wording.text("How sure do I feel doing this?")


def feeling_ends(wording: Wording, *, sure: bool) -> tuple[str, str]:
    """Return the words of the lowest and of the highest level."""
    if sure:
        return wording.text("not sure yet"), wording.text("very sure")
    return wording.text("very hard"), wording.text("very good")


def feeling_choices(wording: Wording, *, sure: bool) -> list[tuple[int, str]]:
    """Return the levels to choose from, the lowest and the highest with their words."""
    low, high = feeling_ends(wording, sure=sure)
    said = dict.fromkeys(FEELING_LEVELS, "") | {FEELING_LEVELS[0]: low, FEELING_LEVELS[-1]: high}
    return [
        (level, wording.line_of((wording.number(level), words))) for level, words in said.items()
    ]


def feeling_said(wording: Wording, level: int, *, sure: bool) -> str:
    """Return a level in words: "4 of 5, where 5 is very good"."""
    return wording.text(
        "{level} of 5, where 5 is {best}",
        level=wording.number(level),
        best=feeling_ends(wording, sure=sure)[1],
    )


def feeling_now(wording: Wording, name: str, feeling: Feeling) -> str:
    """Return the newest answer in a few words: "Bath: 4 of 5 on June 20, 2026"."""
    return wording.text(
        "{name}: {level} of 5 on {day}",
        name=wording.own(name),
        level=wording.number(feeling.level),
        day=wording.day(feeling.day),
    )


def feelings_over_time(wording: Wording, name: str, feelings: Sequence[Feeling]) -> str:
    """Return for a screen reader the last answers about one thing, oldest first."""
    sure = isinstance(feelings[0], ConfidenceRating)
    said = (
        wording.text(
            "{level} on {day}",
            level=wording.number(feeling.level),
            day=wording.day_without_year(feeling.day),
        )
        for feeling in feelings
    )
    return wording.text(
        "{name}: {answers}. {scale}.",
        name=wording.own(name),
        answers=wording.text(", ").join(said),
        scale=feeling_scale(wording, sure=sure),
    )


def feeling_scale(wording: Wording, *, sure: bool) -> str:
    """Return what the levels mean: "1 is very hard, 5 is very good"."""
    low, high = feeling_ends(wording, sure=sure)
    return wording.text("1 is {low}, 5 is {high}", low=low, high=high)


def replaces_answer(wording: Wording, names: Sequence[str]) -> str:
    """Return the question that goes before a second answer in the same week."""
    return wording.text(
        "You already wrote this for {names} this week. Press Save once more to put the new answer"
        " in its place.",
        names=wording.list_of([wording.own(name) for name in names]),
    )


HOW_FAR = (
    Progress.NO,
    Progress.LITTLE,
    Progress.SOME,
    Progress.A_GREAT_DEAL,
    Progress.REACHED,
)
YES_OR_NOT = (Progress.NOT_YET, Progress.STARTING, Progress.YES)


def level_sign(wording: Wording, level: int) -> str:
    """Return a level of the ladder as people write it: "+1", "0", "−2"."""
    sign = f"+{level}" if level > 0 else str(level).replace("-", "\u2212")
    # In text from the right the sign would else stand behind its figure.
    return f"\u2066{sign}\u2069" if wording.direction == "rtl" and level else sign


def level_meaning(wording: Wording, level: int) -> str:
    """Return what a level stands for, before a family writes its own sentence."""
    match level:
        case 2:
            return wording.text("much more than we hope for")
        case 1:
            return wording.text("a little more than we hope for")
        case 0:
            return wording.text("what we hope for")
        case -1:
            return wording.text("a little less than we hope for")
        case _:
            return wording.text("much less than we hope for")


def level_label(wording: Wording, level: int) -> str:
    """Return the label over the sentence of a level: "0: what we hope for"."""
    sign, meaning = level_sign(wording, level), level_meaning(wording, level)
    return wording.text("{level}: {meaning}", level=sign, meaning=meaning)


def rung_said(wording: Wording, level: int, sentence: str) -> str:
    """Return a level with its sentence, or with what it stands for where none is written."""
    if not sentence:
        return level_label(wording, level)
    return wording.text(
        "{level}: {meaning}", level=level_sign(wording, level), meaning=wording.own(sentence)
    )


def ladder_step_said(wording: Wording, step: LadderStep) -> str:
    """Return where the child stood on a day, with the sentence of that level."""
    rung = rung_said(wording, step.level, step.words)
    return wording.text("{day} · {rung}", day=wording.day(step.day), rung=rung)


def ladder_said(wording: Wording, told: LadderTold) -> str:
    """Return for a screen reader what a picture of a ladder shows."""
    if not told.steps:
        return wording.text("A ladder of five levels. Nothing is rated yet.")
    return wording.text(
        "A ladder of five levels. {steps}",
        steps="; ".join(ladder_step_said(wording, step) for step in told.steps),
    )


def review_said(wording: Wording, review: OutcomeReview, visits: Mapping[UUID, Visit]) -> str:
    """Return what a review said and when: "June 28, 2026, at the visit · some progress"."""
    day = wording.day(review.day)
    if review.visit is not None and review.visit in visits:
        day = wording.text("{day}, at the visit", day=day)
    return wording.line_of((day, labels.progress(wording, review.words)))


def review_choices(wording: Wording, which: Iterable[Progress]) -> list[tuple[Progress, str]]:
    """Return the words of a review to choose from."""
    return [(one, capitalized(labels.progress(wording, one))) for one in which]
