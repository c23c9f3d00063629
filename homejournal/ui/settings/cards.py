"""The cards of the settings: people, days, appearance, and this computer."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.days.periods import DAY_ENDS, JournalSettings, WeekStart
from homejournal.texts.display_names import people_to_choose
from homejournal.texts.safe.sharing import who_we_are
from homejournal.texts.window.settings import (
    Section,
    SettingText,
    changed_said,
    section_title,
    setting_texts,
)
from homejournal.texts.wording import languages, wording_of
from homejournal.ui.base.actions import Action
from homejournal.ui.base.editing import SettingChange
from homejournal.ui.base.language import choose_language, own_name
from homejournal.ui.base.preferences import TEXT_SIZES, TodayExtra
from homejournal.ui.base.recent_journals import RecentJournals
from homejournal.ui.base.reminder_settings import (
    REMINDERS,
    RingSettings,
    put_ring_settings,
    ring_settings,
)
from homejournal.ui.records.writers_dialog import HomeNamesDialog
from homejournal.ui.theme import Scheme
from homejournal.ui.theme.apply import scheme_names
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.drop_down import DropDown, PersonDropDown
from homejournal.ui.widgets.fields.form import Form, inner_field, row_of
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import WrapLabel, without_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.preferences import Preferences
    from homejournal.ui.widgets.buttons.wrapping_button import WordButton


class SettingsCard(Card):
    """Holds the fields by the keys of their settings; each part of the settings fills its own."""

    def __init__(self, desk: "Desk", title: str, texts: "Collection[SettingText]") -> None:
        super().__init__(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.desk, self.wording = desk, desk.wording
        self._texts = {text.key: text for text in texts}
        self._ways_back: dict[str, WordButton] = {}
        self.form = Form()
        self.body.addLayout(self.form)

    def show_values(self) -> None:
        """Show the current values, without changing a setting."""
        raise NotImplementedError

    def add_setting(self, key: str, field: "QWidget") -> None:
        """Add the field of a setting under its name."""
        told = self._texts[key]
        self.form.add(key, told.name, field, told.sentence)

    def add_way_back(self, key: str) -> None:
        """Add a button that restores the default of a setting."""
        back = make_button(self.wording.text("Back to default"), look="link")
        back.giving(key, self._on_back)
        name = self._texts[key].name
        back.setAccessibleName(self.wording.text("Back to default: {setting}", setting=name))
        row_of(self.form.fields[key]).put_beside_help(back)
        self._ways_back[key] = back

    def is_default(self, key: str) -> bool:
        """Return whether a setting has its default."""
        raise NotImplementedError

    def choose_first(self, key: str) -> None:
        """Restore the default of a setting."""
        raise NotImplementedError

    def show_ways_back(self) -> None:
        """Show the restore buttons of settings that differ from their defaults."""
        for key, back in self._ways_back.items():
            back.setVisible(self.form.fields[key].isEnabled() and not self.is_default(key))

    def _on_back(self, key: str) -> None:
        self.go_to(key)  # before the way back goes, which would leave the keyboard anywhere
        self.choose_first(key)

    def show_only(self, keys: "Collection[str]") -> None:
        """Show these settings and hide the others; without any the whole part goes."""
        for key, field in self.form.fields.items():
            self.form.show_row(field, shown=key in keys)
        self.setVisible(any(key in keys for key in self.form.fields))

    def focused(self) -> str | None:
        """Return the key of the setting that the keyboard is on."""
        return next(
            (key for key, field in self.form.fields.items() if has_focus_inside(field)), None
        )

    def go_to(self, key: str) -> "QWidget | None":
        """Give the keyboard to a setting; return its field, or None if it is not in here."""
        field = self.form.fields.get(key)
        if field is not None:
            inner_field(field).setFocus(Qt.FocusReason.OtherFocusReason)
        return field

    def change(
        self,
        key: str,
        value: str,
        calls: "tuple[Callable[[], None], Callable[[], None]]",
        name: str = "",
    ) -> None:
        """Put a setting at once, with Undo; where that fails, show again what stands.

        `value` is the new value in words, `calls` put it and put the old one back; `name` says
        what follows it.
        """
        words = changed_said(self.wording, self._texts[key].name, value)
        self.put(SettingChange(name or key, words, *calls))

    def put(self, change: SettingChange) -> None:
        """Put a setting at once, with Undo; where that fails, show again what stands."""
        if not self.desk.editing.do_setting(change):
            self.show_values()


def button_field(button: QPushButton, *above: QWidget) -> QWidget:
    """Return a button under other parts, as the field of a setting."""
    field = QWidget()
    column = in_column(inside=field)
    row = FlowRow(button)
    for part in (*above, row):
        column.addWidget(part)
    field.setFocusProxy(button)
    return field


_EXTRAS = {"greeting": TodayExtra.GREETING, "memories": TodayExtra.MEMORIES}
_SILENT = RingSettings(times={})


class ComputerSettings(SettingsCard):
    """`wants` carries an Action of the window: reminders, hiding, or the journal's folder."""

    wants = Signal(object)

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.COMPUTER), texts)
        text = self.wording.text
        self._path = WrapLabel("")
        self.reminders = make_button(text("Reminders…")).giving(Action.REMINDERS, self.wants)
        self.hide_all = make_button(text("Hide it now")).giving(Action.HIDE, self.wants)
        self.folder = make_button(text("Show the folder")).giving(Action.FOLDER, self.wants)
        self.forget = make_button(text("Forget it"), on=self._on_forget)
        self.add_setting("reminders", button_field(self.reminders))
        self._answers = {True: text("Yes, once"), False: text("No")}
        self.greeting = SingleChoice(list(self._answers.items()))
        self.add_setting("greeting", self.greeting)
        self._memories_said = {True: text("Show it"), False: text("Leave it out")}
        self.memories = SingleChoice(list(self._memories_said.items()))
        self.add_setting("memories", self.memories)
        self._recent_said = {True: text("List them"), False: text("No list")}
        self.recent = SingleChoice(list(self._recent_said.items()))
        self.add_setting("hide", button_field(self.hide_all))
        self.add_setting("recent", self.recent)
        self.add_setting("folder", button_field(self.folder, self._path))
        self.add_setting("remembered", button_field(self.forget))
        for button in (self.reminders, self.hide_all, self.folder, self.forget):
            button.setAccessibleName(button.text())
        for key in ("reminders", "greeting", "memories", "recent"):
            self.add_way_back(key)
        self.greeting.chosen.connect(self._on_greeting)
        self.memories.chosen.connect(self._on_memories)
        self.recent.chosen.connect(self._on_recent)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show where the journal lies, and what differs from a new computer."""
        self._path.setText(self.wording.own(str(self.desk.journal.folder)))
        self.greeting.set_choice(self.desk.preferences.is_wanted(TodayExtra.GREETING))
        self.memories.set_choice(self.desk.preferences.is_wanted(TodayExtra.MEMORIES))
        self.recent.set_choice(RecentJournals(self.desk.preferences).is_wanted)
        self.show_ways_back()

    @override
    def is_default(self, key: str) -> bool:
        """Return whether there is a welcome, and nothing that rings."""
        if key in _EXTRAS:
            return self.desk.preferences.is_wanted(_EXTRAS[key])
        if key == "recent":
            return RecentJournals(self.desk.preferences).is_wanted
        return ring_settings(self.desk) == _SILENT

    @override
    def choose_first(self, key: str) -> None:
        """Choose the welcome, or that nothing rings."""
        choices = {"greeting": self.greeting, "memories": self.memories, "recent": self.recent}
        if key in choices:
            choices[key].pills[0].setChecked(True)
            return
        put = partial(put_ring_settings, self.desk)
        calls = (partial(put, _SILENT), partial(put, ring_settings(self.desk)))
        self.change("reminders", self.wording.text("off"), calls, REMINDERS)

    def _on_greeting(self, wanted: bool) -> None:  # noqa: FBT001
        self._want("greeting", self._answers[wanted], wanted=wanted)

    def _on_memories(self, wanted: bool) -> None:  # noqa: FBT001
        self._want("memories", self._memories_said[wanted], wanted=wanted)

    def _on_recent(self, wanted: bool) -> None:  # noqa: FBT001
        recent = RecentJournals(self.desk.preferences)
        back = partial(recent.want, recent.folders(), wanted=not wanted)
        calls = (partial(recent.want, wanted=wanted), back)
        self.change("recent", self._recent_said[wanted], calls)

    def _want(self, key: str, said: str, *, wanted: bool) -> None:
        put = partial(self.desk.preferences.want, _EXTRAS[key])
        self.change(key, said, (partial(put, wanted=wanted), partial(put, wanted=not wanted)))

    def _on_forget(self) -> None:
        memory = _Memory(self.desk.preferences)
        calls = (memory.forget, memory.recall)
        self.change("remembered", self.wording.text("forgotten"), calls)


class _Memory:
    """A forgotten setting, kept for Undo."""

    def __init__(self, preferences: "Preferences") -> None:
        self._preferences = preferences
        self._gone: dict[str, object] = {}

    def forget(self) -> None:
        """Forget what is remembered now."""
        self._gone = self._preferences.forget()

    def recall(self) -> None:
        """Remember it again."""
        self._preferences.put_back(self._gone)


_FIRST_DAYS = {WeekStart.MONDAY: date(2024, 1, 1), WeekStart.SUNDAY: date(2024, 1, 7)}
"""A day of that name, for its word in the language of the window."""
_FIRST = JournalSettings(id=UUID(int=0))
"""What a new journal has."""


class DaySettings(SettingsCard):
    """When days and weeks begin; saved in the journal, so that all computers count alike."""

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.DAYS), texts)
        self.day_end = DropDown[time]()
        self._starts = {start: self.wording.weekday(day) for start, day in _FIRST_DAYS.items()}
        self.week_start = SingleChoice(list(self._starts.items()))
        self.add_setting("day_end", self.day_end)
        self.add_setting("week_start", self.week_start)
        self._calm_said = {
            True: self.wording.text("Calm"),
            False: self.wording.text("Show everything"),
        }
        self.calm = SingleChoice(list(self._calm_said.items()))
        self.add_setting("calm", self.calm)
        for key, field in self.form.fields.items():
            field.setEnabled(desk.can_write)
            self.add_way_back(key)
        self.day_end.picked.connect(self._on_day_end)
        self.week_start.chosen.connect(self._on_week_start)
        self.calm.chosen.connect(self._on_calm)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show how the journal counts now, also an hour that somebody wrote into its file."""
        settings = self.desk.journal.settings
        hours = sorted({*DAY_ENDS, settings.day_end})
        self.day_end.set_choices([(hour, self._hour(hour)) for hour in hours], settings.day_end)
        self.week_start.set_choice(settings.week_start)
        self.calm.set_choice(settings.calm)
        self.show_ways_back()

    @override
    def is_default(self, key: str) -> bool:
        """Return whether a new journal counts in this way, too."""
        return bool(getattr(self.desk.journal.settings, key) == getattr(_FIRST, key))

    @override
    def choose_first(self, key: str) -> None:
        """Count as a new journal does."""
        match key:
            case "day_end":
                self._on_day_end(_FIRST.day_end)
            case "week_start":
                self._on_week_start(_FIRST.week_start)
            case "calm":
                self._on_calm(_FIRST.calm)
        self.show_values()

    def _hour(self, hour: time) -> str:
        said = self.wording.time(hour)
        if hour == _FIRST.day_end:
            return self.wording.text("{time} (usual)", time=said)
        return said

    def _on_day_end(self, hour: time) -> None:
        self._put("day_end", hour, self.wording.time(hour))

    def _on_week_start(self, start: WeekStart) -> None:
        self._put("week_start", start, self._starts[start])

    def _on_calm(self, calm: bool) -> None:  # noqa: FBT001
        self._put("calm", calm, self._calm_said[calm])

    def _put(self, key: str, value: object, said: str) -> None:
        put = partial(_put_setting, self.desk, key)
        before = getattr(self.desk.journal.settings, key)
        self.change(key, said, (partial(put, value), partial(put, before)), "days")


