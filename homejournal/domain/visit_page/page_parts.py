"""The parts of a visit page: strategies, notes, earlier visits, and the second page."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.looking_back.look_back_values import FirstTime
from homejournal.domain.looking_back.strategy_rows import StrategyRows
from homejournal.domain.names import names_any_of, says_the_name
from homejournal.domain.plan.outcomes import OutcomeRecords, RatedLadder, ladder_told
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import NO_WORDS, StepInForce
from homejournal.domain.records.rating_scales import ON_OWN, RatingKind, RatingPlan
from homejournal.domain.sentences.allowed_sentences import (
    joined,
    tell_days,
    tell_ratings,
    tell_remarks,
    tell_times,
)
from homejournal.domain.sentences.values import (
    LevelCounts,
    MiddleLevel,
    Planned,
    Sentence,
    SuggestedBy,
)
from homejournal.domain.visit_page.material import (
    SECOND_PAGE_KEY,
    Line,
    Offer,
    PageMaterial,
    PagePart,
    StrategyMaterial,
    Ticks,
    dated_key,
    first_key,
    flag_key,
    ladder_key,
    large_key,
    photo_key,
    quote_key,
    strategy_key,
)
from homejournal.domain.visit_page.page import (
    LadderOnPage,
    LargeChart,
    NoteOnPage,
    PhotoMaterial,
    SecondPage,
    StretchOnPage,
)
from homejournal.domain.visits import on_team

NOTES_OF_A_FLAG = 3
"""So many celebrations and concerns are ticked at first; a page is read in two to five minutes."""
_PARTS = {
    Flag.CELEBRATION: PagePart.CELEBRATIONS,
    Flag.CONCERN: PagePart.CONCERNS,
    Flag.QUESTION: PagePart.QUESTIONS,
}


def note_offers(material: PageMaterial) -> Iterator[Offer]:
    """Offer the notes of each flag, newest first; every open question is ticked, however old.

    A concern that names who reads the page is for the family to tick: it may be about them. So is
    whatever names another child.
    """
    ticked: set[Note] = set()
    beside = material.beside()
    for flag, part in _PARTS.items():
        # A question that was answered stays to be ticked, but is not asked again by itself.
        flagged = material.flagged(flag)
        # A note with two flags stands there once, unless the family ticks it twice.
        asked = [note for note in flagged if not note.answered and note not in ticked]
        asked = [note for note in asked if not names_any_of(note.text, material.others)]
        if flag is Flag.CONCERN:
            asked = [note for note in asked if not is_about_a_reader(material, note)]
        theirs = [note for note in asked if note.strategy not in beside]
        newest = asked if flag is Flag.QUESTION else theirs[:NOTES_OF_A_FLAG]
        waiting = () if flag is Flag.QUESTION else theirs[NOTES_OF_A_FLAG:]
        ticked.update(newest)
        for note in flagged:
            yield Offer(
                key=flag_key(note, flag),
                part=part,
                says=note.text,
                by_default=note in newest,
                day=note.day,
                strategy=note.strategy,
                note=note.id,
                waits=note in waiting,
                about_reader=flag is Flag.CONCERN and is_about_a_reader(material, note),
            )
        if flag is Flag.CELEBRATION:
            yield from _first_offers(material, NOTES_OF_A_FLAG - len(newest))


def _first_offers(material: PageMaterial, room: int) -> Iterator[Offer]:
    """Offer the first times; at first, what the family itself celebrates goes before them."""
    beside = material.beside()
    theirs = [
        strategy for strategy, _ in firsts_of(material) if strategy.strategy.id not in beside
    ][:room]
    for strategy, says in firsts_of(material):
        yield Offer(
            key=first_key(strategy),
            part=PagePart.CELEBRATIONS,
            says=says,
            by_default=strategy in theirs,
            strategy=strategy.strategy.id,
        )


def firsts_of(material: PageMaterial) -> Iterator[tuple[StrategyMaterial, FirstTime]]:
    """Yield the strategies whose first time on own falls into the period."""
    for strategy in material.shown():
        if strategy.first_on_own is not None:
            yield (
                strategy,
                FirstTime(RatingKind.HELP, ON_OWN, strategy.first_on_own, strategy.strategy.name),
            )


def notes_of(material: PageMaterial, ticks: Ticks, flag: Flag) -> tuple[NoteOnPage, ...]:
    return tuple(
        note_on_page(material, ticks, note, flag_key(note, flag))
        for note in material.flagged(flag)
        if ticks.has(flag_key(note, flag))
    )


TOLD = (Line.DAYS, Line.TIMES, Line.RATINGS, Line.REMARKS)
"""The lines that are made from the numbers, in their order."""


def how_planned(material: PageMaterial, step: StepInForce) -> Planned:
    """Return how often a strategy is planned while a step is in force, and in which routines."""
    return Planned(step.often, material.routine_names(step.words.routines))


def who_suggested(material: PageMaterial, one: StrategyMaterial) -> SuggestedBy | None:
    """Return from whom a strategy is and since when, as far as the journal says it."""
    team = {person.id: person for person in material.team}
    return suggested_by(one.strategy, one.steps, team, one.visits)


def stretches_of(
    material: PageMaterial, one: StrategyMaterial, ticked: Collection[Line]
) -> tuple[StretchOnPage, ...]:
    """Return one stretch, or one for each side of a change of plan; never summed across it.

    Without the earlier days, only the newest side is shown. With them, each side shows its plan if
    that is ticked, so that nobody takes the newest words for those of all days.
    """
    total = (*material.period, one.total, one.rating_on(material.period.end), "")
    changed = Line.CHANGED in ticked and Line.EARLIER in ticked
    plans = _plans_told(one, ticked) if changed else ("",) * len(one.phases)
    parted = [
        (phase.start, phase.end, phase.block, phase.rating, plan)
        for phase, plan in zip(one.phases, plans, strict=True)
    ]
    newest = 0 if Line.EARLIER in ticked else -1
    told = (
        StretchOnPage(
            start=start,
            end=end,
            sentences=tuple(
                sentence
                for line in TOLD
                if line in ticked
                for sentence in told_by(line, block, rating)
            ),
            plan=plan,
        )
        for start, end, block, rating, plan in (parted if len(parted) > 1 else [total])[newest:]
    )
    return tuple(stretch for stretch in told if stretch.sentences)


def plans_apart(one: StrategyMaterial) -> tuple[str, ...]:
    """Return for each stretch between changes of plan the words in which its plan differs.

    These are what is done, or else how. Words that did not change are left empty.
    """
    steps = [one.step_on(phase.end) for phase in one.phases]
    words = [step.words if step else NO_WORDS for step in steps]
    whats, hows = [said.what or "" for said in words], [said.how or "" for said in words]
    differing = (tuple(said) for said in (whats, hows) if len(set(said)) > 1)
    return next(differing, ("",) * len(words))


def _plans_told(one: StrategyMaterial, ticked: Collection[Line]) -> tuple[str, ...]:
    """Return the words of each stretch; those of now only if they are ticked, or are the name."""
    told = plans_apart(one)
    now = told[-1] if told else ""
    if Line.WHAT in ticked or says_the_name(now, one.strategy.name):
        return told
    return tuple("" if plan == now else plan for plan in told)


def told_by(line: Line, block: Block, plan: RatingPlan | None) -> tuple[Sentence, ...]:
    """Return the sentences of one line about a stretch; on paper nothing is told twice."""
    match line:
        case Line.DAYS:
            return tell_days(block)
        case Line.TIMES:
            return tell_times(block)
        case Line.RATINGS:
            return tuple(map(_without_zeros, _without_middle(tell_ratings(block, plan))))
        case _:
            return tell_remarks(block)


def _without_middle(told: Iterable[Sentence]) -> Iterable[Sentence]:
    """Return sentences without the level in the middle: how many of each says it."""
    return (sentence for sentence in told if not isinstance(sentence, MiddleLevel))


def _without_zeros(sentence: Sentence) -> Sentence:
    if not isinstance(sentence, LevelCounts):
        return sentence
    return replace(sentence, counts=tuple(one for one in sentence.counts if one[1]))


_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 3
_NO_NAMES = frozenset(
    ("dra", "mrs", "miss", "prof", "señor", "señora", "srta", "lic", "del", "las", "los", "von",
     "van", "der", "den", "and", "the")
)  # fmt: skip
"""Titles, and small words inside surnames."""


def is_about_a_reader(material: PageMaterial, note: Note) -> bool:
    """Say whether a concern about no strategy names somebody who will read the page.

    Case and accents do not matter. A name that is also the child's or that of somebody who writes
    tells nothing.
    """
    if note.strategy is not None or Flag.CONCERN not in note.flags:
        return False
    own = (material.child.name, material.child.surname or "", *(h.name for h in material.helpers))
    readers = {part for person in _readers(material) for part in _parts(person.name)} - {
        part for name in own for part in _parts(name)
    }
    return not readers.isdisjoint(_may_be_names(note.text))


def _readers(material: PageMaterial) -> tuple[TeamMember, ...]:
    if material.for_whom:
        return tuple(person for person in material.team if person.id in material.for_whom)
    return on_team(material.team, material.printed)


def _parts(name: str) -> set[str]:
    return {part for part in _plain(_WORD.findall(name)) if len(part) >= _LEAST_LETTERS} - _NO_NAMES


def _may_be_names(text: str) -> set[str]:
    """Return the words that can be names: where a writer uses capitals, those that begin so."""
    words = _WORD.findall(text)
    capitals = any(word[0].isupper() for word in words)
    return set(_plain(word for word in words if not (capitals and word[0].islower())))


def _plain(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        apart = unicodedata.normalize("NFKD", word.casefold())
        yield "".join(one for one in apart if not unicodedata.combining(one))


_PART = PagePart.SECOND_PAGE
_LEFT_OUT = "…"
"""Stands where the family left something of a note out."""


def second_page_offers(material: PageMaterial) -> Iterator[Offer]:
    """Offer the page itself, which is off at first, and what stands on it once it is on.

    A larger chart needs its strategy on the first page: what the family took off there comes in by
    no other door.
    """
    offers = (
        *_chart_offers(material),
        *_ladder_offers(material),
        *_note_offers(material),
        *_photo_offers(material),
    )
    if offers:
        yield Offer(key=SECOND_PAGE_KEY, part=_PART, says=Line.SECOND_PAGE, by_default=False)
    yield from offers


def _chart_offers(material: PageMaterial) -> Iterator[Offer]:
    for strategy in material.shown():
        if strategy.rows and strategy.total.times:
            yield Offer(
                key=large_key(strategy),
                part=_PART,
                says=strategy.strategy.name,
                strategy=strategy.strategy.id,
                needs=strategy_key(strategy),
            )


def _ladder_offers(material: PageMaterial) -> Iterator[Offer]:
    for outcome, rated in _ladders(material):
        yield Offer(
            key=ladder_key(rated),
            part=_PART,
            says=outcome.outcome.text,
            # Without a rating at a visit nothing says that it was made together.
            by_default=any(rating.visit for rating in rated.ratings),
        )


def _note_offers(material: PageMaterial) -> Iterator[Offer]:
    beside = material.beside()
    for note in _by_date(material):
        yield Offer(
            key=dated_key(note),
            part=_PART,
            says=note.text,
            by_default=note.strategy not in beside and not is_about_a_reader(material, note),
            day=note.day,
            strategy=note.strategy,
            note=note.id,
        )


def _photo_offers(material: PageMaterial) -> Iterator[Offer]:
    for photo in material.photos_in_period():
        yield Offer(
            key=photo_key(photo),
            part=_PART,
            says=photo.shown.name,
            by_default=False,
            day=photo.shown.day,
            strategy=photo.strategy,
        )


def second_page(
    material: PageMaterial, ticks: Ticks, larger: StrategyRows | None
) -> SecondPage | None:
    """Return the second page, with the `larger` rows; None if it is not wanted.

    Nor is there one where nothing of it is ticked.
    """
    if not ticks.has(SECOND_PAGE_KEY):
        return None
    charts = tuple(_charts(material, ticks, larger))
    ladders = tuple(
        LadderOnPage(
            outcome=outcome.outcome.text,
            ladder=ladder_told(rated, material.period.end),
            key=ladder_key(rated),
        )
        for outcome, rated in _ladders(material)
        if ticks.has(ladder_key(rated))
    )
    notes = tuple(
        note_on_page(material, ticks, note, dated_key(note))
        for note in _by_date(material)
        if ticks.has(dated_key(note))
    )
    photos = tuple(
        replace(photo.shown, about=named_strategy(material, ticks, photo), key=photo_key(photo))
        for photo in material.photos_in_period()
        if ticks.has(photo_key(photo))
    )
    found = SecondPage(charts=charts, ladders=ladders, notes=notes, photos=photos)
    return found if charts or ladders or notes or photos else None


def named_strategy(material: PageMaterial, ticks: Ticks, what: Note | PhotoMaterial) -> str | None:
    """Return the strategy of a note or photo; one that the family took off is not named."""
    shown = (strategy for strategy in material.strategies if strategy.strategy.id == what.strategy)
    return next(
        (strategy.strategy.name for strategy in shown if ticks.has(strategy_key(strategy))), None
    )


def note_on_page(material: PageMaterial, ticks: Ticks, note: Note, key: str) -> NoteOnPage:
    """Return a note with the name of who wrote it; whole, or as the family shortened it.

    A quote does not name the strategy under which it stands.
    """
    quoted = key == quote_key(note)
    short = ticks.shortened.get(note.id, "").strip()
    cut = bool(short) and short != note.text.strip()
    return NoteOnPage(
        text=with_mark(short) if cut else note.text,
        day=note.day,
        by=material.helper_name(note.helper),
        about=None if quoted else named_strategy(material, ticks, note),
        shortened=cut,
        key=key,
    )


def with_mark(short: str) -> str:
    """Return a shortened note with the sign that something of it is left out."""
    return short if short.endswith(_LEFT_OUT) else f"{short} {_LEFT_OUT}"


def _ladders(material: PageMaterial) -> Iterator[tuple[OutcomeRecords, RatedLadder]]:
    for outcome in material.their_outcomes():
        for rated in outcome.ladders:
            yield outcome, rated


def _by_date(material: PageMaterial) -> tuple[Note, ...]:
    return material.notes_in_period()[::-1]


def _charts(
    material: PageMaterial, ticks: Ticks, larger: StrategyRows | None
) -> Iterator[LargeChart]:
    if larger is None:
        return
    known = {strategy.strategy.id: strategy for strategy in material.shown()}
    for row in larger.rows:
        one = known[row.strategy]
        told = one.summary if ticks.has(strategy_key(one, Line.SUMMARY)) else ()
        yield LargeChart(
            strategy=one.strategy.name,
            rows=replace(larger, rows=(row,)),
            headline=joined(told) if told else None,
            key=large_key(one),
        )
