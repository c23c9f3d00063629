"""A family's computer with the real window on it, used from outside by a listener and keys.

What the family sees is read by AT-SPI, as a screen reader reads it, and pictures of it are kept.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from homejournal.domain.records.notes import Note
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.safe.password import Password
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.keys.keys_file import Costs, key_of
from outside.client import Client, OutsideError
from outside.client import opened as window_on
from outside.desktop import Desktop
from torture.frame import Scale
from torture.story import CHILD, FIRST_DAY, NOW, begin, opened, standing_in

TODAY = "2026-03-10"
CARD = "Pause and wait"
FIRST_ANSWER = "A lot of help"
KEPT = "We sang the cup song at breakfast."
"""A note that stands in the journal before anything happens."""
_FOLDED = ("Copies", "Import and export", "Delete for good")
_NOTE_BUTTONS = ("Add a note", "Change the note")
PASSWORD = "the way to the lake"  # noqa: S105 (of a family that there is not)
PASSWORD_KEY = key_of(bytes(range(32)))
WORDS_ARE_KEPT = 2.5
"""Seconds after which words that are typed are kept; two are promised."""


class Lost(AssertionError):  # noqa: N818 (it is what torture counts)
    """Something that was promised did not hold; the words say what the family saw."""


@contextmanager
def hidden_desktop(scale: Scale) -> Iterator[Desktop]:
    """Give a desktop that nobody sees, for all windows of a promise."""
    folder = scale.folder / "desktop"
    folder.mkdir(mode=0o700)
    desktop = Desktop(folder)
    try:
        yield desktop
    finally:
        desktop.end()


class WindowHome:
    """One computer: all its files lie below a folder, and its program is started again and again.

    The example family's journal is there from the start, unless `empty` is asked for.
    """

    person: Client

    def __init__(
        self, desktop: Desktop, folder: Path, scale: Scale, *, empty: bool = False
    ) -> None:
        self.desktop, self.folder, self._scale = desktop, folder, scale
        self._running = ExitStack()
        self._pictures = 0
        if not empty:
            folder.mkdir(parents=True, exist_ok=True)
            begin(self.journal)
            journal = opened(self.journal)
            journal.records.save(
                Note(id=UUID(int=77), child=CHILD, day=FIRST_DAY, text=KEPT, written=NOW)
            )
            journal.close()

    @property
    def journal(self) -> Path:
        """Return the journal's folder."""
        return self.folder / "journal"

    def start(self, *words: str, today: str = TODAY, **more: str) -> Client:
        """Start the program, perhaps with the fault planted that is tried."""
        self.end()
        planted = [str(Path(__file__).with_name("child.py")), self._scale.module]
        self.person = self._running.enter_context(
            window_on(
                self.desktop,
                self.folder,
                [*(("--today", today) if today else ()), "--lang", "en", *words],
                (*planted, self._scale.mutant, "program")
                if self._scale.mutant
                else ("-m", "homejournal"),
                **more,
            )
        )
        return self.person

    def started(self, *words: str, today: str = TODAY, **more: str) -> Client:
        """Start the program, go to Today from where it was left, and wait until it can be used."""
        person = self.start(*words, today=today, **more)
        self._to_today()
        return person

    def _to_today(self) -> None:
        self.person.look("button", "Today")
        self.page("ctrl+1", "Today")
        self.person.look("radio button", FIRST_ANSWER)

    def lock_with_password(self) -> None:
        """Let the journal have had a password for long, whose keys are quickly tried."""
        journal = opened(self.journal)
        set_password(journal)
        journal.close()

    def unlocked(self, today: str = TODAY) -> Client:
        """Start the program, type the password, and wait until Today can be used."""
        person = self.start(today=today)
        person.look("password text", "Password", states=["focused"])
        person.letters(PASSWORD)
        person.keys("Return")
        self._to_today()
        return person

    def kill(self) -> None:
        """Kill the program with signal 9."""
        self.person.kill()
        self.end()

    def quit(self) -> None:
        """End the program as a person does."""
        self.person.keys("ctrl+q")
        self.person.ends()
        self.end()

    def quit_anyhow(self) -> None:
        """Leave every dialog, and end the program."""
        while len(self.person.windows()) > 1:
            title = self.person.windows()[0]["name"]
            self.person.keys("Escape")
            with suppress(OutsideError):
                self.person.gone("dialog", title)
        self.quit()

    def end(self) -> None:
        """End whatever still runs."""
        self._running.close()

    def command(self, words: str) -> None:
        """Open something by its name, with the search for commands."""
        self.person.keys("ctrl+k")
        self.person.look("text", "What do you want to do?", states=["focused"])
        self.person.letters(words)
        self.person.keys("Return")

    def page(self, keys: str, title: str) -> None:
        """Go to a page by its key."""
        self.person.keys(keys)
        self.person.look("frame", f"{title} – homejournal")

    def keep_safe(self) -> None:
        """Go to the page Keep it safe, with everything unfolded."""
        self.page("ctrl+shift+k", "Keep it safe")
        for card in _FOLDED:
            if self.person.there("button", "More", about=card):
                self.person.press("button", "More", about=card)

    def choose(self, title: str, file: Path) -> None:
        """Name a file or a folder in the dialog that asks for one."""
        self.person.look("dialog", title, states=["active"])
        self.person.type("File name:" if file.suffix else "Directory:", str(file))
        self.person.keys("Return")
        self.person.gone("dialog", title)

    def choose_second_place(self, folder: Path) -> None:
        """Choose where else copies go, on the page Keep it safe, and wait for the first one."""
        self.person.heard()
        self.person.press("button", "Choose a second place…")
        self.choose("Choose a second place for copies", folder)
        self.person.hears("A copy is at the second place now.")

    def note(self, words: str, *, line: int = 0, save: bool = True) -> None:
        """Type a note at a line of Today, and save it."""
        buttons = [one for one in self.person.tree() if str(one["name"]).endswith(_NOTE_BUTTONS)]
        button = buttons[line]
        self.person.press("button", button["name"], about=button["description"])
        self.person.look("text", "Add a note (optional)", states=["focused"])
        self.person.letters(words)
        if save:
            self.person.heard()
            self.person.keys("ctrl+Return")
            self.person.hears("Note saved")

    def sees(self, words: str) -> None:
        """Wait until these words stand on the screen; Lost with what stands there instead."""
        try:
            self.person.sees(words)
        except OutsideError:
            raise Lost(f"“{words}” is not to be seen, but {self.shown()}") from None

    def shown(self) -> str:
        """Return the words that stand on the screen."""
        return " | ".join(one["name"] for one in self.person.tree() if one["name"])

    def picture(self, name: str) -> None:
        """Keep a picture of what the family sees now, where pictures are asked for."""
        if self._scale.pictures is not None:
            self._scale.pictures.mkdir(parents=True, exist_ok=True)
            self._pictures += 1
            self.person.picture(
                self._scale.pictures / f"{self.folder.name}-{self._pictures} {name}.png"
            )

    def looked_into(self, key: bytes | None = None) -> "LookedInto":
        """Open the journal without a window, look whether it is whole, and return what stands."""
        journal = opened(self.journal, key)
        try:
            return LookedInto(journal)
        finally:
            journal.close()


