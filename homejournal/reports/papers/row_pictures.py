"""The rows of strategies on papers of several pages: groups under their heads, with legends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from homejournal.domain.looking_back.strategy_rows import SharedAxis, StrategyRow, StrategyRows
from homejournal.reports.strategy_rows.legend import (
    LegendEntry,
    legend_svg,
    rating_legend,
    row_legend,
    sign_legend,
)
from homejournal.reports.strategy_rows.pictures import head_svg, row_svg
from homejournal.reports.strategy_rows.row_sheet import RowLook
from homejournal.reports.template_fields import Fields
from homejournal.texts.wording import Wording

RATINGS = 42.0
"""How high the highest bar is in points."""


def head_name(group: int) -> str:
    """Return by which name a template finds the head of a group."""
    return f"head{group}"


def row_name(group: int, at: int) -> str:
    """Return by which name a template finds a row of a group."""
    return f"row{group}-{at}"


class RowPictures:
    """Draws groups of rows, each of which stands on pages of its own; None is one without any."""

    def __init__(
        self,
        groups: Sequence[StrategyRows | None],
        width: float,
        wordings: Sequence[Wording],
        *,
        in_sentences: bool = False,
        keys_apart: bool = False,
    ) -> None:
        """Take the groups, and how wide rows are in inches, from margin to margin.

        With `in_sentences` the words beside each row have the swatches of what they count, with
        `keys_apart` each row has the key of its own scale.
        """
        self._groups = {at: rows for at, rows in enumerate(groups) if rows is not None}
        self._look = RowLook(width=width, ratings=RATINGS)
        self._wordings = wordings
        self._legend = sign_legend if in_sentences or keys_apart else row_legend

    @property
    def number(self) -> int:
        """Return how many pictures there are."""
        return sum(1 + len(rows.rows) for rows in self._groups.values())

    def draw(self, pictures: dict[str, str]) -> Iterator[int]:
        """Draw one picture in each step; yield how many there are by then."""
        language, done = self._wordings[0].language, 0
        for group, rows in self._groups.items():
            pictures[head_name(group)] = head_svg(rows, language, self._look)
            yield (done := done + 1)
            for at in range(len(rows.rows)):
                pictures[row_name(group, at)] = row_svg(rows, at, language, self._look)
                yield (done := done + 1)

    def legend(self, pictures: dict[str, str]) -> Fields:
        """Return each sign with its words once, and the words in the second language."""
        return self._told([self._entries(wording) for wording in self._wordings], pictures)

    def key(self, group: int, at: int, pictures: dict[str, str]) -> Fields:
        """Return what the ratings of one row mean, in the same form."""
        rows = self._groups[group]
        one = replace(rows, rows=(rows.rows[at],))
        return self._told([rating_legend(one, wording) for wording in self._wordings], pictures)

    def _told(self, legends: Sequence[tuple[LegendEntry, ...]], pictures: dict[str, str]) -> Fields:
        first, *others = legends
        entries = []
        for entry in first:
            name = ""
            if entry.swatch is not None:
                name = "-".join(("legend", *map(str, entry.swatch)))
                pictures[name] = legend_svg(entry.swatch, self._wordings[0].language)
            entries.append({"swatch": name, "words": entry.words})
        second = [" · ".join(entry.words for entry in told) for told in others]
        return {"entries": entries, "second": [words for words in second if words]}

    def _entries(self, wording: Wording) -> tuple[LegendEntry, ...]:
        """Return the legend of all rows; what stands under the same dates is one picture."""
        alike: dict[SharedAxis, tuple[StrategyRow, ...]] = {}
        for rows in self._groups.values():
            alike[rows.axis] = (*alike.get(rows.axis, ()), *rows.rows)
        every = (StrategyRows(axis=axis, rows=rows) for axis, rows in alike.items())
        return tuple(dict.fromkeys(one for rows in every for one in self._legend(rows, wording)))
