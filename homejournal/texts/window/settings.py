"""What the settings are called, what each of them does, and what was changed."""

from dataclasses import dataclass
from enum import Enum

from homejournal.texts.window.help import not_read_yet
from homejournal.texts.wording import Wording


class Section(Enum):
    """The parts of the page of settings, in their order."""

    LOOK = "look"
    PEOPLE = "people"
    DAYS = "days"
    COMPUTER = "computer"


@dataclass(frozen=True, slots=True)
class SettingText:
    """A setting in words: its name, a few words more if needed, and others that people look for."""

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
    return (*_look(wording), *_people(wording), *_days(wording), *computer)


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
            not_read_yet(wording),
            text("translation tongue English Spanish Arabic"),
        ),
        SettingText(
            "text_size",
            Section.LOOK,
            text("Text size"),
            text("Ctrl with plus or minus."),
            text("font letters zoom bigger larger smaller eyes"),
        ),
        SettingText(
            "colors",
            Section.LOOK,
            text("Colors"),
            "",
            text("theme dark light eyes contrast night appearance"),
        ),
    )


def _days(wording: Wording) -> tuple[SettingText, ...]:
    text = wording.text
    return (
        SettingText(
            "day_end",
            Section.DAYS,
            text("The day ends at"),
            text("Until then it counts as yesterday."),
            text("midnight night shift feed clock hour new day turn"),
        ),
        SettingText(
            "week_start",
            Section.DAYS,
            text("A week begins on"),
            "",
            text("calendars charts printed Monday Sunday first day of the week calendar"),
        ),
        SettingText(
            "calm",
            Section.DAYS,
            text("A calm first month"),
            text("What you don’t need yet stays hidden."),
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
            "",
            text("name helper person mom dad grandma account user"),
        ),
        SettingText(
            "people",
            Section.PEOPLE,
            text("People who write here"),
            "",
            text("helper add rename remove name sitter grandparents family"),
        ),
        SettingText(
            "names",
            Section.PEOPLE,
            text("This home and this computer"),
            "",
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
            text("Only while homejournal is open."),
            text("ring alarm bell time notice remember clock"),
        ),
        SettingText(
            "greeting",
            Section.COMPUTER,
            text("A welcome after weeks away"),
            "",
            text("greeting hello back pause notice"),
        ),
        SettingText(
            "memories",
            Section.COMPUTER,
            text("“Three months ago you wrote”"),
            "",
            text("memories back earlier note then past on this day"),
        ),
        SettingText(
            "hide",
            Section.COMPUTER,
            text("Hide the journal"),
            text("F9 hides and shows. Not a lock."),
            text("safe safety privacy secret lock cover key F9 password"),
        ),
    )


def _kept_here(wording: Wording) -> tuple[SettingText, ...]:
    text = wording.text
    return (
        SettingText(
            "recent",
            Section.COMPUTER,
            text("List of journals opened here"),
            "",
            text("open recent files list history privacy"),
        ),
        SettingText(
            "folder",
            Section.COMPUTER,
            text("Where the journal is kept"),
            "",
            text("folder file place disk path data backup"),
        ),
        SettingText(
            "remembered",
            Section.COMPUTER,
            text("What this computer remembers"),
            text("The last page, child and writer. Nothing you wrote."),
            text("forget clear privacy window reset cache"),
        ),
    )
