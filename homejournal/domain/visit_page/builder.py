"""What can be ticked for a visit page, what is ticked at first, and the page that follows."""

from collections.abc import Iterator
from dataclasses import replace

from homejournal.domain.days.periods import Span, age_on
from homejournal.domain.names.distinct_names import with_surname
from homejournal.domain.names.mentioned_children import names_any_of
from homejournal.domain.names.paper_names import says_the_name
from homejournal.domain.records.notes import Flag
from homejournal.domain.sentences.values import AgeInMonths, Sentence
from homejournal.domain.visit_page.material import (
    NO_CAPTIONS_KEY,
    SMALL_CHARTS_KEY,
    Line,
    Offer,
    PageMaterial,
    PagePart,
    StrategyMaterial,
    Ticks,
    first_key,
    life_key,
    quote_key,
    strategy_key,
    writers_of,
)
from homejournal.domain.visit_page.page import (
    LifeOnPage,
    PersonOnPage,
    StrategyOnPage,
    VisitPage,
)
from homejournal.domain.visit_page.page_parts import (
    TOLD,
    agreed_offers,
    agreed_on_page,
    asked_offers,
    asked_on_page,
    firsts_of,
    how_planned,
    note_offers,
    note_on_page,
    notes_of,
    plans_apart,
    second_page,
    second_page_offers,
    stretches_of,
    told_by,
    who_suggested,
    with_life,
)

STRATEGIES_ON_A_PAGE = 4
_CHARTS = {
    Span.WEEK: Line.CHART,
    Span.MONTH: Line.CHART_BY_MONTH,
    Span.YEAR: Line.CHART_BY_YEAR,
}
"""How the line of a chart is called; its key is the same for all."""
_BEFORE_TOLD = (Line.WHAT, Line.SUGGESTED, Line.PLANNED)
_STRATEGY_LINES = (*_BEFORE_TOLD, *TOLD, Line.EARLIER, Line.CHANGED, Line.CHART)


def offers(material: PageMaterial) -> tuple[Offer, ...]:
    """Return every line and note that can be ticked, in the order of the page.

    What names another child is ticked by nobody but the family.
    """
    found = (
        *_head_offers(material),
        *agreed_offers(material),
        *asked_offers(material),
        *note_offers(material),
        *_strategy_offers(material),
        *_life_offers(material),
        Offer(key="boxes", part=PagePart.UNTIL_NEXT_TIME, says=Line.BOXES),
        *second_page_offers(material),
    )
    return tuple(_apart_from_others(material, offer) for offer in found)


def _apart_from_others(material: PageMaterial, offer: Offer) -> Offer:
    """Return an offer that is off at first where what somebody wrote names another child."""
    named = isinstance(offer.says, str) and not isinstance(offer.says, Line)
    if not named or offer.key in {strategy_key(one) for one in material.shown()}:
        return offer
    if not names_any_of(f"{offer.says} {offer.answer}", material.others):
        return offer
    return replace(offer, by_default=False, about_sibling=True)


def default_ticks(material: PageMaterial) -> Ticks:
    """Return the first choice: the newest three notes of each flag, no quotes, no surname."""
    return Ticks(keys=frozenset(offer.key for offer in offers(material) if offer.by_default))


def _head_offers(material: PageMaterial) -> Iterator[Offer]:
    head = PagePart.HEAD
    if material.child.surname:
        yield Offer(key="surname", part=head, says=Line.SURNAME, by_default=False)
    age = _age(material)
    if age:
        yield Offer(key="age", part=head, says=age)
    if material.helpers:
        yield Offer(key="written_by", part=head, says=Line.WRITTEN_BY)
    if _for_whom(material) or _is_for_team(material):
        yield Offer(key="for_whom", part=head, says=Line.FOR_WHOM)


def _strategy_offers(material: PageMaterial) -> Iterator[Offer]:
    notes = material.notes_in_period()
    speaking = [one for one in material.theirs() if one.speaks]
    for one in material.shown():
        which, part = one.strategy.id, PagePart.STRATEGY
        yield Offer(
            key=strategy_key(one),
            part=part,
            says=one.strategy.name,
            by_default=one in speaking[:STRATEGIES_ON_A_PAGE],
            waits=one in speaking[STRATEGIES_ON_A_PAGE:],
            strategy=which,
        )
        for line, says in _strategy_lines(material, one):
            yield Offer(key=strategy_key(one, line), part=part, says=says, strategy=which)
        for note in notes:
            if note.strategy == which:
                yield Offer(
                    key=quote_key(note),
                    part=part,
                    says=note.text,
                    by_default=False,
                    day=note.day,
                    strategy=which,
                    note=note.id,
                )


def _strategy_lines(
    material: PageMaterial, one: StrategyMaterial
) -> Iterator[tuple[Line, str | Sentence | Line]]:
    step = one.step_on(material.period.end)
    if step and step.words.what and not says_the_name(step.words.what, one.strategy.name):
        yield Line.WHAT, step.words.what
    suggested = who_suggested(material, one)
    if suggested:
        yield Line.SUGGESTED, suggested
    if step:
        yield Line.PLANNED, how_planned(material, step)
    plan = one.rating_on(material.period.end)
    for line in TOLD:
        told = told_by(line, one.numbers.total, plan)
        if told:
            yield line, told[0]
    yield from ((line, line) for line in _change_lines(one))
    if one.small:
        yield Line.CHART, _CHARTS[one.small.span]


