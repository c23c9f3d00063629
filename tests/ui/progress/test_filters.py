"""One filter for the screen, the sheet and the files; what it hides is said, and private stays."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.journal.entry_filter import FilterPart
from homejournal.domain.records.notes import Note
from homejournal.reports.papers.chart_sheet import SheetWords
from homejournal.services.days.days import PracticeTold
from homejournal.ui.progress.cards.chart import told_of_day
from homejournal.ui.progress.export import sheet_of
from tests.ui.filters import offered_by, parts_offered
from tests.ui.shown_pages import FIRST, LAST, PRIVATE, VISIT


def sheet(page):
    return sheet_of(page._sheet(), page.desk.wording)


def titles(page):
    return sorted(row.title() for row in page.body.all.rows.rows)


def test_a_professional_narrows_the_strategies_and_the_list_of_them(progress, choose, hands):
    choose(progress, "Suggested by", "Kim")
    assert titles(progress) == ["To bed"]
    offered = progress.filter.strategy
    assert [offered.itemText(at) for at in range(offered.count())] == ["All of Maya", "To bed"]
    words = "Only strategies that Kim suggested are shown. The rest is hidden, not lost."
    assert progress.filter.hidden.text() == words
    assert sheet(progress).filter_words == (words,)
    assert [part.title.split(" · ")[0] for part in sheet(progress).parts] == ["To bed"]


def test_a_routine_counts_what_was_done_in_it(progress, choose):
    choose(progress, "Routine", "Meals")
    assert titles(progress) == ["Two choices"]
    assert "Nothing can be said of planned days then." in progress.filter.hidden.text()
    choose(progress, progress.filter.strategy, "Two choices")
    assert progress.counted.backs[0].total.times == 20


def test_a_person_counts_what_this_person_did(progress, choose):
    choose(progress, "Who did it", "Grandpa")
    assert titles(progress) == ["Barefoot", "Two choices"]
    choose(progress, progress.filter.strategy, "Two choices")
    (back,) = progress.counted.backs
    assert back.total.times == 4
    (chart, *_) = sheet(progress).parts
    assert chart.rows.rows[0].n == 4
    assert "Only what Grandpa did counts here." in sheet(progress).filter_words[0]


def test_all_filters_hold_at_once_and_all_go_at_once(progress, choose, hands, settled):
    choose(progress, "Suggested by", "Dana")
    choose(progress, "Who did it", "Mom")
    assert progress.filter.hidden.text().count("Only") == 2
    hands.click(hands.named(progress.filter, QPushButton, "Clear the filter"))
    settled(progress)
    assert len(titles(progress)) == 4
    assert not progress.filter.hidden.isVisible()
    assert QApplication.focusWidget() is progress.filter.bar.add


def test_two_strategies_of_one_name_are_told_apart_on_the_sheet(looked, open_progress, choose):
    strategies = looked.journal.family().strategies
    bed = strategies[looked.ids["To bed"]]
    looked.journal.records.save(replace(bed, name="Two choices"))
    page = open_progress(looked)
    told = {part.title.split(" · ")[0] for part in sheet(page).parts}
    assert told == {"Two choices (1)", "Two choices (2)", "New bite", "Barefoot"}
    choose(page, "Suggested by", "Kim")
    choose(page, page.filter.strategy, "Two choices (2)")
    assert sheet(page).strategy == page.body.one.head.title() == "Two choices (2)"


def test_nothing_is_hidden_and_nothing_is_said_at_first(progress):
    assert not progress.filter.hidden.isVisible()
    assert sheet(progress).filter_words == ()


def test_who_wrote_it_down_is_told_apart_from_who_did_it(progress, looked, choose):
    grandpa, mom = looked.grandpa, looked.house.mom.id
    told = PracticeTold(rating=Decimal(5), helper=grandpa)
    journal, bed = looked.journal, looked.ids["To bed"]
    journal.days.did_it(bed, LAST, told)
    done = next(
        one
        for one in journal.days.between(looked.house.child.id, LAST, LAST).practices
        if one.strategy == bed and one.helper == grandpa
    )
    journal.records.save(replace(done, written_by=mom))
    progress.heard(None)
    choose(progress, "Who wrote it", "Mom")
    choose(progress, progress.filter.strategy, "To bed")
    by_mom = progress.counted.backs[0].total.times
    assert "Only what Mom wrote down counts here." in progress.filter.hidden.text()
    choose(progress, "Who did it", "Grandpa")
    assert progress.counted.backs[0].total.times == 1
    assert told_of_day(progress.desk, progress.counted.asked, LAST) == "Grandpa"
    progress.filter.bar.remove(FilterPart.HELPER)
    assert by_mom > 1


def test_only_what_numbers_can_be_told_of_is_offered(progress, looked):
    meals = looked.journal.family().routines[looked.routines["Meals"]]
    looked.journal.records.save(replace(meals, child=None))
    progress.heard(None)
    offered = parts_offered(progress.filter.bar)
    assert offered == ["Suggested by", "Routine", "Who did it", "Who wrote it"]
    assert "Meals" in offered_by(progress.filter.bar, "Routine")


def test_a_strategy_is_opened_past_a_filter_that_hides_it(progress, looked, choose, settled):
    choose(progress, "Suggested by", "Kim")
    progress.window().open_page("progress", looked.ids["New bite"])
    settled(progress)
    assert progress.body.one.head.title() == "New bite"
    assert not progress.filter.hides


def asked_for(page, choose, name):
    choose(page, page.filter.strategy, name)
    return page.counted.asked


def test_the_day_of_a_dot_tells_who_and_the_note(progress, choose):
    asked = asked_for(progress, choose, "To bed")
    assert told_of_day(progress.desk, asked, LAST) == "Mom: “She hummed the song”"


def test_the_day_of_a_dot_tells_each_time_of_the_day(progress, choose):
    asked = asked_for(progress, choose, "Two choices")
    assert told_of_day(progress.desk, asked, VISIT) == "Grandpa: breakfast, dinner"


def test_the_day_of_a_dot_tells_nothing_that_the_filter_hides(progress, choose):
    choose(progress, "Who did it", "Grandpa")
    asked = asked_for(progress, choose, "Two choices")
    assert told_of_day(progress.desk, asked, VISIT)
    assert told_of_day(progress.desk, asked, LAST) == ""


def test_a_note_on_the_strategy_is_told_of_its_writer_and_in_no_routine(progress, looked, choose):
    bed = looked.ids["To bed"]
    words = {"child": looked.house.child.id, "day": FIRST, "strategy": bed}
    note = Note(id=uuid4(), text="He slept early", helper=looked.grandpa, **words)
    looked.journal.notes.write(note)
    asked = asked_for(progress, choose, "To bed")
    quoted = "“He slept early”"
    assert quoted in told_of_day(progress.desk, asked, FIRST)
    assert quoted in told_of_day(progress.desk, replace(asked, helper=looked.grandpa), FIRST)
    by_mom = replace(asked, helper=looked.house.mom.id)
    assert quoted not in told_of_day(progress.desk, by_mom, FIRST)
    at_bedtime = replace(asked, routine=looked.routines["Bedtime"])
    assert told_of_day(progress.desk, at_bedtime, FIRST) == ""


def test_of_very_many_on_one_day_each_person_is_named_once(progress, looked, choose):
    for _ in range(9):
        told = PracticeTold(rating=Decimal(5), helper=looked.grandpa)
        looked.journal.days.did_it(looked.ids["To bed"], FIRST, told)
    asked = asked_for(progress, choose, "To bed")
    assert told_of_day(progress.desk, asked, FIRST) == "Mom · Grandpa, 9 times"
    about = {"child": looked.house.child.id, "day": FIRST, "strategy": looked.ids["To bed"]}
    for place in range(6):
        words = {"text": f"Song {place}", "helper": looked.house.mom.id}
        looked.journal.notes.write(Note(id=uuid4(), **words, **about))
    told = told_of_day(progress.desk, asked, FIRST).split(" · ")
    assert told[0].startswith("Mom: “Song ")
    assert told[0].endswith("”, 2 more")
    assert told[1:] == ["Grandpa, 9 times"]


@pytest.mark.parametrize("name", ["To bed", "All of Maya"])
def test_no_private_note_is_on_the_page_or_leaves_it(progress, choose, hands, name, settled):
    choose(progress, progress.filter.strategy, name)
    if name == "To bed":
        asked = progress.counted.asked
        assert PRIVATE not in told_of_day(progress.desk, asked, LAST)
    for table in (progress.body.one.chart.panel.table, progress.body.all.rows.table):
        table.button.setChecked(True)
    settled(progress)
    assert "hummed" in str(hands.texts(progress.body))
    assert PRIVATE not in str(hands.texts(progress))
    made = sheet(progress)
    assert PRIVATE not in str(made)
    assert PRIVATE not in str(SheetWords(made).fields())
    assert PRIVATE not in str(progress.counted)
