"""A page on paper: what stands on it, that readers of all kinds can read it, and that it fits."""

import io
from dataclasses import replace
from datetime import date
from itertools import accumulate

import pypdf
import pytest
from PIL import Image

from homejournal.domain.looking_back.look_back_values import First
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.plan import StepKind
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import flag_key, quote_key
from homejournal.reports.paper_to_pdf import Printer
from tests.reports.page_families import PERIOD, a_note, mateo, with_steps
from tests.reports.pdf_checks import PDF_A_2A, conforms, words_of

HOSTILE = (
    "😀 👨‍👩‍👧 and العربية قليلًا\n#include $ * <b>bold</b> `x` \\ _y_ = h [@ref] // #pagebreak()"
)
OUR_WORDS = "We used this at every meal, and he looks at us and waits."


def usual(material, **changes):
    ticks = replace(default_ticks(material), our_words=OUR_WORDS, reach_us="text message")
    return build_page(material, replace(ticks, **changes))


def with_hostile_notes(material):
    notes = [a_note(f"{HOSTILE} {flag}", date(2026, 3, 21), flag) for flag in Flag]
    return replace(material, notes=(*material.notes, *notes))


@pytest.mark.usually(paper=[Paper.LETTER])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("language", "second"), [("en", None), ("es", None), ("en", "es")])
def test_a_page_with_hostile_notes_conforms_to_pdf_ua_and_pdf_a(printer, language, second, paper):
    told = {"language": language, "second_language": second, "paper": paper}
    material = with_hostile_notes(mateo(**told))

    made = printer.pdf(usual(material, our_words=HOSTILE))

    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []
    assert "#include $ * <b>bold</b> `x` \\ _y_ = h" in words_of(made.pdf)


def test_what_is_ticked_stands_on_the_page_and_what_is_not_is_not_in_it(printer):
    material = mateo()
    quote = material.notes[4]
    ticks = default_ticks(material)
    celebration = next(note for note in material.notes if Flag.CELEBRATION in note.flags)

    before = words_of(printer.pdf(build_page(material, ticks)).pdf)
    ticks = ticks.with_key(quote_key(quote), ticked=True)
    ticks = ticks.with_key(flag_key(celebration, Flag.CELEBRATION), ticked=False)
    after = words_of(printer.pdf(build_page(material, ticks)).pdf)

    assert quote.text not in before
    assert celebration.text in before
    assert quote.text in after
    assert celebration.text not in after


def test_the_page_says_the_honest_numbers_in_words(printer):
    words = words_of(printer.pdf(usual(mateo())).pdf)

    assert "Did it on 15 of 18 planned days (2 not written, so 15 to 17)" in words
    assert "1 not today" in words
    assert "2 not written" in words
    assert "3 left out (sick)" in words
    assert "Counting each time: 27 of 36 planned" in words
    assert "some help" in words
    assert "%" not in words


def test_no_level_is_told_that_was_never_rated_and_none_as_the_middle(printer):
    step = (date(2026, 3, 13), StepKind.CHANGE, {"what": "Show and wait"})
    words = words_of(printer.pdf(usual(mateo(strategies=(with_steps(step),)))).pdf)
    assert "some help 3" in words
    assert " help 0" not in words
    assert "iddle" not in words


def test_too_much_for_one_sheet_flows_on_whole_and_every_sheet_says_whose_it_is(printer):
    long = " ".join(f"word{number}" for number in range(2_000))
    material = mateo()
    note = a_note(long, date(2026, 3, 21), Flag.CONCERN)
    made = printer.pdf(usual(replace(material, notes=(*material.notes, note))))

    sheets = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    words = words_of(made.pdf)
    assert len(sheets) > 1
    assert all(f"word{number} " in words for number in range(2_000))
    told = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    what = "Written by Mom and Dad from notes at home. Not an assessment."
    assert [what in sheet for sheet in told] == [True] + [False] * (len(sheets) - 1)
    for number, sheet in enumerate(told, 1):
        assert f"Page {number} of {len(sheets)}" in sheet
        assert "March 2 to March 22, 2026" in sheet
        assert number == 1 or sheet.startswith("Mateo · written by Mom and Dad")


def test_a_word_without_an_end_stays_inside_the_sheet(printer):
    material = mateo()
    note = a_note("x" * 3_000, date(2026, 3, 21), Flag.CONCERN)
    page = usual(replace(material, notes=(*material.notes, note)))
    made = printer.pdf(page)

    for picture in printer.pictures(page, 50):
        sheet = Image.open(io.BytesIO(picture)).convert("L")
        margin = sheet.crop((sheet.width - 30, 0, sheet.width, sheet.height))
        assert margin.getextrema() == (255, 255)

    assert words_of(made.pdf).replace("\u200b", "").replace(" ", "").count("x" * 500) >= 1
    assert conforms(made.pdf) == []


