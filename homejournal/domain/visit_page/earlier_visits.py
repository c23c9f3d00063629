"""What a visit page tells of visits before: what was agreed, what was asked, and our answers."""

from collections.abc import Iterator
from uuid import UUID

from homejournal.domain.names.paper_names import said_alone
from homejournal.domain.records.visits import Visit
from homejournal.domain.visit_page.line_keys import agreed_key, asked_key
from homejournal.domain.visit_page.material import Offer, PageMaterial, PagePart, Ticks
from homejournal.domain.visit_page.page import AgreedOnPage, AskedOnPage
from homejournal.domain.visits.visit_list import in_time


def agreed_offers(material: PageMaterial) -> Iterator[Offer]:
    """Offer both halves of what was agreed at each last visit; the second while one is to come."""
    for visit in material.visits_before():
        by, part = _people(material, visit), PagePart.AGREED
        between, following = _halves(material, visit)
        if between:
            key = agreed_key(material, visit, "agreed")
            yield Offer(key=key, part=part, says=between, day=visit.day, by=by)
        if following:
            key = agreed_key(material, visit, "agreed_next")
            yield Offer(key=key, part=part, says=following, day=visit.day, by=by)


def agreed_on_page(material: PageMaterial, ticks: Ticks) -> Iterator[AgreedOnPage]:
    """Yield what is ticked of each last visit, the newest first."""
    for visit in material.visits_before():
        between, following = _halves(material, visit)
        told = AgreedOnPage(
            people=_people(material, visit),
            day=visit.day,
            agreed=between if ticks.has(agreed_key(material, visit, "agreed")) else "",
            agreed_next=following if ticks.has(agreed_key(material, visit, "agreed_next")) else "",
        )
        if told.agreed or told.agreed_next:
            yield told


def asked_offers(material: PageMaterial) -> Iterator[Offer]:
    """Offer what professionals asked, newest first; at first only what has an answer is ticked."""
    for one in material.asked_before():
        asked = one.asked
        yield Offer(
            key=asked_key(asked),
            part=PagePart.ASKED,
            says=asked.text,
            answer=asked.answer or "",
            by_default=bool(asked.answer),
            day=one.visit.day,
            by=tuple(filter(None, (_name(material, asked.asked_by),))),
        )


def asked_on_page(material: PageMaterial, ticks: Ticks) -> tuple[AskedOnPage, ...]:
    """Return what professionals asked, as far as it is ticked, with our answers."""
    return tuple(
        AskedOnPage(
            text=one.asked.text,
            day=one.visit.day,
            by=_name(material, one.asked.asked_by),
            answer=one.asked.answer or "",
        )
        for one in material.asked_before()
        if ticks.has(asked_key(one.asked))
    )


def _halves(material: PageMaterial, visit: Visit) -> tuple[str, str]:
    """Return what was agreed between visits, and what for the visit that the page is for."""
    coming = material.visit
    theirs = coming is not None and coming.id != visit.id
    people = _last_there(material, visit)
    if coming and coming.people and people:
        theirs = theirs and not set(coming.people).isdisjoint(people)
    return visit.agreed_between or "", (visit.agreed_next or "") if theirs else ""


def _people(material: PageMaterial, visit: Visit) -> tuple[str, ...]:
    """Return with whom it was agreed; a page for one person need not say it."""
    if material.for_whom:
        return ()
    named = (_name(material, who) for who in _last_there(material, visit))
    return tuple(name for name in named if name)


def _last_there(material: PageMaterial, visit: Visit) -> tuple[UUID, ...]:
    """Return who came to a visit and to none of the later ones: with others it is agreed anew."""
    later = [one for one in material.visits_before() if in_time(one) > in_time(visit)]
    came = {who for one in later for who in one.people}
    return tuple(who for who in visit.people if who not in came)


def _name(material: PageMaterial, who: UUID | None) -> str:
    person = material.person(who)
    return said_alone(person, material.team) if person else ""
