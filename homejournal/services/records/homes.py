"""Which home and which computer this journal is kept in, and how far the others' entries reach."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4

from homejournal.domain.records.changes import Change
from homejournal.domain.records.people import Device, Home
from homejournal.domain.records.record import Kind
from homejournal.services.records.records import Records
from homejournal.services.session import Session
from homejournal.services.settings_as_texts import coverage


@dataclass(frozen=True, slots=True)
class HomeCoverage:
    """Through which day what another home wrote is here; no name where the home has none yet."""

    home: UUID
    name: str | None
    through: date


class Homes:
    """The names of homes and computers; nothing here ever counts or compares what homes do."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    @property
    def ours(self) -> Home | None:
        """Return the home that this journal is kept in, if it has a name."""
        home = self._session.settings.home
        return self._session.family().homes.get(home) if home else None

    def name_ours(self, name: str, computer: str = "") -> Change:
        """Give our home a name, and this computer where one is said; Undo takes both back.

        It becomes a home where there was none. A computer without a name is called as its home, so
        that elsewhere it is known which home its versions come from. Raises InvalidValueError for
        a name that is none.
        """
        ours, known = self.ours, self.computer
        home = replace(ours, name=name) if ours else Home(id=uuid4(), name=name)
        called = computer or (known.name if known else name)
        here = self._named(called, home.id)
        with self._session.step() as step:
            step.did(step.writer.put([home, here]))
            step.set_settings({"home": str(home.id)})
        return step.change

    def choose_ours(self, home: UUID | None) -> Change:
        """Say which of the known homes is ours; Undo takes it back."""
        known = self.computer
        with self._session.step() as step:
            if known is not None:
                step.did(step.writer.put([replace(known, home=home)]))
            step.set_settings({"home": str(home or "")})
        return step.change

    def others(self) -> tuple[Home, ...]:
        """Return the homes that are not ours, by name."""
        ours = self._session.settings.home
        found = [home for home in self._session.family().homes.values() if home.id != ours]
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    def covered(self) -> tuple[HomeCoverage, ...]:
        """Return through which day each other home's entries are here, by name."""
        known = self._session.family().homes
        ours = self._session.settings.home
        found = [
            HomeCoverage(home, known[home].name if home in known else None, through)
            for home, through in coverage(self._session.store.meta()).items()
            if home != ours
        ]
        return tuple(
            sorted(found, key=lambda home_coverage: (home_coverage.name or "", home_coverage.home))
        )

    @property
    def computer(self) -> Device | None:
        """Return this computer, if it has a name."""
        return self._devices().get(self._session.store.device)

    def name_computer(self, name: str) -> Change:
        """Give this computer a name; raises InvalidValueError for a name that is none."""
        return self._records.save(self._named(name, self._session.settings.home))

    def _named(self, name: str, home: UUID | None) -> Device:
        """Return this computer by a name, whatever else is known of it."""
        known = self.computer
        if known is not None:
            return replace(known, name=name, home=home)
        new_id = self._session.store.device
        return Device(id=new_id, name=name, home=home)

    def naming(self) -> Callable[[str], str | None]:
        """Return a function that names the home or computer of a version by its computer's id.

        It is the home's name for another home, else the computer's; None if neither is known.
        """
        homes, devices = self._session.family().homes, self._devices()
        ours = self._session.settings.home

        def name_of(device: str) -> str | None:
            known = {str(one.id): one for one in devices.values()}.get(device)
            if known is None:
                return None
            home = homes.get(known.home) if known.home else None
            return home.name if home and home.id != ours else known.name

        return name_of

    def _devices(self) -> dict[UUID, Device]:
        found = self._records.all_of(Kind.DEVICE)
        return {device.id: device for device in found if isinstance(device, Device)}
