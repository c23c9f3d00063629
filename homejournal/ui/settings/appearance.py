"""Language, text size and colours, as settings."""

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from homejournal.texts.window.settings import Section, changed_said, section_title, setting_texts
from homejournal.texts.wording import languages, wording_of
from homejournal.ui.base.language import choose_language, own_name
from homejournal.ui.base.preferences import TEXT_SIZES
from homejournal.ui.base.setting_change import SettingChange
from homejournal.ui.settings.card import SettingsCard
from homejournal.ui.theme import Scheme
from homejournal.ui.theme.scheme_names import scheme_names, without_key
from homejournal.ui.widgets.fields.single_choice import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from homejournal.texts.window.settings import SettingText
    from homejournal.ui.base.desk import Desk


class LookSettings(SettingsCard):
    """Each is worn at once; the window follows what this computer remembers."""

    def __init__(self, desk: "Desk", texts: "Collection[SettingText]") -> None:
        super().__init__(desk, section_title(desk.wording, Section.LOOK), texts)
        self._tongues = {code: own_name(code) for code in languages()}
        self._sizes = {size: self._size_said(size) for size in TEXT_SIZES}
        self._schemes = {scheme: without_key(words) for scheme, words in scheme_names(self.wording)}
        self.language = ChoiceRow(list(self._tongues.items()))
        self.text_size = ChoiceRow(list(self._sizes.items()))
        self.colors = ChoiceRow(list(self._schemes.items()))
        self.add_setting("language", self.language)
        self.add_setting("text_size", self.text_size)
        self.add_setting("colors", self.colors)
        for key in self.fields:
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
        """Show what is worn now."""
        self.language.set_choice(self.wording.language)
        self.text_size.set_choice(self.desk.preferences.text_size)
        self.colors.set_choice(self.desk.preferences.scheme)
        self.show_ways_back()

    @override
    def is_at_first(self, key: str) -> bool:
        """Return whether it is the system's language, the usual size or the system's colors."""
        stands, first = self._stands_and_first(key)
        return stands == first

    @override
    def choose_first(self, key: str) -> None:
        """Choose the pill of the first value, as a click on it does."""
        row = {"language": self.language, "text_size": self.text_size, "colors": self.colors}[key]
        row.pills[list(row.values).index(self._stands_and_first(key)[1])].setChecked(True)

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
        name = next(one.name for one in setting_texts(spoken) if one.key == "language")
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
