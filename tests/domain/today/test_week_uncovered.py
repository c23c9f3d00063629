"""What was left out for a day keeps silent beside what was done, also when that is typed over."""

from dataclasses import replace
from uuid import UUID

from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import DayMark, MarkKind
from homejournal.domain.today.week_cells import Answer, Refusal, cell_text, input_of
from tests.domain.weeks import CHILD, HERE, LETTERS, THERE, WEEK, Week, done, twice_a_day

OUT, NOT_NOW = MarkKind.LEFT_OUT, MarkKind.NOT_TODAY


def done_once_of_six(*marks):
    """Return a week of a strategy with six times a day, done once on Monday, with these marks."""
    week = twice_a_day(1)
    ((what, (step,)),) = week.family.steps.items()
    said = tuple(
        DayMark(
            id=UUID(int=50 + n),
            child=CHILD.id,
            strategy=None if for_all else what,
            day=WEEK.start,
            mark=kind,
            home=home,
        )
        for n, (kind, home, for_all) in enumerate(marks)
    )
    family = replace(week.family, steps={what: (replace(step, often=Often(times=6)),)})
    return Week(family, replace(week.written, marks=said))


def typed_over(week, **said):
    """Type "not today" over all of Monday; return what goes, or why it is refused."""
    ((cell, *_),) = (row.cells for row in week.grid().rows)
    assert cell_text(cell, LETTERS) == "1 n"
    change, after = done(week, cell, input_of(Answer.NOT_TODAY), **said)
    if after is None:
        return change
    assert cell_text(week.grid(after).cell(cell.place), LETTERS) == "n"
    return [number.int for number in change.delete]


def test_not_today_stays_said_when_what_was_done_goes():
    """Left out for the day, which said nothing beside what was done, does not take its place."""
    own, for_all = (OUT, HERE, False), (OUT, HERE, True)
    assert typed_over(done_once_of_six((NOT_NOW, HERE, False), own)) == [40]
    assert typed_over(done_once_of_six(own, (NOT_NOW, HERE, True))) == [40, 50]
    many = done_once_of_six(for_all, (NOT_NOW, HERE, False))
    assert typed_over(many, sure=False) is Refusal.ALL_STRATEGIES
    assert typed_over(many) == [40, 50]
    theirs = done_once_of_six((OUT, THERE, False), (NOT_NOW, HERE, False))
    assert typed_over(theirs) is Refusal.OTHER_HOME
