"""The strategy that is looked back at: its name, from whom it is, and its days in words."""

from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.names import distinct_team
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.family import Family
from homejournal.domain.sentences.allowed_sentences import (
    days_headline,
    tell_ratings,
    tell_remarks,
    times_told,
)
from homejournal.domain.sentences.plain_summary import plain_summary
from homejournal.domain.sentences.values import Measure
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording
from homejournal.ui.progress.cards.more_detail import HowCounted
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class StrategyHead(Card):
    """The first card; its lines are the words that everything below only draws."""

    def __init__(self, wording: Wording) -> None:
        super().__init__("")
        self._wording = wording
        self.plain, self.days = WrapLabel("", "strong"), WrapLabel("")
        self._who, self._lines = WrapLabel("", "small"), WrapLabel("")
        about = wording.text("Days and middle value")
        self.how = HowCounted(wording, (Measure.DAYS, Measure.MIDDLE), about)
        for part in (self._who, self.plain, self.days, self._lines, self.how):
            self.body.addWidget(part)

    def show_back(self, back: LookBack, family: Family) -> None:
        """Show a strategy as it was counted."""
        total = back.total
        self.set_title(back.written.strategy.name)
        of, team = back.written, distinct_team(family.team)
        who = suggested_by(of.strategy, of.steps, team, of.visits)
        self._put(self._who, capitalized(say(self._wording, who)) if who else "")
        plain = [capitalized(say(self._wording, one)) for one in plain_summary(back)]
        self._put(self.plain, "\n".join(plain))
        self._put(self.days, capitalized(say(self._wording, days_headline(back))))
        told = (*times_told(back), *tell_ratings(total, back.rating, on_screen=True))
        said = [capitalized(say(self._wording, one)) for one in (*told, *tell_remarks(total))]
        self._put(self._lines, "\n".join(one for one in said if one != self.days.text()))

    @staticmethod
    def _put(label: WrapLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
