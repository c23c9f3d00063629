"""The parts of a plan's form that say how often a strategy is used and what is rated."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.plan import TIMES_LIMIT, Often, OftenKind, Weekday
from homejournal.domain.records.rating_scales import Aim, Better, Per, RatingKind, RatingPlan
from homejournal.texts import labels
from homejournal.texts.day_page import capitalized
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.number_field import NumberEdit
from homejournal.ui.widgets.fields.single_choice import MultipleChoice, SingleChoice


class OftenFields:
    """Rows for how often: times a day with weekdays and names, or any number of days a week."""

    def __init__(self, wording: Wording, form: Form) -> None:
        text = wording.text
        self._form = form
        kinds = [
            (OftenKind.TIMES_A_DAY, text("Times a day")),
            (OftenKind.DAYS_A_WEEK, text("A number of days a week")),
        ]
        self.kind = form.add("often", text("How often?"), SingleChoice(kinds))
        times = _whole(text("Fewer times a day"), text("More times a day"), TIMES_LIMIT)
        self.times = form.add("times", text("How many times a day?"), times)
        hint = text("With commas between them, for example: breakfast, dinner")
        self.slots = form.add("slots", text("Names for the times (optional)"), QLineEdit(), hint)
        named = [(day, capitalized(labels.weekday_name(wording, day))) for day in Weekday]
        hint = text("None chosen means every day.")
        on_days = text("On which days?")
        self.weekdays = form.add("weekdays", on_days, MultipleChoice(named), hint)
        days = _whole(text("Fewer days a week"), text("More days a week"), 7)
        self.days = form.add("days", text("How many days a week?"), days)
        self.kind.chosen.connect(self._show_rows)
        self.slots.textChanged.connect(self._on_slots)
        self.show_often(Often())

    def show_often(self, often: Often) -> None:
        """Fill the rows."""
        self.kind.set_choice(often.kind)
        self.slots.setText(", ".join(often.slots))
        self.times.set_value(Decimal(often.times))
        self.weekdays.set_chosen(often.weekdays)
        self.days.set_value(Decimal(often.days or 3))
        self._show_rows()

    def often(self) -> Often:
        """Return what is said; raises InvalidValueError where it does not fit together."""
        if self.kind.choice() is OftenKind.DAYS_A_WEEK:
            days = self.days.value()
            if days is None:
                raise InvalidValueError("days", Reason.OUT_OF_RANGE, 7)
            return Often(kind=OftenKind.DAYS_A_WEEK, days=int(days))
        times = self.times.value()
        if times is None:
            raise InvalidValueError("times", Reason.OUT_OF_RANGE, TIMES_LIMIT)
        weekdays = self.weekdays.chosen()
        return Often(
            times=int(times),
            slots=names_in(self.slots.text()),
            weekdays=() if len(weekdays) == 7 else weekdays,
        )

    def several_times(self) -> bool:
        """Return whether more than one time a day is planned."""
        times = self.times.value() or Decimal(1)
        return self.kind.choice() is OftenKind.TIMES_A_DAY and times > 1

    def _show_rows(self, _kind: object = None) -> None:
        a_week = self.kind.choice() is OftenKind.DAYS_A_WEEK
        for field in (self.times, self.slots, self.weekdays):
            self._form.show_row(field, shown=not a_week)
        self._form.show_row(self.days, shown=a_week)

    def _on_slots(self, typed: str) -> None:
        names = names_in(typed)
        if names and len(names) <= TIMES_LIMIT:
            self.times.set_value(Decimal(len(names)))


class RatingFields:
    """Rows for what is rated each time; unit, direction and aim where numbers are written.

    Where a number is planned several times a day, it is asked what it belongs to.
    """

    def __init__(self, wording: Wording, form: Form) -> None:
        text = wording.text
        self._form, self._several = form, False
        kinds = [(kind, labels.rating_kind(wording, kind)) for kind in RatingKind]
        noted = text("What do you want to note each time?")
        self.kind = form.add("rating", noted, SingleChoice(kinds))
        own = text("The professional’s own words for the four levels (optional)")
        hint = text(
            "Most help first, with commas between them, for example: full, partial, cue, alone"
        )
        self.words = form.add("words", own, QLineEdit(), hint)
        hint = text("For example: words or minutes")
        self.unit = form.add("unit", text("Number of what?"), QLineEdit(), hint)
        pers = [(per, labels.belongs_to(wording, per)) for per in Per]
        hint = text("New words are of the day. Minutes to fall asleep are of each time.")
        belongs = text("What does the number belong to?")
        self.per = form.add("per", belongs, SingleChoice(pers), hint)
        ways = [(better, capitalized(labels.better(wording, better))) for better in Better]
        hoped = text("Which direction do you hope for?")
        self.better = form.add("better", hoped, SingleChoice(ways))
        self.low = form.add("aim_from", text("Our aim: from (optional)"), NumberEdit())
        self.high = form.add("aim", text("Our aim: up to (optional)"), NumberEdit())
        for edit in (self.low, self.high):
            edit.set_range(Decimal(0), Decimal(999_999))
        self.kind.chosen.connect(self._show_rows)
        self.show_rating(RatingPlan(kind=RatingKind.HELP))

    def show_rating(self, plan: RatingPlan) -> None:
        """Fill the rows."""
        self.kind.set_choice(plan.kind)
        self.unit.setText(plan.unit or "")
        self._shown = plan
        self.words.setText(", ".join(plan.words))
        self.per.set_choice(plan.per)
        self.better.set_choice(plan.better)
        self.low.set_value(plan.aim.low if plan.aim else None)
        self.high.set_value(plan.aim.high if plan.aim else None)
        self._show_rows()

    def rating(self) -> RatingPlan:
        """Return what is said; raises InvalidValueError for an aim that is no number."""
        kind = self.kind.choice() or RatingKind.NONE
        # What has no row here stays as it is, as long as the same is rated.
        plan = self._shown if kind is self._shown.kind else RatingPlan(kind=kind)
        if kind not in {RatingKind.NUMBER, RatingKind.TRIES}:
            return replace(plan, words=self._own() if kind is RatingKind.HELP else ())
        return replace(
            plan,
            unit=(self.unit.text().strip() or None) if kind is RatingKind.NUMBER else None,
            per=self._per(plan.per),
            better=self.better.choice(),
            aim=self._aim() if kind is RatingKind.NUMBER else None,
        )

    def show_several(self, *, several: bool) -> None:
        """Ask what a number belongs to where several times a day are planned."""
        self._several = several
        self._show_rows()

    def _per(self, before: Per) -> Per:
        chosen = self.per.choice()
        asked = self._several and self.kind.choice() is RatingKind.NUMBER
        return chosen if asked and chosen else before

    def _own(self) -> tuple[str, ...]:
        typed = self.words.text()
        kept = self._shown.words
        return kept if typed == ", ".join(kept) else names_in(typed)

    def _aim(self) -> Aim | None:
        if not (self.low.is_readable() and self.high.is_readable()):
            raise InvalidValueError("aim", Reason.OUT_OF_RANGE)
        low, high = self.low.value(), self.high.value()
        if low is not None and high is not None and low > high:
            raise InvalidValueError("aim", Reason.DOES_NOT_FIT)
        return None if low is None and high is None else Aim(low=low, high=high)

    def _show_rows(self, _kind: object = None) -> None:
        kind = self.kind.choice()
        number = kind is RatingKind.NUMBER
        for field in (self.unit, self.low, self.high):
            self._form.show_row(field, shown=number)
        self._form.show_row(self.per, shown=number and self._several)
        self._form.show_row(self.words, shown=kind is RatingKind.HELP)
        self._form.show_row(self.better, shown=number or kind is RatingKind.TRIES)


def names_in(typed: str) -> tuple[str, ...]:
    """Return the names in a comma-separated line, also with Arabic commas, without empty ones."""
    return tuple(name for part in typed.replace("،", ",").split(",") if (name := part.strip()))


def _whole(less: str, more: str, most: int) -> NumberEdit:
    edit = NumberEdit(places=0, less=less, more=more)
    edit.set_range(Decimal(1), Decimal(most))
    return edit
