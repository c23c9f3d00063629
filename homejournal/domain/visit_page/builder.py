"""What can be ticked for a visit page, what is ticked at first, the page, and how to shorten it.

Nothing here changes a page by itself: a suggestion is a set of ticks that can be taken back.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from homejournal.domain.days.periods import age_on
from homejournal.domain.looking_back.strategy_rows import (
    SharedAxis,
    StrategyRow,
    StrategyRows,
    StripSpan,
    VisitTick,
    rows_on_paper,
)
from homejournal.domain.names import name_on_paper, names_any_of, says_the_name, with_surname
from homejournal.domain.records.children import Pronoun
from homejournal.domain.records.notes import Flag
from homejournal.domain.sentences.allowed_sentences import joined
from homejournal.domain.sentences.values import AgeInMonths, Sentence
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    Line,
    Offer,
    PageMaterial,
    PagePart,
    StrategyMaterial,
    Ticks,
    first_key,
    large_key,
    life_key,
    quote_key,
    strategy_key,
    writers_of,
)
from homejournal.domain.visit_page.page import (
    NO_KEY,
    LifeOnPage,
    PersonOnPage,
    StrategyOnPage,
    VisitPage,
)
from homejournal.domain.visit_page.page_parts import (
    TOLD,
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
)
from homejournal.domain.visit_page.visits_before import (
    agreed_offers,
    agreed_on_page,
    asked_offers,
    asked_on_page,
)

STRATEGIES_ON_A_PAGE = 4
_BEFORE_TOLD = (Line.WHAT, Line.SUGGESTED, Line.PLANNED, Line.SUMMARY)
_STRATEGY_LINES = (*_BEFORE_TOLD, *TOLD, Line.EARLIER, Line.CHANGED, Line.CHART)


def offers(material: PageMaterial) -> tuple[Offer, ...]:
    """Return every line and note that can be ticked, in the order of the page.

    What names another child is ticked by nobody but the family.
    """
    found = (
        *_head_offers(material),
        *note_offers(material),
        *agreed_offers(material),
        *asked_offers(material),
        *_strategy_offers(material),
        *_life_offers(material),
        Offer(key="boxes", part=PagePart.UNTIL_NEXT_TIME, says=Line.BOXES),
        *second_page_offers(material),
    )
    return tuple(_apart_from_others(found, material)) if material.others else found


def _apart_from_others(found: Iterable[Offer], material: PageMaterial) -> Iterator[Offer]:
    """Yield the offers; off at first are those where what somebody wrote names another child."""
    heads = {strategy_key(strategy) for strategy in material.shown()}
    for offer in found:
        written = isinstance(offer.says, str) and not isinstance(offer.says, Line)
        apart = (
            written
            and offer.key not in heads
            and names_any_of(f"{offer.says} {offer.answer}", material.others)
        )
        yield replace(offer, by_default=False, about_sibling=True) if apart else offer


def default_ticks(material: PageMaterial) -> Ticks:
    """Return the first choice: the newest three notes of each flag, no quotes, no surname."""
    return first_ticks(offers(material))


def first_ticks(offered: Iterable[Offer]) -> Ticks:
    """Return what is ticked at first of what is offered."""
    return Ticks(keys=frozenset(offer.key for offer in offered if offer.by_default))


def _head_offers(material: PageMaterial) -> Iterator[Offer]:
    head = PagePart.HEAD
    if material.child.surname and name_on_paper(material.child):
        yield Offer(key="surname", part=head, says=Line.SURNAME, by_default=False)
    age = _age(material)
    if age:
        yield Offer(key="age", part=head, says=age)
    if material.helpers:
        yield Offer(key="written_by", part=head, says=Line.WRITTEN_BY)
    if _for_whom(material) or _is_for_team(material):
        yield Offer(key="for_whom", part=head, says=Line.FOR_WHOM)
    if any(tick.people for one in material.shown() if one.rows for tick in one.rows.axis.visits):
        yield Offer(key="visitors", part=head, says=Line.VISITORS)


def _strategy_offers(material: PageMaterial) -> Iterator[Offer]:
    speaking = [strategy for strategy in material.theirs() if strategy.speaks]
    for strategy in material.shown():
        which, part = strategy.strategy.id, PagePart.STRATEGY
        yield Offer(
            key=strategy_key(strategy),
            part=part,
            says=strategy.strategy.name,
            by_default=strategy in speaking[:STRATEGIES_ON_A_PAGE],
            waits=strategy in speaking[STRATEGIES_ON_A_PAGE:],
            strategy=which,
        )
        for line, says in _strategy_lines(material, strategy):
            yield Offer(key=strategy_key(strategy, line), part=part, says=says, strategy=which)
        for note in material.notes_about(which):
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
    if one.summary:
        yield Line.SUMMARY, joined(one.summary)
    for line in TOLD:
        told = told_by(line, one.total, plan)
        if told:
            yield line, told[0]
    yield from ((line, line) for line in _change_lines(one))
    if one.rows:
        yield Line.CHART, Line.CHART


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
    firsts = {
        first_key(strategy): says
        for strategy, says in firsts_of(material)
        if ticks.has(first_key(strategy))
    }
    page = replace(
        _blank_page(material, ticks),
        our_words=ticks.our_words.strip(),
        thanks=ticks.thanks.strip(),
        asked=asked_on_page(material, ticks),
        celebrations=notes_of(material, ticks, Flag.CELEBRATION),
        firsts=tuple(firsts.values()),
        first_keys=tuple(firsts),
        concerns=notes_of(material, ticks, Flag.CONCERN),
        questions=notes_of(material, ticks, Flag.QUESTION),
        strategies=tuple(
            _strategy(material, strategy, ticks)
            for strategy in material.shown()
            if ticks.has(strategy_key(strategy))
        ),
        rows=_rows(material, ticks, life, _with_picture),
        life=life,
        boxes=ticks.has("boxes"),
        reach_us=ticks.reach_us.strip(),
        second=second_page(material, ticks, _rows(material, ticks, life, large_key)),
    )
    page = _with_agreed(page, material, ticks)
    page = replace(page, of_strategies=_of_strategies(material, page))
    return replace(page, written_by=writers_of(material, page) if ticks.has("written_by") else ())


def _blank_page(material: PageMaterial, ticks: Ticks) -> VisitPage:
    """Return the head of a page and how it looks, before anything is told."""
    child = material.child
    name = name_on_paper(child)
    surname = (child.surname or "") if name and ticks.has("surname") else ""
    return VisitPage(
        child=with_surname(name, surname),
        pronoun=Pronoun.NEITHER if name else child.pronoun,
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
    )


def _with_agreed(page: VisitPage, material: PageMaterial, ticks: Ticks) -> VisitPage:
    """Return the page with its agreements; without people to name, they have their own part."""
    agreed = tuple(agreed_on_page(material, ticks))
    unnamed = next((one for one in agreed if not one.people), None)
    return replace(
        page,
        agreed=unnamed.agreed if unnamed else "",
        agreed_on=unnamed.day if unnamed else None,
        agreed_next=unnamed.agreed_next if unnamed else "",
        agreed_keys=(unnamed.key, unnamed.next_key) if unnamed else (NO_KEY, NO_KEY),
        agreed_with=tuple(one for one in agreed if one.people),
    )


def _of_strategies(material: PageMaterial, page: VisitPage) -> int:
    """Return how many strategies these days have for the readers; 0 if all or none are told."""
    on_page = {strategy.id for strategy in page.strategies}
    telling = {one.strategy.id for one in material.theirs() if one.speaks}
    return len(telling | on_page) if on_page and telling - on_page else 0


def _in_other_language(material: PageMaterial) -> bool:
    home = material.home_language or material.language
    return home != material.language or material.second_language is not None


def _age(material: PageMaterial) -> AgeInMonths | None:
    age = age_on(material.child.born, material.child.due, material.period.end)
    return AgeInMonths(*age) if age else None


def _for_whom(material: PageMaterial) -> tuple[PersonOnPage, ...]:
    people = (material.person(who) for who in material.for_whom)
    return tuple(
        PersonOnPage(name=person.name, discipline=person.discipline) for person in people if person
    )


def _is_for_team(material: PageMaterial) -> bool:
    return bool(material.team) and not material.for_whom


def _strategy(material: PageMaterial, one: StrategyMaterial, ticks: Ticks) -> StrategyOnPage:
    ticked = {line for line in _STRATEGY_LINES if ticks.has(strategy_key(one, line))}
    step = one.step_on(material.period.end)
    stretches = stretches_of(material, one, ticked)
    what = step.words.what if step and Line.WHAT in ticked else None
    return StrategyOnPage(
        id=one.strategy.id,
        name=one.strategy.name,
        # Where it was something else before, it stands with the days on which it holds.
        what=None if what in {part.plan for part in stretches} else what,
        suggested=who_suggested(material, one) if Line.SUGGESTED in ticked else None,
        planned=how_planned(material, step) if step and Line.PLANNED in ticked else None,
        stretches=stretches,
        summary=one.summary if Line.SUMMARY in ticked else (),
        quotes=tuple(
            note_on_page(material, ticks, note, quote_key(note))
            for note in material.notes_about(one.strategy.id)
            if ticks.has(quote_key(note))
        ),
        helped=ticks.helped.get(one.strategy.id, "").strip(),
        key=strategy_key(one),
    )


def _with_picture(one: StrategyMaterial) -> str:
    return strategy_key(one, Line.CHART)


def _rows(
    material: PageMaterial,
    ticks: Ticks,
    life: tuple[LifeOnPage, ...],
    key_of: Callable[[StrategyMaterial], str],
) -> StrategyRows | None:
    """Return the rows whose key is ticked; their head has of the family's life what is ticked."""
    shown = [
        one.rows
        for one in material.shown()
        if one.rows and ticks.has(strategy_key(one)) and ticks.has(key_of(one))
    ]
    if not shown or not any(one.is_written for one in material.shown()):
        return None
    named = _named_visitors(material) if ticks.has("visitors") else frozenset()
    axis = _head_of_rows(shown[0].axis, life, named)
    rows = tuple(_without_slots(row) for one in shown for row in one.rows)
    return rows_on_paper(StrategyRows(axis=axis, rows=rows), life=True)


