"""The page about our child on paper and as text: one sheet, readable by machines, nothing else."""

import base64
import io
import re
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pypdf
import pytest
from PIL import Image

from homejournal.domain.papers.about_child import ABOUT_PARTS, AboutSheet, StrategyInShort
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.children import Pronoun
from homejournal.domain.sentences.values import AgeInMonths, SuggestedBy
from homejournal.reports.papers.about_page import (
    NOT_SIDE_BY_SIDE,
    AboutWords,
    about_page_text,
)
from tests.reports.pdf_checks import (
    FOOT,
    PDF_A_2A,
    alternatives,
    conforms,
    sheets_of,
    sizes_of,
    words_of,
)
from tests.reports.visit_page.test_pdf import HOSTILE

DANA = SuggestedBy("Dana", "speech")
drawn = io.BytesIO()
Image.new("RGB", (40, 30), (120, 170, 200)).save(drawn, "JPEG")
JPEG = base64.b64encode(drawn.getvalue()).decode()
LONG = "She likes it when we wait a little and then try it once more. "


def in_short(name="Pause and wait", routines=("Meals", "Bath"), by=DANA):
    return StrategyInShort(id=uuid4(), name=name, routines=routines, suggested=by)


def a_sheet(**said):
    told = {
        "child": "Maya",
        "printed": date(2026, 3, 22),
        "age": AgeInMonths(18, 17),
        "words": "We say autistic.",
        "communicates": ("signs", "sounds"),
        "parts": tuple((part, f"Words on {part}") for part in ABOUT_PARTS),
        "written": date(2026, 3, 1),
        "strategies": (in_short(), in_short("To bed", (), None)),
    }
    return AboutSheet(**told | said)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("language", "second"), [("en", None), ("es", None), ("en", "es")])
def test_a_page_with_hostile_words_conforms_to_pdf_ua_and_pdf_a(printer, language, second, paper):
    sheet = a_sheet(
        child="نور",
        words=HOSTILE,
        communicates=(HOSTILE,),
        parts=tuple((part, HOSTILE) for part in ABOUT_PARTS),
        strategies=(in_short(HOSTILE, (HOSTILE,), SuggestedBy(HOSTILE, HOSTILE)),),
        language=language,
        second_language=second,
        paper=paper,
        as_written=True,
        example=True,
    )

    made = printer.pdf(sheet)

    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []


def test_a_usual_page_is_one_sheet_that_says_all_of_it_once(printer):
    (page,) = sheets_of(printer.pdf(a_sheet()).pdf)

    for words in (
        "Maya 18 months (corrected age 17 months) on March 1, 2026",
        "Written by the family on that day. Not an assessment.",
        "How Maya communicates Signs, sounds",
        "How we like to talk about Maya We say autistic.",
        "Strengths",
        "What is hard",
        "Pause and wait · Meals, Bath · from Dana, speech",
        "To bed",
        "printed on March 22, 2026",
        "Page 1 of 1",
    ):
        assert page.count(words) == 1, words
    assert all(page.count(f"Words on {part}") == 1 for part in ABOUT_PARTS)
    assert "left as it was written" not in page


def test_the_name_and_title_hold_no_surname_unless_it_is_asked_for(printer):
    plain, full = (printer.pdf(a_sheet(surname=name)).pdf for name in ("", "Rivera"))

    assert "Rivera" not in words_of(plain)
    assert "Maya Rivera" in words_of(full)
    for pdf in (plain, full):
        assert pypdf.PdfReader(io.BytesIO(pdf)).metadata.title == "About Maya"


def test_what_is_not_on_the_page_leaves_no_label(printer):
    bare = a_sheet(age=None, words="", communicates=(), parts=(), written=None, strategies=())
    page = words_of(printer.pdf(bare).pdf)

    assert "Written by the family. Not an assessment." in page
    for label in ("How we like", "communicates", "Strengths", "What we do now", "months"):
        assert label not in page


def test_labels_in_two_languages_stand_one_above_the_other_and_words_stay(printer):
    page = words_of(printer.pdf(a_sheet(second_language="es", as_written=True)).pdf)

    assert "Strengths Fortalezas Words on strengths" in page
    assert "(corrected age 17 months) on March 1, 2026 18 meses (edad corregida: 17 meses)" in page
    assert page.count("Words on strengths") == 1
    assert "What the family wrote is left as it was written." in page


@pytest.mark.parametrize(
    ("pronoun", "spanish", "arabic"),
    [
        (Pronoun.SHE, "Cómo se comunica nuestra hija", "كيف تتواصل طفلتنا"),
        (Pronoun.HE, "Cómo se comunica nuestro hijo", "كيف يتواصل طفلنا"),
        (Pronoun.NEITHER, "Cómo se comunica nuestro hijo o hija", "كيف يتواصل طفلنا"),
    ],
)
def test_labels_speak_of_the_child_as_the_family_does_in_both_languages(
    printer, pronoun, spanish, arabic
):
    sheet = a_sheet(child="", pronoun=pronoun, language="es", second_language="ar")
    for told in (about_page_text(sheet), words_of(printer.pdf(sheet).pdf)):
        assert re.search(f"{spanish}(?! o hija)", told, re.IGNORECASE)
    assert arabic in about_page_text(sheet)