def _change_lines(one: StrategyMaterial) -> Iterator[Line]:
    if len(one.phases) > 1:
        yield Line.EARLIER
        if any(plans_apart(one)):
            yield Line.CHANGED


def _life_offers(material: PageMaterial) -> Iterator[Offer]:
    for event in material.life_in_period():
        yield Offer(key=life_key(event), part=PagePart.LIFE, says=event.words, day=event.day)


def build_page(material: PageMaterial, ticks: Ticks) -> VisitPage:
    """Return the page that the ticks ask for; what is unticked is not in it."""
    life = _life(material, ticks)
    page = replace(
        _blank_page(material, ticks),
        our_words=ticks.our_words.strip(),
        thanks=ticks.thanks.strip(),
        asked=asked_on_page(material, ticks),
        celebrations=notes_of(material, ticks, Flag.CELEBRATION),
        firsts=tuple(says for one, says in firsts_of(material) if ticks.has(first_key(one))),
        concerns=notes_of(material, ticks, Flag.CONCERN),
        questions=notes_of(material, ticks, Flag.QUESTION),
        strategies=tuple(
            _strategy(material, one, ticks, life)
            for one in material.shown()
            if ticks.has(strategy_key(one))
        ),
        life=life,
        boxes=ticks.has("boxes"),
        reach_us=ticks.reach_us.strip(),
        second=second_page(material, ticks, life),
    )
    page = _with_agreed(page, material, ticks)
    return replace(page, written_by=writers_of(material, page) if ticks.has("written_by") else ())


def _blank_page(material: PageMaterial, ticks: Ticks) -> VisitPage:
    """Return the head of a page and how it looks, before anything is told."""
    child = material.child
    surname = (child.surname or "") if ticks.has("surname") else ""
    return VisitPage(
        child=with_surname(child.name, surname),
        age=_age(material) if ticks.has("age") else None,
        period=material.period,
        printed=material.printed,
        visit_on=material.visit.day if material.visit else None,
        for_whom=_for_whom(material) if ticks.has("for_whom") else (),
        whole_team=_is_for_team(material) and ticks.has("for_whom"),
        language=material.language,
        second_language=material.second_language,
        paper=material.paper,
        notes_as_written=_in_other_language(material),
        example=material.example,
        small_charts=ticks.has(SMALL_CHARTS_KEY),
        captions=not ticks.has(NO_CAPTIONS_KEY),
    )


def _with_agreed(page: VisitPage, material: PageMaterial, ticks: Ticks) -> VisitPage:
    """Return the page with what was agreed; where nobody need be named, it has its own place."""
    agreed = tuple(agreed_on_page(material, ticks))
    unnamed = next((one for one in agreed if not one.people), None)
    return replace(
        page,
        agreed=unnamed.agreed if unnamed else "",
        agreed_next=unnamed.agreed_next if unnamed else "",
        agreed_with=tuple(one for one in agreed if one.people),
    )


def _in_other_language(material: PageMaterial) -> bool:
    home = material.home_language or material.language
    return home != material.language or material.second_language is not None


def _age(material: PageMaterial) -> AgeInMonths | None:
    age = age_on(material.child.born, material.child.due, material.period.end)
    return AgeInMonths(*age) if age else None


def _for_whom(material: PageMaterial) -> tuple[PersonOnPage, ...]:
    people = (material.person(who) for who in material.for_whom)
    return tuple(PersonOnPage(name=one.name, discipline=one.discipline) for one in people if one)


def _is_for_team(material: PageMaterial) -> bool:
    return bool(material.team) and not material.for_whom


def _strategy(
    material: PageMaterial, one: StrategyMaterial, ticks: Ticks, life: tuple[LifeOnPage, ...]
) -> StrategyOnPage:
    ticked = {line for line in _STRATEGY_LINES if ticks.has(strategy_key(one, line))}
    step = one.step_on(material.period.end)
    return StrategyOnPage(
        id=one.strategy.id,
        name=one.strategy.name,
        what=step.words.what if step and Line.WHAT in ticked else None,
        suggested=who_suggested(material, one) if Line.SUGGESTED in ticked else None,
        planned=how_planned(material, step) if step and Line.PLANNED in ticked else None,
        stretches=stretches_of(material, one, ticked),
        chart=with_life(one.small, life) if one.small and Line.CHART in ticked else None,
        quotes=tuple(
            note_on_page(material, ticks, note)
            for note in material.notes_in_period()
            if note.strategy == one.strategy.id and ticks.has(quote_key(note))
        ),
        helped=ticks.helped.get(one.strategy.id, "").strip(),
    )


def _life(material: PageMaterial, ticks: Ticks) -> tuple[LifeOnPage, ...]:
    return tuple(
        LifeOnPage(day=event.day, words=event.words)
        for event in material.life_in_period()
        if ticks.has(life_key(event))
    )
