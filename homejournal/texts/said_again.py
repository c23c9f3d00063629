"""What a wording said lately and how, so that it can be said again in another language."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Speaker = TypeVar("_Speaker", bound="Lately")
_Text = tuple[str, str, tuple[object, ...], Mapping[str, object]]
"""What was said, in which way, of what, and of what by its name."""
_REMEMBERED = 400
"""So many texts are remembered; that of a step is made just before the step is done."""


@dataclass(frozen=True, slots=True)
class Said:
    """How a text came about: which way of a wording said it, and of what."""

    way: str
    parts: tuple[object, ...]
    named: tuple[tuple[str, object], ...]

    def again(self, wording: Lately) -> str:
        """Return the same in another language; what a person wrote stays as it is."""
        say = getattr(wording, self.way)
        named = {name: _again(wording, part) for name, part in self.named}
        return str(say(*(_again(wording, part) for part in self.parts), **named))


class Lately:
    """Remembers the texts of one wording; any thread may say some."""

    def __init__(self) -> None:
        self.lately: deque[_Text] = deque(maxlen=_REMEMBERED)

    def recollect(self, said: str) -> Said | None:
        """Return how a text came about, or None where it was not said by itself just now."""
        return _found(said, tuple(self.lately))


def remembered(
    way: Callable[Concatenate[_Speaker, _Asked], str],
) -> Callable[Concatenate[_Speaker, _Asked], str]:
    """Let a way of a wording to say something be remembered."""
    name = way.__name__

    @wraps(way)
    def saying(self: _Speaker, /, *parts: _Asked.args, **named: _Asked.kwargs) -> str:
        said = way(self, *parts, **named)
        self.lately.append((said, name, parts, named))
        return said

    return saying


def _found(said: str, texts: tuple[_Text, ...]) -> Said | None:
    """Look for a text from the newest one on, and for its parts among those before it."""
    for at in range(len(texts) - 1, -1, -1):
        text, way, asked, named = texts[at]
        if text == said:
            before = texts[:at]
            # A part by its place is a word of the catalogue or a person's, or a list of texts.
            parts = tuple(
                tuple(_found(str(one), before) or one for one in part)
                if isinstance(part, tuple | list)
                else part
                for part in asked
            )
            inner = ((key, _found(str(one), before) or one) for key, one in named.items())
            return Said(way, parts, tuple(inner))
    return None


def _again(wording: Lately, part: object) -> object:
    if isinstance(part, Said):
        return part.again(wording)
    return tuple(_again(wording, one) for one in part) if isinstance(part, tuple) else part