@pytest.mark.parametrize("letters", [100, 300, 420, 500])
@pytest.mark.parametrize("paper", list(Paper))
def test_usual_lengths_fit_one_sheet(printer, letters, paper):
    said = (LONG * 40)[:letters].rstrip(" ")
    sheet = a_sheet(
        parts=tuple((part, said) for part in ABOUT_PARTS),
        strategies=tuple(in_short(f"Strategy {n}") for n in range(4)),
        paper=paper,
    )

    assert len(sheets_of(printer.pdf(sheet).pdf)) == 1


def test_what_is_too_long_goes_on_behind_and_nothing_is_lost(printer):
    parts = tuple((part, (LONG * 40)[:1990] + part) for part in ABOUT_PARTS)
    strategies = tuple(in_short(f"Strategy {n}!") for n in range(30))
    pdf = printer.pdf(a_sheet(parts=parts, strategies=strategies)).pdf

    assert len(sheets_of(pdf)) > 1
    words = words_of(pdf)
    assert all(part in words for part in ABOUT_PARTS)
    assert all(words.count(f"Strategy {n}!") == 1 for n in range(30))
    assert "Page 2 of" in words


def test_long_parts_stand_over_the_whole_width():
    short, long = ("x" * (NOT_SIDE_BY_SIDE - 1), "x" * NOT_SIDE_BY_SIDE)

    def side_by_side(words):
        return AboutWords(a_sheet(parts=(("needs", words),))).fields()["side_by_side"]

    assert (side_by_side(short), side_by_side(long)) == (True, False)


def test_the_same_page_gives_the_same_bytes_and_pictures(printer):
    sheet = a_sheet()

    assert printer.pdf(sheet).pdf == printer.pdf(sheet).pdf
    (picture,) = printer.pictures(sheet, 40)
    assert picture.startswith(b"\x89PNG")


def test_a_page_that_says_our_child_has_the_name_nowhere(printer):
    pdf = printer.pdf(a_sheet(child="", pronoun=Pronoun.SHE)).pdf

    page = words_of(pdf)
    assert page.startswith("Our child 18 months")
    assert "How our child communicates" in page
    assert "Maya" not in page
    assert pypdf.PdfReader(io.BytesIO(pdf)).metadata.title == "About our child"


def test_letters_grow_with_the_room_and_the_sheet_is_used_to_its_end(printer):
    long = a_sheet(parts=tuple((part, LONG * 6) for part in ABOUT_PARTS))
    usual, small = (sizes_of(printer.pdf(sheet).pdf) for sheet in (a_sheet(), long))

    assert 18 in usual
    assert 10.5 <= small.most_common(1)[0][0] < 18
    assert all(size >= 9 for size in (*usual, *small) if size != FOOT)


def test_the_photo_stands_beside_the_name_and_is_said(printer):
    photo = PhotoOnPage(name="Maya", day=date(2026, 3, 1), jpeg=JPEG, width=40, height=30)
    made = printer.pdf(a_sheet(photo=photo))

    assert (made.accessible, conforms(made.pdf)) == (True, [])
    assert alternatives(made.pdf) == ["A photo of Maya"]
    assert alternatives(printer.pdf(a_sheet()).pdf) == []


def test_the_text_says_the_same_in_the_same_order():
    assert about_page_text(a_sheet(parts=(("helps", "Two\nlines"),), example=True)) == (
        "About Maya · 18 months (corrected age 17 months) on March 1, 2026\n"
        "Written by the family on that day. Not an assessment.\n"
        "Example family: nothing on this page is about a real child.\n"
        "\n"
        "HOW MAYA COMMUNICATES\n"
        "Signs, sounds\n"
        "\n"
        "HOW WE LIKE TO TALK ABOUT MAYA\n"
        "We say autistic.\n"
        "\n"
        "WHAT HELPS\n"
        "Two\nlines\n"
        "\n"
        "WHAT WE DO NOW\n"
        "- Pause and wait · Meals, Bath · from Dana, speech\n"
        "- To bed\n"
    )


def test_a_bare_text_with_a_surname_in_two_languages():
    bare = {"age": None, "words": "", "communicates": (), "parts": (), "strategies": ()}
    sheet = a_sheet(surname="Rivera", second_language="es", as_written=True, **bare)

    first, second, *rest = about_page_text(sheet).splitlines()

    assert first == "Maya Rivera"
    assert second.startswith("Written by the family on March 1, 2026. Not an assessment. · ")
    assert rest[:2] == ["", "What the family wrote is left as it was written."]
    assert about_page_text(replace(sheet, as_written=False)).count("\n") == 2
