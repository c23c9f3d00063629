"""A strategy's card on Today: rate it, say not today or left out, add a note, look how we do it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from homejournal.domain.records.plan import Weekday
from homejournal.domain.records.practices import Practice
from homejournal.domain.today.strategy_cards import CardOfDay, entries_of_card, extra_time
from homejournal.texts import day_page as said
from homejournal.ui.day_cards.base_card import RatedCard
from homejournal.ui.day_cards.buttons import CardFoot
from homejournal.ui.day_cards.drafts import NUMBER
from homejournal.ui.day_cards.header import CardHead
from homejournal.ui.day_cards.how_we_do_it import HowWeDoIt
from homejournal.ui.day_cards.notes.notes_of_card import CardNotes
from homejournal.ui.day_cards.notes.panel import NotePanel
from homejournal.ui.day_cards.photos import CardPhotos
from homejournal.ui.day_cards.saving import TodayWriting
from homejournal.ui.day_cards.shortcuts import CardAction, card_action_of
from homejournal.ui.theme import set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.boxes import TwoEnds
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import timedelta

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from homejournal.ui.base.desk import Desk


class StrategyCard(RatedCard):
    """Shows a `CardOfDay` with its notes and photos, and how the strategy is done.

    `neighbour` asks for the card before or after.
    """

    neighbour = Signal(int)

    def __init__(
        self, desk: "Desk", writing: TodayWriting, card: CardOfDay, parent: "QWidget"
    ) -> None:
        name = card.strategy.name
        super().__init__(desk, writing, card, name, name)
        # Before it has its parts: Qt looks up the style of each anew wherever they move together.
        self.setParent(parent)
        self._two: WordButton | None = None
        self._build(name)

    def _build(self, name: str) -> None:
        self._top = CardHead(self._wording)
        self._question = WrapLabel("")
        self._notes = CardNotes(self._desk, self._writing, name)
        self._notes.shown_anew.connect(self._show_again)
        self.note.typed.connect(self._show_head)
        self._photos = CardPhotos(self._desk, name)
        self._photos.button.clicked.connect(self._on_photos)
        self._photos.offers = not self._writing.FOR_HELPER
        self.take_files(take=self._desk.can_write and self._photos.offers)
        if self._photos.offers:
            self.note.field.take_files()
        for part in (self, self.note.field):
            part.given.connect(self._on_given)
        self._how = HowWeDoIt(self._wording, name)
        self._foot = CardFoot(self._desk, self._how, self._photos.button, name)
        self._foot.where.changed.connect(self._on_where)
        self._foot.once_more.clicked.connect(self._on_once_more)
        self._foot.more.remove.connect(self._on_remove)
        self._used = WrapLabel("", "muted")
        self._lay_out()

    def _lay_out(self) -> None:
        self._used.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self._top.why)
        self.body.addWidget(self._times)
        self.body.addWidget(TwoEnds(self._question, self._deeds))
        self.body.addWidget(self._rating)
        self.body.addWidget(self._notes)
        self.body.addWidget(self._photos)
        self._sides = TwoEnds(self._foot, self._used)
        self.body.addWidget(self._sides)
        self.body.addWidget(self._how)

    @property
    def note(self) -> NotePanel:
        """Return the note field with what the note is for."""
        return self._notes.panel

    @override
    def show_card(self, card: CardOfDay) -> None:
        """Show the card as it stands now; what is being typed stays."""
        self._take(card)
        self.set_title(card.strategy.name)
        self._show_two_versions()
        self._show_time()
        self._keep_with_note()
        self._notes.show_notes(card, self.time())
        self._show_head()
        self._photos.show_photos(self._writing.photos.of(entries_of_card(card)))
        self._how.show_words(card.plan.words)
        if not self._writing.FOR_HELPER:  # it tells of the days of before
            self._show_used()

    def _show_used(self) -> None:
        """Tell of the week, in the place that it has whatever is written."""
        others = (replace(self._card, days_used=days) for days in (0, 1, len(Weekday)))
        self._sides.keep_room(
            [said.used_this_week(self._wording, card_of_day) for card_of_day in others]
        )
        self._used.setText(said.used_this_week(self._wording, self._card))

    @override
    def _show_head(self) -> None:
        self._top.show_card(self, self._card, self.unsaved(), typing=self.is_typing)

    @property
    @override
    def is_typing(self) -> bool:
        return super().is_typing or self.note.unsaved

    @override
    def keep_typing(self) -> None:
        """Keep what is typed as a number, and save the note."""
        super().keep_typing()
        self.note.keep_typing()

    def _show_two_versions(self) -> None:
        """Lead to where two versions are settled, while there are any on this card."""
        if self._two is None and self._card.two_versions:
            self._two = WordButton(self._wording.text("Two versions · look at them"))
            self._two.setAccessibleDescription(self.about)
            set_look(self._two, "link")
            self._two.let_wrap()
            self._two.clicked.connect(self._on_two_versions)
            self.body.insertWidget(0, self._two, 0, Qt.AlignmentFlag.AlignLeading)
            self.setTabOrder(self, self._two)
        if self._two is not None:
            self._two.setVisible(self._card.two_versions)

    def _on_two_versions(self) -> None:
        from homejournal.ui.records.conflict_dialog import ConflictDialog

        ConflictDialog(self._desk, self.window()).ask()

    def _keep_with_note(self) -> None:
        """Let a typed number stand with the note where the plan asks for no number any more."""
        place, drafts = self._number_place(), self._writing.drafts
        if place in drafts and not self._rating.TYPED:
            note = place.removesuffix(NUMBER)
            words = "\n".join(filter(None, (drafts.get(note), drafts[place])))
            self._writing.keep_draft(note, words)
            self._writing.keep_draft(place, "")

    def show_timer(self) -> None:
        """Show where the timer runs now."""
        if self._writing.timer is not None:
            self._rating.show_timer(self._writing.timer, self._card, self.time())

    def fill_in(self, number: int, length: "timedelta | None") -> None:
        """Fill in how long a time was, which is saved with one press."""
        if 1 <= number <= len(self._card.times):
            self._on_time(number)
        self._rating.fill_in(length)

    @override
    def _show_time(self) -> None:
        super()._show_time()
        time = self.time()
        stays = not self._may_rate()
        asked = said.question(self._wording, self._card, time)
        self._question.setText(self.stays_said() if stays else asked)
        self.show_timer()
        self._foot.show_time(self._card, time)
        if time is not None and time.practice is not None:
            self._foot.more.setVisible(self._writing.may_remove(time.practice))
            self._foot.where.setEnabled(self._desk.can_write and not stays)

    @override
    def begin_note(self, text: str) -> bool:
        return self.note.type_here(text)

    @override
    def _on_key(self, key: int) -> None:
        match card_action_of(key):
            case CardAction.OTHER_CARD:
                self.neighbour.emit(1 if key == Qt.Key.Key_Down else -1)
            case CardAction.OTHER_TIME:
                self._step_time(key)
            case CardAction.NOTE:
                self.note.field.setFocus(Qt.FocusReason.OtherFocusReason)
            case CardAction.HOW:
                self._how.button.toggle()
            case _:
                super()._on_key(key)

    @override
    def _writing_deeds(self) -> "Mapping[CardAction | None, Callable[[], None]]":
        return {
            **super()._writing_deeds(),
            CardAction.ONCE_MORE: self._on_once_more,
            CardAction.TIMER: self._rating.press_timer,
            CardAction.REMOVE: self._on_remove,
        }

    def _step_time(self, key: int) -> None:
        """Ask about the time before or after, in the direction of reading."""
        time, times = self.time(), self._card.times
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        step = 1 if (key == Qt.Key.Key_Right) != mirrored else -1
        if time is not None and 1 <= time.number + step <= len(times):
            self._on_time(time.number + step)

    @override
    def _on_time(self, number: int) -> None:
        self.note.leave()
        super()._on_time(number)

    @override
    def _take_notice(self) -> None:
        if self._writing.timer is not None:
            self._writing.timer.is_written(self._card)

    def _on_where(self, practice: Practice) -> None:
        self._writing.edit(self._card, practice)

    def _on_photos(self) -> None:
        self._photos.open(self._notes.photo_place(self._card))

    def _on_given(self, data: "QMimeData") -> None:
        self._photos.take(data, self._notes.photo_place(self._card))

    def _on_once_more(self) -> None:
        """Write the chosen time down once more, above the plan; then its rating can be chosen."""
        time, before = self.time(), self._practices()
        if time is None or time.practice is None:
            return
        above = extra_time(self._card, time)
        if self._writing.rate(self._card, above, None):
            self._stay_at(self._new_since(before) or above)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_again()

    def _on_remove(self) -> None:
        time = self.time()
        practice = time.practice if time is not None else None
        if practice is not None and self._writing.may_remove(practice):
            self._writing.remove(self._card, practice)
