"""Fields for numbers on Today, what a person types into them, and where it goes from there."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.widgets.fields.number_field import NumberField
from tests.ui.conftest import SUNDAY

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def counted(house):
    """Minutes at two times of a day, with a second child that has nothing to do."""
    house.plan("Asleep", Often(times=2, slots=("nap", "night")), RatingKind.NUMBER, unit="minutes")
    house.plan("Bites", kind=RatingKind.TRIES)
    return house


@pytest.fixture
def later():
    """Hold journals that are closed once their windows are gone."""
    journals = []
    yield journals
    for journal in journals:
        journal.close()


@pytest.fixture
def window(counted, later, open_window):
    return open_window(counted.journal)


def fields(window, strategy=0):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return window.page.rows[strategy].lines[0].findChildren(NumberField)


def typed(window, strategy=0):
    return [field.text() for field in fields(window, strategy)]


def types(hands, window, *words, strategy=0):
    for field, said in zip(fields(window, strategy), words, strict=False):
        field.setFocus()
        hands.press(said)


def written(house, day=SUNDAY):
    return [(practice.slot, practice.rating) for practice in house.day(day).practices]


def to_another_day_and_back(window, hands, _house):
    hands.press(Key.Key_Left, modifier=ALT)
    assert typed(window) == [""]
    hands.press(Key.Key_Right, modifier=ALT)


def to_another_language(window, hands, house):
    window.set_language("es")
    window.set_language("en")
