"""What Today shows beside the day, unless somebody on this computer said no."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.ui.base.preferences import Preferences


class TodayExtra(StrEnum):
    """Each by the name under which the answer is remembered."""

    GREETING = "greeting/today"
    """A welcome after weeks away."""
    MEMORIES = "memories/today"
    """What was written three months ago."""


def is_wanted(preferences: "Preferences", extra: TodayExtra) -> bool:
    """Return whether it is shown; it is unless somebody said no."""
    return preferences.remembered(extra) != "no"


def want(preferences: "Preferences", extra: TodayExtra, *, wanted: bool) -> None:
    """Show it from now on, or not."""
    preferences.remember(extra, None if wanted else "no")
