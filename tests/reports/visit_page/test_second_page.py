"""The second page on paper and as text: on a sheet of its own, whole, and readable by all."""

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, dated_key, large_key
from homejournal.reports.chart_words.row_words import row_alt
from homejournal.reports.visit_page.lines import LABELS
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.texts.wording import wording_of
from tests.reports.page_families import a_note, a_strategy, mateo, three_months
from tests.reports.pdf_checks import PDF_A_2A, alternatives, conforms, sheets_of, words_of
from tests.reports.visit_page.test_pdf import HOSTILE

NAME = "Pause and wait before giving"


def with_page(material, *unticked):
    ticks = replace(default_ticks(material), our_words="We wait.", reach_us="text message")
    ticks = ticks.with_key(SECOND_PAGE_KEY, ticked=True)
    for key in unticked:
        ticks = ticks.with_key(key, ticked=False)
    return build_page(material, ticks)


@pytest.mark.usually(paper=[Paper.LETTER])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("language", "second"), [("en", None), ("es", None), ("en", "es")])
def test_it_begins_on_a_sheet_of_its_own_and_conforms_to_pdf_ua_and_pdf_a(
    printer, language, second, paper
):
    material = three_months(language=language, second_language=second, paper=paper)
    hostile = a_note(HOSTILE, date(2026, 5, 3))
    made = printer.pdf(with_page(replace(material, notes=(*material.notes, hostile))))

    title = LABELS["second_page"](wording_of(language))
    alone = len(sheets_of(printer.pdf(with_page(material, SECOND_PAGE_KEY)).pdf))
    sheets = sheets_of(made.pdf)
    assert [title in sheet for sheet in sheets[: alone + 1]] == [False] * alone + [True]
    assert "#include $ * <b>bold</b> `x` \\ _y_ = h" in words_of(made.pdf)
    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []


@pytest.mark.parametrize("make", [mateo, three_months])
def test_the_first_page_stays_as_it_is_alone_but_for_the_number_of_sheets(printer, make):
    material = make()
    alone = sheets_of(printer.pdf(with_page(material, SECOND_PAGE_KEY)).pdf)
    both = sheets_of(printer.pdf(with_page(material)).pdf)

    for place, sheet in enumerate(alone):
        assert both[place] == sheet.replace(
            f"Page {place + 1} of {len(alone)}", f"Page {place + 1} of {len(both)}"
        )
    pictures = printer.pictures(with_page(material), 48)
    assert len(pictures) == len(both)


def alt_of(chart):
    return row_alt(chart.rows, 0, wording_of("en"), table=False)


def test_every_chart_has_its_name_its_headline_what_it_shows_and_a_text_alternative(printer):
    page = with_page(three_months())
    words = " ".join(sheets_of(printer.pdf(page).pdf)[1:])

    assert all(chart.strategy in words for chart in page.second.charts)
    told = (one.headline for one in page.second.charts)
    assert all(capitalized(say(wording_of("en"), one)) in words for one in told if one)
    alts = alternatives(printer.pdf(page).pdf)
    told = [alt_of(chart) for chart in page.second.charts]
    assert all(alts.count(one) == 2 for one in told)  # on the first page, and larger behind it
    assert not any("table" in alt for alt in alts)


def test_an_unticked_note_or_chart_is_nowhere_in_the_pdf(printer):
    material = mateo()
    note, (one,) = material.notes[4], material.strategies
    ticked = words_of(printer.pdf(with_page(material)).pdf)
    page = with_page(material, dated_key(note), large_key(one))
    made = printer.pdf(page)

    assert note.text in ticked
    assert note.text not in words_of(made.pdf)
    assert "Each dot is a rating" not in words_of(made.pdf)
    assert not any("single ratings" in alt for alt in alternatives(made.pdf))
    text = visit_page_text(page)
    assert note.text not in text
    assert "single ratings" not in text


def test_many_notes_and_charts_flow_on_whole_and_every_sheet_says_whose_it_is(printer):
    material = three_months()
    notes = [a_note(f"note number {n} " + "word " * 40, date(2026, 5, 1)) for n in range(60)]
    made = printer.pdf(with_page(replace(material, notes=(*material.notes, *notes))))

    sheets = sheets_of(made.pdf)
    assert len(sheets) > 4
    assert all(f"note number {n} word" in " ".join(sheets) for n in range(60))
    for number, sheet in enumerate(sheets, 1):
        assert ("from notes at home. Not an assessment." in sheet) is (number == 1)
        assert number == 1 or sheet.startswith("Mateo · written by Mom")
        assert f"Page {number} of {len(sheets)}" in sheet
    assert conforms(made.pdf) == []


