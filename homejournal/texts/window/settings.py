"""What the settings are called, what each of them does, and what was changed."""

from dataclasses import dataclass
from enum import Enum

from homejournal.texts.window.help import not_read_yet
from homejournal.texts.wording import Wording


class Section(Enum):
    """The parts of the page of settings, in their order."""

    LOOK = "look"
    DAYS = "days"
    PEOPLE = "people"
    COMPUTER = "computer"


@dataclass(frozen=True, slots=True)
class SettingText:
    """A setting in words: its name, one sentence, and other words that people look for."""

    key: str
    section: Section
    name: str
    sentence: str
    other_words: str = ""


def section_title(wording: Wording, section: Section) -> str:
    """Return the heading of a part of the settings."""
    text = wording.text
    said = {
        Section.LOOK: text("Language and look"),
        Section.DAYS: text("Days and weeks"),
        Section.PEOPLE: text("People and home"),
        Section.COMPUTER: text("This computer"),
    }
    return said[section]


def setting_texts(wording: Wording) -> tuple[SettingText, ...]:
    """Return all settings in the order in which they stand on the page."""
    computer = (*_asked_for(wording), *_kept_here(wording))
    return (*_look(wording), *_days(wording), *_people(wording), *computer)


def searched_in(wording: Wording, setting: SettingText) -> str:
    """Return all words by which a setting is found."""
    section = section_title(wording, setting.section)
    return f"{setting.name} {setting.sentence} {setting.other_words} {section}"


def hidden_said(wording: Wording, hidden: int) -> str:
    """Return how many settings a filter hides."""
    return wording.count("A filter hides {n} setting.", "A filter hides {n} settings.", hidden)


def changed_said(wording: Wording, name: str, value: str) -> str:
    """Return the words of the step that changed a setting: "Text size: 1.25 times"."""
    return wording.text("{setting}: {value}", setting=name, value=value)


def _look(wording: Wording) -> tuple[SettingText, ...]:
    text = wording.text
    return (
        SettingText(
            "language",
            Section.LOOK,
            text("Language"),
            " ".join(
                (
                    text("The whole program switches right away. What you wrote stays as it is."),
                    not_read_yet(wording),
                )
            ).rstrip(),
            text("translation tongue English Spanish Arabic"),
        ),
        SettingText(
            "text_size",
            Section.LOOK,
            text("Text size"),
            text("Ctrl and plus or minus do the same on every page."),
            text("font letters zoom bigger larger smaller eyes"),
        ),
        SettingText(
            "colors",
            Section.LOOK,
            text("Colors"),
            text("Dark colors are easier on the eyes at night."),
            text("theme dark light contrast night appearance"),
        ),
    )


def _days(wording: Wording) -> tuple[SettingText, ...]:
    text = wording.text
    return (
        SettingText(
            "day_end",
            Section.DAYS,
            text("The day ends at"),
            text(
                "Until then it still counts as yesterday. A later hour helps with night "
                "shifts and night feeds."
            ),
            text("midnight night clock hour new day turn"),
        ),
        SettingText(
            "week_start",
            Section.DAYS,
            text("A week begins on"),
            text("Used for calendars, charts and printed weeks."),
            text("Monday Sunday first day of the week calendar"),
        ),
        SettingText(
            "calm",
            Section.DAYS,
            text("The first month"),
            text("Calm: what you do not need yet waits. “Find a command” has it."),
            text("calm everything hidden simple outcomes packs book homes"),
        ),
    )


def _people(wording: Wording) -> tuple[SettingText, ...]:
    text = wording.text
    return (
        SettingText(
            "helper",
            Section.PEOPLE,
            text("Who writes at this computer"),
            text(
                "This name will show next to everything written here from now on. No "
                "password needed."
            ),
            text("name helper person mom dad grandma account user"),
        ),
        SettingText(
            "people",
            Section.PEOPLE,
            text("The people who write"),
            text("People you can pick for “who did it” or “who wrote it”."),
            text("helper add rename remove name sitter grandparents family"),
        ),
        SettingText(
            "names",
            Section.PEOPLE,
            text("This home and this computer"),
            text("These names show who wrote what when you share a journal."),
            text("name rename device laptop two homes share"),
        ),
    )


def _asked_for(wording: Wording) -> tuple[SettingText, ...]:
    """Return what this computer does only where somebody asked for it, or does not want it."""
    text = wording.text
    return (
        SettingText(
            "reminders",
            Section.COMPUTER,
            text("Reminders"),
            text("Off until you write a time. It reminds only while homejournal is open."),
            text("ring alarm bell time notice remember clock"),
        ),
        SettingText(
            "greeting",
            Section.COMPUTER,
            text("A welcome after weeks away"),
            text("One line on Today. It never says how long it was."),
            text("greeting hello back pause notice"),
        ),
        SettingText(
            "memories",
            Section.COMPUTER,
            text("“Three months ago you wrote”"),
            text("A note of that time, beside Today in a wide window."),
            text("memories back earlier note then past"),
        ),
        SettingText(
            "hide",
            Section.COMPUTER,
            text("Hide the journal"),
            text(
                "F9 shows an empty window instead, and F9 brings the journal back. It is "
                "not a lock. See “Staying safe” in Help."
            ),
            text("safe safety privacy secret lock cover key F9 password"),
        ),
    )


def _kept_here(wording: Wording) -> tuple[SettingText, ...]:
    text = wording.text
    return (
        SettingText(
            "recent",
            Section.COMPUTER,
            text("Journals opened here"),
            text("The File menu lists other journals, by the names of their folders."),
            text("open recent files list history privacy"),
        ),
        SettingText(
            "folder",
            Section.COMPUTER,
            text("Where the journal is kept"),
            text("All that you write is in this folder, and nowhere else."),
            text("folder file place disk path data backup"),
        ),
        SettingText(
            "remembered",
            Section.COMPUTER,
            text("What this computer remembers"),
            text(
                "The last page and child, who was writing, and how the window and charts "
                "looked. Nothing you wrote."
            ),
            text("forget clear privacy window reset cache"),
        ),
    )