class LookedInto:
    """What stands in a journal that was opened without a window."""

    def __init__(self, journal: FamilyJournal) -> None:
        stands = standing_in(journal)
        self.notes = sorted(stands.notes.values())
        self.drafts = stands.drafts
        self.practices = len(stands.practices)
        hold(journal.files.check().is_sound, "the check finds damage")
        hold(KEPT in self.notes, "the note of before is gone")


def set_password(journal: FamilyJournal) -> Key:
    """Give a journal the password, whose keys are quickly tried; return its key."""
    Password.costs = Costs(8, 1, 1)
    password = journal.safe.password
    password.finish(password.prepare_on(PASSWORD_KEY, PASSWORD))
    password.seal_media()
    return PASSWORD_KEY


def hold(is_so: object, otherwise: str) -> None:
    """Raise Lost with these words unless it is so."""
    if not is_so:
        raise Lost(otherwise)


def wait_until(is_so: Callable[[], object], otherwise: str, seconds: float = 20.0) -> None:
    """Wait until it is so; Lost with these words where it never is."""
    end = time.monotonic() + seconds
    while not is_so():
        hold(time.monotonic() < end, otherwise)
        time.sleep(0.1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path through the window is walked."""

    desktop: Desktop
    folder: Path
    scale: Scale
    _homes: list[WindowHome] = field(default_factory=list)

    def home(self, name: str, *, empty: bool = False) -> WindowHome:
        """Return a computer with a family's journal, or without one."""
        return self.at(self.folder / name, empty=empty)

    def at(self, folder: Path, *, empty: bool = False) -> WindowHome:
        """Return a computer whose files lie in a folder."""
        self._homes.append(WindowHome(self.desktop, folder, self.scale, empty=empty))
        return self._homes[-1]

    def end(self) -> None:
        """End all that still runs."""
        for home in self._homes:
            home.end()
