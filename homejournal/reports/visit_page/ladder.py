"""A ladder as plain words for a Typst template: its five sentences and its dated steps."""

from collections.abc import Sequence

from homejournal.domain.plan.outcome_ladders import LadderStep, LadderTold
from homejournal.reports.typst.common_words import in_each
from homejournal.reports.typst.user_text import Fields, own
from homejournal.texts.plan.outcomes import ladder_said, level_meaning, level_sign, rung_sign
from homejournal.texts.wording import Wording

MOST_DRAWN_STEPS = 8
"""So many steps of a ladder stand side by side; of more the newest are drawn, and all are told."""


def ladder_fields(told: LadderTold, wordings: Sequence[Wording]) -> Fields:
    """Return the rungs with a mark for each step drawn, all steps, and the text alternative."""
    first, drawn = wordings[0], told.steps[-MOST_DRAWN_STEPS:]
    return {
        "alt": ladder_said(first, told),
        "days": [first.short_day(step.day) for step in drawn],
        "rungs": [
            {
                "sign": level_sign(first, level),
                "words": own(sentence),
                "meaning": [] if sentence else _meaning(level, wordings),
                "at": [step.level == level for step in drawn],
            }
            for level, sentence in told.rungs
        ],
        "steps": [_step(step, wordings) for step in told.steps],
    }


def _step(step: LadderStep, wordings: Sequence[Wording]) -> Fields:
    meanings = _meaning(step.level, wordings)
    return {
        "day": in_each(wordings, lambda w: w.day(step.day)),
        "sign": rung_sign(wordings[0], step.level),
        "words": own(step.words or meanings[0]),
        "second": "" if step.words else "".join(meanings[1:]),
    }


def _meaning(level: int, wordings: Sequence[Wording]) -> list[str]:
    return in_each(wordings, lambda w: level_meaning(w, level))
