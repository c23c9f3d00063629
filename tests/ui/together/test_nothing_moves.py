"""Answering, writing and taking back for one of several children move no other control."""

import pytest
from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.widgets.fields.answer_bar import Segment
from tests.ui.day_rows.test_nothing_moves import Still, says
from tests.ui.together.test_page import plan_for, twins, with_luis

__all__ = ["twins"]

PLANS = {
    "help": (Often(), RatingKind.HELP),
    "named times": (
        Often(times=2, slots=("breakfast", "supper with the cousins")),
        RatingKind.WENT,
    ),
    "times without names": (Often(times=2), RatingKind.HELP),
    "number": (Often(), RatingKind.NUMBER),
}


@pytest.mark.usually(wide=[340])
@pytest.mark.parametrize("wide", [1120, 700, 340])
@pytest.mark.parametrize("plan", PLANS)
def test_whatever_is_said_for_one_child_moves_nothing(
    house, open_together, hands, qtbot, slowly, plan, wide
):
    often, kind = PLANS[plan]
    house.plan("Wait", often, kind, unit="minutes" if kind is RatingKind.NUMBER else None)
    luis = with_luis(house, "Wait", often=often, kind=RatingKind.HELP)
    plan_for(house, luis, "Reach for the ring")
    window = open_together(house)
    window.resize(wide, 780)
    still = Still(window, qtbot, window.page.rows)
    for line in window.page.rows.lines:
        for deed in says(line, hands):
            still.after(f"{line.about}: {deed}")


def test_what_is_said_for_both_moves_nothing(twins, open_together, hands, qtbot):
    window = open_together(twins)
    still = Still(window, qtbot, window.page.rows)
    hands.click(hands.named(window.page, QPushButton, "Did it for both"))
    still.after("did it for both")
    window.desk.editing.undo()
    still.after("undo")
    hands.click(window.page.rows.lines[0].findChildren(Segment)[0])
    still.after("an answer")
