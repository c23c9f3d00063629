"""Today for a helper: what comes meanwhile, what cannot be saved, and what stays the family's."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.record import Kind
from homejournal.domain.today.strategy_cards import draft_place
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.ui.base.actions import Action
from homejournal.ui.day_rows.menus import WhereMenu
from homejournal.ui.day_rows.who_did_it import WhoChips
from homejournal.ui.widgets.fields.answer_bar import Segment
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import offered
from tests.ui.helper.test_session import GRANDMA, Key, _shown_at_the_end, begun, texts, window
from tests.ui.hiding.hidden import spoken, visible

__all__ = ["_shown_at_the_end", "window"]


def strategy_of(three):
    return next(iter(three.journal.family().strategies.values()))


def saved(window, *records):
    change = window.journal.records.save(*records)
    window.desk.editing.changed.emit(change.kinds)


@pytest.mark.parametrize("made", [Note, PrivateNote])
def test_what_arrives_meanwhile_is_not_seen(window, three, hands, qtbot, made):
    cover = begun(window, hands, qtbot)
    where = {"id": uuid4(), "child": three.child.id, "strategy": strategy_of(three).id}
    saved(window, made(**where, day=SUNDAY, text="words from the other computer"))
    assert "other computer" not in " ".join(spoken()) + texts(hands, cover)


def test_nor_are_the_words_on_a_day_left_out(window, three, hands, qtbot):
    told = MarkTold(
        strategy=strategy_of(three).id, reason=LeftOutReason.OTHER, words="something at night"
    )
    three.journal.days.left_out(three.child.id, Period(SUNDAY, SUNDAY), told)
    cover = begun(window, hands, qtbot)
    assert "at night" not in " ".join(spoken()) + texts(hands, cover)


def test_what_the_family_wrote_cannot_be_removed(window, three, hands, qtbot):
    three.journal.days.did_it(strategy_of(three).id, SUNDAY, PracticeTold(helper=None))
    cover = begun(window, hands, qtbot)
    first = cover.day.rows.lines[0]
    first.setFocus()
    hands.press(Key.Key_Delete)
    assert len(three.journal.records.all_of(Kind.PRACTICE)) == 1
    assert "Remove what is written" not in offered(first)


def test_what_was_written_here_can_be_removed(window, three, hands, qtbot):
    cover = begun(window, hands, qtbot)
    hands.press("2")
    assert "Remove what is written" in offered(cover.day.rows.lines[0])
    cover.day.rows.lines[0].setFocus()
    hands.press(Key.Key_Delete)
    assert three.journal.records.all_of(Kind.PRACTICE) == []


def test_undo_never_takes_back_what_the_family_did(window, three, hands, qtbot, monkeypatch):
    own = Note(id=uuid4(), child=three.child.id, day=SUNDAY, text="the family's step")
    window.desk.editing.do("a note", lambda: three.journal.records.save(own))
    cover = begun(window, hands, qtbot)
    hands.press("2")
    (written,) = three.journal.records.all_of(Kind.PRACTICE)
    three.journal.records.delete(written.id)  # on another computer, say
    for _ in range(3):
        cover._toast.undo.emit()
    assert three.journal.records.get(own.id) == own
    assert not cover._toast.isVisible()


def test_all_is_counted_however_much_was_done_before(window, three, hands, qtbot):
    window.open_page("settings")  # so that Today is not drawn anew each time
    for number in range(105):
        note = Note(id=uuid4(), child=three.child.id, day=SUNDAY, text=f"{number}")
        window.desk.editing.do("a note", lambda said=note: three.journal.records.save(said))
    cover = begun(window, hands, qtbot)
    hands.press("2")
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    assert "1 thing was written meanwhile" in window.frame.toast.text()


def test_no_other_day_is_offered(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    words = offered(cover.day.rows.lines[0])
    assert "Sick" in words
    assert not any("few days" in one for one in words)


def test_what_opens_over_it_stays_and_goes_with_the_key_that_hides(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    dialog = QDialog(cover)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.wait(300)  # what is hidden a moment later is none of this
    assert set(visible()) == {cover, dialog}
    hands.press(Key.Key_F9)
    assert (visible(), cover.windowTitle()) == ([cover], "Notes")


def test_who_usually_writes_is_never_forgotten_over_it(window, three, hands, qtbot):
    window.desk.preferences.helper = three.mom.id
    begun(window, hands, qtbot)
    assert window.desk.preferences.helper == three.mom.id


def test_a_child_that_is_put_away_meanwhile_breaks_nothing(window, three, hands, qtbot):
    cover = begun(window, hands, qtbot)
    saved(window, replace(three.journal.family().children[three.child.id], put_away=SUNDAY))
    assert visible() == [cover]
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    window.menus.action(Action.FOR_HELPER).trigger()
    assert visible() == [window]


@pytest.mark.parametrize("keeps", [True, False], ids=["kept", "not even kept"])
@pytest.mark.parametrize("own", ["", "our own words"])
def test_what_cannot_be_saved_is_there_for_the_family(
    window, three, hands, qtbot, monkeypatch, own, keeps
):
    def full(*_told, **_more):
        raise DiskFullError(three.journal.folder)

    if own:
        window.page._writing.keep_draft(draft_place(strategy_of(three).id, SUNDAY), own)
    cover = begun(window, hands, qtbot)
    cover.day.rows.lines[0].note.field.insertPlainText("Two spoons")
    monkeypatch.setattr(three.journal.notes, "write", full)
    if not keeps:
        monkeypatch.setattr(three.journal.drafts, "keep", full)
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    texts_there = [one.note.field.text() for one in window.page.lines]
    assert any("Two spoons" in one for one in texts_there)
    assert any(own in one for one in texts_there)
    assert bool(window.page.at_risk()) is not keeps
    monkeypatch.undo()


def written_by_the_family(three, **told):
    three.journal.days.did_it(strategy_of(three).id, SUNDAY, PracticeTold(**told))
    (written,) = three.journal.records.all_of(Kind.PRACTICE)
    return written


@pytest.mark.parametrize("key", ["1", "3", "D"])
def test_what_the_family_wrote_keeps_its_rating_and_its_name(
    window, three, hands, qtbot, announced, key
):
    before = written_by_the_family(three, rating=2, helper=three.mom.id)
    cover = begun(window, hands, qtbot)
    line = cover.day.rows.lines[0]
    line.setFocus()
    hands.press(key, hands.alt(key))
    assert three.journal.records.all_of(Kind.PRACTICE) == [before]
    assert any("stays so" in one for one in announced) is key.isdigit()
    assert not any(one.isEnabled() for one in line.findChildren(Segment))
    line.open_note()
    for kind in (WhoChips, WhereMenu):
        assert not any(one.isEnabled() for one in cover.findChildren(kind))


@pytest.mark.measured
def test_once_more_is_the_helpers_own_and_can_be_rated(window, three, hands, qtbot):
    before = written_by_the_family(three, rating=2, helper=three.mom.id)
    begun(window, hands, qtbot).day.rows.lines[0].setFocus()
    hands.press(hands.alt("O"))
    hands.press(hands.alt("3"))
    written = three.journal.records.all_of(Kind.PRACTICE)
    assert [(one.helper, one.rating) for one in written] == [(three.mom.id, 2), (GRANDMA.id, 3)]
    assert written[0] == before


def test_what_the_same_helper_did_before_can_be_rated(window, three, hands, qtbot):
    written_by_the_family(three, helper=GRANDMA.id)
    begun(window, hands, qtbot).day.rows.lines[0].setFocus()
    hands.press(hands.alt("3"))
    (written,) = three.journal.records.all_of(Kind.PRACTICE)
    assert (written.helper, written.rating) == (GRANDMA.id, 3)


@pytest.mark.parametrize("reason", [None, LeftOutReason.OTHER])
def test_what_the_family_left_out_is_not_taken_back(window, three, hands, qtbot, reason):
    told = MarkTold(strategy=strategy_of(three).id, reason=reason, words=reason and "at night")
    days, day = three.journal.days, Period(SUNDAY, SUNDAY)
    if reason is None:
        days.not_today(three.child.id, SUNDAY, told)
    else:
        days.left_out(three.child.id, day, told)
    (before,) = three.journal.records.all_of(Kind.DAY_MARK)
    cover = begun(window, hands, qtbot)
    line = cover.day.rows.lines[0]
    line.setFocus()
    hands.press(hands.alt("N"))
    hands.press(hands.alt("L"))
    assert QApplication.activePopupWidget() is None
    words = offered(line)
    assert not {"Sick", "Not left out after all", "Take back “not today”"} & set(words)
    assert three.journal.records.all_of(Kind.DAY_MARK) == [before]


def test_what_was_not_today_can_be_done_after_all(window, three, hands, qtbot):
    three.journal.days.not_today(three.child.id, SUNDAY, MarkTold(strategy=strategy_of(three).id))
    begun(window, hands, qtbot).day.rows.lines[0].setFocus()
    hands.press(hands.alt("2"))
    (written,) = three.journal.records.all_of(Kind.PRACTICE)
    assert (written.helper, written.rating) == (GRANDMA.id, 2)
