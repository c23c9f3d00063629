"""The part of a plan's form that says what is done: routines, how often, what is noted, and how."""

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.plan_page import StepSaid, StrategyInPlan
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import StepWords
from homejournal.domain.records.record import ChildId, Record
from homejournal.texts.error_texts import explain_value
from homejournal.texts.wording import Wording
from homejournal.ui.records.strategy_frequency_fields import OftenFields, RatingFields
from homejournal.ui.records.strategy_people_fields import RoutineFields
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit


class StepFields:
    """Rows for one step of the plan; the five questions come where `add_questions` is called."""

    def __init__(self, wording: Wording, form: Form, family: Family, child: ChildId) -> None:
        self._wording, self._form = wording, form
        self._routines = RoutineFields(wording, form, family, child)
        self._often = OftenFields(wording, form)
        self._rating = RatingFields(wording, form)
        self._answers: dict[str, NoteEdit] = {}
        for changed in (self._often.times.changed, self._often.slots.textChanged):
            changed.connect(self._on_often)
        self._often.kind.chosen.connect(self._on_often)

    def add_questions(self) -> None:
        """Add the rows for how it is done."""
        text = self._wording.text
        self._form.add_section(text("How we do it (optional)"))
        asked = (
            ("what", text("What"), text("What will your child do or learn?")),
            ("how", text("How"), text("What do you do, step by step?")),
            ("when_where_who", text("When, where and with whom"), ""),
            ("why", text("Why"), text("What is it good for?")),
            ("how_we_know", text("How we will know"), text("What will be different?")),
        )
        for field, label, hint in asked:
            self._answers[field] = self._form.add(field, label, NoteEdit(hint, 2))

    def show_step(self, shown: StrategyInPlan) -> None:
        """Fill the rows with what holds for a strategy."""
        self._often.show_often(shown.often)
        self._rating.show_rating(shown.rating)
        self._on_often()
        self._routines.show_routines(shown.words.routines)
        for field, edit in self._answers.items():
            edit.set_text(getattr(shown.words, field) or "")

    def _on_often(self, _said: object = None) -> None:
        self._rating.show_several(several=self._often.several_times())

    def said(self) -> tuple[StepSaid, list[Record]]:
        """Return what is said, and the routines that were typed for the first time.

        Raises InvalidValueError where it does not fit.
        """
        try:
            routines, made = self._routines.chosen()
        except InvalidValueError as error:
            raise InvalidValueError("routine", error.reason, error.limit) from error
        answers = {field: edit.text() for field, edit in self._answers.items()}
        said = StepSaid(
            words=StepWords(**answers, routines=routines),
            often=self._often.often(),
            rating=self._rating.rating(),
        )
        return said, made


def plan_fault_words(wording: Wording, error: InvalidValueError) -> str:
    """Return the sentence for a value that does not fit into a plan's form."""
    text = wording.text
    if error.field == "from_day":
        return text("This is before the strategy began. Choose a later day.")
    if error.field == "slots" and error.reason is Reason.DOES_NOT_FIT:
        return text("Write one name for each time a day, each of them different, or none.")
    if error.field == "aim":
        return text("The aim is two numbers, the smaller one first. You can leave it out.")
    if error.field in {"person", "routine"}:
        error = InvalidValueError("name", error.reason, error.limit)
    return explain_value(wording, error)
