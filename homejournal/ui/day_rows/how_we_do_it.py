"""How a strategy is done, in the family's words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from homejournal.domain.today.strategy_cards import CardOfDay
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.dialog import FootButtons, ReadingOrderDialog, fit
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_SIZE = (520, 420)


class HowDialog(ReadingOrderDialog):
    """Shows the five questions of the plan that were answered."""

    def __init__(self, wording: Wording, card: CardOfDay, parent: QWidget | None) -> None:
        text, said = wording.text, card.plan.words
        super().__init__(text("How we do it"), parent)
        told = (
            (text("What"), said.what),
            (text("How"), said.how),
            (text("When, where and with whom"), said.when_where_who),
            (text("Why"), said.why),
            (text("How we will know"), said.how_we_know),
        )
        answers = Part()
        answers.show_told(*((question, answer or "") for question, answer in told))
        body = ScrollColumn(edge=4)
        body.column.setContentsMargins(px(4), px(4), px(4), px(4))
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keys scroll it
        body.setAccessibleName(text("How we do it"))
        body.add(WrapLabel(card.strategy.name, "heading", most=200), answers)
        buttons = FootButtons()
        close = buttons.add_main(text("Close"))
        close.clicked.connect(self.accept)
        edge = px(20)
        in_column(body, buttons, gap=12, edges=(edge, edge, edge, edge), inside=self, grow=body)
        fit(self, px(_SIZE[0]), px(_SIZE[1]))
        body.setFocus()
