"""The family whose window the robot uses: two children, two who write, and every kind of card."""

import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.children import Child
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Often, PlanStep, Strategy
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Record
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, open_journal
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.window.main_window import MainWindow

TODAY = date(2026, 3, 22)
MAYA, NOA = UUID(int=1, version=4), UUID(int=2, version=4)
COMPLAINTS: list[str] = []
"""What broke while the robot was at work, which a person would have been shown."""
_NOW = datetime(2026, 3, 22, 20, tzinfo=timezone(timedelta(hours=-5)))
_DEVICE = UUID(int=9, version=4)
_MEALS = Often(times=3, slots=("Breakfast", "Lunch", "Dinner"))
_PLAN = (
    (MAYA, "Two choices", RatingKind.HELP, Often()),
    (MAYA, "Calm meals", RatingKind.WENT, _MEALS),
    (MAYA, "Songs", RatingKind.NONE, Often()),
    (MAYA, "Stairs", RatingKind.HELP, Often(times=2)),
    (NOA, "Waving", RatingKind.HELP, Often()),
)


class Home:
    """A journal of its own in a folder, and the real window on it."""

    window: MainWindow

    def __init__(self, folder: Path) -> None:
        self.now = _NOW
        self._folder = folder
        journal = create_journal(folder / "journal", clock=self._clock, device=_DEVICE)
        journal.records.save(*_family())
        journal.safe.homes.name_ours("With Mom")  # so that something can go to another home
        self._open(journal)

    @property
    def journal(self) -> FamilyJournal:
        """Return the journal of the window that is open now."""
        return self.window.journal

    def begin_again(self) -> None:
        """End the program as a person does, and start it again."""
        self.close()
        self._open(open_journal(self._folder / "journal", clock=self._clock, device=_DEVICE))

    def close(self) -> None:
        """Close the window; once more where it asks about words that it could not keep."""
        window = self.window
        _ = window.close() or window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _open(self, journal: FamilyJournal) -> None:
        self.window = MainWindow(Preferences(self._folder / "window.ini"), "en")
        self.window.setUpdatesEnabled(False)  # nobody looks; what is pressed and typed is the same
        self.window.take(journal)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        self.window.open_first()
        self.window.warmed()
        QApplication.processEvents()

    def _clock(self) -> datetime:
        return self.now


def begin_application() -> QApplication:
    """Return the one application, with the usual look; a person waits between two clicks."""
    qInstallMessageHandler(_hear_qt)
    sys.excepthook = _hear_python
    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else QApplication([])
    app.setDoubleClickInterval(0)
    apply_theme(app, Scheme.LIGHT, 100)
    return app


def _family() -> list[Record]:
    made: list[Record] = [
        Child(id=MAYA, name="Maya", born=date(2024, 5, 4)),
        Child(id=NOA, name="Noa", born=date(2024, 5, 4)),
        Helper(id=UUID(int=3, version=4), name="Mom"),
        Helper(id=UUID(int=4, version=4), name="Grandma"),
    ]
    for number, (child, name, kind, often) in enumerate(_PLAN):
        strategy = Strategy(id=UUID(int=10 + number, version=4), child=child, name=name)
        step = PlanStep(
            id=UUID(int=30 + number, version=4),
            strategy=strategy.id,
            from_day=date(2026, 3, 2 + number),
            how="Show, wait and smile",
            often=often,
            rating=RatingPlan(kind=kind),
        )
        made += [strategy, step]
    return made


def _hear_qt(kind: QtMsgType, _where: object, words: str | None) -> None:
    """Note what Qt complains of, but for what offscreen says whenever something is shown."""
    if words and not words.startswith("This plugin does not support"):
        COMPLAINTS.append(f"Qt says {kind.name}: {words}")


def _hear_python(kind: type[BaseException], what: BaseException, _: object) -> None:
    COMPLAINTS.append(f"{kind.__name__}: {what}")
