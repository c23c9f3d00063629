"""What the page shows as a picture: a strategy as a row, or groups side by side.

Either makes its sentence, picture, text alternative, tables and files from the one value it has.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from homejournal.domain.looking_back.chart_series import GroupSeries, Table, has_something
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.strategy_rows import StrategyRow, StrategyRows, rows_on_paper
from homejournal.domain.sentences.headlines import headline
from homejournal.exchange.tables import table_csv
from homejournal.reports.chart_words.row_tables import row_tables
from homejournal.reports.chart_words.row_words import (
    NoteMark,
    row_alt,
    row_sentences,
    stretch_told,
)
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_caption, chart_key, chart_title
from homejournal.reports.strategy_rows.head import height_of_head
from homejournal.reports.strategy_rows.legend import LegendEntry, row_legend
from homejournal.reports.strategy_rows.pictures import row_height
from homejournal.reports.strategy_rows.row_sheet import RowLook
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from homejournal.reports.charts.screen_picture import ChartPicture
    from homejournal.reports.charts.style import ChartLook

PIXELS = 96 / 72
"""Of a point, in a picture for the screen at 100 %."""
_LARGE = RowLook(ratings=130.0)
_MOST_LANES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture for the screen; a row has its dates above it and the swatches of its legend."""

    picture: "ChartPicture"
    head: "ChartPicture | None" = None
    swatches: "tuple[ChartPicture, ...]" = ()


def lanes_of(rows: StrategyRows) -> int:
    """Return how many lines of labels stand over the dates: known before letters are measured.

    What has no room in them is told by its mark.
    """
    axis = rows.axis
    return min(_MOST_LANES, len(axis.visits) + len(axis.bands) + len(axis.events))


def head_high(rows: StrategyRows, lanes: int) -> float:
    """Return how many pixels at 100 % the dates take."""
    return height_of_head(rows.axis, lanes, RowLook()) * PIXELS


def row_look(look: "ChartLook", lanes: int, ratings: float = RowLook().ratings) -> RowLook:
    """Return how a row is drawn in the place of a chart."""
    return RowLook(
        width=look.size[0],
        ratings=ratings,
        text=look.text,
        dark=look.dark,
        dpi=look.dpi,
        hatched=look.hatched,
        lanes=lanes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A strategy alone under its dates, larger than among the others.

    `lanes` are those of all its days, so that nothing moves when fewer of them are shown.
    """

    back: LookBack = field(compare=False)
    rows: StrategyRows
    wording: Wording
    lanes: int = 0
    notes: tuple[NoteMark, ...] = ()

    @property
    def row(self) -> StrategyRow:
        return self.rows.rows[0]

    @property
    def strategy(self) -> str:
        return self.row.name

    @property
    def title(self) -> str:
        """What a screen reader calls the picture."""
        return self.strategy

    @property
    def sentence(self) -> str:
        """What the days that are shown come to."""
        row, wording = self.row, self.wording
        if row.chart is not None:
            return capitalized(say(wording, headline(row.chart, on_screen=True)))
        return capitalized(stretch_told(row.total, wording))

    @property
    def has_something(self) -> bool:
        """Whether there is a sign to draw, or a rating."""
        row = self.row
        told = any(cell.signs for cell in row.days) or any(cell.counted for cell in row.stretches)
        return told or row.has_ratings

    @property
    def key(self) -> str:
        """What has to be known to read the picture, beside its legend."""
        return ""

    def legend(self) -> tuple[LegendEntry, ...]:
        """Return what is drawn, with its meaning."""
        told = row_legend(self.rows, self.wording)
        flags = LegendEntry(self.wording.text("small triangles: notes"))
        return (*told, flags) if self.notes else told

    def heights(self) -> tuple[float, float]:
        """Return how many pixels at 100 % the dates take, and the row."""
        row = row_height(self.row, _LARGE, notes=True) * PIXELS
        return head_high(self.rows, self.lanes), row

    def alternative(self) -> str:
        """Return the picture in sentences."""
        return row_alt(self.rows, 0, self.wording)

    def tables(self) -> tuple[Table, ...]:
        """Return the same numbers as tables."""
        return row_tables(self.rows, 0, self.wording)

    def draw(self, look: "ChartLook") -> Drawn:
        from homejournal.reports.strategy_rows.legend import legend_picture
        from homejournal.reports.strategy_rows.pictures import head_picture, row_picture

        how = row_look(look, self.lanes, _LARGE.ratings)
        return Drawn(
            picture=row_picture(self.rows, 0, self.wording, how, self.notes),
            head=head_picture(self.rows, self.wording, how),
            swatches=tuple(
                legend_picture(told.swatch, self.wording, how)
                for told in self.legend()
                if told.swatch
            ),
        )

    def file(self, ending: str, name: str) -> bytes:
        """Return it as it may leave the screen under a name; ValueError for another ending."""
        from homejournal.reports.strategy_rows.files import RowFile, rows_png, rows_svg

        rows, wording = rows_on_paper(self.rows), self.wording
        sentences = row_sentences(self.back, rows.rows[0], wording)
        written = RowFile(rows=rows, wording=wording, title=name, sentences=sentences)
        match ending:
            case "png":
                return rows_png(written)
            case "svg":
                return rows_svg(written).encode()
            case "csv":
                return table_csv(*row_tables(rows, 0, wording))
            case _:
                raise ValueError(ending)

    def in_words(self) -> str:
        """Return what goes along where it is copied or dragged."""
        rows = rows_on_paper(self.rows)
        sentences = row_sentences(self.back, rows.rows[0], self.wording)
        return " ".join((*sentences, row_alt(rows, 0, self.wording, table=False)))


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsShown:
    """Sides of a visit, routines or times of the day of one strategy, side by side."""

    series: GroupSeries
    strategy: str
    wording: Wording

    @property
    def title(self) -> str:
        return chart_title(self.series, self.wording, self.strategy)

    @property
    def sentence(self) -> str:
        """What the groups come to."""
        return capitalized(say(self.wording, headline(self.series, on_screen=True)))

    @property
    def has_something(self) -> bool:
        return has_something(self.series)

    @property
    def key(self) -> str:
        """What has to be known to read the picture."""
        parts = (chart_caption(self.series, self.wording), chart_key(self.series, self.wording))
        return capitalized(self.wording.line_of(parts))

    def legend(self) -> tuple[LegendEntry, ...]:
        """Return nothing: it is drawn in the picture."""
        return ()

    def alternative(self) -> str:
        return chart_alt(self.series, self.wording)

    def tables(self) -> tuple[Table, ...]:
        """Return the same numbers as a table."""
        return (chart_table(self.series, self.wording, self.strategy),)

    def draw(self, look: "ChartLook") -> Drawn:
        from homejournal.reports.charts.screen_picture import chart_picture

        return Drawn(picture=chart_picture(self.series, self.wording, look))

    def file(self, ending: str, name: str) -> bytes:
        from homejournal.reports.charts.figures import FILE_LOOK, chart_png, chart_svg

        series, wording = self.series, self.wording
        match ending:
            case "png":
                return chart_png(series, wording, FILE_LOOK, strategy=name)
            case "svg":
                return chart_svg(series, wording, FILE_LOOK, strategy=name).encode()
            case "csv":
                return table_csv(chart_table(series, wording, name))
            case _:
                raise ValueError(ending)

    def in_words(self) -> str:
        return chart_alt(self.series, self.wording, table=False)


Shown = RowShown | GroupsShown
