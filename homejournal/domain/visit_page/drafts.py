"""Where the words typed for one visit page are kept until it was handed over, and when they end.

They belong to the visit that the page is for; without a visit, to the person or the whole team. So
a page never begins with the words of another one.
"""

from collections.abc import Iterator, Mapping
from uuid import UUID

from homejournal.domain.visit_page.page import VisitPage
from homejournal.domain.visit_page.second_page import with_mark
from homejournal.domain.visit_page.writers import notes_on

HELPED, SHORTENED = "helped", "shortened"
OUR_WORDS, THANKS, REACH_US = "our_words", "thanks", "reach_us"
_TEAM = "team"
_SINGLE = frozenset({OUR_WORDS, THANKS})


def page_place(child: UUID, visit: UUID | None, person: UUID | None) -> str:
    """Return the beginning of the places of one page's words; the name of a field follows."""
    return f"{_child_place(child)}{visit or person or _TEAM}:"


def standing_place(child: UUID) -> str:
    """Return the place of what is true on every page of a child: how the family is reached."""
    return f"{_child_place(child)}{REACH_US}"


def earlier_places(child: UUID, visit: UUID | None, person: UUID | None) -> tuple[str, ...]:
    """Return where words for this page may have been typed before it had a place of its own.

    That is before its visit was written down, and before pages had places at all.
    """
    unplanned = page_place(child, None, person)
    return (*((unplanned,) if visit else ()), _child_place(child))


def words_at(place: str, kept: Mapping[str, str]) -> dict[str, str]:
    """Return the words of one page by the names of their fields."""
    found = {at.removeprefix(place): text for at, text in kept.items() if at.startswith(place)}
    return {field: text for field, text in found.items() if _is_field(field)}


def taken_over(
    child: UUID, visit: UUID | None, person: UUID | None, kept: Mapping[str, str]
) -> dict[str, str]:
    """Return which places move to which, so that a page without words takes up earlier ones."""
    own = page_place(child, visit, person)
    if words_at(own, kept):
        return {}
    found = ((place, words_at(place, kept)) for place in earlier_places(child, visit, person))
    place, fields = next((one for one in found if one[1]), (own, {}))
    return {place + field: own + field for field in fields}


def other_words(child: UUID, own: str, kept: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return what is typed for other pages of a child, by their places."""
    start = _child_place(child)
    others = {
        f"{start}{at.removeprefix(start).split(':', 1)[0]}:"
        for at in kept
        if at.startswith(start) and not at.startswith(own)
    }
    found = {place: words_at(place, kept) for place in sorted(others)}
    return {place: words for place, words in found.items() if words}


def of_page(place: str) -> UUID | None:
    """Return the visit or the person whose page a place belongs to; None for the whole team."""
    whose = place.split(":")[2]
    return None if whose == _TEAM else UUID(whose)


def ended_by(page: VisitPage, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the fields whose words stand on a page that was kept: they are safe there.

    What was typed since, or is about what was not ticked, is kept nowhere else and stays.
    """
    shortened = {note.text for note in notes_on(page) if note.shortened}
    helped = {f"{HELPED}:{one.id}": one.helped for one in page.strategies}
    said = {OUR_WORDS: page.our_words, THANKS: page.thanks, **helped}
    for field, text in words.items():
        same = said.get(field) == text.strip()
        cut = field.startswith(f"{SHORTENED}:") and with_mark(text.strip()) in shortened
        if same or cut:
            yield field


def _is_field(name: str) -> bool:
    kind, _, about = name.partition(":")
    return name in _SINGLE or (kind in {HELPED, SHORTENED} and bool(about))


def _child_place(child: UUID) -> str:
    return f"visit-page:{child}:"