def _put_setting(desk: "Desk", key: str, value: object) -> None:
    changed: dict[str, Any] = {key: value}
    desk.journal.change_settings(replace(desk.journal.settings, **changed))


class PeopleSettings(SettingsCard):
    """`wants` carries Action.PEOPLE: the list of the people who write."""

    wants = Signal(object)

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.PEOPLE), texts)
        self.helper = PersonDropDown[UUID](self.wording, self.wording.text("Who is writing?"))
        self.add_setting("helper", self.helper)
        text = self.wording.text
        self.people = make_button(text("Show the list…"), "users")
        self.people.giving(Action.PEOPLE, self.wants)
        row = FlowRow(self.people)
        row.setFocusProxy(self.people)
        self.add_setting("people", row)
        self.names = make_button(text("Names…"), on=self._on_names)
        self._names_said = WrapLabel("")
        self.add_setting("names", button_field(self.names, self._names_said))
        self.names.setEnabled(desk.can_write)
        for button in (self.people, self.names):
            button.setAccessibleName(button.text())
        self.helper.picked.connect(self._on_helper)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show who writes, among those who are in the journal, and the names of home and device."""
        self.helper.set_choices(self._people(), self.desk.helper)
        homes = self.desk.journal.safe.homes
        self._names_said.setText(who_we_are(self.wording, homes.ours, homes.computer))

    def _people(self) -> list[tuple[UUID | None, str]]:
        names = people_to_choose(self.wording, self.desk.journal.family())
        return [(None, self.wording.text("Not chosen")), *names]

    def _on_names(self) -> None:
        HomeNamesDialog(self.desk, self.window()).ask()

    def _on_helper(self, helper: UUID | None) -> None:
        put = partial(setattr, self.desk.preferences, "helper")
        calls = (partial(put, helper), partial(put, self.desk.preferences.helper))
        self.change("helper", dict(self._people())[helper], calls, "people")


class LookSettings(SettingsCard):
    """Language, text size and colors, each applied at once."""

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.LOOK), texts)
        self._tongues = {code: own_name(code) for code in languages()}
        self._sizes = {size: self._size_said(size) for size in TEXT_SIZES}
        self._schemes = {scheme: without_key(words) for scheme, words in scheme_names(self.wording)}
        self.language = SingleChoice(list(self._tongues.items()))
        self.text_size = SingleChoice(list(self._sizes.items()))
        self.colors = SingleChoice(list(self._schemes.items()))
        self.add_setting("language", self.language)
        self.add_setting("text_size", self.text_size)
        self.add_setting("colors", self.colors)
        for key in self.form.fields:
            self.add_way_back(key)
        self.language.chosen.connect(self._on_language)
        self.text_size.chosen.connect(self._on_size)
        self.colors.chosen.connect(self._on_colors)
        self.show_values()

    def _size_said(self, size: int) -> str:
        """Return a size in words; parts of a hundred are for programmers."""
        if size == TEXT_SIZES[0]:
            return self.wording.text("Usual size")
        # Translators: so many times the usual size of the letters, such as "1.5 times"
        times = self.wording.number(Decimal(size) / 100)
        return self.wording.text("{number} times", number=times)

    @override
    def show_values(self) -> None:
        """Show the current language, size and colors."""
        self.language.set_choice(self.wording.language)
        self.text_size.set_choice(self.desk.preferences.text_size)
        self.colors.set_choice(self.desk.preferences.scheme)
        self.show_ways_back()

    @override
    def is_default(self, key: str) -> bool:
        """Return whether it is the system's language, the usual size or the system's colors."""
        stands, first = self._stands_and_first(key)
        return stands == first

    @override
    def choose_first(self, key: str) -> None:
        """Choose the pill of the first value, as a click on it does."""
        row = self._rows()[key]
        row.pills[list[object](row.values).index(self._stands_and_first(key)[1])].setChecked(True)

    def _rows(self) -> dict[str, SingleChoice[str] | SingleChoice[int] | SingleChoice[Scheme]]:
        return {"language": self.language, "text_size": self.text_size, "colors": self.colors}

    def _stands_and_first(self, key: str) -> tuple[object, object]:
        preferences = self.desk.preferences
        return {
            "language": (self.wording.language, choose_language(None)),
            "text_size": (preferences.text_size, TEXT_SIZES[0]),
            "colors": (preferences.scheme, Scheme.SYSTEM),
        }[key]

    def _on_language(self, code: str) -> None:
        put = partial(setattr, self.desk.preferences, "language")
        calls = (partial(put, code), partial(put, self.wording.language))
        # The words are read in the window that speaks the new language.
        spoken = wording_of(code)
        name = next(text.name for text in setting_texts(spoken) if text.key == "language")
        words = changed_said(spoken, name, self._tongues[code])
        self.put(SettingChange("language", words, *calls))

    def _on_size(self, size: int) -> None:
        put = partial(setattr, self.desk.preferences, "text_size")
        calls = (partial(put, size), partial(put, self.desk.preferences.text_size))
        self.change("text_size", self._sizes[size], calls, "look")

    def _on_colors(self, scheme: Scheme) -> None:
        put = partial(setattr, self.desk.preferences, "scheme")
        calls = (partial(put, scheme), partial(put, self.desk.preferences.scheme))
        self.change("colors", self._schemes[scheme], calls, "look")
