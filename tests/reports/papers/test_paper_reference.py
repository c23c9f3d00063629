"""Every paper looks as it did when somebody last looked at it.

``python3 packaging/dev.py references`` keeps the new looks after a change that is meant.
"""

import pytest
from PIL import Image, ImageDraw

from tests.reports.reference import FOLDER, PICTURES, TOLERANCE, difference, farthest
from tests.reports.reference_papers import PAPERS, sheets_drawn

pytestmark = pytest.mark.unmeasured


def sheets_kept(name):
    """The names of the sheets of a paper, of which no other paper has the name."""
    return {file.stem for file in FOLDER.glob(f"{name}-[0-9]*.png")}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_looks_as_its_reference_pictures(name):
    sheets = sheets_drawn(name)
    assert sheets.keys() == sheets_kept(name)
    assert not [seen for one in sheets.items() if (seen := difference(*one[::-1]))]


def test_there_is_a_small_picture_for_each_and_none_left_over():
    files = {file.stem: file.stat().st_size for file in FOLDER.glob("*.png")}
    sheets = set[str]().union(*map(sheets_kept, PAPERS))
    assert files.keys() == PICTURES.keys() | sheets
    assert max(files.values()) < 60_000


def test_one_word_less_or_one_sheet_that_is_new_is_shown_in_a_picture(tmp_path):
    (name, *_) = sheets_kept("paper-week")
    less = Image.open(FOLDER / f"{name}.png").convert("L")
    assert not difference(less, name, tmp_path)
    ImageDraw.Draw(less).rectangle((100, 100, 300, 140), fill=255)
    seen = Image.open(difference(less, name, tmp_path))
    line = [seen.getpixel((x, 30)) for x in range(seen.width)]
    line = [seen.getpixel((x, 120)) for x in range(seen.width)]
    red = [x for x, (more, others, _) in enumerate(line) if more > others]
    assert red
    assert min(red) > seen.width * 2 // 3
    assert farthest(less, Image.new("L", (8, 8))) > TOLERANCE
    assert difference(less, "paper-that-is-new-1", tmp_path)
