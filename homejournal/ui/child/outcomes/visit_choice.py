"""Choosing the visit at which something was said."""

from collections.abc import Sequence
from uuid import UUID

from homejournal.domain.names.paper_names import visitors
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits.visit_list import in_time
from homejournal.texts.plan.plan_page import visit_name
from homejournal.ui.base.desk import Desk
from homejournal.ui.widgets.fields.drop_down import ChooseBox


def past_visits(desk: Desk, child: UUID) -> tuple[Visit, ...]:
    """Return the visits of a child through today, the newest first."""
    visits = desk.journal.family().visits.values()
    mine = (one for one in visits if one.child == child and one.day <= desk.today())
    return tuple(sorted(mine, key=in_time, reverse=True))


def visit_box(desk: Desk, visits: Sequence[Visit], none: str = "") -> ChooseBox:
    """Return a box of visits, with the words for none of them first where there are any."""
    team = desk.journal.family().team
    first: list[tuple[object, str]] = [(None, none)] if none else []
    told = [(one.id, visit_name(desk.wording, one, visitors(one, team))) for one in visits]
    box = ChooseBox(most_letters=40)
    box.set_choices([*first, *told])
    return box
