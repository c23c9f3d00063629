"""A printed sheet of charts: readable by all, whole, and with nothing but what was given to it."""

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PIL import Image

from homejournal.domain.looking_back.chart_series import Shape, Table
from homejournal.domain.looking_back.strategy_rows import strategy_rows
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.values import AgeInMonths, NothingWritten, SuggestedBy
from homejournal.reports.chart_words.tables import days_table
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.papers.chart_sheet import (
    ChartSheet,
    SheetPart,
    chart_part,
    row_parts,
)
from homejournal.reports.strategy_rows.files import RowFile, rows_alt
from homejournal.texts.wording import wording_of
from tests import families
from tests.look_backs import backs_of, charts_of
from tests.reports import sample_charts as sample
from tests.reports.pdf_checks import PDF_A_2A, alternatives, conforms, sheets_of, words_of
from tests.reports.visit_page.test_pdf import HOSTILE

LITERAL = "#include $ * <b>bold</b> `x` \\ _y_ = h"
ARABIC = "نضع الكوب الأزرق على الطاولة"
FAMILIES = [families.mateo, families.imani, families.noah, families.sofia, families.eli,
            families.owen, families.jaylen]  # fmt: skip


@pytest.fixture(scope="module")
def sheets():
    return Printer()


def a_sheet(*parts, **told):
    family = families.mateo()
    plain = {"child": "Mateo", "period": family.period, "printed": family.today}
    return ChartSheet(parts=parts, **(plain | told))


def sheet_of(family, language="en", paper=Paper.LETTER):
    """Every chart and the calendar of a family's first strategy."""
    wording, back = wording_of(language), backs_of(family)[0]
    days = (days_headline(back),)
    parts = [
        chart_part(chart, wording, headline=headline(chart), days=days) for chart in charts_of(back)
    ]
    table = days_table([back], back.written.frame.period, wording)
    parts += row_parts(back, strategy_rows([back]), wording)
    return ChartSheet(
        child=family.child.name,
        period=family.period,
        printed=family.today,
        strategy=back.written.strategy.name,
        parts=(*parts, SheetPart(title=table.title, table=table)),
        paper=paper,
        language=language,
    )


def a_table(rows, columns=("Day", "How many", "Remarks")):
    return Table(title="Bites", columns=columns, rows=tuple(rows))


