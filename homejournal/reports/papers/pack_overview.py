"""Where each outcome stands, for the first page of a pack: then and now on its ladder."""

from collections.abc import Sequence
from functools import partial

from homejournal.domain.packs.pack import OutcomeInPack, Pack, ReviewInPack
from homejournal.domain.plan.outcomes import LadderStep, LadderTold
from homejournal.reports.template_fields import Fields, in_each, own
from homejournal.reports.visit_page.lines import day_in
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.papers import packs as said
from homejournal.texts.plan import ladder_step_said, level_meaning
from homejournal.texts.wording import Wording


def standing_fields(one: OutcomeInPack, pack: Pack, wordings: Sequence[Wording]) -> Fields:
    """Return what reviews said of an outcome, newest last, and where it stands on each ladder."""
    return {
        "reached": one.reached,
        "waits": one.waits,
        "reviews": [in_each(wordings, partial(_review, review)) for review in one.reviews],
        "standing": [_ladder(ladder, pack, wordings) for ladder in one.ladders if ladder.steps],
    }


def _review(one: ReviewInPack, wording: Wording) -> str:
    words = capitalized(labels.progress(wording, one.words))
    return wording.line_of((words, wording.day(one.day)))


def _ladder(told: LadderTold, pack: Pack, wordings: Sequence[Wording]) -> Fields:
    first, then, now = wordings[0], told.then(pack.period.start), told.steps[-1]
    steps = [step for step in (then, now) if step]
    return {
        "alt": "; ".join(ladder_step_said(first, step) for step in steps),
        "goal": [level for level, _ in reversed(told.rungs)].index(0),
        "rungs": len(told.rungs),
        "then": _place(told, then),
        "now": _place(told, now),
        "steps": [
            {
                "when": in_each(wordings, partial(_when, step, pack, now=step is now)),
                **_words(step, wordings),
            }
            for step in steps
        ],
    }


def _place(told: LadderTold, step: LadderStep | None) -> int:
    """Return the place of a step among the signs, from the lowest; -1 for none."""
    levels = [level for level, _ in reversed(told.rungs)]
    return levels.index(step.level) if step else -1


def _when(step: LadderStep, pack: Pack, wording: Wording, *, now: bool) -> str:
    day = day_in(pack.period, step.day, wording)
    return said.now_on(wording, day) if now else said.then_on(wording, day)


def _words(step: LadderStep, wordings: Sequence[Wording]) -> Fields:
    if step.words:
        return {"words": own(step.words), "second": ""}
    meanings = in_each(wordings, lambda w: level_meaning(w, step.level))
    return {"words": own(meanings[0]), "second": "".join(meanings[1:])}
