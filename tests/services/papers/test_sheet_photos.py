"""Photos of sheets into the journal: in one step that Undo takes back, over nothing written."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from homejournal.domain.errors import InvalidValueError, RecordMissingError
from homejournal.domain.papers.printed_sheets import FridgeAsked
from homejournal.domain.papers.sheet_places import places_of
from homejournal.domain.papers.sheet_reading import ChoiceRead, PagePicture, PageRead, PhotoRead
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.domain.records.people import Helper
from homejournal.domain.records.practices import LeftOutReason, MarkKind, is_written_later
from homejournal.domain.records.record import Kind
from homejournal.domain.today.sheet_photo import CellState, PageAnswers, proposed
from homejournal.domain.today.week_cells import (
    CellInput,
    CellRefusedError,
    SheetAuthors,
)
from homejournal.domain.today.week_grid import CellPlace, RowKey
from homejournal.reports.paper_to_pdf import Printer
from tests.journals import TODAY, planned

PRINTER = Printer()
PICTURE = PagePicture(b"", 6.0, 1300, 1700)
NOBODY = SheetAuthors()
LAST_WEEK = TODAY - timedelta(days=7)


@pytest.fixture
def family(journal):
    return planned(journal)


def printed(journal, family, day=LAST_WEEK):
    """The page of a week that was printed and kept."""
    asked = FridgeAsked(child=family[0].id, day=day, chance=UUID(int=7))
    sheet = journal.sheets.fridge(asked, TODAY)
    journal.sheets.keep(sheet, PRINTER.spots(sheet))
    found = (one for one in journal.records.all_of(Kind.SHEET) if one.week <= day)
    return max(found, key=lambda one: one.week)


def read(sheet, ticks=(), ill=()):
    """A photo of a page on which these are ticked: (row, day, level), and (what, day)."""
    places = places_of(sheet).places
    choices = {}
    for place in places:
        choices.setdefault((place.row, place.day), []).append(place)
    said = [
        ChoiceRead(
            row=row,
            day=day,
            places=tuple(of),
            ticked=next(
                (
                    one
                    for one in of
                    if (row, day, one.level) in ticks or (str(one.what), day) in ill
                ),
                None,
            ),
        )
        for (row, day), of in choices.items()
    ]
    page = PageRead(
        sheet=sheet,
        picture=PICTURE,
        choices=tuple(one for one in said if one.row is not None),
        days=tuple(one for one in said if one.row is None),
    )
    return PhotoRead(pages=(page,))


def shown(journal, *reads):
    return journal.sheet_photos.shown(reads).pages


def written(journal, family, sheet):
    return journal.days.between(family[0].id, sheet.week, sheet.week + timedelta(days=6))


def test_a_page_is_known_by_its_code_and_what_is_sure_is_saved_in_one_step(journal, family):
    sheet = printed(journal, family)
    assert [*journal.sheet_photos.kept().values()] == [sheet]
    (page,) = shown(journal, read(sheet, [(0, 0, 3), (1, 0, 4)], [("sick", 2)]))
    dad = Helper(id=uuid4(), name="Dad")
    journal.records.save(dad)
    before = journal.days.between(family[0].id, sheet.week, TODAY)

    change = journal.sheet_photos.save([proposed(page)], SheetAuthors(helper=dad.id))

    found = written(journal, family, sheet)
    assert {(one.slot, one.rating) for one in found.practices} == {("breakfast", 3), ("dinner", 4)}
    (mark,) = found.marks
    assert (mark.strategy, mark.mark, mark.reason) == (None, MarkKind.LEFT_OUT, LeftOutReason.SICK)
    for one in (*found.practices, mark):
        assert (one.read_from, one.helper) == (sheet.id, dad.id)
        assert is_written_later(one.day, one.written)
    journal.undo(change)
    assert journal.days.between(family[0].id, sheet.week, TODAY) == before


def test_the_same_photo_once_more_changes_nothing(journal, family):
    sheet = printed(journal, family)
    photo = read(sheet, [(0, 0, 3)], [("sick", 2)])
    journal.sheet_photos.save([proposed(page) for page in shown(journal, photo)], NOBODY)
    before = written(journal, family, sheet)
    (page,) = shown(journal, photo)
    assert {one.state for row in page.rows for one in row.cells} == {
        CellState.SAME,
        CellState.BLANK,
    }
    assert proposed(page) == PageAnswers(sheet=sheet.id)
    again = PageAnswers(sheet=sheet.id, days={sheet.week + timedelta(days=2): LeftOutReason.SICK})
    journal.sheet_photos.save([proposed(page), again], NOBODY)
    assert written(journal, family, sheet) == before


def test_what_is_written_changes_only_where_a_person_says_so(journal, family):
    sheet = printed(journal, family)
    place = CellPlace(RowKey(family[1].id, "breakfast"), sheet.week)
    first = PageAnswers(
        sheet=sheet.id,
        cells={place: CellInput(times=(1,))},
        days={sheet.week: LeftOutReason.OTHER_HOME},
    )
    journal.sheet_photos.save([first], NOBODY)
    (before,) = written(journal, family, sheet).practices
    (page,) = shown(journal, read(sheet, [(0, 0, 3)], [("away", 0)]))
    assert proposed(page) == PageAnswers(sheet=sheet.id)
    second = PageAnswers(
        sheet=sheet.id,
        cells={place: CellInput(times=(3,))},
        days={sheet.week: LeftOutReason.AWAY},
    )
    journal.sheet_photos.save([second], NOBODY)
    after = written(journal, family, sheet)
    assert after.practices == (replace(before, rating=3),)
    assert [mark.reason for mark in after.marks] == [LeftOutReason.AWAY]


def test_pages_of_several_weeks_are_in_their_order_and_saved_together(journal, family):
    later, earlier = printed(journal, family, TODAY), printed(journal, family)
    reads = [read(later, [(0, 0, 3)]), read(earlier, [(0, 0, 2)])]
    pages = shown(journal, *reads, reads[0])
    assert [page.sheet for page in pages] == [earlier, later]
    change = journal.sheet_photos.save([proposed(page) for page in pages], NOBODY)
    journal.undo(change)
    assert not written(journal, family, later).practices


def test_a_page_of_a_child_that_is_gone_is_left_away(journal, family):
    sheet = replace(printed(journal, family), child=uuid4())
    assert shown(journal, read(sheet)) == ()


def test_what_cannot_be_is_refused_and_nothing_is_written(journal, family):
    sheet = printed(journal, family, TODAY)
    tomorrow = TODAY + timedelta(days=1)
    ahead = sheet.week + timedelta(days=6)
    assert ahead >= tomorrow
    place = CellPlace(RowKey(family[1].id, "breakfast"), sheet.week)
    good = PageAnswers(sheet=sheet.id, cells={place: CellInput(times=(2,))})
    later = CellPlace(place.row, ahead)
    elsewhere = CellPlace(RowKey(uuid4()), sheet.week)
    for wrong, error in (
        (PageAnswers(sheet=uuid4()), RecordMissingError),
        (PageAnswers(sheet=sheet.id, cells={elsewhere: CellInput()}), RecordMissingError),
        (PageAnswers(sheet=sheet.id, cells={later: CellInput(times=(2,))}), CellRefusedError),
        (PageAnswers(sheet=sheet.id, days={ahead: LeftOutReason.SICK}), InvalidValueError),
    ):
        with pytest.raises(error):
            journal.sheet_photos.save([good, wrong], NOBODY)
    assert not written(journal, family, sheet).practices
    assert isinstance(sheet, Sheet)


def test_what_is_typed_and_taken_back_before_it_is_saved_is_not_written(journal, family):
    sheet = printed(journal, family)
    place = CellPlace(RowKey(family[1].id, "breakfast"), sheet.week)
    said = PageAnswers(sheet=sheet.id, cells={place: CellInput(times=(2, 3))})
    fewer = PageAnswers(sheet=sheet.id, cells={place: CellInput(times=(2,))})
    journal.sheet_photos.save([said, fewer], NOBODY)
    assert [one.rating for one in written(journal, family, sheet).practices] == [2]
