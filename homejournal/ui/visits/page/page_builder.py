"""A visit page in the making: what it is made from, what is ticked, and what makes it shorter."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.records.record import Kind
from homejournal.domain.today.day_page import KINDS_SHOWN
from homejournal.domain.visit_page.builder import (
    Shortening,
    Shorter,
    build_page,
    long_notes,
    offers,
    shortenings,
)
from homejournal.domain.visit_page.choices import (
    LeftOffPage,
    PageTyped,
    holder_of,
    left_off_page,
    ticks_of,
)
from homejournal.domain.visit_page.material import Offer, PageMaterial, Ticks
from homejournal.domain.visit_page.page import VisitPage
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.editing import SettingChange
from homejournal.ui.visits.page.live_page import OfferedLine
from homejournal.ui.visits.page.options import Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MADE_FROM = KINDS_SHOWN - {Kind.PRIVATE_NOTE} | {
    Kind.ASKED,
    Kind.LIFE_EVENT,
    Kind.OUTCOME,
    Kind.LADDER,
    Kind.LADDER_RATING,
}
"""The kinds of record that a page can tell of."""

LINES = "page lines"
"""What the window is told of where a line was ticked, and where that was taken back."""

Whose = tuple[UUID, tuple[UUID, ...]]
"""The child, and those whom the page is for."""


class PageMaking:
    """Holds the material of one page; what a family ticks stays while the window is open.

    Ticks belong to the child and to those whom the page is for: what one professional does not
    see, another one may. A shortening lies over the ticks and is taken away again with one click.
    What somebody ticks by hand afterwards goes before it.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.material: PageMaterial | None = None
        self.page: VisitPage | None = None
        self.known: Mapping[str, Offer] = {}
        self._holders: Mapping[str, str] = {}
        self.ticks = Ticks()
        self._chosen: dict[Whose, dict[str, bool]] = {}
        self._shorter: dict[Whose, dict[Shorter, Shortening]] = {}

    def read(self, child: UUID, wishes: Wishes) -> Period:
        """Read what the page can be made from and return its days; raises JournalError."""
        pages, today = self._desk.journal.pages, self._desk.today()
        period = wishes.period or pages.since_last_visit(child, today, wishes.people)
        material = pages.material(child, period, today, wishes.people, wishes.visit)
        language, second = wishes.languages
        self.material = replace(
            material,
            language=language,
            second_language=second,
            home_language=self._desk.wording.language,
            paper=wishes.paper,
        )
        self.known = {offer.key: offer for offer in offers(self.material)}
        self._holders = {key: holder_of(offer) for key, offer in self.known.items()}
        return period

    def build(self, typed: PageTyped) -> VisitPage | None:
        """Make the page from what is ticked and typed now; None before anything was read."""
        if self.material is None:
            return None
        chosen = dict(self._chosen.get(self._whose, {}))
        for shortening in self._shorter.get(self._whose, {}).values():
            chosen |= shortening.changes
        self.ticks = ticks_of(self.offered, chosen, typed)
        material = self._desk.journal.pages.with_pictures(self.material, self.ticks)
        self.page = build_page(material, self.ticks)
        return self.page

    @property
    def _whose(self) -> Whose:
        material = self.material
        return (material.child.id, material.for_whom) if material else (UUID(int=0), ())

    @property
    def by_hand(self) -> "Mapping[Whose, Mapping[str, bool]]":
        """Return what was ticked and unticked by hand, by whose page it was."""
        return self._chosen

    def take_up(self, by_hand: dict[Whose, dict[str, bool]]) -> None:
        """Go on from what was ticked by hand on a page that was made before this one.

        It is the same afterwards: Undo takes back steps of that page, too.
        """
        self._chosen = by_hand

    @property
    def offered(self) -> "Sequence[Offer]":
        """Return every line that can be ticked, in the order of the page."""
        return tuple(self.known.values())

    def lines(self) -> "Sequence[OfferedLine]":
        """Return what can be on the page, and whether it is."""
        ticks = self.ticks
        return [
            OfferedLine(key, ticks.has(key) and self._is_held(key), self._holders[key] or one.part)
            for key, one in self.known.items()
        ]

    def _is_held(self, key: str) -> bool:
        """Return whether what holds a line is on the page."""
        holder = self._holders[key]
        return not holder or self.ticks.has(holder)

    def ticking(self, key: str, words: str, *, on: bool) -> SettingChange:
        """Return the step that ticks a line; Undo takes it back also while another page is shown.

        What is ticked by hand goes before every shortening.
        """
        whose = self._whose
        before = {one: how for one, how in self._chosen.get(whose, {}).items() if one == key}
        mine = self._shorter.get(whose, {})
        shorter = {kind: what for kind, what in mine.items() if key in what.changes}
        back = partial(self._take_back, whose, key, before, shorter)
        return SettingChange(LINES, words, partial(self._tick, whose, key, on=on), back)

    def _take_back(
        self,
        whose: Whose,
        key: str,
        before: "Mapping[str, bool]",
        shorter: "Mapping[Shorter, Shortening]",
    ) -> None:
        chosen = self._chosen.setdefault(whose, {})
        chosen.pop(key, None)
        chosen.update(before)
        self._shorter.setdefault(whose, {}).update(shorter)

    def _tick(self, whose: Whose, key: str, *, on: bool) -> None:
        chosen = self._chosen.setdefault(whose, {})
        chosen.pop(key, None)  # what was turned last stands at the end
        chosen[key] = on
        mine = self._shorter.get(whose, {})
        for kind, what in list(mine.items()):
            changes = {one: how for one, how in what.changes.items() if one != key}
            mine[kind] = replace(what, changes=changes)
            if not changes:
                del mine[kind]

    def left_out(self) -> "Sequence[str]":
        """Return what was taken off by hand and could come back by a click, the newest last."""
        off = (key for key, on in self._chosen.get(self._whose, {}).items() if not on)
        return [
            key
            for key in off
            if key in self.known and not self.ticks.has(key) and self._fits(self.known[key])
        ]

    def _fits(self, offer: Offer) -> bool:
        return self._is_held(offer.key) and (not offer.needs or self.ticks.has(offer.needs))

    def people(self) -> tuple[str, ...]:
        """Return the names of those whom the page is for; nobody means the whole team."""
        material = self.material
        people = map(material.person, material.for_whom) if material else ()
        return tuple(person.name for person in people if person)

    def shorten(self, what: Shortening, *, on: bool) -> None:
        """Lay a shortening over the ticks, or take it away again."""
        mine = self._shorter.setdefault(self._whose, {})
        mine.pop(what.kind, None)
        if on:
            mine[what.kind] = what

    def waiting(self) -> LeftOffPage:
        """Return what of these days is not on the page, and was not unticked by hand."""
        return left_off_page(self.offered, self.ticks, self._chosen.get(self._whose, {}))

    def suggested(self) -> list[tuple[Shortening, bool]]:
        """Return what can make the page shorter, and whether it was chosen.

        What would take off again what was put on the page by hand stands last.
        """
        by_hand = self._chosen.get(self._whose, {})
        chosen = self._shorter.get(self._whose, {})
        free = {shortening.kind: shortening for shortening in shortenings(self.offered, self.ticks)}
        known = {**free, **chosen}
        told = [known[kind] for kind in Shorter if kind in known]
        told.sort(key=lambda what: any(by_hand.get(key) for key in what.changes))
        return [(what, what.kind in chosen) for what in told]

    def long_notes(self) -> tuple[Offer, ...]:
        """Return the long notes of the first page that stand there whole."""
        notes = long_notes(self.offered, self.ticks)
        return tuple(note for note in notes if note.note not in self.ticks.shortened)
