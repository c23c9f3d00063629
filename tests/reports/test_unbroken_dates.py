"""No line of a paper ends between a day and its month."""

from datetime import date

import pytest

from homejournal.reports.template_fields import own
from homejournal.reports.unbroken_dates import with_unbroken_dates
from homejournal.texts.wording import languages, wording_of

DAY, LATER = date(2026, 6, 3), date(2026, 7, 11)


@pytest.mark.parametrize("language", languages())
def test_dates_of_every_length_stay_on_one_line(language):
    wording = wording_of(language)
    for said in (wording.day(DAY), wording.short_day(DAY), wording.short_day_of_year(DAY)):
        (line,) = with_unbroken_dates([f"{said} · x"], (wording,))
        assert line == said.replace(" ", "\N{NO-BREAK SPACE}") + " · x"


def test_a_stretch_of_days_may_break_between_its_days():
    wording = wording_of("es")
    assert with_unbroken_dates(wording.between(DAY, LATER), (wording,)).count(" ") == 2


def test_what_a_person_wrote_and_what_is_read_aloud_stay_as_they_are():
    fields = {"note": own("Born June 3"), "alt": "June 3", "title": "June 3", "n": 3}
    assert with_unbroken_dates(fields, (wording_of("en"),)) == fields
