"""A day of several children side by side: what is called alike stands in one row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homejournal.domain.days.family_days import WeekStart
from homejournal.domain.names.quick_choices import plain
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import DayRecords, Family
from homejournal.domain.today.day_page import today_state
from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherRow:
    """Strategies of one name, each child's own; a child without one has no place in the row."""

    name: str
    cards: tuple[tuple[Child, CardOfDay], ...]

    def open_times(self) -> tuple[tuple[Child, CardOfDay, TimeOfCard], ...]:
        """Return the first time that is still open, for each child for whom it is the first.

        What is said for several children is about one time: not breakfast of one of them and dinner
        of another.
        """
        firsts = [(child, card, card.first_open) for child, card in self.cards]
        first = min((time.number for _, _, time in firsts if time), default=0)
        return tuple(
            (child, card, time) for child, card, time in firsts if time and time.number == first
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherDay:
    """The day of the children that are shown; nothing is added up over them."""

    day: date
    today: date
    children: tuple[Child, ...]
    rows: tuple[TogetherRow, ...]
    idle: tuple[Child, ...]
    """The children for whom nothing is planned or written that day."""


def together_day(
    family: Family,
    written: Mapping[UUID, DayRecords],
    children: Sequence[Child],
    days: tuple[date, date],
    start: WeekStart,
) -> TogetherDay:
    """Return the children's day: `days` is the day shown and the family's today.

    `written` holds for each child what `today_state` asks for. Rows stand in the order of the
    first child's strategies, then the further ones of the second, and so on.
    """
    rows: dict[tuple[str, int], list[tuple[Child, CardOfDay]]] = {}
    idle = []
    for child in children:
        cards = today_state(family, written[child.id], child.id, days, start).cards
        used: dict[str, int] = {}
        for card in cards:
            name = plain(family.strategies[card.strategy.id].name)
            used[name] = used.get(name, 0) + 1  # the second of one name pairs with the second
            rows.setdefault((name, used[name]), []).append((child, card))
        if not cards:
            idle.append(child)
    return TogetherDay(
        day=days[0],
        today=days[1],
        children=tuple(children),
        rows=tuple(
            TogetherRow(name=_name(family, [card for _, card in cards]), cards=tuple(cards))
            for cards in rows.values()
        ),
        idle=tuple(idle),
    )


def _name(family: Family, cards: Sequence[CardOfDay]) -> str:
    """Return the name of a row: with a number where all its cards have the same one."""
    first = cards[0].strategy
    same = all(plain(one.strategy.name) == plain(first.name) for one in cards)
    return first.name if same else family.strategies[first.id].name
