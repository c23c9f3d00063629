"""A setting that is put in place of another, as one step that Undo takes back."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting put in place of another: its words for Undo, and how to put each of the two.

    `name` says what has to follow it, such as "language" or "days". The two calls outlive the page
    that asked, so they hold no widget.
    """

    name: str
    words: str
    put: Callable[[], None]
    put_back: Callable[[], None]
