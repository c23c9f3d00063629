"""What is said of sheets of before, and of places where a sheet does not belong."""

from homejournal.domain.safe.passwords import EarlierCopies
from homejournal.texts import passwords as said
from homejournal.texts.wording import wording_of

EN = wording_of("en")


def test_older_copies_are_told_with_the_numbers_of_the_sheets_that_open_them():
    assert said.earlier_said(EN, EarlierCopies(1, ("123456",)), "654321") == (
        "1 older copy is here or at the second place. Only the earlier password or recovery sheet"
        " opens it. Keep both sheets. The new one has number 654321. From before:"
        " 123456."
    )
    several = said.earlier_said(EN, EarlierCopies(3, ("123456", "000017")), "654321")
    assert several.startswith("3 older copies are here or at the second place.")
    assert several.endswith("From before: 123456 and 000017.")


def test_a_sheet_is_kept_away_from_the_copies_that_it_opens():
    assert said.not_there_said(EN).startswith(
        "The sheet was not saved: your journal or its copies are there, or on the same stick."
    )
    assert said.lies_with_copies_said(EN, "sheet.pdf") == (
        "The recovery sheet is there, too: sheet.pdf. Move it elsewhere: anyone who has both can"
        " read everything."
    )
