"""Calendar files from the command line."""

import json

from icalendar import Calendar

AS_OF = ("--today", "2026-06-28")


def events(text):
    return Calendar.from_ical(text).walk("VEVENT")


def test_the_coming_visits_are_a_calendar_file(cli, example, tmp_path):
    file = tmp_path / "visits.ics"
    answer = cli("calendar", example, "--child", "Noa", *AS_OF, "--out", file)
    assert (answer.code, answer.out) == (0, f"The file {file} is written.\n")
    made = events(file.read_bytes())
    assert [event["dtstart"].dt.date().isoformat() for event in made] == [
        "2026-06-30",
        "2026-07-08",
    ]
    assert "Dana" in made[0]["summary"]


def an_id(number):
    return f"00000000-0000-4000-8000-00000000000{number}"


TIMES = {
    "format": "homejournal",
    "schema": 1,
    "children": [{"id": an_id(1), "name": "Maya", "surname": "Okafor"}],
    "strategies": [{"id": an_id(2), "child": an_id(1), "name": "Wait"}],
    "plan_steps": [{"id": an_id(3), "strategy": an_id(2), "from": "2026-03-01", "step": "start"}],
    "practices": [
        {"id": an_id(4 + n), "strategy": an_id(2), "day": f"2026-03-0{2 + n}", "time": "18:00"}
        for n in range(3)
    ],
}


def test_reminders_are_added_when_asked_for(cli, journal, tmp_path):
    (tmp_path / "times.json").write_text(json.dumps(TIMES), encoding="utf-8")
    assert cli("import", journal, tmp_path / "times.json").code == 0
    asked = ("calendar", journal, "--child", "Maya", "--today", "2026-03-05", "--out", "-")
    assert cli(*asked).code == 1
    (event,) = events(cli(*asked, "--reminders").out)
    assert event["summary"] == "Maya: Wait"
    assert event["dtstart"].dt.isoformat() == "2026-03-05T18:00:00"
    assert "Okafor" not in cli(*asked, "--reminders").out


def test_without_a_known_time_it_is_said_that_there_are_no_reminders(cli, example, tmp_path):
    file = tmp_path / "visits.ics"
    asked = ("calendar", example, "--child", "Noa", *AS_OF, "--out", file)
    assert cli(*asked).err == ""
    answer = cli(*asked, "--reminders")
    assert answer.code == 0
    assert answer.err == "No time of day is known, so the file has no reminders.\n"
    assert len(events(file.read_bytes())) == 2


def test_nothing_to_come_is_said_and_no_file_is_made(cli, example, tmp_path):
    file = tmp_path / "visits.ics"
    late = ("--today", "2027-01-01", "--lang", "en")
    answer = cli("calendar", example, "--child", "Noa", *late, "--out", file)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "No visit is to come" in answer.err
    assert not file.exists()


def test_an_unknown_child_is_said_in_one_sentence(cli, example):
    answer = cli("calendar", example, "--child", "Nobody", "--out", "-")
    assert (answer.code, answer.out) == (1, "")
    assert "Nobody" in answer.err
