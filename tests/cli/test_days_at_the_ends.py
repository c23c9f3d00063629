"""Days near the first and the last one that there is end in an answer or in a sentence.

A date typed wrong, a clock that is wrong, or a file that says so: none of it is a surprise.
"""

import json
import subprocess
import sys
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.cli.main import main
from homejournal.domain.days.periods import WeekStart
from homejournal.domain.limits import days_from

FAR = timedelta(days=400_000)
ENDS = (
    *(date.min + timedelta(days=days) for days in (0, 1, 6, 7, 8, 20, 59, 60, 90, 366, 2_000)),
    *(date.max - timedelta(days=days) for days in (0, 1, 6, 7, 8, 20, 59, 60, 90, 366, 2_000)),
    *(date(2026, 3, 10), date(2026, 3, 10) + FAR, date(2026, 3, 10) - FAR, date(2028, 2, 29)),
)
DAYS = st.sampled_from(ENDS)
WRITTEN = (date.min, date.min + timedelta(days=6), date(2026, 3, 10), date.max - timedelta(days=8))
NOA, TED = UUID(int=1), UUID(int=2)


def id_(number: int) -> str:
    return str(UUID(int=number))


def family(week_start: WeekStart) -> dict:
    """Return a family that wrote on the first and the last days that there are."""
    often = {"kind": "times_a_day", "times": 1}
    any_days = {"kind": "days_a_week", "days": 3}
    told = {
        "format": "homejournal",
        "schema": 1,
        "journal": {"id": id_(900), "week_start": str(week_start)},
        "children": [
            {"id": str(NOA), "name": "Noa", "born": date.min.isoformat()},
            {"id": str(TED), "name": "Ted", "born": "2025-03-10", "due": "2025-06-10"},
        ],
        "strategies": [
            {"id": id_(10), "child": str(NOA), "name": "Pause"},
            {"id": id_(11), "child": str(NOA), "name": "Sing"},
            {"id": id_(12), "child": str(TED), "name": "Wait"},
        ],
        "plan_steps": [
            step(20, 10, date.min, "start", often),
            step(21, 10, date.max, "pause", often),
            step(22, 11, date.min, "start", any_days),
            step(23, 12, date.max - timedelta(days=9), "start", often),
        ],
    }
    for at, day in enumerate((*WRITTEN, date.max)):
        written, child = day.isoformat(), {"child": str(NOA)}
        told.setdefault("practices", []).append(
            {"id": id_(100 + at), "strategy": id_(10), "day": written, "time": "23:59"}
        )
        told.setdefault("notes", []).append(
            {"id": id_(200 + at), **child, "day": written, "text": "he sang"}
        )
        told.setdefault("visits", []).append({"id": id_(300 + at), **child, "day": written})
        told.setdefault("life_events", []).append(
            {"id": id_(400 + at), **child, "day": written, "words": "a new home"}
        )
        told.setdefault("day_marks", []).append(
            {"id": id_(500 + at), **child, "day": written, "mark": "left_out", "reason": "sick"}
        )
    return told


def step(number: int, strategy: int, day: date, what: str, often: dict) -> dict:
    return {
        "id": id_(number),
        "strategy": id_(strategy),
        "from": day.isoformat(),
        "step": what,
        "what": "we wait",
        "often": often,
        "rating": {"kind": "help"},
    }


@pytest.fixture(scope="module")
def journals(tmp_path_factory):
    """Return the folders of such a family's journals, by the day on which their weeks begin."""
    made = {}
    for start in WeekStart:
        folder = tmp_path_factory.mktemp("ends") / "journal"
        file = folder.with_suffix(".json")
        file.write_text(json.dumps(family(start)))
        assert main(["new", str(folder)]) == 0
        assert main(["import", str(folder), str(file)]) == 0
        made[start] = folder
    return made


def commands(child: str, start: date, end: date, today: date) -> list[list[str]]:
    """Return every command that takes days."""
    who, now = ["--child", child], ["--today", str(today)]
    start, end = min(start, end), max(start, end)
    days = ["--from", str(start), "--to", str(end)]
    some = ["--from", str(start), "--to", str(min(end, days_from(start, 20_000)))]  # they draw all
    chart = ["chart", *who, *some, *now, "--strategy", "Pause" if child == "Noa" else "Wait"]
    kinds = ("bars", "dots", "visit", "routine", "slot")
    forms = ("text", "short", "html", "json")
    return [
        ["numbers", *who, *days, *now],
        *([*chart, "--format", "csv", "--kind", kind] for kind in kinds),
        [*chart, "--format", "svg", "--kind", "bars", "--life"],
        *(["page", *who, *days, *now, "--second-page", "--format", form] for form in forms),
        ["sheet", "print", *who, *now, "--week", str(start)],
        ["sheet", "print", *who, *now],
        ["calendar", *who, *now, "--reminders"],
        ["about", *who, *now, "--format", "text"],
        ["plan", "export", *who, *now],
        ["book", *who, *now, *days],
        ["book", *who, *now],
        ["pack", *who, *now, "--kind", "review"],
        ["pack", *who, *now, "--kind", "transition"],
    ]


def answered(cli_out, folder, command: list[str]) -> None:
    """Run a command, and look at how it ends."""
    at = 2 if command[0] in {"plan", "sheet"} else 1
    out = [] if command[0] == "numbers" else ["--out", str(folder / "made")]
    code = main([*command[:at], str(folder), *command[at:], *out])
    said = cli_out.readouterr()
    words = said.err.decode()
    assert code in {0, 1, 2}, (command, code)
    assert code == 0 or words.strip(), command
    assert "did not expect" not in words, (command, words)


QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUICK
@given(start=DAYS, end=DAYS, today=DAYS, child=st.sampled_from(["Noa", "Ted"]), at=st.data())
def test_a_command_answers_near_the_ends(journals, capsysbinary, start, end, today, child, at):
    folder = journals[at.draw(st.sampled_from(list(WeekStart)))]
    answered(capsysbinary, folder, at.draw(st.sampled_from(commands(child, start, end, today))))


@pytest.mark.parametrize("today", [date.min, date.min + timedelta(days=40), date.max])
@pytest.mark.parametrize("child", ["Noa", "Ted"])
def test_reminders_are_made_on_the_first_and_the_last_day(journals, capsysbinary, child, today):
    command = ["calendar", "--child", child, "--today", str(today), "--reminders"]
    answered(capsysbinary, journals[WeekStart.MONDAY], command)


@pytest.mark.parametrize(
    "command", [["page", "--format", "text", "--out", "-"], ["numbers"], ["book", "--out", "-"]]
)
def test_thousands_of_years_are_refused_in_words(journals, capsysbinary, command):
    days = ["--child", "Noa", "--from", "0001-01-01", "--to", "9999-12-31"]
    assert main([command[0], str(journals[WeekStart.MONDAY]), *command[1:], *days]) == 1
    assert b"the limit is 100" in capsysbinary.readouterr().err


def test_a_clock_that_python_cannot_read_is_told_in_words():
    """`time.time` itself breaks after the year 2262."""
    code = "import time\ndef late(): raise OverflowError\ntime.time = late\nimport homejournal"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("This computer's clock is wrong.")