def _without_slots(row: StrategyRow) -> StrategyRow:
    """Return a row without the names of times of the day: those of the plan are ticked with it."""
    days = (
        replace(day, slots=tuple(replace(mark, slot="") for mark in day.slots))
        if day.slots
        else day
        for day in row.days
    )
    return replace(row, days=tuple(days))


def _named_visitors(material: PageMaterial) -> frozenset[str]:
    """Return who may be named at visits: on a page for some, nobody else."""
    people = (
        filter(None, map(material.person, material.for_whom))
        if material.for_whom
        else material.team
    )
    return frozenset(person.name for person in people)


def _head_of_rows(
    axis: SharedAxis, life: tuple[LifeOnPage, ...], named: frozenset[str]
) -> SharedAxis:
    """Return the dates with visits, and what is ticked of the family's life.

    Among weeks or months single days left out are too many to be told.
    """
    return replace(
        axis.telling({(event.day, event.words) for event in life}),
        visits=tuple(
            VisitTick(
                day=tick.day,
                people=tuple(name for name in tick.people if name in named),
            )
            for tick in axis.visits
        ),
        bands=axis.bands if axis.strip is StripSpan.DAY else (),
    )


def _life(material: PageMaterial, ticks: Ticks) -> tuple[LifeOnPage, ...]:
    return tuple(
        LifeOnPage(day=event.day, words=event.words, key=life_key(event))
        for event in material.life_in_period()
        if ticks.has(life_key(event))
    )


