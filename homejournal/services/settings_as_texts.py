"""The journal's settings as the texts that stand in its file, and back."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID, uuid4

from homejournal.domain.days.periods import JournalSettings, WeekStart

COVERAGE = "coverage:"
"""Before a home's id: the last day that its merged files reach."""
_NO = "no"
"""Of what holds unless somebody says otherwise."""


def settings_texts(settings: JournalSettings) -> dict[str, str]:
    """Return the settings as they are stored."""
    return {
        "id": str(settings.id),
        "day_end": settings.day_end.isoformat("minutes"),
        "week_start": str(settings.week_start),
        "home": str(settings.home or ""),
        "example": "yes" if settings.example else "",
        "memories": "" if settings.memories else _NO,
        "calm": "" if settings.calm else _NO,
    }


def read_settings(stored: Mapping[str, str]) -> JournalSettings:
    settings = JournalSettings(
        id=UUID(stored["id"]),
        day_end=time.fromisoformat(stored["day_end"]),
        week_start=WeekStart(stored["week_start"]),
        example=bool(stored["example"]),
        memories=stored.get("memories") != _NO,
        calm=stored.get("calm") != _NO,
    )
    return replace(settings, home=UUID(stored["home"])) if stored["home"] else settings


def home_coverage(stored: Mapping[str, str], ours: UUID | None) -> dict[UUID, date]:
    """Return through which day what each home wrote is here; nothing if no other home's is.

    Our own entries reach through any day, but not those of a journal in which nothing was written
    since a file of our home made it: they reach as far as that file does.
    """
    told = coverage(stored)
    if not told.keys() - {ours}:
        return {}
    return told if ours is None else {ours: date.max} | told


def coverage(stored: Mapping[str, str]) -> dict[UUID, date]:
    """Return through which day the merged files of each home reach."""
    return {
        UUID(name.removeprefix(COVERAGE)): date.fromisoformat(day)
        for name, day in stored.items()
        if name.startswith(COVERAGE) and day
    }


def coverage_setting(
    stored: Mapping[str, str], home: UUID, through: date, today: date
) -> dict[str, str]:
    """Return the setting for the day through which another home's entries are complete.

    A day after tomorrow comes from a wrong clock and is ignored, also if it is stored: days that
    nobody has written yet would seem complete. Elsewhere it may already be tomorrow.
    """
    days = (through, coverage(stored).get(home))
    told = [day for day in days if day is not None and day <= today + timedelta(days=1)]
    return {f"{COVERAGE}{home}": max(told).isoformat() if told else ""}


def readable_settings(found: Mapping[str, str]) -> dict[str, str]:
    """Return settings that a repair found, or usual ones where no source told them whole."""
    try:
        read_settings(found)
    except (KeyError, ValueError):
        return settings_texts(JournalSettings(id=_known_id(found) or uuid4()))
    return dict(found)


def _known_id(found: Mapping[str, str]) -> UUID | None:
    with suppress(KeyError, ValueError):
        return UUID(found["id"])
    return None
