"""The cards of the settings: people, days, appearance, and this computer."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from homejournal.domain.days.periods import DAY_ENDS, JournalSettings, WeekStart
from homejournal.texts.display_names import people_to_choose
from homejournal.texts.safe.sharing import our_names
from homejournal.texts.window.settings import (
    Section,
    SettingText,
    changed_said,
    section_title,
    setting_texts,
)
from homejournal.texts.wording import Wording, languages, wording_of
from homejournal.ui.base.actions import Action
from homejournal.ui.base.editing import SettingChange
from homejournal.ui.base.language import choose_language, own_name
from homejournal.ui.base.preferences import TEXT_SIZES, Preferences, TodayExtra
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
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.fields.choices import DropDown, PersonDropDown, SingleChoice
from homejournal.ui.widgets.fields.form import Form, inner_field, row_of
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.wrapping_labels import plain, without_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QWidget

    from homejournal.ui.base.desk import Desk
    from homejournal.ui.widgets.wrapping_button import WordButton


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

    def add_setting(self, key: str, field: "QWidget", *, has_default: bool = True) -> None:
        """Add the field of a setting at the end of its line, after a way back to its default."""
        told = self._texts[key]
        self.form.add(key, told.name, field, told.sentence)
        if has_default:
            back = make_button("", "arrow-back-up", look="link").giving(key, self._on_back)
            words = self.wording.text("Back to default: {setting}", setting=told.name)
            back.setAccessibleName(words)
            back.setToolTip(plain(words))
            self._ways_back[key] = back
        row_of(field).lay_across(*((self._ways_back[key],) if has_default else ()))

    def tell(self, key: str, words: str) -> None:
        """Say under the name of a setting how it is now."""
        row_of(self.form.fields[key]).tell(words)

    def is_default(self, key: str) -> bool:
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


class YesNo(SingleChoice[bool]):
    """Whether something is wanted; `switched` carries its key, too."""

    switched = Signal(str, bool)

    def __init__(self, key: str, wording: "Wording") -> None:
        self._said = {True: wording.text("Yes"), False: wording.text("No")}
        super().__init__(list(self._said.items()))
        self._key = key
        self.chosen.connect(self._on_chosen)

    def said(self, wanted: bool) -> str:  # noqa: FBT001 - the one value
        """Return the word of an answer."""
        return self._said[wanted]

    def _on_chosen(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.switched.emit(self._key, wanted)


_EXTRAS = {"greeting": TodayExtra.GREETING, "memories": TodayExtra.MEMORIES}
_RECENT = "recent"
_SILENT = RingSettings(times={})


class ComputerSettings(SettingsCard):
    """`wants` carries an Action of the window: reminders, hiding, or the journal's folder."""

    wants = Signal(object)

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.COMPUTER), texts)
        text = self.wording.text
        self.reminders = make_button(text("Set times…")).giving(Action.REMINDERS, self.wants)
        self.hide_all = make_button(text("Hide it now")).giving(Action.HIDE, self.wants)
        self.folder = make_button(text("Show the folder")).giving(Action.FOLDER, self.wants)
        self.forget = make_button(text("Forget it"), on=self._on_forget)
        self.switches = {key: YesNo(key, self.wording) for key in (*_EXTRAS, _RECENT)}
        self.add_setting("reminders", self.reminders)
        for key, switch in self.switches.items():
            self.add_setting(key, switch)
            switch.switched.connect(self._on_switched)
        for key, button in (("hide", self.hide_all), ("folder", self.folder)):
            self.add_setting(key, button, has_default=False)
        self.add_setting("remembered", self.forget, has_default=False)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show where the journal lies, and what differs from a new computer."""
        self.tell("folder", self.wording.own(str(self.desk.journal.folder)))
        for key, switch in self.switches.items():
            switch.set_choice(self._is_wanted(key))
        self.show_ways_back()

    def _is_wanted(self, key: str) -> bool:
        if key == _RECENT:
            return RecentJournals(self.desk.preferences).is_wanted
        return self.desk.preferences.is_wanted(_EXTRAS[key])

    @override
    def is_default(self, key: str) -> bool:
        """Return whether all is shown that can be, and nothing rings."""
        return self._is_wanted(key) if key in self.switches else ring_settings(self.desk) == _SILENT

    @override
    def choose_first(self, key: str) -> None:
        """Choose what is shown, or that nothing rings."""
        if key in self.switches:
            self.switches[key].pills[0].setChecked(True)
            return
        put = partial(put_ring_settings, self.desk)
        calls = (partial(put, _SILENT), partial(put, ring_settings(self.desk)))
        self.change("reminders", self.wording.text("off"), calls, REMINDERS)

    def _on_switched(self, key: str, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        recent, want = RecentJournals(self.desk.preferences), self.desk.preferences.want
        if key == _RECENT:
            back = partial(recent.want, recent.folders(), wanted=not wanted)
            calls = (partial(recent.want, wanted=wanted), back)
        else:
            put = partial(want, _EXTRAS[key])
            calls = (partial(put, wanted=wanted), partial(put, wanted=not wanted))
        self.change(key, self.switches[key].said(wanted), calls)

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
        self._gone = self._preferences.forget()

    def recall(self) -> None:
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
        self.calm = YesNo("calm", self.wording)
        self.add_setting("calm", self.calm)
        for field in self.form.fields.values():
            field.setEnabled(desk.can_write)
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
        self._put("calm", calm, self.calm.said(calm))

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
        self.add_setting("helper", self.helper, has_default=False)
        text = self.wording.text
        self.people = make_button(text("Show the list…")).giving(Action.PEOPLE, self.wants)
        self.names = make_button(text("Names…"), on=self._on_names)
        self.names.setEnabled(desk.can_write)
        self.add_setting("people", self.people, has_default=False)
        self.add_setting("names", self.names, has_default=False)
        self.helper.picked.connect(self._on_helper)
        self.show_values()

    @override
    def show_values(self) -> None:
        """Show who writes, among those who are in the journal, and the names of home and device."""
        self.helper.set_choices(self._people(), self.desk.helper)
        homes = self.desk.journal.safe.homes
        ours = our_names(self.wording, homes.ours, homes.computer)
        self.tell("names", self.wording.line_of(ours))
        names = [self.wording.own(name) for helper, name in self._people() if helper is not None]
        self.tell("people", self.wording.list_of(names) or self.wording.text("Nobody yet"))

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
        self.text_size, self.colors = DropDown[int](), DropDown[Scheme]()
        self.text_size.set_choices(list(self._sizes.items()))
        self.colors.set_choices(list(self._schemes.items()))
        self.add_setting("language", self.language)
        self.add_setting("text_size", self.text_size)
        self.add_setting("colors", self.colors)
        self.language.chosen.connect(self._on_language)
        self.text_size.picked.connect(self._on_size)
        self.colors.picked.connect(self._on_colors)
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
        self.language.set_choice(self.wording.language)
        self.text_size.set_value(self.desk.preferences.text_size)
        self.colors.set_value(self.desk.preferences.scheme)
        self.show_ways_back()

    @override
    def is_default(self, key: str) -> bool:
        """Return whether it is the system's language, the usual size or the system's colors."""
        stands, first = self._stands_and_first(key)
        return stands == first

    @override
    def choose_first(self, key: str) -> None:
        """Choose the first value, as a person does."""
        first = self._stands_and_first(key)[1]
        if key == "language":
            self.language.pills[list[object](self.language.values).index(first)].setChecked(True)
            return
        box = self.text_size if key == "text_size" else self.colors
        box.setCurrentIndex(list[object](box.values).index(first))

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
