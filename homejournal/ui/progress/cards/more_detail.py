"""More detail: what a professional may want to know, each with how it is counted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.sentences.headlines import more_told, why_not
from homejournal.domain.sentences.values import Measure
from homejournal.texts.day_page import capitalized
from homejournal.texts.progress_page import how_counted
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.button import ToggleButton
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_SHOWN = (Measure.RUN_CHART, Measure.WILSON, Measure.NAP)


class HowCounted(QWidget):
    """A button that opens how something is counted, with its source."""

    def __init__(self, wording: Wording, measures: Sequence[Measure], about: str) -> None:
        super().__init__()
        self.button = disclosure(wording.text("How is this counted?"))
        self.button.setAccessibleDescription(about)
        self._counted = WrapLabel(
            "\n\n".join(how_counted(wording, measure) for measure in measures), "small"
        )
        self.button.toggled.connect(self._counted.setVisible)
        self._counted.hide()
        row = FlowRow(self.button)
        in_column(row, self._counted, gap=2, inside=self)


def disclosure(words: str) -> ToggleButton:
    """Return a button that opens and closes what stands under it."""
    button = ToggleButton(words)
    set_look(button, "link")
    set_icon(button, "chevron-down", "muted", 16)
    return button


class MoreCard(Card):
    """Closed at first; each measure is told where it may be, or what it still needs."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.text("More detail"))
        self._wording = wording
        self.open = disclosure(wording.text("Show more detail"))
        self.open.toggled.connect(self._show_parts)
        self._inside = QWidget()
        column = in_column(gap=14, inside=self._inside)
        column.addWidget(
            WrapLabel(
                wording.text("Measures that some professionals know. They say nothing of why."),
                "muted",
            )
        )
        names = {
            Measure.RUN_CHART: wording.text("Ups and downs over time"),
            Measure.WILSON: wording.text("Tries of one session"),
            Measure.NAP: wording.text("Before and since a visit"),
        }
        self._measures = {
            measure: MeasureTold(wording, measure, names[measure]) for measure in _SHOWN
        }
        for told in self._measures.values():
            column.addWidget(told)
        row = FlowRow(self.open)
        self.body.addWidget(row)
        self.body.addWidget(self._inside)
        self._show_parts()

    def show_back(self, back: LookBack) -> None:
        """Tell what may be told of a strategy; before and since the first of its visits.

        Where nothing can ever be told of its kind of rating, there is no card.
        """
        said = {**why_not(back), **more_told(back)}
        self.setVisible(bool(said))
        for measure, told in self._measures.items():
            told.say(capitalized(say(self._wording, said[measure])) if measure in said else "")

    def _show_parts(self) -> None:
        self._inside.setVisible(self.open.isChecked())


class MeasureTold(QWidget):
    """One sentence, and under it how it is counted, with its source."""

    def __init__(self, wording: Wording, measure: Measure, name: str) -> None:
        super().__init__()
        self._words = WrapLabel("")
        self.how = HowCounted(wording, [measure], name)
        column = in_column(gap=2, inside=self)
        for part in (WrapLabel(name, "strong"), self._words, self.how):
            column.addWidget(part)

    def say(self, words: str) -> None:
        """Say this, or be hidden where there is nothing to say."""
        self._words.setText(words)
        self.setVisible(bool(words))
