"""The recovery sheet on paper: one page, readable by people and machines, and typed in again."""

import io
import re
from datetime import date

import pypdf
import pytest

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.safe.passwords import (
    RecoverySheet,
    SheetTypoError,
    groups_of,
    read_letters,
)
from homejournal.reports.papers.printed_sheets import code_svg
from homejournal.texts.passwords import typo_said
from homejournal.texts.wording import wording_of
from tests.reports.pdf_checks import PDF_A_2A, alternatives, conforms, sheets_of
from tests.reports.visit_page.test_pdf import HOSTILE

SECRET = bytes(range(100, 132))


def a_sheet(**said):
    told = {
        "groups": groups_of(SECRET),
        "number": "048210",
        "children": ("Maya", "Leo"),
        "printed": date(2026, 3, 22),
    }
    return RecoverySheet(**told | said)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_it_is_one_page_that_conforms_to_pdf_ua_and_pdf_a(printer, language, paper):
    made = printer.pdf(a_sheet(language=language, paper=paper, children=("نور", HOSTILE[:60])))
    assert (made.replaced, made.accessible) == ((), True)
    assert len(sheets_of(made.pdf)) == 1
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_it_is_one_page_also_for_many_children(printer, language):
    names = tuple(f"Maximiliana Esperanza {letter}" for letter in "ABCDEFGHIJKL")
    (page,) = sheets_of(printer.pdf(a_sheet(language=language, children=names)).pdf)
    assert page.count("Esperanza") == len(names)


def test_no_single_letter_stands_in_a_line_of_its_own(printer):
    sheet = pypdf.PdfReader(io.BytesIO(printer.pdf(a_sheet(language="es")).pdf)).pages[0]
    lines = [line.strip() for line in sheet.extract_text().splitlines()]
    assert "V." not in lines
    assert any(line.endswith("una V.") for line in lines)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_letters_stand_in_their_order_and_can_be_typed_in(printer, language):
    (page,) = sheets_of(printer.pdf(a_sheet(language=language)).pdf)
    found = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{4}\b", page)
    letters = [one for one in found if one in groups_of(SECRET)]
    assert read_letters(" ".join(letters)) == SECRET


def test_it_says_whose_it_is_how_to_use_it_and_where_to_keep_it(printer):
    made = printer.pdf(a_sheet()).pdf
    (page,) = sheets_of(made)
    for words in (
        "for the journal of Maya, Leo",
        "printed on March 22, 2026",
        "choose “I have the recovery sheet”. or On a new computer: start homejournal",
        "choose “I have a file or a copy from another computer”",
        "not beside the computer",
        "nobody can open the journal",
        "Sheet number 048210",
    ):
        assert words in page
    assert any("same letters" in alternative for alternative in alternatives(made))
    assert pypdf.PdfReader(io.BytesIO(made)).metadata.title == "Recovery sheet"


def test_a_family_without_a_child_yet_has_a_sheet_as_well(printer):
    (page,) = sheets_of(printer.pdf(a_sheet(children=())).pdf)
    assert "for your journal" in page


def test_it_is_black_and_white(printer):
    from PySide6.QtGui import QImage

    (picture,) = printer.pictures(a_sheet(), 50)
    drawn = QImage.fromData(picture)
    colors = {
        drawn.pixelColor(x, y).getRgb()[:3]
        for x in range(0, drawn.width(), 3)
        for y in range(drawn.height())
    }
    assert all(red == green == blue for red, green, blue in colors)


def test_the_code_is_another_one_for_other_letters():
    letters, other = ("-".join(groups_of(key)) for key in (SECRET, bytes(32)))
    assert code_svg(letters) == code_svg(letters)
    assert code_svg(letters) != code_svg(other)


def test_the_letters_never_show_in_a_log():
    assert groups_of(SECRET)[0] not in repr(a_sheet())


@pytest.mark.parametrize(
    ("typo", "words"),
    [
        (SheetTypoError((5,)), "Group 5 is not as it is printed. Look at it once more."),
        (SheetTypoError((5, 9)), "Groups 5, 9 are not as they are printed."),
        (SheetTypoError(), "More than one group is not as it is printed."),
        (SheetTypoError(letters=52), "These are 52 letters; the sheet has 56."),
    ],
)
def test_a_slip_is_told_in_words(typo, words):
    said = typo_said(wording_of("en"), typo)
    assert said.startswith(words)