LONG_NOTE = 280
"""So many letters of a note are about four lines of a page's column."""
_TOLD = (PagePart.CELEBRATIONS, PagePart.CONCERNS)
_FLAGS = (*_TOLD, PagePart.QUESTIONS)


class Shorter(StrEnum):
    """The ways to make a page shorter, in the order in which they are suggested."""

    QUOTES = "quotes"
    EARLIER_DAYS = "earlier_days"
    FEWER_NOTES = "fewer_notes"
    FEWER_QUESTIONS = "fewer_questions"
    FEWER_ANSWERS = "fewer_answers"
    LONG_ANSWERS = "long_answers"
    AGREED = "agreed"
    WHAT = "what"
    CHARTS_BEHIND = "charts_behind"
    FOUR_STRATEGIES = "four_strategies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortening:
    """One suggestion: which ticks it would change, and of how many lines or notes."""

    kind: Shorter
    changes: Mapping[str, bool]
    many: int


def shortenings(offered: Sequence[Offer], ticks: Ticks) -> tuple[Shortening, ...]:
    """Return what can be suggested for a page with these ticks; nothing that changes nothing."""
    heads = [offer for offer in offered if _is_head(offer) and ticks.has(offer.key)]
    lines = list(_ticked_lines(offered, ticks, {head.strategy for head in heads}))
    charts = [line.key for line in lines if line.says is Line.CHART]
    asked = _ticked(offered, ticks, PagePart.ASKED)
    off = {
        Shorter.QUOTES: [line.key for line in lines if line.note],
        Shorter.EARLIER_DAYS: [line.key for line in lines if line.says is Line.EARLIER],
        Shorter.FEWER_NOTES: [
            note.key for part in _TOLD for note in _notes(offered, ticks, part)[1:]
        ],
        Shorter.FEWER_QUESTIONS: [
            note.key for note in _notes(offered, ticks, PagePart.QUESTIONS)[1:]
        ],
        Shorter.FEWER_ANSWERS: [offer.key for offer in asked[1:]],
        Shorter.LONG_ANSWERS: [offer.key for offer in asked if len(offer.answer) > LONG_NOTE],
        Shorter.AGREED: [offer.key for offer in _ticked(offered, ticks, PagePart.AGREED)],
        Shorter.WHAT: [line.key for line in lines if line.key.endswith(f":{Line.WHAT}")],
        Shorter.CHARTS_BEHIND: charts,
        Shorter.FOUR_STRATEGIES: [head.key for head in heads[STRATEGIES_ON_A_PAGE:]],
    }
    found = []
    for kind, keys in off.items():
        changes = dict.fromkeys(keys, False)
        if kind is Shorter.CHARTS_BEHIND and changes:
            changes[SECOND_PAGE_KEY] = True
        if changes:
            found.append(Shortening(kind=kind, changes=changes, many=len(keys)))
    return tuple(found)


