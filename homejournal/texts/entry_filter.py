"""The filter in words: what can be chosen, with its names, and what is chosen."""

from collections.abc import Callable, Mapping

from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.names import name_on_its_own, routines_of, with_distinct_names
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.display_names import everybody
from homejournal.texts.wording import Wording, short_name

Choice = tuple[tuple[object, ...], str]
"""A value for each field of a part, and their words."""
_MOST_LETTERS = 40

_PARTS: Mapping[FilterPart, Callable[[Wording], str]] = {
    FilterPart.DATES: lambda w: w.text("Dates"),
    FilterPart.STRATEGY: lambda w: w.text("Strategy"),
    FilterPart.SUGGESTED_BY: lambda w: w.text("Suggested by"),
    FilterPart.ROUTINE: lambda w: w.text("Routine"),
    FilterPart.HELPER: lambda w: w.text("Who did it"),
    FilterPart.WRITTEN_BY: lambda w: w.text("Who wrote it"),
    FilterPart.NOTE: lambda w: w.text("Kind of note"),
    FilterPart.PHOTOS: lambda w: w.text("With photos"),
    FilterPart.WORDS: lambda w: w.text("Words"),
}


def part_name(wording: Wording, part: FilterPart) -> str:
    """Return what a part is called where it is offered."""
    return _PARTS[part](wording)


def choices_of(
    wording: Wording, family: Family, asked: EntryFilter
) -> dict[FilterPart, list[Choice]]:
    """Return what can be chosen for the child, by part; dates and words are typed.

    Of the strategies only those of the chosen professional are offered.
    """
    family = with_distinct_names(family, asked.child)
    mine, team = family.strategies_of(asked.child), family.team.values()
    theirs = {strategy.suggested_by for strategy in mine}
    by = asked.suggested_by
    people = [_named(*one) for one in everybody(wording, family)]
    return {
        FilterPart.STRATEGY: [
            _named(one.id, one.name) for one in mine if by in (None, one.suggested_by)
        ],
        FilterPart.SUGGESTED_BY: [
            _named(one.id, name_on_its_own(one, team)) for one in team if one.id in theirs
        ],
        FilterPart.ROUTINE: [
            _named(one.id, one.name) for one in routines_of(family.routines.values(), asked.child)
        ],
        FilterPart.HELPER: people,
        FilterPart.WRITTEN_BY: people,
        FilterPart.NOTE: [
            *(((flag, False), labels.flag(wording, flag)) for flag in Flag),
            ((None, True), wording.text("Private")),
        ],
        FilterPart.PHOTOS: [((True,), part_name(wording, FilterPart.PHOTOS))],
    }


def _named(value: object, name: str) -> Choice:
    return (value,), name


def part_said(wording: Wording, family: Family, asked: EntryFilter, part: FilterPart) -> str:
    """Return what is chosen of a part, in a few words: "Mom did it"."""
    text = wording.text
    if part is FilterPart.DATES:
        return _dates_said(wording, asked)
    if part is FilterPart.WORDS:
        words = short_name(" ".join(asked.words.split()), _MOST_LETTERS)
        return text("“{words}”", words=wording.own(words))
    values = tuple(getattr(asked, name) for name in part.value)
    known = dict(choices_of(wording, family, asked)[part])
    name = wording.own(short_name(known.get(values, "?"), _MOST_LETTERS))
    match part:
        case FilterPart.SUGGESTED_BY:
            return text("suggested by {name}", name=name)
        case FilterPart.HELPER:
            return text("{name} did it", name=name)
        case FilterPart.WRITTEN_BY:
            return text("written down by {name}", name=name)
        case _:
            return name


def filter_said(wording: Wording, family: Family, asked: EntryFilter) -> str:
    """Return all that is chosen, in one line."""
    parts = [part_said(wording, family, asked, part) for part in asked.chosen]
    return capitalized(wording.line_of(parts))


def _dates_said(wording: Wording, asked: EntryFilter) -> str:
    if asked.start and asked.end:
        return wording.between(asked.start, asked.end)
    if asked.start:
        return wording.text("from {day} on", day=wording.day(asked.start))
    return wording.text("until {day}", day=wording.day(asked.end)) if asked.end else ""


def is_known(family: Family, wording: Wording, asked: EntryFilter, part: FilterPart) -> bool:
    """Return whether what is chosen of a part can still be chosen for the child."""
    if part in {FilterPart.DATES, FilterPart.WORDS}:
        return True
    values = tuple(getattr(asked, name) for name in part.value)
    return values in dict(choices_of(wording, family, asked)[part])
