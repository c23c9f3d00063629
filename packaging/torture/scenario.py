"""A family's evening with the real program: pages, copies, exports, errors – without a display.

Words that stand nowhere else are in all that it types, in names, notes and even the folder's name,
so that whoever looks afterwards can tell where they went.
"""

import gc
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError, JournalError
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Visit
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.read_and_save import safe_save
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal
from torture.doors import sound_pictures
from torture.story import CHILD, DEVICE, FIRST_DAY, NOW, STRATEGY, family, note, opened, practice

if TYPE_CHECKING:
    from homejournal.ui.window.main_window import MainWindow

NAME, WORDS, PRIVATE = "Zibelthorn", "quandelbreak", "mirrowash"
CANARIES = (NAME, WORDS, PRIVATE)
"""The child's name, words of notes, and words of private notes."""
PLACE = NAME
"""The child's name in the names of folders and files."""
PAGES = (
    *("today", "plan", "journal", "progress", "visit_page", "visits", "team", "about_child"),
    *("settings", "safe", "week_grid"),
)
_PATIENCE = 40
"""Seconds for what the window does in the background."""
TODAY = "2026-03-10"


def folders(folder: Path) -> dict[str, str]:
    """Return an environment in which all that a program may write lies below a folder."""
    places = {"HOME": "home", "TMPDIR": "tmp", "XDG_CONFIG_HOME": "config"}
    places |= {"XDG_RUNTIME_DIR": "run", "XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data"}
    return {name: str(folder / where) for name, where in places.items()}


def data_folder(folder: Path) -> Path:
    """Return where the program keeps everything; a child's name stands in it."""
    return folder / f"{PLACE} at home"


def nothing() -> None:
    """Do nothing more."""


def play(
    folder: str, at_page: Callable[[], None] = nothing, at_end: Callable[[], None] = nothing
) -> None:
    """Play the evening in a program of its own, and end it as a person does.

    `at_page` looks at each page once it is there, and `at_end` once all is over.
    """
    place = Path(folder)
    os.environ |= folders(place)
    for name in ("home", "tmp", "run"):
        (place / name).mkdir(mode=0o700)
    data_folder(place).mkdir(mode=0o700)
    _begin(data_folder(place))
    from homejournal import app
    from homejournal.ui.window.main_window import MainWindow

    warmed, begun = MainWindow.warmed, list[int]()

    def then_play(window: MainWindow) -> None:
        warmed(window)
        if not begun:
            begun.append(1)
            _play_or_say(window, place, at_page)

    setattr(MainWindow, "warmed", then_play)  # noqa: B010 (its first argument has another name)
    code = app.main(["--data", str(data_folder(place)), "--today", TODAY, "--lang", "en"])
    at_end()
    sys.stdout.flush()
    os._exit(code if begun else 9)


def _play_or_say(window: "MainWindow", folder: Path, at_page: Callable[[], None]) -> None:
    try:
        _evening(window, folder, at_page)
    except Exception:  # noqa: BLE001 (Qt would go on without the rest of the evening)
        sys.__stdout__.write(traceback.format_exc())  # type: ignore[union-attr]
        sys.stdout.flush()
        os._exit(8)


def _begin(data: Path) -> None:
    """Make the family's journal with its own words in all that can be typed."""
    with closing(create_journal(data / "journal", clock=lambda: NOW, device=DEVICE)) as journal:
        child, strategy, step = family()
        assert isinstance(child, Child)  # noqa: S101
        assert isinstance(strategy, Strategy)  # noqa: S101
        did = _practices()
        journal.records.save(
            replace(child, name=NAME),
            replace(strategy, name=f"Wait, {NAME}"),
            step,
            Helper(id=_id(50), name=f"Ana {NAME}"),
            TeamMember(id=_id(51), name=f"Dana {NAME}", discipline="speech"),
            Visit(id=_id(52), child=CHILD, day=FIRST_DAY, agreed_between=WORDS),
            PrivateNote(id=_id(53), child=CHILD, day=FIRST_DAY, text=f"{PRIVATE} {NAME}"),
            *did,
        )


def _practices() -> Iterator[Record]:
    chance = Random(1)  # noqa: S311
    for number in range(8):
        did = practice(_id(100 + number), chance)
        yield did
        yield replace(note(_id(200 + number), f"{WORDS} {NAME} {number}", chance), practice=did.id)


