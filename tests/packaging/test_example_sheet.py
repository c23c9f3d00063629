"""The example's filled sheet: what is kept of it stays what the program prints, its photo small."""

import json

import pytest

from homejournal.services.opening import example_photo
from homejournal.texts.wording import languages
from sheet_photos.example import MOST_BYTES, example_sheet, sheet_told

pytestmark = pytest.mark.unmeasured


@pytest.mark.parametrize(
    "language", ["en", *(pytest.param(one, marks=pytest.mark.with_all) for one in ("es", "ar"))]
)
def test_what_is_kept_is_what_the_program_prints_for_the_example(language):
    file = example_photo(language).with_suffix(".json")
    assert json.loads(file.read_text(encoding="utf-8")) == sheet_told(example_sheet(language))


@pytest.mark.parametrize("language", languages())
def test_its_photo_is_small(language):
    assert example_photo(language).stat().st_size <= MOST_BYTES
