"""Makes the pack from its ticks."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from homejournal.domain.days.periods import Period
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.looking_back.strategy_rows import (
    StrategyRows,
    rows_from_first,
    rows_on_paper,
)
from homejournal.domain.names import name_on_paper
from homejournal.domain.packs.material import OutcomeTold, PackMaterial, StrategyTold
from homejournal.domain.packs.offers import (
    PackLine,
    about_key,
    age_told,
    celebrations_of,
    feelings_told,
    first_key,
    first_on_own,
    flags_told,
    head_key,
    outcome_key,
    person_key,
    person_told,
    strategy_key,
    team_told,
    written_by,
)
from homejournal.domain.packs.pack import (
    AboutInPack,
    OutcomeInPack,
    Pack,
    PersonInPack,
    ReviewInPack,
    StepInPack,
    StrategyInPack,
    asked_in,
    coming_third_birthday,
)
from homejournal.domain.papers.about_child import about_parts
from homejournal.domain.plan.outcomes import OutcomeRecords, ladder_told
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.notes import Flag, Note, PackKind, PrepQuestion
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.rating_scales import RatingPlan
from homejournal.domain.sentences.plain_summary import plain_summary
from homejournal.domain.sentences.values import (
    NothingWritten,
    Planned,
    Sentence,
    Single,
    SuggestedBy,
    ThanBefore,
)
from homejournal.domain.visit_page.material import Line, flag_key, life_key
from homejournal.domain.visit_page.page import LifeOnPage, NoteOnPage, StretchOnPage
from homejournal.domain.visit_page.page_parts import told_by


def who_suggested(material: PackMaterial, one: StrategyTold) -> SuggestedBy | None:
    """Return from whom a strategy is and since when, as far as the journal says it."""
    written = one.back.written
    return suggested_by(written.strategy, written.steps, material.read.family.team, written.visits)


def plan_told(material: PackMaterial, one: StrategyTold) -> Planned | None:
    """Return how often it is planned at the end of these days, and in which routines."""
    step = one.planned_on(material.period.end)
    if step is None:
        return None
    names = material.read.family.routines
    routines = (names[which].name for which in step.words.routines if which in names)
    return Planned(step.often, tuple(routines))


_HALVES_FROM = 8 * 7
_LATELY = 13 * 7
"""Days from which a history tells in halves, and its last three months, which stand apart."""


def stretches_told(material: PackMaterial, one: StrategyTold) -> tuple[StretchOnPage, ...]:
    """Return one stretch, or one for each side of a change of plan; never summed across it.

    A history of years shows only days and ratings, so that it stays short, but long ones in parts,
    so that the way of a child is seen.
    """
    back = one.back
    history = material.read.asked.kind is PackKind.TRANSITION
    parts = [Period(phase.start, phase.end) for phase in back.phases]
    if history:
        least = _HALVES_FROM if len(parts) == 1 else 2 * _LATELY
        parts = [cut for part in parts for cut in _way_in_parts(part, least)]
    counted = [(part, back.counted.block(part), back.counted.rating(part)) for part in parts]
    whole = [(material.counted, back.total, back.rating)]
    return tuple(
        StretchOnPage(
            start=part.start,
            end=part.end,
            sentences=tuple(_told(block, rating, short=history)),
        )
        for part, block, rating in (counted if len(parts) > 1 else whole)
    )


def _way_in_parts(days: Period, least: int) -> tuple[Period, ...]:
    """Return days in halves, or with the last three months apart; fewer than `least` stay whole."""
    many = (days.end - days.start).days + 1
    if many < least:
        return (days,)
    if many < 2 * _LATELY:
        return _cut(days, many // 2)
    earlier, lately = _cut(days, _LATELY)
    before = many - _LATELY
    return (*(_cut(earlier, before // 2) if before >= 2 * _LATELY else (earlier,)), lately)


def _cut(days: Period, later: int) -> tuple[Period, Period]:
    end = days.end - timedelta(days=later)
    return Period(days.start, end), Period(end + timedelta(days=1), days.end)


def _told(block: Block, rating: RatingPlan, *, short: bool) -> Iterator[Sentence]:
    """Yield the days, or the times where no day is planned, the ratings, and what to know."""
    if not (block.times or block.not_today or block.left_out):
        yield NothingWritten()
        return
    yield from told_by(Line.DAYS, block, rating) or told_by(Line.TIMES, block, rating)
    yield from told_by(Line.RATINGS, block, rating)
    if not short:
        yield from told_by(Line.REMARKS, block, rating)


def changes_told(material: PackMaterial, one: StrategyTold) -> tuple[StepInPack, ...]:
    """Return what happened to its plan in these days, oldest first."""
    return tuple(
        StepInPack(
            step=step.step,
            day=step.from_day,
            at_visit=step.visit is not None,
            what=(step.what or "").strip() if step.step is StepKind.CHANGE else "",
        )
        for step in one.changes(material.period)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTyped:
    """What is typed for a pack: the answers, and the day of the meeting."""

    answers: Mapping[str, str]
    meeting: date | None = None


_LINES = (PackLine.PLAN, PackLine.NUMBERS, PackLine.CHANGES)
NOTHING_TYPED = PackTyped(answers={})


def pack_of(
    material: PackMaterial, keys: Collection[str], typed: PackTyped = NOTHING_TYPED
) -> Pack:
    """Return the pack that the ticks ask for; what is unticked is not in it."""
    has = frozenset(keys)
    asked = material.read.asked
    transition = asked.kind is PackKind.TRANSITION
    life = _life(material, has)
    rows = _rows(material, [*_with_rows(material, has)], life)
    pack = Pack(
        kind=asked.kind,
        child=name_on_paper(material.read.child),
        pronoun=material.read.child.pronoun,
        period=material.period,
        written_until=material.counted.end if material.read.counted else None,
        printed=material.read.printed,
        age=age_told(material) if head_key(PackLine.AGE) in has else None,
        team=_team(material, has) if transition else (),
        birthday=coming_third_birthday(material.read.child, typed.meeting) if transition else None,
        ask_longer=transition and head_key(PackLine.ASK_LONGER) in has,
        meeting=typed.meeting,
        answers=_answers(typed, asked.kind),
        words=_words(material, has) if transition else "",
        communicates=_ways(material, has) if transition else (),
        about=_about(material, has) if transition else None,
        outcomes=tuple(_outcomes(material, has, rows)),
        celebrations=_notes(material, celebrations_of(material, None), Flag.CELEBRATION, has),
        concerns=_flagged(material, Flag.CONCERN, has),
        questions=_flagged(material, Flag.QUESTION, has),
        life=life,
        feelings=tuple(told for key, told in feelings_told(material) if key in has),
        paper=asked.paper,
        language=asked.language,
        second_language=asked.second_language,
        notes_as_written=material.read.in_other_language,
        example=material.read.example,
    )
    if head_key(PackLine.WRITTEN_BY) not in has:
        return pack
    return replace(pack, written_by=written_by(material, pack, _counted(material, has)))


def _life(material: PackMaterial, has: Collection[str]) -> tuple[LifeOnPage, ...]:
    return tuple(
        LifeOnPage(day=event.day, words=event.words)
        for event in material.life()
        if life_key(event) in has
    )


def _counted(material: PackMaterial, has: Collection[str]) -> Iterator[StrategyTold]:
    """Yield the strategies of which any number or chart is ticked."""
    for outcome in material.outcomes:
        for strategy in outcome.strategies if outcome_key(outcome) in has else ():
            lines = [PackLine.NUMBERS, *([PackLine.CHART] if strategy.speaks else [])]
            if strategy_key(strategy) in has and any(
                strategy_key(strategy, line) in has for line in lines
            ):
                yield strategy


def _team(material: PackMaterial, has: Collection[str]) -> tuple[PersonInPack, ...]:
    if head_key(PackLine.TEAM) not in has:
        return ()
    people = (person for person in team_told(material) if person_key(person) in has)
    return tuple(person_told(person, has) for person in people)


def _words(material: PackMaterial, has: Collection[str]) -> str:
    return (material.read.child.words or "").strip() if head_key(PackLine.WORDS) in has else ""


def _ways(material: PackMaterial, has: Collection[str]) -> tuple[str, ...]:
    return material.read.child.communicates if head_key(PackLine.COMMUNICATES) in has else ()


def _answers(typed: PackTyped, kind: PackKind) -> tuple[tuple[PrepQuestion, str], ...]:
    said = (
        (prep_question, typed.answers.get(prep_question, "").strip())
        for prep_question in asked_in(kind)
    )
    return tuple((question, words) for question, words in said if words)


def _about(material: PackMaterial, has: Collection[str]) -> AboutInPack | None:
    written = material.read.about
    if written is None or head_key(PackLine.ABOUT) not in has:
        return None
    parts = tuple((p, words) for p, words in about_parts(written) if about_key(p) in has)
    return AboutInPack(day=written.day, parts=parts) if parts else None


def _outcomes(
    material: PackMaterial, has: Collection[str], rows: StrategyRows | None
) -> Iterator[OutcomeInPack]:
    """Yield what is ticked; strategies without an outcome need no heading where none is told."""
    for outcome in material.outcomes:
        if outcome_key(outcome) in has:
            told = _outcome(material, outcome, has, rows)
            if told.text or told.strategies or told.celebrations or told.firsts:
                yield told


def _outcome(
    material: PackMaterial, one: OutcomeTold, has: Collection[str], rows: StrategyRows | None
) -> OutcomeInPack:
    outcome, records = one.outcome, one.records
    ladders = records.ladders if records and outcome_key(one, PackLine.LADDER) in has else ()
    reviews = records.reviews if records and outcome_key(one, PackLine.REVIEWS) in has else ()
    end = material.period.end
    by_strategy = {row.strategy: row for row in rows.rows} if rows else {}
    return OutcomeInPack(
        text=outcome.text if outcome else "",
        areas=outcome.areas if outcome else (),
        waits=records is not None and not _was_looked_at(records, end),
        since=outcome.since if outcome else None,
        closed=outcome.closed if outcome else None,
        ladders=tuple(ladder_told(rated, end) for rated in ladders),
        reviews=tuple(ReviewInPack(r.day, r.words) for r in reviews if r.day <= end),
        strategies=tuple(
            replace(_strategy(material, strategy, has), row=by_strategy.get(strategy.id))
            for strategy in one.strategies
            if strategy_key(strategy) in has
        ),
        axis=rows.axis if rows and any(told.id in by_strategy for told in one.strategies) else None,
        celebrations=_notes(material, celebrations_of(material, one), Flag.CELEBRATION, has),
        firsts=tuple(
            first
            for strategy in one.strategies
            if first_key(strategy) in has and (first := first_on_own(strategy)) is not None
        ),
    )


def _was_looked_at(records: OutcomeRecords, end: date) -> bool:
    """Return whether there is a word of a review or a place on a ladder through a day."""
    days = [review.day for review in records.reviews]
    days += [rating.day for ladder in records.ladders for rating in ladder.ratings]
    return any(day <= end for day in days)


def _with_rows(material: PackMaterial, has: Collection[str]) -> Iterator[StrategyTold]:
    """Yield the strategies whose picture is ticked, with all that it needs."""
    for outcome in material.outcomes:
        for one in outcome.strategies if outcome_key(outcome) in has else ():
            keys = {strategy_key(one), strategy_key(one, PackLine.CHART)}
            if one.speaks and keys <= set(has):
                yield one


def _rows(
    material: PackMaterial, told: Sequence[StrategyTold], life: Iterable[LifeOnPage]
) -> StrategyRows | None:
    """Return the rows under the same dates, from where the first begins; None without any.

    Their head tells, of the family's life, only what is ticked.
    """
    people = {person.id: person.name for person in material.read.family.team.values()}
    rows = rows_from_first([one.back for one in told], material.counted, people)
    if rows is None:
        return None
    ticked = {(event.day, event.words) for event in life}
    return rows_on_paper(replace(rows, axis=rows.axis.telling(ticked)), life=True)


def _strategy(material: PackMaterial, one: StrategyTold, has: Collection[str]) -> StrategyInPack:
    told = {line for line in _LINES if strategy_key(one, line) in has}
    plan = PackLine.PLAN in told
    return StrategyInPack(
        name=one.name,
        suggested=who_suggested(material, one) if plan else None,
        planned=plan_told(material, one) if plan else None,
        stretches=stretches_told(material, one) if PackLine.NUMBERS in told else (),
        summary=tuple(_compared(material, one)) if PackLine.NUMBERS in told else (),
        changes=changes_told(material, one) if PackLine.CHANGES in told else (),
    )


def _compared(material: PackMaterial, one: StrategyTold) -> Iterator[Single]:
    """Yield what a review says of before and since; a history tells long times in parts alone."""
    if material.read.asked.kind is PackKind.REVIEW:
        yield from (said for said in plain_summary(one.back) if isinstance(said, ThanBefore))


def _flagged(material: PackMaterial, flag: Flag, has: Collection[str]) -> tuple[NoteOnPage, ...]:
    notes = material.flagged(flag) if flag in flags_told(material) else ()
    return _notes(material, notes, flag, has)


def _notes(
    material: PackMaterial, notes: Iterable[Note], flag: Flag, has: Collection[str]
) -> tuple[NoteOnPage, ...]:
    helpers = material.read.family.helpers
    return tuple(
        NoteOnPage(
            text=note.text,
            day=note.day,
            by=helpers[note.helper].name if note.helper and note.helper in helpers else None,
        )
        for note in notes
        if flag_key(note, flag) in has
    )
