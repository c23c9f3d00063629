"""Two strategies of one child, or two people of the team, of one name: each page says which."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton

from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import StepKind
from homejournal.services.days.days import PracticeTold
from homejournal.ui.progress.export import sheet_of
from tests.ui.entries import rows
from tests.ui.filters import offered_by
from tests.ui.forms import choose_line, dialog
from tests.ui.visits.coming.visiting import somebody
from tests.ui.whole_window.test_long_names import painted

FIRST, SECOND = "Two choices (1)", "TWO choices (2)"


@pytest.fixture
def two(three):
    """The second strategy is called like the first, but for capital letters."""
    journal = three.journal
    sign = journal.family().strategies[three.ids["Sign more"]]
    journal.records.save(replace(sign, name="TWO choices"))
    for name in ("Two choices", "Sign more"):
        journal.days.did_it(three.ids[name], journal.today(), PracticeTold(rating=2))
    return three


def titles(page):
    return [card.title() for card in page.cards]


def offered(box: QComboBox):
    return [box.itemText(at) for at in range(box.count())]


def test_rows_of_today_have_numbers_for_eyes_and_ears(two, open_window, hands):
    page = open_window(two.journal).page
    rows = page.rows[:2]
    assert [row.accessibleName() for row in rows] == [FIRST, SECOND]
    for row, name in zip(rows, (FIRST, SECOND), strict=True):
        assert name in hands.texts(row)
        buttons = [one for one in row.findChildren(QAbstractButton) if one.isVisible()]
        assert {one.accessibleDescription() for one in buttons} == {name}
    rows[1].lines[0].setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert page.desk.editing.stack.undoText() == f"{SECOND}: answer removed"


def test_so_have_those_that_are_not_planned_today(two, open_window):
    step = two.journal.family().steps[two.ids["Sign more"]][0]
    paused = replace(step, id=uuid4(), from_day=two.journal.today(), step=StepKind.PAUSE)
    today = two.journal.today()
    practices = two.journal.days.between(two.child.id, today, today).practices
    two.journal.records.delete(*(practice.id for practice in practices))
    two.journal.records.save(paused)
    page = open_window(two.journal).page
    (button,) = page.others.findChildren(QPushButton)
    assert (button.text(), button.accessibleName()) == (SECOND, f"{SECOND}: did it")


def test_cards_of_the_plan(two, open_plan, hands):
    page = open_plan(two)
    assert titles(page)[:2] == [FIRST, SECOND]
    choose_line(page.cards[1], "Pause…", about=SECOND)
    assert SECOND in hands.texts(dialog())
    dialog().reject()


def test_a_name_that_is_corrected_is_written_without_the_number(two, open_plan, hands):
    page = open_plan(two)
    hands.click(hands.named(page.cards[1], QPushButton, "Change…"))
    assert dialog().name.text() == "TWO choices"
    dialog().reject()


def test_the_journal_in_its_filter_and_its_rows(two, open_at):
    page = open_at("journal", two)
    assert offered_by(page.filter, "Strategy")[:2] == [FIRST, SECOND]
    said = rows(page)
    assert [sum(name in row for row in said) for name in (FIRST, SECOND)] == [1, 1]


@pytest.mark.painted
@pytest.mark.parametrize("width", [1100, 420])
def test_a_long_name_in_a_row_of_the_journal_is_cut_before_its_number(
    two, open_at, monkeypatch, width
):
    long = "Wait until the spoon stands still on the table " * 4
    for name in ("Two choices", "Sign more"):
        known = two.journal.family().strategies[two.ids[name]]
        two.journal.records.save(replace(known, name=long.strip()))
    page = open_at("journal", two)
    page.window().resize(width, 800)
    QApplication.processEvents()
    told = painted(monkeypatch, page.list)
    assert [sum(one.endswith(f"… ({n})") for one in told) for n in (1, 2)] == [1, 1]


def test_progress_says_the_same_on_the_screen_and_on_its_sheet(two, open_progress, choose):
    page = open_progress(two)
    assert offered(page.filter.strategy)[1:3] == [FIRST, SECOND]
    assert {row.title() for row in page.body.all.rows.rows} >= {FIRST, SECOND}
    choose(page, page.filter.strategy, SECOND)
    assert page.body.one.head.title() == SECOND
    assert sheet_of(page._sheet(), page.desk.wording).strategy == SECOND


def test_who_suggested_it_where_two_of_the_team_have_one_name(looked, open_progress, choose):
    dana = next(person for person in looked.journal.family().team.values() if person.name == "Dana")
    other = replace(dana, id=uuid4())
    bed = looked.journal.family().strategies[looked.ids["To bed"]]
    looked.journal.records.save(other, replace(bed, suggested_by=other.id))
    page = open_progress(looked)
    assert offered_by(page.filter.bar, "Suggested by") == ["Dana (1)", "Dana (2)"]
    choose(page, "Suggested by", "Dana (2)")
    assert "strategies that Dana (2) suggested" in page.filter.hidden.text()
    choose(page, page.filter.strategy, "To bed")
    assert "Dana (2), speech" in page.body.one.head._who.text()


def test_what_they_do_tells_them_apart_where_that_differs(looked, open_progress):
    dana = next(person for person in looked.journal.family().team.values() if person.name == "Dana")
    other = replace(dana, id=uuid4(), discipline="movement")
    bed = looked.journal.family().strategies[looked.ids["To bed"]]
    looked.journal.records.save(other, replace(bed, suggested_by=other.id))
    page = open_progress(looked)
    assert offered_by(page.filter.bar, "Suggested by") == ["Dana (speech)", "Dana (movement)"]


def test_a_letter_names_a_child_as_paper_does(house, open_team):
    brother = Child(id=uuid4(), name=house.child.name)
    house.journal.records.save(brother)
    somebody(house, "Carmen", coordinator=True)
    page = open_team(house)
    for child, name in ((house.child, "Maya."), (brother, "Maya (2).")):
        page.child = child.id
        page.refresh()
        page.ask_for_meeting()
        assert f"about {name}" in dialog().text.toPlainText()
        dialog().reject()
