"""What stands at the top of a journal's JSON: which format, which journal, from which home."""

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.days.family_days import JournalSettings
from homejournal.domain.errors import Fault, FaultKind
from homejournal.domain.records.kinds import KINDS
from homejournal.exchange.journal.journal_file import FORMAT
from homejournal.exchange.journal.plan_file import FORMAT as PLAN_FORMAT
from homejournal.exchange.json.fault_places import fault, inside
from homejournal.exchange.json.format_number import NEEDS_FIELD, form_fault
from homejournal.exchange.json.json_text import Json
from homejournal.exchange.json.record_checks import check_values, without_nulls
from homejournal.exchange.json.value_forms import ID, TIME

TOP = ("format", "schema", NEEDS_FIELD, "journal", "home", "through", "elsewhere")
LISTS = frozenset(entry.list_name for entry in KINDS.values())


class Head(NamedTuple):
    """The checked top of a file; None for what it does not say."""

    settings: JournalSettings | None
    home: UUID | None
    through: date | None


def check_head(told: Json) -> tuple[Head | None, list[Fault]]:
    """Return the top of a file and its faults; no top where the file is none of ours at all."""
    if not isinstance(told, dict):
        return None, [fault("", FaultKind.NOT_HOMEJOURNAL)]
    stop = _stranger(told)
    if stop:
        return None, [stop]
    faults = [
        fault(inside("", name), FaultKind.UNKNOWN_LIST) for name in told.keys() - {*TOP, *LISTS}
    ]
    settings, found = _settings(told.get("journal"))
    faults += found
    home, through = _home(told.get("home"), faults), _day(told.get("through"), faults)
    if settings:
        settings = replace(settings, home=home)
    return Head(settings, home, through), faults


def _stranger(told: dict[str, Any]) -> Fault | None:
    if told.get("format") == PLAN_FORMAT:
        return fault("", FaultKind.A_PLAN)
    if told.get("format") != FORMAT:
        return fault("format", FaultKind.NOT_HOMEJOURNAL, told.get("format", ""))
    return form_fault(told)


def _settings(told: Json) -> tuple[JournalSettings | None, list[Fault]]:
    if told is None:
        return None, []
    if not isinstance(told, dict):
        return None, [fault("journal", FaultKind.NOT_AN_OBJECT)]
    said = without_nulls(told)
    faults = []
    for name, form, what in (
        ("id", ID, FaultKind.NOT_AN_ID),
        ("day_end", TIME, FaultKind.NOT_A_TIME),
    ):
        if name in said and not (isinstance(said[name], str) and form.fullmatch(said[name])):
            faults.append(fault(inside("journal", name), what, said[name]))
    if said.pop("home", None) is not None:
        faults.append(fault("journal.home", FaultKind.UNKNOWN_FIELD))
    values, found = check_values(JournalSettings, [("journal", said)])
    return (values[0] if values else None), faults + found


def _home(told: Json, faults: list[Fault]) -> UUID | None:
    if told is None:
        return None
    if isinstance(told, str) and ID.fullmatch(told):
        return UUID(told)
    faults.append(fault("home", FaultKind.NOT_AN_ID, told))
    return None


def _day(told: Json, faults: list[Fault]) -> date | None:
    try:
        if told is None or (isinstance(told, str) and len(told) == len("2026-03-22")):
            return None if told is None else date.fromisoformat(told)
    except ValueError:
        pass
    faults.append(fault("through", FaultKind.NOT_A_DAY, told))
    return None
