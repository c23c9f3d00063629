"""What a visit page tells of visits before: what was agreed with whom, what was asked, our answers.

An agreement is ticked at first only while it holds: with those who read the page, and about a plan
that nobody changed since.
"""

from collections.abc import Iterator
from uuid import UUID

from homejournal.domain.names import name_on_its_own
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.visits import Visit
from homejournal.domain.visit_page.material import (
    Offer,
    PageMaterial,
    PagePart,
    StrategyMaterial,
    Ticks,
    agreed_key,
    asked_key,
    came_last,
)
from homejournal.domain.visit_page.page import AgreedOnPage, AskedOnPage


def agreed_offers(material: PageMaterial) -> Iterator[Offer]:
    """Offer both halves of what was agreed at each last visit; the second while one is to come."""
    for visit in material.visits_before():
        between, following = _halves(material, visit)
        for half, said in (("agreed", between), ("agreed_next", following)):
            if said:
                yield Offer(
                    key=agreed_key(material, visit, half),
                    part=PagePart.AGREED,
                    says=said,
                    by_default=_still_holds(material, visit),
                    day=visit.day,
                    by=_people(material, visit),
                )


def _still_holds(material: PageMaterial, visit: Visit) -> bool:
    """Say whether what was agreed at a visit is the newest that was agreed about it.

    For the whole team what was agreed before these days is old. For anybody it is, once the plan of
    all that it was about was changed at another time.
    """
    if visit.day < material.period.start and not material.for_whom:
        return False
    set_there = [
        strategy
        for strategy in material.strategies
        if any(step.visit == visit.id for step in strategy.steps)
    ]
    about = set_there or [
        strategy
        for strategy in material.strategies
        if strategy.strategy.suggested_by in visit.people
    ]
    return not about or not all(_changed_since(strategy, visit) for strategy in about)


def _changed_since(one: StrategyMaterial, visit: Visit) -> bool:
    """Say whether its plan was changed after the visit; to begin what was agreed is no change."""
    return any(
        step.from_day > visit.day and step.visit != visit.id and step.step is not StepKind.START
        for step in one.steps
    )


def agreed_on_page(material: PageMaterial, ticks: Ticks) -> Iterator[AgreedOnPage]:
    """Yield what is ticked of each last visit, the newest first."""
    for visit in material.visits_before():
        between, following = _halves(material, visit)
        key, next_key = (agreed_key(material, visit, half) for half in ("agreed", "agreed_next"))
        told = AgreedOnPage(
            people=_people(material, visit),
            day=visit.day,
            agreed=between if ticks.has(key) else "",
            agreed_next=following if ticks.has(next_key) else "",
            key=key,
            next_key=next_key,
        )
        if told.agreed or told.agreed_next:
            yield told


def asked_offers(material: PageMaterial) -> Iterator[Offer]:
    """Offer what professionals asked, newest first, with our answers or without one yet."""
    for question in material.asked_before():
        asked = question.asked
        yield Offer(
            key=asked_key(asked),
            part=PagePart.ASKED,
            says=asked.text,
            answer=asked.answer or "",
            day=question.visit.day,
            by=tuple(filter(None, (_name(material, asked.asked_by),))),
        )


def asked_on_page(material: PageMaterial, ticks: Ticks) -> tuple[AskedOnPage, ...]:
    """Return what professionals asked, as far as it is ticked, with our answers."""
    return tuple(
        AskedOnPage(
            text=question.asked.text,
            day=question.visit.day,
            by=_name(material, question.asked.asked_by),
            answer=question.asked.answer or "",
            key=asked_key(question.asked),
        )
        for question in material.asked_before()
        if ticks.has(asked_key(question.asked))
    )


def _halves(material: PageMaterial, visit: Visit) -> tuple[str, str]:
    """Return what was agreed between visits, and what for the visit that the page is for."""
    coming = material.visit
    theirs = coming is not None and coming.id != visit.id
    people = came_last(visit, material.visits_before())
    if coming and coming.people and people:
        theirs = theirs and not set(coming.people).isdisjoint(people)
    return visit.agreed_between or "", (visit.agreed_next or "") if theirs else ""


def _people(material: PageMaterial, visit: Visit) -> tuple[str, ...]:
    """Return with whom it was agreed; where it was with all who read the page, nobody is named."""
    visits = material.visits_before()
    if material.for_whom and len(visits) == 1:
        return ()
    named = (_name(material, who) for who in came_last(visit, visits))
    return tuple(name for name in named if name)


def _name(material: PageMaterial, who: UUID | None) -> str:
    person = material.person(who)
    return name_on_its_own(person, material.team) if person else ""