def long_notes(offered: Sequence[Offer], ticks: Ticks) -> tuple[Offer, ...]:
    """Return the long notes that stand on the first page, each once, in the order of the page."""
    heads = {offer.strategy for offer in offered if _is_head(offer) and ticks.has(offer.key)}
    shown = [offer for offer in offered if offer.part in _FLAGS and ticks.has(offer.key)]
    shown += [
        ticked_line for ticked_line in _ticked_lines(offered, ticks, heads) if ticked_line.note
    ]
    return tuple({offer.note: offer for offer in shown if is_long(offer)}.values())


def is_long(offer: Offer) -> bool:
    """Whether an offer is a note that may be shortened for a page."""
    return bool(offer.note) and isinstance(offer.says, str) and len(offer.says) > LONG_NOTE


def _is_head(offer: Offer) -> bool:
    return offer.part is PagePart.STRATEGY and offer.key == f"strategy:{offer.strategy}"


def _ticked_lines(
    offered: Sequence[Offer], ticks: Ticks, shown: Collection[object]
) -> Iterator[Offer]:
    for offer in offered:
        inside = offer.part is PagePart.STRATEGY and not _is_head(offer)
        if inside and offer.strategy in shown and ticks.has(offer.key):
            yield offer


def _ticked(offered: Sequence[Offer], ticks: Ticks, part: PagePart) -> list[Offer]:
    return [offer for offer in offered if offer.part is part and ticks.has(offer.key)]


def _notes(offered: Sequence[Offer], ticks: Ticks, part: PagePart) -> list[Offer]:
    """Return the ticked notes of one flag; the newest is offered first."""
    return [offer for offer in _ticked(offered, ticks, part) if offer.note]


def beginning_of(text: str, most: int = LONG_NOTE) -> str:
    """Return the beginning of a text: whole sentences where one ends there, else whole words."""
    start = text.strip()[: most + 1]
    if len(start) <= most:
        return start
    sentences = [place for place in (start.rfind(f"{end} ") for end in ".!?…") if place > 0]
    if sentences and max(sentences) > most // 3:
        return start[: max(sentences) + 1]
    words = start.rsplit(None, 1)[0]
    return words if most // 3 < len(words) <= most else start[:most]
