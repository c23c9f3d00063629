"""What is said before a plan is saved that has no place for what is written."""

from collections.abc import Sequence

from homejournal.domain.plan_steps.renamed_times import Named
from homejournal.domain.records.practices import DayMark
from homejournal.texts.today.day_page import mark_said
from homejournal.texts.wording import Wording

_MOST = 8


def losing_said(wording: Wording, losing: Sequence[Named]) -> str:
    """Return what would belong to no time of the plan any more, day by day, and what to do."""
    ordered = sorted(losing, key=lambda one: (one.day, one.slot or ""))
    lines = [_line(wording, one) for one in ordered[:_MOST]]
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
