"""What all services share: the open store, the clock, and the family at hand."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from homejournal.domain.days.periods import JournalSettings, family_day, is_after_midnight
from homejournal.domain.errors import JournalDamagedError, NotAJournalError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import Child, LifeEvent
from homejournal.domain.records.codec import utc_text
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Device, Helper, Home, TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy, in_order
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Visit
from homejournal.services.settings_as_texts import COVERAGE, read_settings
from homejournal.storage.journal.store import Store
from homejournal.storage.records.checked_reads import FAMILY_KINDS, read_family

if TYPE_CHECKING:
    from pathlib import Path

    from homejournal.domain.sharing.outgoing import Sender
    from homejournal.storage.journal.prepared_writes import Preparing
    from homejournal.storage.journal.queries import Queries
    from homejournal.storage.journal.transaction import Step

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Service(Generic[T]):
    """A service that loads, and is made once, when it is first asked for.

    It is made of the session of its owner and of `others`, attributes of the owner. `where` is its
    class, below `homejournal.services`.
    """

    def __init__(self, where: str, *others: str) -> None:
        self._module, _, self._class = where.rpartition(".")
        self._others = others
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, owner: object, _class: type) -> T:
        make = getattr(import_module(f"homejournal.services.{self._module}"), self._class)
        made: T = make(*(getattr(owner, name) for name in ("_session", *self._others)))
        vars(owner)[self._name] = made  # from now on it is found there first
        return made


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Pause the search for garbage: a whole journal is many objects, none of them in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Session:
    """One open journal as its services see it."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.clock = clock
        self.settings: JournalSettings = self._settings()
        self.computer: Path | None = None
        """The folder of this computer's settings."""
        self._family: Family | None = None
        self._seen: int | None = None
        self.going_back: list[Callable[[], None]] = []
        """Who hears, before it is written, that what came with a file is taken back."""

    def today(self) -> date:
        """Return the family's day at this moment."""
        return family_day(self.clock(), self.settings.day_end)

    def is_after_midnight(self) -> bool:
        """Return whether the calendar has turned while the family's day still goes on."""
        return is_after_midnight(self.clock(), self.settings.day_end)

    @contextmanager
    def step(self) -> Iterator["Step"]:
        """Give one transaction for one thing done."""
        with self.store.one_step(utc_text(self.clock())) as step:
            yield step
            self._goes_on_here(step)
        self.forget(step.change)
        if step.change.settings:
            self.settings = self._settings()

    def _goes_on_here(self, step: "Step") -> None:
        """Let our entries reach through any day once something is written here, and not brought."""
        change, reach = step.change, f"{COVERAGE}{self.settings.home}"
        brought = change.came or change.withdrawn
        said = reach in {move.name for move in change.settings}
        if self.settings.home is not None and change.moves and not brought and not said:
            step.set_settings({reach: ""})

    def preparing(self) -> "Preparing":
        """Return an object that prepares a step's writes on any thread, for the present journal."""
        from homejournal.storage.journal.prepared_writes import Preparing

        return Preparing(self.store, utc_text(self.clock()))

    def sender(self) -> "Sender":
        """Return where what leaves now comes from, and that it reaches through today."""
        from homejournal.domain.sharing.outgoing import Sender

        return Sender(
            journal=self.settings.id,
            device=self.store.device,
            home=self.settings.home,
            through=self.today(),
        )

    @contextmanager
    def asking(self) -> Iterator["Queries"]:
        """Give the questions of one reading transaction."""
        from homejournal.storage.journal.queries import Queries

        with self.store.reading() as connection:
            yield Queries(connection, self.store.keys, self.store.damage)

    def family(self) -> Family:
        """Return the small records; read again once one of them changed.

        Of a journal known to be damaged they stay as they were read last where they read no more:
        the window needs them on its way to the repair.
        """
        times = self.store.others.times
        if self._family is None or self._seen != times:
            try:
                with self.store.guarded_read() as bare:
                    self._family = _family(read_family(bare, self.store.damage))
            except (JournalDamagedError, NotAJournalError):
                if self._family is None or not self.store.damage.found:
                    raise
            else:
                self._seen = times
        return self._family

    def _settings(self) -> JournalSettings:
        try:
            return read_settings(self.store.meta())
        except (KeyError, ValueError):
            self.store.damage.note("the journal's settings do not read")
            return JournalSettings(id=UUID(int=0))

    def read_again(self) -> None:
        """Read the settings, and the family once it is asked for: another file may lie there."""
        self.settings, self._seen = self._settings(), None

    def forget(self, change: Change) -> None:
        """Read the family again where a change touched it."""
        if change.kinds & set(FAMILY_KINDS):
            self._seen = None


def _family(records: list[Record]) -> Family:
    steps = [record for record in records if isinstance(record, PlanStep)]
    of_strategy: dict[UUID, list[PlanStep]] = {}
    for step in steps:
        of_strategy.setdefault(step.strategy, []).append(step)
    return Family(
        homes=_by_id(records, Home),
        children=_by_id(records, Child),
        helpers=_by_id(records, Helper),
        team=_by_id(records, TeamMember),
        outcomes=_by_id(records, Outcome),
        routines=_by_id(records, Routine),
        strategies=_by_id(records, Strategy),
        steps={strategy: tuple(in_order(mine)) for strategy, mine in of_strategy.items()},
        visits=_by_id(records, Visit),
        life_events=_by_id(records, LifeEvent),
        devices=_by_id(records, Device),
    )


def _by_id(records: list[Record], cls: type[R]) -> dict[UUID, R]:
    return {record.id: record for record in records if isinstance(record, cls)}
