"""Rows as files of their own: title, sentences, head, rows and legend in one picture."""

import io
from dataclasses import replace

import pytest
from matplotlib.text import Text
from PIL import Image

from homejournal.reports.strategy_rows.files import (
    FILE_LOOK,
    SHEET_LOOK,
    RowFile,
    rows_alt,
    rows_png,
    rows_svg,
    sheet_svg,
)
from homejournal.texts.wording import wording_of
from tests.reports.sample_rows import LONG, all_rows

EN, AR = wording_of("en"), wording_of("ar")
ROWS = all_rows()
ONE = replace(ROWS, rows=ROWS.rows[1:2])


def file(rows=ONE, wording=EN, **more):
    told = {"title": "Toy one step away", "sentences": ("Most days.", "Did it on 11 days.")}
    return RowFile(rows=rows, wording=wording, **(told | more))


def opened(png):
    return Image.open(io.BytesIO(png))


def test_a_picture_carries_its_title_and_its_words():
    picture = opened(rows_png(file()))

    assert picture.width == 1450
    assert picture.info["Title"] == "Toy one step away"
    assert picture.info["Description"].startswith("Most days. Did it on 11 days. March 2 to")
    assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_a_drawing_carries_them_too_and_is_the_same_each_time():
    drawing = rows_svg(file())

    assert drawing == rows_svg(file())
    assert "<title>Toy one step away</title>" in drawing
    assert "<desc>Most days. Did it on 11 days." in drawing
    assert "<desc>" not in sheet_svg(file(look=SHEET_LOOK))


def test_rows_of_several_strategies_have_their_names():
    told = rows_alt(file(ROWS))

    assert told.count("Wait: March 2 to March 29") == 6
    assert opened(rows_png(file(ROWS))).height > 3 * opened(rows_png(file())).height


@pytest.mark.parametrize("rows", [ONE, ROWS, all_rows(LONG)])
@pytest.mark.parametrize("wording", [EN, AR])
def test_all_words_stand_inside_the_picture(rows, wording, monkeypatch):
    made = []
    from homejournal.reports.strategy_rows import files

    plain = files._figure
    monkeypatch.setattr(files, "_figure", lambda one: made.append(plain(one)) or made[-1])
    rows_png(file(rows, wording, sentences=("Most days. " * 30,)))
    (figure,) = made
    width, height = figure.get_size_inches() * figure.dpi
    for text in figure.findobj(Text):
        if text.get_text():
            box = text.get_window_extent()
            assert -2 <= box.x0 <= box.x1 <= width + 2, text
            assert -2 <= box.y0 <= box.y1 <= height + 2, text


def test_it_can_be_dark_and_without_a_title():
    look = replace(FILE_LOOK, dark=True, dpi=60)
    picture = opened(rows_png(file(look=look, title="", sentences=())))

    assert picture.convert("RGB").getpixel((0, 0)) == (31, 36, 40)
