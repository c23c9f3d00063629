"""What the Journal says of an entry, of its day, and of a search."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from homejournal.domain.journal.timeline import JournalRow, MonthOfEntries
from homejournal.domain.names import HelperName
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.plan import Routine, Strategy
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.texts import timeline as said
from homejournal.texts.wording import wording_of

EN, ES = wording_of("en"), wording_of("es")
CHILD, DAY = UUID(int=1), date(2026, 3, 20)
WAIT = Strategy(id=UUID(int=2), child=CHILD, name="Wait")
MOM = HelperName("Mom")
NOTE = Note(id=UUID(int=4), child=CHILD, day=DAY, text="He looked at me")
LEFT_OUT = DayMark(
    id=UUID(int=5), child=CHILD, day=DAY, mark=MarkKind.LEFT_OUT, reason=LeftOutReason.SICK
)


def practice(**more):
    kind, rating = RatingKind.NUMBER, Decimal(5)
    told = {"id": UUID(int=6), "strategy": WAIT.id, "day": DAY}
    return Practice(**told, rating_kind=kind, rating=rating, **more)


def test_a_day_of_another_year_says_its_year():
    assert said.day_heading(EN, DAY, DAY) == "Friday, March 20"
    assert said.day_heading(EN, DAY, date(2027, 1, 2)) == "Friday, March 20, 2026"
    assert said.day_heading(ES, DAY, date(2027, 1, 2)) == "Viernes, 20 de marzo de 2026"


def test_a_month_is_told_short_in_the_list_and_whole_aloud():
    march = MonthOfEntries(DAY.replace(day=1), 1)
    assert said.month_of_list(EN, march) == "March · 1"
    assert said.month_aloud(EN, march) == "March 2026, 1 entry"
    assert said.month_of_list(ES, march._replace(entries=12)) == "Marzo · 12"
    assert said.month_aloud(EN, march._replace(entries=12)) == "March 2026, 12 entries"


@pytest.mark.parametrize(
    ("row", "headline"),
    [
        (JournalRow(record=practice(), strategy=WAIT, unit="minutes"), "Wait · 5 minutes"),
        (JournalRow(record=LEFT_OUT), "All strategies · left out: sick"),
        (JournalRow(record=LEFT_OUT, strategy=WAIT), "Wait · left out: sick"),
        (JournalRow(record=NOTE, notes=(NOTE,)), "A moment"),
    ],
)
def test_an_entry_says_what_it_is_about_and_what_was_written(row, headline):
    assert said.headline(EN, row) == headline


def test_an_entry_says_who_wrote_it_and_its_time_of_the_day_once():
    def who(slot, routine):
        kept = Routine(id=UUID(int=7), name=routine)
        record = practice(slot=slot, time=time(8, 15))
        told = said.who(EN, JournalRow(record=record, helper=MOM, routine=kept))
        return told.replace("\u202f", " ")

    assert who("breakfast", "Meals") == "Mom · Breakfast · Meals · 8:15 AM"
    assert who("breakfast", "Breakfast") == "Mom · Breakfast · 8:15 AM"
    assert said.who(EN, JournalRow(record=NOTE)) == ""


def test_an_entry_in_two_versions_says_so():
    assert said.versions(EN, JournalRow(record=NOTE)) == ""
    two = said.versions(EN, JournalRow(record=NOTE, versions=2))
    assert two == "Has 2 versions; only one of them is shown."


def test_a_row_is_read_aloud_whole():
    row = JournalRow(
        record=practice(), strategy=WAIT, helper=MOM, unit="minutes", notes=(NOTE,),
        flags=(Flag.QUESTION,), private=True,
    )  # fmt: skip
    question, private = said.signs(EN, row)
    told = f"Wait · 5 minutes · Mom · {question} · {private} · He looked at me"
    assert said.whole_row(EN, row) == f"{told} · Friday, March 20, 2026"
    begins = replace(row, begins_day=True)
    assert said.whole_row(EN, begins) == f"Friday, March 20, 2026 · {told}"


def test_a_note_tells_whose_it_is_where_that_was_not_who_did_it():
    grandma, mom = UUID(int=11), UUID(int=12)
    note = replace(NOTE, practice=UUID(int=6), helper=grandma, written_by=mom)
    row = JournalRow(
        record=practice(helper=mom), helper=MOM, notes=(note, replace(note, helper=mom)),
        people={grandma: HelperName("Grandma"), mom: MOM},
    )  # fmt: skip
    assert said.note_text(EN, row) == "Grandma: He looked at me\nHe looked at me"
    assert said.note_writer(EN, row, note) == "Grandma · typed by Mom"
    assert said.note_writer(EN, row, replace(note, written_by=None)) == "Grandma"
    assert said.note_writer(EN, row, NOTE) == ""
    alone = replace(row, record=note, notes=(note,))
    assert said.note_writer(EN, alone, note) == ""


def test_a_search_says_that_nothing_is_lost():
    assert said.hidden_by_filter(EN, None) == "The rest is hidden, not lost."
    assert said.hidden_by_filter(EN, 1).startswith("1 entry fits.")
    assert said.hidden_by_filter(EN, 7).startswith("7 entries fit.")


def test_who_did_it_is_told_even_where_the_name_is_lost():
    row = JournalRow(record=practice(helper=UUID(int=99)), strategy=WAIT)
    assert said.who(EN, row) == "somebody whose name is not in the list"


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, ""), (1, ""), (2, " · written later")],
)
def test_an_entry_says_when_it_was_written_down_in_the_words_of_today(days, told):
    at = datetime(2026, 3, 20, 21, 15, tzinfo=UTC) + timedelta(days=days)
    row = JournalRow(record=practice(written=at), strategy=WAIT)
    assert said.when_written(EN, row).replace("\u202f", " ") == (
        f"Written down: March {20 + days}, 2026 at 9:15 PM{told}"
    )


def test_a_row_says_that_it_was_written_later_and_says_nothing_else_of_when():
    at = datetime(2026, 3, 22, 9, tzinfo=UTC)
    told = said.whole_row(EN, JournalRow(record=practice(written=at), strategy=WAIT, helper=MOM))
    assert told == "Wait · 5 · Mom · written later · Friday, March 20, 2026"
    assert said.later(EN, JournalRow(record=practice(written=at.replace(day=21)))) == ""


def test_an_entry_says_who_typed_it_where_that_was_another():
    row = JournalRow(record=practice(written_by=UUID(int=3)), strategy=WAIT, written_by=MOM)
    assert said.when_written(EN, row) == "typed by Mom"
    gone = JournalRow(record=practice(written_by=UUID(int=3)), strategy=WAIT)
    assert said.when_written(EN, gone) == "typed by somebody whose name is not in the list"
    assert said.when_written(EN, JournalRow(record=practice())) == ""


def test_what_happened_in_life_is_told_in_the_family_s_words():
    event = LifeEvent(id=UUID(int=8), child=CHILD, day=DAY, words="We moved\nto a flat")
    row = JournalRow(record=event)
    assert said.whole_row(EN, row) == ("In our life · We moved\nto a flat · Friday, March 20, 2026")
    assert said.when_written(EN, row) == ""
    assert said.life_line(EN, event) == "March 20, 2026 · We moved to a flat"


def test_once_nothing_is_hidden_it_is_said_how_many_there_are():
    assert said.all_shown(EN, 1) == "1 entry is shown."
    assert said.all_shown(EN, 7) == "All 7 entries are shown."
