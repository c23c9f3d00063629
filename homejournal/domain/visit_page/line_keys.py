"""The keys by which the lines and notes of a visit page are ticked, the same each time."""

from homejournal.domain.plan.outcome_ladders import RatedLadder
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.visits import Asked, Visit
from homejournal.domain.visit_page.material import Line, PageMaterial, StrategyMaterial
from homejournal.domain.visit_page.photos import PhotoMaterial

SECOND_PAGE_KEY = "second"
SMALL_CHARTS_KEY = "charts:small"
NO_CAPTIONS_KEY = "charts:without-captions"
_LARGE = "second:chart:"
_LADDER = "second:ladder:"
_PHOTO = "second:photo:"


def agreed_key(material: PageMaterial, visit: Visit, half: str) -> str:
    """Return the key of a half of what was agreed: `agreed` or `agreed_next` of the last visit."""
    last = material.last_visit
    return half if last and last.id == visit.id else f"{half}:{visit.id}"


def asked_key(asked: Asked) -> str:
    """Return the key of what a professional asked, with the family's answer."""
    return f"asked:{asked.id}"


def flag_key(note: Note, flag: Flag) -> str:
    """Return the key of a note under one of its flags."""
    return f"{flag}:{note.id}"


def quote_key(note: Note) -> str:
    """Return the key of a note as a quote under its strategy."""
    return f"quote:{note.id}"


def dated_key(note: Note) -> str:
    """Return the key of a note among the notes by date."""
    return f"second:note:{note.id}"


def first_key(one: StrategyMaterial) -> str:
    """Return the key of a strategy's first time on own."""
    return f"first:{one.strategy.id}"


def life_key(event: LifeEvent) -> str:
    """Return the key of something in the family's life."""
    return f"life:{event.id}"


def strategy_key(one: StrategyMaterial, line: Line | None = None) -> str:
    """Return the key of a strategy, or of one of its lines."""
    return f"strategy:{one.strategy.id}" + (f":{line}" if line else "")


def large_key(one: StrategyMaterial) -> str:
    """Return the key of a strategy's larger chart."""
    return f"{_LARGE}{one.strategy.id}"


def is_large_key(key: str) -> bool:
    """Whether a key is that of a larger chart."""
    return key.startswith(_LARGE)


def photo_key(photo: PhotoMaterial) -> str:
    """Return the key of a photo."""
    return f"{_PHOTO}{photo.media}"


def is_photo_key(key: str) -> bool:
    """Whether a key is that of a photo."""
    return key.startswith(_PHOTO)


def ladder_key(rated: RatedLadder) -> str:
    """Return the key of the ladder of an outcome."""
    return f"{_LADDER}{rated.ladder.id}"


def is_ladder_key(key: str) -> bool:
    """Whether a key is that of a ladder."""
    return key.startswith(_LADDER)
