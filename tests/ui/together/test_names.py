"""What the page of all children calls them and their strategies, and what its steps say."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.day_rows.dialogs import LeftOutDialog
from homejournal.ui.together.page import NoteForSeveralDialog
from tests.ui.together.test_page import WAIT, part, plan_for, together, twins, written

__all__ = ["together", "twins"]


@pytest.fixture
def save(twins):
    """Write records as another page does while this one is built."""

    def saved(window, *records):
        window.desk.editing.do("Other names", lambda: twins.journal.records.save(*records))
        QApplication.processEvents()

    return saved


@pytest.fixture
def alike(twins, open_together):
    """The page of two children of one name, of whom the second has no birthday written down."""
    twins.luis = replace(twins.luis, name=twins.child.name)
    twins.journal.records.save(twins.luis)
    return open_together(twins)


def spoken(part):
    buttons = part.findChildren(QPushButton)
    return {button.accessibleDescription() for button in buttons if button.isVisible()}


def test_a_child_of_another_name_is_called_by_it_at_once(twins, together, save, hands):
    save(together, replace(twins.luis, name="Lucho"))
    shown = part(together, twins.luis)
    assert "Lucho" in hands.texts(shown)
    assert shown.accessibleName() == "Lucho: Two choices"
    assert "Luis: Two choices" not in spoken(shown)


def test_a_strategy_of_another_name_heads_its_row_at_once(twins, together, save, hands):
    known = twins.journal.family().strategies.values()
    save(together, *(replace(one, name="Three choices") for one in known if one.name == WAIT))
    assert "Three choices" in hands.texts(together.page)
    assert WAIT not in hands.texts(together.page)
    assert not any(WAIT in words for words in spoken(together.page))


def test_a_number_that_is_being_typed_stays_under_the_new_heading(twins, together, save, hands):
    jumps = plan_for(twins, twins.luis, "Jump", kind=RatingKind.NUMBER)
    together.page.refresh()
    shown = part(together, twins.luis, "Jump")
    shown.lines[0].setFocus()
    hands.press("1")
    save(together, replace(twins.journal.family().strategies[jumps], name="Hop"))
    assert part(together, twins.luis, "Hop") is shown
    hands.press("2", Qt.Key.Key_Return)
    assert [practice.rating for practice in written(twins, twins.luis).practices] == [12]
    assert "Hop" in hands.texts(together.page)


def test_days_left_out_of_one_child_say_whose_they_are(twins, together, hands):
    part(together, twins.luis).days_wanted.emit(twins.ids[f"Luis: {WAIT}"])
    together.page.findChild(LeftOutDialog).save()
    assert together.desk.editing.stack.undoText() == "Luis: Two choices: left out (sick)"
    together.page._ask_days(twins.luis.id, None, [twins.luis.id])
    together.page.findChildren(LeftOutDialog)[-1].save()
    assert together.desk.editing.stack.undoText() == "Luis: Left out: sick"


def test_days_left_out_tell_children_of_one_name_apart(twins, alike):
    strategy = part(alike, twins.child).card.strategy.id
    part(alike, twins.child).days_wanted.emit(strategy)
    alike.page.findChild(LeftOutDialog).save()
    said = alike.desk.editing.stack.undoText()
    assert said == "Maya – born May 4, 2024: Two choices: left out (sick)"
    rate = alike.page._writing.of(twins.child.id, alike.page._names[twins.child.id])
    assert rate.named == "Maya – born May 4, 2024"


def test_a_note_for_several_tells_children_of_one_name_apart(alike, hands):
    hands.click(hands.named(alike.page, QPushButton, "Note for several…"))
    form = alike.page.findChild(NoteForSeveralDialog)
    form.text.set_text("Both laughed")
    form.save()
    said = "Note saved for Maya – born May 4, 2024 and Maya"
    assert alike.desk.editing.stack.undoText() == said
