"""The words of outcomes, their ladders and reviews, and of feelings about routines."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from homejournal.domain.plan.outcomes import LEVELS, LadderStep, LadderTold
from homejournal.domain.records.ladders_and_feelings import OutcomeReview, Progress
from homejournal.domain.records.visits import Visit
from homejournal.texts import labels
from homejournal.texts.today.day_page import capitalized
from homejournal.texts.wording import Wording


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
    said = dict.fromkeys(LEVELS, "") | {LEVELS[0]: low, LEVELS[-1]: high}
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


def rung_sign(wording: Wording, level: int) -> str:
    """Return a level as it stands before its sentence: "−2:"."""
    return wording.text("{level}: {meaning}", level=level_sign(wording, level), meaning="").strip()


def rung_said(wording: Wording, level: int, sentence: str) -> str:
    """Return a level with its sentence, or with what it stands for where none is written."""
    if not sentence:
        return level_label(wording, level)
    return wording.text(
        "{level}: {meaning}", level=level_sign(wording, level), meaning=wording.own(sentence)
    )


def step_said(wording: Wording, step: LadderStep) -> str:
    """Return where the child stood on a day, with the sentence of that level."""
    rung = rung_said(wording, step.level, step.words)
    return wording.text("{day} · {rung}", day=wording.day(step.day), rung=rung)


def ladder_said(wording: Wording, told: LadderTold) -> str:
    """Return for a screen reader what a picture of a ladder shows."""
    if not told.steps:
        return wording.text("A ladder of five levels. Nothing is rated yet.")
    return wording.text(
        "A ladder of five levels. {steps}",
        steps="; ".join(step_said(wording, step) for step in told.steps),
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
