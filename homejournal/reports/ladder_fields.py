"""A ladder as plain words for a Typst template: its five sentences and its dated steps."""

from collections.abc import Sequence

from homejournal.domain.outcomes import LadderStep, LadderTold
from homejournal.reports.own_words import Fields, own
from homejournal.texts.outcomes import ladder_said, level_meaning, level_sign, rung_sign
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
                "meaning": [] if sentence else [level_meaning(w, level) for w in wordings],
                "at": [step.level == level for step in drawn],
            }
            for level, sentence in told.rungs
        ],
        "steps": [_step(step, wordings) for step in told.steps],
    }


def _step(step: LadderStep, wordings: Sequence[Wording]) -> Fields:
    meanings = [level_meaning(wording, step.level) for wording in wordings]
    return {
        "day": [wording.day(step.day) for wording in wordings],
        "sign": rung_sign(wordings[0], step.level),
        "words": own(step.words or meanings[0]),
        "second": "" if step.words else "".join(meanings[1:]),
    }
