"""The drawer of a note lies over the rows below, never over the answers that it is about."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.ui.day_rows.notes.drawer import NoteDrawer
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.day_lines import drawer_of, menu_of, open_drawers
from tests.ui.tab_order import tab_stops
from tests.ui.waiting import settle_window

Key = Qt.Key
SIZES = [(1120, 100), (800, 100), (340, 100), (1024, 200), (1600, 200)]
PLANS = [(RatingKind.HELP, None), (RatingKind.NUMBER, "minutes"), (RatingKind.TRIES, None)]


def area(part, page):
    """Return where a part is in what scrolls."""
    body = page.list.parentWidget()
    return QRect(part.mapTo(body, QPoint(0, 0)), part.size())


def answers(line):
    parts = [*line.findChildren(Segment), *line.findChildren(QLineEdit), menu_of(line)]
    return [one for one in parts if one.isVisible()]


@pytest.fixture
def opened(house, open_window, qtbot):
    def at(size, plan=PLANS[0], language="en"):
        wide, percent = size
        kind, unit = plan
        apply_theme(QApplication.instance(), Scheme.LIGHT, percent)
        often = Often(times=2, slots=("breakfast", "dinner"))
        house.plan("Pause and wait", often, kind, unit=unit)
        house.plan("Another one")
        window = open_window(house.journal, language)
        window.resize(wide, 780)
        settle_window(window, qtbot)
        return window

    yield at
    apply_theme(QApplication.instance(), Scheme.LIGHT)


@pytest.mark.usually(language=["ar"], size=[SIZES[0], SIZES[2], SIZES[3]])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("plan", PLANS, ids=[kind.value for kind, _ in PLANS])
@pytest.mark.parametrize("size", SIZES)
def test_it_covers_rows_below_and_no_answer_of_its_own_line(opened, qtbot, size, plan, language):
    window = opened(size, plan, language)
    line = window.page.lines[0]
    line.open_note()
    settle_window(window, qtbot)
    drawer = drawer_of(window)
    covered = drawer.mask().translated(area(drawer, window.page).topLeft())
    for part in answers(line):
        assert not covered.intersects(area(part, window.page)), part.accessibleName()
    field = area(line.note.field, window.page)
    assert covered.contains(field)
    assert area(drawer, window.page).bottom() > area(line, window.page).bottom()
    assert window.page.list.parentWidget().rect().contains(area(drawer, window.page))


@pytest.mark.parametrize("size", SIZES)
def test_an_answer_is_pressed_while_it_is_open(opened, house, hands, qtbot, size):
    window = opened(size)
    line = window.page.lines[0]
    line.open_note()
    hands.press("she waved")
    settle_window(window, qtbot)
    answer = hands.named(line, Segment, "Some help")
    body = window.page.list.parentWidget()
    assert body.childAt(area(answer, window.page).center()) is answer
    hands.click(answer)
    assert [one.rating for one in house.day().practices] == [2]
    assert [one.text for one in house.day().notes] == ["she waved"]
    assert line.said() == "✓ Some help she waved"


@pytest.mark.parametrize("size", SIZES)
def test_all_of_its_field_and_what_the_note_is_for_can_be_seen(opened, hands, qtbot, size):
    window = opened(size)
    line = window.page.lines[1]
    line.setFocus()
    hands.press("she waved")
    settle_window(window, qtbot)
    field = line.note.field
    assert field.visibleRegion().boundingRect() == field.rect()
    drawer = drawer_of(window)
    for button in drawer.findChildren(QPushButton):
        if button.isVisible():
            within = QRect(button.mapTo(drawer, QPoint(0, 0)), button.size())
            assert drawer.rect().contains(within), button.text()


def test_tab_goes_from_the_line_through_the_drawer_and_on_as_one_reads(opened, hands, qtbot):
    window = opened(SIZES[0])
    line, after = window.page.lines[:2]
    hands.press("2", "she waved")
    hands.press(Key.Key_Escape)
    line.open_note()
    drawer = drawer_of(window)
    hands.press(Key.Key_Tab)
    within = []
    while drawer.isAncestorOf(QApplication.focusWidget()) and len(within) < 30:
        within.append(QApplication.focusWidget())
        hands.press(Key.Key_Tab)
    names = [one.accessibleName() or one.text() for one in within]
    assert names[:4] == ["Celebration", "Concern", "For the next visit", "Private"]
    assert names.index("Mom did it") < names.index("Grandpa did it") < names.index("Add a photo…")
    assert open_drawers(window) == []
    assert has_focus_inside(after) or has_focus_inside(line)
    stops = {one for one in tab_stops(hands) if isinstance(one, QWidget)}
    assert not any(drawer.isAncestorOf(one) for one in stops)  # it is closed


def test_it_closes_when_the_keyboard_goes_elsewhere_and_saves_what_stands_in_it(
    opened, house, hands
):
    window = opened(SIZES[0])
    first, second = window.page.lines[:2]
    first.open_note()
    hands.press("she waved")
    second.setFocus()
    assert open_drawers(window) == []
    assert [one.text for one in house.day().notes] == ["she waved"]
    assert first.said() == "she waved"


def test_only_one_is_open_at_a_time(opened, hands):
    window = opened(SIZES[0])
    first, second = window.page.lines[:2]
    first.open_note()
    second.open_note()
    assert drawer_of(window).panel is second.note


def test_escape_goes_back_to_the_answers_and_closes_it(opened, hands):
    window = opened(SIZES[0])
    line = window.page.lines[1]
    line.open_note()
    hands.press(Key.Key_Escape)
    assert open_drawers(window) == []
    assert has_focus_inside(line)
    hands.press("3")
    assert line.said() == "✓ A little help"


def test_a_press_beside_it_closes_it(opened, hands):
    window = opened(SIZES[0])
    window.page.lines[0].open_note()
    hands.click(window.page.list.parentWidget())
    assert open_drawers(window) == []


def test_of_two_notes_one_stands_in_the_field_and_each_can_be_changed(opened, house, hands):
    """The field holds one note of the line, the others are listed below it."""
    window = opened(SIZES[0])
    line = window.page.rows[1].lines[0]
    child, day = house.child.id, house.journal.today()
    for text in ("first", "second"):
        note = Note(id=uuid4(), child=child, day=day, text=text, strategy=house.ids["Another one"])
        window.desk.editing.do(text, lambda made=note: house.journal.records.save(made))
    assert line.said() in {"first · second", "second · first"}
    line.open_note()
    drawer = drawer_of(window)
    in_field = line.note.field.text()
    (other,) = {"first", "second"} - {in_field}
    assert other in hands.texts(drawer)
    hands.click(hands.named(drawer, QPushButton, "Edit"))
    assert line.note.field.text() == other
    hands.press("!", Key.Key_Escape)
    assert sorted(one.text for one in house.journal.records.all_of(Kind.NOTE)) == sorted(
        [in_field, f"{other}!"]
    )


@pytest.mark.parametrize("size", SIZES)
def test_under_the_last_row_of_a_long_page_all_of_it_can_be_seen_and_nothing_moves(
    opened, house, hands, qtbot, size
):
    names = [f"Strategy {number}" for number in range(8)]
    for name in names:
        house.plan(name)
    window = opened(size)
    line = window.page.lines[-1]
    child, day = house.child.id, house.journal.today()
    strategy = line.card.strategy.id
    for text in ("first", "second", "third"):
        note = Note(id=uuid4(), child=child, day=day, text=text, strategy=strategy)
        window.desk.editing.do(text, lambda made=note: house.journal.records.save(made))
    line.setFocus()
    settle_window(window, qtbot)
    before = [area(one, window.page) for one in (*window.page.rows, window.page.end)]
    high = window.page.list.parentWidget().height()
    line.open_note()
    settle_window(window, qtbot)
    drawer, body = drawer_of(window), window.page.list.parentWidget()
    assert body.rect().contains(area(drawer, window.page))
    assert [area(one, window.page) for one in (*window.page.rows, window.page.end)] == before
    hands.press(Key.Key_Escape)
    settle_window(window, qtbot)
    assert [area(one, window.page) for one in (*window.page.rows, window.page.end)] == before
    assert body.height() == high


def test_of_a_long_note_the_line_shows_the_beginning_and_the_drawer_all(opened, house, hands):
    window = opened(SIZES[0])
    line = window.page.lines[0]
    hands.press(Key.Key_Return)
    long = "she waved and " * 60
    line.note.field.insertPlainText(long)
    hands.press(Key.Key_Escape)
    high = line.height()
    assert line.said().startswith("she waved")
    assert len(line.said()) <= 300
    line.open_note()
    assert line.note.field.text().strip() == long.strip()
    assert line.height() == high


def test_rows_at_rest_have_none(opened):
    window = opened(SIZES[0])
    assert window.findChildren(NoteDrawer) == []
