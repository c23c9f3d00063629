"""Dates on paper stay on one line: no line ends between a day and its month."""

import re
from datetime import date
from functools import lru_cache
from typing import TypeVar, cast

from homejournal.texts.wording import Wording, wording_of

Words = TypeVar("Words")
_NOT_SEEN = {"title", "alt", "cover_alt"}
"""What is read aloud or stands in a list of files."""
_SOME_DAY, _NO_BREAK = 10, "\N{NO-BREAK SPACE}"


def with_unbroken_dates(fields: Words, wordings: tuple[Wording, ...]) -> Words:
    """Return the same fields with their dates unbroken; what a person wrote stays as it is."""
    dates = _dates_of(tuple(wording.language for wording in wordings))
    return cast("Words", _unbroken(fields, dates))


def _unbroken(fields: object, dates: re.Pattern[str]) -> object:
    if isinstance(fields, str):
        return dates.sub(lambda found: found.group().replace(" ", _NO_BREAK), fields)
    if isinstance(fields, list):
        return [_unbroken(field, dates) for field in fields]
    if isinstance(fields, dict):
        kept = {"text"} if "rtl" in fields else _NOT_SEEN
        return {
            name: one if name in kept else _unbroken(one, dates) for name, one in fields.items()
        }
    return fields


@lru_cache
def _dates_of(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds each date of these languages as far as its month, and its year if told."""
    found = []
    for wording in map(wording_of, languages):
        for month in range(1, 13):
            day = date(2000, month, _SOME_DAY)
            long = wording.day(day), wording.day_without_year(day)
            for said in (*long, wording.short_day_of_year(day), wording.short_day(day)):
                pattern = re.escape(said).replace("2000", r"\d{4}")
                found.append(pattern.replace(str(_SOME_DAY), r"\d{1,2}"))
    # The longest first: "June 10, 2026" is more than "June 10".
    return re.compile("|".join(rf"\b{one}\b" for one in sorted(set(found), key=len, reverse=True)))