def _evening(window: "MainWindow", folder: Path, at_page: Callable[[], None]) -> None:
    """Do everything once; what goes wrong is told by the window, and the evening goes on."""
    from PySide6.QtWidgets import QApplication

    for name in PAGES:
        window.open_page(name)
        _wait_until(lambda: not window.is_busy)
        at_page()
    journal = window.journal
    journal.drafts.keep("today:note", f"{WORDS} {NAME}, not finished")
    _keep_safe(journal, folder)
    _export(journal, folder)
    _go_wrong(window, folder)
    _wait_until(lambda: not window.is_busy)
    at_page()
    while open_still := [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]:
        for widget in reversed(open_still):  # the questions before their window
            widget.close()
        _wait_until(lambda: False, seconds=0.05)


def _keep_safe(journal: FamilyJournal, folder: Path) -> None:
    """Make copies, a pack and a shared folder, and look everything through."""
    journal.safe.backups.make()
    journal.safe.reserve.hold()
    journal.files.check()
    photo = journal.media.put(kept_file(sound_pictures()[0]), f"{NAME}.jpg", STRATEGY)
    journal.media.add(photo)
    computer = data_folder(folder) / "settings"
    shared = folder / f"shared {PLACE}"
    shared.mkdir(mode=0o700)
    sharing = journal.safe.sharing.begin(Audience.OWN, shared, computer)
    wish = journal.safe.sharing.wish(sharing, computer)
    if wish is not None:
        from homejournal.services.safe.sharing.sync_run import run

        list(journal.safe.sharing.take(run(wish, journal.safe.sharing.folder_of(sharing))))


def _export(journal: FamilyJournal, folder: Path) -> None:
    """Save what can leave, each into one folder."""
    from homejournal.exchange.pack_file import write_pack
    from homejournal.services.safe.transfer.sealed_files import pack_of

    out = folder / "exports"
    out.mkdir(mode=0o700)
    safe_save(out / f"{PLACE}.json", journal.files.export_json())
    pack = pack_of(journal.safe.pack_files.wish(Audience.OWN))
    safe_save(out / f"{PLACE}.hjpack", write_pack(pack, "four quiet words here"))
    safe_save(out / f"{PLACE}.hjplan", journal.plan_files.export([STRATEGY], f"A plan for {NAME}"))


def _go_wrong(window: "MainWindow", folder: Path) -> None:
    """Let things go wrong that hold a family's words: expected, unexpected, and in a thread."""
    from PySide6.QtCore import QTimer, qWarning

    faults = [Fault("notes[3].text", FaultKind.NOT_TEXT, f"{WORDS} {NAME}")]
    window.say_failure(ImportFaultsError(faults))
    broken = folder / f"{PLACE} broken"
    broken.mkdir(mode=0o700)
    (broken / "journal.hj").write_bytes(b"no journal" * 1000)
    for act in (_import_words, partial(_open_broken, broken)):
        try:
            act(window.journal)
        except JournalError as failure:
            window.say_failure(failure)
    QTimer.singleShot(0, _raise_words)
    thread = threading.Thread(target=_raise_words)
    thread.start()
    thread.join()
    qWarning(f"QFile: cannot open {folder}/{PLACE}/{WORDS}.pdf")
    _Breaking()
    gc.collect()
    _wait_until(lambda: False, seconds=0.3)


def _import_words(journal: FamilyJournal) -> None:
    journal.files.import_json(f'{{"{NAME}": "{WORDS}"}}'.encode())


def _open_broken(folder: Path, _: FamilyJournal) -> None:
    opened(folder)


def _raise_words() -> None:
    int(f"{WORDS} said {NAME}")


class _Breaking:
    def __del__(self) -> None:
        _raise_words()


def _wait_until(is_there: Callable[[], bool], seconds: float = _PATIENCE) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not is_there() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def files_below(folder: Path) -> Iterator[Path]:
    """Return all that lies below a folder, the folders too, without following links."""
    with suppress(FileNotFoundError):
        for path in sorted(folder.iterdir()):
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from files_below(path)


def _id(number: int) -> UUID:
    return UUID(int=number)
