"""Opens windows on journals made for pictures, and takes the pictures."""

import gc
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QEvent
from PySide6.QtWidgets import QApplication

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.children import Child
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.reports.paper_to_pdf import Printer
from homejournal.resources import resource
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_example, create_journal
from homejournal.ui.base.language import use_language
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.theme import apply_theme
from homejournal.ui.window.main_window import MainWindow
from picture_looks import USUAL, Look
from picture_scene import Scene, rest
from picture_scenes import EMPTY, FIRST_START, FULL, go_to, leave

COMPUTER = UUID("9b1d5cb8-9154-57da-8eeb-b5abf648848f")
CHILD = UUID("426940ed-e702-5516-825d-7815b17351b7")
QUIET_MS = 160
"""With no work going on for so long, a page shows all that it will show."""
QUIET_TURNS = 20
"""So often at least Qt gets its turn meanwhile: on a busy computer one turn may take longer."""
LONGEST_MS = 30_000

Make = Callable[[Path], FamilyJournal]


def example_day() -> date:
    """Return the last day of the example family, so that nothing of it has to move."""
    told = json.loads(resource("example", "family.json").read_text(encoding="utf-8"))
    return date.fromisoformat(told["through"])


def clock() -> datetime:
    """Return the evening of that day."""
    return datetime.combine(example_day(), time(19, 30)).astimezone()


def windows_of(look: Look, folder: Path, wanted: Sequence[str]) -> Iterator[Path]:
    """Take the pictures of a look; `wanted` are the names of screens, or none for all."""
    groups: tuple[tuple[tuple[Scene, ...], Make], ...] = (
        (FIRST_START, _without_child),
        (EMPTY, _with_child),
        (FULL, partial(_example, language=look.language)),
    )
    for scenes, make in groups:
        for scene in scenes:
            if wanted and scene.name not in wanted:
                continue
            with opened(look, make) as window:
                yield _take(scene, look, window, folder)


def sheets_of(language: str, folder: Path) -> Iterator[Path]:
    """Take the pictures of the printed visit page, on both kinds of paper."""
    printer = Printer()
    with tempfile.TemporaryDirectory() as home:
        journal = _example(Path(home) / "journal", language)
        today = journal.today()
        child = next(iter(journal.family().children))
        period = journal.pages.since_last_visit(child, today)
        material = journal.pages.material(child, period, today)
        journal.close()
    for paper in Paper:
        chosen = replace(material, language=language, paper=paper)
        page = build_page(chosen, default_ticks(chosen))
        for number, picture in enumerate(printer.pictures(page), start=1):
            file = folder / f"sheet-{number}-{paper.value}-{language}.png"
            file.write_bytes(picture)
            yield file


def example_window(look: Look) -> AbstractContextManager[MainWindow]:
    """Open a window on the example family."""
    return opened(look, partial(_example, language=look.language))


@contextmanager
def opened(look: Look, make: Make) -> Iterator[MainWindow]:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError(app)
    with tempfile.TemporaryDirectory() as home:
        preferences = Preferences(Path(home) / "window.ini")
        preferences.scheme, preferences.text_size = look.scheme, look.text_size
        apply_theme(app, look.scheme, look.text_size)
        use_language(look.language)
        window = MainWindow(preferences, look.language)
        window.take(make(Path(home) / "journal"))
        window.resize(look.size or USUAL)
        window.show()
        window.activateWindow()
        window.open_first()
        window.warmed()
        try:
            yield window
        finally:
            leave(window)
            _take_away(window)


def _take_away(window: MainWindow) -> None:
    """Close a window, once more where typed words hold it, and take all of it from memory.

    Without a loop that runs nothing else would: each one would go on to hear what happens, of a
    journal that is closed.
    """
    if not window.close():
        window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()


def _take(scene: Scene, look: Look, window: MainWindow, folder: Path) -> Path:
    def settle() -> None:
        wait(window)

    shown = go_to(scene, window, settle)
    file = folder / f"{scene.name}-{look.name}.png"
    if not shown.grab().save(str(file)):
        raise OSError(f"The picture {file} could not be written.")
    return file


def wait(window: MainWindow) -> None:
    """Let everything happen until nothing has been going on for a while."""
    whole, quiet = QElapsedTimer(), QElapsedTimer()
    whole.start()
    quiet.start()
    turns = 0
    while quiet.elapsed() < QUIET_MS or turns < QUIET_TURNS:
        QApplication.processEvents()
        turns += 1
        if window.desk.worker.busy:
            rest()
            quiet.restart()
            turns = 0
        if whole.elapsed() > LONGEST_MS:
            raise TimeoutError("The window is still busy after half a minute.")


def _without_child(folder: Path) -> FamilyJournal:
    return create_journal(folder, clock=clock, device=COMPUTER)


def _with_child(folder: Path) -> FamilyJournal:
    journal = _without_child(folder)
    journal.records.save(Child(id=CHILD, name="Noa", born=date(2024, 9, 14)))
    return journal


def _example(folder: Path, language: str) -> FamilyJournal:
    return create_example(folder, clock=clock, device=COMPUTER, language=language)
