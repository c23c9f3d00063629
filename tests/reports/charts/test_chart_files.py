"""Charts as files: PNG and SVG that carry their words, the same each time, alone in themselves."""

import io
import re
import sys
from dataclasses import replace
from subprocess import run
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from PIL import Image

from homejournal.domain.looking_back.chart_series import Shape
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_title
from homejournal.reports.charts.figures import chart_png, chart_svg
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.strategy_rows.legend import Swatch, legend_svg
from homejournal.resources import resource
from homejournal.texts.wording import wording_of
from tests.reports import random_charts as some
from tests.reports import sample_charts as sample
from tests.reports.drawn import EN, LARGE, draw, texts
from tests.reports.sample_charts import ALL, ARABIC, bars

SVG = "{http://www.w3.org/2000/svg}"
LITERAL = "$x_{1}$ 50 % \\alpha <b>&"


def svg_of(chart, look=LARGE, wording=EN):
    text = chart_svg(chart, wording, look)
    return text, ElementTree.fromstring(text)  # noqa: S314 (made by ourselves)


@pytest.mark.parametrize("chart", ALL.values(), ids=ALL)
def test_a_png_carries_its_title_and_its_text_alternative(chart):
    picture = Image.open(io.BytesIO(chart_png(chart, EN, LARGE)))
    assert picture.size == (700, 320)
    assert picture.text == {
        "Title": chart_title(chart, EN),
        "Description": chart_alt(chart, EN, table=False),
    }


def test_a_file_lies_on_plain_ground_light_or_dark():
    for dark, ground in ((False, (255, 255, 255)), (True, (31, 36, 40))):
        look = replace(LARGE, dark=dark)
        picture = Image.open(io.BytesIO(chart_png(sample.days(), EN, look))).convert("RGB")
        assert picture.getpixel((0, 319)) == ground
        assert "#{:02x}{:02x}{:02x}".format(*ground) in svg_of(sample.days(), look)[0]


@given(chart=some.charts, language=some.languages)
@settings(max_examples=20, deadline=None)
def test_any_svg_is_well_formed_and_says_what_the_chart_says(chart, language):
    wording = wording_of(language)
    _, root = svg_of(chart, ChartLook(size=(4, 2)), wording)
    names = [element.tag for element in list(root)[:2]]
    assert names == [f"{SVG}title", f"{SVG}desc"]
    said = " ".join(chart_alt(chart, wording, table=False).split())
    assert root[1].text == "".join(filter(str.isprintable, said))


@pytest.mark.parametrize("chart", ALL.values(), ids=ALL)
def test_an_svg_names_no_place_outside_itself(chart):
    text, _ = svg_of(chart)
    links = re.findall(r'(?:href|src)="([^"]*)"', text) + re.findall(r"url\(([^)]*)\)", text)
    assert all(link.strip("'\"").startswith("#") for link in links)
    for place in (str(resource("fonts").parent), "file:", "/home/", "/usr/", "/tmp/", "@import"):  # noqa: S108
        assert place not in text
    # Only the names of SVG itself, which nothing is fetched from.
    outside = re.findall(r'https?://[^"\s<]+', text)
    assert all(one.startswith("http://www.w3.org/") for one in outside)
    assert "<script" not in text


def test_what_families_write_is_no_markup_in_any_picture():
    series = bars(
        Shape.SUMS, RatingKind.NUMBER, {"sum": 3, "n": 1}, unit=LITERAL,
        life=(sample.life(sample.MONDAY, words=LITERAL),),
    )  # fmt: skip
    told = texts(draw(series))
    assert f"{LITERAL}, added up" in told
    assert LITERAL in told
    text, root = svg_of(series)
    assert LITERAL in root[1].text
    assert "<b>" not in text
    named = sample.by_routine(1)
    group = replace(named.groups[0], name=LITERAL)
    assert LITERAL in texts(draw(replace(named, groups=(group,))))


def test_long_names_in_arabic_are_drawn_and_said_whole():
    series = replace(sample.sums(), unit=ARABIC[:200])
    assert ARABIC[:200].strip() in svg_of(series)[1][1].text
    assert any("…" in text for text in texts(draw(series, ChartLook(size=(4, 2)))))


def test_the_same_chart_gives_the_same_file_also_in_another_process():
    code = (
        "import hashlib\n"
        "from tests.reports.sample_charts import ALL\n"
        "from tests.reports.drawn import EN, LARGE\n"
        "from homejournal.reports.charts.figures import chart_svg\n"
        "texts = [chart_svg(ALL[name], EN, LARGE) for name in ('levels', 'number dots')]\n"
        "print(hashlib.sha256(''.join(texts).encode()).hexdigest())\n"
    )
    told = {
        run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(told) == 1
    assert chart_png(sample.levels(), EN, LARGE) == chart_png(sample.levels(), EN, LARGE)


def test_a_small_chart_is_the_same_each_time():
    one, other = (bars(Shape.DAYS, RatingKind.NONE, {"days": many}) for many in (3, 4))
    small = ChartLook(size=(3, 1), legend=False)
    first = chart_svg(one, EN, small)
    assert chart_svg(one, EN, small) == first
    assert chart_svg(other, EN, small) != first
    assert "font-family" not in first  # letters are outlines


@pytest.mark.parametrize("weeks", [0, 1, 13, 60])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_any_number_of_weeks_has_a_small_chart(weeks, language):
    series = bars(Shape.LEVELS, RatingKind.WENT, *[{"levels": (1, 0, 2)}] * weeks)
    small = ChartLook(size=(2.4, 0.9), legend=False)
    assert "<svg" in chart_svg(series, wording_of(language), small)


def test_every_level_has_a_field_of_its_own():
    for kind in (RatingKind.HELP, RatingKind.WENT):
        levels = levels_of(kind)
        assert len({legend_svg(Swatch("level", kind.value, one)) for one in levels}) == len(levels)
