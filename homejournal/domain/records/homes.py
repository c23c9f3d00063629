"""The homes a child lives in, and the computers the journal is kept on."""

from dataclasses import dataclass

from homejournal.domain.records.record import HomeId, Record
from homejournal.domain.text_rules import check_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Record):
    """A home in which the child lives; a journal knows which one is its own."""

    name: str

    def __post_init__(self) -> None:
        check_name("name", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Device(Record):
    """A computer on which the journal is written."""

    name: str
    home: HomeId | None = None

    def __post_init__(self) -> None:
        check_name("name", self.name)
