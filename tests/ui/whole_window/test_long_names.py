"""Two people or children of one long name: wherever there is little room, the number stays."""

from uuid import uuid4

import pytest
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.people import Helper
from homejournal.services.days.days import PracticeTold
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice
from homejournal.ui.widgets.wrapping_labels import elided
from homejournal.ui.window.child_switch import ChildButton
from tests.ui.day_rows.test_who_did_it import chips

LONG = "Great-Grandmother Maria del Carmen Guadalupe of the Seven Sorrows"


@pytest.fixture
def two(three):
    """Two people who write, of one long name; the second one writes here."""
    for _ in range(2):
        three.journal.records.save(Helper(id=uuid4(), name=LONG))
    return three, list(three.journal.family().helpers)[-1]


def painted(monkeypatch, widget):
    """Return all words that a widget paints."""
    seen = []
    usual = QPainter.drawText

    def noting(painter, *told):
        seen.extend(one for one in told if isinstance(one, str))
        return usual(painter, *told)

    monkeypatch.setattr(QPainter, "drawText", noting)
    widget.grab()
    return seen


def test_the_head_of_today_says_which_of_the_two_is_writing(two, open_window):
    three, second = two
    window = open_window(three.journal)
    window.desk.preferences.helper = second
    writer = window.page.header.writer
    writer.show_writer()
    assert writer.text().endswith("… (2)")
    assert writer.accessibleName().replace("\u2069", "").endswith("… (2) is writing")
    writer.open_menu()
    lines = [action.text() for action in QApplication.activePopupWidget().actions()]
    QApplication.activePopupWidget().close()
    assert [line[-3:] for line in lines if line.startswith("Great")] == ["(1)", "(2)"]


def test_a_note_says_which_of_the_two_did_it(two, open_window):
    three, second = two
    strategy = next(iter(three.journal.family().strategies.values()))
    told = PracticeTold(helper=second)
    three.journal.days.did_it(strategy.id, three.journal.today(), told)
    window = open_window(three.journal)
    window.page.lines[0].open_note()
    names = chips(window)
    assert [name[-4:] for name in names if name.startswith("Great")] == [" (1)", " (2)"]


def test_a_box_says_it_in_its_list_and_while_it_is_closed(qtbot, monkeypatch):
    box = DropDown()
    qtbot.addWidget(box)
    box.set_choices([(at, f"{LONG} ({at})") for at in (1, 2)], 2)
    assert [box.itemText(at)[-3:] for at in (0, 1)] == ["(1)", "(2)"]
    shown = elided(QFontMetrics(box.font()), box.currentText(), 120)
    assert shown.endswith("… (2)")


def test_a_chip_says_it(qtbot):
    chips = MultipleChoice([(at, f"{LONG} ({at})") for at in (1, 2)], "")
    qtbot.addWidget(chips)
    assert [chip.text()[-3:] for chip in chips._chips] == ["(1)", "(2)"]


def test_the_child_whose_journal_is_open_keeps_its_number(qtbot, monkeypatch):
    button = ChildButton(f"{LONG} (2)", "Child")
    qtbot.addWidget(button)
    button.resize(180, 44)
    assert any(one.endswith("… (2)") for one in painted(monkeypatch, button))


@pytest.mark.parametrize("words", ["Say “more” at snack – and at dinner, too", LONG])
def test_other_words_end_in_dots(qapp, words):
    metrics = QFontMetrics(qapp.font())
    assert elided(metrics, words, metrics.horizontalAdvance(words) // 3).endswith("…")
    assert elided(metrics, words, 10_000) == words
