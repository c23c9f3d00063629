"""What can be deleted for good, as choices of a dialog."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from homejournal.texts.children import names_said
from homejournal.texts.people import everybody
from homejournal.texts.purging import Going

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.domain.purging import Leaving
    from homejournal.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Choice:
    """One that can be chosen: its words, and the word that has to be typed before it goes."""

    words: str
    look: "Callable[[], Leaving]"
    typed: str = ""


def choices_of(desk: "Desk", going: Going) -> list[Choice]:
    """Return the choices; none where there is nothing that could go.

    Before a child goes, its name has to be typed.
    """
    family, purging = desk.journal.family(), desk.journal.safe.purging
    match going:
        case Going.CHILD:
            names = names_said(desk.wording, family.children.values())
            return [
                Choice(names[one.id], partial(purging.of_child, one.id), one.name)
                for one in family.children.values()
            ]
        case Going.PERSON:
            team = [(one.id, one.name) for one in family.team.values()]
            people = [*everybody(desk.wording, family), *team]
            return [Choice(name, partial(purging.of_person, id_)) for id_, name in people]
        case Going.BIN:
            return [Choice(desk.wording.text("The bin"), purging.of_bin)]
        case Going.ENTRY | Going.EVERYTHING:
            return []
