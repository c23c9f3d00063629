"""A chart that goes its own way names its strategy and its days, and stays as it is below them."""

import io

import pytest
from PIL import Image, ImageChops

from homejournal.domain.looking_back.chart_series import BarSeries, Shape
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.reports.charts.figures import chart_png, chart_svg, name_of
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import wording_of
from tests.reports import sample_charts as sample
from tests.reports.sample_charts import ALL, ARABIC

EN = wording_of("en")
LOOK = ChartLook(size=(6.0, 3.0), dpi=100)


@pytest.mark.parametrize(
    ("chart", "name"),
    [
        (sample.levels(), "Wait · how much help, by week · March 2 to May 3, 2026"),
        (sample.try_dots(), "Wait · took of offered, day by day · March 2 to March 15, 2026"),
        (sample.by_routine(), "Wait · minutes, by routine · March 2 to May 1, 2026"),
        (
            BarSeries(shape=Shape.DAYS, kind=RatingKind.NONE, bars=()),
            "Wait · days we used it, by week",
        ),
    ],
)
def test_the_name_says_of_what_the_chart_is_and_over_which_days(chart, name):
    assert name_of(chart, EN, "Wait") == name


def picture(chart, **told):
    with Image.open(io.BytesIO(chart_png(chart, told.pop("wording", EN), LOOK, **told))) as made:
        made.load()
    return made


@pytest.mark.parametrize("strategy", ["Wait", "a very long name " * 12, ARABIC, "$x^2$ 50 % _{"])
@pytest.mark.parametrize("name", ["sums", "number dots", "by routine"])
@pytest.mark.usually(language=["ar"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_picture_grows_by_a_line_and_stays_as_it_is_below(name, strategy, language):
    wording = wording_of(language)
    plain = picture(ALL[name], wording=wording).convert("RGB")
    named = picture(ALL[name], wording=wording, strategy=strategy).convert("RGB")

    line = named.height - plain.height
    assert named.width == plain.width
    assert 12 < line < 40
    below = ImageChops.difference(named.crop((0, line, named.width, named.height)), plain)
    assert sum(below.convert("L").histogram()[64:]) < plain.width * plain.height // 1_000
    margins = [named.crop((at, 0, at + 4, line)) for at in (0, named.width - 4)]
    assert {margin.convert("L").getextrema() for margin in margins} == {(255, 255)}
    assert named.crop((0, 0, named.width, line)).convert("L").getextrema()[0] < 100


def test_files_carry_the_name_as_their_title_too():
    assert (
        picture(sample.levels(), strategy="Wait").info["Title"] == "Wait · how much help, by week"
    )
    svg = chart_svg(sample.levels(), EN, LOOK, strategy="<Wait>")
    assert "<title>&lt;Wait&gt; · how much help, by week</title>" in svg
    assert "<title>how much help, by week</title>" in chart_svg(sample.levels(), EN, LOOK)
