"""The strategies of a page as rows: one head, one legend, and all of it in words, too."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import escape

import pypdf
import pytest

from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences.values import (
    DaysFromTo,
    InShort,
    Joined,
    MostDays,
    NotToday,
    NotWritten,
    ThanBefore,
    Verdict,
)
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    Line,
    strategy_key,
    strategy_materials,
)
from homejournal.domain.visit_page.page import LargeChart, SecondPage
from homejournal.exchange.kept_papers_json import page_from_dict, page_to_dict
from homejournal.reports.chart_words.row_words import row_alt
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.lines import plan_lines, summary_line, told_lines
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.reports.visit_page.words import PageWords
from homejournal.texts.wording import wording_of
from tests.domain.looked_back import back_at_small
from tests.domain.small import TWICE, WEEK, Small
from tests.reports.page_families import VIRUS, a_strategy, mateo, three_months, with_steps
from tests.reports.pdf_checks import PDF_A_2A, alternatives, conforms, words_of
from tests.reports.sample_charts import ALL

EN = wording_of("en")


def usual(material):
    return build_page(material, default_ticks(material))


def with_event(words):
    event = replace(VIRUS, words=words)
    days = "11 12 1 n 12 22 . | 12 s s s 1 22 23 | 23 22 3 23 . 33 34"
    one = a_strategy("Wait", days, period=mateo().period, life=(event,))
    return usual(mateo(strategies=(one,), life_events=(event,), notes=()))


def test_head_and_rows_are_told_to_screen_readers_and_signs_beside_the_dates(printer):
    page = usual(three_months())
    pdf = printer.pdf(page).pdf
    told = alternatives(pdf)
    heads = [one for one in told if one.startswith("The dates of all rows:")]
    rows = [one for one in told if "planned days" in one or "did it on" in one]
    assert heads[0].endswith("May 12: left out: sick.")
    assert len(rows) == len(page.strategies)
    told = words_of(pdf)
    assert told.index("did it not today") < told.index(page.strategies[0].name)
    assert "a lot of help okay" not in told
    assert conforms(pdf) == conforms(pdf, PDF_A_2A) == []


def test_a_title_in_two_languages_takes_two_lines_and_keeps_off_the_dates(printer):
    pdf = printer.pdf(usual(mateo(second_language="es"))).pdf
    heights = {}
    first, *_ = pypdf.PdfReader(io.BytesIO(pdf)).pages
    first.extract_text(
        visitor_text=lambda text, place, *_: heights.setdefault(text.strip(), place[5])
    )
    assert heights["Lo que hicimos en casa"] < heights["What we did at home"]


def test_times_are_as_large_as_days_where_several_a_day_are_planned(printer):
    small = Small("2 . 2 . 3 . 2 . 2 . 3 . 2 .", often=TWICE)
    (one,) = strategy_materials([back_at_small(small)])
    page = usual(replace(mateo(), strategies=(one,), period=WEEK))
    looks = {}
    for sheet in pypdf.PdfReader(io.BytesIO(printer.pdf(page).pdf)).pages:
        sheet.extract_text(
            visitor_text=lambda text, _place, _at, font, size: looks.setdefault(
                text.strip(), (font and font["/BaseFont"], size)
            )
        )
    (days,) = (look for text, look in looks.items() if text.startswith("Did it on"))
    (times,) = (look for text, look in looks.items() if text.startswith("Counting each time"))
    assert days == times


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("A virus", False),
        ("We moved to an apartment on the other side of the town", False),
        ("We moved to an apartment on the other side of the town, and " * 2 + "back", True),
    ],
)
def test_life_stands_in_the_head_and_in_a_list_only_where_it_has_no_room_there(
    printer, words, listed
):
    page = with_event(words)
    made = words_of(printer.pdf(page).pdf)
    assert ("In our life" in made) is listed
    assert any(words.strip() in one for one in alternatives(printer.pdf(page).pdf))
    assert words.strip() in visit_page_text(page)
    assert "IN OUR LIFE" not in visit_page_text(page)
    assert words.strip() in visit_page_html(page).decode()


def test_without_rows_life_is_a_list_of_its_own(printer):
    material = mateo()
    key = strategy_key(material.strategies[0], Line.CHART)
    page = build_page(material, default_ticks(material).with_key(key, ticked=False))
    assert page.rows is None
    assert "IN OUR LIFE\n- Mar 10 – A stomach virus" in visit_page_text(page)
    assert "In our life Mar 10 A stomach virus" in words_of(printer.pdf(page).pdf)


def test_the_second_language_has_its_own_line_in_the_legend(printer):
    words = words_of(printer.pdf(usual(mateo(language="es", second_language="en"))).pdf)
    assert "sin anotar not written" in words
    assert "not written /" not in words


def test_a_page_with_rows_is_kept_and_comes_back():
    page = usual(three_months())
    assert page_from_dict(page_to_dict(page)) == page


def test_a_page_kept_before_there_were_rows_still_has_its_charts(printer):
    page = usual(mateo())
    (one,) = page.strategies
    old = replace(page, rows=None, strategies=(replace(one, chart=ALL["levels"]),))
    stored = {**page_to_dict(old), "small_charts": True, "captions": False}
    read = page_from_dict(stored)
    assert read == old
    pdf = printer.pdf(read).pdf
    assert any("Chart by week." in told for told in alternatives(pdf))
    assert conforms(pdf) == []
    assert "Chart by week." in visit_page_text(read)
    assert "Chart by week." in visit_page_html(read).decode()


def test_the_larger_picture_behind_the_page_is_the_row_with_head_and_legend(printer):
    material = three_months(second_language="es")
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    page = build_page(material, ticks)
    pdf = printer.pdf(page).pdf
    told = alternatives(pdf)
    for chart in page.second.charts:
        alt = row_alt(chart.rows, 0, wording_of("en"), table=False)
        assert told.count(alt) == 2  # on the first page and behind it
        assert visit_page_html(page).decode().count(escape(alt)) == 2
        assert visit_page_text(page).count(alt) == 2
    assert "sin anotar" in words_of(pdf).split("Larger charts")[-1]
    assert conforms(pdf) == []


def test_a_page_kept_with_larger_charts_still_has_them(printer):
    charts = tuple(LargeChart(strategy=name, chart=ALL[name]) for name in ("level dots", "levels"))
    page = replace(usual(mateo()), second=SecondPage(charts=charts))
    pdf = printer.pdf(page).pdf
    for chart in charts:
        alt = chart_alt(chart.chart, wording_of("en"), table=False)
        assert alt in alternatives(pdf)
        assert escape(alt) in visit_page_html(page).decode()
        assert alt in visit_page_text(page)
    assert conforms(pdf) == []


def test_a_row_is_not_drawn_again_while_it_stays_as_it_was():
    page = usual(mateo())
    first = Printer().pictures(page, 30.0)
    assert Printer().pictures(replace(page, our_words="We wait."), 30.0) != first
    assert Printer().pictures(page, 30.0) == first


def test_a_strategy_that_cannot_be_said_plainly_is_told_in_numbers_alone():
    page = usual(mateo())
    (one,) = page.strategies
    text = visit_page_text(replace(page, strategies=(replace(one, summary=()),)))
    assert text == visit_page_text(page)  # "most days" is told by the numbers


def test_levels_tries_and_aims_have_their_swatches_in_the_sentence():
    fields = PageWords(usual(three_months())).fields()
    lines = [line for one in fields["strategies"] for part in one["stretches"] for line in part]
    named = {
        piece["swatch"]
        for line in lines
        for part in line["parts"]
        for piece in part["pieces"]
        if piece["swatch"]
    }
    assert {"swatch-level-help-1", "swatch-level-help-4"} <= named
    assert not any("level" in entry["swatch"] for entry in fields["rows"]["legend"])


def test_the_second_language_tells_days_and_ratings_where_the_first_one_does(printer):
    page = usual(mateo(second_language="es"))
    (one,) = PageWords(page).fields()["strategies"]
    (lines,) = one["stretches"]
    days, ratings = (line for line in lines if line["kind"].startswith("second"))
    assert (days["kind"], ratings["kind"]) == ("second-days", "second-ratings")
    words = [part["pieces"][0]["text"] for part in days["parts"]]
    assert words[:3] == [
        "Lo hicimos 15 de 18 días planeados",
        "2 sin anotar",
        "1 «hoy no»",
    ]
    assert "ayuda" in ratings["parts"][0]["pieces"][0]["text"]
    assert len(one["plan"]) == 1


def test_what_somebody_does_is_told_once_and_a_day_without_the_year_of_the_page():
    page = usual(three_months())
    said = [line for one in page.strategies for line in plan_lines(one, page, EN)]
    assert sum("speech" in line for line in said) == 1
    assert not any("2026" in line for line in said)
    bare = replace(page.strategies[0], suggested=None)
    assert plan_lines(bare, replace(page, strategies=(bare,)), EN) == [
        "Once a day · breakfast, dinner"
    ]


@pytest.mark.parametrize(
    ("verdict", "large"),
    [(Verdict.LESS_HELP, "Less help than before March 16, 2026"), (None, "")],
)
def test_a_verdict_is_large_and_its_numbers_are_small(verdict, large):
    page = usual(mateo(second_language="es"))
    short = InShort(kind=RatingKind.HELP, n=7, low=Decimal(1), high=Decimal(1))
    told = ThanBefore(verdict, date(2026, 3, 16), short, short)
    one = replace(page.strategies[0], summary=(MostDays(), told))
    (fields,) = PageWords(replace(page, strategies=(one,))).fields()["strategies"]
    change = fields["change"]
    assert change["verdict"] == large
    assert "a lot of help (7 ratings)" in change["numbers"]
    assert len(change["second"]) == 1


def test_without_a_verdict_only_the_days_before_are_told_beside_the_counts_of_these():
    page = usual(mateo())
    short = InShort(kind=RatingKind.HELP, n=7, low=Decimal(2), high=Decimal(2), counts=((2, 7),))
    told = ThanBefore(None, date(2026, 3, 2), short, short, date(2026, 2, 9), date(2026, 2, 16))
    one = replace(page.strategies[0], summary=(told,))
    in_the_days_before = (
        "In the days before (February 9 to March 1, 2026): some help 7; the plan changed on Feb 16"
    )
    assert summary_line(one, EN) == in_the_days_before
    bare = replace(one, stretches=())
    assert summary_line(bare, EN) == f"Some help 7; {in_the_days_before.replace('I', 'i', 1)}"


def test_where_the_plan_changed_each_side_has_its_counts_and_no_older_date():
    change = (date(2026, 3, 13), StepKind.CHANGE, {"what": "Show and wait"})
    page = usual(mateo(strategies=(with_steps(change),), notes=()))
    (one,) = page.strategies
    assert summary_line(one, EN) == (
        "Less help than before March 13, 2026, the day the plan changed"
    )
    assert not any("since" in line for line in plan_lines(one, page, EN))


def test_a_page_that_was_kept_earlier_tells_once_what_is_not_written():
    kept = Joined((DaysFromTo(15, 17, 18), NotToday(1), NotWritten(2)))
    assert told_lines([kept]) == [(DaysFromTo(15, 17, 18), NotToday(1))]
    only = Joined((NotToday(1), NotWritten(2)))
    assert told_lines([only]) == [only.parts]
