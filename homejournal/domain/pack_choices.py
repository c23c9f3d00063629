"""From the ticks of a pack to the pack itself."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from homejournal.domain.about_child import about_parts
from homejournal.domain.notes import Flag, Note
from homejournal.domain.outcomes import ladder_told
from homejournal.domain.pack_dates import third_birthday
from homejournal.domain.pack_material import OutcomeTold, PackMaterial, StrategyTold
from homejournal.domain.pack_parts import (
    age_told,
    celebrations_of,
    feelings_told,
    first_on_own,
    key_of,
    team_told,
)
from homejournal.domain.pack_strategies import changes_told, plan_told, stretches_told, who_said
from homejournal.domain.packs import AboutInPack, OutcomeInPack, Pack, ReviewInPack, StrategyInPack
from homejournal.domain.page_strategies import with_life
from homejournal.domain.preparations import PackKind, PrepQuestion
from homejournal.domain.visit_page import LifeOnPage, NoteOnPage


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTyped:
    """What is typed for a pack: the answers, and the day of the meeting."""

    answers: Mapping[str, str]
    meeting: date | None = None


NOTHING_TYPED = PackTyped(answers={})


def pack_of(
    material: PackMaterial, keys: Collection[str], typed: PackTyped = NOTHING_TYPED
) -> Pack:
    """Return the pack that the ticks ask for; what is unticked is not in it."""
    has = frozenset(keys)
    read = material.read
    transition = read.asked.kind is PackKind.TRANSITION
    life = tuple(
        LifeOnPage(day=one.day, words=one.words)
        for one in material.life()
        if f"life:{one.id}" in has
    )
    return Pack(
        kind=read.asked.kind,
        child=read.child.name,
        period=material.period,
        printed=read.printed,
        age=age_told(material) if "age" in has else None,
        written_by=read.written_by if "written_by" in has else (),
        team=team_told(material) if "team" in has else (),
        birthday=third_birthday(read.child.born, typed.meeting) if transition else None,
        ask_longer=transition and "ask_longer" in has,
        meeting=typed.meeting,
        answers=_answers(typed),
        about=_about(material, has),
        outcomes=tuple(_outcomes(material, has, life)),
        celebrations=_notes(material, celebrations_of(material, None), Flag.CELEBRATION, has),
        concerns=() if transition else _flagged(material, Flag.CONCERN, has),
        questions=() if transition else _flagged(material, Flag.QUESTION, has),
        life=life,
        feelings=tuple(told for key, told in feelings_told(material) if key in has),
        paper=read.asked.paper,
        language=read.asked.language,
        example=read.example,
    )


def _answers(typed: PackTyped) -> tuple[tuple[PrepQuestion, str], ...]:
    said = ((one, typed.answers.get(one, "").strip()) for one in PrepQuestion)
    return tuple((question, words) for question, words in said if words)


def _about(material: PackMaterial, has: Collection[str]) -> AboutInPack | None:
    written = material.read.about
    if written is None or "about" not in has:
        return None
    parts = tuple((p, words) for p, words in about_parts(written) if f"about:{p}" in has)
    return AboutInPack(day=written.day, parts=parts) if parts else None


def _outcomes(
    material: PackMaterial, has: Collection[str], life: tuple[LifeOnPage, ...]
) -> Iterator[OutcomeInPack]:
    """Yield what is ticked; strategies without an outcome need no heading where none is told."""
    for one in material.outcomes:
        if key_of(one) in has:
            told = _outcome(material, one, has, life)
            if told.text or told.strategies or told.celebrations or told.firsts:
                yield told


def _outcome(
    material: PackMaterial, one: OutcomeTold, has: Collection[str], life: tuple[LifeOnPage, ...]
) -> OutcomeInPack:
    outcome, key, records = one.outcome, key_of(one), one.records
    ladders = records.ladders if records and f"{key}:ladder" in has else ()
    reviews = records.reviews if records and f"{key}:reviews" in has else ()
    end = material.period.end
    return OutcomeInPack(
        text=outcome.text if outcome else "",
        areas=outcome.areas if outcome else (),
        since=outcome.since if outcome else None,
        closed=outcome.closed if outcome else None,
        ladders=tuple(ladder_told(rated, end) for rated in ladders),
        reviews=tuple(ReviewInPack(r.day, r.words) for r in reviews if r.day <= end),
        strategies=tuple(
            _strategy(material, strategy, has, life)
            for strategy in one.strategies
            if f"strategy:{strategy.id}" in has
        ),
        celebrations=_notes(material, celebrations_of(material, one), Flag.CELEBRATION, has),
        firsts=tuple(
            first
            for strategy in one.strategies
            if f"first:{strategy.id}" in has and (first := first_on_own(strategy)) is not None
        ),
    )


def _strategy(
    material: PackMaterial, one: StrategyTold, has: Collection[str], life: tuple[LifeOnPage, ...]
) -> StrategyInPack:
    key = f"strategy:{one.id}"
    plan = f"{key}:plan" in has
    return StrategyInPack(
        name=one.name,
        suggested=who_said(material, one) if plan else None,
        planned=plan_told(material, one) if plan else None,
        stretches=stretches_told(material, one) if f"{key}:numbers" in has else (),
        chart=with_life(one.chart, life) if one.chart and f"{key}:chart" in has else None,
        changes=changes_told(material, one) if f"{key}:changes" in has else (),
    )


def _flagged(material: PackMaterial, flag: Flag, has: Collection[str]) -> tuple[NoteOnPage, ...]:
    return _notes(material, material.flagged(flag), flag, has)


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
        if f"{flag}:{note.id}" in has
    )