def test_a_character_that_no_font_draws_is_replaced_and_the_page_says_so(printer):
    material = mateo()
    note = a_note("a private sign \ue000 here", date(2026, 3, 21), Flag.QUESTION)
    made = printer.pdf(usual(replace(material, notes=(*material.notes, note))))

    assert made.replaced == ("\ue000",)
    assert conforms(made.pdf) == []
    assert "U+E000" in words_of(made.pdf)


def test_the_same_page_gives_the_same_bytes(printer):
    material = with_hostile_notes(mateo())

    assert printer.pdf(usual(material)).pdf == printer.pdf(usual(material)).pdf
    assert printer.pictures(usual(material), 72) == printer.pictures(usual(material), 72)


def test_a_page_of_the_example_family_is_marked_on_every_sheet(printer):
    words = words_of(printer.pdf(usual(mateo(example=True))).pdf)
    assert "Example family: nothing on this page is about a real child." in words
    assert words.count("Example family") >= 2


def test_the_document_has_a_title_an_author_and_a_day(printer):
    told = pypdf.PdfReader(io.BytesIO(printer.pdf(usual(mateo())).pdf)).metadata
    assert told.title == "Visit page: Mateo, March 2 to March 22, 2026"
    assert "Mom" in told.author
    assert told.creation_date.date() == PERIOD.end
    assert told.modification_date.date() == PERIOD.end


def test_an_empty_page_can_be_printed(printer):
    material = mateo(strategies=(), notes=(), life_events=(), helpers=(), team=(), visit=None)
    made = printer.pdf(build_page(material, replace(default_ticks(material), keys=frozenset())))
    assert conforms(made.pdf) == []


def test_both_sides_of_a_change_stand_on_the_page_without_a_chart_too(printer):
    page = usual(mateo())
    (one,) = page.strategies
    half = replace(one.stretches[0], end=date(2026, 3, 12))
    apart = replace(one, chart=None, stretches=(half, one.stretches[0]))
    made = printer.pdf(replace(page, strategies=(apart,)))
    assert conforms(made.pdf) == []
    assert "March 2 to March 12, 2026" in words_of(made.pdf)


def test_the_last_sheet_says_once_what_it_is_and_who_wrote_it(printer):
    words = words_of(printer.pdf(usual(mateo())).pdf)
    assert words.count("Written by Mom and Dad from notes at home. Not an assessment.") == 1
    assert words.count("Not an assessment.") == 1


def test_a_first_is_said_in_both_languages_of_a_page(printer):
    one = mateo()
    first = replace(one.strategies[0], first_on_own=First(date(2026, 3, 22), "dinner"))
    material = replace(one, strategies=(first,), language="es", second_language="en")
    made = printer.pdf(usual(material))

    words = words_of(made.pdf)
    assert (
        "dinner · Pause and wait before giving First time without help: Sunday, March 22" in words
    )
    assert conforms(made.pdf) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Agreed with you, Mar 2 Wait", "Until next time", "Between visits",
                "At the next visit", "Best way to reach us text message")),
        ("es", ("Acordado con ustedes, 2 mar Wait", "Hasta la próxima vez", "Entre visitas",
                "En la próxima visita", "Mejor manera de contactarnos text message")),
    ],
)  # fmt: skip
def test_what_was_agreed_the_boxes_and_how_to_reach_us_are_on_the_first_sheet(
    printer, language, said
):
    made = printer.pdf(usual(replace(mateo(), language=language)))
    first, *_ = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    words = " ".join(first.extract_text().split())
    assert [one for one in said if one not in words] == []


def test_what_was_planned_for_this_visit_stands_under_what_was_agreed(printer):
    visit = replace(mateo().last_visit, agreed_next="Try lunch.")
    made = printer.pdf(usual(mateo(last_visit=visit)))
    assert "how much help. For this visit Try lunch." in words_of(made.pdf)
    assert conforms(made.pdf) == []


def test_a_name_too_long_for_the_standards_is_printed_with_fewer_promises(printer):
    made = printer.pdf(replace(usual(mateo()), child="Mateo " * 5_500))

    assert (made.replaced, made.accessible) == ((), False)
    sheets = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    names = accumulate(sheet.extract_text().count("Mateo") for sheet in sheets)
    assert any(so_far >= 5_500 for so_far in names)  # the sheets after these only take longer


def test_characters_that_are_refused_for_different_reasons_are_all_replaced(printer):
    made = printer.pdf(usual(mateo(), our_words="one \ue000, two \ufffe and three \ue001"))

    assert set(made.replaced) == {"\ue000", "\ufffe", "\ue001"}
    assert made.accessible
    assert conforms(made.pdf) == []


def test_a_printer_that_loaded_early_prints_the_same(printer):
    early = Printer()
    early.warm_up()
    page = usual(mateo())
    assert early.pdf(page).pdf == printer.pdf(page).pdf
