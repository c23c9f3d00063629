"""How a first time is said."""

from datetime import date

from homejournal.domain.looking_back.look_back_values import First, FirstTime
from homejournal.domain.records.rating_scales import ON_OWN, WELL, RatingKind
from homejournal.domain.visit_page.material import Offer, PagePart
from homejournal.texts.papers.visit_page import first_said, first_time, offer_said
from homejournal.texts.wording import wording_of

SUNDAY = date(2026, 3, 22)


def a_first(slot=None, strategy="Pause and wait"):
    return FirstTime(RatingKind.HELP, ON_OWN, First(SUNDAY, slot), strategy)


def test_a_first_names_its_day_and_the_time_of_the_day_where_it_was_said():
    english = wording_of("en")
    assert first_time(english, a_first()) == "First time without help: Sunday, March 22"
    assert (
        first_time(english, a_first("dinner"))
        == "First time without help: Sunday, March 22, dinner"
    )


def test_what_went_well_for_the_first_time_is_a_first():
    well = FirstTime(RatingKind.WENT, WELL, First(SUNDAY), "Pause and wait")
    assert first_time(wording_of("en"), well) == "First time it went well: Sunday, March 22"


def test_names_in_another_direction_are_kept_apart():
    said = first_said(wording_of("en"), a_first("عشاء", "انتظر"))
    assert said.endswith("March 22, \u2068عشاء\u2069 · \u2068انتظر\u2069")


def test_a_first_is_offered_for_the_page_in_the_words_that_will_stand_there():
    offer = Offer(key="first:x", part=PagePart.CELEBRATIONS, says=a_first())
    told = offer_said(wording_of("en"), offer)
    assert told == "First time without help: Sunday, March 22 · Pause and wait"
    told = offer_said(wording_of("es"), offer)
    assert told == "Primera vez sin ayuda: domingo, 22 de marzo · Pause and wait"