def test_only_the_sheets_of_the_first_page_are_counted(printer):
    page = with_page(three_months())
    alone = sheets_of(printer.pdf(replace(page, second=None)).pdf)
    assert printer.sheets(page) == len(alone) < len(sheets_of(printer.pdf(page).pdf))
    long = replace(page, our_words="We wait. " * 900)
    first = sheets_of(printer.pdf(replace(long, second=None)).pdf)
    assert printer.sheets(long) == len(first) > 1


def test_a_long_first_page_does_not_move_the_second_onto_its_sheet(printer):
    material = mateo()
    long = a_note(" ".join(f"word{n}" for n in range(2_000)), date(2026, 3, 21), Flag.CONCERN)
    material = replace(material, notes=(*material.notes, long))
    page = with_page(material, dated_key(long))
    sheets = sheets_of(printer.pdf(page).pdf)
    (place,) = [at for at, sheet in enumerate(sheets) if "Charts and notes" in sheet]
    assert place == len(sheets) - 1
    assert "word1999" not in sheets[place]
    assert "text message" in sheets[place - 1]


@pytest.mark.parametrize(
    ("start", "said"),
    [(date(2026, 3, 2), "Mar 2 · Mom"), (date(2025, 3, 2), "March 2, 2026 · Mom")],
)
def test_a_note_says_its_year_where_the_days_reach_over_several(printer, start, said):
    period = Period(start, date(2026, 3, 22))
    one = a_strategy("Wait", "1", period=period)
    note = a_note("He waits.", date(2026, 3, 2))
    page = with_page(mateo(period=period, strategies=(one,), notes=(note,)))
    assert f"{said} He waits." in words_of(printer.pdf(page).pdf)
    assert f"- {said}\n  He waits." in visit_page_text(page)


def test_the_text_has_the_second_page_after_the_first():
    page = with_page(mateo(example=True))
    text = visit_page_text(page)
    behind = text.partition("CHARTS AND NOTES")[2]
    assert f"\n\n{NAME}\n" in behind
    (chart,) = page.second.charts
    assert alt_of(chart) in behind
    assert "NOTES BY DATE\n- Mar 15 · Dad\n  Meals with his cousins" in behind
    assert f"- Mar 21 · Dad · {NAME}\n  Grandma waits too" in behind
    assert "Not an assessment." in text.splitlines()[-2]


def test_a_larger_chart_without_a_headline_leaves_no_empty_line(printer):
    page = with_page(mateo())
    (one,) = page.second.charts
    page = replace(page, second=replace(page.second, charts=(replace(one, headline=None),)))
    assert f"\n\n{NAME}\n  {alt_of(one)}" in visit_page_text(page)
    assert f"{NAME} Notes by date" in sheets_of(printer.pdf(page).pdf)[1]


def test_notes_alone_make_a_second_page_and_so_do_charts(printer):
    material = mateo()
    (one,) = material.strategies
    notes = with_page(material, large_key(one))
    charts = with_page(material, *map(dated_key, material.notes))
    assert "Notes by date" in sheets_of(printer.pdf(notes).pdf)[1]
    assert NAME in sheets_of(printer.pdf(charts).pdf)[1]
    assert "Notes by date" not in sheets_of(printer.pdf(charts).pdf)[1]
    assert "NOTES BY DATE" not in visit_page_text(charts)


@pytest.mark.parametrize("second", [None, "en"])
def test_the_head_of_a_later_sheet_keeps_off_the_edge_that_no_printer_reaches(printer, second):
    page = with_page(mateo(language="es", second_language=second))
    later = Image.open(io.BytesIO(printer.pictures(page, 50)[1])).convert("L")
    left, top, *_ = later.point(lambda shade: 255 * (shade < 160)).getbbox()
    assert top / 50 * 25.4 > 6
    assert left / 50 * 25.4 > 12


def test_the_first_sheet_says_which_strategies_go_on_on_the_next_one(printer):
    first, *later = sheets_of(printer.pdf(with_page(three_months(), SECOND_PAGE_KEY)).pdf)
    (alone,) = sheets_of(printer.pdf(with_page(mateo(), SECOND_PAGE_KEY)).pdf)
    said, _, names = first.partition("Continued on page 2: ")
    assert said
    assert names
    told = [one.name for one in with_page(three_months()).strategies]
    listed = [name for name in told if name in names]
    assert listed
    assert all(name not in said and name in later[0] for name in listed)
    assert not any("Continued" in sheet for sheet in (*later, alone))
