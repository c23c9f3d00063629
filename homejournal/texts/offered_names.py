"""Names of routines and times of day that the program itself brings, in each of its languages.

They are those of the examples to begin with and of the example family. What a family calls
something in its own words has no other language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from homejournal.domain.limits import read_json
from homejournal.domain.sentences.values import Planned
from homejournal.resources import resource
from homejournal.texts.wording import Wording, languages

_WRITTEN_IN = "en"
"""The language in which the example family is kept; the others have its words beside them."""

Names = dict[str, str]
"""One name by its languages."""


def in_second_language(planned: Planned, wording: Wording) -> Planned:
    """Return how often something is planned with the names that this language has."""
    slots = tuple(_name(slot, wording) for slot in planned.often.slots)
    return Planned(
        often=replace(planned.often, slots=slots),
        routines=tuple(_name(routine, wording) for routine in planned.routines),
    )


def _name(name: str, wording: Wording) -> str:
    return _known().get(name, {}).get(wording.language, name)


@cache
def _known() -> Mapping[str, Names]:
    """Return every name with what it is called in each language; the first of two alike counts."""
    found: dict[str, Names] = {}
    for names in (*_of_starters(), *_of_example()):
        for name in names.values():
            found.setdefault(name, names)
    return found


def _of_starters() -> Iterator[Names]:
    by_id: dict[str, Names] = {}
    for file in sorted(resource("starters").glob("*.hjplan")):
        for routine in read_json(file.read_text("utf-8"))["routines"]:
            by_id.setdefault(routine["id"], {})[file.stem] = routine["name"]
    yield from by_id.values()


def _of_example() -> Iterator[Names]:
    folder = resource("example")
    family = read_json((folder / "family.json").read_text("utf-8"))
    often = (step.get("often", {}) for step in family["plan_steps"])
    slots = {slot for one in often for slot in one.get("slots", ())}
    words = {
        language: read_json((folder / f"{language}.json").read_text("utf-8"))
        for language in languages()
        if language != _WRITTEN_IN
    }
    for name in (*(routine["name"] for routine in family["routines"]), *sorted(slots)):
        others = {language: told[name] for language, told in words.items() if name in told}
        yield {_WRITTEN_IN: name, **others}