@pytest.mark.usually(language=["es"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("make", FAMILIES, ids=lambda make: make.__name__)
def test_the_sheet_of_every_family_conforms_and_says_what_it_is_on_every_page(
    sheets, make, language
):
    paper = Paper.A4 if language == "es" else Paper.LETTER
    sheet = sheet_of(make(), language, paper)
    made = sheets.pdf(sheet)

    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []
    pages = sheets_of(made.pdf)
    what = {"en": "Not an assessment.", "es": "No es una evaluación."}[language]
    of = {"en": "Page {} of {}", "es": "Página {} de {}"}[language]
    for number, page in enumerate(pages, 1):
        assert what in page
        assert of.format(number, len(pages)) in page
    assert [Image.open(io.BytesIO(picture)).format for picture in sheets.pictures(sheet, 30)] == (
        ["PNG"] * len(pages)
    )


def test_a_screen_reader_hears_every_chart_with_its_words_and_every_table_with_its_names(sheets):
    sheet = sheet_of(families.imani())
    made = sheets.pdf(sheet)

    wording = wording_of("en")
    assert alternatives(made.pdf) == [
        chart_alt(part.chart, wording)
        if part.chart
        else rows_alt(RowFile(rows=part.rows, wording=wording))
        for part in sheet.parts
        if part.chart or part.rows
    ]
    tags = b"".join(made.pdf.split())
    assert tags.count(b"/S/Table") == sum(part.table is not None for part in sheet.parts)
    assert b"/S/TH" in tags
    words = words_of(made.pdf)
    for said in (
        "How much help, by week",
        "Did it on 17 of 20 planned days",
        "Solid line: the plan changed",
        "Before the visit (March",
        "All strategies, day by day",
    ):
        assert said in words


def test_the_head_says_of_whom_of_what_and_over_which_days(sheets):
    chart = sample.levels()
    sheet = a_sheet(
        chart_part(chart, wording_of("en")),
        age=AgeInMonths(23, None),
        strategy="Pause and wait",
        suggested=SuggestedBy("Dana", "speech", date(2026, 3, 2)),
        filter_words=("Only at breakfast", "Only what Dad wrote"),
        example=True,
    )
    words = words_of(sheets.pdf(sheet).pdf)
    for said in (
        "Mateo 23 months",
        "Example family: nothing on this page is about a real child.",
        "Pause and wait From Dana, speech, since March 2, 2026 March 2 to March 22, 2026",
        "Only at breakfast Only what Dad wrote",
        "Example family · printed on March 23, 2026",
    ):
        assert said in words


def test_nothing_that_was_typed_is_read_as_markup(sheets):
    hostile = replace(sample.sums(), unit=HOSTILE[:60])
    part = chart_part(hostile, wording_of("en"), headline=HOSTILE)
    sheet = a_sheet(
        replace(part, title=HOSTILE),
        SheetPart(title="Table", table=a_table([(HOSTILE, 1, None)], (HOSTILE, "n", HOSTILE))),
        child=HOSTILE, strategy=HOSTILE, filter_words=(HOSTILE,),
    )  # fmt: skip
    made = sheets.pdf(sheet)

    assert words_of(made.pdf).count(LITERAL) >= 6
    assert made.replaced == ()
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_words_from_right_to_left_are_whole_on_either_kind_of_sheet(sheets, language):
    wording = wording_of(language)
    part = chart_part(replace(sample.sums(), unit=ARABIC), wording)
    sheet = a_sheet(
        part, SheetPart(title=ARABIC, table=a_table([(date(2026, 3, 2), Decimal(5), ARABIC)])),
        child=ARABIC, strategy=ARABIC * 8, language=language,
    )  # fmt: skip
    made = sheets.pdf(sheet)
    assert made.replaced == ()
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []


def test_spanish_letters_stand_on_the_sheet(sheets):
    words = words_of(sheets.pdf(sheet_of(families.sofia(), "es")).pdf)
    assert "Sofía" in words
    assert "2 de marzo al 15 de marzo de 2026" in words


def test_of_a_very_long_table_the_first_thousand_rows_are_printed_and_the_sheet_says_so(sheets):
    rows = [(date(2020, 1, 1) + timedelta(days=n), n, f"row {n} here") for n in range(1_002)]
    words = words_of(sheets.pdf(a_sheet(SheetPart(title="Days", table=a_table(rows)))).pdf)
    assert "row 999 here" in words
    assert "row 1000 here" not in words
    told = "Here are the first 1,000 of 1,002 rows. The file for spreadsheets has every row."
    assert told in words
    few = words_of(sheets.pdf(a_sheet(SheetPart(title="Days", table=a_table(rows[:1_000])))).pdf)
    assert "rows" not in few
    assert few.count("How many") > 1


def test_days_are_short_in_one_year_and_say_their_year_between_two(sheets):
    one = words_of(
        sheets.pdf(a_sheet(SheetPart(title="", table=a_table([(date(2026, 3, 7), 1, None)])))).pdf
    )
    assert "Mar 7" in one.replace("\u00a0", " ")
    rows = [(date(2025, 3, 7), 1, None), (date(2026, 3, 7), 1, None)]
    two = words_of(sheets.pdf(a_sheet(SheetPart(title="", table=a_table(rows)))).pdf)
    assert "March 7, 2025" in two


@pytest.mark.parametrize(
    "columns",
    [
        ("Day", "n", "Remarks"),
        (*("a very long name of a column " * 4 for _ in range(2)), "Remarks"),
        ("From", "To", *(f"{name} (different words or signs)" for name in "ABCDEFGH"), "Remarks"),
        tuple(f"Column {n}" for n in range(10)),
    ],
)
def test_a_table_stays_between_the_margins(sheets, columns):
    cells = ["x" * 400, "two words", date(2026, 3, 2), Decimal("123456789.5"), 0, None]
    rows = [[cells[(at + n) % len(cells)] for at in range(len(columns))] for n in range(8)]
    sheet = a_sheet(SheetPart(title="Wide", table=a_table(map(tuple, rows), columns)))
    for picture in sheets.pictures(sheet, 50):
        page = Image.open(io.BytesIO(picture)).convert("L")
        margin = page.crop((page.width - 40, 0, page.width, page.height))
        assert margin.getextrema() == (255, 255)


def test_nothing_written_is_said_in_a_sentence(sheets):
    made = sheets.pdf(a_sheet())
    assert "Nothing is written for these days." in words_of(made.pdf)
    assert conforms(made.pdf) == []


def test_a_middle_that_holds_only_so_far_is_on_no_sheet(sheets):
    phase = replace(sample.level_dots().phases[0], n=3, middle=2, so_far=True)
    chart = replace(sample.level_dots(), phases=(phase,))
    part = chart_part(chart, wording_of("en"))
    made = sheets.pdf(a_sheet(part, SheetPart(title="again", chart=chart)))
    assert "so far" not in words_of(made.pdf) + "".join(alternatives(made.pdf))
    assert part.chart.phases[0].middle is None


def test_what_no_font_draws_is_replaced_and_the_sheet_says_so(sheets):
    made = sheets.pdf(a_sheet(child="Ma\ue000teo"))
    assert made.replaced == ("\ue000",)
    assert "U+E000" in words_of(made.pdf)


def test_the_same_sheet_gives_the_same_bytes(sheets):
    sheet = sheet_of(families.owen())
    assert sheets.pdf(sheet).pdf == Printer().pdf(sheet).pdf


def day_table(rows):
    """A table as that of the days, with its own marks so that each row can be found."""
    first = date(2026, 3, 2)
    told = ((first + timedelta(days=at), "did it", f"t{at:03}") for at in range(rows))
    return Table(title="Day by day", columns=("Day", "State", "Mark"), rows=tuple(told))


def test_a_table_begins_on_the_page_of_its_heading_and_goes_on_with_its_names(sheets):
    chart = chart_part(sample.levels(), wording_of("en"))
    long = [(*cells, "and some more words, so that it is too wide for two columns of a sheet")
            for cells in day_table(60).rows]  # fmt: skip
    table = a_table(long, ("Day", "State", "Mark", "Remarks"))
    first, second, *_ = sheets_of(
        sheets.pdf(a_sheet(chart, SheetPart(title="Days", table=table))).pdf
    )
    assert "Days" in first
    assert "t000" in first
    assert "t059" in second
    assert "State" in second


def test_a_long_narrow_table_stands_in_two_columns(sheets):
    def pages(rows):
        return sheets_of(sheets.pdf(a_sheet(SheetPart(title="Days", table=day_table(rows)))).pdf)

    (page,) = pages(70)
    assert page.count("State") == 2
    assert {f"t{at:03}" for at in range(70)} <= set(page.split())
    assert pages(10)[0].count("State") == 1


def test_the_same_sentence_is_not_said_twice_of_a_chart(sheets):
    nothing = NothingWritten()
    chart = sample.bars(Shape.DAYS, RatingKind.NONE, sample.GAP)
    part = chart_part(chart, wording_of("en"), headline=nothing, days=(nothing,))
    said = words_of(sheets.pdf(a_sheet(part)).pdf)
    assert said.count("Nothing is written down for these days") == 1


def test_only_a_sheet_that_is_asked_for_them_has_the_words_for_what_happened_in_life(sheets):
    chart, words = sample.levels(), "Grandma moved in with us"
    for life in (True, False):
        part = chart_part(chart, wording_of("en"), life=life)
        made = sheets.pdf(a_sheet(part)).pdf
        assert (words in words_of(made) + "".join(alternatives(made))) is life
        assert ("Apr 23: something in our life" in words_of(made)) is not life
