"""What can be deleted for good, as choices of a dialog."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from homejournal.domain.names.quick_choices import plain
from homejournal.domain.names.same_names import team_apart
from homejournal.texts.names.child_names import names_said
from homejournal.texts.names.helper_names import everybody
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.texts.visits.team import person_choice

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from homejournal.domain.records.family import Family
    from homejournal.domain.safe.deleting_for_good import Leaving
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


@dataclass(frozen=True, slots=True)
class Choice:
    """One that can be chosen: its words, and the word that has to be typed before it goes."""

    words: str
    look: "Callable[[], Leaving]"
    typed: str = ""


def choices_of(desk: "Desk", going: Going) -> list[Choice]:
    """Return the choices; none where there is nothing that could go.

    The child that the window shows is the first. Before a child goes, its name has to be typed.
    """
    family, purging = desk.journal.family(), desk.journal.safe.purging
    match going:
        case Going.CHILD:
            names = names_said(desk.wording, family.children.values())
            shown = desk.preferences.child
            return [
                Choice(names[one.id], partial(purging.of_child, one.id), one.name)
                for one in sorted(family.children.values(), key=lambda one: one.id != shown)
            ]
        case Going.PERSON:
            people = [*everybody(desk.wording, family), *_team(desk.wording, family)]
            return [Choice(name, partial(purging.of_person, id_)) for id_, name in people]
        case Going.BIN:
            return [Choice(desk.wording.text("The bin"), purging.of_bin)]
        case Going.ENTRY | Going.ASKED | Going.EVERYTHING:
            return []


def _team(wording: "Wording", family: "Family") -> "list[tuple[UUID, str]]":
    """Return the people of the team with what they do; else that they are of it, where it helps."""
    writers = {plain(one.name) for one in family.helpers.values()}
    told = []
    for id_, one in team_apart(family.team).items():
        words = person_choice(wording, one)
        if plain(family.team[id_].name) in writers and words == wording.own(one.name):
            words = wording.text("Our team: {name}", name=words)
        told.append((id_, words))
    return told
