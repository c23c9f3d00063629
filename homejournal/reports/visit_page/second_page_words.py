"""The second page of a visit page as plain words and pictures, for the Typst template."""

from collections.abc import MutableMapping, Sequence

from homejournal.domain.visit_page.page import LargeChart, VisitPage
from homejournal.reports.chart_words.title_and_key import chart_alt, chart_caption, chart_key
from homejournal.reports.charts.figures import chart_svg
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.typst.common_words import kept_apart
from homejournal.reports.typst.photo_svg import photo_svg
from homejournal.reports.typst.user_text import Fields, own
from homejournal.reports.visit_page.ladder import ladder_fields
from homejournal.reports.visit_page.lines import note_about, photo_about
from homejournal.texts.sentences import say
from homejournal.texts.today.day_page import capitalized
from homejournal.texts.wording import Wording

_WIDE = 1.45
"""A photo that is wider than so many times its height takes the width of its column."""
LOOK = ChartLook(size=(6.9, 2.15))
"""As wide as the text of a sheet, so that its letters keep their size; three stand on one sheet."""


def second_page_fields(
    page: VisitPage, wordings: Sequence[Wording], pictures: MutableMapping[str, str]
) -> Fields | None:
    """Return what the template shows on the second page; its charts are added to the pictures."""
    second = page.second
    if second is None:
        return None
    for place, one in enumerate(second.charts):
        pictures[_name(place)] = chart_svg(one.chart, wordings[0], LOOK)
    for place, photo in enumerate(second.photos):
        if photo.jpeg:
            pictures[_photo(place)] = photo_svg(photo)
    return {
        "photos": [
            {
                "picture": _photo(place) if one.jpeg else "",
                "wide": one.width > one.height * _WIDE,
                "name": own(one.name),
                "head": photo_about(one, page, wordings[0]),
            }
            for place, one in enumerate(second.photos)
        ],
        "charts": [_chart(place, one, wordings) for place, one in enumerate(second.charts)],
        "ladders": [
            {"outcome": own(one.outcome), **ladder_fields(one.ladder, wordings)}
            for one in second.ladders
        ],
        "notes": [
            {"head": note_about(note, page, wordings[0]), "text": own(note.text)}
            for note in second.notes
        ],
    }


def _chart(place: int, one: LargeChart, wordings: Sequence[Wording]) -> Fields:
    chart, headline = one.chart, one.headline
    said = [capitalized(say(one, headline)) if headline is not None else "" for one in wordings]
    # The picture names its marks in the first language alone, and says itself that less is better.
    keys = [
        chart_key(chart, wording, direction=False, legend=wording is wordings[0])
        for wording in wordings
    ]
    about = [
        capitalized(wording.line_of((chart_caption(chart, wording), key)))
        for wording, key in zip(wordings, keys, strict=True)
    ]
    return {
        "name": own(one.strategy),
        "headline": kept_apart(wordings, said),
        "chart": _name(place),
        "alt": chart_alt(chart, wordings[0], table=False),
        "about": kept_apart(wordings, about),
    }


def _photo(place: int) -> str:
    return f"photo{place}"


def _name(place: int) -> str:
    return f"large{place}"
